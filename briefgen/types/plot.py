"""A plot: the values of a series as they are drawn, and how much room they take.

Word and PDF must agree on the room, and Word measures nothing: it is computed from characters.
"""

from __future__ import annotations

import datetime
from math import ceil
from textwrap import wrap
from typing import Literal, assert_never

from msgspec import Struct

from briefgen.types.table_kind import most_ems

PlotKind = Literal["bar", "line", "dot"]

Manner = Literal["group", "stack", "panels"]
"""How several series stand: beside one another at each date, as parts of a whole on one another, or
apart, each in a panel of its own on one axis."""

Shape = Literal["columns", "rows", "stacked", "line", "dots", "grouped", "lines", "piled", "panels"]
"""Columns stand beside one another; rows are bars beside their dates, stacked bars below them.

Grouped columns, lines, piled columns and panels are those of several series."""

FEW = 8
"""So many values are all printed, as bars or beside a line."""

CHARACTER_EM = 0.56
"""Width of a character of a date or an amount, in sizes of the text: rather too much."""

COLUMN_GAP_EM = 1.0
"""Least white space between the texts of two columns, where there is room enough."""

CLOSE_GAP_EM = 0.1
"""Least white space between two values where columns stand close."""

_CLOSE_EMS = (
    dict.fromkeys("0123456789", 0.53) | dict.fromkeys(".,/ \u00a0\u202f", 0.28) | {"%": 0.75}
)
"""Widths of what most values and dates are made of, closer than a bound for all letters is."""

MOST_DATE_STEP, LEAST_SKIPPED = 2, 6
"""Columns have their dates below every one or, of so many at least, below every second one."""

BAR_LEADINGS = 0.95
ROW_LEADINGS = 1.35
"""Height of a bar, and of a bar with the space below it, in lines of text."""

LEAST_BAR_EM = 6.0
"""The longest bar of a row must not be shorter than this; below it, rows are stacked."""


MOST_DATES = 5
"""Steps between the dates below a line."""

PLOTTED = 0.9
"""Share of the width that is left for dots beside the axis."""

GROUP_SHARE = 0.8
"""Share of its place that a group of columns takes."""

PILED_SHARE, WIDEST_PILE_PT = 0.62, 60.0
"""A pile of bars takes a share of its place, up to a width."""

PILED_LINE_EM = 1.3
"""Height of a value within its part, in sizes of the text."""

PANEL_GAP, PLACES_OF_GAP = 1, 6
"""White space between two panels, in places of a value: one, and another for each so many."""

SWATCH_EM, LINE_SWATCH_EM, DASHED_SWATCH_EM = 3.2, 4.2, 7.5
"""Room of a sample and of the gaps around it and its name in a legend: of bars, of lines, and of
lines of which some are dashed, as LibreOffice draws the samples of all of them longer then."""

INK, WHITE = "#1b1f23", "#ffffff"

PALER, QUIET, PALE = 0.55, 0.42, 0.3
"""Shares of a colour in its tints, the rest being white: of a second series, of bars beside the one
that a chart is about, and of what was not measured."""


def paler(colour: str, share: float = PALER) -> str:
    """Return the tint of a colour, `#rrggbb`, for bars that the chart is not about."""
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    mixed = (round(255 - (255 - channel) * share) for channel in channels)
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def series_colour(number: int, accent: str, *, filled: bool, pale: bool = False) -> str:
    """Return the colour of a series of several, which differ in lightness, too.

    The third line is dark, as one of a pale tint would be lost; bars have an outline, and all are
    `pale` where lines go through them.
    """
    if filled:
        return (accent, paler(accent), paler(accent, PALE), WHITE)[number + pale]
    return (accent, paler(accent), INK)[number]


def _ems(text: str) -> float:
    return sum(_CLOSE_EMS.get(one) or most_ems(one) for one in text)


class PlotValue(Struct, frozen=True):
    """A value at its date. `when` and `text` are what is printed; `day` is its place in time.

    `number_format` is how a spreadsheet writes the value to print the same. `ends` are those of the
    interval around it. One that is `projected` was not measured.
    """

    day: datetime.date
    when: str
    value: float
    text: str
    number_format: str
    ends: tuple[float, float] | None = None
    projected: bool = False


class PlotSeries(Struct, frozen=True):
    """A series drawn beside others: a value for each date of the plot, or none."""

    name: str
    values: tuple[PlotValue | None, ...]


class Tick(Struct, frozen=True):
    """A round value of the axis, and how it is printed, in a spreadsheet too."""

    value: float
    text: str
    number_format: str


class Panel(Struct, frozen=True):
    """The name of a series that has a panel, the place at which that begins, and its places."""

    name: str
    begin: int
    places: int


class Heads(Struct, frozen=True):
    """Heads of columns in a workbook: of the ends of intervals, and of projections."""

    low: str = ""
    high: str = ""
    projected: str = ""


COLUMNS_LEAST_PT, LINE_LEAST_PT, MOST_PT, HEIGHT_SHARE = 84.0, 90.0, 142.0, 0.52
"""Heights of what stands upright, without its texts: of columns and of a line at least, of both at
most, and as a share of the width."""


class Plot(Struct, frozen=True):
    """A series as bars, as a line or, where its values have intervals, as dots, in order of time.

    `ticks` are round values, lowest first: the axis reaches from the first to the last. That of
    bars holds zero. `date_format` is how a spreadsheet writes the dates; nothing where it has no
    such dates. `slots` are the places of the values in steps of equal time, from 0: where there is
    no value, a place stays empty. `stressed` is the value that the chart is about: among bars, the
    others are paler. Projections come last. Of several series, `name` is that of its own, and
    `beside` are the others, which stand on one another in a `stack`. With `panels`, all series are
    one, in places side by side. A plot that is `low` takes no more height than it needs to be read.
    """

    kind: PlotKind
    values: tuple[PlotValue, ...]
    ticks: tuple[Tick, ...]
    date_format: str
    slots: tuple[int, ...]
    stressed: int = -1
    heads: Heads = Heads()
    name: str = ""
    beside: tuple[PlotSeries, ...] = ()
    low: bool = False
    is_stack: bool = False
    panels: tuple[Panel, ...] = ()

    @property
    def all_series(self) -> tuple[PlotSeries, ...]:
        """All series, its own the first."""
        return (PlotSeries(self.name, self.values), *self.beside)

    @property
    def places(self) -> int:
        """The number of equal steps of time, with those that have no value."""
        return self.slots[-1] + 1

    @property
    def has_gaps(self) -> bool:
        """Whether there are steps of time without a value."""
        return self.places > len(self.values)

    @property
    def has_intervals(self) -> bool:
        """Whether intervals are drawn through its values."""
        return any(one.ends for each in self.all_series for one in each.values if one)

    @property
    def first_projected(self) -> int:
        """The first value that is a projection; their number where there is none."""
        found = (number for number, value in enumerate(self.values) if value.projected)
        return next(found, len(self.values))

    @property
    def reported(self) -> tuple[int, ...]:
        """The values of a line that are printed: the last and the first, highest and lowest.

        Of few values all are, last among them the others. Intervals leave room for the last alone.
        """
        if self.has_intervals:
            return (len(self.values) - 1,)
        numbers = [value.value for value in self.values]
        last = len(numbers) - 1
        extremes = numbers.index(max(numbers)), numbers.index(min(numbers))
        others = range(last) if last < FEW else ()
        return tuple(dict.fromkeys((last, 0, *extremes, *others)))

    def shape(self, width_pt: float, size_pt: float) -> Shape:
        """Return how bars stand in a width, so that no text of theirs meets another."""
        if self.panels:
            return "panels"
        if self.is_stack:
            return "piled"
        match self.kind:
            case "line":
                return "lines" if self.beside else "line"
            case "bar" if self.beside:
                return "grouped"
            case "dot":
                return "dots"
            case "bar":
                return self._bars_in(width_pt, size_pt)
            case _:
                assert_never(self.kind)

    def _bars_in(self, width_pt: float, size_pt: float) -> Shape:
        em = CHARACTER_EM * size_pt
        when = em * max(len(value.when) for value in self.values)
        text = em * max(len(value.text) for value in self.values)
        gap = COLUMN_GAP_EM * size_pt
        if (max(when, text) + gap) * self.places <= width_pt or self._stand_close(
            width_pt, size_pt
        ):
            return "columns"
        wide = when + text + 2 * gap + LEAST_BAR_EM * size_pt <= width_pt
        return "rows" if wide else "stacked"

    def _stand_close(self, width_pt: float, size_pt: float) -> bool:
        """Whether columns have room for their values, and for every second date at least.

        Time runs from left to right then, as it does in all other charts.
        """
        text = max(_ems(value.text) for value in self.values) + CLOSE_GAP_EM
        step = self.date_step(width_pt, size_pt)
        most = MOST_DATE_STEP if self.places >= LEAST_SKIPPED else 1
        return text * size_pt * self.places <= width_pt and step <= most

    def date_step(self, width_pt: float, size_pt: float) -> int:
        """Return below every how many of the columns a date has room."""
        when = max(_ems(value.when) for value in self.values) + 4 * CLOSE_GAP_EM
        return ceil(when * size_pt * self.places / width_pt)

    def printed(self, width_pt: float, size_pt: float) -> tuple[int, ...]:
        """Return which values are printed in a width, those of a line in the order of `reported`.

        Of dots all are, each between its own and the next one, or none.
        """
        if self.panels or self.is_stack:
            return self._printed_in_places(width_pt, size_pt)
        if self.kind == "line":
            return () if self.beside else self.reported
        if self.beside:
            return self._printed_in_groups(width_pt, size_pt)
        text = CHARACTER_EM * max(len(value.text) for value in self.values) + COLUMN_GAP_EM
        if self.kind == "dot" and text * size_pt * self.places > width_pt * PLOTTED:
            return ()
        return tuple(range(len(self.values)))

    def _printed_in_groups(self, width_pt: float, size_pt: float) -> tuple[int, ...]:
        """Return all values if each has room above its own bar, or else none.

        An interval leaves none: its line goes through there.
        """
        if self.has_intervals:
            return ()
        longest = max(len(one.text) for each in self.all_series for one in each.values if one)
        bar = width_pt / self.places * GROUP_SHARE / len(self.all_series)
        wide = CHARACTER_EM * longest * size_pt <= bar
        return tuple(range(len(self.values))) if wide else ()

    def _printed_in_places(self, width_pt: float, size_pt: float) -> tuple[int, ...]:
        """Return all values of piled columns or of panels if each has room in its place, or none.

        A part is printed within itself, so each must be as high as a line of text.
        """
        if self.has_intervals or (self.panels and self.kind == "line"):
            return ()
        every = [one for each in self.all_series for one in each.values if one]
        longest = max(len(one.text) for one in every)
        wide = CHARACTER_EM * longest * size_pt <= width_pt / self.places * PLOTTED
        line = size_pt * PILED_LINE_EM / self._upright_pt(width_pt, LINE_LEAST_PT)
        high = line * (self.ticks[-1].value - self.ticks[0].value)
        low = self.is_stack and any(one.projected or 0 < one.value < high for one in every)
        return tuple(range(len(self.values))) if wide and not low else ()

    def is_stressed(self, number: int) -> bool:
        """Whether a value is what the chart, or its panel, is about: the last one of a panel."""
        if not self.panels:
            return number == self.stressed % len(self.values)
        slot = self.slots[number]
        ends = (panel.begin + panel.places for panel in self.panels)
        end = next(end for end in ends if slot < end)
        return not any(slot < other < end for other in self.slots)

    @property
    def dated(self) -> tuple[int, ...]:
        """The values of panels whose dates are printed: of lines, the first and last of each."""
        every = range(len(self.values))
        if self.kind != "line":
            return tuple(every)
        begins = {panel.begin for panel in self.panels}
        return tuple(at for at in every if self.slots[at] in begins or self.is_stressed(at))

    def panel_names(self, width_pt: float, size_pt: float) -> tuple[tuple[str, ...], ...]:
        """Return the names of the panels, in lines that are no wider, as far as that can be."""
        room_pt = width_pt * PLOTTED / self.places * (self.panels[0].places + PANEL_GAP / 2)
        most = max(1, int(room_pt / (CHARACTER_EM * size_pt)))
        return tuple(tuple(wrap(panel.name, most)) for panel in self.panels)

    def legend_rows(self, width_pt: float, size_pt: float) -> tuple[tuple[int, ...], ...]:
        """Return which series stand in each row of the legend; there is none for one series."""
        if not self.beside:
            return ()
        swatch = SWATCH_EM
        if self.kind == "line":
            dashed = self.first_projected < len(self.values)
            swatch = DASHED_SWATCH_EM if dashed else LINE_SWATCH_EM
        rows: list[list[int]] = [[]]
        left = width_pt
        for number, each in enumerate(self.all_series):
            wide = (CHARACTER_EM * len(each.name) + swatch) * size_pt
            if rows[-1] and wide > left:
                rows.append([])
                left = width_pt
            rows[-1].append(number)
            left -= wide
        return tuple(map(tuple, rows))

    def height_pt(self, width_pt: float, size_pt: float, leading_pt: float) -> float:
        """Return the height of the plot in a width, texts included."""
        match self.shape(width_pt, size_pt):
            case "columns":
                return self._upright_pt(width_pt, COLUMNS_LEAST_PT) + 2 * leading_pt
            case "rows":
                return ROW_LEADINGS * leading_pt * self.places
            case "stacked":
                return (1 + ROW_LEADINGS) * leading_pt * self.places
            case "line" | "dots":
                return self._upright_pt(width_pt, LINE_LEAST_PT) + 2 * leading_pt
            case "grouped" | "lines" | "piled":
                lines = 2 + len(self.legend_rows(width_pt, size_pt))
                return self._upright_pt(width_pt, LINE_LEAST_PT) + lines * leading_pt
            case "panels":
                lines = 2 + max(map(len, self.panel_names(width_pt, size_pt)))
                return self._upright_pt(width_pt, LINE_LEAST_PT) + lines * leading_pt
            case shape:
                assert_never(shape)

    def _upright_pt(self, width_pt: float, least_pt: float) -> float:
        usual_pt = min(MOST_PT, max(least_pt, width_pt * HEIGHT_SHARE))
        return least_pt if self.low else usual_pt
