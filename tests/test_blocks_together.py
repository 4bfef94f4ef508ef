"""What introduces a list, its first items, rows of a table and a speaker stay together."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from samples.read_aloud import page_lines, word_pages
from samples.small import SMALL

import briefgen

LENGTH = """
name: report
description: All of it, in one column.
content: full.md.j2
master: one-column
fill_floor_percent: 0
"""


def built(folder: Path, *detail: str) -> briefgen.Brief:
    """The small argument, one point of which has this detail."""
    forms = {"headline": "Water is near", "summary": "It is.", "detail": list(detail)}
    point = {"id": "near", "priority": 1, "forms": forms}
    argument = briefgen.Argument.model_validate({**SMALL, "rationales": [point]})
    (folder / "report.yaml").write_text(LENGTH, encoding="utf-8")
    return briefgen.build(argument, length=folder / "report.yaml", audience="analyst")


@pytest.fixture(scope="module")
def at_the_foot(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Lists and tables that meet the foot of a page line by line: the pages of each brief."""
    folder = tmp_path_factory.mktemp("feet")
    row = "| row {} | 1 |\n"
    held = "Introduction.\n\n- item one\n- item two\n- item three\n\n| head | b |\n|---|---|\n"
    held += "".join(row.format(name) for name in ("one", "two", "three"))
    held += "\n> quoted\n> — Speaker\n"
    pages = {}
    for lines in range(18, 40):
        brief = built(folder, *(f"Line {n}." for n in range(lines)), held)
        pages[f"{lines}-pdf"] = page_lines(brief.to_bytes("pdf"))
        (folder / f"{lines}.docx").write_bytes(brief.to_bytes("docx"))
    for name in word_pages({p.stem: p.read_bytes() for p in folder.glob("*.docx")}, folder):
        pages[f"{name}-word"] = page_lines((folder / f"{name}.pdf").read_bytes())
    return pages


def _page_of(pages: list[list[str]], words: str) -> int:
    found = [n for n, lines in enumerate(pages) if any(words in line for line in lines)]
    assert len(found) == 1, words
    return found[0]


TOGETHER = [
    ("Introduction.", "item one"),
    ("item one", "item two"),
    ("row one", "row two"),
    ("row two", "row three"),
    ("quoted", "Speaker"),
]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_nothing_stands_alone_at_the_foot_of_a_page(
    at_the_foot: dict[str, list[list[str]]], one: str, other: str
) -> None:
    apart = [
        name
        for name, pages in at_the_foot.items()
        if _page_of(pages, one) != _page_of(pages, other)
    ]
    assert apart == []


def test_the_foot_was_met_between_all_of_them(at_the_foot: dict[str, list[list[str]]]) -> None:
    parts = ("Introduction.", "item three", "row three", "Speaker")
    broken = {
        pair
        for pages in at_the_foot.values()
        for pair in pairwise(("Line 1.", *parts))
        if _page_of(pages, pair[0]) != _page_of(pages, pair[1])
    }
    assert len(broken) >= len(parts) - 1  # lists of three are mostly kept whole
