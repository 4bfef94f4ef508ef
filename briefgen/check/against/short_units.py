"""Scales and units that an article writes once, and leaves out or shortens from then on.

"2 billion cubic metres (bcm)" makes "1 bcm" a billion of them; a column of a table under
"Cost (£bn)" has billions of pounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from briefgen.pattern import late_pattern
from briefgen.quantities import find_quantities
from briefgen.types.fact import Ambiguity, Quantity, Scale
from briefgen.types.source_text import SourceParagraph, SourceText

ShortUnits = Mapping[str, tuple[Scale | None, str]]
"""Scale and unit by what is written for both, in small letters, or by their column: |1."""

_DEFINED = late_pattern(r"\s*\(([^\W\d_]{2,6})\)")
_BEHIND = late_pattern(r"\s?([^\W\d_]{2,6})(?!\w)")


_HEAD = late_pattern(r"\(([^()]{1,24})\)\s*$")
_SIGNED = late_pattern(r"([^\w\s%]{1,2}|[A-Z]{1,3}\$|[A-Z]{3}(?![^\W_]))?\s*(.*)")


class ShortenedUnits(Struct, frozen=True):
    """What an article writes for a scale and a unit, everywhere and in rows of its tables."""

    everywhere: ShortUnits
    rows: Mapping[int, ShortUnits]

    def of(self, paragraph: SourceParagraph) -> ShortUnits:
        """Return what stands for a scale and a unit in a paragraph."""
        return self.rows.get(id(paragraph), self.everywhere)


def short_units(source: SourceText) -> ShortenedUnits:
    """Return what an article writes for a scale and a unit, as it explains in brackets."""
    everywhere = dict(_explained(source))
    rows: dict[int, ShortUnits] = {}
    for kind, run in groupby(source.paragraphs, key=lambda one: one.kind):
        head, *others = run
        if kind == "table" and others and (columns := dict(_columns(head.text, source.language))):
            rows |= {id(row): everywhere | columns for row in others}
    return ShortenedUnits(everywhere, rows)


def _columns(head: str, language: str) -> Iterator[tuple[str, tuple[Scale | None, str]]]:
    """Yield scale and unit of each column whose head ends with them in brackets."""
    for number, cell in enumerate(head.split("|")):
        found = _HEAD.search(cell)
        signed = _SIGNED.fullmatch(found[1].strip()) if found else None
        if signed is None:
            continue
        sign, words = signed[1] or "", signed[2]
        one = next(iter(find_quantities(f"{sign}1 {words}".strip(), language)), None)
        read = one.undecided if isinstance(one, Ambiguity) else one
        if read is not None and read.unit:
            yield f"|{number}", (read.scale, read.unit)


def _explained(source: SourceText) -> Iterator[tuple[str, tuple[Scale, str]]]:
    for paragraph in source.paragraphs:
        text = paragraph.text
        if not any(sign.isdigit() for sign in text) or not _DEFINED.search(text):
            continue
        for one in find_quantities(text, source.language):
            found = _DEFINED.match(text, one.stop) if isinstance(one, Quantity) else None
            if not found or not isinstance(one, Quantity) or not one.scale or not one.unit:
                continue
            initials = "".join(word[0] for word in (one.scale, *one.unit.split())).casefold()
            if found[1].casefold().startswith(initials):
                yield found[1].casefold(), (one.scale, one.unit)


def in_full(figure: Quantity, text: str, units: ShortUnits) -> Quantity:
    """Return a figure with the scale and unit that are written short behind it or above it."""
    found = _BEHIND.match(text, figure.end) if units and not figure.scale else None
    known = units.get(found[1].casefold()) if found else None
    if not (figure.scale or figure.unit or known):
        column = units.get(f"|{text.count('|', 0, figure.start)}")
        return replace(figure, scale=column[0], unit=column[1]) if column else figure
    if found is None or known is None:
        return figure
    return replace(figure, scale=known[0], unit=known[1], unit_end=found.end(), stop=found.end())
