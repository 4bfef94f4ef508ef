"""A strip of large figures laid out: columns of equal width, each under a rule of its own."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.layout.figures import SetFigure, list_of_figures
from briefgen.layout.moving import panel_marks
from briefgen.layout.paragraph import breaker_of, text_rows, with_panel
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.types.block import KeyFigure, KeyFigures
from briefgen.types.laid import Element
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.prose import Run, runs
from briefgen.types.role import Role

KEPT = 200
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


@kept(KEPT)
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
