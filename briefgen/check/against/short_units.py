"""Scales and units that an article shortens once, and writes short from then on.

"2 billion cubic metres (bcm)" makes "1 bcm" a billion of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from briefgen.quantities import find_quantities
from briefgen.types.quantity import Quantity, Scale
from briefgen.types.source_text import SourceText

ShortUnits = Mapping[str, tuple[Scale, str]]
"""Scale and unit by what is written for both, in small letters."""

_DEFINED = re.compile(r"\s*\(([^\W\d_]{2,6})\)")
_BEHIND = re.compile(r"\s?([^\W\d_]{2,6})(?!\w)")


def short_units(source: SourceText) -> ShortUnits:
    """Return what an article writes for a scale and a unit, as it explains in brackets."""
    return dict(_explained(source))


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
    """Return a figure with the scale and unit that are written short behind it."""
    found = _BEHIND.match(text, figure.end) if units and not figure.scale else None
    known = units.get(found[1].casefold()) if found else None
    if found is None or known is None:
        return figure
    return replace(figure, scale=known[0], unit=known[1], unit_end=found.end(), stop=found.end())
