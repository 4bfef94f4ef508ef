"""Where a word may be divided, by the patterns of its language."""

from __future__ import annotations

import re
from typing import Any

from briefgen.cache import kept

_WORD = re.compile(r"[^\W\d_]+")

LEAST_LETTERS = 3
"""Letters that stay on either side of a hyphen."""


KEPT = 20_000
"""Words whose divisions are kept."""


@kept(KEPT)
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


@kept(16)
def _patterns(language: str) -> Any:
    import pyphen  # noqa: PLC0415 - only a ragged column needs it

    known = pyphen.language_fallback(language)
    if not known:
        return None
    patterns = pyphen.Pyphen(lang=known, left=LEAST_LETTERS, right=LEAST_LETTERS)
    patterns.hd.cache = _Words()
    return patterns


class _Words(dict[str, list[int]]):
    """What pyphen keeps of the words it has met, which is all of them for ever, within bounds."""

    def __setitem__(self, word: str, points: list[int]) -> None:
        if len(self) >= KEPT:
            self.clear()
        super().__setitem__(word, points)
