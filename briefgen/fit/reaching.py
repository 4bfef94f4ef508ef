"""Whether a frame can be filled at all: of all ways to the same state, the one that gets least far.

Blocks end no further on for having begun further up, so whatever can follow the one that is further
on can follow the other, too. That leaves few states, where the most valuable way leaves one for
each place.
"""

from __future__ import annotations

from briefgen.fit.problem import Problem
from briefgen.fit.stacking import Score, Stacking, State


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
