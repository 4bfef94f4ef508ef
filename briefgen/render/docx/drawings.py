"""Drawings of a document: charts with their workbooks, each a part of the package."""

from __future__ import annotations

import io
from itertools import count

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree
from msgspec import Struct

from briefgen.ooxml.build import c
from briefgen.ooxml.names import PIC, C, Element, R
from briefgen.render.docx.chart_axes import ChartStyle
from briefgen.render.docx.chart_part import chart_space
from briefgen.render.docx.drawingml import inline, shown_picture
from briefgen.render.docx.workbook import workbook
from briefgen.types.block import Chart
from briefgen.types.page_style import PageStyle
from briefgen.types.picture import Picture
from briefgen.types.role import Role

_FIRST = "rId1"
"""The one relationship of a chart: to its workbook."""


class Drawings(Struct, frozen=True):
    """Adds drawings to a document. `numbers` are ids that no drawing of it has yet."""

    document: Document
    page_style: PageStyle
    language: str
    numbers: count[int]

    def chart(self, block: Chart, width_pt: float) -> Element:
        """Add a native chart with its workbook, and return the run that shows it.

        It is as high as the PDF draws it.
        """
        style = self.page_style.styles[Role.TABLE_TEXT]
        plot = block.plot
        height_pt = plot.height_pt(width_pt, style.size_pt, style.leading_pt)
        page_style = ChartStyle.of(self.page_style)
        root = chart_space(plot, block.subject, width_pt, self.language, page_style, _FIRST)
        part = self._part(
            "/word/charts/chart%d.xml",
            CONTENT_TYPE.DML_CHART,
            etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
        )
        book = self._part(
            "/word/embeddings/Microsoft_Excel_Sheet%d.xlsx",
            CONTENT_TYPE.SML_SHEET,
            workbook(plot, block.subject),
        )
        part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, _FIRST)
        shown = c("chart")
        shown.set(R + "id", self.document.part.relate_to(part, RELATIONSHIP_TYPE.CHART))
        name = f"{block.label} {block.number}"
        return inline(shown, C, next(self.numbers), name, block.alt, (width_pt, height_pt))

    def picture(
        self, picture: Picture, name: str, alt: str, size_pt: tuple[float, float]
    ) -> Element:
        """Add a picture, and return the run that shows it."""
        relationship, _ = self.document.part.get_or_add_image(io.BytesIO(picture.data))
        number = next(self.numbers)
        return inline(shown_picture(relationship, name, size_pt), PIC, number, name, alt, size_pt)

    def _part(self, pattern: str, content_type: str, data: bytes) -> Part:
        """Return a new part, with the first number that is free."""
        package = self.document.part.package
        assert package is not None
        taken = {str(part.partname) for part in package.iter_parts()}
        number = next(n for n in count(1) if pattern % n not in taken)
        return Part(PackURI(pattern % number), content_type, data, package)
