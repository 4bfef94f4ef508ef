"""Marks of an edition, given for the briefs of one command and before what the argument says."""

from __future__ import annotations

import click

from briefgen.cli.option import bundled

STATUSES = ("draft", "cleared", "embargoed")

_OPTIONS = {
    "status": click.option("--status", type=click.Choice(STATUSES), help="Status it bears."),
    "embargo": click.option("--embargo", metavar="DATE", help="Until when it is embargoed."),
    "number": click.option("--number", metavar="TEXT", help="Its number in the series."),
    "date": click.option("--date", metavar="DATE", help="Date of issue, such as 2019-06-03."),
    "version": click.option(
        "--brief-version", "version", metavar="TEXT", help="Its version, such as 2."
    ),
    "classification": click.option("--classification", metavar="TEXT", help="Who may read it."),
    "updates": click.option(
        "--updates", metavar="DATE", help="Date of the edition that it updates."
    ),
}
"""The options by the names of the edition's fields."""


def marks(**options: str | None) -> dict[str, str]:
    """Return the marks that were given, by the names of the edition's fields."""
    return {name: value for name, value in options.items() if value is not None}


edition_options = bundled("marks", _OPTIONS, marks, [*_OPTIONS.values()])
"""Gives a command the options that mark an edition, and the parameter `marks`."""
