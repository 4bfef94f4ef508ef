"""A recommendation is quoted by its number: in every brief that is the number it has everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples.word import tree

import briefgen
from briefgen.types.block import Paragraph
from briefgen.types.listing import item_numbers
from briefgen.types.prose import text_of

DATA = Path(__file__).resolve().parent.parent / "data"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def build(length: str, template: str, **options: list[str]) -> briefgen.Brief:
    argument = briefgen.load(DATA / "accessible-documents.yaml")
    return briefgen.build(argument, length=length, template=template, **options)  # type: ignore[arg-type]


def printed(brief: briefgen.Brief) -> dict[str, int]:
    """Return the numbers by which a brief prints recommendations, by their ids."""
    found: dict[str, int] = {}
    for section in brief._made.fitted.content.sections:
        numbers = item_numbers(section.blocks)
        for block, number in zip(section.blocks, numbers, strict=True):
            if section.key != "recommendations" or not isinstance(block, Paragraph):
                continue
            mark = re.match(r"R(\d+)\u00a0", text_of(block.prose))
            if block.origin.point and not block.continues:
                found[block.origin.point] = int(mark[1]) if mark else number
    return found


@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
@pytest.mark.parametrize("length", ["one-page", "two-page", "four-page", "full"])
def test_recommendations_keep_their_numbers(length: str, template: str) -> None:
    every = [one.id for one in briefgen.load(DATA / "accessible-documents.yaml").recommendations]
    brief = build(length, template, exclude=[every[1]])
    found = printed(brief)
    assert found and every[1] not in found
    assert found == {key: number for number, key in enumerate(every, 1) if key in found}


def test_word_counts_on_after_the_one_that_is_left_out() -> None:
    every = [one.id for one in briefgen.load(DATA / "accessible-documents.yaml").recommendations]
    brief = build("four-page", "standard", exclude=[every[1]])
    starts = tree(brief.to_bytes("docx"), "word/numbering.xml").iter(f"{W}startOverride")
    assert "3" in [one.get(W + "val") for one in starts]
