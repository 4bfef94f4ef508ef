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
}


def unsupported_characters(argument: Argument) -> Iterator[Remark]:
    """Remark each text with control, private-use and replacement characters or noncharacters."""
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
    return _STAND_INS.get(letter) or _CATEGORIES.get(unicodedata.category(letter))
