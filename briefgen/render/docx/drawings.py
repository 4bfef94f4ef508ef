"""Drawings of a document: charts with their workbooks, each a part of the package.

A native chart over the cells of its workbook (ISO/IEC 29500-1, 21.2).

The issuer's logo, wherever the template's text asks for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.story import StoryPart
from lxml import etree
from msgspec import Struct

from briefgen.ooxml.build import a, c, child_of, properties_of, text_content, w
from briefgen.ooxml.names import PIC, C, Element, R, W, twips
from briefgen.render.docx.chart_axes import CATEGORIES, VALUES, ChartStyle, axes
from briefgen.render.docx.chart_series import SeriesWriter, is_of_lines
from briefgen.render.docx.drawingml import inline, line, shown_picture
from briefgen.render.docx.workbook import columns, workbook
from briefgen.types.block import Chart
from briefgen.types.draft import BELOW_LOGO_PT, LOGO, Logo
from briefgen.types.page_style import PageStyle
from briefgen.types.picture import Picture
from briefgen.types.plot import PILED_SHARE, WIDEST_PILE_PT, Plot, Shape
from briefgen.types.role import Role

_NAME = "Logo"


def place_logo(document: Document, logo: Logo, numbers: count[int]) -> None:
    """Put the logo where the filled text of body, headers and footers stands for it.

    Its paragraph gets automatic spacing: exact spacing would cut it off.
    """
    for part in _stories(document):
        for text in [one for one in part.element.iter(W + "t") if LOGO in (one.text or "")]:
            run = text.getparent()
            assert run is not None
            relationship, _ = part.get_or_add_image(io.BytesIO(logo.picture.data))
            size_pt = (logo.width_pt, logo.height_pt)
            picture = shown_picture(relationship, _NAME, size_pt)
            drawn = inline(picture, PIC, next(numbers), _NAME, logo.alt, size_pt)
            for one in _divided(run, text, drawn):
                run.addprevious(one)
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
            _space(next(drawn.iterancestors(W + "p")), line=240, lineRule="auto")
            if part is not document.part:
                _space([*part.element.iter(W + "p")][-1], after=twips(BELOW_LOGO_PT))


def _stories(document: Document) -> Iterator[StoryPart]:
    yield document.part
    for relationship in document.part.rels.values():
        if not relationship.is_external and relationship.target_part is not document.part:
            part = relationship.target_part
            if isinstance(part, StoryPart):
                yield part


def _divided(run: Element, text: Element, drawn: Element) -> Iterator[Element]:
    """Yield a run in two, with the drawing between what stood before the logo and after it."""
    before, _, after = (text.text or "").partition(LOGO)
    content = [child for child in run if child.tag != W + "rPr"]
    at = content.index(text)
    yield from _part(run, [*content[:at], *text_content(before)])
    yield drawn
    yield from _part(run, [*text_content(after), *content[at + 1 :]])


def _part(run: Element, content: list[Element]) -> Iterator[Element]:
    properties = run.find(W + "rPr")
    if content:
        yield w("r", *([] if properties is None else [deepcopy(properties)]), *content)


def _space(paragraph: Element, **values: int | str) -> None:
    """Give a paragraph spacing of its own, beside what its style says."""
    spacing = child_of(properties_of(paragraph), "spacing")
    for name, value in values.items():
        spacing.set(W + name, str(value))


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
