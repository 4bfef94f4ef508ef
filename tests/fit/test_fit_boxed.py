"""The white space of a box is charged once, with the heading above it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.fit.block_metrics import BlockMetrics
from briefgen.fit.problem import Item, PricedVariant, SectionItems
from briefgen.fit.problem_builder import in_one_box
from briefgen.types.block import Block, Origin, Paragraph
from briefgen.types.draft import Choice, DraftSection, Variant
from briefgen.types.point import Form
from briefgen.types.prose import plain
from briefgen.types.role import Role

ABOVE, BELOW, LINE, APART = 6, 7, 13, 5


def measured(blocks: Sequence[Block]) -> list[BlockMetrics]:
    """Return paragraphs of a line each, one box together."""
    count = len(blocks)
    heights = [
        LINE + ABOVE * (at == 0) + (BELOW if at == count - 1 else APART) for at in range(count)
    ]
    return [
        BlockMetrics((height,), height, 0 if at else APART, 0, None, keep=False, repeat=0)
        for at, height in enumerate(heights)
    ]


def section(role: Role) -> tuple[DraftSection, SectionItems]:
    block: Block = Paragraph(role, plain("Dig wells."), Origin("r"), "number")
    choice = Choice("dig", None, (Variant(Form.HEADLINE, (block,), 1),))
    option = PricedVariant(0, 1, tuple(measured((block, block))))
    heading = BlockMetrics((20,), 20, 0, 0, None, keep=True, repeat=0)
    nothing = PricedVariant(None, 0, ())
    made = DraftSection("r", "main", None, (choice, choice))
    return made, SectionItems(heading, (Item(0, (option, nothing)), Item(1, (option, nothing))), 0)


def test_what_stands_in_a_box_has_no_white_space_of_its_own() -> None:
    made = in_one_box(*section(Role.ACTION), measured)
    assert made.heading
    assert made.heading.height == 20 + ABOVE + BELOW
    for item in made.items:
        printed, nothing = item.options
        assert sum(one.height for one in printed.metrics) == 2 * LINE + APART
        assert nothing.metrics == ()


def test_other_points_and_those_without_a_heading_are_charged_as_they_are() -> None:
    given = section(Role.BODY)
    assert in_one_box(*given, measured) is given[1]
    draft, items = section(Role.ACTION)
    bare = items._replace(heading=None)
    assert in_one_box(draft, bare, measured) is bare
