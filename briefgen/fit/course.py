"""Watches over a selection, read item by item: a number stands for all that they remember."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.fit.watch import State, Watch

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
