"""The bullet or number that Word puts before each paragraph of a style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

LEVELS = 9
"""Levels of a list (ISO/IEC 29500-1, 17.9.6)."""

WIDEST = 8
"""A number as wide as any that a brief comes to at one level."""

_LETTERS = 26
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class ListMark(Struct, frozen=True):
    """A level of a list: what it prints of the numbers of this and the upper levels.

    `pattern` has `%1` for the number of the first level and so on, `formats` and `starts` are those
    of the levels down to this one, by Word's names. Paragraphs of one `numbered_list` count
    together. `suffix` stands between mark and text; a tab leads to `tab_pt`, to the hanging indent
    or to a default stop.
    """

    numbered_list: str
    level: int
    pattern: str
    formats: tuple[str, ...]
    starts: tuple[int, ...]
    suffix: Literal["tab", "space", "nothing"] = "tab"
    tab_pt: float | None = None
    align: Literal["left", "center", "right"] = "left"

    @property
    def is_bullet(self) -> bool:
        """Whether the mark is the same before each paragraph."""
        return self.formats[self.level] == "bullet"

    def label(self, counts: Sequence[int]) -> str:
        """Return the mark, given the numbers of the levels."""
        if self.is_bullet:
            return self.pattern
        text = self.pattern
        for level in range(self.level + 1):
            number = counts[level] if level < len(counts) else 0
            shown = written(number or self.starts[level], self.formats[level])
            text = text.replace(f"%{level + 1}", shown)
        return text

    @property
    def widest(self) -> str:
        """A mark that is as wide as any that a brief prints."""
        return self.label([WIDEST] * LEVELS)


class ListCounter:
    """Counts the paragraphs of lists, in the order in which Word does: that of the document."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def label(self, mark: ListMark) -> str:
        """Return the mark of the next paragraph."""
        counts = self._counts.setdefault(mark.numbered_list, [0] * LEVELS)
        level = mark.level
        counts[level] = counts[level] + 1 if counts[level] else mark.starts[level]
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return mark.label(counts)


def written(number: int, form: str) -> str:
    """Return a number as Word writes it (17.18.59); in digits where a format is not known."""
    if form == "none":
        return ""
    if form in ("upperLetter", "lowerLetter"):
        shown = letters(number)
    elif form in ("upperRoman", "lowerRoman"):
        shown = roman(number)
    elif form == "decimalZero":
        return f"{number:02d}"
    else:
        return str(number)
    return shown.upper() if form.startswith("upper") else shown


def letters(number: int) -> str:
    """Return the letter of a number, doubled after the last one, as Word counts: z, aa, bb."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def roman(number: int) -> str:
    """Return a number in Roman numerals, in small letters."""
    shown = ""
    for value, letter in _ROMAN:
        shown += letter * (number // value)
        number %= value
    return shown
