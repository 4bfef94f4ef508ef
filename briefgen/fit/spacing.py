"""The space that is assumed between blocks before it is known which of them are printed.

Between two blocks stands `gap`. Each block that may be the last of a choice is charged the least
of its gaps to whatever may follow; a heading is charged what the gap above it has over that, and
the least gap to what may stand under it. So no selection is charged more than it takes. It may be
charged more than it takes only where a column begins or ends: that is given back.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from briefgen.fit.block_metrics import BlockMetrics, gap
from briefgen.fit.problem import PricedVariant, Problem, SectionItems

Above = tuple[int, str | None]
"""What decides about the gap below a block: the space after it, and its kind."""


class Spacing(Struct, frozen=True):
    """The charges for the space in one problem, in mpt.

    `below` is the least gap under a block; `headings` are charged for each section in order, their
    height included; `top` and `end` may be charged and not taken where the first column begins and
    the last one ends, `break_` where one column ends and the next one begins.
    """

    below: dict[Above, int]
    headings: tuple[int, ...]
    top: int
    end: int
    break_: int

    def charge(self, option: PricedVariant) -> int:
        """Return the least room that an option takes."""
        metrics = option.metrics
        if not metrics:
            return 0
        between = sum(gap(above, below) for above, below in pairwise(metrics))
        return option.height + between + self.below[_above(metrics[-1])]


def spacing(problem: Problem) -> Spacing:
    """Return the charges of a problem."""
    groups = problem.groups
    firsts = [
        _fixed_selection(option.metrics[0] for option in _printable(group)) for group in groups
    ]
    lasts = [
        _fixed_selection(option.metrics[-1] for option in _printable(group)) for group in groups
    ]
    below = _below(groups, firsts, lasts)
    above = _above_headings(groups, lasts, below)
    headings = tuple(
        _heading(group.heading, over, first)
        for group, over, first in zip(groups, above, firsts, strict=True)
    )
    certain = [n for n, group in enumerate(groups) if group.unprinted is None]
    first, last = (certain[0], certain[-1]) if certain else (len(groups) - 1, 0)
    every = [
        metrics for group in groups for option in _printable(group) for metrics in option.metrics
    ]
    every += [group.heading for group in groups if group.heading]
    return Spacing(
        below,
        headings,
        top=max(above[: first + 1], default=0),
        end=max((below[_above(metrics)] for own in lasts[last:] for metrics in own), default=0),
        break_=max((max(metrics.before, metrics.after) for metrics in every), default=0),
    )


def _printable(group: SectionItems) -> list[PricedVariant]:
    return [option for item in group.items for option in item.options if option.metrics]


def _fixed_selection(metrics: Iterable[BlockMetrics]) -> list[BlockMetrics]:
    """Return one of the blocks that have the same space around them: there are few kinds."""
    return list(
        {(metrics.before, metrics.after, metrics.kind): metrics for metrics in metrics}.values()
    )


def _above(metrics: BlockMetrics) -> Above:
    return metrics.after, metrics.kind


def _below(
    groups: tuple[SectionItems, ...],
    firsts: list[list[BlockMetrics]],
    lasts: list[list[BlockMetrics]],
) -> dict[Above, int]:
    """Return the least gap under each block that may end an option, whatever follows it."""
    least: dict[Above, int] = {}

    def follow(above: BlockMetrics, below: BlockMetrics) -> None:
        key = _above(above)
        least[key] = min(gap(above, below), least.get(key, gap(above, below)))

    later: list[BlockMetrics] = []
    for group, first, last in reversed(list(zip(groups, firsts, lasts, strict=True))):
        for above in last:
            for below in (*first, *later):
                follow(above, below)
        later = _fixed_selection([*later, *((group.heading,) if group.heading else first)])
    for group in groups:
        for option in _printable(group):
            for above, below in pairwise(option.metrics):
                if _above(above) in least:
                    follow(above, below)
    return least


def _above_headings(
    groups: tuple[SectionItems, ...], lasts: list[list[BlockMetrics]], below: dict[Above, int]
) -> list[int]:
    """Return what the gap above each heading has at least over what the block above is charged."""
    found: list[int] = []
    earlier: list[BlockMetrics] = []
    for group, last in zip(groups, lasts, strict=True):
        over = [gap(s, group.heading) - below[_above(s)] for s in earlier if group.heading]
        found.append(min(over, default=0))
        earlier = _fixed_selection([*earlier, *last])
    return found


def _heading(heading: BlockMetrics | None, over: int, firsts: list[BlockMetrics]) -> int:
    if heading is None:
        return 0
    return heading.height + over + min((gap(heading, first) for first in firsts), default=0)
