"""A recommendation is quoted by its number: in every brief that is the number it has everywhere."""

from __future__ import annotations

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


def printed(brief: briefgen.Brief) -> tuple[str, dict[str, int], list[str]]:
    """Return the heading over the recommendations, their numbers by id, and how each begins."""
    (section,) = (
        one for one in brief._made.fitted.content.sections if one.key == "recommendations"
    )
    items = [
        (block.origin.point, number, text_of(block.prose))
        for block, number in zip(section.blocks, item_numbers(section.blocks), strict=True)
        if isinstance(block, Paragraph) and block.origin.point and not block.continues
    ]
    assert section.heading
    heading = text_of(section.heading.prose).replace("\u00a0", " ")
    return heading, {id_: number for id_, number, _ in items if id_}, [said for *_, said in items]


@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
@pytest.mark.parametrize("length", ["one-page", "two-page", "four-page", "full"])
def test_recommendations_keep_their_numbers(length: str, template: str) -> None:
    argument = briefgen.load(DATA / "accessible-documents.yaml")
    every = [one.id for one in argument.recommendations]
    heading, found, said = printed(build(length, template, exclude=[every[1]]))
    expected = [argument.recommendation_number(one) for one in found]
    assert expected and every[1] not in found
    *first, last = map(str, expected)
    gap = expected != [*range(1, len(expected) + 1)] and template != "parliament"
    assert gap == (f"(recommendations {', '.join(first)} and {last} of 5)" in heading)
    if template == "parliament":
        assert f"({len(found)} of 5 recommendations)" in heading
        numbers = [*found.values()]
        assert numbers == [*range(numbers[0], numbers[0] + len(found))], "those of paragraphs"
    else:
        assert [*found.values()] == expected
    assert all(text[0].isalpha() and not text[1].isdigit() for text in said), "one number a line"


def test_word_counts_on_after_the_one_that_is_left_out() -> None:
    every = [one.id for one in briefgen.load(DATA / "accessible-documents.yaml").recommendations]
    brief = build("four-page", "standard", exclude=[every[1]])
    starts = tree(brief.to_bytes("docx"), "word/numbering.xml").iter(f"{W}startOverride")
    assert "3" in [one.get(W + "val") for one in starts]
