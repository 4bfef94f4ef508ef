"""Text frames of a template's own text: paragraphs that stand at a place of their page (17.3.1.11).

Letterheads of older versions of Word are made of them. They are read as boxes without edges.

Where the text of a box begins and ends: lines that do not wrap go beyond the box.

Word keeps the size that such a box had last, and makes it as wide as its words when it opens it;
its left edge stays.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Literal

from lxml import etree

from briefgen.load.word.header_footer_groups import grouped
from briefgen.ooxml.names import W, attribute, child, points
from briefgen.types.header_footer import (
    Anchor,
    Floating,
    Group,
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterPicture,
    Origin,
    Shape,
)

_CHARACTER = 0.6
"""About how wide a character is, as a share of its size."""


def text_edges(
    paragraphs: Iterable[HeaderFooterParagraph | Group[HeaderFooterParagraph]],
    edges: tuple[float, float],
    *,
    wraps: bool,
) -> tuple[float, float]:
    """Return the edges of the text that a box holds, from its own left edge."""
    left, right = edges
    if wraps:
        return edges
    widths = (
        len(one.text) * one.style.size_pt * _CHARACTER
        for one in paragraphs
        if isinstance(one, HeaderFooterParagraph)
    )
    return left, max([right, *(left + width for width in widths)])


def height_of_text(
    paragraphs: Iterable[HeaderFooterParagraph | Group[HeaderFooterParagraph]], width_pt: float
) -> float:
    """Return about how high the text of a box is, which is as high as that where it fits itself."""
    height_pt = 0.0
    for one in paragraphs:
        if not isinstance(one, HeaderFooterParagraph):
            return 0.0  # nobody knows before it is filled
        style = one.style
        own_pt = len(one.text) * style.size_pt * _CHARACTER
        lines = max(1, math.ceil(own_pt / max(1.0, width_pt)))
        around_pt = style.space_before_pt + style.space_after_pt
        height_pt += around_pt + lines * style.leading_pt
    return height_pt


_ORIGINS: dict[str, Origin] = {"page": "page", "margin": "margin", "text": "column"}
_SIDES: dict[str, Literal["start", "center", "end"]] = {
    "center": "center",
    **dict.fromkeys(("right", "outside", "bottom"), "end"),
    **dict.fromkeys(("left", "inside", "top"), "start"),
}


def frame_of(element: etree._Element) -> etree._Element | None:
    """Return the frame that a paragraph stands in by its page, if it does."""
    frame = child(element, "pPr", "framePr") if element.tag == W + "p" else None
    if attribute(frame, "vAnchor") not in ("page", "margin") or attribute(frame, "dropCap"):
        return None
    return frame


def held_together(elements: Iterable[etree._Element]) -> Iterator[list[etree._Element]]:
    """Yield elements one by one, and paragraphs of one frame together."""
    last: dict[str, str] | None = None
    held: list[etree._Element] = []
    for one in elements:
        frame = frame_of(one)
        own = None if frame is None else {str(key): str(said) for key, said in frame.items()}
        if held and (own is None or own != last):
            yield held
            held = []
        held.append(one)
        last = own
    if held:
        yield held


def placed_frame(
    frame: etree._Element, said: tuple[HeaderFooterParagraph, ...], text_pt: float
) -> Floating:
    """Return what paragraphs of a frame print, at its place; `text_pt` is the width of the text."""
    width = points(attribute(frame, "w")) or text_pt
    own = sum(_height_pt(one, width) for one in said)
    least = points(attribute(frame, "h")) or 0.0
    height = least if attribute(frame, "hRule") == "exact" else max(own, least)
    across, down = (points(attribute(frame, side)) or 0.0 for side in ("hSpace", "vSpace"))
    box = Shape(width, height, None, HeaderFooterCell(0.0, width, grouped(said)))
    apart = None if attribute(frame, "wrap") == "none" else (across, down, across, down)
    return Floating(box, _anchor(frame, "h", "x"), _anchor(frame, "v", "y"), apart_pt=apart)


def _height_pt(paragraph: HeaderFooterParagraph, width_pt: float) -> float:
    """Return about how high a paragraph is, with its pictures and the rule below it."""
    pictures = (one.height_pt for one in paragraph.parts if isinstance(one, HeaderFooterPicture))
    rule = paragraph.style.border_bottom
    below = rule.distance_pt + rule.width_pt if rule else 0.0
    return max([height_of_text((paragraph,), width_pt), *pictures]) + below


def _anchor(frame: etree._Element, axis: str, place: str) -> Anchor:
    origin = _ORIGINS[attribute(frame, f"{axis}Anchor") or "text"]
    side = _SIDES.get(attribute(frame, f"{place}Align") or "")
    return Anchor(origin, 0.0 if side else points(attribute(frame, place)) or 0.0, side)
