"""How far down the paragraphs of a sample document stand, by their styles.

What hangs on one of them is placed by the page, where it stood. Word processors know where that is
once they have set the page; here it is computed from sizes and spacing, and from the mean width of
letters.
"""

from __future__ import annotations

import math

from msgspec import Struct

from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.style import AUTOMATIC_LEADING
from briefgen.load.word.text_frames import frame_of
from briefgen.ooxml.names import EMU_PER_POINT, WP, Element, W, attribute, child, points
from briefgen.ooxml.text import own_pieces, own_text

_FACES = {
    "times new roman": (0.45, 1.15),
    "arial": (0.5, 1.15),
    "calibri": (0.47, AUTOMATIC_LEADING),
}
_OTHERS = 0.46, AUTOMATIC_LEADING
"""Mean width of a letter, with what is lost at the ends of lines, and height of a line, as shares
of the size."""

_CELL_PT = 10.8
"""What a cell keeps between its sides and its text, both together (17.4.43)."""

_USUAL_PT = 11.5
"""Size of a paragraph that no style says anything of."""


_BELOW_PT = 36.0
"""How far below its place a table floats at least so that lines stand above it."""


def _floats_below(table: Element) -> bool:
    """Whether a table floats so far below its place that it takes none of the lines there."""
    down = points(attribute(child(table, "tblPr", "tblpPr"), "tblpY"))
    return down is not None and down >= _BELOW_PT


class Flow(Struct):
    """The blocks of a body one under another: where the next one begins."""

    styles: HeaderFooterStyles | None
    width_pt: float
    y_pt: float
    _after_pt: float = 0.0

    def take(self, block: Element) -> float:
        """Set a block, and return where its text begins."""
        before, height, after = self._measures(block, self.width_pt)
        begins = self.y_pt + max(0.0, before - self._after_pt)
        self.y_pt, self._after_pt = begins + height + after, after
        return begins

    def _measures(self, block: Element, width_pt: float) -> tuple[float, float, float]:
        """Return the space above a block, its height, and the space below it."""
        if block.tag == W + "p":
            return self._paragraph(block, width_pt)
        if block.tag == W + "tbl":
            if _floats_below(block):
                return 0.0, 0.0, 0.0
            return 0.0, sum(map(self._row_pt, block.iterchildren(W + "tr"))), 0.0
        content = child(block, "sdtContent") if block.tag == W + "sdt" else None
        return 0.0, 0.0 if content is None else self._stacked_pt(content, width_pt), 0.0

    def _stacked_pt(self, holder: Element, width_pt: float) -> float:
        inner = Flow(self.styles, width_pt, 0.0)
        for block in holder.iterchildren(W + "p", W + "tbl", W + "sdt"):
            inner.take(block)
        return inner.y_pt

    def _row_pt(self, row: Element) -> float:
        heights = [points(attribute(child(row, "trPr", "trHeight"), "val")) or 0.0]
        for cell in row.iterchildren(W + "tc"):
            said = points(attribute(child(cell, "tcPr", "tcW"), "w"))
            width = said or self.width_pt
            heights.append(self._stacked_pt(cell, max(_CELL_PT, width - _CELL_PT)))
        return max(heights)

    def _paragraph(self, paragraph: Element, width_pt: float) -> tuple[float, float, float]:
        if frame_of(paragraph) is not None:
            return 0.0, 0.0, 0.0
        letter_pt, leading_pt, before, after = self._look(paragraph)
        lines = max(1, math.ceil(len(own_text(paragraph)) * letter_pt / max(1.0, width_pt)))
        extents = (one.find(WP + "extent") for one in paragraph.iter(WP + "inline"))
        drawn = [points(one.get("cy"), EMU_PER_POINT) or 0.0 for one in extents if one is not None]
        return before, max([lines * leading_pt, *drawn]), after

    def _look(self, paragraph: Element) -> tuple[float, float, float, float]:
        """Return the width of a letter, the height of a line, and the space above and below."""
        share, usual = _OTHERS
        if self.styles is None:
            spacing = child(paragraph, "pPr", "spacing")
            before, after = (points(attribute(spacing, one)) or 0.0 for one in ("before", "after"))
            return _USUAL_PT * share, _USUAL_PT * usual, before, after
        style = self.styles.style(paragraph)
        runs = {id(one.getparent()): one.getparent() for one in own_pieces(paragraph)}
        styles = [self.styles.style(paragraph, run) for run in runs.values()] or [style]
        largest = max(styles, key=lambda one: one.size_pt)
        share, usual = _FACES.get(largest.family.lower(), _OTHERS)
        height = style.leading_pt
        if style.lines:
            height *= largest.size_pt / style.size_pt * usual / AUTOMATIC_LEADING
        return largest.size_pt * share, height, style.space_before_pt, style.space_after_pt
