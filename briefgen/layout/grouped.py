"""Several series in one chart: bars in groups or lines, with a legend above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.curve import DASHES, FOOT_LEADINGS, LINE_PT, axis_width, dates, grid
from briefgen.layout.moving import Steps
from briefgen.layout.plotting import AXIS, AXIS_PT, OUTLINE_PT, Scale, Sheet, whisker
from briefgen.layout.setting import mpt
from briefgen.layout.units import EM
from briefgen.types.laid import CircleMark, Mark, PathMark, RectangleMark
from briefgen.types.plot import (
    GROUP_SHARE,
    INK,
    PILED_SHARE,
    WHITE,
    WIDEST_PILE_PT,
    Plot,
    PlotValue,
    paler,
    series_colour,
)

SYMBOL_EM = 0.235
"""How far a symbol of a line reaches from its middle, in sizes of the text."""

SAMPLE_EM = 1.6
"""Width of a sample in the legend."""

Point = tuple[int, int]


class Area(Struct, frozen=True):
    """What is left of a sheet below the legend: the axis at its left, and the scale of values."""

    axis: int
    height: Scale


def grouped(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw bars side by side at each date, each with its value where there is room for all."""
    shown = plot.printed(sheet.width / EM, sheet.style.size_pt)
    yield from _legend(plot, sheet)
    area = _area(plot, sheet, axis=0 if shown else axis_width(plot.ticks, sheet))
    place = (sheet.width - area.axis) // plot.places
    thickness = round(place * GROUP_SHARE) // len(plot.all_series)
    middles = [area.axis + place * slot + place // 2 for slot in plot.slots]
    zero = area.height.at(0)
    if not shown:
        yield from grid(plot.ticks, area.height, area.axis, sheet)
    for number, each in enumerate(plot.all_series):
        from_middle = thickness * number - thickness * len(plot.all_series) // 2
        for middle, value in zip(middles, each.values, strict=True):
            if value is None:
                continue
            left, end = middle + from_middle, area.height.at(value.value)
            box = left, min(zero, end), left + thickness, max(zero, end)
            yield from _bar(value, box, number, sheet, pale=plot.has_intervals)
            yield from whisker(value, left + thickness // 2, area.height, sheet, INK)
            if shown:
                top = end if value.value < 0 else end - sheet.leading
                yield sheet.text(value.text, left + thickness // 2, top, "middle", bold=True)
    yield sheet.rule(area.axis, zero, sheet.width, zero, AXIS, AXIS_PT)
    yield from dates(plot, [(x, zero) for x in middles], area.axis, sheet)


def piled(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw bars on one another at each date, each part with its value where all have room."""
    shown = plot.printed(sheet.width / EM, sheet.style.size_pt)
    yield from _legend(plot, sheet)
    area = _area(plot, sheet, axis=0 if shown else axis_width(plot.ticks, sheet))
    place = (sheet.width - area.axis) // plot.places
    half = min(round(place * PILED_SHARE), mpt(WIDEST_PILE_PT)) // 2
    middles = [area.axis + place * slot + place // 2 for slot in plot.slots]
    if not shown:
        yield from grid(plot.ticks, area.height, area.axis, sheet)
    reached = [0.0] * len(middles)
    for number, each in enumerate(plot.all_series):
        ink = WHITE if number == 0 else sheet.style.colour
        for at, (middle, value) in enumerate(zip(middles, each.values, strict=True)):
            if value is None:
                continue
            bottom = area.height.at(reached[at])
            reached[at] += value.value
            top = area.height.at(reached[at])
            box = middle - half, top, middle + half, bottom
            yield from _bar(value, box, number, sheet, pale=False)
            if shown and value.value:
                line = (top + bottom - sheet.leading) // 2
                text = sheet.text(value.text, middle, line, "middle", bold=True)
                yield replace(text, colour=ink)
    zero = area.height.at(0)
    yield sheet.rule(area.axis, zero, sheet.width, zero, AXIS, AXIS_PT)
    yield from dates(plot, [(x, zero) for x in middles], area.axis, sheet)


def lines(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw a line for each series, with a symbol of its own at each value."""
    yield from _legend(plot, sheet)
    area = _area(plot, sheet, axis=axis_width(plot.ticks, sheet))
    yield from grid(plot.ticks, area.height, area.axis, sheet)
    edge = mpt(sheet.style.size_pt * SYMBOL_EM)
    first, last = plot.values[0].day.toordinal(), plot.values[-1].day.toordinal()
    time = Scale(first, last, area.axis + edge, sheet.width - edge)
    places = [time.at(value.day.toordinal()) for value in plot.values]
    yield from dates(plot, [(x, 0) for x in places], area.axis, sheet)
    for number in reversed(range(len(plot.all_series))):
        each = plot.all_series[number]
        found = zip(places, each.values, strict=True)
        points = [((x, area.height.at(value.value)), value) for x, value in found if value]
        tint = paler(series_colour(number, sheet.accent, filled=False))
        for (x, _), value in points:
            yield from whisker(value, x, area.height, sheet, tint)
        yield from _line(points, number, sheet)


def _area(plot: Plot, sheet: Sheet, *, axis: int) -> Area:
    rows = len(plot.legend_rows(sheet.width / EM, sheet.style.size_pt))
    bottom = sheet.height - round(sheet.leading * FOOT_LEADINGS)
    top = sheet.leading * (rows + 1)
    return Area(axis, Scale(plot.ticks[0].value, plot.ticks[-1].value, bottom, top))


def _bar(
    value: PlotValue, box: tuple[int, int, int, int], number: int, sheet: Sheet, *, pale: bool
) -> Iterator[Mark]:
    """Draw a bar in the colour of its series; a tint as pale as the last one has an outline."""
    colour = series_colour(number, sheet.accent, filled=True, pale=pale)
    left, top, right, bottom = box
    if value.projected:
        yield from sheet.hatched(box, colour)
        return
    inset = mpt(OUTLINE_PT) // 2
    yield RectangleMark(
        left + inset,
        top,
        max(0, right - left - 2 * inset),
        bottom - top,
        colour,
        sheet.accent,
        mpt(OUTLINE_PT) // 2,
        sheet.figure,
    )


def _line(points: Sequence[tuple[Point, PlotValue]], number: int, sheet: Sheet) -> Iterator[Mark]:
    colour = series_colour(number, sheet.accent, filled=False)
    for (one, _), (other, value) in pairwise(points):
        if value.projected:
            steps: Steps = (("m", one), ("l", other))
            yield PathMark(steps, None, colour, mpt(LINE_PT), dashes_mpt=DASHES,
                           element=sheet.figure)  # fmt: skip
        else:
            yield sheet.rule(*one, *other, colour, LINE_PT)
    for point, _ in points:
        yield _symbol(point, number, colour, sheet)


def _symbol(point: Point, number: int, colour: str, sheet: Sheet) -> Mark:
    """Return the symbol of a series: a disc, a square or a triangle."""
    x, y = point
    reach = mpt(sheet.style.size_pt * SYMBOL_EM)
    if number == 0:
        return CircleMark(x, y, reach, colour, None, element=sheet.figure)
    if number == 1:
        side = 2 * reach
        return RectangleMark(x - reach, y - reach, side, side, colour, element=sheet.figure)
    corners = (x - reach, y + reach), (x + reach, y + reach)
    steps: Steps = (("m", (x, y - reach)), ("l", corners[0]), ("l", corners[1]), ("h", ()))
    return PathMark(steps, colour, element=sheet.figure)


def _legend(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw a sample and the name of each series, in rows that begin at the left."""
    series = plot.all_series
    for row, members in enumerate(plot.legend_rows(sheet.width / EM, sheet.style.size_pt)):
        x, top = 0, row * sheet.leading
        for number in members:
            yield from _sample(number, (x, top + sheet.leading // 2), plot, sheet)
            x += mpt(sheet.style.size_pt * SAMPLE_EM) + sheet.gap
            name = sheet.text(series[number].name, x, top)
            yield name
            x += name.width_mpt + 3 * sheet.gap


def _sample(number: int, place: Point, plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    left, middle = place
    width = mpt(sheet.style.size_pt * SAMPLE_EM)
    if plot.kind == "line":
        colour = series_colour(number, sheet.accent, filled=False)
        yield sheet.rule(left, middle, left + width, middle, colour, LINE_PT)
        yield _symbol((left + width // 2, middle), number, colour, sheet)
        return
    half = sheet.leading * 3 // 10
    sample = PlotValue(plot.values[0].day, "", 0, "", "")
    box = left, middle - half, left + width, middle + half
    yield from _bar(sample, box, number, sheet, pale=plot.has_intervals)
