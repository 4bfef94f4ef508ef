"""Scripts that briefgen does not set: their letters would print, in the wrong order or shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefgen.cache import kept
from briefgen.check.passage import texts
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

_SHAPED = (
    range(0x0900, 0x10A0),  # Devanagari to Sinhala, Thai, Lao, Tibetan, Myanmar
    range(0x1700, 0x18B0),  # scripts of the Philippines, Khmer, Mongolian
    range(0x1900, 0x1A00),  # Limbu, Tai Le, New Tai Lue
    range(0x1A00, 0x1C50),  # Buginese, Tai Tham, Balinese, Sundanese, Batak, Lepcha
    range(0xA800, 0xA830),  # Syloti Nagri
    range(0xA840, 0xA960),  # Phags-pa, Saurashtra, Devanagari, Kayah Li, Rejang
    range(0xA980, 0xAB00),  # Javanese, Cham, Tai Viet, Meetei Mayek
    range(0xABC0, 0xAC00),  # Meetei Mayek
    range(0x11000, 0x12000),  # Brahmi and what came of it
)
"""Blocks of scripts whose letters change their shape or place with their neighbours."""

_SELECTORS = range(0xFE00, 0xFE10)


def unset_scripts(argument: Argument) -> Iterator[Remark]:
    """Remark each text with letters that need another direction, shaping, or a mark over them."""
    for path, text in texts(argument):
        if text.isascii():
            continue
        reported: set[str] = set()
        for letter in dict.fromkeys(text):
            reason = input_error(letter)
            if reason and reason not in reported:
                reported.add(reason)
                message = f"holds U+{ord(letter):04X} ({_name(letter)}), which {reason}"
                hint = "write it in Latin, Greek or Cyrillic letters, or leave it out"
                yield Remark(path, message, hint)


@kept(4096)
def input_error(letter: str) -> str | None:
    """Return why a character is refused, whatever the font, or None."""
    code = ord(letter)
    if unicodedata.category(letter) == "Sc":
        return None  # signs of currencies stand alone, in whatever block
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return "is written from right to left"
    if any(code in block for block in _SHAPED):
        return "takes its shape from its neighbours"
    if unicodedata.category(letter) in ("Mn", "Mc", "Me") and code not in _SELECTORS:
        return "is a mark on a letter that Unicode has no single character for"
    return None


def _name(letter: str) -> str:
    return unicodedata.name(letter, "no name").lower()
