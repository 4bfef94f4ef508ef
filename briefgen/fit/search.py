"""The exact choice for one frame: dynamic programming over where the next block would stand.

Two selections that lead to the same place, with the same block above and the same number of
points printed, have the same future; only the more valuable is kept. No other assumption is made,
so breaks, kept headings and widows are reckoned as they are. A relaxed bound cuts off what cannot
beat the best selection known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.fit.problem import Bound, Item, Option, Problem
from briefgen.fit.slug import Cursor, Slug, advance

STATE_LIMIT = 20_000
"""States kept at once. Above it the search reports a bound instead of a proof."""

BEAM = 48
"""States kept by the quick search that finds a first good selection."""

_CODE_BASE = 8
"""More than the options of any item: selections are compared as numbers in this base."""

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

    None where not even the least selection fits.
    """
    for floor in (True, False):
        quick = _Search(problem, floor=floor, limit=BEAM, known=None).best()
        known = quick[0][0] if quick else None
        search = _Search(problem, floor=floor, limit=STATE_LIMIT, known=known)
        found = search.best() or quick
        if found:
            worth, cursor = found
            return Solution(
                _decoded(problem, worth[1]),
                worth[0],
                max(worth[0], search.cut_bound),
                problem.reaches_floor(cursor.column, cursor.used),
            )
    return None


class _Search:
    """One pass over the items of a problem. It lives for one call."""

    def __init__(self, problem: Problem, *, floor: bool, limit: int, known: int | None) -> None:
        self.problem = problem
        self.floor = floor
        self.limit = limit
        self.known = known
        self.cut_bound = 0
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
                number += 1
                left = choices = choices - (item.choice is not None)
                layer = self._step(layer, item, group.heading, number, (least, left))
            if not layer:
                return None
        return self._finished(layer)

    def _step(
        self,
        layer: dict[State, Worth],
        item: Item,
        heading: Slug | None,
        number: int,
        printing: tuple[int, int],
    ) -> dict[State, Worth]:
        least, left = printing
        bound = self.problem.bounds[number]
        counted = item.choice is not None
        after: dict[State, Worth] = {}
        for (cursor, waiting, started, printed), (value, code) in layer.items():
            for rank, option in enumerate(item.options):
                count = printed + 1 if counted and option.slugs and printed < least else printed
                if count + left < least:
                    continue
                placed = self._placed(cursor, waiting, started, option, heading)
                if placed is None or not self._may_win(value + option.value, bound, placed[0]):
                    continue
                state = (*placed, count)
                code_then = code * _CODE_BASE + (_CODE_BASE - 1 - rank) if counted else code
                worth = (value + option.value, code_then)
                if worth > after.get(state, (-1, 0)):
                    after[state] = worth
        return self._cut(after, bound)

    def _placed(
        self,
        cursor: Cursor,
        waiting: tuple[Slug, ...],
        started: bool,
        option: Option,
        heading: Slug | None,
    ) -> tuple[Cursor, tuple[Slug, ...], bool] | None:
        if option.slugs and heading and not started:
            waiting = (*waiting, heading)
        for slug in option.slugs:
            waiting = (*waiting, slug)
            if not slug.keep:
                moved = advance(cursor, waiting, self.problem.heights)
                if moved is None:
                    return None
                cursor, waiting = moved, ()
        return cursor, waiting, started or bool(option.slugs)

    def _may_win(self, value: int, bound: Bound, cursor: Cursor) -> bool:
        more = bound.most(self._room(cursor))
        return more >= 0 and (self.known is None or value + more >= self.known)

    def _room(self, cursor: Cursor) -> int:
        return self.problem.heights[cursor.column] - cursor.used + self.behind[cursor.column]

    def _cut(self, layer: dict[State, Worth], bound: Bound) -> dict[State, Worth]:
        if len(layer) <= self.limit:
            return layer

        def promise(entry: tuple[State, Worth]) -> int:
            return entry[1][0] + bound.most(self._room(entry[0][0]))

        ranked = sorted(layer.items(), key=promise, reverse=True)
        self.cut_bound = max(self.cut_bound, promise(ranked[self.limit]))
        return dict(ranked[: self.limit])

    def _finished(self, layer: dict[State, Worth]) -> tuple[Worth, Cursor] | None:
        best: tuple[Worth, Cursor] | None = None
        for (cursor, waiting, _, _), worth in layer.items():
            end = advance(cursor, waiting, self.problem.heights) if waiting else cursor
            if end is None or (self.floor and not self.problem.reaches_floor(end.column, end.used)):
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
            code, digit = divmod(code, _CODE_BASE)
            found.append((item.choice, item.options[_CODE_BASE - 1 - digit].offer))
    return tuple(reversed(found))
