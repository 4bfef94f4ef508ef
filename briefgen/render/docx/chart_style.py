"""What native charts are drawn with: colours, lines and words of the theme."""

from __future__ import annotations

from msgspec import Struct

from briefgen.ooxml.build import a, c
from briefgen.ooxml.names import Element
from briefgen.render.docx.drawingml import colour
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.role import Role

GRID, AXIS = "#c9ced3", "#8a9199"
HAIRLINE_PT, AXIS_PT, LINE_PT = 0.4, 0.75, 1.5


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

    def words(self, *, strong: bool = False) -> Element:
        """Return how the words of an axis or a label are set: in one line, in the theme's font."""
        properties = self._properties("defRPr", strong=strong)
        paragraph = a("p", a("pPr", properties), a("endParaRPr"))
        return c("txPr", a("bodyPr", rot=0, wrap="none"), a("lstStyle"), paragraph)

    def _properties(self, name: str, *, strong: bool) -> Element:
        style = self.strong if strong else self.text
        size = round(self.text.size_pt * 100)
        return a(name, colour(style.colour), sz=size, b=int(style.bold))
