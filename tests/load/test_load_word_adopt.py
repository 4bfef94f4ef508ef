"""Styles of a foreign template: found under their names in any language, by a map, or derived."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from msgspec import structs
from samples.foreign import FOREIGN, Foreign, p, style
from samples.word import W, template

from briefgen.load.page_style import read_page_style
from briefgen.load.theme import read_theme
from briefgen.load.word.adopt import adopt
from briefgen.load.word.sheet import WANTED, map_file, read_style_map
from briefgen.load.word.style_names import local_names
from briefgen.ooxml.build import put_in_order
from briefgen.ooxml.names import WORDML
from briefgen.types.finding import BriefgenError, Finding, LoadError, TemplateError
from briefgen.types.role import Role

NUMBERING = f"{WORDML}numbering+xml"

BARE = Foreign(
    styles=style("Normal", "Normal")
    + style("heading 1", "H1", '<w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="28"/>', "Normal"),
    body=p("{{ main }}"),
    font="Calibri",
    half_points=20,
    spacing='<w:spacing w:line="240" w:lineRule="auto"/>',
)


def test_a_template_that_has_all_is_left_as_it_is() -> None:
    ours = template()
    assert adopt(ours) == (ours, ())


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("Heading 1", "Überschrift 1"),
        ("Heading 2", "Título 2"),
        ("Title", "Titre"),
        ("Body Text", "Brödtext"),
        ("List Bullet", "Lista punktowana"),
        ("Caption", "Didascalia"),
        ("Footer", "Alatunniste"),
    ],
)
def test_a_style_is_found_under_its_name_in_another_language(name: str, local: str) -> None:
    assert local in local_names(name)
    foreign = replace(BARE, styles=BARE.styles + style(local, "Own", "", "<w:i/>", "Normal"))
    if name == "Heading 1":
        foreign = replace(foreign, styles=foreign.styles.replace('"heading 1"', '"other"'))
    adopted, _ = adopt(template(foreign.package()))
    assert adopted.styles[name.lower()] == local.lower()


def test_every_name_in_another_language_is_of_a_style_that_is_wanted() -> None:
    named = [name for _, name in WANTED if local_names(name)]
    assert {"Title", "Heading 1", "List Number", "Hyperlink", "Strong"} <= set(named)
    assert all(len(local_names(name)) == len({*local_names(name)}) >= 10 for name in named)


def test_what_is_missing_is_derived_and_named_once() -> None:
    adopted, (warning,) = adopt(template(BARE.package()))
    assert (warning.code, warning.severity) == ("word-style-derived", "warning")
    assert "Side Heading from Heading 1" in warning.message
    page_style = read_page_style(adopted)
    body, heading = page_style.styles[Role.BODY], page_style.styles[Role.HEADING_1]
    assert page_style.styles[Role.KEY_FIGURE].size_pt > heading.size_pt > body.size_pt
    assert page_style.styles[Role.TABLE_TEXT].size_pt < body.size_pt
    assert page_style.styles[Role.BULLET].first_line_pt < 0
    assert body.space_after_pt > 0


def test_a_style_of_another_kind_gives_its_name_to_the_one_that_is_added() -> None:
    own = replace(BARE, styles=BARE.styles + style("strong", "Strong", "", "<w:b/>", "Normal"))
    adopted, _ = adopt(template(own.package()))
    styles = adopted.package.document_part("styles")
    assert styles is not None
    named = {
        one.findtext("*") or one[0].get(W + "val"): one.get(W + "type")
        for one in styles.iter(W + "style")
    }
    assert named["strong (paragraph)"] == "paragraph"
    assert named["Strong"] == "character"


def test_a_template_without_markings_gives_them_its_header_and_is_not_reported() -> None:
    adopted, (warning,) = adopt(template(BARE.package()))
    assert "Marking" not in warning.message
    page_style = read_page_style(adopted)
    assert page_style.styles[Role.MARKING] == structs.replace(
        page_style.styles[Role.HEADER], role=Role.MARKING
    )
    own = replace(
        BARE,
        styles=BARE.styles
        + style("Kopfzeile", "K", "", '<w:i/><w:sz w:val="15"/>', "Normal")
        + style("Sperrvermerk", "S", "", '<w:b/><w:sz w:val="26"/>', "Normal"),
    )
    assert read_page_style(adopt(template(own.package()))[0]).styles[Role.MARKING].size_pt == 7.5
    mapped, _ = adopt(template(own.package()), {"Marking": "Sperrvermerk"})
    assert read_page_style(mapped).styles[Role.MARKING].size_pt == 13


def test_derived_headings_keep_the_order_of_headings() -> None:
    adopted, _ = adopt(template(BARE.package()))
    levels = {}
    for one in adopted.package.root("word/styles.xml").iter(W + "style"):
        name, level = one.find(W + "name"), one.find(f"{W}pPr/{W}outlineLvl")
        assert name is not None
        levels[name.get(W + "val")] = None if level is None else level.get(W + "val")
    assert (levels["Side Heading"], levels["heading 2"]) == ("0", "1")
    assert (levels["Key Figure"], levels["Title"]) == ("9", "9")


def refused(foreign: Foreign, own: dict[str, str] | None = None) -> tuple[Finding, ...]:
    with pytest.raises(TemplateError) as caught:
        adopt(template(foreign.package()), own)
    return caught.value.findings


def test_without_a_heading_one_is_derived_like_the_latent_one_of_word() -> None:
    adopted, (warning,) = adopt(template(replace(BARE, styles=style("Normal", "N")).package()))
    assert "Heading 1 from Normal" in warning.message
    page_style = read_page_style(adopted)
    heading, body = page_style.styles[Role.HEADING_1], page_style.styles[Role.BODY]
    assert heading.size_pt > body.size_pt
    assert heading.bold
    assert heading.keep_with_next
    assert heading.colour not in ("#000000", body.colour)
    made = adopted.package.root("word/styles.xml")
    (outline,) = made.iterfind(f"{W}style[@{W}styleId='Heading1']/{W}pPr/{W}outlineLvl")
    (fonts,) = made.iterfind(f"{W}style[@{W}styleId='Heading1']/{W}rPr/{W}rFonts")
    assert outline.get(W + "val") == "0"
    assert fonts.get(W + "asciiTheme") == "majorHAnsi"
    assert fonts.get(W + "cstheme") == "majorBidi"


def test_of_a_theme_that_nobody_chose_a_derived_heading_has_nothing() -> None:
    bare = template(replace(BARE, styles=style("Normal", "N")).package())
    theme = deepcopy(bare.package.root("word/theme/theme1.xml"))
    for accent in theme.iter("{*}accent1"):
        accent[0].set("val", "4472C4")
    office = bare.package.replaced({"word/theme/theme1.xml": theme})
    look = read_page_style(adopt(structs.replace(bare, package=office))[0])
    heading, text = look.styles[Role.HEADING_1], look.styles[Role.BODY]
    assert heading.colour == text.colour == look.accent
    assert heading.family == text.family


def test_over_text_in_a_font_of_its_own_a_derived_heading_has_that_font() -> None:
    letters = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>'
    own = replace(BARE, styles=style("Normal", "N", "", letters))
    look = read_page_style(adopt(template(own.package()))[0]).styles
    assert look[Role.HEADING_1].family == look[Role.STAT_FIGURE].family == "Georgia"


def test_figures_of_a_strip_go_with_headings_and_are_sized_by_the_text() -> None:
    heading = style("heading 1", "H1", "", '<w:i/><w:color w:val="7A1FA2"/>', "Normal")
    own = replace(BARE, styles=style("Normal", "Normal") + heading)
    look = read_page_style(adopt(template(own.package()))[0]).styles
    figure = look[Role.STAT_FIGURE]
    assert (figure.colour, figure.italic, figure.bold) == ("#7a1fa2", True, True)
    assert figure.size_pt == 2.2 * look[Role.BODY].size_pt


def test_a_heading_of_the_side_column_goes_with_the_first_and_stands_at_the_left() -> None:
    first = style("heading 1", "H1", '<w:jc w:val="center"/>', '<w:sz w:val="40"/>', "Normal")
    second = style("heading 2", "H2", "", '<w:i/><w:sz w:val="40"/>', "Normal")
    own = replace(BARE, styles=style("Normal", "Normal") + first + second)
    look = read_page_style(adopt(template(own.package()))[0]).styles
    heading, side = look[Role.HEADING_1], look[Role.SIDE_HEADING]
    assert (side.italic, side.align, heading.align) == (heading.italic, "left", "center")
    assert side.size_pt < heading.size_pt


@pytest.mark.parametrize(("before", "below_pt"), [("", 0), ("60", 3), ("180", 4)])
def test_below_a_heading_of_the_side_column_is_space_where_text_has_it_above(
    before: str, below_pt: float
) -> None:
    """As in what pandoc refers to: headings have none below, and its lists have none above."""
    spacing = f'<w:spacing w:before="{before}"/>' if before else ""
    text = style("Body Text", "BodyText", spacing, "", "Normal")
    own = BARE.styles.replace("<w:outlineLvl", '<w:spacing w:before="240"/><w:outlineLvl')
    adopted, _ = adopt(template(replace(BARE, styles=own + text).package()))
    side = read_page_style(adopted).styles[Role.SIDE_HEADING]
    assert side.space_after_pt == pytest.approx(below_pt, abs=0.25)


@pytest.mark.parametrize(
    ("name", "outline"), [("Kapitel", '<w:outlineLvl w:val="0"/>'), ("heading 2", "")]
)
def test_the_first_heading_is_made_from_another_heading_if_there_is_one(
    name: str, outline: str
) -> None:
    own = style(name, "Own", outline, '<w:i/><w:sz w:val="30"/>', "Normal")
    foreign = replace(BARE, styles=style("Normal", "Normal") + own)
    adopted, (warning,) = adopt(template(foreign.package()))
    assert f"Heading 1 from {name}" in warning.message.replace("Heading 2", "heading 2")
    heading = read_page_style(adopted).styles[Role.HEADING_1]
    assert heading.italic
    assert heading.size_pt >= 15


def test_without_a_default_style_one_is_made_that_says_nothing() -> None:
    adopted, (warning,) = adopt(template(replace(BARE, styles="").package()))
    assert "Normal from the defaults" in warning.message
    assert read_page_style(adopted).styles[Role.BODY].size_pt == BARE.half_points / 2


def test_a_style_of_the_map_that_is_not_there_is_named_with_the_nearest() -> None:
    (finding,) = refused(BARE, {"Bottom Line": "headin 1"})
    assert finding.code == "word-style-unmapped"
    assert "did you mean heading 1?" in finding.hint


def test_a_map_stands_beside_its_template(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.docx"
    assert map_file(foreign) is None
    (tmp_path / "styles.yaml").write_text("styles: {Foot: H}\n", encoding="utf-8")
    assert map_file(foreign) == tmp_path / "styles.yaml"
    own = tmp_path / "foreign.styles.yaml"
    own.write_text("styles:\n  Botom Line: Kern\n", encoding="utf-8")
    assert map_file(foreign) == own
    with pytest.raises(LoadError) as caught:
        read_style_map(own)
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == ("style-role-unknown", 2)
    assert finding.hint.startswith("did you mean Bottom Line?")


def test_fields_and_styles_that_are_wrong_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "foreign.styles.yaml").write_text(
        "styles: {Heading 1: Kapitel}\n", encoding="utf-8"
    )
    foreign = replace(
        FOREIGN["letterhead"],
        body=p("{{ main }}") + p("{% for f in facts %}") + p("{{ f.valeu }}") + p("{% endfor %}"),
        headers_footers={"header-default": p("{{ ti|tel }}")},
        styles=style("Normal", "Normal"),
    )
    file = tmp_path / "foreign.docx"
    file.write_bytes(foreign.package())
    with pytest.raises(BriefgenError) as caught:
        read_theme(file)
    reported = {(finding.code, str(finding.path[0])) for finding in caught.value.findings}
    assert reported == {
        ("word-style-unmapped", "word/styles.xml"),
        ("word-field-unfilled", "body"),
        ("word-field-unfilled", "header-default"),
    }


@pytest.mark.parametrize(
    ("body", "where", "message"),
    [
        (p("{{ tit|el }}"), "body", 'asks for "titel"'),
        (p("{% for f in facts %}") + p("{{ f.valeu }}") + p("{% endfor %}"), "body", "f.valeu"),
        (p("{% for f in risks %}") + p("{% endfor %}"), "body", 'no list "risks"'),
        (p("{% for f in facts %}") + p("{{ f.value }}"), "body", "for"),
        (
            "<w:tbl><w:tr><w:tc>" + p("x") + "</w:tc></w:tr><w:tr><w:tc>" + p("{{ nmber }}")
            + "</w:tc></w:tr></w:tbl>",
            "body, table 1, row 2",
            "nmber",
        ),
    ],
)  # fmt: skip
def test_fields_are_checked_when_the_template_is_read(
    tmp_path: Path, body: str, where: str, message: str
) -> None:
    file = tmp_path / "foreign.docx"
    file.write_bytes(replace(BARE, body=p("{{ main }}") + body).package())
    with pytest.raises(TemplateError) as caught:
        read_theme(file)
    finding = caught.value.findings[0]
    assert (finding.code, finding.path) == ("word-field-unfilled", (where,))
    assert message in finding.message
    assert {"main", "side", "title"} <= set(finding.hint.removeprefix("known names: ").split(", "))


def test_what_stands_in_narrow_columns_is_made_ragged_and_without_an_indent() -> None:
    apa = '<w:ind w:firstLine="720"/><w:jc w:val="both"/>'
    styles = style("Normal", "Normal", apa) + style(
        "heading 1", "H1", '<w:ind w:firstLine="0"/><w:jc w:val="center"/>', "", "Normal"
    )
    adopted, _ = adopt(template(replace(BARE, styles=styles).package()))
    held = read_page_style(adopted).styles
    for role in (Role.SIDE_TEXT, Role.KEY_FIGURE, Role.KEY_FIGURE_LABEL, Role.EVENT, Role.FOOT):
        assert held[role].align == "left"
        assert held[role].first_line_pt <= 0
    assert held[Role.BODY].align == "justify"
    assert held[Role.BODY].first_line_pt == 36
    assert held[Role.HEADING_1].align == "center"


@pytest.mark.parametrize("numbered", [True, False])
def test_no_style_that_is_made_says_a_thing_twice_or_out_of_order(numbered: bool) -> None:
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>' if numbered else ""
    first = f'{listed}<w:ind w:firstLine="720"/><w:jc w:val="both"/>'
    styles = style("Normal", "Normal", '<w:ind w:firstLine="720"/>') + style(
        "heading 1", "H1", first, "", "Normal"
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    held = template(replace(BARE, styles=styles).package())
    numbering = etree.fromstring(
        f"<w:numbering xmlns:w={W[1:-1]!r}>{abstract}{number}</w:numbering>"
    )
    package = held.package.with_document_part("numbering", NUMBERING, numbering)
    adopted, _ = adopt(structs.replace(held, package=package))
    root = deepcopy(adopted.package.root("word/styles.xml"))
    assert not put_in_order(root)


def test_an_indented_text_has_its_lists_with_it_and_narrow_columns_without() -> None:
    indented = BARE.styles.replace(
        '<w:name w:val="Normal"/>',
        '<w:name w:val="Normal"/><w:pPr><w:ind w:left="720" w:right="600"/></w:pPr>',
    )
    assert indented != BARE.styles
    styles = read_page_style(adopt(template(replace(BARE, styles=indented).package()))[0]).styles
    assert styles[Role.BODY].indent_left_pt == 36
    bullet = styles[Role.BULLET]
    assert bullet.indent_left_pt + bullet.first_line_pt == 36
    for role in (Role.SIDE_TEXT, Role.KEY_FIGURE_LABEL, Role.EVENT, Role.TABLE_TEXT):
        style = styles[role]
        assert style.indent_right_pt == 0
        assert style.indent_left_pt + style.first_line_pt == 0


def test_roles_of_the_side_column_have_no_rules_nor_bands_of_headings() -> None:
    framed = (
        '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="C0504D"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="F2DBDB"/><w:outlineLvl w:val="0"/>'
    )
    styles = style("Normal", "Normal") + style("heading 1", "H1", framed, "", "Normal")
    found, _ = adopt(template(replace(BARE, styles=styles).package()))
    look = read_page_style(found).styles
    assert look[Role.HEADING_1].border_bottom is not None
    for role in (Role.SIDE_HEADING, Role.KEY_FIGURE):
        assert look[role].border_bottom is None
    assert (look[Role.HEADING_1].shading, look[Role.KEY_FIGURE].shading) == ("#f2dbdb", None)


@pytest.mark.parametrize("align", ["center", "right", "left", "both"])
def test_what_stands_under_a_title_goes_with_it(align: str) -> None:
    title = style("Title", "Title", f'<w:jc w:val="{align}"/>', "", "Normal")
    found, _ = adopt(template(replace(BARE, styles=BARE.styles + title).package()))
    look = read_page_style(found).styles
    under = align if align in ("center", "right") else "left"
    assert {look[role].align for role in (Role.SUBTITLE, Role.BYLINE)} == {under}
    assert look[Role.BODY].align == "left"
