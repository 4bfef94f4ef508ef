"""A line over time, with round values at its axis and its ends and extremes in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from briefgen.layout.moving import Steps
from briefgen.layout.plotting import (
    AXIS,
    AXIS_PT,
    GRID,
    HAIRLINE_PT,
    WHISKER_PT,
    Anchor,
    Scale,
    Sheet,
    whisker,
)
from briefgen.layout.setting import mpt
from briefgen.types.laid import CircleMark, Mark, PathMark, TextMark
from briefgen.types.plot import MOST_DATES, PALE, Plot, PlotValue, Tick, paler

LINE_PT = 1.5
DOT_PT = 2.3
VALUE_DOT_PT = 1.7
"""Radii of the dot of a value that is printed, and of one that is not, where some are missing."""
DASHES = mpt(4 * LINE_PT), mpt(3 * LINE_PT)
"""Length of a dash and of the gap behind it, as Word draws them."""

FOOT_LEADINGS = 1.4
"""Height of the dates with the space above them, in lines of text."""

ROOMY = 0.55
"""The last value stands beyond the end of the line where this share of the width is left to it."""

WIDEST_AXIS = 0.3
"""Where the round values would take more than this share of the width, they are not printed."""

Point = tuple[int, int]


def curve(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw a line: grid, dates, the line itself, then the values that are printed."""
    values = plot.values
    axis = axis_width(plot.ticks, sheet)
    last = sheet.text_width(values[-1].text, bold=True) + 2 * sheet.gap
    beyond = sheet.width - axis - last >= sheet.width * ROOMY
    right = sheet.width - (last if beyond else mpt(DOT_PT))
    bottom = sheet.height - round(sheet.leading * FOOT_LEADINGS)
    height = Scale(plot.ticks[0].value, plot.ticks[-1].value, bottom, sheet.leading)
    time = Scale(values[0].day.toordinal(), values[-1].day.toordinal(), axis + mpt(DOT_PT), right)
    points = [(time.at(value.day.toordinal()), height.at(value.value)) for value in values]
    yield from grid(plot.ticks, height, axis, sheet)
    yield from dates(plot, points, axis, sheet)
    for (x, _), value in zip(points, values, strict=True):
        yield from whisker(value, x, height, sheet, paler(sheet.accent))
    reported = [*_reported(plot, points, axis, bottom, sheet, beyond=beyond)]
    yield from (sheet.halo(words) for _, words in reported)  # keeps off the grid, never the line
    yield from _line(plot, points, sheet)
    for number, words in reported:
        yield dot(values[number], points[number], DOT_PT, sheet)
        yield words


def axis_width(ticks: Sequence[Tick], sheet: Sheet) -> int:
    """Return the width of the round values and the gap behind them, 0 where they have no room."""
    axis = max(sheet.text_width(tick.text) for tick in ticks) + 2 * sheet.gap
    return axis if axis <= sheet.width * WIDEST_AXIS else 0


def grid(ticks: Sequence[Tick], height: Scale, axis: int, sheet: Sheet) -> Iterator[Mark]:
    """Draw a rule at each round value, which is printed where the axis has room for it."""
    for tick in ticks:
        y = height.at(tick.value)
        colour, width = (GRID, HAIRLINE_PT) if tick.value else (AXIS, AXIS_PT)
        yield sheet.rule(axis, y, sheet.width, y, colour, width)
        if axis:
            yield sheet.text(tick.text, axis - sheet.gap, y - sheet.leading // 2, "right")


def _line(plot: Plot, points: Sequence[Point], sheet: Sheet) -> Iterator[Mark]:
    """Draw the line, rounded at its corners; dotted at each value where some are missing.

    It goes on in dashes from the last value that was measured.
    """
    measured = max(1, plot.first_projected)
    for (x1, y1), (x2, y2) in pairwise(points[:measured]):
        yield sheet.rule(x1, y1, x2, y2, sheet.accent, LINE_PT)
    if projected := points[measured - 1 :][: len(points) * (measured < len(points))]:
        steps: Steps = (("m", projected[0]), *(("l", point) for point in projected[1:]))
        yield PathMark(
            steps, None, sheet.accent, mpt(LINE_PT), dashes_mpt=DASHES, element=sheet.figure
        )
    for value, point in list(zip(plot.values, points, strict=True))[1:-1]:
        radius = VALUE_DOT_PT if plot.has_gaps else LINE_PT / 2
        if plot.has_gaps or not value.projected:
            yield dot(value, point, radius, sheet)


def dot(value: PlotValue, point: Point, radius_pt: float, sheet: Sheet) -> CircleMark:
    """Return the dot of a value, pale within if that was not measured."""
    if value.projected:
        radius, ring = mpt(radius_pt - WHISKER_PT / 2), mpt(WHISKER_PT)
        return CircleMark(
            *point, radius, paler(sheet.accent, PALE), sheet.accent, ring, element=sheet.figure
        )
    return CircleMark(*point, mpt(radius_pt), sheet.accent, None, element=sheet.figure)


def dates(plot: Plot, points: Sequence[Point], axis: int, sheet: Sheet) -> Iterator[Mark]:
    """Draw the first date, and as many of the others as stand evenly apart in time.

    The last one is among them where that is so.
    """
    top, values = sheet.height - sheet.leading, plot.values
    widths = [sheet.text_width(value.when) for value in values]
    lefts = [
        max(axis, min(x - width // 2, sheet.width - width))
        for (x, _), width in zip(points, widths, strict=True)
    ]
    ends = [left + width + 2 * sheet.gap for left, width in zip(lefts, widths, strict=True)]
    least = ceil(plot.slots[-1] / MOST_DATES)
    for number in _evenly_apart(plot.slots, lefts, ends, least):
        yield sheet.text(values[number].when, lefts[number], top)


def _evenly_apart(
    slots: Sequence[int], lefts: Sequence[int], ends: Sequence[int], from_step: int
) -> Sequence[int]:
    """Return which stand apart in the least step of time, from the first on.

    A step that comes to the last one is taken up to twice as long. Where values are too few for
    steps of time, every so many of them are shown, first and last among them.
    """

    def apart(shown: Sequence[int]) -> bool:
        return all(ends[one] <= lefts[other] for one, other in pairwise(shown))

    last, span = len(slots) - 1, slots[-1]
    found: list[int] = []
    least = 0
    for step in range(max(1, from_step), span // 2 + 1):
        shown = [at for at, slot in enumerate(slots) if slot % step == 0]
        if len(shown) <= span // step or not apart(shown):
            continue
        if span % step == 0:
            return shown
        found, least = found or shown, least or step
        if step >= 2 * least:
            break
    if found:
        return found
    for step in range(1, last + 1):
        shown = [*range(0, last - step + 1, step), last]
        if apart(shown):
            return shown
    return [last]


def _reported(
    plot: Plot,
    points: Sequence[Point],
    axis: int,
    bottom: int,
    sheet: Sheet,
    *,
    beyond: bool,
) -> Iterator[tuple[int, TextMark]]:
    """Yield the last and the first value, then the extremes where they meet no other words."""
    values, count = plot.values, len(plot.values)
    lowest = min(range(count), key=lambda n: values[n].value)
    drawn: list[TextMark] = []
    for number in plot.reported:
        x, y = points[number]
        if number == count - 1 and beyond:
            mark = sheet.text(
                values[number].text, x + 2 * sheet.gap, y - sheet.leading // 2, bold=True
            )
        else:
            anchor: Anchor = "right" if number == count - 1 else "middle"
            # Beside a round value of the axis, the first one would read as its digits.
            margin = axis + (2 * sheet.gap if axis and number == 0 else 0)
            tops = _tops(y, bottom, sheet, below=_stands_below(number, points, lowest))
            marks = [
                sheet.text(values[number].text, x, top, anchor, bold=True, margin=margin)
                for top in tops
            ]
            mark = next((one for one in marks if not _struck(one, points, sheet)), marks[0])
        if any(_meet(mark, other, sheet) for other in drawn):
            continue
        drawn.append(mark)
        yield number, mark


def _stands_below(number: int, points: Sequence[Point], lowest: int) -> bool:
    """Whether a value stands below its point: where the line goes up from it."""
    if number == 0:
        return points[1][1] < points[0][1]
    return number == lowest


def _tops(y: int, bottom: int, sheet: Sheet, *, below: bool) -> Sequence[int]:
    """Return where the words of a value may begin: on its better side, the other, further off."""
    over, under = y - sheet.leading - sheet.gap // 2, y + sheet.gap
    near = [under, over] if below else [over, under]
    steps = range(sheet.leading // 2, 4 * sheet.leading, sheet.leading // 2)
    further = [top for step in steps for top in (over - step, under + step)]
    return [top for top in near + further if 0 <= top <= bottom - sheet.leading] or [max(0, over)]


def _struck(words: TextMark, points: Sequence[Point], sheet: Sheet) -> bool:
    """Whether the line passes through words."""
    halo = sheet.halo(words)
    left, right = halo.x_mpt, halo.x_mpt + halo.width_mpt
    top, bottom = halo.y_mpt, halo.y_mpt + halo.height_mpt
    for (x1, y1), (x2, y2) in pairwise(points):
        start, end = max(left, x1), min(right, x2)
        if start > end:
            continue
        slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
        ends = sorted((y1 + slope * (start - x1), y1 + slope * (end - x1)))
        if ends[0] < bottom and ends[1] > top:
            return True
    return False


def _meet(one: TextMark, other: TextMark, sheet: Sheet) -> bool:
    apart = (
        one.x_mpt + one.width_mpt + sheet.gap <= other.x_mpt
        or other.x_mpt + other.width_mpt + sheet.gap <= one.x_mpt
        or abs(one.baseline_mpt - other.baseline_mpt) >= sheet.leading
    )
    return not apart
