"""Dots at steps of time, each with the interval that its value lies in."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.layout.curve import DOT_PT, FOOT_LEADINGS, axis_width, dates, dot, grid
from briefgen.layout.plotting import Scale, Sheet, whisker
from briefgen.layout.units import EM
from briefgen.types.laid import Mark
from briefgen.types.plot import Plot

STRESSED_PT = 3.0
"""Radius of the dot that the chart is about."""


def dots(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw dots amid their places: grid, dates, intervals, then each value where there is room."""
    axis = axis_width(plot.ticks, sheet)
    bottom = sheet.height - round(sheet.leading * FOOT_LEADINGS)
    height = Scale(plot.ticks[0].value, plot.ticks[-1].value, bottom, sheet.leading)
    shown = plot.printed(sheet.width / EM, sheet.style.size_pt)
    last = sheet.text_width(plot.values[-1].text, bold=True) + 2 * sheet.gap if shown else 0
    place = (sheet.width - axis) // plot.places
    if place // 2 < last:
        place = int((sheet.width - axis - last) / (plot.places - 1 / 2))
    middles = [axis + place * slot + place // 2 for slot in plot.slots]
    points = [(x, height.at(held.value)) for x, held in zip(middles, plot.values, strict=True)]
    yield from grid(plot.ticks, height, axis, sheet)
    yield from dates(plot.values, points, axis, sheet)
    for number, ((x, y), held) in enumerate(zip(points, plot.values, strict=True)):
        yield from whisker(held, x, height, sheet, sheet.accent)
        stressed = number == plot.stressed % len(points)
        yield dot(held, (x, y), STRESSED_PT if stressed else DOT_PT, sheet)
        if number in shown:
            yield sheet.text(held.text, x + 2 * sheet.gap, y - sheet.leading // 2, bold=True)
