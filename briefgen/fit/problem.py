"""What there is to choose, as numbers: the fit problem of one frame."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from briefgen.fit.slug import Slug


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


class Group(NamedTuple):
    """A section: its heading, its items, and how many of its choices must be printed."""

    heading: Slug | None
    items: tuple[Item, ...]
    at_least: int


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

    @cached_property
    def bounds(self) -> tuple[Bound, ...]:
        """What the items from the n-th on can add at most; one more than there are items."""
        return _bounds(self.items)

    @cached_property
    def slack(self) -> int:
        """What a bound allows each column beyond its height: the space that nothing follows."""
        afters = (s.after for i in self.items for o in i.options for s in o.slugs)
        return max(afters, default=0)

    def reaches_floor(self, column: int, used: int) -> bool:
        """Whether the last column is filled as far as wanted."""
        last = len(self.heights) - 1
        return column == last and used * 100 >= self.floor_percent * self.heights[last]


class Bound(NamedTuple):
    """The most value that room can hold: the relaxed choice, as a concave function of room."""

    rooms: tuple[int, ...]
    values: tuple[int, ...]

    def most(self, room: int) -> int:
        """Return an upper bound of the value that fits into room, in whole numbers."""
        at = bisect_right(self.rooms, room) - 1
        if at < 0:
            return -1
        if at + 1 == len(self.rooms):
            return self.values[at]
        step = self.rooms[at + 1] - self.rooms[at]
        gain = self.values[at + 1] - self.values[at]
        return self.values[at] + gain * (room - self.rooms[at]) // step


def _bounds(items: Sequence[Item]) -> tuple[Bound, ...]:
    """Return the bounds of all suffixes, by the linear relaxation of the multiple choice knapsack.

    Each item is replaced by the upper hull of its options over height (Sinha and Zoltners, The
    multiple-choice knapsack problem, 1979); hull steps are taken best ratio first. A block is
    charged its height and the space after it, where nothing can take that space away; the space
    after the last block of a column is given back as slack.
    """
    steps: list[tuple[float, int, int]] = []
    base_room, base_value = 0, 0
    found = [Bound((0,), (0,))]
    for item in reversed(items):
        hull = _hull(item)
        base_room += hull[0][0]
        base_value += hull[0][1]
        for (room, value), (more_room, more_value) in pairwise(hull):
            gain, cost = more_value - value, more_room - room
            insort(steps, (-gain / cost, cost, gain))
        rooms = accumulate((cost for _, cost, _ in steps), initial=base_room)
        values = accumulate((gain for _, _, gain in steps), initial=base_value)
        found.append(Bound(tuple(rooms), tuple(values)))
    return tuple(reversed(found))


def _hull(item: Item) -> list[tuple[int, int]]:
    """Return the options of an item that a relaxed choice may mix, by rising height and value."""
    points = sorted((_charge(option), -option.value) for option in item.options)
    hull: list[tuple[int, int]] = []
    for room, lost in points:
        value = -lost
        if hull and value <= hull[-1][1]:
            continue
        while len(hull) > 1 and _turns_up(hull[-2], hull[-1], (room, value)):
            hull.pop()
        if hull and room == hull[-1][0]:
            hull.pop()
        hull.append((room, value))
    return hull


def _turns_up(first: tuple[int, int], middle: tuple[int, int], last: tuple[int, int]) -> bool:
    rise, run = middle[1] - first[1], middle[0] - first[0]
    return (last[1] - first[1]) * run >= rise * (last[0] - first[0])


def _charge(option: Option) -> int:
    return sum(slug.height + (0 if slug.kind else slug.after) for slug in option.slugs)
