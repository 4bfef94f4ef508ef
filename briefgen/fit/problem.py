"""What there is to choose, as numbers: the fit problem of one frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefgen.fit.bound import NOTHING, Bound, Curve, bound, charge, hull, together, under_heading
from briefgen.fit.slug import Slug

CODE_BASE = 8
"""More than the options of any item: selections are compared as numbers in this base."""

_ROUNDING = 1e-6
"""Prices are no whole numbers; an option is only dropped when it is worse by more than this."""


class Option(NamedTuple):
    """One way to print an item: its offer (None: not at all), value, and blocks."""

    offer: int | None
    value: int
    slugs: tuple[Slug, ...]

    @property
    def height(self) -> int:
        """Height of the blocks, without the space around them."""
        return sum(slug.height for slug in self.slugs)


class Item(NamedTuple):
    """A choice of the draft, or blocks that are printed in any case (`choice` is None).

    Options go from the longest to the shortest; that order breaks ties.
    """

    choice: int | None
    options: tuple[Option, ...]

    @property
    def curve(self) -> Curve:
        """What room is worth to this item, relaxed."""
        return hull([(charge(option.slugs), option.value) for option in self.options])


class Group(NamedTuple):
    """A section: its heading, its items, and how many of its choices must be printed."""

    heading: Slug | None
    items: tuple[Item, ...]
    at_least: int

    @property
    def may_be_empty(self) -> bool:
        """Whether the relaxed choice may leave the section out."""
        return all(not item.options[-1].slugs for item in self.items)


Marked = tuple[tuple[int, Option], ...]
"""The options of an item, each with its share of the number that a selection is."""


@dataclass(frozen=True)
class Problem:
    """The groups of a frame in order, and the heights of its columns, first to last."""

    groups: tuple[Group, ...]
    heights: tuple[int, ...]
    floor_percent: int = 0

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for group in self.groups for item in group.items)

    def reaches_floor(self, column: int, used: int) -> bool:
        """Whether the last column is filled as far as wanted."""
        last = len(self.heights) - 1
        return column == last and used * 100 >= self.floor_percent * self.heights[last]

    @cached_property
    def _most_after(self) -> int:
        afters = (s.after for item in self.items for o in item.options for s in o.slugs)
        heads = (group.heading.after for group in self.groups if group.heading)
        return max((*afters, *heads), default=0)

    def _heading_charge(self, group: Group) -> int:
        """Return the least room that a heading takes, the space above it included."""
        if group.heading is None:
            return 0
        return charge((group.heading,)) + max(0, group.heading.before - self._most_after)

    @cached_property
    def slack(self) -> int:
        """What a bound allows a column beyond its height: space that is lost at its ends."""
        befores = (group.heading.before for group in self.groups if group.heading)
        return self._most_after + max(0, max(befores, default=0) - self._most_after)

    @property
    def room(self) -> int:
        """All the room there is, as bounds reckon it."""
        return sum(self.heights) + len(self.heights) * self.slack

    @cached_property
    def bounds(self) -> tuple[tuple[Bound, Bound], ...]:
        """What the items from the n-th on can add at most; one more than there are items.

        Each is a pair: while the heading of the n-th item's section is still to be printed, and
        once it is.
        """
        found: list[tuple[Bound, Bound]] = [(bound(NOTHING), bound(NOTHING))]
        later = NOTHING
        for group in reversed(self.groups):
            heading = self._heading_charge(group)
            own: list[Curve] = []
            section = NOTHING
            for item in reversed(group.items):
                own.append(item.curve)
                started = together(own)
                section = under_heading(started, heading, may_be_empty=group.may_be_empty)
                found.append((bound(together((section, later))), bound(together((started, later)))))
            later = together((section, later))
        return tuple(reversed(found))

    @cached_property
    def _marked(self) -> tuple[Marked, ...]:
        marked: list[Marked] = []
        weight = 1
        for item in reversed(self.items):
            last = len(item.options) - 1
            counts = item.choice is not None
            marked.append(
                tuple(
                    (weight * (last - rank) if counts else 0, option)
                    for rank, option in enumerate(item.options)
                )
            )
            weight *= CODE_BASE if counts else 1
        return tuple(reversed(marked))

    def options(self, known: int) -> tuple[Marked, ...]:
        """Return for each item the options that may be part of a selection worth `known`.

        The Lagrangian bound of the whole problem, at the price of room where the relaxed choice
        breaks, is reckoned again with each option forced. What falls below is no part of any
        selection that could win.
        """
        price = self.bounds[0][0].price(self.room)

        def profit(option: Option) -> float:
            return option.value - price * charge(option.slugs)

        best = [[max(map(profit, item.options)) for item in group.items] for group in self.groups]
        opened = [
            sum(profits) - price * self._heading_charge(group)
            for group, profits in zip(self.groups, best, strict=True)
        ]
        closed = [0.0 if group.may_be_empty else float("-inf") for group in self.groups]
        taken = [max(pair) for pair in zip(opened, closed, strict=True)]
        whole = sum(taken) + price * self.room
        kept: list[Marked] = []
        for number, group in enumerate(self.groups):
            others = whole - taken[number]
            for own, _ in zip(best[number], group.items, strict=True):
                options = self._marked[len(kept)]
                kept.append(
                    tuple(
                        (mark, option)
                        for mark, option in options
                        if others
                        + max(
                            opened[number] - own + profit(option),
                            float("-inf") if option.slugs else closed[number],
                        )
                        >= known - _ROUNDING
                    )
                )
        return tuple(kept)
