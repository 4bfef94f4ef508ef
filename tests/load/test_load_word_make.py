"""The built-in Word templates are what their script makes, and what a careful designer would."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest
from samples.word import TEMPLATE, W, audit, lines, parts, tree

from briefgen.load.page_style import read_page_style
from briefgen.load.resources import names, resources_folder
from briefgen.load.word.template import read_word_template
from briefgen.types.page_style import PageStyle
from briefgen.types.role import Role

LOOKS = names("themes")
TEMPLATES = {name: resources_folder("themes") / name / "template.docx" for name in LOOKS}

PAPER = "#ffffff"
AA = 4.5


@pytest.fixture(params=LOOKS)
def template(request: pytest.FixtureRequest) -> Path:
    return TEMPLATES[request.param]


@pytest.fixture
def page_style(template: Path) -> PageStyle:
    return read_page_style(read_word_template(template))


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""

    def luminance(rgb: str) -> float:
        parts_ = [int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts_]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_pale(page_style: PageStyle) -> list[str]:
    """Every text colour that cannot be read on its ground: styles, links, dates, marks of lists."""
    grounds = {
        style.shading or PAPER for style in page_style.styles.values() if style.role in PRINTED
    }
    found = [
        f"{style.role}: {style.colour} on {style.shading or PAPER}"
        for style in page_style.styles.values()
        if contrast(style.colour, style.shading or PAPER) < AA
    ]
    marks = [(f"{style.role} mark", style.mark_colour) for style in page_style.styles.values()]
    for name, colour in (("link", page_style.link), ("accent", page_style.accent), *marks):
        if colour is None:
            continue
        found += [
            f"{name}: {colour} on {ground}"
            for ground in sorted(grounds)
            if contrast(colour, ground) < AA
        ]
    return found


PRINTED = frozenset(Role) - {
    Role.MASTHEAD, Role.MARKING, Role.HEADER, Role.FOOTER, Role.HEADING_1
}  # fmt: skip
"""Roles of the argument's own text, which may hold links and note marks."""


def test_the_looks_are_three() -> None:
    assert set(LOOKS) == {"standard", "parliament", "press"}


def test_the_committed_files_are_what_the_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = TEMPLATE.parents[2] / "make_word_template.py"
    monkeypatch.syspath_prepend(str(script.parent))
    monkeypatch.setattr(sys, "argv", [str(script), str(tmp_path)])
    runpy.run_path(str(script), run_name="__main__")
    for name, committed in TEMPLATES.items():
        assert (tmp_path / name / "template.docx").read_bytes() == committed.read_bytes(), name


def test_a_validator_finds_nothing(template: Path) -> None:
    assert audit(template) == []


def test_colours_can_be_read(page_style: PageStyle) -> None:
    assert too_pale(page_style) == []


@pytest.mark.parametrize(
    ("text", "ground", "ratio"),
    [("#000000", "#ffffff", 21), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_the_standard(text: str, ground: str, ratio: float) -> None:
    assert contrast(text, ground) == pytest.approx(ratio, abs=0.005)


def test_there_is_one_accent_and_a_second_colour_for_what_is_apart(page_style: PageStyle) -> None:
    second = page_style.styles[Role.PULL_QUOTE].colour
    assert second not in {page_style.accent, page_style.styles[Role.BODY].colour}
    assert contrast(second, PAPER) > AA
    run_style, grey = page_style.styles[Role.BODY].colour, page_style.styles[Role.FOOT].colour
    colours = {style.colour for style in page_style.styles.values()} - {PAPER}
    assert colours == {run_style, grey, page_style.accent, second}
    assert page_style.link == page_style.accent


def test_a_marking_is_seen_at_first_sight(page_style: PageStyle) -> None:
    marking, header, title = (page_style.styles[r] for r in (Role.MARKING, Role.HEADER, Role.TITLE))
    assert (marking.bold, marking.caps) == (True, True)
    assert header.size_pt * 1.4 <= marking.size_pt < title.size_pt
    assert page_style.accent in (marking.colour, marking.shading)
    assert contrast(marking.colour, marking.shading or PAPER) > AA + 2


def test_looks_differ_in_colour_type_and_page() -> None:
    themes = [read_page_style(read_word_template(path)) for path in TEMPLATES.values()]
    assert len({page_style.accent for page_style in themes}) == len(themes)
    assert len({page_style.margin_left_pt for page_style in themes}) == len(themes)
    faces = {
        (page_style.styles[Role.TITLE].family, page_style.styles[Role.BODY].family)
        for page_style in themes
    }
    assert len(faces) == len(themes)


def test_all_spacing_is_exact_but_that_of_pictures_which_it_would_cut_off(template: Path) -> None:
    rules = {
        style.get(W + "styleId"): spacing.get(W + "lineRule")
        for style in tree(template.read_bytes(), "word/styles.xml").iter(W + "style")
        for spacing in style.iter(W + "spacing")
        if spacing.get(W + "line")
    }
    assert len(rules) > 20
    assert [name for name, rule in rules.items() if rule != "exact"] == ["Picture"]
    assert rules["Picture"] == "auto"


def test_leading_leaves_room_for_the_letters(page_style: PageStyle) -> None:
    for style in page_style.styles.values():
        assert style.leading_pt >= style.size_pt * 1.15, style.role


def test_headings_are_headings(template: Path) -> None:
    """What a table of contents is headed with is none: it stands on outline level 10, body text."""
    levels = {}
    for style in tree(template.read_bytes(), "word/styles.xml").iter(W + "style"):
        level = style.find(f"{W}pPr/{W}outlineLvl")
        name, based_on = style.find(W + "name"), style.find(W + "basedOn")
        assert name is not None
        if level is not None or (based_on is not None and "Heading" in based_on.get(W + "val", "")):
            levels[name.get(W + "val")] = None if level is None else level.get(W + "val")
    assert levels.pop("TOC Heading", "9") == "9"
    assert levels.pop("Side Heading", "0") in {None, "0"}
    assert levels == {"heading 1": "0", "heading 2": "1", "In Brief Heading": "0"}


def test_what_may_stand_in_the_side_column_has_no_rules(page_style: PageStyle) -> None:
    """Word's text frames end at a paragraph with another border, so the PDF has none there."""
    for role in (Role.SIDE_HEADING, Role.SIDE_TEXT, Role.KEY_FIGURE, Role.KEY_FIGURE_LABEL,
                 Role.EVENT):  # fmt: skip
        style = page_style.styles[role]
        rules = (style.border_top, style.border_right, style.border_bottom, style.border_left)
        assert not any(rules), role


def test_colours_and_fonts_are_those_of_the_theme(template: Path) -> None:
    root = tree(template.read_bytes(), "word/styles.xml")
    assert all(colour.get(W + "themeColor") for colour in root.iter(W + "color"))
    assert all(fonts.get(W + "asciiTheme") for fonts in root.iter(W + "rFonts"))
    assert not any(fonts.get(W + "ascii") for fonts in root.iter(W + "rFonts"))


def test_the_body_is_one_place_for_each_frame(template: Path) -> None:
    assert lines(template.read_bytes()) == [
        "BodyText | {{ head }}",
        "BodyText | {{ main }}",
        "BodyText | {{ side }}",
        "BodyText | {{ foot }}",
    ]


def test_each_theme_has_a_running_head_of_its_own() -> None:
    """By bars, ground and styles: title and issuer are in all of them."""
    heads = {name: tree(file.read_bytes(), "word/header2.xml") for name, file in TEMPLATES.items()}
    dressed = set()
    for name, head in heads.items():
        said = " ".join(lines(TEMPLATES[name].read_bytes(), "word/header2.xml"))
        assert "{{ short_title }}" in said
        assert "{{ organisation" in said
        assert "{{ status }}" in said
        grounds = tuple(one.get(W + "fill") for one in head.iter(W + "shd"))
        dressed.add((grounds, tuple(one.get(W + "val") for one in head.iter(W + "pStyle"))))
    assert len(dressed) == len(TEMPLATES)


def test_settings_are_those_of_word_2013_and_british_english(template: Path) -> None:
    held = parts(template.read_bytes())
    assert b'w:name="compatibilityMode"' in held["word/settings.xml"]
    assert b'w:val="15"' in held["word/settings.xml"]
    assert b'<w:lang w:val="en-GB"' in held["word/styles.xml"]


def test_the_colour_of_text_is_not_among_the_defaults(template: Path) -> None:
    """In tables LibreOffice sets it over the colour of links, as they are character styles."""
    styles = tree(template.read_bytes(), "word/styles.xml")
    assert styles.find(f"{W}docDefaults//{W}color") is None
