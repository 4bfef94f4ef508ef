"""Four pages and full: columns, the line between them, dates on one page, contents."""

from __future__ import annotations

import io
import shutil
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

import briefgen
from briefgen.layout.bands import RULE_COLOUR
from briefgen.types.block import Contents, KeyFigures, Paragraph
from briefgen.types.laid import LineMark, TextMark
from briefgen.types.prose import runs

DATA = Path(__file__).resolve().parent.parent / "data"


def load(name: str = "china-mali") -> briefgen.Argument:
    return briefgen.load(DATA / f"{name}.yaml")


def test_a_theme_may_have_a_line_between_columns_in_both_formats(tmp_path: Path) -> None:
    theme = tmp_path / "ruled"
    shutil.copytree(DATA.parent / "templates" / "themes" / "press", theme)
    pages = theme / "page.yaml"
    pages.write_text(pages.read_text().replace("gap_pt: 22}", "gap_pt: 22, rule: true}"))
    brief = briefgen.build(load(), length="four-page", template=theme)
    for number, page in enumerate(brief._made.fitted.laid_out.pages, 1):
        lines = [m for m in page.marks if isinstance(m, LineMark) and m.colour == RULE_COLOUR]
        assert lines, number
        for line in lines:
            assert line.x1_mpt == line.x2_mpt and line.element is None
            texts = (m for m in page.marks if isinstance(m, TextMark) and m.element is not None)
            beside = [m for m in texts if line.y1_mpt < m.baseline_mpt < line.y2_mpt]
            assert beside
            assert all(not m.x_mpt < line.x1_mpt < m.x_mpt + m.width_mpt for m in beside)
    with zipfile.ZipFile(io.BytesIO(brief.to_bytes("docx"))) as package:
        assert b'w:sep="1"' in package.read("word/document.xml")


@pytest.mark.parametrize("template", ["standard", "press"])
def test_built_in_themes_have_none(template: str) -> None:
    brief = briefgen.build(load(), length="four-page", template=template)
    marks = [mark for page in brief._made.fitted.laid_out.pages for mark in page.marks]
    assert not any(isinstance(one, LineMark) and one.colour == RULE_COLOUR for one in marks)
    with zipfile.ZipFile(io.BytesIO(brief.to_bytes("docx"))) as package:
        assert b"w:sep" not in package.read("word/document.xml").replace(b"w:separator", b"")


def test_figures_of_a_first_page_stand_in_one_row() -> None:
    brief = briefgen.build(load(), length="four-page", template="parliament")
    (strip,) = (
        block
        for section in brief._made.fitted.content.sections
        for block in section.blocks
        if isinstance(block, KeyFigures) and section.frame == "head"
    )
    style = brief._made.theme.page_style
    master = brief._made.master
    margins = (master.margin_left_pt or style.margin_left_pt) * 2
    size_pt = next(s.size_pt for role, s in style.styles.items() if role.name == "STAT_FIGURE")
    assert strip.columns(style.page_width_pt - margins, size_pt) == len(strip.figures) == 3


@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
@pytest.mark.parametrize("length", ["four-page", "full"])
def test_a_later_page_has_a_figure_behind_what_prints_it(template: str, length: str) -> None:
    sections = briefgen.build(
        load(), length=length, template=template
    )._made.fitted.content.sections
    first = {
        figure.fact
        for section in sections
        for block in section.blocks
        if isinstance(block, KeyFigures) and section.frame == "head"
        for figure in block.figures
    }
    later = [
        (before, block.figures[0].fact)
        for section in sections
        for before, block in pairwise(section.blocks)
        if isinstance(block, KeyFigures) and section.frame == "main"
    ]
    assert later
    for before, fact in later:
        assert isinstance(before, Paragraph) and fact not in first


@pytest.mark.parametrize("length", ["four-page", "full"])
def test_notes_stand_together_behind_the_argument(length: str) -> None:
    content = briefgen.build(load(), length=length, audience="analyst")._made.fitted.content
    noted = [section.key for section in content.sections if "note" in section.key]
    assert len(noted) == 1
    assert not any(
        "".join(run.text for run in runs(block.prose)).startswith("Editor’s note.")
        for section in content.sections
        if section.key not in noted
        for block in section.blocks
        if isinstance(block, Paragraph)
    )


def test_a_full_brief_of_five_pages_has_contents_with_their_pages() -> None:
    content = briefgen.build(load(), length="full")._made.fitted.content
    (listed,) = (
        block
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Contents)
    )
    assert [entry.page for entry in listed.entries] == sorted(
        entry.page or 0 for entry in listed.entries
    )
    assert listed.entries[0].page == 1
