"""Bars from zero, each with its date and its value in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.layout.plotting import AXIS, AXIS_PT, Anchor, Scale, Sheet
from briefgen.layout.setting import mpt
from briefgen.layout.units import EM
from briefgen.types.laid import Mark
from briefgen.types.plot import BAR_LEADINGS, ROW_LEADINGS, Plot, PlotValue

COLUMN_SHARE = 0.56
WIDEST_COLUMN_PT = 40.0
"""A column takes a share of its place, up to a width."""


def columns(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw bars beside one another: the value at the end of each, its date at the foot."""
    values = plot.values
    low, high, below, above = _extremes(values)
    foot = sheet.height - sheet.leading
    bottom = foot - (sheet.leading + sheet.gap if below else mpt(AXIS_PT))
    scale = Scale(low, high, bottom, sheet.leading if above else mpt(AXIS_PT))
    zero = scale.at(0)
    place = sheet.width // plot.places
    half = min(round(place * COLUMN_SHARE), mpt(WIDEST_COLUMN_PT)) // 2
    middles = [place * slot + place // 2 for slot in plot.slots]
    stressed = values[plot.stressed]
    for value, middle in zip(values, middles, strict=True):
        end = scale.at(value.value)
        left, right = middle - half, middle + half
        box = left, min(zero, end), right, max(zero, end)
        yield from sheet.bar(value, box, stressed=value is stressed)
    yield sheet.rule(0, zero, sheet.width, zero, AXIS, AXIS_PT)
    step = plot.date_step(sheet.width / EM, sheet.style.size_pt)
    for slot, value, middle in zip(plot.slots, values, middles, strict=True):
        end = scale.at(value.value)
        top = end + sheet.gap // 2 if value.value < 0 else end - sheet.leading
        yield sheet.text(value.text, middle, top, "middle", bold=True)
        if slot % step == 0:
            yield sheet.text(value.when, middle, foot, "middle")


def rows_of_bars(plot: Plot, sheet: Sheet, *, stacked: bool) -> Iterator[Mark]:
    """Draw bars below one another, each beside its date or, stacked, below it."""
    values = plot.values
    low, high, below, above = _extremes(values)
    step = sheet.height // plot.places
    text = max(sheet.text_width(value.text, bold=True) for value in values) + sheet.gap
    when = 0
    if not stacked:
        when = max(sheet.text_width(value.when) for value in values) + 2 * sheet.gap
    start = when + (text if below else 0)
    scale = Scale(low, high, start, sheet.width - (text if above else mpt(AXIS_PT)))
    zero = scale.at(0)
    line = mpt(sheet.style.leading_pt * ROW_LEADINGS)
    thickness = mpt(sheet.style.leading_pt * BAR_LEADINGS)
    for slot, value in zip(plot.slots, values, strict=True):
        top = step * slot
        yield sheet.text(value.when, 0, top + (0 if stacked else (line - sheet.leading) // 2))
        top += sheet.leading if stacked else 0
        end = scale.at(value.value)
        edge = top + (line - thickness) // 2
        left, right = min(zero, end), max(zero, end)
        stressed = value is values[plot.stressed]
        yield from sheet.bar(value, (left, edge, right, edge + thickness), stressed=stressed)
        beyond = end - sheet.gap if value.value < 0 else end + sheet.gap
        words_top = top + (line - sheet.leading) // 2
        side: Anchor = "right" if value.value < 0 else "left"
        yield sheet.text(value.text, beyond, words_top, side, bold=True)
        if stacked:
            yield sheet.rule(zero, top, zero, top + line, AXIS, AXIS_PT)
    if not stacked:
        yield sheet.rule(zero, 0, zero, sheet.height, AXIS, AXIS_PT)


def _extremes(values: Sequence[PlotValue]) -> tuple[float, float, bool, bool]:
    """Return the least and the greatest value, zero being one of them, and which sides have words.

    Words stand beyond the end of their bar: below zero, or else above it.
    """
    numbers = [value.value for value in values]
    return min(0, *numbers), max(0, *numbers), min(numbers) < 0, max(numbers) >= 0
