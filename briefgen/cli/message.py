"""What a command says of a brief: one calm line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:  # for help and version, which need no model
    from briefgen.types.brief import Omission
    from briefgen.types.finding import Finding


class Measured(Protocol):
    """A brief, as far as a line about it goes."""

    @property
    def pages(self) -> int: ...
    @property
    def words(self) -> int: ...
    @property
    def fill_percent(self) -> int: ...
    @property
    def omitted(self) -> tuple[Omission, ...]: ...


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 page`, `1,204 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def built_line(name: str, brief: Measured) -> str:
    """Return what became of a file: pages, words, fill, and how much was given up."""
    column = "main column" if brief.pages == 1 else "main column of the last page"
    parts = [
        counted(brief.pages, "page"),
        counted(brief.words, "word"),
        f"{column} {brief.fill_percent} % full",
    ]
    placed = sum(bool(one.offered) for one in brief.omitted)
    if placed:
        parts.append(f"{counted(placed, 'point')} shortened or left out")
    if unplaced := len(brief.omitted) - placed:
        parts.append(f"{counted(unplaced, 'point')} without a place here")
    return f"{name}: {', '.join(parts)}"


def omission_lines(omitted: Iterable[Omission]) -> list[str]:
    """Return a line for each point that is shortened or missing, most important first.

    One that neither audience nor content template has a place for is not lost for want of room.
    """
    return [
        f"  {_fate(one):13} "
        f"{one.part.value.replace('_', ' ')}, priority {one.priority}: {one.headline}"
        for one in omitted
    ]


def _fate(one: Omission) -> str:
    if one.printed:
        return f"{one.printed} only"
    return "left out" if one.offered else "no place"


def show_warnings(findings: Iterable[Finding]) -> None:
    """Write findings to standard error."""
    for finding in findings:
        click.echo(str(finding), err=True)
