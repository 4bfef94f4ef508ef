"""Where a word may be divided, by the patterns of its language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")

LEAST_LETTERS = 3
"""Letters that stay on either side of a hyphen."""


@lru_cache(maxsize=20_000)
def divisions(text: str, language: str) -> tuple[int, ...]:
    """Return after how many characters a word may be divided; punctuation around it does not count.

    The patterns are Liang's, as LibreOffice has them (pyphen). A language without patterns, a word
    in capitals and one with a hyphen or figure of its own are never divided.
    """
    found = _WORD.search(text)
    patterns = _patterns(language)
    if not found or patterns is None:
        return ()
    word, around = found[0], text[: found.start()] + text[found.end() :]
    if word.isupper() or any(character.isalnum() or character in "-–/’'" for character in around):
        return ()
    return tuple(found.start() + position for position in patterns.positions(word))


@lru_cache(maxsize=16)
def _patterns(language: str) -> Any:
    import pyphen  # noqa: PLC0415 - only a ragged column needs it

    known = pyphen.language_fallback(language)
    return known and pyphen.Pyphen(lang=known, left=LEAST_LETTERS, right=LEAST_LETTERS)
