"""A cover: the first page of a length that asks for one, in both formats, and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.pictured import FERRY, pictured
from samples.read_aloud import letters, pdf_text, word_pages, word_text
from samples.word import W, tree

import briefgen
from briefgen.types.laid import ImageMark, LaidOut

ROOT = Path(__file__).resolve().parent.parent
MALI = ROOT / "data" / "china-mali.yaml"
THEMES = ("parliament", "press", "standard")


def covered(folder: Path, length: str) -> Path:
    """Return a length of one's own that is a built-in one with a cover."""
    own = folder / f"{length}-covered.yaml"
    text = (ROOT / "templates" / "lengths" / f"{length}.yaml").read_text(encoding="utf-8")
    content = f"{length}.md.j2"
    (folder / content).write_bytes((ROOT / "templates" / "content" / content).read_bytes())
    own.write_text(f"{text}\ncover: true\n", encoding="utf-8")
    return own


def laid_out(brief: briefgen.Brief) -> LaidOut:
    return brief._made.fitted.laid_out


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> briefgen.Argument:
    return pictured(tmp_path_factory.mktemp("shown"), FERRY)


@pytest.mark.parametrize("theme", THEMES)
def test_a_cover_has_the_head_alone(tmp_path: Path, shown: briefgen.Argument, theme: str) -> None:
    length = covered(tmp_path, "full")
    brief = briefgen.build(shown, length=length, audience="journalist", template=theme)
    laid = laid_out(brief)
    assert {begin.page for begin in laid.begins} >= {2}
    assert 1 not in {fill.page for fill in laid.fills}
    assert any(isinstance(mark, ImageMark) for mark in laid.pages[0].marks)
    assert not any(isinstance(mark, ImageMark) for mark in laid.pages[1].marks)
    assert laid.bookmarks[0].page == 1
    assert all(one.page > 1 for one in laid.bookmarks[1:] if one.title != "In brief")


def test_both_formats_say_the_same_behind_a_cover(tmp_path: Path, shown: briefgen.Argument) -> None:
    brief = briefgen.build(shown, length=covered(tmp_path, "full"), audience="journalist")
    docx = brief.to_bytes("docx")
    assert letters(word_text(docx)) == letters(pdf_text(brief.to_bytes("pdf")))
    breaks = [*tree(docx).iter(f"{W}pageBreakBefore")]
    assert len(breaks) == 1


def test_large_print_has_no_cover(tmp_path: Path, shown: briefgen.Argument) -> None:
    length = covered(tmp_path, "full")
    brief = briefgen.build(shown, length=length, audience="journalist", large_print=True)
    plain = briefgen.build(shown, length="full", audience="journalist", large_print=True)
    assert laid_out(brief).pages == laid_out(plain).pages


@pytest.mark.slow
def test_a_cover_is_one_of_the_pages_that_are_promised(tmp_path: Path) -> None:
    length, argument = covered(tmp_path, "four-page"), briefgen.load(MALI)
    briefs = {
        theme: briefgen.build(argument, length=length, audience="public", template=theme)
        for theme in THEMES
    }
    assert {brief.pages for brief in briefs.values()} == {4}
    files = {theme: brief.to_bytes("docx") for theme, brief in briefs.items()}
    assert word_pages(files, tmp_path) == dict.fromkeys(THEMES, 4)
