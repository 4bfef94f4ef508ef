"""Where the text of a box begins and ends: lines that do not wrap go beyond the box.

Word keeps the size that such a box had last, and makes it as wide as its words when it opens it;
its left edge stays.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from briefgen.types.header_footer import Group, HeaderFooterParagraph

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
