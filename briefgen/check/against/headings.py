"""Headings beside the paragraphs that they stand above: a number as a heading, a pull quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from briefgen.pattern import late_pattern
from briefgen.quantities import find_quantities
from briefgen.types.fact import Ambiguity, Quantity
from briefgen.types.source_text import SourceParagraph, SourceText


def places_of(paragraph: SourceParagraph) -> Iterator[str]:
    """Yield what locators call a paragraph."""
    if paragraph.kind in ("standfirst", "title"):
        yield paragraph.kind
    if paragraph.number is not None:
        yield f"paragraph {paragraph.label or paragraph.number}"
    if paragraph.page is not None:
        yield f"page {paragraph.page}"
    if paragraph.kind == "note" and paragraph.label:
        yield f"note {paragraph.label}"


def places_of_headings(source: SourceText) -> Mapping[int, list[str]]:
    """Return, for each heading, what locators call the paragraph that it stands above.

    It may say the number of what that paragraph counts. One in quotation marks is a passage set
    large, of the paragraph before as well.
    """
    found: dict[int, list[str]] = {}
    waiting: list[SourceParagraph] = []
    before: list[str] = []
    for paragraph in source.paragraphs:
        if paragraph.kind == "heading":
            waiting.append(paragraph)
        elif paragraph.number is not None:
            names = [*places_of(paragraph)]
            for one in waiting:
                also = before if _QUOTATION.match(one.text) else ()
                found[id(one)] = list(dict.fromkeys((*also, *names)))
            waiting, before = [], names
    return found


_QUOTATION = late_pattern(r"\W*[\u201c\u201e\u00ab\"]")


def number_alone(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the number that is all of a heading, by a letter in millions or the like: 9M."""
    found = _SCALED.fullmatch(text)
    read = find_quantities(found[1], language) if found else ()
    plain = (one.undecided if isinstance(one, Ambiguity) else one for one in read)
    return tuple(replace(one, scale=_SCALES[found[2].lower()]) for one in plain if found)


_SCALED = late_pattern(r"(\W*\d[\d.,]*)\s?([kmb])\W*", re.IGNORECASE)
_SCALES = {"k": "thousand", "m": "million", "b": "billion"}
