"""The built-in Word template is what its script makes, and what a careful designer would."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest
from samples.word import TEMPLATE, W, audit, lines, parts, tree

from briefgen.load.look import read_look
from briefgen.load.word_template import read_word_template
from briefgen.types.look import Look
from briefgen.types.role import Role

AAA, AA = 7.0, 4.5


@pytest.fixture
def look() -> Look:
    return read_look(read_word_template(TEMPLATE))


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""

    def luminance(rgb: str) -> float:
        parts_ = [int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts_]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_committed_file_is_what_the_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, target = TEMPLATE.parents[2] / "make_word_template.py", tmp_path / "made.docx"
    monkeypatch.syspath_prepend(str(script.parent))
    monkeypatch.setattr(sys, "argv", [str(script), str(target)])
    runpy.run_path(str(script), run_name="__main__")
    assert target.read_bytes() == TEMPLATE.read_bytes()


def test_a_validator_finds_nothing() -> None:
    assert audit(TEMPLATE) == []


def test_colours_can_be_read(look: Look) -> None:
    assert contrast(look.accent, "#ffffff") >= AAA
    assert contrast(look.link, "#ffffff") >= AAA
    for style in look.styles.values():
        assert contrast(style.colour, style.shading or "#ffffff") >= AA, style.role


def test_there_is_one_accent(look: Look) -> None:
    ink, grey = look.styles[Role.BODY].colour, look.styles[Role.FOOT].colour
    assert {style.colour for style in look.styles.values()} == {ink, grey, look.accent}


def test_all_spacing_is_exact() -> None:
    for spacing in tree(TEMPLATE.read_bytes(), "word/styles.xml").iter(W + "spacing"):
        if spacing.get(W + "line"):
            assert spacing.get(W + "lineRule") == "exact"


def test_leading_leaves_room_for_the_letters(look: Look) -> None:
    for style in look.styles.values():
        assert style.leading_pt >= style.size_pt * 1.15, style.role


def test_headings_are_headings() -> None:
    levels = {}
    for style in tree(TEMPLATE.read_bytes(), "word/styles.xml").iter(W + "style"):
        level = style.find(f"{W}pPr/{W}outlineLvl")
        name, based_on = style.find(W + "name"), style.find(W + "basedOn")
        assert name is not None
        if level is not None or (based_on is not None and "Heading" in based_on.get(W + "val", "")):
            levels[name.get(W + "val")] = None if level is None else level.get(W + "val")
    assert levels == {"heading 1": "0", "heading 2": "1", "Side Heading": None}


def test_colours_and_fonts_are_those_of_the_theme() -> None:
    root = tree(TEMPLATE.read_bytes(), "word/styles.xml")
    assert all(colour.get(W + "themeColor") for colour in root.iter(W + "color"))
    assert all(fonts.get(W + "asciiTheme") for fonts in root.iter(W + "rFonts"))
    assert not any(fonts.get(W + "ascii") for fonts in root.iter(W + "rFonts"))


def test_the_body_is_one_place_for_each_frame() -> None:
    assert lines(TEMPLATE.read_bytes()) == [
        "BodyText | {{ head }}",
        "BodyText | {{ main }}",
        "BodyText | {{ side }}",
        "BodyText | {{ foot }}",
    ]


def test_settings_are_those_of_word_2013_and_british_english() -> None:
    held = parts()
    assert b'w:name="compatibilityMode"' in held["word/settings.xml"]
    assert b'w:val="15"' in held["word/settings.xml"]
    assert b'<w:lang w:val="en-GB"' in held["word/styles.xml"]
