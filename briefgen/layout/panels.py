"""Small charts side by side on one axis: a panel for each of several series.

Bars from zero, each with its date and its value in print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefgen.layout.curve import DASHES, DOT_PT, FOOT_LEADINGS, LINE_PT, axis_width, dot, grid
from briefgen.layout.moving import Steps
from briefgen.layout.plotting import AXIS, AXIS_PT, Anchor, Scale, Sheet, whisker
from briefgen.layout.setting import mpt
from briefgen.layout.units import EM
from briefgen.types.laid import Mark, PathMark, TextMark
from briefgen.types.plot import BAR_LEADINGS, INK, ROW_LEADINGS, Plot, PlotValue, paler

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


def panels(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw the grid, then each panel: bars or a line, dates below them, its name below these."""
    size_pt = sheet.style.size_pt
    names = plot.panel_names(sheet.width / EM, size_pt)
    shown = plot.printed(sheet.width / EM, size_pt)
    axis = 0 if shown else axis_width(plot.ticks, sheet)
    foot = sheet.height - sheet.leading * max(map(len, names))
    bottom = foot - round(sheet.leading * FOOT_LEADINGS)
    height = Scale(plot.ticks[0].value, plot.ticks[-1].value, bottom, sheet.leading)
    panel = _Panel(plot, sheet, height, axis, (sheet.width - axis) // plot.places)
    if not shown:
        yield from grid(plot.ticks, height, axis, sheet)
    for one, name in zip(plot.panels, names, strict=True):
        end = one.begin + one.places
        own = [at for at, slot in enumerate(plot.slots) if one.begin <= slot < end]
        yield from panel.line(own) if plot.kind == "line" else panel.columns(own)
        left, right = panel.edge(one.begin), panel.edge(end)
        if plot.ticks[0].value <= 0:
            yield sheet.rule(left, height.at(0), right, height.at(0), AXIS, AXIS_PT)
        yield from panel.dates(own, (left, right), foot - sheet.leading)
        for number, line in enumerate(name):
            top = foot + number * sheet.leading
            yield sheet.text(line, (left + right) // 2, top, "middle", bold=True)
    yield from panel.values(shown)


class _Panel(Struct, frozen=True):
    """Draws the values of a panel by their numbers; `place` is the width of one."""

    plot: Plot
    sheet: Sheet
    height: Scale
    axis: int
    place: int

    def edge(self, slot: int) -> int:
        """Return where a place begins."""
        return self.axis + self.place * slot

    def point(self, at: int) -> tuple[int, int]:
        """Return where a value stands, in the middle of its place."""
        x = self.edge(self.plot.slots[at]) + self.place // 2
        return x, self.height.at(self.plot.values[at].value)

    def columns(self, own: Sequence[int]) -> Iterator[Mark]:
        """Draw bars; the last one stands out."""
        half = min(round(self.place * COLUMN_SHARE), mpt(WIDEST_COLUMN_PT)) // 2
        zero = self.height.at(0)
        for at in own:
            (x, y), value = self.point(at), self.plot.values[at]
            box = x - half, min(zero, y), x + half, max(zero, y)
            yield from self.sheet.bar(value, box, stressed=self.plot.is_stressed(at))
            yield from whisker(value, x, self.height, self.sheet, INK)

    def line(self, own: Sequence[int]) -> Iterator[Mark]:
        """Draw a line with a dot at its end, dashed where it is projected."""
        values, sheet = self.plot.values, self.sheet
        for at in own:
            tint = paler(sheet.accent)
            yield from whisker(values[at], self.point(at)[0], self.height, sheet, tint)
        for before, at in pairwise(own):
            one, other = self.point(before), self.point(at)
            if values[at].projected:
                steps: Steps = (("m", one), ("l", other))
                yield PathMark(steps, None, sheet.accent, mpt(LINE_PT), dashes_mpt=DASHES,
                               element=sheet.figure)  # fmt: skip
            else:
                yield sheet.rule(*one, *other, sheet.accent, LINE_PT)
        yield dot(values[own[-1]], self.point(own[-1]), DOT_PT, sheet)

    def values(self, shown: Sequence[int]) -> Iterator[Mark]:
        """Draw values at the ends of their bars."""
        for at in shown:
            (x, y), value = self.point(at), self.plot.values[at]
            top = y + self.sheet.gap // 2 if value.value < 0 else y - self.sheet.leading
            yield self.sheet.text(value.text, x, top, "middle", bold=True)

    def dates(self, own: Sequence[int], edges: tuple[int, int], top: int) -> Iterator[Mark]:
        """Draw the dates of a panel: all that are wanted, or the first and the last, or the last.

        Those at the edges stay within it.
        """
        dated = [at for at in own if at in self.plot.dated]
        gap = self.sheet.gap
        for some in (dated, [dated[0], dated[-1]], dated[-1:]):
            marks = [self._date(at, edges, top) for at in dict.fromkeys(some)]
            spans = [(one.x_mpt, one.x_mpt + one.width_mpt) for one in marks]
            if all(one[1] + gap <= other[0] for one, other in pairwise(spans)):
                yield from marks
                return

    def _date(self, at: int, edges: tuple[int, int], top: int) -> TextMark:
        text, (x, _) = self.plot.values[at].when, self.point(at)
        half = self.sheet.text_width(text) // 2
        left, right = edges[0] - self.sheet.gap, edges[1] + self.sheet.gap
        middle = min(max(x, left + half), right - half) if 2 * half < right - left else x
        return self.sheet.text(text, middle, top, "middle")
