"""Events laid out across a page: a bar that is true to time, and below it a column for each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.layout.moving import attached, moved, owned
from briefgen.layout.paragraph import breaker_of, text_rows
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.timeline import LEADER, LEADER_PT, set_timeline
from briefgen.layout.units import EM
from briefgen.types.block import FIGURE_GAP_PT, Timeline
from briefgen.types.laid import Element, LineMark, Mark, RectangleMark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.plot import paler
from briefgen.types.prose import Run, runs
from briefgen.types.role import Role
from briefgen.types.time_bar import (
    BAR_PT,
    BELOW_LEADERS_PT,
    BETWEEN,
    LEADERS_PT,
    MARK_PT,
    Leader,
    Moment,
    TimeBar,
    leaders,
    time_bar,
)

OUTLINE_PT = 0.8


def set_strip(block: Timeline, width: int, setting: Setting, *, drawn: bool = True) -> BlockLayout:
    """Set events side by side below a bar of their time, or in a list where they do not fit.

    A leader joins each event with its place on the bar. An event not known to the month is a range
    there, a planned one is hollow. In the tags it is a list of events; bar and leaders are
    artifacts.
    """
    columns = block.columns(width / EM, setting.style(Role.STAT_LABEL).size_pt)
    if columns == 1:
        return set_timeline(block, width, setting, drawn=drawn)
    gap = mpt(FIGURE_GAP_PT)
    step = (width + gap) // columns
    elements = [Element("L", None)]
    bar = time_bar(block.moments, width, mpt(MARK_PT))
    marks = _bar_marks(bar, setting.page_style.accent) if drawn else []
    if drawn:
        marks += _leaders(leaders(bar.middles, [number * step for number in range(columns)]))
    top = mpt(BAR_PT + LEADERS_PT)
    height = top
    for number, moment in enumerate(block.moments):
        rows, own = _event(moment, step - gap, setting, drawn=drawn)
        base = len(elements)
        elements += attached(own, 0, base)
        y = top
        for row in rows:
            marks += [moved(owned(mark, base), number * step, y) for mark in row.marks]
            y += row.height_mpt
        height = max(height, y)
    after = mpt(setting.style(Role.STAT_DATE).space_after_pt)
    return BlockLayout(
        role=Role.STAT_LABEL,
        rows=(Row(height + after, tuple(marks), break_after=True),),
        elements=tuple(elements),
        space_before_mpt=0,
        space_after_mpt=0,
    )


def _event(
    moment: Moment, width: int, setting: Setting, *, drawn: bool
) -> tuple[list[Row], list[Element]]:
    """Set an event: when, and below it what; its elements count from its own item."""
    style = setting.style(Role.STAT_LABEL)
    elements = [Element("LI", None), Element("LBody", 0)]
    found: list[Row] = []
    for text in ([Run(moment.when, bold=True)], list(runs(moment.prose))):
        elements.append(Element("P", 1))
        words = styled_runs(text, style, setting, elements)
        left, right = mpt(style.indent_left_pt), width - mpt(style.indent_right_pt)
        found += text_rows(words, style, left, right, breaker=breaker_of(drawn=drawn, even=False))
    return found, elements


def _bar_marks(bar: TimeBar, accent: str) -> list[Mark]:
    fills = {"between": BETWEEN, "range": paler(accent), "event": accent, "planned": "#ffffff"}
    marks: list[Mark] = []
    for one in bar.stretches:
        rectangle = RectangleMark(one.start, 0, one.end - one.start, mpt(BAR_PT), fills[one.kind])
        if one.kind == "planned":
            inset = mpt(OUTLINE_PT) // 2
            rectangle = replace(
                rectangle,
                x_mpt=one.start + inset,
                y_mpt=inset,
                width_mpt=one.end - one.start - 2 * inset,
                height_mpt=mpt(BAR_PT) - 2 * inset,
                stroke=accent,
                line_mpt=mpt(OUTLINE_PT),
            )
        marks.append(rectangle)
    return marks


def _leaders(found: Sequence[Leader]) -> list[Mark]:
    """Return the leaders from the bar to the columns: down, across at their level, and down."""
    line, top = mpt(LEADER_PT), mpt(BAR_PT)
    height = mpt(LEADERS_PT - BELOW_LEADERS_PT)
    step = height // (2 + max(one.level for one in found))
    marks: list[Mark] = []
    for one in found:
        turn, (left, right) = top + step * (one.level + 1), one.across
        marks.append(LineMark(one.begin, top, one.begin, turn, LEADER, line))
        marks.append(LineMark(left, turn, right, turn, LEADER, line))
        marks.append(LineMark(one.end, turn, one.end, top + height, LEADER, line))
    return marks
