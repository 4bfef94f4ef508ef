"""A native chart over the cells of its workbook (ISO/IEC 29500-1, 21.2)."""

from __future__ import annotations

from briefgen.ooxml.build import a, c
from briefgen.ooxml.names import Element, R
from briefgen.render.docx.chart_axes import CATEGORIES, VALUES, ChartStyle, axes
from briefgen.render.docx.chart_series import SeriesWriter, is_of_lines
from briefgen.render.docx.drawingml import line
from briefgen.render.docx.workbook import columns
from briefgen.types.plot import PILED_SHARE, WIDEST_PILE_PT, Plot, Shape

LEGEND_ROOM = 0.4
"""White space of a legend, in lines of text."""

GAP_PERCENT = {"columns": 80, "rows": 42, "stacked": 42, "grouped": 25, "panels": 80}
"""White space between bars, in hundredths of their width."""


def chart_space(
    plot: Plot, title: str, width_pt: float, language: str, page_style: ChartStyle,
    relationship: str,
) -> Element:  # fmt: skip
    """Return the root of a chart part. `relationship` leads to the workbook."""
    size_pt = page_style.text.size_pt
    shape, shown = plot.shape(width_pt, size_pt), plot.printed(width_pt, size_pt)
    step = plot.date_step(width_pt, size_pt) if shape == "columns" else 1
    writer = SeriesWriter(plot, shape, shown, page_style, step)
    series = [writer.series(number, column) for number, column in enumerate(columns(plot, title))]
    external = c("externalData", c("autoUpdate", val=0))
    external.set(R + "id", relationship)
    area = c(
        "plotArea",
        c("layout"),
        _plotted(series, plot, shape, width_pt),
        *axes(plot, shape, language, page_style, scaled=not shown, step=step),
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
            *([_legend(plot, title, width_pt, page_style)] if plot.beside else []),
            c("plotVisOnly", val=1),
            c("dispBlanksAs", val="span" if shape in ("line", "lines") else "gap"),
        ),
        c("spPr", a("noFill"), line(None)),
        page_style.words(),
        external,
    )


def _legend(plot: Plot, title: str, width_pt: float, page_style: ChartStyle) -> Element:
    """Return the names of the series above them, each once: its projection has none.

    It takes the rows that the PDF gives it, over the whole width.
    """
    text = page_style.text
    high_pt = (len(plot.legend_rows(width_pt, text.size_pt)) + LEGEND_ROOM) * text.leading_pt
    height_pt = plot.height_pt(width_pt, text.size_pt, text.leading_pt)
    sizes = {"x": 0, "y": 0, "w": 1, "h": round(high_pt / height_pt, 3)}
    edges = (c(f"{side}Mode", val="edge") for side in "xy")
    layout = c("manualLayout", *edges, *(c(name, val=size) for name, size in sizes.items()))
    left_out = [
        c("legendEntry", c("idx", val=number), c("delete", val=1))
        for number, column in enumerate(columns(plot, title))
        if column.projected
    ]
    children = c("legendPos", val="t"), *left_out, c("layout", layout), c("overlay", val=0)
    return c("legend", *children, page_style.words())


def _plotted(series: list[Element], plot: Plot, shape: Shape, width_pt: float) -> Element:
    ids = [c("axId", val=CATEGORIES), c("axId", val=VALUES)]
    if is_of_lines(plot, shape):
        kind = [c("grouping", val="standard"), c("varyColors", val=0)]
        return c("lineChart", *kind, *series, c("marker", val=1), *ids)
    is_pile = shape == "piled"
    return c(
        "barChart",
        c("barDir", val="bar" if shape in ("rows", "stacked") else "col"),
        c("grouping", val="stacked" if is_pile else "clustered"),
        c("varyColors", val=0),
        *series,
        c("gapWidth", val=_pile_gap_percent(plot, width_pt) if is_pile else GAP_PERCENT[shape]),
        *([c("overlap", val=100)] if is_pile else []),
        *ids,
    )


def _pile_gap_percent(plot: Plot, width_pt: float) -> int:
    """Return the white space between piles, in hundredths of their width."""
    place_pt = width_pt / plot.places
    pile_pt = min(WIDEST_PILE_PT, place_pt * PILED_SHARE)
    return min(500, round(100 * (place_pt - pile_pt) / pile_pt))
