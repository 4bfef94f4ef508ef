"""Title and headings look as a sample shows them, where its author set that on the paragraphs."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.foreign import NAMESPACES, text_box
from samples.word import W

from briefgen.load.word.hidden import HidingStyles
from briefgen.load.word.letterhead import letterhead
from briefgen.load.word.sample import empty
from briefgen.load.word.sample_around import Around
from briefgen.load.word.sample_drawings import first_drawings
from briefgen.load.word.sample_fonts import hold_styles
from briefgen.load.word.sample_look import take_look
from briefgen.load.word.text_cleaning import clean_text

NAMESPACE = f'xmlns:w="{W[1:-1]}"'
BLUE = '<w:rPr><w:b/><w:color w:val="4F81BD"/></w:rPr>'
BLACK = '<w:rFonts w:ascii="Times New Roman"/><w:color w:val="auto"/>'


class Headers(Around, frozen=True):
    """Headers of which some draw, and some say something."""

    drawing: frozenset[str]
    saying: frozenset[str] = frozenset()
    highest_pt: float = 0.0

    def pictures_pt(self, key: str) -> float:  # noqa: ARG002
        return self.highest_pt

    def draws(self, key: str, *, or_says: bool = False) -> bool:
        return key in self.drawing or (or_says and key in self.saying)


def style(name: str, base: str = "Normal", custom: str = "", said: str = BLUE) -> str:
    return (
        f'<w:style w:type="paragraph" {custom} w:styleId="{name.title().replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/>{said}</w:style>'
    )


def p(text: str, name: str, look: str = "", align: str = "") -> str:
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{jc}</w:pPr>{run}</w:p>'


def looks(body: str, *more: str) -> dict[str, tuple[str | None, ...]]:
    """Return font, colour and alignment of each style once a sample's body was looked at."""
    made = "".join([style("Title"), style("heading 1"), style("heading 2"), *more])
    styles = etree.fromstring(f"<w:styles {NAMESPACE}>{made}</w:styles>")
    take_look(styles, etree.fromstring(f"<w:body {NAMESPACE}>{body}</w:body>"))
    asked = (("rPr/{0}rFonts", "ascii"), ("rPr/{0}color", "val"), ("pPr/{0}jc", "val"))
    found = {}
    for one in styles:
        held = [(one.find(W + path.format(W)), key) for path, key in asked]
        said = tuple(None if each is None else each.get(W + key) for each, key in held)
        found[one.get(W + "styleId", "")] = said
    return found


OWN = (None, "4F81BD", None)
TIMES = ("Times New Roman", "auto")


def test_what_is_set_on_the_paragraphs_is_taken_over() -> None:
    found = looks(p("A", "Title", BLACK, "right") + p("B", "Heading1", BLACK))
    assert found["Title"] == (*TIMES, "right")
    assert found["Heading1"] == found["Heading2"] == (*TIMES, None)  # none of the second is shown


def test_what_is_said_of_some_only_is_not() -> None:
    found = looks(p("A", "Title", BLACK, "right") + p("B", "Title", "", "right"))
    assert found["Title"] == (None, "4F81BD", "right")
    assert found["Heading1"] == found["Heading2"] == OWN
    apart = looks(p("B", "Heading1", BLACK) + p("C", "Heading2"))
    assert apart["Heading2"] == OWN


@pytest.mark.parametrize(
    ("colour", "taken"), [("404040", True), ("0000FF", False), ("BFBFBF", False)]
)
def test_text_in_a_dark_grey_is_that_of_a_brief(colour: str, *, taken: bool) -> None:
    said = p("Plain text", "BodyText", f'<w:color w:val="{colour}"/>')
    text = looks(said, style("Body Text", said=""))["BodyText"]
    assert text[1] == (colour if taken else None)


def test_first_headings_that_are_not_shown_have_the_colour_of_second_ones() -> None:
    teal = '<w:color w:val="009288"/>'
    found = looks(p("A", "Heading2", teal))
    assert found["Heading1"] == found["Heading2"] == (None, "009288", None)
    assert looks(p("B", "Heading1") + p("A", "Heading2", teal))["Heading1"] == OWN


def test_what_all_say_is_as_most_of_them_do() -> None:
    red = BLACK.replace("auto", "C00000")
    body = p("A", "Heading1", red) + p("B", "Heading1", BLACK) + p("C", "Heading1", BLACK)
    assert looks(body)["Heading1"] == (*TIMES, None)


def test_the_first_words_are_a_title_where_they_are_large_or_a_heading() -> None:
    large = p("A", "Normal", '<w:sz w:val="48"/>', "center")
    assert looks(large)["Title"] == (None, "4F81BD", "center")
    assert looks(p("A", "Normal", "", "center"))["Title"] == OWN
    heading = looks(p("A", "Heading1", BLACK, "center"))
    assert heading["Title"] == (*TIMES, "center")
    assert heading["Heading1"] == (*TIMES, None)  # the one heading in the middle is the title


def test_headings_of_a_style_made_from_the_built_in_one_show_how_it_looks() -> None:
    own = style("Section", "Heading1", 'w:customStyle="1"', f"<w:rPr>{BLACK}</w:rPr>")
    assert looks(p("B", "Section"), own)["Heading1"] == (*TIMES, None)
    assert looks(p("B", "Section") + p("C", "Heading1"), own)["Heading1"] == OWN


def test_a_title_of_word_s_own_goes_with_headings_that_are_shown() -> None:
    theme = '<w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/><w:spacing w:val="-10"/></w:rPr>'
    title = style("Title", said=theme)
    kept = etree.fromstring(f"<w:styles {NAMESPACE}>{title}{style('heading 1')}</w:styles>")
    take_look(kept, etree.fromstring(f"<w:body {NAMESPACE}>{p('A', 'Normal')}</w:body>"))
    assert [one.get(W + "asciiTheme") for one in kept.iter(W + "rFonts")] == ["majorHAnsi"]
    words = p("A", "Normal") + p("B", "Heading1")
    take_look(kept, etree.fromstring(f"<w:body {NAMESPACE}>{words}</w:body>"))
    assert [one.get(W + "asciiTheme") for one in kept.iter(W + "rFonts")] == [None]
    assert [one.get(W + "val") for one in kept[0].iter(W + "color")] == ["4F81BD"]


DEFAULT = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}'
    "</w:style>"
)
CALIBRI = '<w:rFonts w:ascii="Calibri"/>'


def test_text_has_the_font_that_nearly_all_words_of_a_sample_have() -> None:
    normal = DEFAULT.format('<w:rPr><w:rFonts w:ascii="Cambria"/></w:rPr>')
    letter = p("Dear Madam", "Normal", CALIBRI) + p("Yours", "Normal", CALIBRI)
    found = looks(letter, normal, style("header", said=""))
    assert {found[one][0] for one in ("Normal", "Title", "Heading1")} == {"Calibri"}
    assert found["Header"][0] == "Cambria"


def test_text_has_the_font_of_the_style_that_nearly_all_words_have() -> None:
    letter = p("Dear Madam", "Letter") + p("Yours", "Letter")
    own = style("letter", said=f"<w:rPr>{CALIBRI}</w:rPr>")
    assert looks(letter, DEFAULT.format(""), own)["Normal"][0] == "Calibri"


def test_a_font_of_some_words_is_not_that_of_the_text() -> None:
    letter = p("Dear Madam", "Normal", CALIBRI) + p("Yours sincerely", "Normal")
    assert looks(letter, DEFAULT.format(""))["Normal"][0] is None


def test_a_letter_in_a_box_goes_with_the_sample_and_a_motto_stays() -> None:
    def drawn(words: str) -> int:
        box = text_box(p(words, "Normal"), top_pt=24)
        place = '<wp:positionV relativeFrom="page"><wp:posOffset>304800'
        assert place in box
        box = box.replace(place, '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-304800')
        body = etree.fromstring(f"<w:body {NAMESPACES}>{box}</w:body>")
        return len(letterhead(body, 842)) + len(first_drawings(body, None, 0))

    assert drawn("Water for all") == 1
    assert drawn("It gives us immense pleasure to invite you. " * 20) == 0
    assert drawn("Date:") == 0


REFERENCE = '<w:headerReference w:type="{}" r:id="{}"/>'


@pytest.mark.parametrize(("kind", "first"), [("continuous", ["r1"]), ("nextPage", [])])
def test_sections_of_one_page_have_the_first_header_of_that_which_begins_it(
    kind: str, first: list[str]
) -> None:
    opening = f"{REFERENCE.format('first', 'r1')}<w:pgMar w:top='2410'/><w:titlePg/>"
    own = f"{REFERENCE.format('default', 'r2')}<w:type w:val='{kind}'/><w:pgMar w:top='1701'/>"
    body = etree.fromstring(
        f"<w:body {NAMESPACES}><w:p><w:pPr><w:sectPr>{opening}</w:sectPr></w:pPr></w:p>"
        f"{p('Much text', 'Normal')}<w:sectPr>{own}</w:sectPr></w:body>"
    )
    empty(body)
    section = body[-1]
    shown = [
        one.attrib.values()[1] for one in section.iterfind(f"{W}headerReference[@{W}type='first']")
    ]
    top = "2410" if first else "1701"
    assert (section.find(W + "titlePg") is not None) == bool(first)
    assert [one.get(W + "top") for one in section.iterfind(W + "pgMar")] == [top]
    if first:
        assert shown == first


@pytest.mark.parametrize(
    ("drawing", "kept"), [({"r1"}, ["r1"]), ({"r1", "r2"}, []), (set[str](), [])]
)
def test_a_logo_that_a_cover_alone_has_is_on_the_first_page(
    drawing: set[str], kept: list[str]
) -> None:
    cover = REFERENCE.format("default", "r1")
    own = REFERENCE.format("default", "r2") + REFERENCE.format("default", "f2").replace(
        "header", "footer"
    )
    body = etree.fromstring(
        f"<w:body {NAMESPACES}><w:p><w:pPr><w:sectPr>{cover}</w:sectPr></w:pPr></w:p>"
        f"{p('Much text', 'Normal')}<w:sectPr>{own}</w:sectPr></w:body>"
    )
    empty(body, Headers(frozenset(drawing)))
    first = [one for one in body[-1] if one.get(W + "type") == "first"]
    heads = [one for one in first if one.tag == W + "headerReference"]
    assert [one.attrib.values()[1] for one in heads] == kept
    assert len(first) == 2 * len(kept)  # with the footer that its own pages have
    assert (body[-1].find(W + "titlePg") is not None) == bool(kept)


@pytest.mark.parametrize(("saying", "kept"), [(set[str](), "f1"), ({"f2"}, "f2")])
def test_the_footer_of_a_cover_goes_with_its_logo_where_the_own_one_says_nothing(
    saying: set[str], kept: str
) -> None:
    def around(number: int) -> str:
        head = REFERENCE.format("default", f"r{number}")
        return head + REFERENCE.format("default", f"f{number}").replace("header", "footer")

    body = etree.fromstring(
        f"<w:body {NAMESPACES}><w:p><w:pPr><w:sectPr>{around(1)}</w:sectPr></w:pPr></w:p>"
        f"{p('Much text', 'Normal')}<w:sectPr>{around(2)}</w:sectPr></w:body>"
    )
    empty(body, Headers(frozenset({"r1", "f1"}), frozenset(saying)))
    first = [one.attrib.values()[1] for one in body[-1] if one.get(W + "type") == "first"]
    assert sorted(first) == [kept, "r1"]


@pytest.mark.parametrize(
    ("down", "saying", "kept"),
    [(20, {"r2"}, []), (20, {"r1", "r2"}, ["r2"]), (20, set[str](), ["r2"]), (200, {"r2"}, ["r2"])],
)
def test_over_what_a_cover_draws_at_its_head_no_later_page_s_words_are_printed(
    down: int, saying: set[str], kept: list[str]
) -> None:
    logo = (
        '<w:r><w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="column">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{down * 12700}</wp:posOffset></wp:positionV>"
        '<wp:extent cx="999999" cy="999999"/></wp:anchor></w:drawing></w:r>'
    )
    cover, own = (REFERENCE.format("default", one) for one in ("r1", "r2"))
    body = etree.fromstring(
        f"<w:body {NAMESPACES}><w:p>{logo}</w:p><w:p><w:pPr><w:sectPr>{cover}</w:sectPr></w:pPr>"
        "</w:p>"
        f"{p('Much text', 'Normal')}<w:sectPr>{own}</w:sectPr></w:body>"
    )
    empty(body, Headers(frozenset(), frozenset(saying)))
    section = body[-1]
    assert len([*body.iter("{*}anchor")]) == int(down < 100)
    shown = "default" if section.find(W + "titlePg") is None else "first"
    heads = [one for one in section.iter(W + "headerReference") if one.get(W + "type") == shown]
    assert [one.attrib.values()[1] for one in heads] == (kept or ["r1"])


def test_large_numbers_of_a_list_have_the_size_of_their_text() -> None:
    level = '<w:lvl><w:rPr><w:b/><w:sz w:val="{}"/></w:rPr></w:lvl>'
    held = f"<w:numbering {NAMESPACE}>{level.format(192)}{level.format(28)}</w:numbering>"
    numbering = etree.fromstring(held)
    (reported,) = clean_text(numbering, {}, HidingStyles(False, {}, ""))
    assert reported.startswith("large numbers")
    assert [len(one) for one in numbering.iter(W + "rPr")] == [1, 2]


@pytest.mark.parametrize(
    ("drawing", "saying", "kept"),
    [({"r2"}, set[str](), ["default"]), ({"r2"}, {"r1"}, ["first", "default"]),
     (set[str](), set[str](), ["first", "default"])],
)  # fmt: skip
def test_where_a_cover_has_no_header_the_first_page_has_that_of_the_others(
    drawing: set[str], saying: set[str], kept: list[str]
) -> None:
    heads = REFERENCE.format("first", "r1") + REFERENCE.format("default", "r2")
    body = etree.fromstring(
        f"<w:body {NAMESPACES}>{p('Much text', 'Normal')}<w:sectPr>{heads}<w:titlePg/></w:sectPr>"
        "</w:body>"
    )
    empty(body, Headers(frozenset(drawing), frozenset(saying)))
    assert [one.get(W + "type") for one in body[-1].iter(W + "headerReference")] == kept
    assert (body[-1].find(W + "titlePg") is not None) == ("first" in kept)


def test_a_letterhead_in_the_body_stays_where_other_pages_have_the_logo_in_a_header() -> None:
    heads = REFERENCE.format("first", "r1") + REFERENCE.format("default", "r2")
    drawing = '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/></wp:inline></w:drawing>'
    logo = f"<w:p><w:r>{drawing}</w:r></w:p>"
    body = etree.fromstring(
        f"<w:body {NAMESPACES}>{logo}{p('Much text', 'Normal')}<w:sectPr>{heads}<w:titlePg/>"
        "</w:sectPr></w:body>"
    )
    empty(body, Headers(frozenset({"r2"})))
    assert len([*body.iter("{*}inline")]) == 1
    assert body[-1].find(W + "titlePg") is not None


@pytest.mark.parametrize(("height_pt", "is_cover"), [(100, False), (400, True), (792, False)])
def test_a_picture_over_much_of_the_first_page_is_a_cover_s(
    height_pt: float, *, is_cover: bool
) -> None:
    """It goes where the header of the other pages draws, too; a ground of the page stays."""
    heads = REFERENCE.format("first", "r1") + REFERENCE.format("default", "r2")
    body = etree.fromstring(
        f"<w:body {NAMESPACES}>{p('Much text', 'Normal')}<w:sectPr>{heads}<w:titlePg/></w:sectPr>"
        "</w:body>"
    )
    empty(body, Headers(frozenset({"r1", "r2"}), highest_pt=height_pt))
    assert (body[-1].find(W + "titlePg") is None) == is_cover


def test_a_hidden_number_of_a_list_is_none() -> None:
    level = '<w:lvl><w:lvlText w:val="%1"/><w:rPr>{}</w:rPr></w:lvl>'
    held = f"<w:numbering {NAMESPACE}>{level.format('<w:vanish/>')}{level.format('')}</w:numbering>"
    numbering = etree.fromstring(held)
    clean_text(numbering, {}, HidingStyles(False, {}, ""))
    assert [one.get(W + "val") for one in numbering.iter(W + "lvlText")] == ["", "%1"]


def test_a_letterhead_in_the_style_of_titles_keeps_its_look() -> None:
    made = style("Title", said='<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' + BLUE)
    styles = etree.fromstring(f"<w:styles {NAMESPACE}>{made}{style('heading 1')}</w:styles>")
    house = etree.fromstring(
        f"<w:body {NAMESPACE}>{p('Institute of Seas', 'Title')}<w:p/></w:body>"
    )
    assert hold_styles(house, styles)
    sample = p("A sample", "Title", BLACK) + p("Its part", "Heading1")
    take_look(styles, etree.fromstring(f"<w:body {NAMESPACE}>{sample}</w:body>"))
    (named,) = house.iter(W + "pStyle")
    held = {one.get(W + "styleId"): one for one in styles}
    own = held[named.get(W + "val")]
    assert own is not held["Title"] and own.find(f"{W}pPr/{W}outlineLvl") is None
    colours = [
        one.xpath("string(w:rPr/w:color/@w:val)", namespaces={"w": W[1:-1]})
        for one in (held["Title"], own)
    ]
    assert colours == ["auto", "4F81BD"]
    assert not hold_styles(etree.fromstring(f"<w:body {NAMESPACE}><w:p/></w:body>"), styles)
