"""The exact choice for one frame: dynamic programming over where the next block would stand.

Two selections that lead to the same place, with the same block above, the same number of points
printed and the same remembered by the rules of content, have the same future; only the more
valuable is kept. No other assumption is made, so breaks, kept headings and widows are exact. A
relaxed bound cuts off what cannot beat the best selection known.

Frames that a rule ties together are chosen in one search, one after the other: at the end of a
frame only what the rules remember is left of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from briefgen.cache import kept
from briefgen.fit.numbering import Numbering
from briefgen.fit.problem import Problem
from briefgen.fit.relaxed import Relaxed
from briefgen.fit.rules import telling, tied, watches
from briefgen.fit.stacking import NOTHING, Ends, Reaching, Stacking, never_behind
from briefgen.fit.watch import BEGUN, Course, Watch

STATE_LIMIT = 20_000
"""States kept at once. Above it the search reports a bound instead of a proof."""

FEW_STATES = 600
"""States kept at once to find some good selection first, which then need only be beaten."""

STEP, LONGER, FAR = 0.04, 1.5, 0.5
"""Share of the bound by which the search goes down where few states find nothing, by how much each
step is longer than the one before, and how far it goes."""

KEPT = 32
"""Solutions that are kept, with the problems that they solve."""

CONCESSIONS_PERCENT = (0.5, 1, 2, 4, 6, 9, 16, 32, 100)
"""How far below the relaxed bound selections are sought, in turn, until one is found."""

BOUNDED_ITEMS = 25
"""Items from which on options are bounded one by one: of fewer it takes less to look at each."""

NEAR, FEW_ITEMS = 3, 100
"""After so many looks it is seen whether there is anything to be found, among so many items: that
is a look at everything, which among hundreds takes longer than all the looks further off."""


class Found(NamedTuple):
    """A selection that fits: its value, and the variant of each item."""

    value: int
    variants: list[int | None]


class Solution(Struct, frozen=True):
    """The best selection of a frame: one offer for each choice, in order.

    `bound` is what no selection can exceed; where it equals `value`, the selection is proven best.
    """

    variants: tuple[tuple[int, int | None], ...]
    value: int
    bound: int
    reaches_floor: bool


@kept(KEPT)
def solve(
    problem: Problem, least: int | None = None, like: Relaxed | None = None
) -> Solution | None:
    """Return the best selection: one that reaches the floor before one that does not, then value.

    None where not even the least selection fits, or where there is a `least` value and none that
    reaches the floor has it. `like` are the bounds of the same in columns that are as high or
    higher, should there be some. The last solutions are kept: briefs that differ in a word and in
    no line have the same problem.
    """
    own = bounds(problem, like if like and like.serves(problem) else None)
    frames = _Frames((own,), (own.most,))
    reaching = frames if problem.has_room_for_floor else None
    known = Solution((), least, least, reaches_floor=True) if least is not None else None
    return _solved(reaching, frames, Course(_rules(problem)), known)


@kept(KEPT)
def _rules(problem: Problem) -> tuple[Watch, ...]:
    return watches((problem,))


@kept(KEPT)
def bounds(problem: Problem, like: Relaxed | None = None) -> Relaxed:
    """Return the bounds of a problem that is solved by itself."""
    found = _rules(problem)
    return Relaxed(problem, tied(found), telling(found, 0, len(problem.items)), like)


def solve_together(
    problems: Sequence[Problem], alone: Sequence[Solution], known: Solution | None = None
) -> Solution | None:
    """Return the best selection of frames that rules tie together; the first one has the floor.

    `alone` is the best of each frame by itself, by rules of its own: no selection has more of it.
    `known` is some selection that follows all rules: what is worth less is not looked at.
    """
    found = watches(problems)
    own, first = tied(found), 0
    frames = []
    for problem in problems:
        after = first + len(problem.items)
        frames.append(
            Relaxed(problem, {number - first for number in own}, telling(found, first, after))
        )
        first = after
    proven = [solution.bound for solution in alone]
    below = (frames[0].most, *proven[1:]) if alone[0].reaches_floor else tuple(proven)
    reaching = _Frames(tuple(frames), tuple(proven)) if alone[0].reaches_floor else None
    return _solved(reaching, _Frames(tuple(frames), below), Course(found), known)


def feasible(problems: Sequence[Problem], likes: Sequence[Relaxed | None]) -> bool:
    """Whether frames that are chosen together have any selection. `likes` are as in `solve`."""
    pairs = zip(problems, likes, strict=True)
    own = [bounds(one, like if like and like.serves(one) else None) for one, like in pairs]
    if any(relaxed.most < 0 for relaxed in own):
        return False
    numbering, course = (
        Numbering([item for one in own for item in one.items]),
        Course(watches(problems)),
    )
    ends: Ends = {BEGUN: (0, 0)}
    first = 0
    for relaxed in own:
        kind = Reaching if never_behind(relaxed.problem) else Stacking
        ends = kind(relaxed, numbering, course, first, 0, STATE_LIMIT).ends(ends, floor=False)
        first += len(relaxed.items)
    return bool(ends)


class _Frames(NamedTuple):
    """What is chosen in one search: frames, first to last, and what each is worth at most."""

    relaxed: tuple[Relaxed, ...]
    most: tuple[int, ...]

    def others(self, frame: int) -> int:
        """Return what all frames but one are worth at most."""
        return sum(self.most) - self.most[frame]

    def later(self, frame: int) -> int:
        """Return what the frames after one are worth at most."""
        return sum(self.most[frame + 1 :])


def _solved(
    reaching: _Frames | None, others: _Frames, course: Course, known: Solution | None = None
) -> Solution | None:
    """Return the best selection that reaches the floor, if any can, or else of the others."""
    items = [item for relaxed in others.relaxed for item in relaxed.problem.items]
    for frames, floor in ((reaching, True), (others, False)):
        search = frames and _Search(frames, course, floor=floor)
        beaten = known.value if known and known.reaches_floor is floor else None
        if search and (found := search.best(beaten)):
            chosen = zip(items, found.variants, strict=True)
            return Solution(
                tuple(
                    (item.choice, variant) for item, variant in chosen if item.choice is not None
                ),
                found.value,
                max(found.value, search.cut_bound),
                floor,
            )
        if beaten is not None and not (search and search.cut_bound >= 0):
            break
    return None


class _Search:
    """The search for the best selection of some frames, on whichever side of the floor.

    `cut_bound` is the highest value of a selection that the last pass may have cut off because it
    had too many states; below zero if it had not.
    """

    def __init__(self, frames: _Frames, course: Course, *, floor: bool) -> None:
        self.frames = frames
        self.course = course
        self.floor = floor
        self.cut_bound = -1

    def best(self, known: int | None = None) -> Found | None:
        """Look near the relaxed bound first, which leaves few states, and then further off.

        What a quick look finds is the best, if all that it cut off is worth less. Otherwise
        everything is looked at that could beat it, or that is worth as much as what is `known`;
        nothing else, where it is proven that nothing is. Where nothing is near the bound, it is
        seen first whether anything fits: often nothing does.
        """
        if known is not None:
            found = self._pass(known, STATE_LIMIT)
            if found or self.cut_bound < 0:
                return found
        bound = sum(self.frames.most)
        few = sum(len(one.items) for one in self.frames.relaxed) <= FEW_ITEMS
        nothing_above = bound
        for looked, concession in enumerate(CONCESSIONS_PERCENT):
            if looked == NEAR and nothing_above < bound and few:
                found = self._pass(0, FEW_STATES)
                if self.cut_bound < 0:
                    return found
            known = int(bound * (1 - concession / 100))
            found = self._pass(known, FEW_STATES)
            if found and self.cut_bound < found.value:
                return found
            if found:
                return self._pass(found.value, STATE_LIMIT) or found
            if self.cut_bound < 0 and nothing_above > known:
                nothing_above = known
        # The last look was at everything: what it did not find, it has cut off.
        return (
            self._far_off(min(nothing_above, self.cut_bound + 1)) if self.cut_bound >= 0 else None
        )

    def _far_off(self, nothing_above: int) -> Found | None:
        """Look with many states, which are few as long as much is wanted, further and further off.

        So much is far below the bound where rules of content leave little of what would fit.
        """
        known, step = nothing_above, nothing_above * STEP
        while known > FAR * nothing_above:
            known, step = known - int(step) - 1, step * LONGER
            found = self._pass(known, STATE_LIMIT)
            if found or self.cut_bound >= 0:
                return found or self._pass(0, STATE_LIMIT)
        return self._pass(0, STATE_LIMIT)

    def _pass(self, known: int, limit: int) -> Found | None:
        """Return the best selection whose value is `known` at least."""
        self.cut_bound = -1
        options = [
            own
            for frame, relaxed in enumerate(self.frames.relaxed)
            for own in (
                relaxed.items
                if len(relaxed.items) < BOUNDED_ITEMS
                else relaxed.options(known - self.frames.others(frame))
            )
        ]
        if not all(options):
            return None
        numbering = Numbering(options)
        ends: Ends = {BEGUN: (0, 0)}
        first = 0
        for frame, relaxed in enumerate(self.frames.relaxed):
            later = self.frames.later(frame)
            stacking = Stacking(relaxed, numbering, self.course, first, known - later, limit)
            ends = stacking.ends(ends, floor=self.floor)
            if stacking.cut_bound >= 0:
                self.cut_bound = max(self.cut_bound, stacking.cut_bound + later)
            first += len(relaxed.items)
        best = max(ends.values(), default=NOTHING)
        return Found(best[0], numbering.variants(best[1])) if best[0] >= known else None
