"""Layout tables of a template's own text: rows of cells, and where their text stands.

Cells of a table that reach over several rows (ISO/IEC 29500-1, 17.4.84).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.colour_scheme import colour_of
from briefgen.load.word.style import StyleSheet, border_of, chain
from briefgen.load.word.table_style import formats
from briefgen.ooxml.names import Element, W, attribute, child, points
from briefgen.ooxml.text import held
from briefgen.types.header_footer import (
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterRow,
    Rules,
)
from briefgen.types.page_style import Border


def is_continued(cell: Element) -> bool:
    """Whether a cell is the part of one that begins in a row above, and shows nothing itself."""
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and (attribute(merged, "val") or "continue") == "continue"


def begins_merged(cell: Element) -> bool:
    """Whether a cell may reach over rows below."""
    return child(cell, "tcPr", "vMerge") is not None and not is_continued(cell)


def rows_below(rows: Iterable[Sequence[Element]]) -> dict[Element, int]:
    """Return over how many rows below each cell of a table reaches that reaches over any."""
    found: dict[Element, int] = {}
    open_at: dict[int, Element] = {}
    for cells in rows:
        column, still = 0, {}
        for cell in cells:
            if begins_merged(cell):
                still[column] = cell
            elif is_continued(cell) and column in open_at:
                still[column] = open_at[column]
                found[still[column]] = found.get(still[column], 0) + 1
            column += int(attribute(child(cell, "tcPr", "gridSpan"), "val") or 1)
        open_at = still
    return found


_CELL_MARGIN_PT = 5.4
_THIN_PT = 0.5
_WHOLE_PT = 1.0
"""A table that differs less than this from the width of the text is as wide as the text."""

_MODE, _OF_2013 = "compatibilityMode", 15
"""What settings call the version of Word that a document was laid out for (MS-DOCX, 2.15.2)."""

_ALIGNED: dict[str, Literal["top", "center", "bottom"]] = {"center": "center", "bottom": "bottom"}


class Tables(Struct, frozen=True):
    """Reads layout tables that stand in a text of a width.

    `text_within` returns the paragraphs of an element, given what holds it in words. A table that
    `hangs_out` has the text of its first column at the indent, not its edge.
    """

    width_pt: float
    sheet: StyleSheet
    text_within: Callable[[etree._Element, str], tuple[HeaderFooterParagraph, ...]]
    hangs_out: bool = False

    def rows(self, table: etree._Element) -> Iterator[HeaderFooterRow]:
        """Yield the rows of a table."""
        columns = [
            points(attribute(one, "w")) or 0.0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        indent = points(attribute(child(table, "tblPr", "tblInd"), "w")) or 0.0
        whole = abs(sum(columns) - self.width_pt) <= _WHOLE_PT
        rows = _rows(table)
        below = rows_below(map(_cells, rows))
        if self.hangs_out:
            indent -= margin_at_left(table, self.sheet)
        borders = [one for one in self._borders(table) if one is not None]
        for number, row in enumerate(rows):
            ends = (number == 0, number == len(rows) - 1)
            least = points(attribute(child(row, "trPr", "trHeight"), "val")) or 0.0
            cells, at, column = [], indent, 0
            elements = _cells(row)
            for cell in elements:
                span = int(attribute(child(cell, "tcPr", "gridSpan"), "val") or 1)
                own = points(attribute(child(cell, "tcPr", "tcW"), "w"))
                width = sum(columns[column : column + span]) or own or 0.0
                sides = (cell is elements[0], *ends, cell is elements[-1])
                rules = self._rules(cell, borders, sides)
                read = self._cell(cell, table, (at, at + width), rules)
                if is_continued(cell):
                    read = replace(read, paragraphs=(), fill=None)
                cells.append(replace(read, more_rows=below.get(cell, 0)))
                at, column = at + width, column + span
            yield HeaderFooterRow(tuple(cells), least, whole)

    def _cell(
        self,
        cell: etree._Element,
        table: etree._Element,
        edges: tuple[float, float],
        rules: Rules,
    ) -> HeaderFooterCell:
        align = attribute(child(cell, "tcPr", "vAlign"), "val") or ""
        parts = formats(cell, self.sheet)
        left = _margin_pt(cell, table, self.sheet, ("left", "start"), _CELL_MARGIN_PT)
        right = _margin_pt(cell, table, self.sheet, ("right", "end"), _CELL_MARGIN_PT)
        top, bottom = (
            _margin_pt(cell, table, self.sheet, (side,), 0.0) for side in ("top", "bottom")
        )
        shaded = [child(one, "tcPr", "shd") for one in (cell, *reversed(parts))]
        shade = next((one for one in shaded if one is not None), None)
        return HeaderFooterCell(
            edges[0] + left,
            edges[1] - right,
            _apart(self.text_within(cell, "a table"), top, bottom),
            _ALIGNED.get(align, "top"),
            colour_of(shade, self.sheet.colour_scheme, "fill", "themeFill"),
            (left, right),
            rules,
        )

    def _borders(self, table: etree._Element) -> Iterator[etree._Element | None]:
        """Yield what says the rules of a table: itself, its style, and what that is based on."""
        yield child(table, "tblPr", "tblBorders")
        style = self.sheet.ids.get(attribute(child(table, "tblPr", "tblStyle"), "val") or "")
        for one in [] if style is None else reversed(chain(style, self.sheet)):
            yield child(one, "tblPr", "tblBorders")

    def _rules(
        self,
        cell: etree._Element,
        borders: list[etree._Element],
        ends: tuple[bool, bool, bool, bool],
    ) -> Rules:
        """Return the rules of a cell at left, top, right and bottom.

        `ends` says whether it is the first or last of its row and of its column: left, top, bottom
        and right.
        """
        left, top, bottom, right = ends
        own = child(cell, "tcPr", "tcBorders")
        found = []
        for names, outer, inner in (
            (("left", "start"), left, "insideV"),
            (("top",), top, "insideH"),
            (("right", "end"), right, "insideV"),
            (("bottom",), bottom, "insideH"),
        ):
            wanted = names if outer else (inner,)
            said = [_first(own, names), *(_first(one, wanted) for one in borders)]
            found.append(rule_of(next((one for one in said if one is not None), None), self.sheet))
        return (
            found[0],
            None if is_continued(cell) else found[1],
            found[2],
            None if begins_merged(cell) else found[3],
        )


def hangs_out(settings: etree._Element | None) -> bool:
    """Whether tables stand as in versions of Word before 2013, whose text is at the margin."""
    modes = [] if settings is None else settings.iter(W + "compatSetting")
    said = [one for one in modes if attribute(one, "name") == _MODE]
    mode = attribute(said[0], "val") if said else None
    return not (mode and mode.isdigit() and int(mode) >= _OF_2013)


def margin_at_left(table: etree._Element, sheet: StyleSheet) -> float:
    """Return the margin at the left that a table gives its cells, whatever one of them has."""
    cell = next(table.iter(W + "tc"), None)
    styles = [] if cell is None else formats(cell, sheet)
    holders = [table, *reversed(styles)]
    margins = [child(one, "tblPr", "tblCellMar") for one in holders]
    return _first_of(margins, ("left", "start"), _CELL_MARGIN_PT)


def _margin_pt(
    cell: etree._Element,
    table: etree._Element,
    sheet: StyleSheet,
    names: tuple[str, ...],
    usual: float,
) -> float:
    """Return a margin of a cell, by any name of the side: its own, the table's, the style's."""
    holders = [child(cell, "tcPr", "tcMar"), child(table, "tblPr", "tblCellMar")]
    holders += [child(one, "tblPr", "tblCellMar") for one in reversed(formats(cell, sheet))]
    return _first_of(holders, names, usual)


def _first_of(holders: list[etree._Element | None], names: tuple[str, ...], usual: float) -> float:
    """Return the first width that one of several gives under one of some names."""
    margins = (points(attribute(child(one, name), "w")) for one in holders for name in names)
    return next((one for one in margins if one is not None), usual)


def _apart(
    paragraphs: tuple[HeaderFooterParagraph, ...], top_pt: float, bottom_pt: float
) -> tuple[HeaderFooterParagraph, ...]:
    """Return the paragraphs of a cell with its margins above and below them."""
    if not paragraphs or not (top_pt or bottom_pt):
        return paragraphs
    first, *others = paragraphs
    style = replace(first.style, space_before_pt=first.style.space_before_pt + top_pt)
    *others, last = [replace(first, style=style), *others]
    style = replace(last.style, space_after_pt=last.style.space_after_pt + bottom_pt)
    return (*others, replace(last, style=style))


def _first(borders: etree._Element | None, names: tuple[str, ...]) -> etree._Element | None:
    found = (child(borders, name) for name in names)
    return next((one for one in found if one is not None), None)


def rule_of(border: etree._Element | None, sheet: StyleSheet) -> Border | None:
    """Return a rule as it is given, in eighths of a point; None for none."""
    return border_of(border, sheet.colour_scheme, _THIN_PT)


def _rows(table: etree._Element) -> list[etree._Element]:
    return [one for one in held(table) if one.tag == W + "tr"]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [one for one in held(row) if one.tag == W + "tc"]
