"""What a YAML file holds beside its faults of syntax.

A parser stops at the first fault. Here the text is divided into its entries, by the keys and list
items that begin them, and each is parsed alone: so every fault is found, on the line where it is,
and what stands around it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import yaml
from msgspec import Struct

from briefgen.load.yaml_fault import fault
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding
from briefgen.types.source_map import Path

_ITEM = late_pattern(r"-(?:\s|$)")
_KEY = late_pattern(
    r"""("[^"]*"|'[^']*'|[^\s#\-\[\]{}"'|>&*!%@`,?:][^#:]*):(?=\s|$)"""  # no quotes within, no "#"
)
_NO_ENTRY = late_pattern(r"\s*(?:#.*|---\s*)?$")
_JOINED = 3
"""Entries that are tried as one: text in quotes may go on where a key seems to begin."""

Parse = Callable[[str], yaml.YAMLError | None]


class Hole(Struct, frozen=True):
    """An entry that cannot be read: its rows, the column where it begins, its path, the fault."""

    first: int
    last: int
    column: int
    path: Path
    finding: Finding


class _Entry(Struct, frozen=True):
    first: int
    last: int
    column: int
    step: str | int
    has_body: bool


def holes_in(text: str, file: str, parse: Parse) -> list[Hole]:
    """Return the entries of a text that cannot be read; one with an empty path is all of it."""
    return _Search(file, parse).within(text.split("\n"), 0, len(text.split("\n")), ())


def without(text: str, holes: Sequence[Hole]) -> str:
    """Return a text, line for line, in which nothing stands for what cannot be read."""
    rows = text.split("\n")
    for hole in holes:
        step = hole.path[-1]
        begins = rows[hole.first][: hole.column]
        rows[hole.first] = f"{begins}- ~" if isinstance(step, int) else f"{begins}{step!r}: ~"
        rows[hole.first + 1 : hole.last] = [""] * (hole.last - hole.first - 1)
    return "\n".join(rows)


class _Search(Struct, frozen=True):
    file: str
    parse: Parse

    def within(
        self, rows: list[str], first: int, last: int, path: Path, one: _Entry | None = None
    ) -> list[Hole]:
        """Return the smallest entries in some rows that cannot be read; the rows may be `one`."""
        error = self._error(rows, first, last)
        if error is None:
            return []
        entries = [one] if one else _entries(rows, first, last)
        found = self._among(rows, entries, path) if len(entries) > 1 else []
        if len(entries) == 1:
            found = self._inside(rows, entries[0], (*path, entries[0].step))
        if found:
            return found
        reported = fault(error, "\n".join(rows[first:last]), self.file)
        reported = replace(reported, line=(reported.line or 1) + first)
        if reported.code == "yaml-documents" and path:
            # What stands alone here ends where the lines are indented less; the file does not.
            message = "does not line up with what stands above it"
            hint = "indent it like its neighbours, with spaces"
            reported = replace(reported, code="yaml-syntax", message=message, hint=hint)
        column = entries[0].column if entries else 0
        if len(entries) == 1:
            return [Hole(first, last, column, (*path, entries[0].step), reported)]
        return [Hole(first, last, column, path, reported)]

    def _among(self, rows: list[str], entries: list[_Entry], path: Path) -> list[Hole]:
        found: list[Hole] = []
        number = 0
        while number < len(entries):
            one = entries[number]
            if self._error(rows, one.first, one.last) is not None:
                following = entries[number + 1 : number + _JOINED]
                whole = [e for e in following if self._error(rows, one.first, e.last) is None]
                if whole:
                    number = entries.index(whole[0])
                else:
                    found += self.within(rows, one.first, one.last, path, one)
            number += 1
        return found

    def _inside(self, rows: list[str], entry: _Entry, path: Path) -> list[Hole]:
        """Return what cannot be read within an entry, below its key or after its dash."""
        if isinstance(entry.step, int):
            undashed = [*rows]
            row = rows[entry.first]
            undashed[entry.first] = f"{row[: entry.column]} {row[entry.column + 1 :]}"
            inner = self.within(undashed, entry.first, entry.last, path)
        elif entry.has_body and entry.last > entry.first + 1:
            inner = self.within(rows, entry.first + 1, entry.last, path)
        else:
            return []
        return inner if all(len(hole.path) > len(path) for hole in inner) else []

    def _error(self, rows: list[str], first: int, last: int) -> yaml.YAMLError | None:
        return self.parse("\n".join(rows[first:last]))


def _entries(rows: list[str], first: int, last: int) -> list[_Entry]:
    """Return the entries that begin in the column of the first one, all keys or all items."""
    begin = next((n for n in range(first, last) if not _NO_ENTRY.match(rows[n])), None)
    if begin is None:
        return []
    column = len(rows[begin]) - len(rows[begin].lstrip(" "))
    is_list = bool(_ITEM.match(rows[begin], column))
    pattern = _ITEM if is_list else _KEY
    starts: list[tuple[int, re.Match[str]]] = []
    for number in range(begin, last):
        row = rows[number]
        if row[:column].strip(" ") == "" and (found := pattern.match(row, column)):
            starts.append((number, found))
    if not starts or starts[0][0] != begin:
        return []
    ends = [number for number, _ in starts[1:]] + [last]
    numbers = range(len(starts))
    return [
        _Entry(
            start,
            end,
            column,
            number if is_list else found[1].strip("\"' "),
            not is_list and rows[start][found.end() :].strip()[:1] in ("", "#"),
        )
        for number, (start, found), end in zip(numbers, starts, ends, strict=True)
    ]
