"""Key figures laid out: one under another in a narrow column, side by side in a wide one.

A strip of large figures laid out: columns of equal width, each under a rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.layout.moving import attached, moved, owned, panel_marks
from briefgen.layout.paragraph import breaker_of, kept_together, text_rows, with_panel
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import EM, RunStyle
from briefgen.types.block import KeyFigure, KeyFigures
from briefgen.types.laid import Element, Mark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import Run, runs
from briefgen.types.role import Role
from briefgen.types.table_kind import lead_pt

SetFigure = tuple[tuple[Row, ...], tuple[Element, ...]]
"""The rows of a figure, and its elements, which count from its own item."""

KEPT = 500
"""Figures that are kept once they are set."""


def set_key_figures(
    block: KeyFigures, width: int, setting: Setting, *, drawn: bool = True
) -> BlockLayout:
    """Set figures as a list: each a large value over its noun, scope and date."""
    lead = setting.style(Role.LEAD_FIGURE)
    if block.beside and (value_pt := lead_pt(block.figures[0].value, lead.size_pt, width / EM)):
        return _beside(block.figures[0], mpt(value_pt), width, setting, drawn)
    alone = block.columns(width / EM, setting.style(Role.KEY_FIGURE).size_pt) == 1
    leads = alone and block.leads(width / EM, lead.size_pt)

    def set_figure(figure: KeyFigure, column: int) -> SetFigure:
        first = leads and figure is block.figures[0]
        return _figure(figure, column, setting, drawn, lead if first else None)

    roles = (Role.KEY_FIGURE, Role.KEY_FIGURE_LABEL)
    return list_of_figures(block, width, setting, roles, set_figure)


def _beside(
    figure: KeyFigure, label_at: int, width: int, setting: Setting, drawn: bool
) -> BlockLayout:
    """Set one figure with what it counts beside it, as the cells of a row: both at its middle."""
    style, label = setting.style(Role.LEAD_FIGURE), setting.style(Role.LEAD_LABEL)
    elements = [Element("L", None), Element("LI", 0), Element("LBody", 1), Element("P", 2)]
    value = [(figure.value, RunStyle(setting.face(style), style.size_pt, style.colour, 3))]
    rows = text_rows(value, style, 0, width, breaker=breaker_of(drawn=drawn, even=False))
    elements.append(Element("P", 2))
    words = styled_runs(runs(figure.label), label, setting, elements)
    even = breaker_of(drawn=drawn, even=True, whole=True)
    told = text_rows(words, label, label_at, width, breaker=even)
    cells = [_in_cell(rows, style), _in_cell(told, label)]
    height = max(sum(row.height_mpt for row in cell) for cell in cells)
    marks: list[Mark] = []
    for cell in cells:
        y = (height - sum(row.height_mpt for row in cell)) // 2
        for row in cell:
            marks += [moved(mark, 0, y) for mark in row.marks]
            y += row.height_mpt
    return BlockLayout(
        role=Role.LEAD_FIGURE,
        rows=(Row(height, tuple(marks), break_after=True),),
        elements=tuple(elements),
        space_before_mpt=0,
        space_after_mpt=0,
    )


def _in_cell(rows: list[Row], style: TextStyle) -> list[Row]:
    """Return lines with the space before and after them, as a cell has it inside."""
    space = (style.space_before_pt, style.space_after_pt)
    above, below = (Row(mpt(one), (), break_after=False) for one in space)
    return [above, *rows, below]


def list_of_figures(
    block: KeyFigures,
    width: int,
    setting: Setting,
    roles: tuple[Role, Role],
    set_figure: Callable[[KeyFigure, int], SetFigure],
) -> BlockLayout:
    """Set figures as a list, each in its column; `roles` are those of its first and last line."""
    first, last = (setting.style(role) for role in roles)
    columns = block.columns(width / EM, first.size_pt)
    gap = mpt(block.gap_pt)
    column = (width - gap * (columns - 1)) // columns
    elements = [Element("L", None)]
    cells: list[list[Row]] = []
    for figure in block.figures:
        set_rows, own = set_figure(figure, column)
        base = len(elements)
        elements += attached(own, 0, base)
        cells.append(
            [replace(row, marks=tuple(owned(mark, base) for mark in row.marks)) for row in set_rows]
        )
    before, after = mpt(first.space_before_pt), mpt(last.space_after_pt)
    if columns == 1:
        rows = _stacked(cells, max(before, after))
    else:
        rows = _shelved(cells, columns, column + gap, (before, after))
    return BlockLayout(
        role=roles[0],
        rows=tuple(rows),
        elements=tuple(elements),
        space_before_mpt=before if columns == 1 else 0,
        space_after_mpt=after if columns == 1 else 0,
    )


def _shelved(cells: list[list[Row]], columns: int, step: int, space: tuple[int, int]) -> list[Row]:
    """Set figures in rows of so many, `step` apart, with the space before and after them."""
    shelves = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    return [_side_by_side(resources, step, *space) for resources in shelves]


def _stacked(cells: list[list[Row]], between: int) -> list[Row]:
    """Set figures one under another, as paragraphs are."""
    rows: list[Row] = []
    for number, cell in enumerate(cells):
        kept = list(kept_together(cell))
        if number < len(cells) - 1:
            kept[-1] = replace(kept[-1], height_mpt=kept[-1].height_mpt + between)
        rows += kept
    return rows


@kept(KEPT)
def _figure(
    figure: KeyFigure, width: int, setting: Setting, drawn: bool, lead: TextStyle | None = None
) -> SetFigure:
    """Set a figure; its elements count from its own item. It stands in sets of every size."""
    style, label = lead or setting.style(Role.KEY_FIGURE), setting.style(Role.KEY_FIGURE_LABEL)
    elements = [Element("LI", None), Element("LBody", 0), Element("P", 1)]
    value = [(figure.value, RunStyle(setting.face(style), style.size_pt, style.colour, 2))]
    rows = text_rows(value, style, 0, width, breaker=breaker_of(drawn=drawn, even=False))
    between = mpt(max(style.space_after_pt, label.space_before_pt))
    rows[-1] = replace(rows[-1], height_mpt=rows[-1].height_mpt + between)
    elements.append(Element("P", 1))
    words = styled_runs(runs(figure.label), label, setting, elements)
    rows += text_rows(
        words, label, 0, width, breaker=breaker_of(drawn=drawn, even=True, whole=True)
    )
    return tuple(rows), tuple(elements)


def _side_by_side(resources: list[list[Row]], step: int, before: int, after: int) -> Row:
    """Set figures beside one another, as cells of a table are: with all their space inside."""
    marks: list[Mark] = []
    height = 0
    for number, rows in enumerate(resources):
        y = before
        for row in rows:
            marks += [moved(mark, number * step, y) for mark in row.marks]
            y += row.height_mpt
        height = max(height, y + after)
    return Row(height, tuple(marks), break_after=True)


STATS_KEPT = 200
"""Figures that are kept once they are set."""

_FIRST, _LAST = Role.STAT_FIGURE, Role.STAT_DATE


def set_stats(
    block: KeyFigures, width: int, setting: Setting, *, drawn: bool = True
) -> BlockLayout:
    """Set figures as a list: each a rule, a large value, what it counts, and when."""
    return list_of_figures(
        block,
        width,
        setting,
        (_FIRST, _LAST),
        lambda figure, column: _stat(figure, column, setting, drawn),
    )


@kept(STATS_KEPT)
def _stat(figure: KeyFigure, width: int, setting: Setting, drawn: bool) -> SetFigure:
    """Set a figure; its elements count from its own item. It stands in strips of every size."""
    elements = [Element("LI", None), Element("LBody", 0)]
    lines = [
        (Role.STAT_FIGURE, [Run(figure.value)]),
        (Role.STAT_LABEL, list(runs(figure.label))),
        (Role.STAT_DATE, [Run(figure.when)] if figure.when else []),
    ]
    found: list[Row] = []
    shown = [(role, text) for role, text in lines if text]
    for (role, text), (below, _) in pairwise([*shown, (_LAST, [])]):
        style = setting.style(role)
        elements.append(Element("P", 1))
        left, right = mpt(style.indent_left_pt), width - mpt(style.indent_right_pt)
        even = role is not Role.STAT_FIGURE
        words = styled_runs(text, style, setting, elements)
        rows = text_rows(
            words, style, left, right, breaker=breaker_of(drawn=drawn, even=even, whole=True)
        )
        panel, rows = with_panel(rows, style, width)
        if panel and drawn:
            height = sum(row.height_mpt for row in rows)
            rows[0] = replace(rows[0], marks=(*panel_marks(panel, 0, 0, height), *rows[0].marks))
        if role is not shown[-1][0]:
            between = mpt(max(style.space_after_pt, setting.style(below).space_before_pt))
            rows[-1] = replace(rows[-1], height_mpt=rows[-1].height_mpt + between)
        found += rows
    return tuple(found), tuple(elements)
