"""Large type: long titles have a style of their own, and one figure leads the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.read_aloud import word_pages
from samples.word import W, tree

import briefgen
from briefgen.types.block import KeyFigure, KeyFigures, Origin
from briefgen.types.laid import TextMark
from briefgen.types.prose import plain

DATA = Path(__file__).resolve().parent.parent / "data"
LONG = (
    "Why small states should invest in early warning before the next regional drought begins,"
    " and how"
)


def styles(brief: briefgen.Brief, *names: str) -> list[str]:
    """Return the styles of a Word brief's paragraphs, as far as they are among those named."""
    found = (one.get(f"{W}val") for one in tree(brief.to_bytes("docx")).iter(f"{W}pStyle"))
    return [one for one in found if one in names]


def sizes(brief: briefgen.Brief, words: str) -> set[float]:
    """Return the sizes in which the marks that hold some words are set on the first page."""
    marks = brief._made.fitted.laid_out.pages[0].marks
    return {one.size_mpt / 1000 for one in marks if isinstance(one, TextMark) and words in one.text}


@pytest.mark.parametrize("template", [name for name, _ in briefgen.templates()])
def test_a_long_title_takes_three_lines_of_a_smaller_style(template: str, tmp_path: Path) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml")
    short = briefgen.build(mali, template=template)
    long = briefgen.build(mali.model_copy(update={"title": LONG}), template=template)
    assert styles(short, "Title", "TitleLong") == ["Title"]
    assert styles(long, "Title", "TitleLong") == ["TitleLong"]
    marks = long._made.fitted.laid_out.pages[0].marks
    size = max(sizes(long, "regional"))
    assert size < max(sizes(short, "combat"))
    lines = {
        one.baseline_mpt
        for one in marks
        if isinstance(one, TextMark) and one.size_mpt == size * 1e3
    }
    assert len(lines) <= 3
    assert word_pages({"long": long.to_bytes("docx")}, tmp_path) == {"long": 1}


def test_the_first_figure_of_a_press_brief_leads_the_others() -> None:
    mali = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(mali, template="press")
    assert sizes(brief, "2,513") == {52.0}
    assert sizes(brief, "16,400") == {19.0}
    assert styles(brief, "LeadFigure", "KeyFigure")[:2] == ["LeadFigure", "KeyFigure"]


def test_a_figure_that_is_too_wide_for_its_column_leads_none() -> None:
    at, other = Origin("s"), KeyFigure("b", "395", plain("men"))
    wide = KeyFigures((KeyFigure("a", "US$405 million", plain("links")), other), at)
    narrow = KeyFigures((KeyFigure("a", "2,513", plain("men")), other), at)
    assert narrow.leads(146, 36)
    assert not wide.leads(146, 36)
    assert not KeyFigures((), at).leads(146, 36)
