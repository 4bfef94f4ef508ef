"""Tables of headers, footers and a template's own text: cells beside and below one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.drawing import Anchored, anchored, ruled, set_cell, stacked
from briefgen.layout.header_footer_line import Leaf
from briefgen.layout.moving import moved
from briefgen.layout.setting import mpt
from briefgen.types.finding import Bug
from briefgen.types.header_footer import HeaderFooterCell, HeaderFooterRow
from briefgen.types.laid import Mark, RectangleMark, TextMark
from briefgen.types.measure import Row

_SEAM_MPT = 100
"""Cells are neighbours that stand no further apart: their edges are rounded each by itself."""

_CAPITALS = 0.64
"""Height of capitals in sizes of usual text faces."""


class _SetCell(Struct, frozen=True):
    """A cell with where its text begins and ends, and its lines."""

    cell: HeaderFooterCell
    edges: tuple[int, int]
    lines: Row


def table_rows(rows: Sequence[object], leaf: Leaf) -> Iterator[tuple[Row, tuple[Anchored, ...]]]:
    """Yield the rows of a table, set, each with what floats in its cells.

    What a cell over several rows asks for beyond the height of these is given to the last of them,
    as word processors do.
    """
    read = [_checked(row) for row in rows]
    cells = [_set_cells(row, leaf) for row in read]
    heights = [
        max([mpt(row.least_pt), *(one.lines.height_mpt for one in own if not one.cell.more_rows)])
        for row, own in zip(read, cells, strict=True)
    ]
    for number, own in enumerate(cells):
        for one in own:
            last = min(number + one.cell.more_rows, len(read) - 1)
            missing = one.lines.height_mpt - sum(heights[number : last + 1])
            heights[last] += max(0, missing)
    for number, own in enumerate(cells):
        reached = [sum(heights[number : number + one.cell.more_rows + 1]) for one in own]
        floating = (
            each
            for one, whole in zip(own, reached, strict=True)
            for each in _anchored_in(one, leaf, _down(one, whole))
        )
        yield _row(own, heights[number], reached), tuple(floating)


def _checked(row: object) -> HeaderFooterRow:
    if not isinstance(row, HeaderFooterRow):
        raise Bug(f"{type(row).__name__} was not filled before layout")
    return row


def _set_cells(row: HeaderFooterRow, leaf: Leaf) -> list[_SetCell]:
    """Set the cells of a row; below a rule at its top, their text stands lower by the rule."""
    scale = leaf.width_mpt / mpt(leaf.own_pt) if row.whole and leaf.own_pt else 1.0
    rules = (cell.rules[1] for cell in row.cells)
    above = Row(mpt(max([rule.width_pt for rule in rules if rule], default=0.0)), ())
    edges = [_edges(cell, scale) for cell in row.cells]
    return [
        _SetCell(cell, edge, stacked([above, set_cell(cell, leaf, *edge)]))
        for cell, edge in zip(row.cells, edges, strict=True)
    ]


def _anchored_in(one: _SetCell, leaf: Leaf, down: int) -> Iterator[Anchored]:
    """Yield what floats in a cell whose text begins so far down, each from where its line is."""
    for number, paragraph in enumerate(one.cell.paragraphs):
        for each in anchored(paragraph, *one.edges):
            above = replace(one.cell, paragraphs=one.cell.paragraphs[:number])
            own = set_cell(above, leaf, *one.edges).height_mpt if number else 0
            yield replace(each, down_mpt=down + own)


def _edges(cell: HeaderFooterCell, scale: float) -> tuple[int, int]:
    """Return where the text of a cell begins and ends: cells grow, white space in them does not."""
    left, right = cell.margins_pt
    begin, end = mpt(cell.left_pt - left) * scale, mpt(cell.right_pt + right) * scale
    return round(begin) + mpt(left), round(end) - mpt(right)


def _row(cells: list[_SetCell], height: int, reached: list[int]) -> Row:
    """Return the marks of a row, of which each cell reaches so far down."""
    marks: list[Mark] = [*_grounds(cells, reached)]
    for one, whole in zip(cells, reached, strict=True):
        (left, right), margins = one.edges, one.cell.margins_pt
        outer = left - mpt(margins[0]), right + mpt(margins[1])
        marks += ruled(one.cell.rules, (outer[0], 0, outer[1], height))
        marks += [moved(mark, 0, _down(one, whole)) for mark in one.lines.marks]
    return Row(height, tuple(marks))


def _down(one: _SetCell, height: int) -> int:
    """Return how far down the text of a cell of a height begins."""
    if one.cell.align == "center":
        return _centred(one.lines, height)
    return height - one.lines.height_mpt if one.cell.align == "bottom" else 0


def _centred(lines: Row, height: int) -> int:
    """Return how far down lines stand in the middle of a row, to the eye.

    That is where there is as much above the capitals of the first as below the base of the last.
    """
    spare = height - lines.height_mpt
    words = [mark for mark in lines.marks if isinstance(mark, TextMark)]
    if not words:
        return spare // 2
    top = min(mark.baseline_mpt - round(mark.size_mpt * _CAPITALS) for mark in words)
    below = height - max(mark.baseline_mpt for mark in words)
    return min(max((below - top) // 2, 0), spare)


def _grounds(cells: list[_SetCell], reached: list[int]) -> Iterator[RectangleMark]:
    """Yield the grounds of cells, one for neighbours of a colour: a seam would show on screens."""
    grounds: list[tuple[int, int, int, str]] = []
    for one, height in zip(cells, reached, strict=True):
        if one.cell.fill is None:
            continue
        margins = one.cell.margins_pt
        begin, end = one.edges[0] - mpt(margins[0]), one.edges[1] + mpt(margins[1])
        alike = grounds and grounds[-1][2:] == (height, one.cell.fill)
        if alike and abs(grounds[-1][1] - begin) <= _SEAM_MPT:
            begin = grounds.pop()[0]
        grounds.append((begin, end, height, one.cell.fill))
    for begin, end, height, fill in grounds:
        yield RectangleMark(begin, 0, end - begin, height, fill)
