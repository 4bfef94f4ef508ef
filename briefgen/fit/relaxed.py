"""What the search need not look at: a fit problem relaxed, so that it can be bounded.

Every choice may be mixed, all columns are one long one, and a heading may be printed in part: what
is left is a concave function of room, taken section by section so that a heading is paid for by
what stands under it. No selection that fits has a higher value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from briefgen.cache import kept
from briefgen.fit.block_metrics import BlockMetrics, Cursor, gap
from briefgen.fit.bound import NOTHING, Bound, Curve, bound, hull, spent, together, under_heading
from briefgen.fit.priced import Priced
from briefgen.fit.problem import Item, PricedVariant, Problem
from briefgen.fit.spacing import Spacing, spacing

PRICES = (1, 0.87, 1.15)
"""Prices of room at which options are looked at, times that where the relaxed choice breaks."""

_ROUNDING = 1e-6
"""Prices are no whole numbers; an option is only dropped when it is worse by more than this."""


class Charged(NamedTuple):
    """An option with the least room that it takes."""

    option: PricedVariant
    charge: int


Rest = tuple[tuple[Bound, ...], tuple[Bound, ...]]
"""What can be added after an item: while the heading of its section is still to be printed, and
once it is, by how many of the section's choices are printed."""


class Relaxed:
    """The bounds of one problem.

    Rules of content only leave fewer selections. One is part of them, as it leaves far fewer where
    room is scarce: a section that is opened tells a point. `telling` are the variants that do, by
    the items of such sections. `tied` are the items that are not alike for a rule, though room and
    value are.

    Where it is `like` that of higher columns, its curves hold, too: more room is worth more.

    `whole` is the highest value of all together, `room` all the room there is as bounds count it.
    `after[n]` is what can be added after the n-th item, and `least[n]` how many choices the n-th
    section must print.
    """

    def __init__(
        self,
        problem: Problem,
        tied: Collection[int] = (),
        telling: Mapping[int, Collection[int | None]] | None = None,
        like: Relaxed | None = None,
    ) -> None:
        self.problem = problem
        self.tied = tied
        self.telling = telling or {}
        self.spacing: Spacing = like.spacing if like else spacing(problem)
        heights, space = problem.heights, self.spacing
        self.left = [
            sum(heights[n:]) + (len(heights) - 1 - n) * space.break_ + space.end
            for n in range(len(heights))
        ]
        self.room = self.left[0] + space.top
        self.least = [group.least for group in problem.groups]
        self.unprinted = [group.unprinted for group in problem.groups]
        self.items: list[list[Charged]] = (
            like.items
            if like
            else [
                [Charged(option, space.charge(option)) for option in item.options]
                for item in problem.items
            ]
        )
        self.after: list[Rest]
        self.whole: Bound
        self.after, self.whole = (like.after, like.whole) if like else self._bounds()

    def serves(self, problem: Problem) -> bool:
        """Whether the same may be printed in a problem, in columns that are no higher."""
        own = self.problem
        return (
            problem.groups == own.groups
            and problem.free == own.free
            and len(problem.heights) == len(own.heights)
            and all(new <= old for new, old in zip(problem.heights, own.heights, strict=True))
        )

    @cached_property
    def _reach(self) -> Sequence[Sequence[float]]:
        """What a selection with each option of each item is worth at most."""
        return [*self._reaches()]

    @property
    def most(self) -> int:
        """The highest value that the problem can have: below zero where nothing fits."""
        return self.whole.most(self.room)

    def most_with(self, less: int) -> int:
        """Return the highest value that the problem can have with so much less room."""
        return self.whole.most(self.room - less)

    def room_at(self, cursor: Cursor, waiting: tuple[BlockMetrics, ...] = ()) -> int:
        """Return the room that is left, as bounds count it: the space below is paid for.

        What waits for its next has not been placed, and takes its height all the same.
        """
        column, used, after, kind = cursor
        below = self.spacing.below
        left = self.left[column] - used + (0 if used else self.spacing.top)
        if not waiting:
            return left - below[after, kind] if used else left
        last = waiting[-1]
        return left - _height(waiting) - below[last.after, last.kind]

    def options(self, known: int) -> list[list[Charged]]:
        """Return for each item the options that may be part of a selection with the value `known`.

        The Lagrangian bound of the whole problem, at the price of room where the relaxed choice
        breaks, is computed again with each option forced. What falls below is no part of any
        selection that could win.
        """
        least = known - _ROUNDING
        return [
            [each for each, reach in zip(own, most, strict=True) if reach >= least]
            for own, most in zip(self.items, self._reach, strict=True)
        ]

    def _bounds(self) -> tuple[list[Rest], Bound]:
        found: list[Rest] = []
        later, number = NOTHING, len(self.items)
        for at in reversed(range(len(self.problem.groups))):
            least, outstanding = self.least[at], _Outstanding(self.least[at])
            started, section = NOTHING, NOTHING
            for item in reversed(self.problem.groups[at].items):
                number -= 1
                opened = [spent(started, outstanding.room(printed)) for printed in range(least + 1)]
                found.append(
                    (
                        (self._bound(section, later),),
                        tuple(self._bound(curve, later) for curve in opened),
                    )
                )
                own = self.items[number]
                outstanding.add(item, own, self.telling.get(number))
                curve = hull((each.charge, each.option.value) for each in own)
                started = together((started, curve), self.room)
                opened_now = spent(started, max(outstanding.room(0), outstanding.room_to_tell))
                section = under_heading(opened_now, self.spacing.headings[at], self.unprinted[at])
            later = together((section, later), self.room)
        return found[::-1], bound(later)

    def _bound(self, *curves: Curve) -> Bound:
        return bound(together(curves, self.room))

    def _reaches(self) -> Iterator[Sequence[float]]:
        """Yield for each item what a selection with each of its options is worth at most.

        Any price of room gives a bound; a little beside the best one, options are parted that
        are worth their price exactly.
        """
        price = self.whole.price(self.room)
        for several in zip(*(self._at(price * factor) for factor in PRICES), strict=True):
            yield [min(each) for each in zip(*several, strict=True)]

    def _at(self, price: float) -> Iterator[Sequence[float]]:
        number = 0
        sections = []
        one_column = len(self.problem.heights) == 1
        for at, group in enumerate(self.problem.groups):
            own = self.items[number : number + len(group.items)]
            tied = {rule - number for rule in self.tied}
            number += len(own)
            profits = [[each.option.value - price * each.charge for each in item] for item in own]
            heading = price * self.spacing.headings[at]
            least, unprinted = self.least[at], self.unprinted[at]
            sections.append(
                Priced(group, profits, heading, least, unprinted, one_column=one_column, tied=tied)
            )
        whole = price * self.room + sum(section.most for section in sections)
        for section in sections:
            others = whole - section.most
            for most in section.with_each():
                yield [others + profit for profit in most]


@kept(4096)
def _height(chain: tuple[BlockMetrics, ...]) -> int:
    """Return the height of blocks that stay together, with the space between them."""
    between = sum(gap(above, below) for above, below in pairwise(chain))
    return sum(block.height for block in chain) + between


class _Outstanding:
    """The room that must be spent on choices which may go, so that a section prints its least.

    `room_to_tell` is what must be spent so that one of its items tells something, 0 where no rule
    asks for that.
    """

    def __init__(self, least: int) -> None:
        self.least = least
        self.required = 0
        self.lowest: list[int] = []
        self._to_tell: list[int] = []

    @property
    def room_to_tell(self) -> int:
        return min(self._to_tell, default=0)

    def add(
        self, item: Item, options: Sequence[Charged], telling: Collection[int | None] | None
    ) -> None:
        """Add an item: what must be printed in any case is paid for elsewhere."""
        if telling:
            least = min(each.charge for each in options)
            told = [each.charge for each in options if each.option.variant in telling]
            self._to_tell.append(min(told) - least)
        if item.choice is None:
            return
        if item.unprinted is None:
            self.required += 1
            return
        charge = min((each.charge for each in options if each.option.metrics), default=0)
        self.lowest = sorted([*self.lowest, charge])[: self.least]

    def room(self, printed: int) -> int:
        """Return what must be spent at least once so many choices are printed."""
        return sum(self.lowest[: max(0, self.least - printed - self.required)])
