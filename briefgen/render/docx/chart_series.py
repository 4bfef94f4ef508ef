"""A series of a native chart: its marks, its values in print, its intervals and its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from briefgen.ooxml.build import a, c, text_element
from briefgen.ooxml.names import Element
from briefgen.render.docx.chart_axes import LINE_PT, WHISKER_PT, ChartStyle
from briefgen.render.docx.drawingml import colour, hatched, line
from briefgen.render.docx.workbook import (
    SHEET,
    Column,
    cells,
    distances,
    end_letters,
    holds_dates,
    serial,
)
from briefgen.types.plot import INK, PALE, PALER, QUIET, Plot, Shape, paler, series_colour

MARKER, STRESSED_MARKER = 5, 6
SYMBOL_EM = 0.47
"""Size of the symbols of several lines, in sizes of the text."""

SYMBOLS = "circle", "square", "triangle"
FIRST_ASIDE = 0.04
"""How far the first value of a line stands aside, as a share of the chart's width."""


class SeriesWriter(Struct, frozen=True):
    """Writes the series of a chart. `shown` are the values that are printed.

    A date stands below every `date_step`-th place.
    """

    plot: Plot
    shape: Shape
    shown: Sequence[int]
    style: ChartStyle
    date_step: int = 1

    def series(self, number: int, column: Column) -> Element:
        """Return the series of a column of the workbook."""
        last = cells(self.plot)[-1] + 2
        place = f"{SHEET}!${column.letter}$"
        points = [
            (cell, one.value)
            for cell, one in zip(cells(self.plot), column.values, strict=True)
            if one
        ]
        values = _numbers(
            f"{place}2:${column.letter}${last}",
            "General",
            [value for _, value in points],
            [cell for cell, _ in points],
            last - 1,
        )
        return c(
            "ser",
            c("idx", val=number),
            c("order", val=number),
            c("tx", _texts(f"{place}1", [column.head])),
            *self._marks(column),
            self._labels(column),
            *self._intervals(column),
            c("cat", self._dates(last)),
            c("val", values),
            *([c("smooth", val=0)] if is_of_lines(self.plot, self.shape) else []),
        )

    def _marks(self, column: Column) -> Iterator[Element]:
        match self.shape:
            case "line":
                return self._line(column)
            case "lines":
                return self._one_of_lines(column)
            case "grouped" | "piled":
                return self._grouped_bars(column)
            case "panels" if self.plot.kind == "line":
                return self._lines_of_panels(column)
            case "dots":
                return self._dots()
            case "columns" | "rows" | "stacked" | "panels":
                return self._bars()
            case _:
                assert_never(self.shape)

    def _bars(self) -> Iterator[Element]:
        """Yield the bars, paler but for the one that the chart is about; projections outlined.

        Of these the one that the chart is about has a fuller tint and a stronger outline.
        """
        accent, plot = self.style.accent, self.plot
        yield c("spPr", colour(paler(accent, QUIET)))
        yield c("invertIfNegative", val=0)
        for number, (cell, value) in enumerate(zip(cells(plot), plot.values, strict=True)):
            is_stressed = plot.is_stressed(number)
            if value.projected:
                tint = paler(accent, PALER if is_stressed else PALE)
                outline = line(accent, WHISKER_PT * (2 if is_stressed else 1))
                fill = c("spPr", colour(tint), outline)
            elif is_stressed:
                fill = c("spPr", colour(accent))
            else:
                continue
            signs = c("invertIfNegative", val=0), c("bubble3D", val=0)
            yield c("dPt", c("idx", val=cell), *signs, fill)

    def _line(self, column: Column) -> Iterator[Element]:
        """Yield the line, and a mark at each point whose value is printed."""
        plot = self.plot
        yield c("spPr", line(self.style.accent, LINE_PT, dashed=column.projected))
        yield c("marker", c("symbol", val="none"))
        for number in range(len(plot.values)) if plot.has_gaps else sorted(self.shown):
            if column.says(number):
                marker = self._dot(MARKER, pale=column.projected)
                yield c("dPt", c("idx", val=cells(plot)[number]), marker, c("bubble3D", val=0))

    def _lines_of_panels(self, column: Column) -> Iterator[Element]:
        """Yield the lines of all panels, each with a dot at its end.

        The place between two panels has no value, and parts them.
        """
        plot = self.plot
        yield c("spPr", line(self.style.accent, LINE_PT, dashed=column.projected))
        yield c("marker", c("symbol", val="none"))
        for number, cell in enumerate(cells(plot)):
            if plot.is_stressed(number) and column.says(number):
                marker = self._dot(MARKER, pale=column.projected)
                yield c("dPt", c("idx", val=cell), marker, c("bubble3D", val=0))

    def _one_of_lines(self, column: Column) -> Iterator[Element]:
        """Yield a line of several, with a symbol of its own at each value."""
        tint = series_colour(column.series, self.style.accent, filled=False)
        yield c("spPr", line(tint, LINE_PT, dashed=column.projected))
        fill = c("spPr", colour(tint), line(None))
        symbol = c("symbol", val=SYMBOLS[column.series])
        size = round(self.style.text.size_pt * SYMBOL_EM)
        yield c("marker", symbol, c("size", val=size), fill)

    def _grouped_bars(self, column: Column) -> Iterator[Element]:
        """Yield the bars of one series of several, those projected hatched."""
        accent = self.style.accent
        pale = self.plot.has_intervals
        tint = series_colour(column.series, accent, filled=True, pale=pale)
        outline = line(accent, WHISKER_PT / 2)
        yield c("spPr", colour(tint), outline)
        yield c("invertIfNegative", val=0)
        for cell, value in zip(cells(self.plot), column.values, strict=True):
            if value and value.projected:
                signs = c("invertIfNegative", val=0), c("bubble3D", val=0)
                fill = c("spPr", hatched(tint), line(accent, WHISKER_PT))
                yield c("dPt", c("idx", val=cell), *signs, fill)

    def _dots(self) -> Iterator[Element]:
        """Yield dots without a line between them, larger where the chart is about one.

        LibreOffice heeds the marker of a point only if it has another size than that of the series.
        """
        plot = self.plot
        yield c("spPr", line(None))
        yield c("marker", c("symbol", val="none"))
        for number, (cell, value) in enumerate(zip(cells(plot), plot.values, strict=True)):
            size = STRESSED_MARKER if number == plot.stressed % len(plot.values) else MARKER
            marker = self._dot(size, pale=value.projected)
            yield c("dPt", c("idx", val=cell), marker, c("bubble3D", val=0))

    def _dot(self, size: int, *, pale: bool) -> Element:
        """Return a marker. LibreOffice draws no ring around it, so a white one would be lost."""
        accent = self.style.accent
        ring = (colour(paler(accent, PALE)), line(accent, WHISKER_PT))
        look = ring if pale else (colour(accent), line(None))
        return c("marker", c("symbol", val="circle"), c("size", val=size), c("spPr", *look))

    def _intervals(self, column: Column) -> Iterator[Element]:
        """Yield the lines through values that have intervals, by the distances in the workbook."""
        series = column.series
        found = [one for one in distances(self.plot, series) if column.says(one.number)]
        if not found:
            return
        count = cells(self.plot)[-1] + 1
        at = [cells(self.plot)[one.number] for one in found]
        letters = end_letters(self.plot, series)
        *_, minus, plus = (f"{SHEET}!${letter}$2:${letter}${count + 1}" for letter in letters)
        yield c(
            "errBars",
            *([c("errDir", val="y")] if is_of_lines(self.plot, self.shape) else []),
            c("errBarType", val="both"),
            c("errValType", val="cust"),
            c("noEndCap", val=0),
            c("plus", _numbers(plus, "General", [one.above for one in found], at, count)),
            c("minus", _numbers(minus, "General", [one.below for one in found], at, count)),
            c("spPr", line(self._tint_of_intervals(series), WHISKER_PT)),
        )

    def _tint_of_intervals(self, series: int) -> str:
        """Return the colour of intervals: dark on bars, else paler than the line they stand by."""
        accent = self.style.accent
        if self.shape == "dots":
            return accent
        if not is_of_lines(self.plot, self.shape):
            return INK
        return paler(series_colour(series, accent, filled=False))

    def _dates(self, last: int) -> Element:
        """Return the dates down to the last row, in panels below the names of these."""
        plot, at = self.plot, cells(self.plot)
        if plot.panels:
            return _levels(f"{SHEET}!$A$2:$B${last}", plot)
        place = f"{SHEET}!$A$2:$A${last}"
        if holds_dates(plot):
            days = [serial(each.day) for each in plot.values]
            return _numbers(place, plot.date_format, days, at, at[-1] + 1)
        # What the axis skips is in the workbook alone: LibreOffice would slant all that it finds.
        dates = zip(at, [each.when for each in plot.values], strict=True)
        shown = [(cell, when) for cell, when in dates if cell % self.date_step == 0]
        return _texts(place, [when for _, when in shown], [cell for cell, _ in shown], at[-1] + 1)

    def _labels(self, column: Column) -> Element:
        """Return which values are printed: those of all bars, of a line its ends and extremes.

        Each has a format of its own, so that it prints as many digits as were given.
        """
        shown = (number for number in sorted(self.shown) if column.says(number))
        labels = (self._label(number, column) for number in shown)
        return c("dLbls", *labels, *_showing(value=False))

    def _label(self, number: int, column: Column) -> Element:
        value = column.values[number]
        assert value is not None
        # Amid its point, the first value of a line would stand on the round values of the axis.
        is_first = self.shape == "line" and number == 0
        aside = c("layout", c("manualLayout", c("x", val=FIRST_ASIDE), c("y", val=0)))
        return c(
            "dLbl",
            c("idx", val=cells(self.plot)[number]),
            *([aside] if is_first else []),
            c("numFmt", formatCode=value.number_format, sourceLinked=0),
            c("spPr", a("noFill"), line(None)),
            self.style.words(strong=True, on_accent=self.shape == "piled" and not column.series),
            c("dLblPos", val=self._place(number)),
            *_showing(value=True),
        )

    def _place(self, number: int) -> str:
        """Return on which side of its point a value stands, so that no line crosses it."""
        if self.shape == "piled":
            return "ctr"
        if self.shape not in ("line", "lines"):
            return "r" if self.shape == "dots" else "outEnd"
        numbers = [each.value for each in self.plot.values]
        if number == len(numbers) - 1:
            return "r"
        below = numbers[1] > numbers[0] if number == 0 else numbers[number] == min(numbers)
        return "b" if below else "t"


def is_of_lines(plot: Plot, shape: Shape) -> bool:
    """Whether a chart is one of lines for Word: dots are, without a line between them."""
    match shape:
        case "line" | "lines" | "dots":
            return True
        case "panels":
            return plot.kind == "line"
        case "columns" | "rows" | "stacked" | "grouped" | "piled":
            return False
        case _:
            assert_never(shape)


def _levels(place: str, plot: Plot) -> Element:
    """Return the dates, and the names of panels as what stands below each group of them."""
    at = cells(plot)
    levels = [
        [(at[number], plot.values[number].when) for number in plot.dated],
        [(panel.begin, panel.name) for panel in plot.panels],
    ]
    written = (
        c("lvl", *(c("pt", text_element("v", text), idx=cell) for cell, text in level))
        for level in levels
    )
    cache = c("multiLvlStrCache", c("ptCount", val=at[-1] + 1), *written)
    return c("multiLvlStrRef", text_element("f", place), cache)


def _texts(place: str, texts: Sequence[str], at: Sequence[int] = (0,), count: int = 1) -> Element:
    points = [
        c("pt", text_element("v", text), idx=cell) for cell, text in zip(at, texts, strict=True)
    ]
    cache = c("strCache", c("ptCount", val=count), *points)
    return c("strRef", text_element("f", place), cache)


def _numbers(
    place: str, number_format: str, numbers: Sequence[float], at: Sequence[int], count: int
) -> Element:
    """Return the numbers of so many cells. One without a number has no point in the cache."""
    points = [
        c("pt", text_element("v", repr(one)), idx=cell)
        for cell, one in zip(at, numbers, strict=True)
    ]
    known = [text_element("formatCode", number_format), c("ptCount", val=count)]
    return c("numRef", text_element("f", place), c("numCache", *known, *points))


def _showing(*, value: bool) -> Iterator[Element]:
    yield c("showLegendKey", val=0)
    yield c("showVal", val=int(value))
    for name in ("showCatName", "showSerName", "showPercent", "showBubbleSize"):
        yield c(name, val=0)
