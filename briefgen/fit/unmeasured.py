"""Choices without their heights: for what only rules decide about."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.fit.block_metrics import BlockMetrics
from briefgen.fit.numbered import NumberedSection
from briefgen.fit.problem import (
    FigureRule,
    Item,
    PricedVariant,
    Problem,
    SectionItems,
    certain,
    priced,
)
from briefgen.types.block import Block
from briefgen.types.coverage import coverage_of
from briefgen.types.draft import Choice

LINE = (BlockMetrics((1,), 1, 0, 0, None, False, 0),)
ROOM = 1 << 40
"""More lines than anything has."""


def unmeasured(sections: Iterable[NumberedSection], figures: FigureRule) -> Problem:
    """Return sections as a problem in which each block is a line, and room for all."""
    groups = tuple(
        SectionItems(None, tuple(_item(item) for item in items), section.at_least)
        for section, items in sections
    )
    return Problem(groups, (ROOM,), None, figure_rule=figures)


def _item(item: tuple[int, Choice] | Block) -> Item:
    if not isinstance(item, tuple):
        return certain(LINE, coverage_of((item,)))
    number, choice = item
    options = [priced(choice, at, LINE) for at in range(len(choice.variants))]
    if not choice.required:
        options.append(PricedVariant(None, 0, ()))
    return Item(number, tuple(options), choice.priority)
