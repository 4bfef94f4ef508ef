"""Marks of an edition, given for the briefs of one command and before what the argument says."""

from __future__ import annotations

import click

from briefgen.cli.heading import under
from briefgen.cli.option import bundled

STATUSES = ("draft", "cleared", "embargoed")

_option = under("Edition")

_OPTIONS = {
    "status": _option("--status", type=click.Choice(STATUSES), help="Its status."),
    "embargo": _option("--embargo", metavar="DATE", help="Until when it is embargoed."),
    "number": _option("--number", metavar="TEXT", help="Its number in the series."),
    "date": _option("--date", metavar="DATE", help="Date of issue, such as 2019-06-03."),
    "version": _option(
        "--brief-version", "version", metavar="TEXT", help="Its version, such as 2."
    ),
    "classification": _option("--classification", metavar="TEXT", help="Who may read it."),
    "updates": _option("--updates", metavar="DATE", help="Date of the edition that it updates."),
}
"""The options by the names of the edition's fields."""


def marks(**options: str | None) -> dict[str, str]:
    """Return the marks that were given, by the names of the edition's fields."""
    return {name: value for name, value in options.items() if value is not None}


edition_options = bundled("marks", marks, _OPTIONS)
"""Gives a command the options that mark an edition, and the parameter `marks`."""
