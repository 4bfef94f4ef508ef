"""An organisation's headers, footers and own text, read so that the PDF can print them."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import etree
from PIL import Image
from samples.foreign import DEPARTMENT, LETTERHEAD, UNIVERSITY, Foreign, p, style, table
from samples.word import W, parts

from briefgen.load.word.header_footer import page_borders, read_header_footer
from briefgen.load.word.sheet import sheet_of
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.sandbox.fields import without_marks
from briefgen.types.header_footer import (
    PAGE,
    PAGES,
    Floating,
    HeaderFooter,
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Shape,
    Tab,
)

BARE = Foreign(
    styles=style("Normal", "Normal")
    + style(
        "header",
        "Header",
        '<w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="9354"/></w:tabs>',
        '<w:sz w:val="18"/>',
        "Normal",
    ),
    body=p("{{ main }}"),
    font="Calibri",
    half_points=20,
    spacing="",
)


def read(foreign: Foreign, **more: bytes) -> tuple[HeaderFooter, list[str]]:
    held = {**parts(foreign.package()), **{name.replace("__", "/"): d for name, d in more.items()}}
    found, findings = read_header_footer(WordTemplate("foreign", "foreign.docx", Package(held)))
    assert {one.severity for one in findings} <= {"warning"}
    assert {one.code for one in findings} <= {"header-not-in-pdf"}
    return found, [f"{one.path[0]} {one.message}" for one in findings]


def header(xml: str, **more: bytes) -> tuple[HeaderFooter, list[str]]:
    return read(replace(BARE, headers_footers={"header-default": xml}), **more)


def shown(paragraph: object) -> str:
    """Return a paragraph in words: numbers as `#` and `##`, tabs as `>`."""
    assert isinstance(paragraph, HeaderFooterParagraph)
    if paragraph.source:
        return without_marks(paragraph.source)
    words = ""
    for part in paragraph.parts:
        words += (
            part.text
            if isinstance(part, HeaderFooterText)
            else ">"
            if isinstance(part, Tab)
            else "@"
        )
    return words.replace(PAGES, "##").replace(PAGE, "#")


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def words(text: str, properties: str = "") -> str:
    return run(f'<w:t xml:space="preserve">{text}</w:t>', properties)


def field(instruction: str, result: str) -> str:
    mark = '<w:fldChar w:fldCharType="{}"/>'
    return (
        run(mark.format("begin"))
        + run(f"<w:instrText> {instruction} </w:instrText>")
        + run(mark.format("separate"))
        + words(result)
        + run(mark.format("end"))
    )


def one(found: HeaderFooter) -> object:
    (block,) = found.headers["default"].blocks
    return block


def test_runs_have_their_own_looks_over_those_of_the_style() -> None:
    bold = words("Foreign", '<w:b/><w:color w:val="AA0000"/>')
    found, left_out = header(
        f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{bold}{words(" of Wells")}</w:p>'
    )
    paragraph = one(found)
    assert isinstance(paragraph, HeaderFooterParagraph)
    first, second = paragraph.parts
    assert isinstance(first, HeaderFooterText)
    assert isinstance(second, HeaderFooterText)
    assert (first.style.bold, first.style.colour, first.style.size_pt) == (True, "#aa0000", 9.0)
    assert (second.style.bold, second.style.size_pt) == (False, 9.0)
    assert left_out == []


def test_tabs_lead_to_the_stops_of_style_and_paragraph() -> None:
    properties = (
        '<w:pStyle w:val="Header"/><w:tabs><w:tab w:val="clear" w:pos="4677"/>'
        '<w:tab w:val="left" w:leader="dot" w:pos="2000"/></w:tabs>'
    )
    found, _ = header(
        f"<w:p><w:pPr>{properties}</w:pPr>{words('A')}{run('<w:tab/>')}{words('B')}</w:p>"
    )
    paragraph = one(found)
    assert isinstance(paragraph, HeaderFooterParagraph)
    assert shown(paragraph) == "A>B"
    stops = [(s.at_pt, s.align, s.leader) for s in paragraph.stops]
    assert stops == [(100, "left", "."), (467.7, "right", "")]
    underlined = "<w:r><w:rPr><w:u w:val='single'/><w:color w:val='AA0000'/></w:rPr><w:tab/></w:r>"
    found, _ = header(f"<w:p>{words('A')}{underlined}</w:p>")
    paragraph = one(found)
    assert isinstance(paragraph, HeaderFooterParagraph)
    assert paragraph.parts[1] == Tab("#aa0000")


@pytest.mark.parametrize(
    ("xml", "wanted"),
    [
        (words("Page ") + field("PAGE", "3") + " of " + field("NUMPAGES", "9"), "Page ###"),
        (field("PAGE \\* MERGEFORMAT", "3"), "#"),
        ('<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>', "##"),
        (field("TITLE", "What it is called"), "What it is called"),
        (words("seen") + words("hidden", "<w:vanish/>"), "seen"),
        (f"<w:del>{words('gone')}</w:del><w:ins>{words('new')}</w:ins>", "new"),
        (f"<w:hyperlink>{words('link')}</w:hyperlink>", "link"),
    ],
)
def test_fields_count_pages_and_anything_else_is_what_it_shows(xml: str, wanted: str) -> None:
    found, _ = header(f"<w:p>{xml}</w:p>")
    assert shown(one(found)) == wanted


def test_a_line_break_divides_a_paragraph_into_lines() -> None:
    found, _ = header(f"<w:p>{words('one')}{run('<w:br/>')}{words('two')}</w:p>")
    assert [shown(line) for line in found.headers["default"].blocks] == ["one", "two"]


def test_which_header_stands_on_which_page() -> None:
    found, _ = read(UNIVERSITY)
    reported = {
        page: [shown(line) for line in found.on_page(page, header=True).blocks]
        for page in (1, 2, 3, 4)
    }
    assert reported == {
        1: ["University of Nowhere", "Institute for Wells"],
        2: ["University of Nowhere"],
        3: ["{{ short_title }}"],
        4: ["University of Nowhere"],
    }
    assert found.width_pt == 612 - 130


def test_what_stands_around_the_places_of_the_body() -> None:
    found, _ = read(LETTERHEAD)
    (held,) = found.above.blocks
    assert isinstance(held, HeaderFooterTable)
    first, second = held.rows
    assert isinstance(first, HeaderFooterRow)
    assert isinstance(second, HeaderFooterRow)
    assert (first.whole, [len(cell.paragraphs) for cell in first.cells]) == (True, [2, 1])
    assert [(cell.left_pt, round(cell.right_pt, 1)) for cell in first.cells] == [
        (5.4, 274.6),
        (285.4, 462.3),
    ]
    assert [shown(line) for line in found.below.blocks] == [
        "{{ organisation or 'Agency for Water' }}"
    ]
    assert found.families == {"Arial"}


def test_text_boxes_float_at_their_places() -> None:
    found, left_out = read(DEPARTMENT)
    (box,) = found.headers["default"].floating
    assert isinstance(box.shown, Shape)
    assert box.shown.text
    assert (box.shown.width_pt, box.across.origin, box.across.align) == (200, "margin", "end")
    assert (box.down.origin, box.down.offset_pt) == ("page", 24)
    assert shown(box.shown.text.paragraphs[-1]) == "Title: {{ short_title }}"
    assert left_out == []


# Pictures

PICTURE = (
    '<w:p><w:r><w:drawing><wp:{0}>{1}<wp:extent cx="635000" cy="254000"/>'
    '<wp:docPr id="1" name="Seal"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
    '<a:blip r:embed="logo"/>{2}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:{0}>'
    "</w:drawing></w:r></w:p>"
)
AT = (
    '<wp:positionH relativeFrom="page"><wp:posOffset>127000</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:align>top</wp:align></wp:positionV>'
)


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F0B7", "•"),
        ("Wingdings", "F0A7", "▪"),
        ("Wingdings", "00A7", "▪"),
        ("Arial", "2192", "→"),
        ("Symbol", "F061", ""),
        ("Webdings", "F0A7", ""),
    ],
)
def test_a_sign_is_printed_where_unicode_has_it(font: str, code: str, sign: str) -> None:
    symbol = f'<w:sym w:font="{font}" w:char="{code}"/>'
    found, left_out = header(f"<w:p>{run('<w:t>Post</w:t>')}{run(symbol)}</w:p>")
    assert shown(one(found)) == "Post" + sign
    lost = f"header-default has a sign of the font {font} in the header"
    assert left_out == ([] if sign else [f"{lost}, which the PDF does not print"])


def pictured(
    xml: str, data: bytes | None = None, kind: str = "PNG"
) -> tuple[HeaderFooter, list[str]]:
    stream = io.BytesIO()
    Image.new("RGB", (50, 20), "navy").save(stream, kind)
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="logo" Type="x/image" Target="media/logo.png"/></Relationships>'
    )
    return header(
        xml,
        **{
            "word__media__logo.png": stream.getvalue() if data is None else data,
            "word___rels__header-default.xml.rels": relationships.encode(),
        },
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP"])
def test_a_picture_stands_in_its_line(kind: str) -> None:
    found, left_out = pictured(PICTURE.format("inline", "", ""), kind=kind)
    paragraph = one(found)
    assert isinstance(paragraph, HeaderFooterParagraph)
    (picture,) = paragraph.parts
    assert isinstance(picture, HeaderFooterPicture)
    assert (picture.width_pt, picture.height_pt, picture.picture.width_px) == (50, 20, 50)
    assert left_out == []


def test_a_picture_may_float() -> None:
    found, _ = pictured(PICTURE.format("anchor", AT, ""))
    (floating,) = found.headers["default"].floating
    assert isinstance(floating, Floating)
    assert (floating.across.origin, floating.across.offset_pt) == ("page", 10)
    assert (floating.down.origin, floating.down.align) == ("paragraph", "start")


def test_what_is_laid_out_in_its_cell_counts_from_there() -> None:
    at = AT.replace('V relativeFrom="paragraph"', 'V relativeFrom="page"')
    inside = PICTURE.format("anchor", at, "").replace("<wp:anchor", '<wp:anchor layoutInCell="1"')
    for xml, origins in (
        (table((4000,), (inside,)), ("column", "paragraph")),
        (table((4000,), (PICTURE.format("anchor", at, ""),)), ("page", "page")),
        (inside, ("page", "page")),
    ):
        (floating,) = pictured(xml)[0].headers["default"].floating
        assert (floating.across.origin, floating.down.origin) == origins


SMART = PICTURE.replace("pic:pic>", "dgm:relIds>").replace("pic:blipFill", "dgm:x")
EMF, UNKNOWN = bytes(40) + b" EMF", "a picture that is no PNG, JPEG, GIF or BMP"


@pytest.mark.parametrize(
    ("xml", "data", "what"),
    [
        (PICTURE.format("inline", "", ""), b"GIF89a", f"{UNKNOWN} “Seal”"),
        (PICTURE.format("inline", "", ""), EMF, "an EMF picture “Seal”"),
        (SMART.format("inline", "", ""), None, "SmartArt “Seal”"),
        (
            table((4000,), (table((900, 900), (p("x"), p("y"))),)),
            None,
            "the columns of a table within a table",
        ),
    ],
)
def test_what_no_pdf_can_have_is_reported(xml: str, data: bytes | None, what: str) -> None:
    _, left_out = pictured(xml, data)
    assert left_out == [f"header-default has {what} in the header, which the PDF does not print"]


def test_a_table_within_a_cell_prints_its_words_from_top_to_bottom() -> None:
    inner = table((900, 900), (p("Ministry"), p("")), (p(""), p("1 Well Street")))
    (cell,) = cells(table((4000,), (p("Republic") + inner + p("Seal"),)))
    assert [shown(one) for one in cell.paragraphs] == [
        "Republic",
        "Ministry",
        "1 Well Street",
        "Seal",
    ]


# Rules

RULES = (
    '<w:tblBorders><w:top w:val="single" w:sz="8" w:color="AA0000"/><w:left w:val="nil"/>'
    '<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="dotted" w:sz="2"/></w:tblBorders>'
)


def cells(xml: str) -> list[HeaderFooterCell]:
    found, left_out = header(xml)
    assert left_out == []
    held = one(found)
    assert isinstance(held, HeaderFooterTable)
    rows = [row for row in held.rows if isinstance(row, HeaderFooterRow)]
    return [cell for row in rows for cell in row.cells]


def widths(cell: HeaderFooterCell) -> list[float | None]:
    return [rule.width_pt if rule else None for rule in cell.rules]


def test_a_table_has_its_rules_around_and_between_cells() -> None:
    xml = table((2000, 2000), (p("a"), p("b")), (p("c"), p("d"))).replace(
        "</w:tblPr>", f"{RULES}</w:tblPr>"
    )
    a, b, c, d = cells(xml)
    assert widths(a) == [None, 1.0, 0.25, 0.5]
    assert widths(b) == [0.25, 1.0, None, 0.5]
    assert widths(c) == [None, 0.5, 0.25, None]
    assert widths(d) == [0.25, 0.5, None, None]
    assert a.rules[1]
    assert a.rules[1].colour == "#aa0000"
    assert a.margins_pt == (5.4, 5.4)


def test_a_cell_may_have_rules_of_its_own_and_merged_ones_have_none_between() -> None:
    own = '<w:tcBorders><w:bottom w:val="single" w:sz="24"/></w:tcBorders>'
    xml = table((2000,), (p("a"),), (p(""),)).replace("</w:tblPr>", f"{RULES}</w:tblPr>")
    first, second = cells(xml.replace("</w:tcPr>", f"{own}</w:tcPr>", 1))
    assert widths(first) == [None, 1.0, None, 3.0]
    start, end = xml.split("</w:tcPr>", 1)
    merged = f'{start}<w:vMerge w:val="restart"/></w:tcPr>' + end.replace(
        "</w:tcPr>", "<w:vMerge/></w:tcPr>"
    )
    first, second = cells(merged)
    assert (widths(first)[3], widths(second)[1]) == (None, None)


def test_a_page_has_its_borders() -> None:
    borders = (
        '<w:pgBorders w:offsetFrom="page" w:display="firstPage"><w:top w:val="single" w:sz="16" '
        'w:space="24" w:color="00AA00"/></w:pgBorders>'
    )
    held = parts(BARE.package())
    document = held["word/document.xml"].decode().replace("<w:pgSz", f"{borders}<w:pgSz")
    held["word/document.xml"] = document.encode()
    found, _ = read_header_footer(WordTemplate("foreign", "foreign.docx", Package(held)))
    assert found.borders
    assert (found.borders.from_page, found.borders.pages) == (True, "first")
    assert [rule and rule.distance_pt for rule in found.borders.rules] == [None, 24, None, None]


@pytest.mark.parametrize(("reference", "distance_pt"), [("", 76), ("header", 32)])
def test_borders_measured_from_the_text_stand_around_the_header(
    reference: str, distance_pt: float
) -> None:
    rule = '<w:top w:val="single" w:sz="16" w:space="4" w:color="00AA00"/>'
    margins = '<w:pgMar w:top="1600" w:header="720" w:left="1440" w:right="1440" w:bottom="1440"/>'
    named = f'<w:{reference}Reference w:type="default"/>' if reference else ""
    section = etree.fromstring(
        f'<w:sectPr xmlns:w="{W[1:-1]}">{named}{margins}'
        f"<w:pgBorders>{rule}</w:pgBorders></w:sectPr>"
    )
    held = parts(BARE.package())
    sheet = sheet_of(WordTemplate("foreign", "foreign.docx", Package(held)))
    found = page_borders(section, sheet)
    assert found and found.from_page
    assert [one and one.distance_pt for one in found.rules] == [None, distance_pt, None, None]
