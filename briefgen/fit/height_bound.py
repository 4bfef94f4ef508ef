"""How far a selection can still reach: what cannot fill the last column to the floor is left.

An argument with too little to say would otherwise be searched to the end for a selection that
fills the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from briefgen.fit.block_metrics import BlockMetrics, Cursor, gap
from briefgen.fit.problem import Problem


class HeightBound:
    """The most height that the items of a problem can take from each of them on."""

    def __init__(self, problem: Problem) -> None:
        heights, last = problem.heights, len(problem.heights) - 1
        whole = heights[last] + problem.held_back
        self._wanted = sum(heights[:last]) - (-(problem.floor_percent or 0) * whole // 100)
        self._floored = bool(problem.floor_percent)
        lost = _lost_at_break(problem)
        self._before = [
            sum(heights[:column]) + (last - column) * lost for column in range(len(heights))
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


def _lost_at_break(problem: Problem) -> int:
    """Return the most that a column can stay empty, with what is set again in the next one.

    That is the space above a chain of blocks that stay together, and the chain up to where a
    column may end; or the highest part of a block that is divided.
    """
    space, lost, again = 0, 0, 0
    for group in problem.groups:
        for item in group.items:
            for option in item.options:
                chain = (group.heading,) if group.heading else ()
                for block in option.metrics:
                    chain = (*chain, block)
                    space = max(space, *map(_around, chain))
                    again = max(again, block.repeat)
                    if not block.keep:
                        lost = max(lost, _least(chain), *block.parts)
                        chain = ()
                if chain and option.metrics:
                    lost = max(lost, sum(problem.heights))  # it stays with whatever comes next
    return space + lost + again


def _least(chain: Sequence[BlockMetrics]) -> int:
    """Return the room that a chain takes up to where a column may end."""
    between = sum(gap(above, below) for above, below in pairwise(chain))
    return sum(block.height for block in chain[:-1]) + between + max(chain[-1].parts[:1], default=0)
