"""Charts beside the claims that they prove, instead of in a section of their own further down."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.types.block import Block, Chart, Paragraph
from briefgen.types.draft import Choice, DraftSection


def beside_claims(sections: Sequence[DraftSection]) -> tuple[DraftSection, ...]:
    """Return sections with each chart behind the first point that it proves.

    In a list it stands behind the last item, as it would part the list. A chart that proves no
    point which the main column may print stays where the template has it.
    """
    held = [[*section.items] for section in sections]
    for number, section in enumerate(sections):
        for chart in [item for item in section.items if is_chart(item)]:
            assert isinstance(chart, Choice)
            claims = {one.partition(".")[0] for need in _needs(chart) for one in need}
            if place := _place(sections, held, claims, number):
                held[number].remove(chart)
                held[place[0]].insert(place[1], chart)
    return tuple(
        section if [*section.items] == items else replace(section, items=tuple(items))
        for section, items in zip(sections, held, strict=True)
    )


def is_chart(item: Block | Choice) -> bool:
    """Whether an item is the choice to print a chart with what it proves."""
    if not isinstance(item, Choice) or not item.variants:
        return False
    return any(isinstance(block, Chart) for block in item.variants[0].blocks)


def _needs(chart: Choice) -> tuple[frozenset[str], ...]:
    return chart.variants[0].coverage.needs


def _place(
    sections: Sequence[DraftSection],
    held: Sequence[list[Block | Choice]],
    claims: set[str],
    own: int,
) -> tuple[int, int] | None:
    """Return the section and the place in it that a chart of some claims is moved to."""
    for number, section in enumerate(sections):
        if section.frame != "main" or number == own:
            continue
        for at, item in enumerate(held[number]):
            if isinstance(item, Choice) and item.part and item.subject in claims:
                return number, len(held[number]) if _is_item(item) else _behind(held[number], at)
    return None


def _behind(items: Sequence[Block | Choice], at: int) -> int:
    """Return the place behind an item and the charts that stand behind it already."""
    at += 1
    while at < len(items) and is_chart(items[at]):
        at += 1
    return at


def _is_item(choice: Choice) -> bool:
    first = choice.variants[0].blocks[0]
    return isinstance(first, Paragraph) and first.item is not None
