"""What there is to choose, as numbers: the fit problem of one frame."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from briefgen.fit.block_metrics import BlockMetrics


class PricedVariant(NamedTuple):
    """One way to print an item: its offer (None: not at all), value, and blocks."""

    variant: int | None
    value: int
    metrics: tuple[BlockMetrics, ...]

    @property
    def height(self) -> int:
        """Height of the blocks, without the space around them."""
        return sum(metrics.height for metrics in self.metrics)


class Item(NamedTuple):
    """A choice of the draft, or blocks that are printed in any case (`choice` is None).

    Options go from the longest to the shortest; that order breaks ties.
    """

    choice: int | None
    options: tuple[PricedVariant, ...]

    @property
    def unprinted(self) -> int | None:
        """The highest value of the item without a block; None where it must print one."""
        return max((option.value for option in self.options if not option.metrics), default=None)


class SectionItems(NamedTuple):
    """A section: its heading, its items, and how many of its choices must be printed."""

    heading: BlockMetrics | None
    items: tuple[Item, ...]
    at_least: int

    @property
    def least(self) -> int:
        """How many choices must be printed, as far as there are so many."""
        return min(self.at_least, sum(item.choice is not None for item in self.items))

    @property
    def unprinted(self) -> int | None:
        """The highest value of the section without a block; None where it must print one."""
        own = [item.unprinted for item in self.items]
        return None if self.least or None in own else sum(filter(None, own))


class Problem(Struct, frozen=True, dict=True):
    """The groups of a frame in order, and the heights of its columns, first to last.

    `held_back` is what the last column has beyond its height: the floor is asked of the whole.
    """

    groups: tuple[SectionItems, ...]
    heights: tuple[int, ...]
    floor_percent: int = 0
    held_back: int = 0

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for group in self.groups for item in group.items)

    def reaches_floor(self, column: int, used: int) -> bool:
        """Whether the last column is filled as far as wanted."""
        last = len(self.heights) - 1
        whole = self.heights[last] + self.held_back
        return column == last and used * 100 >= self.floor_percent * whole
