"""Ids made of the words of a thing, each given once."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct, field

LONGEST = 32
_LETTERS = {"\u2019": " ", "'": " ", "\u0153": "oe", "\u00e6": "ae", "\u00df": "ss", "\u00d8": "o"}


class Ids(Struct):
    """Gives ids of lower-case words and hyphens, numbered where words come again."""

    given: dict[str, int] = field(default_factory=dict)

    def of(self, words: str, kind: str, *, words_most: int = 4) -> str:
        """Return an id made of the first words of a text, or of its kind where it has none."""
        for ligature, letters in _LETTERS.items():
            words = words.replace(ligature, letters)
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        found = re.findall(r"[a-z0-9]+", re.sub(r",(?=\d{3})", "", plain))[:words_most]
        name = "-".join(found)[:LONGEST].strip("-") or kind
        if name[0].isdigit():
            name = f"{kind}-{name}"
        count = self.given[name] = self.given.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"
