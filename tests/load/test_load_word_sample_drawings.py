"""Drawings of a sample's first page stand where they stood, and those upon bands stay with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from samples.foreign import NAMESPACES, Foreign, p, style
from samples.word import W

from briefgen.load.page_style import read_page_style
from briefgen.load.word.adopt import adopt
from briefgen.load.word.colour_scheme import ColourScheme
from briefgen.load.word.header_footer import read_header_footer
from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.sample_drawings import first_drawings
from briefgen.load.word.sample_fonts import hold_fonts
from briefgen.load.word.sample_heights import Flow
from briefgen.load.word.style import read_style_sheet
from briefgen.load.word.template import read_word_template
from briefgen.ooxml.names import WP, Element
from briefgen.types.header_footer import HeaderFooterParagraph, HeaderFooterText
from briefgen.types.role import Role

EMU = 12700
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>'
    '<w:spacing w:before="100" w:after="200" w:line="480" w:lineRule="exact"/></w:pPr></w:style>'
)


def styles(said: str = NORMAL) -> HeaderFooterStyles:
    """Return those of a document with lines of 24 points, 5 above a paragraph and 10 below."""
    root = etree.fromstring(f"<w:styles {NAMESPACES}>{said}</w:styles>")
    return HeaderFooterStyles(read_style_sheet(root, None, ColourScheme({}, {}, {}), {}))


def drawn(x: int, y: int, width: int, height: int, words: str = "") -> str:
    """Return a paragraph on which a drawing hangs, in points from the left margin and itself."""
    box = f"<wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    text = f"{box}</wps:txbx>" if words else ""
    return (
        '<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>'
        f'{x * EMU}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{y * EMU}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{width * EMU}" cy="{height * EMU}"/><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:spPr/>{text}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def body(*blocks: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>")


def tops(*blocks: str) -> list[int]:
    """Return how far down the page drawings stand, in points, on one with margins of 72."""
    runs = first_drawings(body(*blocks), None, 0, styles())
    offsets = [one.findtext(f".//{WP}positionV/{WP}posOffset") for one in runs]
    return [round(int(one or 0) / EMU) for one in offsets]


WORDS = "<w:p><w:r><w:t>Dear Madam</w:t></w:r></w:p>"


def test_a_drawing_stands_as_far_down_as_the_styles_of_the_text_above_it_say() -> None:
    assert tops(WORDS * 10, drawn(-70, 20, 60, 40)) == [72 + 5 + 10 * (24 + 10) + 20]
    assert tops(drawn(-70, 20, 60, 40)) == [72 + 5 + 20]


BAND = drawn(-72, -72, 160, 792)


@pytest.mark.parametrize(
    ("logo", "stays"),
    [
        (drawn(-40, 100, 110, 115), True),  # upon the band, and most of it right of the margin
        (drawn(-40, 100, 110, 115, "Office of Water"), True),
        (drawn(200, 100, 110, 115), False),
        (drawn(60, 100, 110, 115), False),
    ],
)
def test_what_lies_upon_a_band_stays_with_it(logo: str, *, stays: bool) -> None:
    assert len(tops(BAND, logo)) == 1 + stays


def test_a_ground_of_the_whole_page_keeps_no_drawing_of_the_text() -> None:
    ground = drawn(-72, -72, 612, 792).replace("<wp:anchor>", '<wp:anchor behindDoc="1">')
    assert len(tops(ground, drawn(200, 300, 100, 40))) == 1


PICTURE = '<pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic>'


@pytest.mark.parametrize(("y", "height", "kept"), [(592, 40, 1), (500, 40, 0), (592, 98, 0)])
def test_a_low_picture_at_the_foot_is_of_the_page_in_a_control_too(
    y: int, height: int, kept: int
) -> None:
    """As logos are that hang on the last line of a cover."""
    logo = drawn(100, y, 100, height).replace("<wps:wsp><wps:spPr/></wps:wsp>", PICTURE)
    far = '<w:tbl><w:tblPr><w:tblpPr w:tblpY="2800"/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>'
    cover = far.format(WORDS * 9) + logo
    control = f"<w:sdt><w:sdtContent>{cover}</w:sdtContent></w:sdt>"
    assert (len(tops(cover)), len(tops(control))) == (kept, kept)


def test_a_gutter_is_part_of_the_left_margin() -> None:
    margins = "".join(f' w:{side}="1440"' for side in ("left", "top", "right", "bottom", "gutter"))
    section = body(f"<w:sectPr><w:pgMar{margins}/></w:sectPr>")[0]
    (run,) = first_drawings(body(drawn(-70, 20, 60, 40)), section, 0, styles())
    offset = run.findtext(f".//{WP}positionH/{WP}posOffset")
    assert int(offset or 0) == (72 + 72 - 70) * EMU


def test_rows_and_larger_letters_take_their_room() -> None:
    def height(*blocks: str) -> float:
        flow = Flow(styles(), 400, 0)
        for one in body(*blocks):
            flow.take(one)
        return flow.y_pt

    row = '<w:tr><w:trPr><w:trHeight w:val="{}"/></w:trPr><w:tc>{}</w:tc></w:tr>'
    rows = row.format(1200, WORDS) + row.format(20, WORDS * 2)
    assert height(f"<w:tbl>{rows}</w:tbl>") == pytest.approx(60 + 5 + 2 * 34)
    free = WORDS.replace("<w:p>", '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>')
    large = free.replace("<w:t>", '<w:rPr><w:sz w:val="80"/></w:rPr><w:t>')
    assert height(large) > 2 * height(free)
    inline = f'<w:drawing><wp:inline><wp:extent cx="9" cy="{90 * EMU}"/></wp:inline></w:drawing>'
    assert height(WORDS.replace("<w:t>", f"{inline}<w:t>")) == pytest.approx(90 + 15)
    assert height(f"<w:p><w:pPr><w:framePr {W}vAnchor='page'/></w:pPr></w:p>".replace(W, "w:")) == 0


def test_words_that_stay_keep_the_font_of_the_style_of_the_text() -> None:
    own = '<w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>'
    named = '<w:style w:type="paragraph" w:styleId="Motto"><w:name w:val="Motto"/>' + own
    look = styles(NORMAL.replace("</w:style>", f"{own}</w:style>") + f"{named}</w:style>")
    plain = "<w:p><w:r><w:t>Quay Hotel</w:t></w:r></w:p>"
    held = body(
        plain,
        plain.replace("<w:t>", '<w:rPr><w:rFonts w:eastAsia="Arial"/></w:rPr><w:t>'),
        plain.replace("<w:t>", '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>'),
        plain.replace("<w:r>", '<w:pPr><w:pStyle w:val="Motto"/></w:pPr><w:r>'),
    )
    hold_fonts(held, look)
    fonts = [one.find(f".//{W}rFonts") for one in held]
    assert [None if one is None else one.get(W + "ascii") for one in fonts] == [
        "Georgia",
        "Georgia",
        "Arial",
        None,
    ]


@pytest.mark.parametrize(
    ("by", "down", "kept"), [("page", 129, 1), ("text", 129, 0), ("page", 400, 0), ("page", 750, 1)]
)
def test_a_rule_in_the_old_form_below_a_letterhead_stays(by: str, down: int, kept: int) -> None:
    line = (
        '<w:p><w:r><w:pict><v:line style="position:absolute;mso-position-horizontal-relative:page;'
        f'mso-position-vertical-relative:{by}" from="43pt,{down}pt" to="547pt,{down}.05pt"/>'
        "</w:pict></w:r></w:p>"
    )
    assert len(first_drawings(body(line), None, 0, styles())) == kept


def test_a_header_keeps_its_font_where_the_text_of_the_sample_has_another(tmp_path: Path) -> None:
    own = '<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/></w:rPr>'
    words = "The committee met in May and found that little had been done since then"
    said = p(words).replace("<w:r>", f"<w:r>{own}")
    sample = Foreign(
        styles=style("Normal", "Normal"),
        body=said * 3,
        font="Arial",
        half_points=20,
        spacing="",
        headers_footers={"footer-default": p("Internal")},
    )
    file = tmp_path / "house.docx"
    file.write_bytes(sample.package())
    template = read_word_template(file, replace_body=True)
    assert read_page_style(adopt(template)[0]).styles[Role.BODY].family == "Georgia"
    (footer,) = read_header_footer(template)[0].footers["default"].blocks
    assert isinstance(footer, HeaderFooterParagraph)
    assert {one.style.family for one in footer.parts if isinstance(one, HeaderFooterText)} == {
        "Arial"
    }


def test_words_of_a_letterhead_that_stay_are_told_in_a_line(tmp_path: Path) -> None:
    head = p("University of Lakes, " + "Faculty of Water, " * 9) + p("Tel. 01 23 45, a@lakes.org")
    sample = Foreign(
        styles=style("Normal", "Normal"),
        body=head + p("Dear reader,") + p("We met in May."),
        font="Arial",
        half_points=20,
        spacing="",
    )
    file = tmp_path / "house.docx"
    file.write_bytes(sample.package())
    told = [
        one
        for one in read_word_template(file, replace_body=True).warnings
        if one.code == "word-letterhead-kept"
    ]
    (warning,) = told
    said = warning.message.partition('"')[2].removesuffix('"')
    assert said.startswith("University of Lakes, Faculty of Water,")
    assert said.endswith("…")
    assert len(said) <= 120
