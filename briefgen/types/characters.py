"""Characters that print nothing or as another one, and how findings name characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from briefgen.pattern import compile_pattern

SOFT_HYPHEN = "\u00ad"

INVISIBLE = frozenset(
    {
        *(0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE1000),
    }
)
"""Characters that say where lines may end or how others join, and print nothing themselves
(Default_Ignorable_Code_Point of Unicode, without letters that fill a place)."""

_DELETED: dict[int, None] = dict.fromkeys(sorted(INVISIBLE))

LENT = {0x00A0: 0x0020, 0x202F: 0x0020, 0x2010: 0x002D, 0x2011: 0x002D, 0x3000: 0x2003}
"""Characters that print as another one of the same face, where it has no glyph for them: spaces
that do not break, hyphens that always or never break, and the space as wide as the size."""


def visible(text: str) -> str:
    """Return text without the characters that print nothing."""
    return text if text.isascii() else text.translate(_DELETED)


MOST_NAMED = 10
"""Characters that one finding names; of more, it says how many there are."""


def named(characters: Sequence[str]) -> str:
    """Return characters as a finding names them: `"⇒" (U+21D2 rightwards double arrow)`."""
    reported = [f'"{one}" (U+{ord(one):04X} {_name(one)})' for one in characters[:MOST_NAMED]]
    more = len(characters) - len(reported)
    return ", ".join(reported) + (f" and {more} more" if more else "")


def _name(character: str) -> str:
    return unicodedata.name(character, "without a name").lower().replace("cjk", "CJK")


BELOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
ABOVE = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
"""Characters for what stands below and above the line."""

_LOWERED, _RAISED = compile_pattern(r"~([0-9()+−=-]+)~"), compile_pattern(r"\^([0-9()+−=-]+)\^")


def with_script_characters(text: str) -> str:
    """Return plain text with characters for the figures that marks lower or raise: CO~2~ is CO₂."""
    text = _LOWERED.sub(lambda found: found[1].translate(BELOW), text)
    return _RAISED.sub(lambda found: found[1].translate(ABOVE), text)
