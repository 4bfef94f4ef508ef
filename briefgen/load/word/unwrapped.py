"""Where the text of a box begins and ends: lines that do not wrap go beyond the box.

Word keeps the size that such a box had last, and makes it as wide as its words when it opens it;
its left edge stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.types.header_footer import Group, HeaderFooterParagraph

_CHARACTER = 0.6
"""About how wide a character is, as a share of its size."""


def text_edges(
    held: Iterable[HeaderFooterParagraph | Group[HeaderFooterParagraph]],
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
        for one in held
        if isinstance(one, HeaderFooterParagraph)
    )
    return left, max([right, *(left + width for width in widths)])
