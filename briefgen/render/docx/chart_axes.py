"""The axes of a native chart, and the colours, lines and words that charts are drawn with."""

from __future__ import annotations

import locale
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from briefgen.ooxml.build import a, c
from briefgen.ooxml.names import Element
from briefgen.render.docx.drawingml import colour, line
from briefgen.render.docx.workbook import holds_dates
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.plot import MOST_DATES, WHITE, Plot, Shape
from briefgen.types.role import Role

GRID, AXIS = "#c9ced3", "#8a9199"
HAIRLINE_PT, AXIS_PT, WHISKER_PT, LINE_PT = 0.4, 0.75, 0.9, 1.5


class ChartStyle(Struct, frozen=True):
    """The accent of a theme, and the styles of dates and of values."""

    accent: str
    text: TextStyle
    strong: TextStyle

    @staticmethod
    def of(page_style: PageStyle) -> ChartStyle:
        """Return how a theme draws charts."""
        return ChartStyle(
            page_style.accent,
            page_style.styles[Role.TABLE_TEXT],
            page_style.styles[Role.TABLE_HEADER],
        )

    def words(
        self, *, strong: bool = False, on_accent: bool = False, unbroken: bool = False
    ) -> Element:
        """Return how the words of an axis or a label are set: in one line, in the theme's font.

        LibreOffice breaks those of an axis that lie level; `unbroken` ones are turned by a
        hair, which nobody sees, so that it leaves some out.
        """
        properties = self._properties("defRPr", strong=strong, on_accent=on_accent)
        paragraph = a("p", a("pPr", properties), a("endParaRPr"))
        return c("txPr", a("bodyPr", rot=int(unbroken), wrap="none"), a("lstStyle"), paragraph)

    def _properties(self, name: str, *, strong: bool, on_accent: bool) -> Element:
        style = self.strong if strong else self.text
        ink = WHITE if on_accent else style.colour
        size = round(self.text.size_pt * 100)
        return a(name, colour(ink), sz=size, b=int(style.bold))


CATEGORIES, VALUES = 111_111_111, 222_222_222
"""Ids of the two axes."""

_STEPS = {"yyyy": ("years", 365.25), "mmm yyyy": ("months", 30.44), "d mmm yyyy": ("days", 1.0)}
"""In what an axis counts for a format of dates, and how many days one is."""


def axes(
    plot: Plot,
    shape: Shape,
    language: str,
    page_style: ChartStyle,
    *,
    scaled: bool,
    step: int,
) -> Iterator[Element]:
    """Yield the axis of dates and that of values, drawn where bars are `scaled` by it."""
    beside = shape in ("rows", "stacked")
    yield _dates(plot, language, page_style, beside=beside, step=step)
    yield _values(
        plot,
        page_style,
        drawn=scaled or shape in ("line", "lines", "dots"),
        place="b" if beside else "l",
    )


def _dates(
    plot: Plot, language: str, page_style: ChartStyle, *, beside: bool, step: int
) -> Element:
    dated = holds_dates(plot)
    children = [
        c("axId", val=CATEGORIES),
        c("scaling", c("orientation", val="maxMin" if beside else "minMax")),
        c("delete", val=0),
        c("axPos", val="l" if beside else "b"),
        c("numFmt", formatCode=in_language(plot.date_format, language) if dated else "General",
          sourceLinked=0),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="low"),
        c("spPr", line(AXIS, AXIS_PT)),
        page_style.words(unbroken=step > 1),
        c("crossAx", val=VALUES),
        c("crosses", val="autoZero"),
        c("auto", val=0),
    ]  # fmt: skip
    if dated:
        unit, days = _STEPS[plot.date_format]
        span = (plot.values[-1].day - plot.values[0].day).days / days
        children += [
            c("lblOffset", val=100),
            c("baseTimeUnit", val="days"),
            c("majorUnit", val=max(1, -int(-span // MOST_DATES))),
            c("majorTimeUnit", val=unit),
        ]
        return c("dateAx", *children)
    children += [
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=100),
        *([c("tickLblSkip", val=step)] if step > 1 else []),
        c("noMultiLvlLbl", val=int(not plot.panels)),
    ]
    return c("catAx", *children)


def _values(plot: Plot, page_style: ChartStyle, *, drawn: bool, place: str) -> Element:
    first, second, *_ = ticks = [Decimal(repr(tick.value)) for tick in plot.ticks]
    return c(
        "valAx",
        c("axId", val=VALUES),
        c(
            "scaling",
            c("orientation", val="minMax"),
            c("max", val=str(ticks[-1])),
            c("min", val=str(first)),
        ),
        c("delete", val=int(not drawn)),
        c("axPos", val=place),
        *([c("majorGridlines", c("spPr", line(GRID, HAIRLINE_PT)))] if drawn else []),
        c("numFmt", formatCode=max((t.number_format for t in plot.ticks), key=len),
          sourceLinked=0),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="nextTo"),
        c("spPr", line(None)),
        page_style.words(),
        c("crossAx", val=CATEGORIES),
        c("crosses", val="autoZero"),
        c("crossBetween", val="between"),
        c("majorUnit", val=str(second - first)),
    )  # fmt: skip


def in_language(date_format: str, language: str) -> str:
    """Return a format of dates that names months in a language, whatever the reader's own is."""
    short = language.partition("-")[0]
    codes = {name: code for code, name in locale.windows_locale.items()}
    for name in (language.replace("-", "_"), f"{short}_{short.upper()}"):
        if name in codes:
            return f"[$-{codes[name]:X}]{date_format}"
    return date_format
