"""What there is to choose, as numbers: the fit problem of one frame."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from briefgen.fit.block_metrics import BlockMetrics
from briefgen.types.block_prose import SILENT, Coverage, Need
from briefgen.types.draft import Choice
from briefgen.types.point import Form

FigureRule = Literal["once", "twice", "twice a section"]
"""How often prose prints a figure: once or twice in a brief, or twice in each section."""


class PricedVariant(NamedTuple):
    """One way to print an item: its variant (None: not at all), value, and blocks.

    `level` is the length of a point's form, 1 for a headline; 0 where nothing is printed, or no
    point. `coverage` is what it covers.
    """

    variant: int | None
    value: int
    metrics: tuple[BlockMetrics, ...]
    level: int = 0
    coverage: Coverage = SILENT

    @property
    def height(self) -> int:
        """Height of the blocks, without the space around them."""
        return sum(metrics.height for metrics in self.metrics)


class Item(NamedTuple):
    """A choice of the draft, or blocks that are printed in any case (`choice` is None).

    Options go from the longest to the shortest; that order breaks ties. `priority` is that of a
    point, 1 for the highest.
    """

    choice: int | None
    options: tuple[PricedVariant, ...]
    priority: int | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it is printed in any case."""
        return all(option.metrics for option in self.options)

    @property
    def unprinted(self) -> int | None:
        """The highest value of the item without a block; None where it must print one."""
        return max((option.value for option in self.options if not option.metrics), default=None)


LEVELS = {Form.HEADLINE: 1, Form.SUMMARY: 2, Form.DETAIL: 3}
"""How long each form is, among those of a point."""


def certain(metrics: tuple[BlockMetrics, ...], coverage: Coverage) -> Item:
    """Return blocks that are printed in any case, with what they state."""
    return Item(None, (PricedVariant(0, 0, metrics, coverage=coverage),))


def priced(choice: Choice, at: int, metrics: tuple[BlockMetrics, ...]) -> PricedVariant:
    """Return the variant of a choice at a place, with the heights of its blocks."""
    variant = choice.variants[at]
    level = LEVELS[variant.form] if choice.part and variant.form else 0
    return PricedVariant(at, variant.value, metrics, level, variant.coverage)


class SectionItems(NamedTuple):
    """A section: its heading, its items, and how many of its choices must be printed.

    One that `is_terse` may print headlines alone.
    """

    heading: BlockMetrics | None
    items: tuple[Item, ...]
    at_least: int
    is_terse: bool = False

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

    `held_back` is what the last column has beyond its height: the floor is asked of the whole;
    where the floor is None, any end is as good. `beyond` are needs that another frame may meet.
    What is `free` is held to no rule of content.
    """

    groups: tuple[SectionItems, ...]
    heights: tuple[int, ...]
    floor_percent: int | None = 0
    held_back: int = 0
    figure_rule: FigureRule = "once"
    beyond: frozenset[Need] = frozenset()
    free: bool = False

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def has_room_for_floor(self) -> bool:
        """Whether the last column is as high as it is to be filled, what is held back included."""
        last = len(self.heights) - 1
        return self.reaches_floor(last, self.heights[last])

    def reaches_floor(self, column: int, used: int) -> bool:
        """Whether the last column is filled as far as wanted."""
        if self.floor_percent is None:
            return True
        last = len(self.heights) - 1
        whole = self.heights[last] + self.held_back
        return column == last and used * 100 >= self.floor_percent * whole

    def taken(self, chosen: Mapping[int, int | None]) -> list[int | None]:
        """Return which variant of each item a selection prints, by the numbers of its choices."""
        return [0 if item.choice is None else chosen[item.choice] for item in self.items]

    def coverage(self, chosen: Mapping[int, int | None]) -> Coverage:
        """Return what all that a selection prints states together, and what it needs besides."""
        printed = [
            option.coverage
            for item, variant in zip(self.items, self.taken(chosen), strict=True)
            for option in item.options
            if option.variant == variant
        ]
        covers = frozenset(one for coverage in printed for one in coverage.covers)
        needs = (need for coverage in printed for need in coverage.needs)
        return Coverage(
            covers,
            frozenset(fact for coverage in printed for fact in coverage.figures),
            tuple(dict.fromkeys(need for need in needs if need.isdisjoint(covers))),
        )
