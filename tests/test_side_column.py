"""A side column over two pages: no section without its heading, no column left blank."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import docx
import pytest
from samples.pages import squeezed
from samples.side_theme import side_theme

import briefgen
from briefgen.layout.columns import Column, flow
from briefgen.types.block import Block, Timeline
from briefgen.types.block_prose import proses
from briefgen.types.laid import TextMark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.prose import runs
from briefgen.types.role import Role


def text_of_block(block: Block) -> str:
    return "".join(run.text for prose in proses(block) for run in runs(prose))


DATA = Path(__file__).resolve().parent.parent / "data"
LOOKS = [name for name, _ in briefgen.templates() if name != "standard"]
"""The themes with a side column on two pages."""


@pytest.mark.parametrize(("template", "paper"), [*product(LOOKS, ["A4", "Letter"])])
def test_two_pages_have_a_side_column_whose_sections_are_whole(template: str, paper: str) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml")
    fitted = briefgen.build(mali, length="two-page", template=template, paper=paper)._made.fitted
    sides = {
        number for number, section in enumerate(fitted.content.sections) if section.frame == "side"
    }
    pages: dict[int, set[int]] = {}
    for begin in fitted.laid_out.begins:
        if begin.section in sides:
            pages.setdefault(begin.section, set()).add(begin.page)
    assert {page for on in pages.values() for page in on} == {1, 2}
    assert all(len(on) == 1 for on in pages.values())
    (first,) = (one for one in fitted.laid_out.fills if (one.frame, one.page) == ("side", 1))
    assert first.used_mpt >= 0.6 * first.height_mpt


def test_what_is_told_to_begin_a_column_does_unless_it_does_already() -> None:
    block = BlockLayout(Role.SIDE_TEXT, (Row(10, (), break_after=True),), (), 0, 0)

    def column(number: int) -> Column:
        return Column(number + 1, 0, 0, 100, 100)

    assert [spot.page for spot in flow([block] * 3, column).placed] == [1, 1, 1]
    assert [spot.page for spot in flow([block] * 3, column, {0, 2}).placed] == [1, 1, 2]


@pytest.mark.parametrize("length", ["one-page", "two-page"])
@pytest.mark.parametrize("audience", [name for name, _ in briefgen.audiences()])
def test_what_is_not_known_comes_after_what_is(length: str, audience: str) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml")
    sections = briefgen.build(mali, length=length, audience=audience)._made.fitted.content.sections
    for frame, unknown in (("side", "not-said"), ("main", "uncertain")):
        keys = [one.key for one in sections if one.frame == frame]
        assert set(keys[keys.index(unknown) :] if unknown in keys else ()) <= {
            unknown,
            "questions",
            "charts",
            "chronology",
            "claims",
            "glossary",
            "notes",
            "contact",
            "not-said",
            "timeline",
        }


@pytest.mark.parametrize("template", LOOKS)
def test_longer_briefs_have_figures_beside_the_paragraphs_that_name_them(
    template: str, tmp_path: Path
) -> None:
    theme = side_theme(tmp_path, template)
    mali = briefgen.load(DATA / "china-mali.yaml")
    fitted = briefgen.build(mali, length="four-page", template=theme)._made.fitted
    sections, begins = fitted.content.sections, fitted.laid_out.begins
    beside = {number: one.beside for number, one in enumerate(sections) if one.beside}
    assert len(beside) >= 4
    pages: dict[str, set[int]] = {}
    for begin in begins:
        if begin.block is not None and sections[begin.section].frame == "main":
            point = sections[begin.section].blocks[begin.block].origin.point or ""
            pages.setdefault(point, set()).add(begin.page)
    near = {
        number: {page for one in points & pages.keys() for page in pages[one]}
        for number, points in beside.items()
    }
    found = {begin.section: begin.page for begin in begins}
    assert sum(bool(on) for on in near.values()) >= 3
    far = {number for number, on in near.items() if on and found[number] not in on}
    assert len(far) <= 0.2 * len(near)
    assert not any(sections[number].key == "figures" for number in far)
    on = {begin.page for begin in begins if sections[begin.section].frame == "side"}
    assert on >= {1, 2, 3}, "tables go over the last page"
    assert any(begin.down_mpt for begin in begins)


@pytest.mark.parametrize("template", LOOKS)
def test_dates_stand_on_the_page_whose_side_column_has_room_for_them(
    template: str, tmp_path: Path
) -> None:
    theme = side_theme(tmp_path, template)
    mali = briefgen.load(DATA / "china-mali.yaml")
    fitted = briefgen.build(mali, length="four-page", template=theme)._made.fitted
    sections = fitted.content.sections
    (dates,) = (at for at, one in enumerate(sections) if one.key == "timeline")
    assert sections[dates].frame == "side"
    (block,) = sections[dates].blocks
    assert isinstance(block, Timeline) and len(block.moments) >= 14
    assert {one.page for one in fitted.laid_out.begins if one.section == dates} == {3}


@pytest.mark.parametrize("template", LOOKS)
def test_in_full_each_note_stands_beside_its_point_and_tables_go_over_the_page(
    template: str, tmp_path: Path
) -> None:
    """One on another page, or under another heading, would be of nothing that a reader sees."""
    theme = side_theme(tmp_path, template)
    mali = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(mali, length="full", audience="analyst", template=theme)
    fitted = brief._made.fitted
    sections, begins = fitted.content.sections, fitted.laid_out.begins
    (terms,) = (at for at, one in enumerate(sections) if one.key == "glossary")
    assert sections[terms].heading and len(sections[terms].blocks) == 4
    notes = {at: one for at, one in enumerate(sections) if one.key == "notes"}
    assert len(notes) == sum(bool(note.explains) for note in mali.notes)
    pages = {begin.section: begin.page for begin in begins}
    of_points = {
        sections[begin.section].blocks[begin.block].origin.point: begin.page
        for begin in reversed(begins)
        if begin.block is not None and sections[begin.section].frame == "main"
    }
    for at, note in notes.items():
        named = "Editor’s note." in text_of_block(note.blocks[0])
        assert not note.heading and (named or note.beside & notes[at - 1].beside)
        near = {of_points[point] for point in note.beside & of_points.keys()}
        assert pages[at] in {page + later for page in near for later in (0, 1)}
    tables = [element for element in fitted.laid_out.elements if element.tag == "Table"]
    assert len(tables) == 2


@pytest.mark.parametrize("template", LOOKS)
def test_word_has_what_stands_beside_points_in_the_order_of_the_page(
    template: str, tmp_path: Path
) -> None:
    theme = side_theme(tmp_path, template)
    mali = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(mali, length="four-page", audience="analyst", template=theme)
    word = docx.Document(io.BytesIO(brief.to_bytes("docx")))
    framed = [one.text for one in word.paragraphs if one._p.xpath("w:pPr/w:framePr")]
    first = [squeezed(text)[:30] for text in framed]
    pages = brief._made.fitted.laid_out.pages
    left = min(mark.x_mpt for page in pages for mark in page.marks if isinstance(mark, TextMark))
    marks = [
        (number, mark.x_mpt - left > 200_000, mark.baseline_mpt, mark.x_mpt, mark.text)
        for number, page in enumerate(pages)
        for mark in page.marks
        if isinstance(mark, TextMark)
    ]
    found = squeezed("".join(text for *_, text in sorted(marks)))
    at = [found.index(text) for text in first if found.count(text) == 1]
    assert len(at) > 12
    assert at == sorted(at)
