"""The exact choice for one frame: dynamic programming over where the next block would stand.

Two selections that lead to the same place, with the same block above and the same number of
points printed, have the same future; only the more valuable is kept. No other assumption is made,
so breaks, kept headings and widows are reckoned as they are. A relaxed bound cuts off what cannot
beat the best selection known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.fit.bound import Bound
from briefgen.fit.problem import CODE_BASE, Option, Problem
from briefgen.fit.slug import Cursor, Slug, advance

STATE_LIMIT = 20_000
"""States kept at once. Above it the search reports a bound instead of a proof."""

CONCESSIONS_PERCENT = (0.5, 2, 8, 30, 100)
"""How far below the relaxed bound selections are sought, in turn, until one is found."""

State = tuple[Cursor, tuple[Slug, ...], bool, int]
"""Cursor, blocks waiting for the one they stay with, heading printed, choices printed."""

Worth = tuple[int, int]
"""Value, and the selection so far as a number; the larger wins, longer forms earlier break ties."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The best selection of a frame: one offer for each choice, in order.

    `bound` is what no selection can exceed; where it equals `value`, the selection is proven best.
    """

    offers: tuple[tuple[int, int | None], ...]
    value: int
    bound: int
    reaches_floor: bool


def solve(problem: Problem) -> Solution | None:
    """Return the best selection: one that reaches the floor before one that does not, then value.

    The search looks for selections near the relaxed bound first, which leaves few states. One that
    is found there is the best, as all that could beat it were looked at. None where not even the
    least selection fits.
    """
    bound = problem.bounds[0][0].most(problem.room)
    for floor in (True, False):
        for concession in CONCESSIONS_PERCENT:
            known = int(bound * (1 - concession / 100))
            search = _Search(problem, floor=floor, known=known)
            if found := search.best():
                worth, cursor = found
                return Solution(
                    _decoded(problem, worth[1]),
                    worth[0],
                    max(worth[0], search.cut_bound),
                    problem.reaches_floor(cursor.column, cursor.used),
                )
    return None


class _Search:
    """One pass over the items of a problem, for selections worth `known` at least."""

    def __init__(self, problem: Problem, *, floor: bool, known: int) -> None:
        self.problem = problem
        self.floor = floor
        self.known = known
        self.cut_bound = 0
        self.options = problem.options(known)
        heights = problem.heights
        self.behind = [
            sum(heights[n + 1 :]) + (len(heights) - n) * problem.slack for n in range(len(heights))
        ]

    def best(self) -> tuple[Worth, Cursor] | None:
        layer: dict[State, Worth] = {(Cursor(), (), False, 0): (0, 0)}
        number = 0
        for group in self.problem.groups:
            layer = _merged(
                ((cursor, waiting, False, 0), worth)
                for (cursor, waiting, _, _), worth in layer.items()
            )
            choices = sum(item.choice is not None for item in group.items)
            least = min(group.at_least, choices)
            for item in group.items:
                options = self.options[number]
                if not options:
                    return None
                number += 1
                choices -= item.choice is not None
                if any(option.slugs for _, option in options):
                    counted = least if item.choice is not None else 0
                    layer = self._step(layer, options, group.heading, number, counted)
            layer = {state: worth for state, worth in layer.items() if state[3] >= least}
        return self._finished(layer)

    def _step(
        self,
        layer: dict[State, Worth],
        options: Sequence[tuple[int, Option]],
        heading: Slug | None,
        number: int,
        least: int,
    ) -> dict[State, Worth]:
        bounds = self.problem.bounds[number]
        sized = [(mark, option, option.height) for mark, option in options]
        known = self.known
        after: dict[State, Worth] = {}
        for (cursor, waiting, started, printed), (value, code) in layer.items():
            room = self._room(cursor)
            for mark, option, height in sized:
                worth = value + option.value
                more = bounds[1].most(room - height)
                if more < 0 or worth + more < known:
                    continue
                placed = self._placed(cursor, waiting, started, option, heading)
                if placed is None:
                    continue
                more = bounds[placed[2]].most(self._room(placed[0]))
                if more < 0 or worth + more < known:
                    continue
                count = printed + 1 if option.slugs and printed < least else printed
                state = (*placed, count)
                if (worth, code + mark) > after.get(state, (-1, 0)):
                    after[state] = (worth, code + mark)
        return self._cut(after, bounds[1])

    def _placed(
        self,
        cursor: Cursor,
        waiting: tuple[Slug, ...],
        started: bool,
        option: Option,
        heading: Slug | None,
    ) -> tuple[Cursor, tuple[Slug, ...], bool] | None:
        if not option.slugs:
            return cursor, waiting, started
        if heading and not started:
            waiting = (*waiting, heading)
        for slug in option.slugs:
            waiting = (*waiting, slug)
            if not slug.keep:
                moved = advance(cursor, waiting, self.problem.heights)
                if moved is None:
                    return None
                cursor, waiting = moved, ()
        return cursor, waiting, True

    def _room(self, cursor: Cursor) -> int:
        return self.problem.heights[cursor.column] - cursor.used + self.behind[cursor.column]

    def _cut(self, layer: dict[State, Worth], bound: Bound) -> dict[State, Worth]:
        if len(layer) <= STATE_LIMIT:
            return layer

        def promise(entry: tuple[State, Worth]) -> int:
            return entry[1][0] + bound.most(self._room(entry[0][0]))

        ranked = sorted(layer.items(), key=promise, reverse=True)
        self.cut_bound = max(self.cut_bound, promise(ranked[STATE_LIMIT]))
        return dict(ranked[:STATE_LIMIT])

    def _finished(self, layer: dict[State, Worth]) -> tuple[Worth, Cursor] | None:
        best: tuple[Worth, Cursor] | None = None
        for (cursor, waiting, _, _), worth in layer.items():
            end = advance(cursor, waiting, self.problem.heights) if waiting else cursor
            if (
                end is None
                or worth[0] < self.known
                or (self.floor and not self.problem.reaches_floor(end.column, end.used))
            ):
                continue
            if best is None or worth > best[0]:
                best = worth, end
        return best


def _merged(entries: Iterable[tuple[State, Worth]]) -> dict[State, Worth]:
    layer: dict[State, Worth] = {}
    for state, worth in entries:
        if worth > layer.get(state, (-1, 0)):
            layer[state] = worth
    return layer


def _decoded(problem: Problem, code: int) -> tuple[tuple[int, int | None], ...]:
    found: list[tuple[int, int | None]] = []
    for item in reversed(problem.items):
        if item.choice is not None:
            code, digit = divmod(code, CODE_BASE)
            found.append((item.choice, item.options[len(item.options) - 1 - digit].offer))
    return tuple(reversed(found))
