"""Words of a letterhead in a sample's body: names of an institution, and how it is reached."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import WP, W

from briefgen.load.word.colour_scheme import ColourScheme
from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.letterhead import letterhead
from briefgen.load.word.letterhead_text import said_by
from briefgen.load.word.sample import empty
from briefgen.load.word.sample_drawings import first_drawings
from briefgen.load.word.style import read_style_sheet
from briefgen.ooxml.names import VML

NAMESPACES = f'xmlns:w="{W[1:-1]}" xmlns:wp="{WP[1:-1]}"'
LOGO = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="571500" cy="571500"/></wp:inline></w:drawing></w:r>'
)


def p(words: str = "", align: str = "", key: str = "", held: str = "") -> str:
    style = f'<w:pStyle w:val="{key}"/>' if key else ""
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    run = f"<w:r><w:t>{words}</w:t></w:r>" if words else ""
    return f"<w:p><w:pPr>{style}{jc}</w:pPr>{held}{run}</w:p>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{one}</w:tc>' for one in cells)}</w:tr></w:tbl>"


def kept(body: str) -> list[str]:
    """Return what the lines of a letterhead say that stay of a body."""
    root = etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>")
    return [said for one in letterhead(root, 800.0) if (said := " ".join(said_by(one).split()))]


LETTER = p("Dear reader,") + p("We met in May.")


@pytest.mark.parametrize(
    ("below", "said"),
    [
        (("SENADO FEDERAL", "Comissão de Infraestrutura"), 2),
        (("Ministry of Health", "DIVISION OF LAKES"), 2),
        (("Ministry of Health", "Report on lakes"), 1),
        (("Report of the Ministry of Health",), 0),
        (("To: Ministry of Health",), 0),
        (("Oslo, 4 May",), 0),
    ],
)
def test_names_of_an_institution_below_a_logo_are_of_its_letterhead(
    below: tuple[str, ...], said: int
) -> None:
    lines = "".join(p(one, "center") for one in below)
    assert kept(p(align="center", held=LOGO) + lines + LETTER) == [*below[:said]]


@pytest.mark.parametrize(("name", "said"), [("header", 2), ("Salutation", 0)])
def test_lines_below_a_logo_in_the_style_of_headers_are_of_its_letterhead(
    name: str, said: int
) -> None:
    named = f'<w:style w:type="paragraph" w:styleId="Cabealho"><w:name w:val="{name}"/></w:style>'
    named += '<w:style w:type="paragraph" w:default="1"><w:name w:val="Normal"/></w:style>'
    lines = [p("Since 1948", key="Cabealho"), p("Lake products", key="Cabealho")]
    logo = p(key="Cabealho", held=LOGO)
    root = etree.fromstring(f"<w:body {NAMESPACES}>{logo}{''.join(lines)}{LETTER}</w:body>")
    sheet = read_style_sheet(
        etree.fromstring(f"<w:styles {NAMESPACES}>{named}</w:styles>"), None, ColourScheme(), {}
    )
    assert len(letterhead(root, 800.0, HeaderFooterStyles(sheet))) == 1 + said


@pytest.mark.parametrize(("height", "blocks"), [(400, 1), (14_000, 0)])
def test_a_row_as_high_as_the_page_is_a_cover(height: int, blocks: int) -> None:
    row = f'<w:tr><w:trPr><w:trHeight w:val="{height}"/></w:trPr><w:tc>{p(held=LOGO)}</w:tc></w:tr>'
    root = etree.fromstring(f"<w:body {NAMESPACES}><w:tbl>{row}</w:tbl>{LETTER}</w:body>")
    assert len(letterhead(root, 800.0)) == blocks


@pytest.mark.parametrize(("width", "said"), [(27, ["Ministry of Health"]), (400, [])])
def test_a_band_along_the_page_beside_a_logo_makes_no_cover(width: int, said: list[str]) -> None:
    drawing = f'<v:group style="position:absolute;width:{width}pt;height:810pt"/>'
    held = f'{LOGO}<w:r><w:pict xmlns:v="{VML[1:-1]}">{drawing}</w:pict></w:r>'
    assert kept(p(align="center", held=held) + p("Ministry of Health", "center") + LETTER) == said


@pytest.mark.parametrize(("title", "said"), [(p("Title", key="Heading1"), 1), ("", 0)])
def test_a_name_in_the_style_of_a_title_is_one_where_the_title_follows(
    title: str, said: int
) -> None:
    name = p("University of Lakes", key="Title")
    assert len(kept(p(key="Title", held=LOGO) + name + title + LETTER)) == said


def ruled(words: str = "", indent: int = 0, kind: str = "single") -> str:
    held = f'<w:pBdr><w:bottom w:val="{kind}"/></w:pBdr><w:ind w:left="{indent}"/>'
    return p(words).replace("<w:pPr>", f"<w:pPr>{held}")


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (ruled() + LETTER, 2),
        (ruled() + ruled() + ruled("Report on lakes:") + LETTER, 1),
        (ruled() + ruled(indent=720) + LETTER, 2),
        (ruled(kind="nil") + LETTER, 1),
    ],
)
def test_a_rule_that_goes_on_to_the_title_is_none_of_the_letterhead(
    lines: str, blocks: int
) -> None:
    """Paragraphs with the same borders have one rule, below the last of them."""
    root = etree.fromstring(f"<w:body {NAMESPACES}>{p(held=LOGO)}{lines}</w:body>")
    assert len(letterhead(root, 800.0)) == blocks


RULE = '<w:bottom w:val="single" w:sz="24"/>'


@pytest.mark.parametrize(
    ("head", "gaps"),
    [
        (p(held=LOGO) + ruled(), ["120"]),
        (table(f"<w:tcPr><w:tcBorders>{RULE}</w:tcBorders></w:tcPr>{p(held=LOGO)}"), ["120"]),
        (table(p(held=LOGO)), []),
    ],
)
def test_a_title_keeps_off_a_rule_below_a_letterhead(head: str, gaps: list[str]) -> None:
    body = etree.fromstring(f"<w:body {NAMESPACES}>{head}{LETTER}</w:body>")
    empty(body)
    exact = [one.get(f"{W}line") for one in body.iter(f"{W}spacing") if one.get(f"{W}lineRule")]
    assert exact == gaps


@pytest.mark.parametrize(
    "key", ["Title", "Ttulo", "Titolo1", "berschrift1", "Titre1", "Rubrik1", "Kop1", "Nagwek2"]
)
def test_titles_of_a_sample_are_known_by_their_styles_in_other_languages(key: str) -> None:
    picture = p(held=LOGO)
    assert kept(p("Report on lakes", key=key) + picture + LETTER) == []
    assert kept(p("Lakes and Sons", key="Kopfzeile") + picture + LETTER) == ["Lakes and Sons"]


ADDRESS = p("Lakes &amp; Sons Ltd") + p("4 Shore Road") + p("Tel. +44 20 7946 0000")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (ADDRESS + p() + p("4 May") + LETTER, 3),
        (p("Lakes") + ADDRESS + LETTER, 0),
        (ADDRESS.replace("Lakes", "Your Name") + LETTER, 0),
        (p("Lakes &amp; Sons Ltd") + p("4 Shore Road") + LETTER, 0),
        (p("To:") + ADDRESS + LETTER, 0),
    ],
)
def test_first_lines_that_say_whose_letter_it_is_stay_without_a_logo(body: str, said: int) -> None:
    assert len(kept(body)) == said


def test_what_is_to_be_filled_in_beside_an_address_goes_and_leaves_its_room() -> None:
    cells = table(p("Sons Ltd, 4 Shore Road") + p("XXX"), p("Tel.: 0123 456") + p("www.sons.org"))
    assert kept(p() + cells + p("[Subject]")) == [
        "Sons Ltd, 4 Shore Road Tel.: 0123 456 www.sons.org"
    ]


@pytest.mark.parametrize(("left", "drawn"), [(28_575, 1), (1_905_000, 0)])
def test_a_mark_for_folding_stays_in_its_margin(left: int, drawn: int) -> None:
    mark = (
        '<w:r><w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="page"><wp:posOffset>'
        f'{left}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>'
        '3564255</wp:posOffset></wp:positionV><wp:extent cx="114300" cy="0"/></wp:anchor>'
        "</w:drawing></w:r>"
    )
    body = etree.fromstring(f"<w:body {NAMESPACES}>{p('Text')}{p(held=mark)}</w:body>")
    assert len(first_drawings(body, None, 0)) == drawn
