"""Restyle the template in Word, and the PDF follows, within the same page contract."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.laid import FONTS_FOLDER
from samples.pages import marks
from samples.read_aloud import word_pages
from samples.word import changed

import briefgen
from briefgen.types.laid import TextMark
from briefgen.types.role import Role

DATA = Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml"
STYLES, DOCUMENT, THEME = "word/styles.xml", "word/document.xml", "word/theme/theme1.xml"

Change = Callable[[str], str]


def restyled(folder: Path, part: str, change: Change) -> briefgen.Brief:
    """Build one page on the built-in template, changed."""
    template = folder / "foreign.docx"
    template.write_bytes(changed(part, change))
    return briefgen.build(briefgen.load(DATA), template=template)


def in_style(name: str, before: str, after: str) -> Change:
    """Return a change within one style."""

    def change(xml: str) -> str:
        start = xml.index(f'w:styleId="{name}"')
        end = xml.index("</w:style>", start)
        assert before in xml[start:end], xml[start:end]
        return xml[:start] + xml[start:end].replace(before, after, 1) + xml[end:]

    return change


def body_marks(brief: briefgen.Brief) -> list[TextMark]:
    """Return the text marks of what is set as body text, in its size and colour."""
    style = brief._made.theme.page_style.styles[Role.BODY]
    body = (style.size_pt * 1000, style.colour)
    return [mark for _, mark in marks(brief) if (mark.size_mpt, mark.colour) == body]


CHANGES: dict[str, tuple[str, Change]] = {
    "size": (STYLES, in_style("BodyText", '<w:sz w:val="20"/>', '<w:sz w:val="22"/>')),
    "spacing": (STYLES, in_style("BodyText", 'w:line="270"', 'w:line="300"')),
    "automatic": (
        STYLES,
        in_style("BodyText", 'w:line="270" w:lineRule="exact"', 'w:line="276" w:lineRule="auto"'),
    ),
    "colour": (THEME, lambda xml: xml.replace("0F4A5C", "AA0011")),
    "font": (THEME, lambda xml: xml.replace('typeface="Cambria"', 'typeface="Calibri"')),
    "margins": (DOCUMENT, lambda xml: xml.replace('w:left="1020"', 'w:left="1600"')),
    "paper": (
        DOCUMENT,
        lambda xml: xml.replace('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    ),
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> briefgen.Brief:
    """The brief on the template as it is, but for what nobody sees."""
    folder = tmp_path_factory.mktemp("plain")
    return restyled(
        folder, STYLES, lambda xml: xml.replace('w:uiPriority w:val="1"', 'w:uiPriority w:val="2"')
    )


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, briefgen.Brief]:
    return {
        name: restyled(tmp_path_factory.mktemp(name), part, change)
        for name, (part, change) in CHANGES.items()
    }


def test_the_page_contract_holds_in_both_formats(
    briefs: dict[str, briefgen.Brief], tmp_path: Path
) -> None:
    assert {name: brief.pages for name, brief in briefs.items()} == dict.fromkeys(CHANGES, 1)
    files = {name: brief.to_bytes("docx") for name, brief in briefs.items()}
    assert word_pages(files, tmp_path) == dict.fromkeys(CHANGES, 1)


def sizes(brief: briefgen.Brief) -> set[int]:
    return {mark.size_mpt for _, mark in marks(brief)}


def test_another_size(plain: briefgen.Brief, briefs: dict[str, briefgen.Brief]) -> None:
    assert 11_000 in sizes(briefs["size"]) - sizes(plain)


def steps(brief: briefgen.Brief) -> set[int]:
    """Return the distances of lines that follow one another at one left edge."""
    found: dict[int, list[int]] = {}
    for mark in body_marks(brief):
        found.setdefault(mark.x_mpt, []).append(mark.baseline_mpt)
    lines = [sorted(set(ys)) for ys in found.values()]
    return {below - above for ys in lines for above, below in pairwise(ys)}


def test_another_spacing(plain: briefgen.Brief, briefs: dict[str, briefgen.Brief]) -> None:
    assert 13_500 in steps(plain)
    assert 15_000 in steps(briefs["spacing"]) - steps(plain)
    assert 14_000 in steps(briefs["automatic"]) - steps(plain)


def test_another_colour(plain: briefgen.Brief, briefs: dict[str, briefgen.Brief]) -> None:
    assert "#0f4a5c" in {mark.colour for _, mark in marks(plain)}
    colours = {mark.colour for _, mark in marks(briefs["colour"])}
    assert "#aa0011" in colours
    assert "#0f4a5c" not in colours


def test_another_font(plain: briefgen.Brief, briefs: dict[str, briefgen.Brief]) -> None:
    assert any("Caladea" in mark.face for _, mark in marks(plain))
    assert not any("Caladea" in mark.face for _, mark in marks(briefs["font"]))


def test_other_margins(plain: briefgen.Brief, briefs: dict[str, briefgen.Brief]) -> None:
    left = min(mark.x_mpt for _, mark in marks(plain))
    assert min(mark.x_mpt for _, mark in marks(briefs["margins"])) == left + 29_000


def test_another_paper(briefs: dict[str, briefgen.Brief], tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(briefs["paper"].to_bytes("pdf"))
    (page,) = PdfReader(file).pages
    assert (page.mediabox.width, page.mediabox.height) == (612, 792)


def test_fonts_of_the_users_own_are_set(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        data = (FONTS_FOLDER / f"Carlito-{style}.ttf").read_bytes()
        name = "Carlito".encode("utf-16-be")
        assert name in data
        (folder / f"H-{style}.ttf").write_bytes(data.replace(name, "Housefo".encode("utf-16-be")))
    template = tmp_path / "foreign.docx"
    template.write_bytes(
        changed(THEME, lambda xml: xml.replace('typeface="Calibri"', 'typeface="Housefo"'))
    )
    argument = briefgen.load(DATA)
    brief = briefgen.build(argument, template=template, fonts=folder)
    assert brief.findings == ()
    assert any(mark.face == "H-Regular" for _, mark in marks(brief))
    without = briefgen.build(argument, template=template)
    assert "font-substituted" in {finding.code for finding in without.findings}
