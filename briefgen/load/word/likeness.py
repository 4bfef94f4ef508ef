"""How much of their wording two texts have in common, whatever their order and numbers of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_IN_A_ROW = 4
"""Words that two texts must have in a row: fewer are common to all briefs of an argument."""

Shingles = frozenset[tuple[str, ...]]


def shingles(paragraphs: Iterable[str]) -> Shingles:
    """Return each few words in a row, paragraph by paragraph."""
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        words = [one.lower() for one in _WORD.findall(paragraph)]
        found.update(tuple(words[at : at + _IN_A_ROW]) for at in range(len(words) - _IN_A_ROW + 1))
    return frozenset(found)


def likeness(one: Shingles, other: Shingles) -> float:
    """Return which share of what two texts say they have in common, between 0 and 1."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0
