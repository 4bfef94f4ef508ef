"""Characters that no font has or no file format carries."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefgen.cache import kept
from briefgen.check.passage import texts
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

_STAND_INS = {"\ufffc": "stands for a lost object", "\ufffd": "stands for a lost character"}
_CATEGORIES = {
    "Cc": "is a control character",
    "Co": "is for private use: its shape depends on one font",
    "Cs": "is half a character",
    "Zl": "ends a line only in some programs",
    "Zp": "ends a paragraph only in some programs",
}
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TAGS = range(0xE0000, 0xE0080)


def unsupported_characters(argument: Argument) -> Iterator[Remark]:
    """Remark each text with characters that make formats differ, or that stand for nothing.

    Those are control, private-use and replacement characters, noncharacters, what turns the
    direction of the text after it (UAX #9, 2.1 to 2.3), tags that nobody sees, and separators of
    lines and paragraphs: Word would show other words than a PDF, which prints none of them.
    """
    for path, text in texts(argument):
        if text.isascii() and text.isprintable():
            continue
        for letter in dict.fromkeys(text):
            if reason := input_error(letter):
                message = f"holds U+{ord(letter):04X}, which {reason}"
                yield Remark(path, message, "delete it, or write what it stands for")


@kept(4096)
def input_error(letter: str) -> str | None:
    """Return why a character is refused, whatever the font, or None."""
    if letter in "\t\n\r":
        return None
    code = ord(letter)
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:  # noqa: PLR2004 - Unicode 23.7
        return "is no character"
    if letter in _DIRECTIONS:
        return "turns the direction of the words after it"
    if code in _TAGS:
        return "is a tag that nobody sees"
    return _STAND_INS.get(letter) or _CATEGORIES.get(unicodedata.category(letter))
