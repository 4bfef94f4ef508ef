"""Tables of a template's own text look as their style says, and as the table asks for its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples.foreign import Foreign, p, style, table
from samples.word import parts

from briefgen.load.word.header_footer import read_header_footer
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.header_footer import (
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
)
from briefgen.types.page_style import TextStyle

GRID = (
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:pPr>'
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblCellMar>'
    '<w:top w:w="60" w:type="dxa"/><w:left w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:fill="003366"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:i/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="DDEEFF"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
ORGANISATION = Foreign(
    styles=style("Normal", "Normal") + GRID,
    body=p("{{ main }}"),
    font="Calibri",
    half_points=20,
    spacing='<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>',
)


def cells(look: str, xml: str = "", foreign: Foreign = ORGANISATION) -> list[HeaderFooterCell]:
    """Return the cells of a table of three rows and two columns, in the style "Grid"."""
    rows = (p("a"), p("b")), (p("c"), p("d")), (p("e"), p("f"))
    held = xml or table((2000, 2000), *rows)
    styled = f'<w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook {look}/>'
    headers_footers = {"header-default": held.replace("<w:tblPr>", styled)}
    package = Package(parts(replace(foreign, headers_footers=headers_footers).package()))
    found, findings = read_header_footer(WordTemplate("foreign", "foreign.docx", package))
    assert findings == ()
    (block,) = found.headers["default"].blocks
    assert isinstance(block, HeaderFooterTable)
    return [cell for row in block.rows if isinstance(row, HeaderFooterRow) for cell in row.cells]


def text_of(cell: HeaderFooterCell) -> tuple[TextStyle, TextStyle]:
    """Return the styles of the first paragraph of a cell and of its first words."""
    paragraph = cell.paragraphs[0]
    assert isinstance(paragraph, HeaderFooterParagraph)
    words = paragraph.parts[0]
    assert isinstance(words, HeaderFooterText)
    return paragraph.style, words.style


def test_paragraphs_of_a_table_have_the_spacing_of_its_style() -> None:
    (first, *_) = cells('w:val="0000"')
    own, _ = text_of(first)
    assert (own.space_before_pt, own.space_after_pt, own.lines) == (3, 0, 1)
    assert first.margins_pt == (2, 5.4)


def test_parts_of_a_table_look_as_the_table_asks() -> None:
    fills = [cell.fill for cell in cells('w:val="04A0"')]
    assert fills == ["#003366", "#003366", "#ddeeff", "#ddeeff", None, None]
    a, b, c, d, *_ = (text_of(cell)[1] for cell in cells('w:val="00A0"'))
    assert [(one.bold, one.italic, one.colour) for one in (a, b, c, d)] == [
        (True, True, "#ffffff"),
        (True, False, "#ffffff"),
        (False, True, "#000000"),
        (False, False, "#000000"),
    ]


def test_attributes_say_the_look_too_and_a_table_without_it_has_no_parts() -> None:
    first = cells('w:firstRow="1" w:noHBand="1" w:val="0000"')[0]
    assert first.fill == "#003366"
    assert [cell.fill for cell in cells('w:val="0600"')] == [None] * 6


def test_a_cell_without_shading_of_its_own_overrides_the_style() -> None:
    own = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/></w:tcPr>'
    xml = table((2000,), (p("a"),)).replace("</w:tcPr>", own)
    assert cells('w:val="0420"', xml)[0].fill is None


def test_a_style_without_a_name_formats_no_table() -> None:
    """LibreOffice knows styles by their names; those of Google Docs have none."""
    nameless = GRID.replace('<w:name w:val="Table Grid"/>', "")
    foreign = replace(ORGANISATION, styles=style("Normal", "Normal") + nameless)
    assert [cell.fill for cell in cells('w:val="04A0"', foreign=foreign)] == [None] * 6


@pytest.mark.parametrize(("mode", "left"), [("15", 0.0), ("14", -5.4), ("", -5.4)])
def test_tables_of_older_versions_hang_out_by_the_margin_of_their_cells(
    mode: str, left: float
) -> None:
    own = '<w:tcPr><w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'
    held = table((2000, 2000), (p("a"), p("b"))).replace("<w:tcPr>", own)
    foreign = replace(ORGANISATION, headers_footers={"header-default": held})
    package = parts(foreign.package())
    settings = package["word/settings.xml"].decode()
    assert 'w:val="15"' in settings
    package["word/settings.xml"] = settings.replace('w:val="15"', f'w:val="{mode}"').encode()
    found, _ = read_header_footer(WordTemplate("foreign", "foreign.docx", Package(package)))
    (block,) = found.headers["default"].blocks
    assert isinstance(block, HeaderFooterTable)
    (row,) = block.rows
    assert isinstance(row, HeaderFooterRow)
    assert row.cells[0].left_pt == pytest.approx(left)
