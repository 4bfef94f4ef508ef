"""Every place of an argument that refers to something else by its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.check.passage import points, prose_texts
from briefgen.types.argument import Argument
from briefgen.types.prose import REFERENCE
from briefgen.types.source_map import Path

LISTS = {"@": "sources", "#": "facts", ">": "quotations", "!": "images"}
"""What a sign refers to. The last is none of prose; it stands for a logo."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference: where it stands, its sign and the id it names."""

    path: Path
    sign: str
    id: str


def mentions(argument: Argument) -> Iterator[Mention]:
    """Return every reference, in the argument's order."""
    for path, text in prose_texts(argument):
        for found in REFERENCE.finditer(text):
            yield Mention(path, found[1], found[2])
    for path, point in points(argument):
        for number, reference in enumerate(point.evidence):
            yield Mention((*path, "evidence", number), reference[0], reference[1:])
        if point.attribution.source:
            yield Mention((*path, "attribution", "source"), "@", point.attribution.source)
    for number, event in enumerate(argument.timeline):
        yield from _cited(("timeline", number, "sources"), "@", event.sources)
    for number, fact in enumerate(argument.facts):
        yield from _cited(("facts", number, "sources"), "@", fact.sources)
        yield from _cited(("facts", number, "comparable_with"), "#", fact.comparable_with)
    for number, quotation in enumerate(argument.quotations):
        if quotation.source:
            yield Mention(("quotations", number, "source"), "@", quotation.source)
    if argument.issuer.logo:
        yield Mention(("issuer", "logo"), "!", argument.issuer.logo)


def _cited(path: Path, sign: str, ids: tuple[str, ...]) -> Iterator[Mention]:
    for number, each in enumerate(ids):
        yield Mention((*path, number), sign, each)


def ids_of(argument: Argument, sign: str) -> tuple[str, ...]:
    """Return the ids that a sign can refer to."""
    return tuple(each.id for each in getattr(argument, LISTS[sign]))
