"""Marks of an edition, given for the briefs of one command and before what the argument says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

STATUSES = ("draft", "cleared", "embargoed")

_PREFIX = "edition_"


def edition_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that mark an edition."""
    date = {"metavar": "DATE"}
    for flag, name, settings in reversed(
        (
            ("--status", "status", {"type": click.Choice(STATUSES), "help": "Status it bears."}),
            ("--embargo", "embargo", {**date, "help": "Until when it is embargoed."}),
            ("--number", "number", {"metavar": "TEXT", "help": "Its number in the series."}),
            ("--date", "date", {**date, "help": "Date of issue, such as 2019-06-03."}),
            ("--brief-version", "version", {"metavar": "TEXT", "help": "Its version, such as 2."}),
            ("--classification", "classification", {"metavar": "TEXT", "help": "Who may read it."}),
            ("--updates", "updates", {**date, "help": "Date of the edition that it updates."}),
        )
    ):
        command = click.option(flag, _PREFIX + name, **settings)(command)
    return command


def marks(options: Mapping[str, str | None]) -> dict[str, str]:
    """Return the marks that were given, by the names of the edition's fields."""
    return {
        name.removeprefix(_PREFIX): value
        for name, value in options.items()
        if name.startswith(_PREFIX) and value is not None
    }
