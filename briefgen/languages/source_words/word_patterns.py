"""Patterns made of the words of a language, as alternatives of a verbose regular expression."""

from __future__ import annotations

import re

from briefgen.pattern import compile_pattern, remembering_pattern


def whole(words: str) -> re.Pattern[str]:
    """Return what matches a heading, with its number."""
    return compile_pattern(rf"\W*(?:[\dIVX]+\.?\s+)?(?:{words})\W*", re.IGNORECASE | re.VERBOSE)


def word(words: str) -> re.Pattern[str]:
    """Return what finds any of some words."""
    return remembering_pattern(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE | re.VERBOSE)


def before_name(words: str) -> re.Pattern[str]:
    """Return what finds any of some words at the end of a text, with an article behind it."""
    article = r"(?:\s+(?:the|la|le|les|el|los|las|il|lo|die|der|das|dem|den))?"
    return compile_pattern(rf"(?<!\w)(?:{words}){article}\s+$", re.IGNORECASE | re.VERBOSE)
