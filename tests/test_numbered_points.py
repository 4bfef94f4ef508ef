"""Points numbered through a brief, as papers are that are cited by paragraph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples.tags import tag_tree
from samples.word import audit, tree

import briefgen
from briefgen.types.block import Paragraph
from briefgen.types.listing import item_numbers
from briefgen.types.prose import text_of
from briefgen.types.role import Role

DATA = Path(__file__).resolve().parent.parent / "data"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def numbered(brief: briefgen.Brief) -> list[tuple[int, str]]:
    """Return the numbers that stand before points of the main column, with how these begin.

    The bottom line above them has none.
    """
    return [
        (number, text_of(block.prose)[:12])
        for section in brief._made.fitted.content.sections
        if section.frame == "main"
        for block, number in zip(section.blocks, item_numbers(section.blocks), strict=True)
        if isinstance(block, Paragraph) and not block.continues
        if block.role is not Role.BOTTOM_LINE
    ]


@pytest.mark.parametrize("length", ["one-page", "two-page"])
@pytest.mark.parametrize("argument", ["china-mali", "accessible-documents"])
def test_a_parliamentary_brief_counts_its_points_from_the_first_to_the_last(
    argument: str, length: str
) -> None:
    held = briefgen.load(DATA / f"{argument}.yaml")
    brief = briefgen.build(held, length=length, template="parliament")
    found = numbered(brief)
    assert [number for number, _ in found] == [*range(1, len(found) + 1)]
    assert len(found) >= 5
    tags = tag_tree(brief.to_bytes("pdf"))
    for number, opening in found:
        assert re.search(rf'Lbl\s+"{number}\. ?"', tags), opening


def test_word_has_them_in_one_list_that_counts_on_by_itself(tmp_path: Path) -> None:
    mali = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(mali, length="two-page", template="parliament")
    items = [
        paragraph
        for paragraph in tree(brief.to_bytes("docx")).iter(W + "p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val") == "ListNumber"  # type: ignore[union-attr]
    ]
    lists = [
        None if (number := one.find(f"{W}pPr/{W}numPr/{W}numId")) is None else number.get(W + "val")
        for one in items
    ]
    assert lists == [None] * len(numbered(brief)), "the list of their style"
    assert audit(brief.save(tmp_path / "b.docx")) == []


def test_a_theme_of_ones_own_says_so_in_a_line(tmp_path: Path) -> None:
    briefgen.new(tmp_path / "own", template="standard")
    page = tmp_path / "own" / "page.yaml"
    text = page.read_text(encoding="utf-8")
    line = "    side: {width_pt: 154, gap_pt: 24}\n"
    page.write_text(text.replace(line, f"{line}    numbered_points: true\n"), encoding="utf-8")
    mali = briefgen.load(DATA / "china-mali.yaml")
    brief = briefgen.build(mali, template=tmp_path / "own")
    assert [number for number, _ in numbered(brief)] == [*range(1, len(numbered(brief)) + 1)]
