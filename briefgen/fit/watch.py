"""What rules of content remember while a selection is read: watches, each a small automaton.

A watch is given events, item by item, and either allows what it is given or does not. It remembers
no more than its rule needs, so that two selections which it remembers alike have the same future.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import Enum
from typing import Literal

from msgspec import Struct

from briefgen.types.block_prose import Need

State = Hashable

RuleName = Literal["figure", "together", "priority", "headlines"]
"""What a rule is about: how often a figure is printed, what stands together, how long a less
important point may be, how many points are headlines alone, and beside what."""

Events = Mapping[int, Mapping[int | None, Hashable]]
"""What a watch is given, by the number of the item and the variant that is taken of it."""


class _Watching(Struct, frozen=True, eq=False):
    """One rule over some items: what they give it, and where it begins and ends."""

    rule: RuleName
    events: Events

    @property
    def first(self) -> int:
        """The item that it begins with."""
        return min(self.events)

    @property
    def last(self) -> int:
        """The item that it ends with."""
        return max(self.events)


class AtMost(_Watching, frozen=True, eq=False):
    """Something is printed `limit` times at most. Each event is one time."""

    limit: int
    start: int = 0

    def after(self, state: State, number: int, event: Hashable) -> State | None:  # noqa: ARG002
        """Count one more, as far as the limit."""
        assert isinstance(state, int)
        return state + 1 if state < self.limit else None

    def ends(self, state: State) -> bool:  # noqa: ARG002
        """Any number up to the limit will do."""
        return True

    def leaves_more(self, state: State, other: State) -> bool:
        """Whether all that may follow one state may follow another one instead."""
        assert isinstance(state, int) and isinstance(other, int)
        return state <= other


class Part(Enum):
    """The part that a variant takes where two things are printed together only."""

    IS = "is what the other needs"
    NEEDS = "needs the other"


class Together(_Watching, frozen=True, eq=False):
    """What needs something else is printed only where that is, before or after it."""

    last_chance: int
    need: Need
    start: Literal["open", "there", "wanted"] = "open"

    def after(self, state: State, number: int, event: Hashable) -> State | None:
        """Remember what is there, or what is wanted as long as it may still come."""
        if event is Part.IS or state == "there":
            return "there"
        return "wanted" if number < self.last_chance else None

    def ends(self, state: State) -> bool:
        """Whether nothing is wanted any more."""
        return state != "wanted"

    def leaves_more(self, state: State, other: State) -> bool:
        """Whether all that may follow one state may follow another one instead."""
        return state in ("there", other) or other == "wanted"


class Told(_Watching, frozen=True, eq=False):
    """A section that names points by their headlines alone tells at least one as well.

    An event is whether something is told.
    """

    start: Literal["empty", "named", "told"] = "empty"

    def after(self, state: State, number: int, event: Hashable) -> State | None:  # noqa: ARG002
        """Remember that something is told, or else that something is named."""
        return "told" if event or state == "told" else "named"

    def ends(self, state: State) -> bool:
        """Whether nothing is named in a section that tells nothing."""
        return state != "named"

    def leaves_more(self, state: State, other: State) -> bool:
        """Whether all that may follow one state may follow another one instead."""
        return state in ("told", other) or other == "named"


class Rank(Struct, frozen=True):
    """How a variant stands among the points of its section.

    `place` counts the priorities of the section from the highest. `level` is the length of its
    form, 0 where it is not printed, and `most` the longest that a lower priority may then have.
    """

    place: int
    level: int
    most: int


UNBOUNDED = 9
"""Longer than any form."""


class InOrder(_Watching, frozen=True, eq=False):
    """No point of a section has a longer form than one of a higher priority that offers it.

    Between each two priorities it remembers the longest form that the lower ones have, and the
    longest that the higher ones leave them.
    """

    start: tuple[tuple[int, int], ...]

    def after(self, state: State, number: int, event: Hashable) -> State | None:  # noqa: ARG002
        """Compare a point with those of other priorities before it."""
        assert isinstance(state, tuple) and isinstance(event, Rank)
        after = []
        for between, (longest, most) in enumerate(state, 1):
            if between <= event.place:
                longest = max(longest, event.level)  # noqa: PLW2901
            else:
                most = min(most, event.most)  # noqa: PLW2901
            if longest > most:
                return None
            after.append((longest, most))
        return tuple(after)

    def ends(self, state: State) -> bool:  # noqa: ARG002
        """What was compared one by one holds."""
        return True

    def leaves_more(self, state: State, other: State) -> bool:
        """Whether all that may follow one state may follow another one instead."""
        assert isinstance(state, tuple) and isinstance(other, tuple)
        pairs = zip(state, other, strict=True)
        return all(own[0] <= theirs[0] and own[1] >= theirs[1] for own, theirs in pairs)


Watch = AtMost | Together | InOrder | Told
"""All kinds of watches. `after`, `ends` and `leaves_more` take states of their own kind."""


def allows(watch: Watch, taken: Sequence[int | None]) -> bool:
    """Whether a rule allows a selection: the variant that is taken of each item."""
    state: State | None = watch.start
    for number in sorted(watch.events):
        event = watch.events[number].get(taken[number])
        if event is not None:
            state = watch.after(state, number, event)
            if state is None:
                return False
    return watch.ends(state)


REFUSED = -1
"""What stands for a selection that some rule does not allow."""

BEGUN = 0
"""What stands for a selection of which nothing has been read."""


class Course:
    """What the watches of a problem remember on the way through its items.

    A watch is remembered from its first event to its last item only, so that selections which
    differ in what no longer matters are the same.
    """

    def __init__(self, watches: Sequence[Watch]) -> None:
        self.watches = watches
        self.touching: dict[int, list[int]] = {}
        for at, watch in enumerate(watches):
            for number in watch.events:
                self.touching.setdefault(number, []).append(at)
        self._memories: list[tuple[tuple[int, State], ...]] = [()]
        self._numbers: dict[tuple[tuple[int, State], ...], int] = {(): BEGUN}
        self._moves: dict[tuple[int, int | None, int], int] = {}
        self._wider: dict[tuple[int, int], bool] = {}
        self._passed: list[tuple[int, int | None]] = []

    def after(self, number: int, variant: int | None, memory: int) -> int:
        """Return what is remembered once an item is printed in a way, or `REFUSED`."""
        if number not in self.touching:
            return memory
        move = number, variant, memory
        if move not in self._moves:
            self._moves[move] = self._moved(*move)
        return self._moves[move]

    def pass_by(self, number: int, variant: int | None) -> None:
        """Take note of an item that is the same in every selection, until `reached` is asked."""
        if number in self.touching:
            self._passed.append((number, variant))

    def reached(self) -> Callable[[int], int]:
        """Return what leads over the items that were passed by: from memory to memory.

        There are few memories and many states, so each is looked at once.
        """
        passed, self._passed = self._passed, []
        known: dict[int, int] = {}

        def lead(memory: int) -> int:
            if memory not in known:
                at = memory
                for number, variant in passed:
                    at = REFUSED if at == REFUSED else self.after(number, variant, at)
                known[memory] = at
            return known[memory]

        return lead if passed else _unmoved

    def leaves_more(self, memory: int, other: int) -> bool:
        """Whether all that the rules allow after one memory they allow after another one, too."""
        pair = memory, other
        if pair not in self._wider:
            own, other_memory = dict(self._memories[memory]), dict(self._memories[other])
            self._wider[pair] = all(
                watch.leaves_more(own.get(at, watch.start), other_memory.get(at, watch.start))
                for at, watch in ((at, self.watches[at]) for at in own.keys() | other_memory.keys())
            )
        return self._wider[pair]

    def _moved(self, number: int, variant: int | None, memory: int) -> int:
        memory_now = dict(self._memories[memory])
        for at in self.touching[number]:
            watch = self.watches[at]
            state: State | None = memory_now.pop(at, watch.start)
            event = watch.events[number].get(variant)
            if event is not None:
                state = watch.after(state, number, event)
                if state is None:
                    return REFUSED
            if number == watch.last:
                if not watch.ends(state):
                    return REFUSED
            elif state != watch.start:
                memory_now[at] = state
        return self._number(tuple(sorted(memory_now.items())))

    def _number(self, memory: tuple[tuple[int, State], ...]) -> int:
        if memory not in self._numbers:
            self._numbers[memory] = len(self._memories)
            self._memories.append(memory)
        return self._numbers[memory]


def _unmoved(memory: int) -> int:
    return memory
