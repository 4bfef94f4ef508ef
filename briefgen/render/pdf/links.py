"""Links: one annotation for each line that a link stands on (ISO 32000-1, 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefgen.render.pdf.extent import Box, extent, joined
from briefgen.render.pdf.fonts import Fonts
from briefgen.render.pdf.structure import MarkedContent, Structure
from briefgen.types.laid import TextMark

_GAP = 1.0
"""Widest gap within one annotation, in sizes of the text: what is further off is another column."""


class LinkArea(Struct, frozen=True):
    """A stretch of a line that leads somewhere. `link` is the index of its Link element."""

    link: int
    page: int
    box: Box
    address: str
    contents: str


def link_areas(structure: Structure, fonts: Fonts) -> Iterator[LinkArea]:
    """Yield the areas of all links, in reading order.

    `contents`, which assistive technology reads for the annotation (ISO 14289-1, 7.18.5), is the
    alternative text of the link or, without one, its own text.
    """
    for index in structure.order:
        element = structure.elements[index]
        if element.tag != "Link":
            continue
        assert element.address
        content = tuple(structure.content(index))
        contents = element.alt or text_of(content) or element.address
        for page, box in _lines(content, fonts):
            yield LinkArea(index, page, box, element.address, contents)


def text_of(content: tuple[MarkedContent, ...]) -> str:
    """Return the text of marked content, as it is drawn."""
    marks = (mark for sequence in content for mark in sequence.marks)
    return "".join(mark.text for mark in marks if isinstance(mark, TextMark)).strip()


def _lines(content: tuple[MarkedContent, ...], fonts: Fonts) -> Iterator[tuple[int, Box]]:
    """Join the boxes of marks that stand side by side."""
    line: tuple[int, Box] | None = None
    for sequence in content:
        for mark in sequence.marks:
            box = extent(mark, fonts)
            if line and line[0] == sequence.page and _side_by_side(line[1], box):
                line = (sequence.page, joined(line[1], box))
                continue
            if line:
                yield line
            line = (sequence.page, box)
    if line:
        yield line


def _side_by_side(one: Box, other: Box) -> bool:
    size = other[3] - other[1]
    on_one_line = max(one[1], other[1]) < min(one[3], other[3])
    return on_one_line and -size * _GAP <= other[0] - one[2] <= size * _GAP
