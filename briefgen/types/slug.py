"""Ids made of words, where an author gives none."""

from __future__ import annotations

import re

LENGTH = 44
"""Characters of an id that is made, so that a number can follow it."""


def slug(text: str, instead: str) -> str:
    """Return an id made of a text, or another word where the text has no letters for one."""
    words = re.sub(r"\[[^\]]*\]|\{[^}]*\}", " ", text.lower()[:400])
    made = re.sub(r"[^a-z0-9]+", "-", words.translate(_ASCII)).strip("-")
    if len(made) > LENGTH:
        made = made[:LENGTH].rpartition("-")[0] or made[:LENGTH]
    return made.strip("-") or instead


_ASCII = str.maketrans(
    {
        letter: plain
        for letters, plain in (
            ("àáâãäåæ", "a"),
            ("ç", "c"),
            ("èéêë", "e"),
            ("ìíîï", "i"),
            ("ñ", "n"),
            ("òóôõöø", "o"),
            ("ùúûü", "u"),
            ("ýÿ", "y"),
            ("ß", "s"),
            ("’'", ""),
        )
        for letter in letters
    }
)
