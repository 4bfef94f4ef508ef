"""Tables laid out: one row of the layout for each row of the table."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.illustration import caption_rows
from briefgen.layout.moving import moved, owned
from briefgen.layout.paragraph import Breaker, breaker_of, text_rows
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.types.block import Cell, Table
from briefgen.types.laid import Element, LineMark, Mark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.prose import plain, runs
from briefgen.types.role import Role
from briefgen.types.table_kind import (
    MOST_KEPT,
    SPINE_GAP_PT,
    SPINE_PADDING_PT,
    SPINE_PT,
    is_kept_whole,
    margin_pt,
    stays_with_next,
    year_gaps_pt,
)

PADDING_X_PT = 4.0
PADDING_Y_PT = 2.5
"""White space between the text of a cell and its edges, as in the Word template's table style."""

RULE_PT = 0.5
HEAD_RULE_PT = 1.0
RULE = "#c9ced3"


class _Spacing(Struct, frozen=True):
    """White space in the cells of a table: beside the line between its columns, at other edges."""

    inner_pt: float
    y_pt: float


def _spacing(table: Table) -> _Spacing:
    if table.kind == "dates":
        return _Spacing(SPINE_GAP_PT, SPINE_PADDING_PT)
    return _Spacing(PADDING_X_PT, PADDING_Y_PT)


WORD_ROUNDING_MPT = 100
"""What a cell's lines leave free: Word has its edges in whole twips, a twentieth of a point."""


class _SetCell(Struct, frozen=True):
    """A cell set to its width: the rows it spans, its lines and their height with padding."""

    row_span: int
    lines: tuple[Row, ...]
    height_mpt: int


def set_table(
    block: Table, width: int, setting: Setting, caption: str, *, drawn: bool = True
) -> BlockLayout:
    """Set a table to a width. A column may end between rows that no span joins.

    Header rows are set again, as artifacts, at the head of each column that the table continues
    in. `caption` is the word with the table's number, such as "Table 2"; a table without a caption
    has none, and no space above it, as in Word.
    """
    breaker = breaker_of(drawn=drawn, even=False)
    elements = [Element("Table", None)]
    rows: list[Row] = []
    if block.caption:
        elements.append(Element("Caption", 0, target=block.anchor))
        rows = caption_rows(block.caption, caption, width, setting, elements, breaker)
    edges = block.edges(width, mpt(setting.style(Role.TABLE_TEXT).size_pt))
    width = edges[-1]
    head: list[Row] = []
    again: list[Row] = []
    if block.header_rows:
        elements.append(Element("THead", 0))
        head = _section(block, block.header_rows, edges, setting, elements, breaker)
        head, again = _head(head, width, setting), _continued(block, edges, setting, breaker)
    elements.append(Element("TBody", 0))
    body = _with_gaps(block, _section(block, block.rows, edges, setting, elements, breaker))
    if block.kind == "dates":
        body = [_at_spine(row, edges[-2], setting.page_style.accent) for row in body]
    else:
        body = [_ruled(row, width, RULE, mpt(RULE_PT)) for row in body]
    style = setting.style(Role.CAPTION)
    return BlockLayout(
        role=Role.TABLE_TEXT,
        rows=(
            *rows,
            *(replace(row, break_after=False) for row in head),
            *_kept(block, body, setting),
        ),
        elements=tuple(elements),
        space_before_mpt=mpt(style.space_before_pt) if block.caption else 0,
        space_after_mpt=mpt(setting.style(Role.BODY).space_after_pt),
        repeat=tuple(
            replace(row, marks=tuple(owned(mark, None) for mark in row.marks)) for row in again
        ),
    )


def _head(head: list[Row], width: int, setting: Setting, *, again: bool = False) -> list[Row]:
    """Rule below the last row of a head; where it is set `again`, it is no higher for that."""
    ruled = _ruled(head[-1], width, setting.page_style.accent, mpt(HEAD_RULE_PT))
    added = 0 if again else mpt(HEAD_RULE_PT - RULE_PT)
    return [*head[:-1], replace(ruled, height_mpt=ruled.height_mpt + added)]


def _continued(block: Table, edges: list[int], setting: Setting, breaker: Breaker) -> list[Row]:
    """Set the head again for a further page, where the widest column says that it is continued."""
    widths = [end - start for start, end in pairwise(edges)]
    widest = widths.index(max(widths))
    *above, last = block.header_rows
    ends = [*accumulate(cell.column_span for cell in last)]
    at = next((at for at, end in enumerate(ends) if end > widest), None)
    if block.continued and ends[-1] == len(widths) and at is not None:
        said = (*last[at].prose, *plain(f" ({block.continued})"))
        last = (*last[:at], replace(last[at], prose=said), *last[at + 1 :])
    rows = _section(block, (*above, last), edges, setting, [Element("THead", 0)], breaker)
    return _head(rows, edges[-1], setting, again=True)


def _with_gaps(block: Table, body: list[Row]) -> list[Row]:
    """Add the white space above rows that open a group."""
    gaps = [mpt(gap_pt) for gap_pt in year_gaps_pt([cells[0].goes_on for cells in block.rows])]
    return [
        replace(
            row,
            height_mpt=row.height_mpt + gap,
            marks=tuple(moved(mark, 0, gap) for mark in row.marks),
        )
        if gap
        else row
        for row, gap in zip(body, gaps, strict=True)
    ]


def _kept(block: Table, body: list[Row], setting: Setting) -> list[Row]:
    """Keep few rows together, and of more some at either end: a row alone looks lost."""
    most = int(MOST_KEPT[block.kind] * mpt(setting.page_style.page_height_pt))
    whole = is_kept_whole(len(body), block.kind, block.continued)
    goes_on = [cells[0].goes_on for cells in block.rows]
    kept = [stays_with_next(number, goes_on, whole=whole) for number in range(len(body))]
    height, start = 0, 0
    for number, row in enumerate(body):
        height += row.height_mpt
        if height > most:
            kept[start:number] = [False] * (number - start)
        if not kept[number] or height > most:
            height, start = 0, number + 1
    return [
        replace(row, break_after=False) if stays else row
        for row, stays in zip(body, kept, strict=True)
    ]


def _section(
    table: Table,
    table_rows: tuple[tuple[Cell, ...], ...],
    edges: list[int],
    setting: Setting,
    elements: list[Element],
    breaker: Breaker,
) -> list[Row]:
    """Set the header rows or the body rows of a table."""
    parent = len(elements) - 1
    covered = [0] * (len(edges) - 1)
    placed: list[list[_SetCell]] = []
    for cells in table_rows:
        row_element = len(elements)
        elements.append(Element("TR", parent))
        placed.append(
            _row(table, cells, covered, edges, setting, elements, row_element, breaker=breaker)
        )
        covered = [max(0, left - 1) for left in covered]
    at_foot = elements[parent].tag == "THead"
    return _rows(placed, mpt(_spacing(table).y_pt), at_foot=at_foot)


def _row(
    table: Table,
    cells: tuple[Cell, ...],
    covered: list[int],
    edges: list[int],
    setting: Setting,
    elements: list[Element],
    parent: int,
    *,
    breaker: Breaker,
) -> list[_SetCell]:
    column, spacing = 0, _spacing(table)
    placed: list[_SetCell] = []
    scope: Literal["Column", "Row"] = (
        "Column" if elements[elements[parent].parent or 0].tag == "THead" else "Row"
    )
    for cell in cells:
        while covered[column]:
            column += 1
        end = column + cell.column_span
        role = table.role(cell, column, head=scope == "Column")
        style = replace(setting.style(role), align=cell.align)
        elements.append(
            Element(
                "TH" if cell.header else "TD",
                parent,
                scope=scope if cell.header else None,
                column_span=cell.column_span,
                row_span=cell.row_span,
            )
        )
        text = styled_runs(runs(cell.prose), style, setting, elements)
        padding = mpt(spacing.inner_pt)
        wide_pt = margin_pt(column, len(table.shares) // table.stretches)
        gap = padding if wide_pt is None else mpt(wide_pt)
        left = edges[column] + (gap if column else 0)
        right = edges[end] - (padding if end < len(edges) - 1 else 0)
        right -= WORD_ROUNDING_MPT if style.align == "left" else 0
        lines = tuple(text_rows(text, style, left, right, breaker=breaker)) if text else ()
        height = sum(line.height_mpt for line in lines) + 2 * mpt(spacing.y_pt)
        placed.append(_SetCell(cell.row_span, lines, height))
        covered[column:end] = [cell.row_span] * cell.column_span
        column = end
    return placed


def _rows(placed: list[list[_SetCell]], padding: int, *, at_foot: bool) -> list[Row]:
    """Give rows their heights and marks. A spanning cell adds to its last row what it lacks.

    Heads stand at the foot of their cells, on the rule below them.
    """
    heights = [max((c.height_mpt for c in row if c.row_span == 1), default=0) for row in placed]
    joined = [False] * len(placed)
    for number, row in enumerate(placed):
        for cell in row:
            last = min(number + cell.row_span, len(placed)) - 1
            missing = cell.height_mpt - sum(heights[number : last + 1])
            heights[last] += max(0, missing)
            joined[number:last] = [True] * (last - number)
    rows: list[Row] = []
    for number, row in enumerate(placed):
        marks: list[Mark] = []
        for cell in row:
            y = padding
            if at_foot and cell.row_span == 1:
                y += heights[number] - cell.height_mpt
            for line in cell.lines:
                marks += [moved(mark, 0, y) for mark in line.marks]
                y += line.height_mpt
        rows.append(Row(heights[number], tuple(marks), break_after=not joined[number]))
    return rows


def _at_spine(row: Row, x: int, colour: str) -> Row:
    """Draw the part beside a row of the line that dates stand at."""
    spine = LineMark(x, 0, x, row.height_mpt, colour, mpt(SPINE_PT))
    return replace(row, marks=(*row.marks, spine))


def _ruled(row: Row, width: int, colour: str, line_mpt: int) -> Row:
    """Rule below a row, unless it is joined to the next one, and make it as high as Word does.

    Word processors add the width of the rule to the height of every row; that of the wider rule
    below a head only where the table begins.
    """
    height = row.height_mpt + mpt(RULE_PT)
    if not row.break_after:
        return replace(row, height_mpt=height)
    rule = LineMark(0, row.height_mpt, width, row.height_mpt, colour, line_mpt)
    return replace(row, height_mpt=height, marks=(*row.marks, rule))
