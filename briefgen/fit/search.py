"""The exact choice for one frame: dynamic programming over where the next block would stand.

Two selections that lead to the same place, with the same block above and the same number of
points printed, have the same future; only the more valuable is kept. No other assumption is made,
so breaks, kept headings and widows are exact. A relaxed bound cuts off what cannot
beat the best selection known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from briefgen.cache import kept
from briefgen.fit.block_metrics import BlockMetrics, Cursor, advance
from briefgen.fit.numbering import Numbering
from briefgen.fit.problem import PricedVariant, Problem
from briefgen.fit.relaxed import Relaxed, Rest

STATE_LIMIT = 20_000
"""States kept at once. Above it the search reports a bound instead of a proof."""

FEW_STATES = 600
"""States kept at once to find some good selection first, which then need only be beaten."""

KEPT = 32
"""Solutions that are kept, with the problems that they solve."""

CONCESSIONS_PERCENT = (0.5, 1, 2, 4, 8, 16, 32, 100)
"""How far below the relaxed bound selections are sought, in turn, until one is found."""

State = tuple[Cursor, tuple[BlockMetrics, ...], bool, int]
"""Cursor, blocks waiting for the one they stay with, heading printed, choices printed."""

Score = tuple[int, int]
"""Value, and the selection so far as a number; the larger wins, longer forms earlier break ties."""


class Found(NamedTuple):
    """A selection that fits: its value, the offer of each item, and where it ends."""

    value: int
    variants: list[int | None]
    end: Cursor


class Solution(Struct, frozen=True):
    """The best selection of a frame: one offer for each choice, in order.

    `bound` is what no selection can exceed; where it equals `value`, the selection is proven best.
    """

    variants: tuple[tuple[int, int | None], ...]
    value: int
    bound: int
    reaches_floor: bool


@kept(KEPT)
def solve(problem: Problem) -> Solution | None:
    """Return the best selection: one that reaches the floor before one that does not, then value.

    None where not even the least selection fits. The last ones are kept: briefs that differ in a
    word and in no line have the same problem.
    """
    relaxed = Relaxed(problem)
    for floor in (True, False):
        search = _Search(relaxed, floor=floor)
        if found := search.best():
            chosen = zip(problem.items, found.variants, strict=True)
            return Solution(
                tuple(
                    (item.choice, variant) for item, variant in chosen if item.choice is not None
                ),
                found.value,
                max(found.value, search.cut_bound),
                problem.reaches_floor(found.end.column, found.end.used),
            )
    return None


class _Step(NamedTuple):
    """An item in its section: its number, the options that are left, and whether it is a choice."""

    number: int
    options: Sequence[tuple[PricedVariant, int, int]]
    heading: BlockMetrics | None
    heading_charge: int
    counts: bool
    least: int


class _Search:
    """The search for the best selection of a problem, on whichever side of the floor.

    `cut_bound` is the highest value of a selection that the last pass may have cut off because it
    had too many states; below zero if it had not.
    """

    def __init__(self, relaxed: Relaxed, *, floor: bool) -> None:
        self.relaxed = relaxed
        self.problem = relaxed.problem
        self.floor = floor
        self.known = 0
        self.limit = STATE_LIMIT
        self.cut_bound = -1

    def best(self) -> Found | None:
        """Look near the relaxed bound first, which leaves few states, and then further off.

        What a quick look finds is the best, if all that it cut off is worth less. Otherwise
        everything is looked at that could beat it.
        """
        bound = self.relaxed.whole.most(self.relaxed.room)
        for concession in CONCESSIONS_PERCENT:
            known = int(bound * (1 - concession / 100))
            found = self._pass(known, FEW_STATES)
            if found and self.cut_bound < found.value:
                return found
            if found:
                return self._pass(found.value, STATE_LIMIT) or found
        return self._pass(0, STATE_LIMIT) if self.cut_bound >= 0 else None

    def _pass(self, known: int, limit: int) -> Found | None:
        """Return the best selection whose value is `known` at least."""
        self.known, self.limit, self.cut_bound = known, limit, -1
        options = self.relaxed.options(known)
        if not all(options):
            return None
        numbering = Numbering(options)
        layer: dict[State, Score] = {(Cursor(), (), False, 0): (0, 0)}
        number = 0
        for at, group in enumerate(self.problem.groups):
            least, charge = self.relaxed.least[at], self.relaxed.spacing.headings[at]
            layer = _merged(
                ((cursor, waiting, False, 0), score)
                for (cursor, waiting, _, _), score in layer.items()
            )
            for item in group.items:
                own, counts = options[number], item.choice is not None
                if len(own) > 1 or own[0].option.variant is not None:
                    marked = numbering.marked(number)
                    step = _Step(number, marked, group.heading, charge, counts, least)
                    layer = self._after(step, layer)
                number += 1
            layer = {state: score for state, score in layer.items() if state[3] >= least}
        if (best := self._finished(layer)) is None:
            return None
        (value, code), end = best
        return Found(value, numbering.variants(code), end)

    def _after(self, step: _Step, layer: dict[State, Score]) -> dict[State, Score]:
        """Return the states after an item, each with the most valuable way to it."""
        unopened, opened = bounds = self.relaxed.after[step.number]
        known = self.known
        after: dict[State, Score] = {}
        for state, (value, code) in layer.items():
            cursor, waiting, started, printed = state
            room = self.relaxed.room_at(cursor, waits=bool(waiting))
            under = room if started else room - step.heading_charge
            count = min(printed + step.counts, step.least)
            for option, charge, mark in step.options:
                score = value + option.value
                if not option.metrics:
                    more = (opened if started else unopened)[printed].most(room)
                else:
                    more = opened[count].most(under - charge)
                if more < 0 or score + more < known:
                    continue
                placed = self._placed(state, option, step, count) if option.metrics else state
                if placed and (score, code + mark) > after.get(placed, _NOTHING):
                    after[placed] = (score, code + mark)
        return self._cut(after, bounds)

    def _placed(self, state: State, option: PricedVariant, step: _Step, count: int) -> State | None:
        cursor, waiting, started, _ = state
        if step.heading and not started:
            waiting = (*waiting, step.heading)
        for metrics in option.metrics:
            waiting = (*waiting, metrics)
            if not metrics.keep:
                moved = advance(cursor, waiting, self.problem.heights)
                if moved is None:
                    return None
                cursor, waiting = moved, ()
        return cursor, waiting, True, count

    def _cut(self, layer: dict[State, Score], bounds: Rest) -> dict[State, Score]:
        if len(layer) <= self.limit:
            return layer
        room_at = self.relaxed.room_at

        def promise(entry: tuple[State, Score]) -> int:
            (cursor, waiting, started, printed), (value, _) = entry
            return value + bounds[started][printed].most(room_at(cursor, waits=bool(waiting)))

        ranked = sorted(layer.items(), key=promise, reverse=True)
        self.cut_bound = max(self.cut_bound, promise(ranked[self.limit]))
        return dict(ranked[: self.limit])

    def _finished(self, layer: dict[State, Score]) -> tuple[Score, Cursor] | None:
        best: tuple[Score, Cursor] | None = None
        for (cursor, waiting, _, _), score in layer.items():
            end = advance(cursor, waiting, self.problem.heights) if waiting else cursor
            if (
                end is None
                or score[0] < self.known
                or (self.floor and not self.problem.reaches_floor(end.column, end.used))
            ):
                continue
            if best is None or score > best[0]:
                best = score, end
        return best


_NOTHING: Score = (-1, 0)


def _merged(entries: Iterable[tuple[State, Score]]) -> dict[State, Score]:
    layer: dict[State, Score] = {}
    for state, score in entries:
        if score > layer.get(state, _NOTHING):
            layer[state] = score
    return layer
