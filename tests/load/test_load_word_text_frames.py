"""Paragraphs in text frames stand at their place of the page, and low lines part others only."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from samples.foreign import FOREIGN, NAMESPACES, p
from samples.word import W, template

from briefgen.load.page_style import read_page_style
from briefgen.load.word.header_footer import read_header_footer
from briefgen.load.word.height import measured_text
from briefgen.load.word.hidden import HidingStyles
from briefgen.load.word.letterhead import letterhead
from briefgen.load.word.page_drawings import put_behind, without_inner_rules
from briefgen.load.word.text_cleaning import clean_text
from briefgen.ooxml.package import WordTemplate
from briefgen.ooxml.text import own_text
from briefgen.types.header_footer import Anchor, Floating, HeaderFooterParagraph, Shape

FRAME = '<w:framePr w:w="4000" w:wrap="notBeside" w:hSpace="100" {}/>'
BY_PAGE = FRAME.format('w:vAnchor="page" w:hAnchor="page" w:x="900" w:y="600"')
AT_FOOT = FRAME.format('w:vAnchor="margin" w:hAnchor="margin" w:xAlign="right" w:yAlign="bottom"')
IN_TEXT = FRAME.format('w:vAnchor="text" w:hAnchor="margin" w:y="1"')


def said(properties: str, words: str) -> str:
    return p(words).replace("<w:pPr>", f"<w:pPr>{properties}", 1)


def held(header: str) -> WordTemplate:
    around = {"header-default": header}
    return template(replace(FOREIGN["ministere"], headers_footers=around).package())


def paragraphs(header: str) -> list[HeaderFooterParagraph]:
    found, _ = read_header_footer(held(header))
    blocks = found.headers["default"].blocks
    return [one for one in blocks if isinstance(one, HeaderFooterParagraph)]


def floating(paragraph: HeaderFooterParagraph) -> Floating:
    (part,) = paragraph.parts
    assert isinstance(part, Floating)
    return part


def test_paragraphs_of_one_frame_are_a_box_at_its_place() -> None:
    box, own, foot = paragraphs(
        said(BY_PAGE, "Ministry") + said(BY_PAGE, "of Wells") + p("Text") + said(AT_FOOT, "1")
    )
    assert (box.style.leading_pt, own.text) == (0, "Text")
    placed = floating(box)
    assert (placed.across, placed.down) == (Anchor("page", 45), Anchor("page", 30))
    assert placed.apart_pt == (5, 0, 5, 0)
    assert isinstance(placed.shown, Shape)
    assert placed.shown.text
    words = [one.text for one in placed.shown.text.paragraphs if not hasattr(one, "inner")]
    assert (words, placed.shown.width_pt) == (["Ministry", "of Wells"], 200)
    ends = Anchor("margin", 0, "end"), Anchor("margin", 0, "end")
    assert (floating(foot).across, floating(foot).down) == ends


def test_a_frame_beside_its_text_stays_in_it() -> None:
    assert [one.text for one in paragraphs(said(IN_TEXT, "1") + p("Text"))] == ["1", "Text"]


@pytest.mark.parametrize(
    ("lines", "is_higher"),
    [
        (said(BY_PAGE, "Ministry") * 9, False),
        (said('<w:spacing w:line="24" w:lineRule="auto"/>', "") * 9, False),
        (p("Ministry") * 9, True),
    ],
)
def test_frames_and_low_lines_take_little_room(lines: str, *, is_higher: bool) -> None:
    heights = []
    for footer in (p("Text"), p("Text") + lines):
        word = template(
            replace(FOREIGN["ministere"], headers_footers={"footer-default": footer}).package()
        )
        heights.append(measured_text(word, read_page_style(template())).footer_pt)
    assert (heights[1] > heights[0] * 3) is is_higher


def test_an_empty_line_lower_than_a_line_has_an_exact_height() -> None:
    low, size = '<w:spacing w:line="24" w:lineRule="auto"/>', '<w:rPr><w:sz w:val="40"/></w:rPr>'
    root = etree.fromstring(
        f"<w:hdr {NAMESPACES}>{said(low + size, '')}{said(low, 'Words')}"
        f"{said(low.replace('24', '240'), '')}</w:hdr>"
    )
    clean_text(root, {}, HidingStyles(False, {}, ""))
    found = [(one.get(W + "line"), one.get(W + "lineRule")) for one in root.iter(W + "spacing")]
    assert found == [("47", "exact"), ("24", "auto"), ("240", "auto")]


def logo(across: int, height: int) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="column">'
        f"<wp:posOffset>{across}</wp:posOffset></wp:positionH>"
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="1905000" cy="{height * 12700}"/><a:graphic><a:graphicData><pic:pic/>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


@pytest.mark.parametrize(("part", "rule"), [("hdr", "exact"), ("ftr", "auto")])
def test_a_low_line_of_a_footer_from_which_a_logo_floats_stays_as_it_is(
    part: str, rule: str
) -> None:
    low = '<w:pPr><w:spacing w:line="14" w:lineRule="auto"/></w:pPr>'
    line = logo(0, 60).replace("<w:p>", f"<w:p>{low}", 1)
    root = etree.fromstring(f"<w:{part} {NAMESPACES}>{line}</w:{part}>")
    clean_text(root, {}, HidingStyles(False, {}, ""))
    assert [one.get(W + "lineRule") for one in root.iter(W + "spacing")] == [rule]


@pytest.mark.parametrize(("height", "kept"), [(150, 2), (250, 0)])
def test_logos_side_by_side_are_a_letterhead_as_high_as_the_highest(height: int, kept: int) -> None:
    body = etree.fromstring(
        f"<w:body {NAMESPACES}>{logo(0, height)}{logo(3_000_000, height)}{p('Dear')}</w:body>"
    )
    assert len(letterhead(body, 842)) == kept


def test_a_letterhead_in_a_frame_has_as_many_paragraphs_as_it_needs() -> None:
    small = said(BY_PAGE + '<w:rPr><w:sz w:val="6"/></w:rPr>', "")
    body = etree.fromstring(f"<w:body {NAMESPACES}>{small * 20}{logo(0, 60)}{p('Dear')}</w:body>")
    assert len(letterhead(body, 842)) == 21


def test_what_lies_below_a_drawing_that_goes_behind_the_text_goes_with_it() -> None:
    anchor = '<wp:anchor behindDoc="0" relativeHeight="{0}"><wp:docPr id="{0}"/></wp:anchor>'
    drawn = "".join(anchor.format(one) for one in (3, 5, 9))
    block = etree.fromstring(f"<w:p {NAMESPACES}>{drawn}</w:p>")
    assert put_behind([block], {"5"})
    assert [one.get("behindDoc") for one in block] == ["1", "1", "0"]


@pytest.mark.parametrize(
    ("more", "kept"), [("", 2), (p("Dear {{ name }}"), 0), (p("A long letter. " * 30), 0)]
)
def test_an_address_alone_is_a_letterhead_of_words(more: str, kept: int) -> None:
    address = p("Quay Hotel") + p("57 Depot Street, www.quay-hotel.example") + p("")
    body = etree.fromstring(f"<w:body {NAMESPACES}>{address}{more}<w:sectPr/></w:body>")
    assert len(letterhead(body, 842)) == kept


@pytest.mark.parametrize(
    ("more", "kept"),
    [("", 3), (p("Dear Ada,"), 1), (p("We write to you. " * 4), 1), (p("") * 20, 1)],
)
def test_an_address_below_a_logo_is_of_its_letterhead(more: str, kept: int) -> None:
    address = p("57 Depot Street") + p("www.quay-hotel.example")
    body = etree.fromstring(
        f"<w:body {NAMESPACES}>{logo(0, 60)}{address}{more}<w:sectPr/></w:body>"
    )
    assert len(letterhead(body, 842)) == kept


@pytest.mark.parametrize(("style", "ruled"), [("Title", False), ("Letterhead", True)])
def test_a_logo_in_the_style_of_the_title_leaves_its_rule_to_that(
    style: str, *, ruled: bool
) -> None:
    titled = logo(0, 60).replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>')
    body = etree.fromstring(f"<w:body {NAMESPACES}>{titled}{p('Dear')}</w:body>")
    (head,) = letterhead(body, 842)
    assert [one.get(W + "val") for one in head.iter(W + "bottom")] == ([] if ruled else ["none"])


@pytest.mark.parametrize(("down", "kept"), [(100, 2), (5_000, 1), (9_500, 2)])
def test_a_ground_of_the_page_has_no_rule_amid_the_text(down: int, kept: int) -> None:
    member = (
        '<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="{}"/><a:ext cx="9" cy="{}"/></a:xfrm>'
        "</wps:spPr></wps:wsp>"
    )
    anchor = etree.fromstring(
        f'<wp:anchor {NAMESPACES}><wp:extent cx="999" cy="{700 * 12700}"/><wpg:wgp><wpg:grpSpPr>'
        '<a:xfrm><a:chOff x="0" y="0"/><a:chExt cx="9" cy="10000"/></a:xfrm></wpg:grpSpPr>'
        f"{member.format(0, 10_000)}{member.format(down, 0)}</wpg:wgp></wp:anchor>"
    )
    assert len([*without_inner_rules(anchor, 800).iter("{*}wsp")]) == kept
    assert len([*anchor.iter("{*}wsp")]) == 2


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (p("Ministry of Health"), True),
        (p("MUSTER >> Press release"), False),
        (
            p("Press, day month").replace(
                "<w:t", '<w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t'
            ),
            False,
        ),
    ],
)
def test_what_a_letterhead_s_line_marks_as_a_sample_s_is_not_printed(
    line: str, *, kept: bool
) -> None:
    body = etree.fromstring(f"<w:body {NAMESPACES}>{line}{logo(0, 60)}{p('Dear')}</w:body>")
    head = letterhead(body, 842)
    assert (len(head), bool(own_text(head[0]))) == (2, kept)
