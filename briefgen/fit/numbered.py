"""The choices of a draft by their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.types.block import Block
from briefgen.types.draft import Choice, Draft, DraftSection

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
