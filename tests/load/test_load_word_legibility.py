"""Styles that a brief could not be read in: fixed for it, and left to the template's own text."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from samples.foreign import Foreign, p, style
from samples.word import W, template

from briefgen.load.page_style import read_page_style
from briefgen.load.word.adopt import adopt
from briefgen.ooxml.package import WordTemplate
from briefgen.types.colour import TEXT_CONTRAST, contrast
from briefgen.types.finding import Finding
from briefgen.types.role import Role


def foreign(paragraph: str, run: str, body: str = p("{{ main }}")) -> Foreign:
    """Return a template whose first heading has these properties."""
    return Foreign(
        styles=style("Normal", "Normal") + style("heading 1", "H1", paragraph, run, "Normal"),
        body=body,
        font="Calibri",
        half_points=20,
        spacing="",
    )


def adopted(held: Foreign) -> tuple[WordTemplate, Finding | None]:
    """Return the template as it is used, and the warning about styles that were fixed."""
    found, warnings = adopt(template(held.package()))
    mended = [one for one in warnings if one.code == "word-style-adjusted"]
    return found, mended[0] if mended else None


def said(found: WordTemplate, key: str, name: str) -> list[str | None]:
    """Return the values of a property of a style."""
    root = found.package.root("word/styles.xml")
    return [
        one.get(W + "val")
        for each in root.iterfind(f"{W}style[@{W}styleId='{key}']")
        for one in each.iter(W + name)
    ]


@pytest.mark.parametrize("colour", ["FFFFFF", "F2F2F2", "8DB3E2", "FFC000", "4F81BD"])
def test_every_role_can_be_read_on_what_it_stands_on(colour: str) -> None:
    found, warning = adopted(foreign("", f'<w:color w:val="{colour}"/>'))
    assert warning is not None
    assert f"Heading 1 is #{colour.lower()} on #ffffff" in warning.message
    for role, text in read_page_style(found).styles.items():
        assert contrast(text.colour, text.shading or "#ffffff") >= TEXT_CONTRAST, role


def test_white_on_a_dark_tint_is_left_as_it_is() -> None:
    tint = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
    found, warning = adopted(foreign(tint, '<w:color w:val="FFFFFF"/>'))
    assert read_page_style(found).styles[Role.HEADING_1].colour == "#ffffff"
    assert warning is None or "Heading 1 is" not in warning.message


def test_a_pale_colour_keeps_its_hue() -> None:
    found, _ = adopted(foreign("", '<w:color w:val="8DB3E2"/>'))
    colour = read_page_style(found).styles[Role.HEADING_1].colour
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    assert red < green < blue


@pytest.mark.parametrize(
    ("paragraph", "run", "name", "words"),
    [
        ("<w:pageBreakBefore/>", "", "pageBreakBefore", "begins a new page"),
        ("", "<w:vanish/>", "vanish", "is hidden"),
        ("<w:bidi/>", "", "bidi", "runs from right to left"),
    ],
)
def test_a_style_begins_no_page_hides_nothing_and_runs_as_the_brief(
    paragraph: str, run: str, name: str, words: str
) -> None:
    found, warning = adopted(foreign(paragraph, run))
    assert warning is not None
    assert f"Heading 1 {words}" in warning.message
    assert said(found, "H1", name) == ["0"]


@pytest.mark.parametrize(("run", "there"), [("", []), ("<w:rtl/>", ["0"])])
def test_right_to_left_runs_are_denied_only_where_they_were_said(
    run: str, there: list[str]
) -> None:
    """Microsoft's validator knows no such property of a style."""
    found, _ = adopted(foreign("<w:bidi/>", run))
    assert said(found, "H1", "rtl") == there


def test_a_style_that_the_template_prints_in_stays_and_another_stands_for_it() -> None:
    held = foreign("<w:pageBreakBefore/>", "", p("Our own", "H1") + p("{{ main }}"))
    found, warning = adopted(held)
    assert warning is not None
    assert said(found, "H1", "pageBreakBefore") == [None]
    assert said(found, "Heading1inBrief", "pageBreakBefore") == ["0"]
    assert found.styles["heading 1"] == "heading 1 in brief"


def test_a_template_that_can_be_read_is_not_mended() -> None:
    held = replace(foreign("", '<w:color w:val="1F3864"/>'), spacing="")
    assert adopted(held)[1] is None


colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colours, colours)
def test_contrast_is_the_same_either_way_and_none_with_itself(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01
    assert contrast(one, one) == 1


def test_contrast_of_black_and_white_is_that_of_the_standard() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21


def test_a_justified_heading_is_ragged() -> None:
    found, warning = adopted(foreign('<w:jc w:val="both"/>', ""))
    assert warning is not None
    assert "Heading 1" in warning.message
    assert "is justified, and ragged in a brief" in warning.message
    assert read_page_style(found).styles[Role.HEADING_1].align == "left"


@pytest.mark.parametrize("used", [False, True])
def test_words_within_a_text_have_its_font_and_size(used: bool) -> None:
    loud = '<w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="28"/></w:rPr>'
    strong = f'<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/>{loud}</w:style>'
    own = '<w:p><w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>Ours</w:t></w:r></w:p>'
    held = foreign("", "", (own if used else "") + p("{{ main }}"))
    found, _ = adopted(replace(held, styles=held.styles + strong))
    key = "StronginBrief" if used else "S"
    assert (said(found, key, "sz"), len(said(found, key, "b"))) == ([], 1)
    assert said(found, "S", "sz") == (["28"] if used else [])


def test_words_that_a_font_alone_marks_are_bold() -> None:
    loud = '<w:rPr><w:rFonts w:ascii="Roboto Black"/><w:bCs/></w:rPr>'
    strong = f'<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/>{loud}</w:style>'
    held = foreign("", "")
    found, _ = adopted(replace(held, styles=held.styles + strong))
    assert (said(found, "S", "rFonts"), said(found, "S", "b")) == ([], [None])


@pytest.mark.parametrize(
    ("look", "sizes"), [("", ["30"]), ("<w:b/>", []), ('<w:sz w:val="36"/>', ["36"])]
)
def test_a_title_that_looks_like_text_is_bold_and_larger(look: str, sizes: list[str]) -> None:
    held = foreign("", "")
    title = style("Title", "T", "", look, "Normal")
    found, _ = adopted(replace(held, styles=held.styles + title))
    assert said(found, "T", "sz") == sizes


@pytest.mark.parametrize(
    ("look", "sizes"),
    [
        ('<w:sz w:val="120"/>', ["64"]),
        ('<w:caps/><w:sz w:val="120"/>', ["48"]),
        ('<w:sz w:val="60"/>', ["60"]),
    ],
)
def test_a_title_made_for_a_word_is_as_small_as_one_for_a_sentence(
    look: str, sizes: list[str]
) -> None:
    held = foreign("", "")
    title = style("Title", "T", "", look, "Normal")
    found, _ = adopted(replace(held, styles=held.styles + title))
    assert said(found, "T", "sz") == sizes


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [(0, 240, ("240", "0")), (240, 60, ("240", "60")), (200, 240, ("200", "240"))],
)
def test_a_heading_stands_nearer_to_its_text_than_to_what_it_ends(
    before: int, after: int, shown: tuple[str, str]
) -> None:
    found, _ = adopted(foreign(f'<w:spacing w:before="{before}" w:after="{after}"/>', ""))
    (heading,) = found.package.root("word/styles.xml").iterfind(f"{W}style[@{W}styleId='H1']")
    (spacing,) = heading.iter(W + "spacing")
    assert (spacing.get(W + "before"), spacing.get(W + "after")) == shown


@pytest.mark.parametrize(
    ("paragraph", "run", "key", "kept"),
    [
        ('<w:ind w:left="1080"/>', "", "ind", ["0"]),
        ('<w:ind w:left="120"/>', "", "ind", ["0"]),
        ('<w:ind w:left="420"/>', "", "ind", ["420"]),
        ('<w:shd w:val="clear" w:fill="EEEEEE"/><w:ind w:left="120"/>', "", "ind", ["120"]),
        ('<w:ind w:left="1080" w:hanging="1080"/>', "", "ind", ["1080"]),
        ("", '<w:position w:val="12"/>', "position", ["0"]),
    ],
)
def test_headings_stand_at_the_edge_of_the_text_and_on_its_line(
    paragraph: str, run: str, key: str, kept: list[str]
) -> None:
    found, _ = adopted(foreign(paragraph, run))
    (style,) = found.package.root("word/styles.xml").iterfind(f"{W}style[@{W}styleId='H1']")
    shown = [one.get(W + "val") or one.get(W + "left") for one in style.iter(W + key)]
    assert shown == kept


def test_text_is_not_bold_so_that_strong_words_are_seen() -> None:
    held = foreign("", "")
    text = style("Body Text", "B", "", "<w:b/>", "Normal")
    found, warning = adopted(replace(held, styles=held.styles + text))
    assert said(found, "B", "b") == ["0"]
    assert warning and "is bold, and regular in a brief" in warning.message


def test_a_strong_style_that_is_not_bold_is_bold() -> None:
    loud = '<w:rPr><w:b w:val="0"/><w:caps/></w:rPr>'
    strong = f'<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/>{loud}</w:style>'
    held = foreign("", "")
    found, _ = adopted(replace(held, styles=held.styles + strong))
    assert (said(found, "S", "caps"), said(found, "S", "b")) == ([], [None])


def test_a_heading_that_looks_like_text_is_bold() -> None:
    found, warning = adopted(foreign('<w:jc w:val="center"/>', ""))
    assert said(found, "H1", "b") == [None]
    assert warning and "Heading 1 looks like text, and is bold in a brief" in warning.message


def test_no_heading_is_larger_than_the_title() -> None:
    held = foreign("", '<w:b/><w:sz w:val="48"/>')
    title = style("Title", "T", "", '<w:b/><w:sz w:val="26"/>', "Normal")
    found, _ = adopted(replace(held, styles=held.styles + title))
    look = read_page_style(found).styles
    assert (look[Role.TITLE].size_pt, look[Role.HEADING_1].size_pt) == (24, 13)
    assert max(look[one].size_pt for one in (Role.HEADING_2, Role.SIDE_HEADING)) <= 13


@pytest.mark.parametrize(("accent", "seen"), [("DDDDDD", False), ("1F3864", True)])
def test_dots_and_lines_are_seen_on_the_page(accent: str, seen: bool) -> None:
    held = template(foreign("", "").package())
    theme = deepcopy(held.package.root("word/theme/theme1.xml"))
    (colour,) = list(theme.iter("{*}accent1"))
    colour[0].set("val", accent)
    package = held.package.replaced({"word/theme/theme1.xml": theme})
    found, _ = adopt(structs.replace(held, package=package))
    shown = read_page_style(found).accent
    assert contrast(shown, "#ffffff") >= 3
    assert (shown == f"#{accent.lower()}") is seen


def test_no_second_heading_is_larger_than_the_first() -> None:
    held = foreign("", '<w:b/><w:sz w:val="26"/>')
    second = style("heading 2", "H2", "", '<w:sz w:val="36"/>', "Normal")
    found, _ = adopted(replace(held, styles=held.styles + second))
    look = read_page_style(found).styles
    assert [look[one].size_pt for one in (Role.HEADING_2, Role.SIDE_HEADING)] == [13, 11]


@pytest.mark.parametrize(("half_points", "stays"), [(40, True), (20, False)])
def test_large_headings_need_less_contrast_than_text(half_points: int, *, stays: bool) -> None:
    run = f'<w:color w:val="71941A"/><w:sz w:val="{half_points}"/>'
    found, _ = adopted(foreign("", run))
    colour = read_page_style(found).styles[Role.HEADING_1].colour
    assert (colour == "#71941a") is stays
