"""Upper bounds: of the value of room, and of how far a selection can still reach."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import NamedTuple

from briefgen.fit.block_metrics import BlockMetrics, Cursor, gap
from briefgen.fit.problem import Problem

Corner = tuple[int, int]
"""Room and the value that it can hold."""


class Bound(NamedTuple):
    """The most value that room can hold, as the corners of a concave function."""

    rooms: tuple[int, ...]
    values: tuple[int, ...]

    def price(self, room: int) -> float:
        """Return the value of a little more room: the slope of the bound."""
        at = bisect_right(self.rooms, room) - 1
        if at < 0 or at + 1 == len(self.rooms):
            return 0.0
        gain = self.values[at + 1] - self.values[at]
        return gain / (self.rooms[at + 1] - self.rooms[at])

    def most(self, room: int) -> int:
        """Return an upper bound of the value that fits into room, or -1 where nothing can."""
        rooms, values = self.rooms, self.values
        at = bisect_right(rooms, room)
        if not at:
            return -1
        if at == len(rooms):
            return values[-1]
        before, value = rooms[at - 1], values[at - 1]
        return value + (values[at] - value) * (room - before) // (rooms[at] - before)


class Curve(NamedTuple):
    """A concave function of room: where it starts, and its steps (cost, gain), steepest first."""

    start: Corner
    steps: tuple[Corner, ...]


NOTHING = Curve((0, 0), ())


def hull(corners: Iterable[Corner]) -> Curve:
    """Return the least concave function above corners."""
    kept: list[Corner] = []
    for room, value in sorted(corners, key=lambda corner: (corner[0], -corner[1])):
        if kept and value <= kept[-1][1]:
            continue
        while len(kept) > 1 and _below(kept[-2], kept[-1], (room, value)):
            kept.pop()
        kept.append((room, value))
    steps = tuple((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(kept))
    return Curve(kept[0], steps)


def _below(first: Corner, middle: Corner, last: Corner) -> bool:
    rise, run = middle[1] - first[1], middle[0] - first[0]
    return (last[1] - first[1]) * run >= rise * (last[0] - first[0])


def together(curves: Sequence[Curve], room: int) -> Curve:
    """Return the most value of several things that share room: their steps, steepest first."""
    start = (sum(c.start[0] for c in curves), sum(c.start[1] for c in curves))
    steps = sorted((step for curve in curves for step in curve.steps), key=_slope, reverse=True)
    used = start[0]
    for number, (cost, _) in enumerate(steps):
        if used > room:
            return Curve(start, tuple(steps[:number]))
        used += cost
    return Curve(start, tuple(steps))


def _slope(step: Corner) -> float:
    return step[1] / step[0]


def spent(curve: Curve, room: int) -> Curve:
    """Return what more room is worth once so much of it must be spent, in whichever way is best."""
    (used, value), left = curve.start, room
    for number, (cost, gain) in enumerate(curve.steps):
        if cost > left:
            part = -(-gain * left // cost)
            rest = (cost - left, gain - part)
            return Curve((used + room, value + part), (rest, *curve.steps[number + 1 :]))
        left, value = left - cost, value + gain
    return Curve((used + room, value), ())


def under_heading(curve: Curve, heading_room: int, unprinted: int | None) -> Curve:
    """Return a section's curve once its heading is paid for, if anything is printed at all.

    `unprinted` is the value of the section without a block, None where it must print one.
    """
    opened = Curve((curve.start[0] + heading_room, curve.start[1]), curve.steps)
    return opened if unprinted is None else hull([(0, unprinted), *_corners(opened)])


def bound(curve: Curve) -> Bound:
    """Return the bound that a curve is."""
    corners = _corners(curve)
    return Bound(tuple(room for room, _ in corners), tuple(value for _, value in corners))


def _corners(curve: Curve) -> list[Corner]:
    rooms = accumulate((cost for cost, _ in curve.steps), initial=curve.start[0])
    values = accumulate((gain for _, gain in curve.steps), initial=curve.start[1])
    return list(zip(rooms, values, strict=True))


class HeightBound:
    """The most height that the items of a problem can take from each of them on."""

    def __init__(self, problem: Problem) -> None:
        heights, last = problem.heights, len(problem.heights) - 1
        whole = heights[last] + problem.held_back
        self._wanted = sum(heights[:last]) - (-(problem.floor_percent or 0) * whole // 100)
        self._floored = bool(problem.floor_percent)
        lost = [0, *accumulate(_lost_at_breaks(problem))]
        self._before = [
            sum(heights[:column]) + lost[last - column] for column in range(len(heights))
        ]
        self._left = _left(problem)

    def falls_short(self, number: int, cursor: Cursor, waiting: Sequence[BlockMetrics]) -> bool:
        """Whether a place that the items before one lead to is too far from the floor."""
        if not self._floored:
            return False
        reach = self._before[cursor.column] + cursor.used + cursor.after + self._left[number]
        return reach + sum(map(_most, waiting)) < self._wanted


def _most(block: BlockMetrics) -> int:
    """Return the most that a block adds to a column: both of its spaces may count."""
    return block.height + block.before + block.after


def _around(block: BlockMetrics) -> int:
    return max(block.before, block.after)


def _left(problem: Problem) -> list[int]:
    """Return the most height that can be printed from each item on."""
    own: list[int] = []
    for group in problem.groups:
        heading = _most(group.heading) if group.heading else 0
        for number, item in enumerate(group.items):
            most = max(sum(map(_most, option.metrics)) for option in item.options)
            own.append(most + (heading if number == 0 else 0))
    left = [*accumulate(reversed(own))][::-1]
    at = 0
    for group in problem.groups:  # its heading may be printed by any of its items
        for number in range(at, at + len(group.items)):
            left[number] += _most(group.heading) if group.heading and number > at else 0
        at += len(group.items)
    return left


def _lost_at_breaks(problem: Problem) -> list[int]:
    """Return the most that columns can stay empty, the emptiest first: one for each but the last.

    With it comes what is set again in the next one. A column ends above a chain of blocks that stay
    together, and no two above the same, or within a block that is divided.
    """
    blocks = [
        block
        for group in problem.groups
        for item in group.items
        for option in item.options
        for block in option.metrics
    ]
    headings = [group.heading for group in problem.groups if group.heading]
    space = max(map(_around, (*blocks, *headings)), default=0)
    again = max((block.repeat for block in blocks), default=0)
    part = max((each for one in blocks if not one.keep for each in one.parts), default=0)
    breaks = len(problem.heights) - 1
    chains = (*sorted(_chains(problem), reverse=True)[:breaks], *[0] * breaks)
    return [space + again + max(part, one) for one in chains[:breaks]]


def _chains(problem: Problem) -> Iterator[int]:
    """Yield the heights of chains of blocks that stay together: of an item, its longest ones."""
    waiting = 0  # at most, of earlier sections that stay with whatever comes next
    for group in problem.groups:
        opening, opened = waiting + (_most(group.heading) if group.heading else 0), 0
        for item in group.items:
            above = max(opening, opened)
            ended = [_ended(option.metrics, above) for option in item.options]
            opened = max(opened, *(left for _, left in ended))
            yield from map(max, zip_longest(*(lengths for lengths, _ in ended), fillvalue=0))
        waiting = max(waiting, opened)
    yield waiting


def _ended(blocks: Sequence[BlockMetrics], above: int) -> tuple[list[int], int]:
    """Return the heights of the chains that blocks end, longest first, and of what they leave open.

    The first one stands below what is `above`, and stays with it.
    """
    lengths: list[int] = []
    chain: tuple[BlockMetrics, ...] = ()
    for block in blocks:
        chain = (*chain, block)
        if not block.keep:
            lengths.append(above + _least(chain))
            above, chain = 0, ()
    lengths.sort(reverse=True)
    return lengths, above + sum(map(_most, chain)) if chain else 0


def _least(chain: Sequence[BlockMetrics]) -> int:
    """Return the room that a chain takes up to where a column may end."""
    between = sum(gap(above, below) for above, below in pairwise(chain))
    return sum(block.height for block in chain[:-1]) + between + max(chain[-1].parts[:1], default=0)
