"""A theme is what a Word template says, resolved: defaults, basedOn, lists, theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace
from samples.clock import least_seconds
from samples.word import W, changed, packed, parts, template

from briefgen.load.page_style import SPARED, read_page_style
from briefgen.load.theme import is_own_look, read_theme
from briefgen.load.word.colour_scheme import ColourScheme, colour_of
from briefgen.load.word.normal import normalised
from briefgen.load.word.sheet import OTHER_STYLES
from briefgen.types.finding import LoadError, TemplateError
from briefgen.types.page_style import Border, PageStyle, TextStyle
from briefgen.types.role import Role

STYLES = "word/styles.xml"


def look_with(style: str, role: Role = Role.BODY, part: str = STYLES) -> TextStyle:
    """Return a role's style where the style that has its name is another one."""
    held = parts()
    root = etree.fromstring(held[part])
    for one in root.findall(W + "style"):
        name = one.find(W + "name")
        assert name is not None
        if name.get(W + "val") == role.value:
            root.remove(one)
    root.append(etree.fromstring(style.replace("<w:style ", f'<w:style xmlns:w="{W[1:-1]}" ', 1)))
    held[part] = etree.tostring(root)
    return read_page_style(template(packed(held))).styles[role]


def body(properties: str, based_on: str = "Normal", more: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Body Text"/>'
        f'<w:basedOn w:val="{based_on}"/>{properties}</w:style>{more}'
    )


def test_the_built_in_look_is_what_its_script_says() -> None:
    page_style = read_page_style(template())
    assert (page_style.page_width_pt, page_style.page_height_pt) == (595.3, 841.9)
    assert (page_style.margin_left_pt, page_style.margin_top_pt, page_style.header_distance_pt) == (
        51,
        57,
        20.0,
    )
    assert page_style.accent == page_style.link == "#0f4a5c"
    assert page_style.styles[Role.BODY] == TextStyle(
        role=Role.BODY, family="Calibri", size_pt=10, leading_pt=13.5, colour="#1b2227",
        space_after_pt=5,
    )  # fmt: skip
    assert page_style.styles[Role.TITLE].family == "Cambria"
    assert page_style.styles[Role.BULLET].first_line_pt == -11
    panel = page_style.styles[Role.BOTTOM_LINE]
    assert (panel.shading, panel.border_left) == ("#edf2f4", Border(3, "#0f4a5c", 9))


def test_every_role_has_a_style() -> None:
    assert set(read_page_style(template()).styles) == set(Role)


def test_a_style_takes_from_the_styles_it_is_based_on() -> None:
    long = read_page_style(template()).styles[Role.TITLE_LONG]
    title = read_page_style(template()).styles[Role.TITLE]
    assert (long.colour, long.bold, long.keep_with_next) == (title.colour, True, True)
    assert long.size_pt != title.size_pt


def test_a_style_based_on_nothing_has_the_defaults_alone() -> None:
    style = look_with(body("").replace('<w:basedOn w:val="Normal"/>', ""))
    assert (style.family, style.size_pt, style.leading_pt) == ("Calibri", 10, 13.5)


def test_a_circle_of_styles_ends() -> None:
    assert look_with(body("<w:rPr><w:b/></w:rPr>", based_on="X")).bold


def test_a_toggle_can_be_switched_off_again() -> None:
    assert not look_with(body('<w:rPr><w:b w:val="0"/></w:rPr>', based_on="Heading2")).bold
    assert look_with(body('<w:rPr><w:b w:val="true"/></w:rPr>')).bold


def test_names_of_styles_are_compared_without_capitals() -> None:
    held = parts()
    held[STYLES] = held[STYLES].replace(b'"heading 1"', b'"HEADING 1"')
    found, usual = (read_page_style(template(packed(one))) for one in (held, parts()))
    assert found.styles[Role.HEADING_1] == usual.styles[Role.HEADING_1]


def test_the_colour_of_the_theme_goes_before_the_value() -> None:
    style = look_with(body('<w:rPr><w:color w:val="FF0000" w:themeColor="accent1"/></w:rPr>'))
    assert style.colour == "#0f4a5c"


@pytest.mark.parametrize(
    ("base", "shift", "colour"),
    [
        ("#ff0000", 'w:themeTint="99"', "#ff6666"),
        ("#800000", 'w:themeShade="80"', "#400000"),
        ("#800000", "", "#800000"),
    ],
)
def test_tint_and_shade_are_of_luminance(base: str, shift: str, colour: str) -> None:
    element = etree.fromstring(
        f'<w:color xmlns:w="{W[1:-1]}" w:val="000000" w:themeColor="accent1" {shift}/>'
    )
    assert colour_of(element, ColourScheme({"accent1": base})) == colour


@given(st.integers(0, 255), st.integers(0, 0xFFFFFF))
def test_a_shade_is_never_lighter_and_a_tint_never_darker(share: int, rgb: int) -> None:
    colour_scheme = ColourScheme({"accent1": f"#{rgb:06x}"})

    def lightness(attribute: str) -> int:
        element = etree.fromstring(
            f'<w:color xmlns:w="{W[1:-1]}" w:themeColor="accent1" {attribute}/>'
        )
        colour = colour_of(element, colour_scheme)
        assert colour is not None
        parts_ = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        return max(parts_) + min(parts_)

    own = lightness("")
    assert lightness(f'w:themeShade="{share:02X}"') <= own + 2
    assert lightness(f'w:themeTint="{share:02X}"') >= own - 2


def test_settings_may_map_text_to_another_colour_of_the_theme() -> None:
    data = changed("word/settings.xml", lambda xml: xml.replace('w:t1="dark1"', 'w:t1="accent3"'))
    assert read_page_style(template(data)).styles[Role.BODY].colour == "#3f7383"


@pytest.mark.parametrize(
    ("spacing", "leading"),
    [
        ('w:line="300" w:lineRule="exact"', 15),
        ('w:line="300" w:lineRule="atLeast"', 15),
        ('w:line="240" w:lineRule="auto"', 12.2),
        ('w:line="360" w:lineRule="auto"', 18.3),
    ],
)
def test_leading_is_exact_whatever_the_rule(spacing: str, leading: float) -> None:
    assert look_with(body(f"<w:pPr><w:spacing {spacing}/></w:pPr>")).leading_pt == leading


def test_attributes_of_spacing_and_indent_are_inherited_one_by_one() -> None:
    style = look_with(
        body('<w:pPr><w:spacing w:before="60"/><w:ind w:right="200"/></w:pPr>', "ListBullet")
    )
    assert (style.space_before_pt, style.space_after_pt, style.leading_pt) == (3, 2.5, 13.5)
    assert (style.indent_left_pt, style.indent_right_pt, style.first_line_pt) == (11, 10, -11)


def test_the_indent_of_a_list_stands_where_the_style_gives_none() -> None:
    numbered = "<w:pPr><w:numPr><w:numId w:val='2'/></w:numPr>{}</w:pPr>"
    style = look_with(body(numbered.format("")))
    assert (style.indent_left_pt, style.first_line_pt) == (16, -16)
    style = look_with(body(numbered.format('<w:ind w:left="600" w:hanging="200"/>')))
    assert (style.indent_left_pt, style.first_line_pt) == (30, -10)


def test_the_mark_of_a_list_has_the_colour_of_its_level() -> None:
    page_style = read_page_style(template())
    second = page_style.styles[Role.PULL_QUOTE].colour
    assert page_style.styles[Role.BULLET].mark_colour == second
    assert page_style.styles[Role.NUMBER].mark_colour == second
    assert page_style.styles[Role.BODY].mark_colour is None
    numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    assert look_with(body(numbered)).mark_colour == second
    assert look_with(body(numbered.replace("'1'", "'0'"), "ListBullet")).mark_colour is None


def test_an_indent_of_the_first_line_undoes_a_hanging_one() -> None:
    style = look_with(body('<w:pPr><w:ind w:firstLine="240"/></w:pPr>', "ListBullet"))
    assert style.first_line_pt == 12


def test_borders_can_be_taken_away_side_by_side() -> None:
    nothing = '<w:pPr><w:pBdr><w:left w:val="none"/></w:pBdr></w:pPr>'
    style = look_with(body(nothing, "BottomLine"))
    assert style.border_left is None
    assert style.border_top is not None


def test_a_double_border_is_as_wide_as_two_lines_and_their_gap() -> None:
    double = '<w:pPr><w:pBdr><w:left w:val="double" w:sz="12" w:space="4"/></w:pBdr></w:pPr>'
    style = look_with(body(double, "BottomLine"))
    assert style.border_left == Border(4.5, "#000000", 4, lines_pt=(1.5, 1.5, 1.5))


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("thinThickSmallGap", Border(3.0, "#000000", 4, (0.75, 0.75, 1.5))),
        ("thickThinMediumGap", Border(3.0, "#000000", 4, (1.5, 0.75, 0.75))),
        ("thinThickLargeGap", Border(3.75, "#000000", 4, (0.75, 1.5, 1.5))),
        ("thinThickThinSmallGap", Border(4.5, "#000000", 4, (0.75, 0.75, 1.5, 0.75, 0.75))),
        ("dotted", Border(1.5, "#000000", 4, (), (0.5, 1.0))),
    ],
)
def test_compound_and_dotted_borders_are_what_they_are(kind: str, rule: Border) -> None:
    said = f'<w:pPr><w:pBdr><w:left w:val="{kind}" w:sz="12" w:space="4"/></w:pBdr></w:pPr>'
    assert look_with(body(said, "BottomLine")).border_left == rule


@pytest.mark.parametrize(
    ("shading", "colour"),
    [
        ('w:val="clear" w:fill="auto"', None),
        ('w:val="nil" w:fill="FF0000"', None),
        ('w:val="clear" w:fill="FFEEDD"', "#ffeedd"),
        ('w:val="solid" w:color="112233" w:fill="FFEEDD"', "#112233"),
        ('w:val="clear" w:fill="FFEEDD" w:themeFill="accent1"', "#0f4a5c"),
    ],
)
def test_shading(shading: str, colour: str | None) -> None:
    assert look_with(body(f"<w:pPr><w:shd {shading}/></w:pPr>")).shading == colour


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ('<w:highlight w:val="yellow"/>', "#ffff00"),
        ('<w:highlight w:val="none"/><w:shd w:val="clear" w:fill="FF0000"/>', None),
        ('<w:shd w:val="clear" w:fill="FFEEDD"/>', "#ffeedd"),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', None),
    ],
)
def test_words_are_marked(said: str, colour: str | None) -> None:
    assert look_with(body(f"<w:rPr>{said}</w:rPr>")).highlight == colour


def test_a_font_by_name_stands_where_no_theme_font_does() -> None:
    style = look_with(body('<w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>'))
    assert style.family == "Georgia"


def test_the_rest_of_a_style() -> None:
    style = look_with(
        body(
            "<w:pPr><w:keepNext/><w:keepLines/><w:contextualSpacing/><w:jc w:val='both'/></w:pPr>"
            "<w:rPr><w:i/><w:caps/><w:smallCaps/><w:spacing w:val='-10'/><w:sz w:val='21'/></w:rPr>"
        )
    )
    assert (style.keep_with_next, style.keep_lines, style.contextual_spacing) == (True, True, True)
    assert (style.italic, style.caps, style.small_caps) == (True, True, True)
    assert style.tracking_pt == -0.5
    assert (style.align, style.size_pt) == ("justify", 10.5)


def test_all_missing_styles_are_named_at_once() -> None:
    data = changed(
        STYLES,
        lambda xml: (
            xml.replace('w:val="Key Figure"', 'w:val="Keys"')
            .replace('w:val="Event"', 'w:val="Events"')
            .replace('w:val="Hyperlink"', 'w:val="Link"')
        ),
    )
    with pytest.raises(TemplateError) as caught:
        read_page_style(template(data))
    assert caught.value.codes == ("word-style-missing",) * 3
    reported = str(caught.value)
    for name in ('paragraph style "Key Figure"', 'paragraph style "Event"', '"Hyperlink"'):
        assert name in reported


def test_a_template_without_styles_lacks_all_of_them() -> None:
    data = changed("word/_rels/document.xml.rels", lambda xml: xml.replace("/styles", "/none"))
    with pytest.raises(TemplateError) as caught:
        read_page_style(template(data))
    assert len(caught.value.findings) == len(set(Role) - SPARED) + len(OTHER_STYLES)


def test_list_styles_without_a_list_are_named() -> None:
    data = changed(
        "word/_rels/document.xml.rels", lambda xml: xml.replace("ships/numbering", "ships/none")
    )
    with pytest.raises(TemplateError) as caught:
        read_page_style(template(data))
    assert caught.value.codes == ("word-style-without-list",) * 2
    assert "List Bullet" in caught.value.findings[0].message


def test_bold_and_italic_words_have_the_colour_of_their_styles_if_those_have_one() -> None:
    data = changed(
        STYLES,
        lambda xml: re.sub(
            r'(w:styleId="Strong">.*?<w:rPr>)', r'\1<w:color w:val="AA0000"/>', xml, count=1
        ),
    )
    page_style = read_page_style(template(data))
    assert (page_style.strong, page_style.emphasis) == ("#aa0000", None)


def test_a_style_upon_none_that_is_there_is_based_on_none() -> None:
    held = parts()
    held[STYLES] = held[STYLES].replace(
        b"</w:styles>",
        b'<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/>'
        b'<w:basedOn w:val="TableNormal1"/><w:next w:val="None"/><w:link w:val="None"/></w:style>'
        b"</w:styles>",
    )
    before = template(packed(held)).package
    after = normalised(before)
    lost = [one for one in after.root(STYLES) if one.get(W + "styleId") == "Table"]
    assert [[str(child.tag) for child in one] for one in lost] == [[W + "name"]]
    assert normalised(after).root(STYLES) is after.root(STYLES)


def test_styles_of_two_kinds_under_one_id_have_one_each() -> None:
    held = parts()
    held[STYLES] = held[STYLES].replace(
        b"</w:styles>",
        b'<w:style w:type="paragraph" w:styleId="T"><w:name w:val="T"/></w:style>'
        b'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/></w:style>'
        b'<w:style w:type="table" w:styleId="U"><w:name w:val="U"/><w:basedOn w:val="T"/></w:style>'
        b"</w:styles>",
    )
    held["word/document.xml"] = held["word/document.xml"].replace(
        b"<w:sectPr>",
        b'<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr></w:p><w:tbl><w:tblPr><w:tblStyle w:val="T"/>'
        b"</w:tblPr></w:tbl><w:p/><w:sectPr>",
    )
    package = normalised(template(packed(held)).package)
    styles, document = package.root(STYLES), package.root("word/document.xml")
    assert [one.get(W + "styleId") for one in styles][-3:] == ["T", "T-table1", "U"]
    assert styles[-1].find(W + "basedOn").get(W + "val") == "T-table1"  # type: ignore[union-attr]
    named = [[*document.iter(W + name)][-1].get(W + "val") for name in ("pStyle", "tblStyle")]
    assert named == ["T", "T-table1"]


def test_a_page_without_a_size_is_letter_as_in_word() -> None:
    data = changed("word/document.xml", lambda xml: re.sub(r"<w:pgSz[^>]*/>", "", xml))
    word = template(data)
    page_style = read_page_style(replace(word, package=normalised(word.package)))
    assert (page_style.page_width_pt, page_style.page_height_pt) == (612, 792)


def test_a_gutter_belongs_to_the_left_margin() -> None:
    data = changed("word/document.xml", lambda xml: xml.replace('w:gutter="0"', 'w:gutter="200"'))
    assert read_page_style(template(data)).margin_left_pt == 61


def test_without_a_theme_the_headings_give_the_accent() -> None:
    data = changed(
        "word/_rels/document.xml.rels", lambda xml: xml.replace("relationships/theme", "x/none")
    )
    page_style = read_page_style(template(data))
    assert page_style.accent == page_style.styles[Role.HEADING_1].colour == "#0f4a5c"


def test_a_look_is_read_in_no_time() -> None:
    word = template()
    read_page_style(word)

    assert least_seconds(lambda: read_page_style(word)) < 0.06


def test_a_look_is_the_same_each_time() -> None:
    first, second = read_page_style(template()), read_page_style(template())
    assert isinstance(first, PageStyle)
    assert replace(first, styles=dict(first.styles)) == replace(second, styles=dict(second.styles))


def test_a_folder_with_the_name_of_a_built_in_theme_is_meant_as_a_path_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "press").mkdir()
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert [is_own_look(name) for name in ("press", "./press", "press/", "mine")] == [
        False,
        True,
        True,
        True,
    ]
    assert read_theme("press").file.endswith("themes/press/page.yaml")
    with pytest.raises(LoadError, match=r"press/page\.yaml: is not there"):
        read_theme("./press")
