"""The least that must be printed, section by section: what is looked at when nothing fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.fit.block_metrics import BlockMetrics, Cursor, advance
from briefgen.fit.choosing import heads
from briefgen.fit.problem import Item, SectionItems
from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.types.draft import DraftSection


class Least(NamedTuple):
    """The least of one section: its heading, if anything is printed, and the blocks below it."""

    section: DraftSection
    metrics: tuple[BlockMetrics, ...]

    @property
    def height_mpt(self) -> int:
        """Height of the blocks and of the space between them."""
        return _room(self.metrics) - (self.metrics[-1].after if self.metrics else 0)


def least(statement: ProblemBuilder, frame: str) -> Iterator[Least]:
    """Yield the least of each section that flows in main or side, in order.

    That is what must appear, in its lowest form, and of a section that must show some points the
    lowest ones.
    """
    sections = [s for s, _ in statement.numbered if statement.measure.flows_as(s.frame) == frame]
    for section, group in zip(sections, statement.groups(frame), strict=True):
        yield Least(section, _least(group))


def placed(
    cursor: Cursor, metrics: Sequence[BlockMetrics], heights: tuple[int, ...]
) -> Cursor | None:
    """Return where blocks end that follow on a place, or None where columns do not hold them."""
    waiting: tuple[BlockMetrics, ...] = ()
    at: Cursor | None = cursor
    for number, block in enumerate(metrics):
        waiting = (*waiting, block)
        if at and (not block.keep or number == len(metrics) - 1):
            at, waiting = advance(at, waiting, heights), ()
    return at


def _least(group: SectionItems) -> tuple[BlockMetrics, ...]:
    lowest = [_lowest(item) for item in group.items]
    choices = [n for n, item in enumerate(group.items) if item.choice is not None]
    printed = {n for n, item in enumerate(group.items) if item.options[-1].metrics}
    others = sorted((n for n in choices if n not in printed), key=lambda n: _room(lowest[n]))
    outstanding = min(group.at_least, len(choices)) - len(printed.intersection(choices))
    printed.update(others[: max(0, outstanding)])
    metrics = tuple(metrics for n in sorted(printed) for metrics in lowest[n])
    return (group.heading, *metrics) if group.heading and metrics else metrics


def _lowest(item: Item) -> tuple[BlockMetrics, ...]:
    return min((option.metrics for option in item.options if option.metrics), key=_room, default=())


def _room(metrics: Sequence[BlockMetrics]) -> int:
    """Return what blocks take, with the space below each unless it has none before its like."""
    return sum(metrics.height + (0 if metrics.kind else metrics.after) for metrics in metrics)


def holds_least(statement: ProblemBuilder) -> bool:
    """Whether the columns hold what must be printed, whatever rules of content say."""
    heights = max((head.heights for head in heads(statement)), key=sum)
    if not all(heights):
        return False
    for frame in ("main", "side"):
        at: Cursor | None = Cursor()
        for needed in least(statement, frame):
            at = at and placed(at, needed.metrics, heights)
        if at is None:
            return False
    return True
