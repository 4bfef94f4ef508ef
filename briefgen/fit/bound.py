"""What room can be worth at most: the relaxed choice behind the search.

Every choice may be mixed, every column is one long one, and a heading may be printed in part: what
is left is a concave function of room (the linear relaxation of the multiple choice knapsack, after
Sinha and Zoltners 1979), taken section by section so that a heading is paid for by what stands
under it. No selection that fits is worth more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from briefgen.fit.slug import Slug

Corner = tuple[int, int]
"""Room and the value that it can hold."""


class Bound(NamedTuple):
    """The most value that room can hold, as the corners of a concave function."""

    rooms: tuple[int, ...]
    values: tuple[int, ...]

    def price(self, room: int) -> float:
        """Return what a little more room would be worth: the slope of the bound."""
        at = bisect_right(self.rooms, room) - 1
        if at < 0 or at + 1 == len(self.rooms):
            return 0.0
        gain = self.values[at + 1] - self.values[at]
        return gain / (self.rooms[at + 1] - self.rooms[at])

    def most(self, room: int) -> int:
        """Return an upper bound of the value that fits into room, or -1 where nothing can."""
        at = bisect_right(self.rooms, room) - 1
        if at < 0:
            return -1
        if at + 1 == len(self.rooms):
            return self.values[at]
        step = self.rooms[at + 1] - self.rooms[at]
        gain = self.values[at + 1] - self.values[at]
        return self.values[at] + gain * (room - self.rooms[at]) // step


class Curve(NamedTuple):
    """A concave function of room: where it starts, and its steps (cost, gain), steepest first."""

    start: Corner
    steps: tuple[Corner, ...]


NOTHING = Curve((0, 0), ())


def charge(slugs: Sequence[Slug]) -> int:
    """Return the least room that blocks take: their height, and the space that must follow each.

    A block that wants no space between itself and its like is charged none. The space after the
    last block of a column is given back as slack.
    """
    return sum(slug.height + (0 if slug.kind else slug.after) for slug in slugs)


def hull(corners: Sequence[Corner]) -> Curve:
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


def together(curves: Sequence[Curve]) -> Curve:
    """Return the most value of several things that share room: their steps, steepest first."""
    start = (sum(c.start[0] for c in curves), sum(c.start[1] for c in curves))
    steps = [step for curve in curves for step in curve.steps]
    return Curve(start, tuple(sorted(steps, key=_slope, reverse=True)))


def _slope(step: Corner) -> float:
    return step[1] / step[0]


def under_heading(curve: Curve, heading_room: int, *, may_be_empty: bool) -> Curve:
    """Return a section's curve once its heading is paid for, if anything is printed at all."""
    start = (curve.start[0] + heading_room, curve.start[1])
    if not may_be_empty:
        return Curve(start, curve.steps)
    return hull([(0, 0), *_corners(Curve(start, curve.steps))])


def bound(curve: Curve) -> Bound:
    """Return the bound that a curve is."""
    corners = _corners(curve)
    return Bound(tuple(room for room, _ in corners), tuple(value for _, value in corners))


def _corners(curve: Curve) -> list[Corner]:
    rooms = accumulate((cost for cost, _ in curve.steps), initial=curve.start[0])
    values = accumulate((gain for _, gain in curve.steps), initial=curve.start[1])
    return list(zip(rooms, values, strict=True))
