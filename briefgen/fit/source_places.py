"""Sources that are no more than places in the article: several are one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.types.block import SourceEntry, SourceList
from briefgen.types.prose import Inline, Prose, Strong, Text

LEAST_PLACES = 3
"""Places in the article that follow one another in the list of sources, to be one paragraph."""


def places(block: SourceList, entries: Sequence[SourceEntry], numbers: Sequence[str]) -> Prose:
    """Return places in one paragraph, each behind its number in the list, as in the rest of it."""
    prose: list[Inline] = [Text(block.work)]
    for at, (entry, number) in enumerate(zip(entries, numbers, strict=True)):
        gap = [Text("; ")] if at else []
        prose += [*gap, Strong((Text(number),)), Text(f"\u00a0{_shorter(entry.place, block)}")]
    return tuple(prose)


def _shorter(place: str, block: SourceList) -> str:
    """Return a place, which names a paragraph in short: "para. 4"."""
    before, short = block.shorter or ("", "")
    number = place.removeprefix(before)
    return f"{short}{number}" if place.startswith(before) and number.isdecimal() else place
