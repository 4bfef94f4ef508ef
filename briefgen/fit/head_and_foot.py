"""Each way to print head and foot, with the columns that it leaves and what it covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from briefgen.fit.heading import widest_heading
from briefgen.fit.numbering import NumberedSection
from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.fit.refusing import unmeasured
from briefgen.fit.rules import figure_rule, watches
from briefgen.fit.watch import allows
from briefgen.types.block import Block
from briefgen.types.block_prose import Coverage

FRAMES = ("head", "foot")


class HeadAndFoot(Struct, frozen=True):
    """One selection of what stands in head and foot, with the columns that it leaves.

    `own_mpt` is the height of its blocks, `coverage` what it covers, and needs of main and side.
    """

    variants: tuple[tuple[int, int | None], ...]
    value: int
    heights: tuple[int, ...]
    own_mpt: int
    coverage: Coverage


def heads(statement: ProblemBuilder) -> Iterator[HeadAndFoot]:
    """Yield each way to print head and foot that no rule forbids."""
    own = [numbered for numbered in statement.numbered if numbered[0].frame in FRAMES]
    choices = [item for _, items in own for item in items if isinstance(item, tuple)]
    ways = [
        [*range(len(choice.variants)), *(() if choice.required else (None,))]
        for _, choice in choices
    ]
    problem = unmeasured(own, figure_rule(statement.length, statement.draft))
    rules = [rule for rule in watches((problem,)) if rule.rule != "together"]
    for way in product(*ways):
        taken = dict(zip((number for number, _ in choices), way, strict=True))
        if all(allows(rule, problem.taken(taken)) for rule in rules):
            yield _head(statement, own, taken, problem.coverage(taken))


def _head(
    statement: ProblemBuilder,
    own: Sequence[NumberedSection],
    taken: Mapping[int, int | None],
    coverage: Coverage,
) -> HeadAndFoot:
    reserve: dict[str, list[Block]] = {frame: [] for frame in FRAMES}
    value = 0
    for section, items in own:
        blocks: list[Block] = []
        for item in items:
            if not isinstance(item, tuple):
                blocks.append(item)
            elif (at := taken[item[0]]) is not None:
                blocks += item[1].variants[at].blocks
                value += item[1].variants[at].value
        if blocks and (heading := widest_heading(section)):
            blocks = [heading, *blocks]
        reserve[section.frame] += blocks
    block_layouts = {frame: statement.block_layouts(frame, own) for frame, own in reserve.items()}
    heights = statement.measure.column_heights_mpt(
        block_layouts["head"], block_layouts["foot"], statement.length.pages or 1
    )
    held_back = statement.held_back(len(heights))
    left = tuple(
        max(0, height - reserve) for height, reserve in zip(heights, held_back, strict=True)
    )
    own_mpt = sum(layout.height_mpt for frame in block_layouts.values() for layout in frame)
    return HeadAndFoot(tuple(taken.items()), value, left, own_mpt, coverage)
