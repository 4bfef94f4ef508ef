"""A native chart: bars or a line over the cells of its workbook (ISO/IEC 29500-1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from briefgen.ooxml.build import a, c, text_element
from briefgen.ooxml.names import Element, R
from briefgen.render.docx.chart_axes import (
    CATEGORIES,
    LINE_PT,
    VALUES,
    WHISKER_PT,
    ChartStyle,
    axes,
)
from briefgen.render.docx.drawingml import colour, line
from briefgen.render.docx.workbook import SHEET, cells, distances, holds_dates, serial
from briefgen.types.plot import Plot, Shape, paler

MARKER, STRESSED_MARKER = 5, 6
FIRST_ASIDE = 0.04
"""How far the first value of a line stands aside, as a share of the chart's width."""

BAR_GAP_PERCENT = {"columns": 80, "rows": 42, "stacked": 42}


def chart_space(
    plot: Plot, title: str, width_pt: float, language: str, page_style: ChartStyle,
    relationship: str,
) -> Element:  # fmt: skip
    """Return the root of a chart part. `relationship` leads to the workbook."""
    shape = plot.shape(width_pt, page_style.text.size_pt)
    shown = plot.printed(width_pt, page_style.text.size_pt)
    external = c("externalData", c("autoUpdate", val=0))
    external.set(R + "id", relationship)
    area = c(
        "plotArea",
        c("layout"),
        _plotted(plot, title, shape, shown, page_style),
        *axes(plot, shape, language, page_style),
    )
    return c(
        "chartSpace",
        c("date1904", val=0),
        c("lang", val=language),
        c("roundedCorners", val=0),
        c(
            "chart",
            c("autoTitleDeleted", val=1),
            area,
            c("plotVisOnly", val=1),
            c("dispBlanksAs", val="span" if shape == "line" else "gap"),
        ),
        c("spPr", a("noFill"), line(None)),
        page_style.words(),
        external,
    )


def _plotted(
    plot: Plot, title: str, shape: Shape, shown: Sequence[int], page_style: ChartStyle
) -> Element:
    series = _series(plot, title, shape, shown, page_style)
    ids = [c("axId", val=CATEGORIES), c("axId", val=VALUES)]
    match shape:
        case "line" | "dots":
            kind = [c("grouping", val="standard"), c("varyColors", val=0)]
            return c("lineChart", *kind, series, c("marker", val=1), *ids)
        case "columns" | "rows" | "stacked":
            return c(
                "barChart",
                c("barDir", val="col" if shape == "columns" else "bar"),
                c("grouping", val="clustered"),
                c("varyColors", val=0),
                series,
                c("gapWidth", val=BAR_GAP_PERCENT[shape]),
                *ids,
            )
        case _:
            assert_never(shape)


def _series(
    plot: Plot, title: str, shape: Shape, shown: Sequence[int], page_style: ChartStyle
) -> Element:
    last = cells(plot)[-1] + 2
    is_line = shape in ("line", "dots")
    return c(
        "ser",
        c("idx", val=0),
        c("order", val=0),
        c("tx", _texts(f"{SHEET}!$B$1", [title])),
        *_marks(plot, shape, page_style),
        _labels(plot, shape, shown, page_style),
        *_intervals(plot, shape, page_style),
        c("cat", _dates(plot, f"{SHEET}!$A$2:$A${last}")),
        c("val", _numbers(f"{SHEET}!$B$2:$B${last}", "General",
                          [each.value for each in plot.values], cells(plot))),
        *([c("smooth", val=0)] if is_line else []),
    )  # fmt: skip


def _marks(plot: Plot, shape: Shape, page_style: ChartStyle) -> Iterator[Element]:
    match shape:
        case "line":
            return _line(plot, page_style)
        case "dots":
            return _dots(plot, page_style)
        case "columns" | "rows" | "stacked":
            return _bars(plot, page_style)
        case _:
            assert_never(shape)


def _bars(plot: Plot, page_style: ChartStyle) -> Iterator[Element]:
    """Yield the bars, paler but for the one that the chart is about."""
    yield c("spPr", colour(paler(page_style.accent)))
    yield c("invertIfNegative", val=0)
    cell = cells(plot)[plot.stressed]
    fill = c("spPr", colour(page_style.accent))
    yield c("dPt", c("idx", val=cell), c("invertIfNegative", val=0), c("bubble3D", val=0), fill)


def _line(plot: Plot, page_style: ChartStyle) -> Iterator[Element]:
    """Yield the line, and a mark at each point whose value is printed."""
    yield c("spPr", line(page_style.accent, LINE_PT))
    yield c("marker", c("symbol", val="none"))
    for number in range(len(plot.values)) if plot.has_gaps else sorted(plot.reported):
        marker = _dot(page_style, MARKER)
        yield c("dPt", c("idx", val=cells(plot)[number]), marker, c("bubble3D", val=0))


def _dots(plot: Plot, page_style: ChartStyle) -> Iterator[Element]:
    """Yield dots without a line between them, larger where the chart is about one."""
    yield c("spPr", line(None))
    yield _dot(page_style, MARKER)
    cell = cells(plot)[plot.stressed]
    yield c("dPt", c("idx", val=cell), _dot(page_style, STRESSED_MARKER), c("bubble3D", val=0))


def _dot(page_style: ChartStyle, size: int) -> Element:
    fill = c("spPr", colour(page_style.accent), line(None))
    return c("marker", c("symbol", val="circle"), c("size", val=size), fill)


def _intervals(plot: Plot, shape: Shape, page_style: ChartStyle) -> Iterator[Element]:
    """Yield the lines through values that have intervals, by the distances in the workbook."""
    found = distances(plot)
    if not found:
        return
    last = cells(plot)[-1] + 2
    at = [cell for cell, _, _ in found]
    below, above = [one for _, one, _ in found], [one for _, _, one in found]
    tint = page_style.accent if shape == "dots" else paler(page_style.accent)
    yield c(
        "errBars",
        c("errDir", val="y"),
        c("errBarType", val="both"),
        c("errValType", val="cust"),
        c("noEndCap", val=0),
        c("plus", _numbers(f"{SHEET}!$F$2:$F${last}", "General", above, at, last - 1)),
        c("minus", _numbers(f"{SHEET}!$E$2:$E${last}", "General", below, at, last - 1)),
        c("spPr", line(tint, WHISKER_PT)),
    )


def _dates(plot: Plot, place: str) -> Element:
    at = cells(plot)
    if holds_dates(plot):
        return _numbers(place, plot.date_format, [serial(each.day) for each in plot.values], at)
    return _texts(place, [each.when for each in plot.values], at)


def _texts(place: str, texts: Sequence[str], at: Sequence[int] = (0,)) -> Element:
    points = [
        c("pt", text_element("v", text), idx=cell) for cell, text in zip(at, texts, strict=True)
    ]
    cache = c("strCache", c("ptCount", val=at[-1] + 1), *points)
    return c("strRef", text_element("f", place), cache)


def _numbers(
    place: str, number_format: str, numbers: Sequence[float], at: Sequence[int], count: int = 0
) -> Element:
    """Return the numbers of a range. A cell without one has no point in the cache."""
    points = [
        c("pt", text_element("v", repr(one)), idx=cell)
        for cell, one in zip(at, numbers, strict=True)
    ]
    known = [text_element("formatCode", number_format), c("ptCount", val=count or at[-1] + 1)]
    return c("numRef", text_element("f", place), c("numCache", *known, *points))


def _labels(plot: Plot, shape: Shape, shown: Sequence[int], page_style: ChartStyle) -> Element:
    """Return which values are printed: those of all bars, of a line its ends and extremes.

    Each has a format of its own, so that it prints as many digits as were given.
    """
    labels = (_label(number, plot, shape, page_style) for number in sorted(shown))
    return c("dLbls", *labels, *_showing(value=False))


def _label(number: int, plot: Plot, shape: Shape, page_style: ChartStyle) -> Element:
    value = plot.values[number]
    # Amid its point, the first value of a line would stand on the round values of the axis.
    is_first = shape == "line" and number == 0
    aside = c("layout", c("manualLayout", c("x", val=FIRST_ASIDE), c("y", val=0)))
    return c(
        "dLbl",
        c("idx", val=cells(plot)[number]),
        *([aside] if is_first else []),
        c("numFmt", formatCode=value.number_format, sourceLinked=0),
        c("spPr", a("noFill"), line(None)),
        page_style.words(strong=True),
        c("dLblPos", val=_place(number, plot, shape)),
        *_showing(value=True),
    )


def _place(number: int, plot: Plot, shape: Shape) -> str:
    """Return on which side of its point a value stands, so that no line crosses it."""
    if shape != "line":
        return "r" if shape == "dots" else "outEnd"
    numbers = [each.value for each in plot.values]
    if number == len(numbers) - 1:
        return "r"
    below = numbers[1] > numbers[0] if number == 0 else numbers[number] == min(numbers)
    return "b" if below else "t"


def _showing(*, value: bool) -> Iterator[Element]:
    yield c("showLegendKey", val=0)
    yield c("showVal", val=int(value))
    for name in ("showCatName", "showSerName", "showPercent", "showBubbleSize"):
        yield c(name, val=0)
