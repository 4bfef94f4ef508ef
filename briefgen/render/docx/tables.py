"""Tables: native ones, with caption, header rows that repeat, spans and alternative text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, twips
from briefgen.render.docx.frames import FramePosition, moved_out
from briefgen.render.docx.illustrations import write_caption
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.types.block import Cell, Table
from briefgen.types.prose import runs, text_of
from briefgen.types.role import Role
from briefgen.types.table_kind import (
    SPINE_GAP_PT,
    SPINE_PADDING_PT,
    SPINE_PT,
    is_kept_whole,
    margin_pt,
    stays_with_next,
    year_gaps_pt,
)

FIRST_ROW, FIRST_COLUMN, NO_ROW_BANDS, NO_COLUMN_BANDS = 0x20, 0x80, 0x200, 0x400
"""Bits of `w:tblLook` (ISO/IEC 29500-1, 17.4.55)."""

HEAD_RULE_EIGHTHS = 8
"""Width of the rule below header rows, in eighths of a point, as in the table style."""

_SIDES = ("top", "left", "bottom", "right")
"""The sides of a cell in the order of the schema."""

_INSIDE_CELL = FramePosition(0)


def write_table(table: Table, place: FramePosition, writer_context: WriterContext) -> list[Element]:
    """Return the caption, if there is one, and the table, over the width of its place."""
    size_pt = writer_context.style(Role.TABLE_TEXT).size_pt
    edges = table.edges(twips(place.width_pt), twips(size_pt))
    widths = [end - start for start, end in pairwise(edges)]
    rows = [*_rows(table, edges, writer_context, header=True)]
    if len(rows) > 1:
        _rule_below(rows[-1], writer_context.page_style.accent)
    rows += _rows(table, edges, writer_context, header=False)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    written = w("tbl", _properties(table, edges[-1], place, writer_context), grid, *rows)
    if not table.caption:
        return [written]
    caption = write_caption(
        table.caption, writer_context.table_label, table.number, table.anchor, place, writer_context
    )
    return [caption, written]


def _rule_below(row: Element, colour: str) -> None:
    """Rule below the last of several header rows: a table style knows the first row only."""
    for properties in row.iter(W + "tcPr"):
        line = w("bottom", val="single", sz=HEAD_RULE_EIGHTHS, space=0, color=colour[1:])
        after = (properties.find(W + name) for name in ("tcMar", "vAlign"))
        next(found for found in after if found is not None).addprevious(w("tcBorders", line))


def _properties(
    table: Table, width: int, place: FramePosition, writer_context: WriterContext
) -> Element:
    first_row = bool(table.header_rows)
    first_column = bool(table.rows) and all(row and row[0].header for row in table.rows)
    bits = NO_ROW_BANDS | NO_COLUMN_BANDS
    bits |= (FIRST_ROW if first_row else 0) | (FIRST_COLUMN if first_column else 0)
    heads = [text_of(cell.prose) for row in table.header_rows for cell in row]
    return w(
        "tblPr",
        w("tblStyle", val=writer_context.styles.id("Brief Table", "table")),
        w("tblW", w=width, type="dxa"),
        *moved_out(place),
        *(_spine(writer_context.page_style.accent) if table.kind == "dates" else ()),
        w("tblLayout", type="fixed"),
        *(_spine_gaps() if table.kind == "dates" else ()),
        w(
            "tblLook",
            val=f"{bits:04X}",
            firstRow=int(first_row),
            lastRow=0,
            firstColumn=int(first_column),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        *([w("tblCaption", val=text_of(table.caption))] if table.caption else ()),
        w("tblDescription", val="; ".join(head for head in heads if head)),
    )


def _spine(colour: str) -> Iterator[Element]:
    """Yield the borders of a table of dates: the line that they stand at, and no rules."""
    line = w("insideV", val="single", sz=round(8 * SPINE_PT), space=0, color=colour[1:])
    yield w("tblBorders", *(w(side, val="nil") for side in ("bottom", "insideH")), line)


def _without_spine(slot: _Slot, at: int) -> Iterator[str]:
    """Yield the sides of a cell that do not stand at the line, which is `at` one edge of all."""
    if 0 < slot.start < at:
        yield "left"
    if slot.end < at:
        yield "right"


def _spine_gaps() -> Iterator[Element]:
    """Yield the margins of its cells; the outer ones have none at their outer edge."""
    above, beside = twips(SPINE_PADDING_PT), twips(SPINE_GAP_PT)
    sides = (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    yield w("tblCellMar", *(w(side, w=gap, type="dxa") for side, gap in sides))


class _Slot(Struct, frozen=True):
    """A cell at its column, or what a cell above still covers."""

    start: int
    end: int
    cell: Cell | None
    rows: int


def _rows(
    table: Table,
    edges: list[int],
    writer_context: WriterContext,
    *,
    header: bool,
) -> Iterator[Element]:
    """Yield rows. Header rows stay with the first row below, and others as in layout.

    LibreOffice loses a last row that would stand alone below footnotes. No rule parts rows of the
    body that a cell spans.
    """
    rows = table.header_rows if header else table.rows
    whole = is_kept_whole(len(rows), table.kind, table.continued)
    goes_on = [not header and cells[0].goes_on for cells in rows]
    gaps_pt = year_gaps_pt(goes_on)
    covered: dict[int, _Slot] = {}
    joined = False
    for number, cells in enumerate(rows):
        together = header or stays_with_next(number, goes_on, whole=whole)
        slots = _slots(cells, covered, len(edges) - 1)
        properties = [w("cantSplit")]
        if header:
            properties.append(w("tblHeader"))
        above, joined = joined, not header and any(slot.rows > 1 for slot in slots)
        bare = [side for side, spanned in (("top", above), ("bottom", joined)) if spanned]
        yield w(
            "tr",
            w("trPr", *properties),
            *(
                _cell(
                    table,
                    slot,
                    edges,
                    writer_context,
                    header=header,
                    together=together,
                    bare=bare if slot.cell and slot.rows == 1 else (),
                    gap_pt=gaps_pt[number],
                )
                for slot in slots
            ),
        )
        covered = {
            slot.start: _Slot(slot.start, slot.end, None, slot.rows - 1)
            for slot in slots
            if slot.rows > 1
        }


def _slots(cells: tuple[Cell, ...], covered: dict[int, _Slot], columns: int) -> list[_Slot]:
    """Return the cells of a row from the left: its own, and those that spans from above cover."""
    slots: list[_Slot] = []
    waiting = iter(cells)
    column = 0
    while column < columns:
        if (slot := covered.get(column)) is None:
            cell = next(waiting, None)
            span = cell.column_span if cell else 1
            slot = _Slot(column, min(column + span, columns), cell, cell.row_span if cell else 1)
        slots.append(slot)
        column = slot.end
    return slots


def _cell(
    table: Table,
    slot: _Slot,
    edges: list[int],
    writer_context: WriterContext,
    *,
    header: bool,
    together: bool,
    bare: Sequence[str],
    gap_pt: float,
) -> Element:
    cell = slot.cell
    properties = [w("tcW", w=edges[slot.end] - edges[slot.start], type="dxa")]
    if slot.end - slot.start > 1:
        properties.append(w("gridSpan", val=slot.end - slot.start))
    if cell is None:
        properties.append(w("vMerge"))
    elif slot.rows > 1:
        properties.append(w("vMerge", val="restart"))
    outer = [w("top", w=twips(SPINE_PADDING_PT + gap_pt), type="dxa")] if gap_pt else []
    wide_pt = margin_pt(slot.start, len(table.shares) // table.stretches)
    if slot.start == 0:
        outer.append(w("left", w=0, type="dxa"))
    elif wide_pt is not None:
        outer.append(w("left", w=twips(wide_pt), type="dxa"))
    if slot.end == len(edges) - 1:
        outer.append(w("right", w=0, type="dxa"))
    sides = [*bare, *(_without_spine(slot, len(edges) - 2) if table.kind == "dates" else ())]
    if sides:
        sides.sort(key=_SIDES.index)
        properties.append(w("tcBorders", *(w(side, val="nil") for side in sides)))
    if outer:
        properties.append(w("tcMar", *outer))
    if header:
        properties.append(w("vAlign", val="bottom"))
    covered = Role.TABLE_HEADER if header else Role.TABLE_TEXT
    role = table.role(cell, slot.start, head=header) if cell else covered
    content = writer_context.text(runs(cell.prose), role) if cell else []
    paragraph = writer_context.paragraph(
        role, content, _INSIDE_CELL, keep_next=together, align=cell.align if cell else None
    )
    return w("tc", w("tcPr", *properties), paragraph)
