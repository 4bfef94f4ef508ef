"""Sources that are no more than places in the article: several are one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.types.block import SourceEntry, SourceList
from briefgen.types.prose import Inline, Prose, Strong, Text

LEAST_PLACES = 3
"""Places in the article that follow one another in the list of sources, to be one paragraph."""


def places(block: SourceList, entries: Sequence[SourceEntry], numbers: Sequence[str]) -> Prose:
    """Return places in one paragraph, each with its number in the list: before it, or behind it.

    Paragraphs are named as such once, each with its note in brackets.
    """
    prose: list[Inline] = []
    if block.paragraphs is None or not all(_paragraph(entry, block) for entry in entries):
        prose.append(Text(block.work))
        for at, (entry, number) in enumerate(zip(entries, numbers, strict=True)):
            gap = [Text("; ")] if at else []
            prose += [*gap, Strong((Text(number),)), Text(f"\u00a0{entry.place}")]
        return tuple(prose)
    opening, _, note = block.paragraphs
    for at, (entry, number) in enumerate(zip(entries, numbers, strict=True)):
        before = f"), {_paragraph(entry, block)}" if at else f"{opening}{_paragraph(entry, block)}"
        prose += [Text(f"{before}\u00a0({'' if at else note}"), Strong((Text(number),))]
    return (*prose, Text(")"))


def _paragraph(entry: SourceEntry, block: SourceList) -> str:
    """Return the number of the paragraph that a place is; nothing for another place."""
    before = block.paragraphs[1] if block.paragraphs else ""
    digits = entry.place.removeprefix(before)
    return digits if entry.place.startswith(before) and digits.isdecimal() else ""
