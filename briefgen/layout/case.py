"""Capitals and small capitals: text as a style has it printed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefgen.types.page_style import TextStyle

SMALL_CAPS_SIZE = 0.8
"""Size of a small capital, as a share of the text around it: LibreOffice's, and Word's at most."""


def cased(text: str, style: TextStyle) -> Iterator[tuple[str, float]]:
    """Yield what is printed of a text, and how large, as a share of the style's size."""
    if style.caps or not style.small_caps:
        yield (text.upper() if style.caps else text), 1.0
        return
    for small, letters in groupby(text, _is_small):
        words = "".join(letters)
        yield (words.upper(), SMALL_CAPS_SIZE) if small else (words, 1.0)


def _is_small(character: str) -> bool:
    return character.upper() != character
