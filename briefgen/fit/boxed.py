"""What stands in one box, charged the white space of that box once, with the heading above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.fit.block_metrics import BlockMetrics, gap
from briefgen.fit.problem import Item, PricedVariant, SectionItems
from briefgen.types.block import Block, Paragraph
from briefgen.types.draft import Choice, DraftSection
from briefgen.types.role import Role

Measured = Callable[[Sequence[Block]], Sequence[BlockMetrics]]
"""Returns blocks that stand under one another as they are charged."""


_BOXED = (Role.ACTION, Role.CALLOUT)


def in_one_box(section: DraftSection, items: SectionItems, measured: Measured) -> SectionItems:
    """Return a section's items without the white space that only the whole of a box has.

    Measured alone, each point would have it, and a page that holds several would stay
    emptier than it was charged. A section without a heading keeps it: nothing else is certain.
    """
    first = _first(section)
    if first is None or items.heading is None:
        return items
    alone, *_ = measured((first,))
    above, below = measured((first, first))
    apart = 2 * alone.height + gap(alone, alone)
    padding = apart - above.height - gap(above, below) - below.height
    if not padding:
        return items
    inside = tuple(_inside(item, padding) if item.choice is not None else item for item in items[1])
    return items._replace(heading=_higher(items.heading, padding), items=inside)


def _first(section: DraftSection) -> Block | None:
    """Return the first paragraph of a section whose points stand in a box."""
    for item in section.items:
        if not isinstance(item, Choice) or not item.variants:
            return None
        block = item.variants[-1].blocks[0]
        return block if isinstance(block, Paragraph) and block.role in _BOXED else None
    return None


def _inside(item: Item, padding: int) -> Item:
    return item._replace(options=tuple(_lower(one, padding) for one in item.options))


def _lower(option: PricedVariant, padding: int) -> PricedVariant:
    if not option.metrics:
        return option
    first, *others = option.metrics
    lower = [_higher(first, -(padding // 2)), *others]
    lower[-1] = _higher(lower[-1], -(padding - padding // 2))
    return option._replace(metrics=tuple(lower))


def _higher(block: BlockMetrics, by_mpt: int) -> BlockMetrics:
    *parts, last = block.parts
    return block._replace(parts=(*parts, last + by_mpt), height=block.height + by_mpt)
