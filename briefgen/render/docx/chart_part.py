"""A native chart over the cells of its workbook (ISO/IEC 29500-1, 21.2)."""

from __future__ import annotations

from typing import assert_never

from briefgen.ooxml.build import a, c
from briefgen.ooxml.names import Element, R
from briefgen.render.docx.chart_axes import CATEGORIES, VALUES, ChartStyle, axes
from briefgen.render.docx.chart_series import SeriesWriter
from briefgen.render.docx.drawingml import line
from briefgen.render.docx.workbook import columns
from briefgen.types.plot import Plot, Shape

BAR_GAP_PERCENT = {"columns": 80, "rows": 42, "stacked": 42}


def chart_space(
    plot: Plot, title: str, width_pt: float, language: str, page_style: ChartStyle,
    relationship: str,
) -> Element:  # fmt: skip
    """Return the root of a chart part. `relationship` leads to the workbook."""
    shape = plot.shape(width_pt, page_style.text.size_pt)
    shown = plot.printed(width_pt, page_style.text.size_pt)
    writer = SeriesWriter(plot, shape, shown, page_style)
    series = [writer.series(number, column) for number, column in enumerate(columns(plot, title))]
    external = c("externalData", c("autoUpdate", val=0))
    external.set(R + "id", relationship)
    area = c(
        "plotArea",
        c("layout"),
        _plotted(series, shape),
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


def _plotted(series: list[Element], shape: Shape) -> Element:
    ids = [c("axId", val=CATEGORIES), c("axId", val=VALUES)]
    match shape:
        case "line" | "dots":
            kind = [c("grouping", val="standard"), c("varyColors", val=0)]
            return c("lineChart", *kind, *series, c("marker", val=1), *ids)
        case "columns" | "rows" | "stacked":
            return c(
                "barChart",
                c("barDir", val="col" if shape == "columns" else "bar"),
                c("grouping", val="clustered"),
                c("varyColors", val=0),
                *series,
                c("gapWidth", val=BAR_GAP_PERCENT[shape]),
                *ids,
            )
        case _:
            assert_never(shape)
