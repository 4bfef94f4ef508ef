"""Layout tables of a house's own text: rows of cells, and where their text stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from lxml import etree
from msgspec import Struct

from briefgen.load.word.colour_scheme import ColourScheme, colour_of
from briefgen.ooxml.measures import points
from briefgen.ooxml.names import W, attribute, child
from briefgen.types.header_footer import HeaderFooterCell, HeaderFooterParagraph, HeaderFooterRow

_CELL_MARGIN_PT = 5.4
_WHOLE_PT = 1.0
"""A table that differs less than this from the width of the text is as wide as the text."""

_ALIGNED: dict[str, Literal["top", "center", "bottom"]] = {"center": "center", "bottom": "bottom"}


def is_ruled(table: etree._Element) -> bool:
    """Whether a table has rules, which are not printed."""
    borders = (one for name in ("tblBorders", "tcBorders") for one in table.iter(W + name))
    return any(
        attribute(side, "val") not in (None, "nil", "none") for border in borders for side in border
    )


class Tables(Struct, frozen=True):
    """Reads layout tables that stand in a text of a width.

    `text_within` returns the paragraphs of an element, given what holds it in words.
    """

    width_pt: float
    colour_scheme: ColourScheme
    text_within: Callable[[etree._Element, str], tuple[HeaderFooterParagraph, ...]]

    def rows(self, table: etree._Element) -> Iterator[HeaderFooterRow]:
        """Yield the rows of a table."""
        columns = [
            points(attribute(one, "w")) or 0.0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        indent = points(attribute(child(table, "tblPr", "tblInd"), "w")) or 0.0
        whole = abs(sum(columns) - self.width_pt) <= _WHOLE_PT
        for row in _held(table, "tr"):
            least = points(attribute(child(row, "trPr", "trHeight"), "val")) or 0.0
            cells, at, column = [], indent, 0
            for cell in _held(row, "tc"):
                span = int(attribute(child(cell, "tcPr", "gridSpan"), "val") or 1)
                own = points(attribute(child(cell, "tcPr", "tcW"), "w"))
                width = sum(columns[column : column + span]) or own or 0.0
                cells.append(self._cell(cell, table, at, at + width))
                at, column = at + width, column + span
            yield HeaderFooterRow(tuple(cells), least, whole)

    def _cell(
        self, cell: etree._Element, table: etree._Element, left: float, right: float
    ) -> HeaderFooterCell:
        align = attribute(child(cell, "tcPr", "vAlign"), "val") or ""
        return HeaderFooterCell(
            left + _margin_pt(cell, table, ("left", "start")),
            right - _margin_pt(cell, table, ("right", "end")),
            self.text_within(cell, "a table"),
            _ALIGNED.get(align, "top"),
            colour_of(child(cell, "tcPr", "shd"), self.colour_scheme, "fill", "themeFill"),
        )


def _held(holder: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for one in holder:
        if one.tag == W + name:
            yield one
        elif one.tag == W + "sdt" and (content := child(one, "sdtContent")) is not None:
            yield from _held(content, name)


def _margin_pt(cell: etree._Element, table: etree._Element, names: tuple[str, str]) -> float:
    """Return a margin of a cell, by either name of the side: its own, or else its table's."""
    held = (
        points(attribute(child(holder, name), "w"))
        for holder in (child(cell, "tcPr", "tcMar"), child(table, "tblPr", "tblCellMar"))
        for name in names
    )
    return next((one for one in held if one is not None), _CELL_MARGIN_PT)
