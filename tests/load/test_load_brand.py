"""A brand is a small file whose faults are told at once, with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefgen.load.argument import read_argument
from briefgen.load.brand import brand_file, read_brand
from briefgen.load.theme import read_theme
from briefgen.types.colour import TEXT_CONTRAST, WHITE, contrast, darkened, mixed, readable
from briefgen.types.finding import BriefgenError, LoadError
from briefgen.types.role import Role

COLOURS = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


def brand(folder: Path, *lines: str) -> Path:
    file = folder / "brand.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def faults(file: Path, template: str = "standard") -> list[tuple[str, str, int | None]]:
    with pytest.raises(BriefgenError) as caught:
        read_theme(template, brand=file)
    assert all(finding.hint and finding.file == str(file) for finding in caught.value.findings)
    return [(one.code, ".".join(map(str, one.path)), one.line) for one in caught.value.findings]


def test_what_is_wrong_with_its_values_is_told_at_once_with_lines(tmp_path: Path) -> None:
    file = brand(
        tmp_path,
        'accent: "teal"',
        "second: #b3471d",
        "colour: blue",
        "paper: A3",
        "fonts: {text: Calibri}",
    )
    assert faults(file) == [
        ("colour", "accent", 1),
        ("colour", "second", 2),
        ("unknown-key", "colour", 3),
        ("not-a-choice", "paper", 4),
        ("unknown-key", "fonts.text", 5),
    ]


def test_what_is_wrong_with_its_files_is_told_at_once_with_lines(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("no picture", encoding="utf-8")
    file = brand(tmp_path, "logo: logo.png", "fonts:", "  folder: fonts")
    assert faults(file) == [
        ("brand-logo-alt", "logo", 1),
        ("image-format", "logo", 1),
        ("font-folder", "fonts.folder", 3),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("logo: ../logo.png", "image-outside-root"),
        ("fonts: {folder: ..}", "brand-fonts-outside"),
        ("fonts: {folder: link}", "brand-fonts-outside"),
    ],
)
def test_nothing_outside_its_folder_is_read(tmp_path: Path, line: str, code: str) -> None:
    folder = tmp_path / "brand"
    folder.mkdir()
    Image.new("RGB", (20, 20)).save(tmp_path / "logo.png")
    (folder / "link").symlink_to(tmp_path)
    found = faults(brand(folder, "organisation: Alder", line))
    assert [one for one, *_ in found] == [code]


def test_one_beside_an_argument_is_no_link_to_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    argument = tmp_path / "mine" / "a.md"
    argument.write_text(
        "---\ntitle: A\narticle: {title: A, authors: [B], date: 2024-03-01}\n---\nWords stand.\n"
    )
    (tmp_path / "mine" / "brand.yaml").symlink_to(brand(tmp_path, 'accent: "#7a1fa2"'))
    with pytest.raises(LoadError) as caught:
        brand_file(read_argument(argument), True)
    assert caught.value.codes == ("brand-outside",)
    assert brand_file(read_argument(argument), False) is None


@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
def test_a_colour_that_cannot_be_read_is_refused_and_a_shade_named_that_can(
    tmp_path: Path, template: str
) -> None:
    assert faults(brand(tmp_path, "", 'accent: "#ffcc00"'), template) == [
        ("brand-contrast", "accent", 2)
    ]
    with pytest.raises(BriefgenError) as caught:
        read_theme(template, brand=tmp_path / "brand.yaml")
    shade = caught.value.findings[0].hint.split('"')[1]
    page_style = read_theme(template, brand=brand(tmp_path, "", f'accent: "{shade}"')).page_style
    for style in page_style.styles.values():
        assert contrast(style.colour, style.shading or WHITE) >= TEXT_CONTRAST


@given(colour=COLOURS, share=st.floats(0.85, 1))
def test_there_is_always_a_shade_that_can_be_read_on_its_own_tint(
    colour: str, share: float
) -> None:
    shade = readable(colour, share)
    assert contrast(shade, mixed(shade, share)) >= TEXT_CONTRAST
    if contrast(colour, mixed(colour, share)) >= TEXT_CONTRAST:
        assert shade == darkened(colour, 0)


@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
def test_every_theme_takes_colours_fonts_and_paper(tmp_path: Path, template: str) -> None:
    lines = ('accent: "#7a1fa2"', 'second: "#b3471d"', "fonts: {headings: Arial, body: Cambria}")
    plain = read_theme(template)
    theme = read_theme(template, brand=brand(tmp_path, *lines, "paper: Letter"))
    styles, old = theme.page_style.styles, plain.page_style.styles
    assert theme.page_style.accent == theme.page_style.link == "#7a1fa2"
    accented = [role for role, one in old.items() if one.colour == plain.page_style.accent]
    apart = [role for role, one in old.items() if one.colour == old[Role.PULL_QUOTE].colour]
    assert {styles[role].colour for role in accented} == {"#7a1fa2"}
    assert {styles[role].colour for role in apart} == {"#b3471d"}
    assert {styles[one].family for one in (Role.TITLE, Role.HEADING_1, Role.HEADING_2)} == {"Arial"}
    assert {styles[one].family for one in (Role.BODY, Role.BULLET, Role.QUOTE)} == {"Cambria"}
    assert theme.page_style.page_width_pt == 612
    assert [one.size_pt for one in styles.values()] == [one.size_pt for one in old.values()]


def test_what_a_brand_does_not_say_is_the_themes(tmp_path: Path) -> None:
    theme, plain = read_theme("press", brand=brand(tmp_path, "fonts: {}")), read_theme("press")
    assert theme.page_style == plain.page_style
    assert theme.fonts.faces.keys() == plain.fonts.faces.keys()


def test_an_empty_one_is_told_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as caught:
        read_brand(brand(tmp_path, "# nothing"))
    assert caught.value.codes == ("file-empty",)
    assert "briefgen new brand.yaml" in caught.value.findings[0].hint


def test_a_font_that_is_not_at_hand_is_told_where_it_is_named(tmp_path: Path) -> None:
    file = brand(tmp_path, "fonts:", "  headings: Futura")
    (warning,) = read_theme("standard", brand=file).findings
    assert (warning.code, warning.path, warning.line) == (
        "font-substituted",
        ("fonts", "headings"),
        2,
    )
    assert "fonts.folder" in warning.hint


def test_it_is_read_again_when_its_logo_has_changed(tmp_path: Path) -> None:
    Image.new("RGB", (20, 20), "red").save(tmp_path / "logo.png")
    file = brand(tmp_path, "logo: logo.png", "logo_alt: A red square")
    first = read_brand(file)
    Image.new("RGB", (20, 20), "blue").save(tmp_path / "logo.png")
    again = read_brand(file)
    assert first.logo is not None
    assert again.logo is not None
    assert first.logo.source_digest != again.logo.source_digest


def test_faults_of_syntax_values_and_files_are_told_together(tmp_path: Path) -> None:
    file = brand(tmp_path, "accent: [1", 'second: "blue"', "logo: missing.png", "logo_alt: A logo")
    codes = [code for code, *_ in faults(file)]
    assert codes[0].startswith("yaml")
    file = brand(tmp_path, 'accent: "blue"', "logo: missing.png", "logo_alt: A logo")
    assert faults(file) == [("colour", "accent", 1), ("file-missing", "logo", 2)]
