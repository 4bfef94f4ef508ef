"""A time line laid out: a vertical axis, events at their place in time, labels apart.

Where events cluster, so that labels would stand far from their dots, it is a list at even distances
instead, and the axis is dashed where much time lies between two events. On an organisation's
template it is the list that Word has, in the colours of its text and without an axis.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.layout.moving import Steps, attached, placed
from briefgen.layout.paragraph import baseline_mpt, breaker_of, text_rows
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.types.block import Timeline
from briefgen.types.laid import CircleMark, Element, LineMark, Mark, PathMark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import Run, runs
from briefgen.types.role import Role
from briefgen.types.time_bar import Moment

AXIS_PT = 3.5
"""Where the axis stands, from the left."""

LABEL_PT = 22.0
"""Where the labels start; leaders run from the axis to them."""

DOT_PT = 2.4
LINE_PT = 0.8
NEXT_DOT_PT, NEXT_LINE_PT = 3.0, 1.4
"""The same of what is planned next."""

LEADER_PT = 0.4
GAP_PT = 3.0
"""Least white space between two labels."""

LEADER = "#8a9199"

MOST_MOVED_LINES = 1
"""Lines that a label may stand away from its dot: beyond, leaders are a sheaf."""

LONG_GAP = 2
"""Times the mean between two events, from which on the time between two is a gap."""

DASHES_PT = (1.2, 2.2)

LISTED_DOT = 0.21, 0.3, 0.36
"""Radius of a dot of a list, how far in and how far above the base line its middle stands, in sizes
of the text: those of the mark that Word prints."""

KEPT = 500
"""Labels that are kept once they are set."""


class _Label(Struct, frozen=True):
    """A label set: its rows, its first base line, and its elements, which count from its item."""

    rows: tuple[Row, ...]
    elements: tuple[Element, ...]
    planned: bool
    next: bool
    base_mpt: int

    @property
    def height_mpt(self) -> int:
        return sum(row.height_mpt for row in self.rows)


def set_timeline(
    block: Timeline, width: int, setting: Setting, height_mpt: int = 0, *, drawn: bool = True
) -> BlockLayout:
    """Set a time line at least as high as its labels, and as `height_mpt` where that is more.

    Dots stand at their true place in time. A label stands beside its dot as far as its neighbours
    allow; where it had to move, a leader joins the two. Where one would have to move by more than
    `MOST_MOVED_LINES`, all stand at even distances, each beside its dot. Labels never overlap,
    whatever the number of events. In the tags it is a list of events; axis, dots and leaders are
    artifacts. Where events are listed, they take the room of their labels.
    """
    style = setting.style(Role.EVENT)
    labels = [_label(moment, width, setting, drawn) for moment in block.moments]
    listed = setting.page_style.lists_events
    gap = _own_gap_mpt(style) if listed else _gap_mpt(style)
    least = sum(label.height_mpt for label in labels) + gap * (len(labels) - 1)
    height = least if listed else max(least, height_mpt)
    elements = [Element("L", None)]
    marks = _marks(block, labels, height, setting, elements) if drawn else []
    return BlockLayout(
        role=Role.EVENT,
        rows=(Row(height, tuple(marks), break_after=True),),
        elements=tuple(elements),
        space_before_mpt=mpt(style.space_before_pt),
        space_after_mpt=mpt(style.space_after_pt),
    )


def _marks(
    block: Timeline,
    labels: list[_Label],
    height: int,
    setting: Setting,
    elements: list[Element],
) -> list[Mark]:
    """Return axis, leaders, dots and labels, and append the elements of the labels."""
    style = setting.style(Role.EVENT)
    if setting.page_style.lists_events:
        return _listed(labels, style, elements)
    leading = mpt(style.leading_pt)
    dots = _dots(block, leading // 2, height - labels[-1].height_mpt + leading // 2)
    gap = _gap_mpt(style)
    wanted = [dot - leading // 2 for dot in dots]
    tops = _tops(wanted, labels, height, gap)
    accent = setting.page_style.accent
    axis = mpt(AXIS_PT)
    moved = max(abs(top - want) for top, want in zip(tops, wanted, strict=True))
    if moved > MOST_MOVED_LINES * leading:
        tops = _even(labels, height, gap)
        dots = [top + leading // 2 for top in tops]
        marks = _dashed_axis(block, dots, accent)
    else:
        marks = [LineMark(axis, dots[0], axis, dots[-1], accent, mpt(LINE_PT))]
        for dot, top in zip(dots, tops, strict=True):
            marks += _leader(dot, top + leading // 2)
    for dot, label in zip(dots, labels, strict=True):
        radius, line = (NEXT_DOT_PT, NEXT_LINE_PT) if label.next else (DOT_PT, LINE_PT)
        marks.append(_dot((axis, dot), mpt(radius), accent, mpt(line), hollow=label.planned))
    for top, label in zip(tops, labels, strict=True):
        marks += _placed(label, mpt(LABEL_PT), top, elements)
    return marks


def _placed(label: _Label, left: int, top: int, elements: list[Element]) -> list[Mark]:
    """Return the marks of a label at its place, and append its elements."""
    base, marks = len(elements), []
    elements += attached(label.elements, 0, base)
    for row in label.rows:
        marks += [placed(mark, base, left, top) for mark in row.marks]
        top += row.height_mpt
    return marks


def _listed(labels: list[_Label], style: TextStyle, elements: list[Element]) -> list[Mark]:
    """Return labels under one another, each with the dot that its list gives it in Word."""
    radius, inwards, raised = (mpt(share * style.size_pt) for share in LISTED_DOT)
    colour = style.mark_colour or style.colour
    left = mpt(style.indent_left_pt)
    at = max(0, left + mpt(style.first_line_pt)) + inwards
    marks: list[Mark] = []
    top = 0
    for label in labels:
        if style.mark is not None:
            middle = top + label.base_mpt - raised
            place = at, middle
            marks.append(_dot(place, radius, colour, mpt(LEADER_PT), hollow=label.planned))
        marks += _placed(label, left, top, elements)
        top += label.height_mpt + _own_gap_mpt(style)
    return marks


def _dot(
    place: tuple[int, int], radius: int, colour: str, line: int, *, hollow: bool
) -> CircleMark:
    """Return a dot as large in all as its line reaches.

    One that is full has no line: programs move lines to whole dots of a screen, and a small circle
    under a moved line looks like a lump.
    """
    if hollow:
        return CircleMark(*place, radius, "#ffffff", colour, line)
    return CircleMark(*place, radius + line // 2, colour, None)


@kept(KEPT)
def _label(moment: Moment, width: int, setting: Setting, drawn: bool) -> _Label:
    """Set a label. The same ones stand in time lines of every size."""
    style = setting.style(Role.EVENT)
    elements = [Element("LI", None), Element("LBody", 0)]
    colour = setting.page_style.event_date
    dated = replace(style, colour=colour) if colour else style
    date = Run(moment.when + "  ", bold=colour is None or moment.next)
    words = styled_runs([date], dated, setting, elements)
    words += styled_runs(runs(moment.prose), style, setting, elements)
    breaker = breaker_of(drawn=drawn, even=True, whole=True)
    left = mpt(style.indent_left_pt if setting.page_style.lists_events else LABEL_PT)
    rows = text_rows(words, style, 0, width - left, breaker=breaker)
    base = baseline_mpt(style, setting.face(style))
    return _Label(tuple(rows), tuple(elements), moment.planned, moment.next, base)


def _dots(block: Timeline, top: int, bottom: int) -> list[int]:
    """Return where the dots stand: by time, from the first event at the top to the last."""
    days = [moment.day.toordinal() for moment in block.moments]
    span = max(1, days[-1] - days[0])
    return [top + (bottom - top) * (day - days[0]) // span for day in days]


def _gap_mpt(style: TextStyle) -> int:
    """Return the least space between labels: that of events in Word, where it is more than ours."""
    return max(mpt(GAP_PT), _own_gap_mpt(style))


def _own_gap_mpt(style: TextStyle) -> int:
    own = 0.0 if style.contextual_spacing else max(style.space_before_pt, style.space_after_pt)
    return mpt(own)


def _tops(wanted: list[int], labels: list[_Label], height: int, gap: int) -> list[int]:
    """Return the tops of the labels, as near to those wanted as they can be without overlapping.

    Labels that touch form a cluster, and a cluster stands where the mean of its wishes is: the
    least-squares answer of isotonic regression (pool adjacent violators), in whole mpt.
    """
    offsets, total = [], 0
    for label in labels:
        offsets.append(total)
        total += label.height_mpt + gap
    clusters: list[tuple[int, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while clusters and clusters[-1][0] > mean:
            before, size = clusters.pop()
            mean = (before * size + mean * count) // (size + count)
            count += size
        clusters.append((mean, count))
    room = height - (total - gap)
    shifts = [min(max(mean, 0), room) for mean, count in clusters for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]


def _even(labels: list[_Label], height: int, gap: int) -> list[int]:
    """Return the tops of the labels at even distances from one another, over the whole height."""
    between = len(labels) - 1
    room = height - sum(label.height_mpt for label in labels) - gap * between
    tops, y = [], 0
    for number, label in enumerate(labels):
        tops.append(y + (room * number // between if between else 0))
        y += label.height_mpt + gap
    return tops


def _dashed_axis(block: Timeline, dots: list[int], colour: str) -> list[Mark]:
    """Return an axis that is dashed where much more time than usual lies between two events."""
    days = [moment.day.toordinal() for moment in block.moments]
    mean = (days[-1] - days[0]) / max(1, len(days) - 1)
    axis, line = mpt(AXIS_PT), mpt(LINE_PT)
    marks: list[Mark] = []
    for (first, after), (top, bottom) in zip(pairwise(days), pairwise(dots), strict=True):
        if after - first <= LONG_GAP * mean:
            marks.append(LineMark(axis, top, axis, bottom, colour, line))
            continue
        clear = mpt(DOT_PT + 2)
        dashes = tuple(mpt(length) for length in DASHES_PT)
        steps: Steps = (("m", (axis, top + clear)), ("l", (axis, bottom - clear)))
        marks.append(PathMark(steps, None, colour, line, dashes_mpt=dashes))
    return marks


def _leader(dot: int, label: int) -> list[Mark]:
    """Return the leader from a dot to its label: straight, or with one slanted stretch."""
    start, end = mpt(AXIS_PT + DOT_PT), mpt(LABEL_PT - 3)
    bend = mpt(AXIS_PT + DOT_PT + 2.5)
    line = mpt(LEADER_PT)
    return [
        LineMark(start, dot, bend, dot, LEADER, line),
        LineMark(bend, dot, end - mpt(2), label, LEADER, line),
        LineMark(end - mpt(2), label, end, label, LEADER, line),
    ]
