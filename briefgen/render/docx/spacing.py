"""Space between blocks that no style says: what fills a page in the PDF stands in Word, too."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.ooxml.build import child_of, properties_of
from briefgen.ooxml.names import Element, W, twips, value
from briefgen.types.page_style import TextStyle

Styles = Mapping[str, TextStyle]

_TWIPS = 20
"""Twentieths of a point, in which Word gives spaces."""


def lower(first: Element, above: Element, by_pt: float, styles: Styles) -> None:
    """Let a block begin so much further below the one above it than their styles say.

    `first` is its first element, and `styles` gives those of paragraphs by their ids. The space
    between two paragraphs is the larger of the one's space after and the other's space before. A
    table has neither, so that the paragraph on the other side says it.
    """
    if first.tag == W + "p":
        own = _space_pt(first, "before", styles)
        if above.tag == W + "p":
            own = max(own, _space_pt(above, "after", styles))
        _set_space(first, "before", own + by_pt)
    elif above.tag == W + "p":
        _set_space(above, "after", _space_pt(above, "after", styles) + by_pt)


def end_flush(last: Element) -> None:
    """Leave no space below the last block of a column."""
    if last.tag == W + "p":
        _set_space(last, "after", 0)


def _space_pt(paragraph: Element, side: str, styles: Styles) -> float:
    said = paragraph.find(f"{W}pPr/{W}spacing")
    if said is not None and (own := said.get(W + side)) is not None:
        return int(own) / _TWIPS
    style = styles.get(value(paragraph.find(f"{W}pPr/{W}pStyle")))
    if style is None:
        return 0.0
    return style.space_before_pt if side == "before" else style.space_after_pt


def _set_space(paragraph: Element, side: str, space_pt: float) -> None:
    child_of(properties_of(paragraph), "spacing").set(W + side, str(twips(space_pt)))
