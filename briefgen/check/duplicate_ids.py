"""Ids are unique over the whole argument, since Word's content controls carry them alone."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.passage import points
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument
from briefgen.types.source_map import Path, path_text

_LISTS = ("timeline", "facts", "quotations", "sources", "notes", "images")


def duplicate_ids(argument: Argument) -> Iterator[Remark]:
    """Remark each id that was given before."""
    first: dict[str, Path] = {}
    for path, each in _identified(argument):
        if each in first:
            before = path_text(first[each])
            line = argument.places.line((*first[each], "id"))
            place = f"{before} (line {line})" if line else before
            yield Remark((*path, "id"), f'"{each}" is the id of {place} already', "choose another")
        else:
            first[each] = path


def _identified(argument: Argument) -> Iterator[tuple[Path, str]]:
    for path, point in points(argument):
        yield path, point.id
    for name in _LISTS:
        for number, each in enumerate(getattr(argument, name)):
            yield (name, number), each.id
