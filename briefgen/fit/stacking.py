"""One frame filled item by item: where selections lead, each place with the best way to it.

Whether it can be filled at all asks for fewer states. Blocks end no further on for having begun
further up, so whatever can follow the one that is further on can follow the other, too, where the
most valuable way leaves one for each place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefgen.fit.block_metrics import BlockMetrics, Cursor, advance
from briefgen.fit.bound import HeightBound
from briefgen.fit.numbering import Numbering
from briefgen.fit.problem import PricedVariant, Problem
from briefgen.fit.relaxed import Relaxed, Rest
from briefgen.fit.watch import REFUSED, Course

State = tuple[Cursor, tuple[BlockMetrics, ...], bool, int, int]
"""Cursor, blocks waiting for the one they stay with, heading printed, choices printed, and what
the rules remember."""

Score = tuple[int, int]
"""Value, and the selection so far as a number; the larger wins, longer forms earlier break ties."""

NOTHING: Score = (-1, 0)

MANY = 200
"""States of which it is looked whether each is needed: fewer are carried on sooner."""

Ends = Mapping[int, Score]
"""The best selection up to the end of a frame, for all that the rules remember of it."""


class _Step(NamedTuple):
    """An item in its section: its number, the options that are left, and whether it is a choice.

    `least` is how many choices its section must print, `rest` what can be added after it.
    """

    number: int
    options: Sequence[tuple[PricedVariant, int, int]]
    heading: BlockMetrics | None
    heading_charge: int
    counts: bool
    least: int
    rest: Rest


class Stacking:
    """The way through one frame. `first` is the number of its first item among those of all frames.

    What cannot lead to a value of `known` by its end is not looked at, and of more than `limit`
    states only those that promise most are kept. `cut_bound` is the highest value, in this frame,
    of a selection that may have been lost by that; below zero if none was.
    """

    def __init__(
        self,
        relaxed: Relaxed,
        numbering: Numbering,
        course: Course,
        first: int,
        known: int,
        limit: int,
    ) -> None:
        self.relaxed = relaxed
        self.heights = relaxed.problem.heights
        self.numbering = numbering
        self.course = course
        self.first = first
        self.known = known
        self.limit = limit
        self.cut_bound = -1
        self.floor: HeightBound | None = None

    def ends(self, begun: Ends, *, floor: bool) -> Ends:
        """Return where selections that begin so can end, on whichever side of the floor."""
        layer: dict[State, Score] = {
            (Cursor(), (), False, 0, memory): score for memory, score in begun.items()
        }
        number = 0
        self.floor = HeightBound(self.relaxed.problem) if floor else None
        for at, group in enumerate(self.relaxed.problem.groups):
            least, charge = self.relaxed.least[at], self.relaxed.spacing.headings[at]
            for item in group.items:
                own = self.numbering.options[self.first + number]
                if len(own) == 1 and not own[0].option.metrics:
                    self.course.pass_by(self.first + number, own[0].option.variant)
                else:
                    marked = self.numbering.marked(self.first + number)
                    counts, rest = item.choice is not None, self.relaxed.after[number]
                    step = _Step(number, marked, group.heading, charge, counts, least, rest)
                    layer = self._after(step, layer)
                number += 1
            layer = self._closed(layer, least)
        return self._finished(layer, floor=floor)

    def _closed(self, layer: Mapping[State, Score], least: int) -> dict[State, Score]:
        """Return the states that a section may end in, as the next one begins."""
        reached = self.course.reached()
        return _merged(
            ((cursor, waiting, False, 0, kept), score)
            for (cursor, waiting, _, printed, memory), score in layer.items()
            if printed >= least and (kept := reached(memory)) != REFUSED
        )

    def _after(self, step: _Step, layer: Mapping[State, Score]) -> dict[State, Score]:
        """Return the states after an item, each with the most valuable way to it."""
        unopened, opened = step.rest
        known, number, move = self.known, self.first + step.number, self.course.after
        watched, reached = number in self.course.touching, self.course.reached()
        after: dict[State, Score] = {}
        for state, (value, code) in layer.items():
            cursor, waiting, started, printed, memory = state
            if (memory := reached(memory)) == REFUSED:
                continue
            if self.floor and self.floor.falls_short(step.number, cursor, waiting):
                continue
            room = self.relaxed.room_at(cursor, waiting)
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
                kept = move(number, option.variant, memory) if watched else memory
                if kept == REFUSED:
                    continue
                placed: State | None = (cursor, waiting, started, printed, kept)
                if option.metrics:
                    placed = self._placed(state, option, step, count, kept)
                if placed and (score, code + mark) > after.get(placed, NOTHING):
                    after[placed] = (score, code + mark)
        return self._cut(self._undominated(after), step.rest)

    def _placed(
        self, state: State, option: PricedVariant, step: _Step, count: int, memory: int
    ) -> State | None:
        cursor, waiting, started, _, _ = state
        if step.heading and not started:
            waiting = (*waiting, step.heading)
        for metrics in option.metrics:
            waiting = (*waiting, metrics)
            if not metrics.keep:
                moved = advance(cursor, waiting, self.heights)
                if moved is None:
                    return None
                cursor, waiting = moved, ()
        return cursor, waiting, True, count, memory

    def _undominated(self, layer: dict[State, Score]) -> dict[State, Score]:
        """Return the states but for those that another one in the same place makes needless.

        It is worth as much, and the rules allow after it whatever they allow after the other.
        """
        if len(layer) <= MANY:
            return layer
        places: dict[tuple[object, ...], list[tuple[Score, State]]] = {}
        for state, score in layer.items():
            places.setdefault(state[:4], []).append((score, state))
        found: dict[State, Score] = {}
        leaves_more = self.course.leaves_more
        for states in places.values():
            states.sort(key=_score, reverse=True)
            kept: list[int] = []
            for score, state in states:
                memory = state[4]
                if not any(leaves_more(one, memory) for one in kept):
                    kept.append(memory)
                    found[state] = score
        return found

    def _cut(self, layer: dict[State, Score], rest: Rest) -> dict[State, Score]:
        """Return the states that promise most, as many as may be kept.

        What can lead nowhere goes first: it may be worth much, as it has taken the room of others.
        """
        if len(layer) <= self.limit:
            return layer
        room_at = self.relaxed.room_at
        promising: list[tuple[int, State, Score]] = []
        for state, score in layer.items():
            cursor, waiting, started, printed, _ = state
            more = rest[started][printed].most(room_at(cursor, waiting))
            if more >= 0 and score[0] + more >= self.known:
                promising.append((score[0] + more, state, score))
        if len(promising) > self.limit:
            promising.sort(key=_promise, reverse=True)
            self.cut_bound = max(self.cut_bound, promising[self.limit][0])
        return {state: score for _, state, score in promising[: self.limit]}

    def _finished(self, layer: Mapping[State, Score], *, floor: bool) -> Ends:
        best: dict[int, Score] = {}
        reaches = self.relaxed.problem.reaches_floor
        for (cursor, waiting, _, _, memory), score in layer.items():
            end = advance(cursor, waiting, self.heights) if waiting else cursor
            if (
                end is None
                or score[0] < self.known
                or (floor and not reaches(end.column, end.used))
            ):
                continue
            if score > best.get(memory, NOTHING):
                best[memory] = score
        return best


def _score(entry: tuple[Score, State]) -> Score:
    return entry[0]


def _promise(entry: tuple[int, State, Score]) -> int:
    return entry[0]


def _merged(entries: Iterable[tuple[State, Score]]) -> dict[State, Score]:
    layer: dict[State, Score] = {}
    for state, score in entries:
        if score > layer.get(state, NOTHING):
            layer[state] = score
    return layer


class Reaching(Stacking):
    """The way through one frame, of which only the end is asked, and not what it is worth."""

    def _undominated(self, layer: dict[State, Score]) -> dict[State, Score]:
        """Return the states but for those that are further on than one with the same future."""
        alike: dict[tuple[object, ...], list[tuple[int, int, int, int, State]]] = {}
        for state in layer:
            cursor, waiting, started, printed, memory = state
            key = cursor.after, cursor.kind, waiting, started
            alike.setdefault(key, []).append((cursor.column, cursor.used, -printed, memory, state))
        found: dict[State, Score] = {}
        leaves_more = self.course.leaves_more
        for states in alike.values():
            states.sort()
            kept: list[tuple[int, int]] = []
            for _, _, unprinted, memory, state in states:
                if not any(own <= unprinted and leaves_more(one, memory) for own, one in kept):
                    kept.append((unprinted, memory))
                    found[state] = layer[state]
        return found


def never_behind(problem: Problem) -> bool:
    """Whether what begins further up ends no further on, whatever block it is.

    It may where a column cannot hold what a later one can, or where a head that is repeated is
    higher than what stands with it.
    """
    lowest = min(problem.heights)
    blocks = [group.heading for group in problem.groups if group.heading]
    blocks += [
        block for item in problem.items for option in item.options for block in option.metrics
    ]
    return all(
        max(block.parts, default=0) + block.repeat <= lowest
        and block.repeat <= sum(block.parts[:1])
        for block in blocks
    )
