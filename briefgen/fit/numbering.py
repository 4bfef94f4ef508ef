"""Choices and selections as numbers, so that two selections can be compared at once."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.fit.problem import PricedVariant
from briefgen.fit.relaxed import Charged
from briefgen.types.block import Block
from briefgen.types.draft import Choice, Draft, DraftSection

BASE = 8
"""More than the options of any item."""


class Numbering:
    """The options of each item that are left in one pass: selections of them are numbers.

    The larger number has the longer form at the first choice in which two selections differ. An
    item with one option needs no digit.
    """

    def __init__(self, options: Sequence[Sequence[Charged]]) -> None:
        self.options = options
        self.weights: list[int] = []
        weight = 1
        for own in reversed(options):
            self.weights.append(weight)
            weight *= BASE if len(own) > 1 else 1
        self.weights.reverse()

    def marked(self, number: int) -> list[tuple[PricedVariant, int, int]]:
        """Return the options of an item, with their charges and what they add to the number."""
        own, weight = self.options[number], self.weights[number]
        last = len(own) - 1
        return [(*each, weight * (last - rank)) for rank, each in enumerate(own)]

    def variants(self, code: int) -> list[int | None]:
        """Return the variants that a number stands for, one for each item."""
        found: list[int | None] = []
        for own, weight in zip(self.options, self.weights, strict=True):
            digit, code = divmod(code, weight) if len(own) > 1 else (0, code)
            found.append(own[len(own) - 1 - digit].option.variant)
        return found


NumberedSection = tuple[DraftSection, Sequence[tuple[int, Choice] | Block]]
"""A section with its items, each choice with its number."""


def numbered(draft: Draft) -> tuple[NumberedSection, ...]:
    """Return the sections of a draft, their choices numbered in its order."""
    number = 0
    sections: list[NumberedSection] = []
    for section in draft.sections:
        items: list[tuple[int, Choice] | Block] = []
        for item in section.items:
            if isinstance(item, Choice):
                items.append((number, item))
                number += 1
            else:
                items.append(item)
        sections.append((section, tuple(items)))
    return tuple(sections)
