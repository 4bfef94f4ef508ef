"""Straight quotation marks and apostrophes into those of the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefgen.pattern import late_pattern

if TYPE_CHECKING:
    from briefgen.markup.parser import Token

Marks = tuple[str, str, str, str]
"""The outer pair and the inner pair of quotation marks: “ ” ‘ ’."""

APOSTROPHE = "’"

_STRAIGHT = late_pattern("[\"']")
_OPENERS = frozenset("([{<“‘«\u2039¿¡—–-/=")
_CLOSERS = frozenset(".,;:!?)]}>…”’»\u203a%")

_LEFT_OUT = late_pattern(r"'(?:\d\ds|(?:tis|twas|twere|twill|twould)\b)", re.IGNORECASE)
"""An apostrophe wherever it stands: '90s, 'tis."""

_AND = late_pattern(r"(?<=\w[\s\u00a0-])'n'(?=[\s\u00a0-]\w)", re.IGNORECASE)
"""Rock 'n' roll: two apostrophes."""

_MAYBE = late_pattern(
    r"'(?:\d\d|em|til|till|cause|cuse|cos|bout|round|gainst|neath|nuff|fraid)\b", re.IGNORECASE
)
"""An apostrophe, unless a mark follows that surely closes it: '99, but '50 per cent'."""

_FEET = late_pattern(r"(?<=\d)'(?=\d{1,2}(?:\.\d+)?\")")
"""Feet before inches, 5'10", whose marks stay as they are."""

_POSSESSIVE = late_pattern(r"(?<=s)'(?=\s+\w)", re.IGNORECASE)


def set_quotes(tokens: Sequence[Token], marks: Marks) -> None:
    """Replace the straight marks in the inline tokens of a paragraph.

    They pair across emphasis, links, spans and references. What was escaped or is an address
    stays as it is.
    """
    text, starts = "", []
    for token in tokens:
        starts.append(len(text))
        text += _seen(token)
    if not _STRAIGHT.search(text):
        return
    ends = [*starts[1:], len(text)]
    free = [token.type == "text" for token in tokens]
    spans = [(a, b) for a, b, ends_of in zip(starts, ends, free, strict=True) if ends_of]
    at = [place for a, b in spans for place in range(a, b) if text[place] in "\"'"]
    printed = _Pairing(text, marks).printed(at)
    for token, start, end, ends_of in zip(tokens, starts, ends, free, strict=True):
        if ends_of:
            token.content = "".join(printed.get(place, text[place]) for place in range(start, end))


def typographic(text: str, marks: Marks) -> str:
    """Return plain text with the marks of the language for straight ones."""
    at = [found.start() for found in _STRAIGHT.finditer(text)]
    if not at:
        return text
    printed = _Pairing(text, marks).printed(at)
    return "".join(printed.get(place, letter) for place, letter in enumerate(text))


def _seen(token: Token) -> str:
    """Return what stands at a token, as far as the marks around it have to know."""
    match token.type:
        case "reference":
            return {"#": "0", ">": "x"}.get(token.meta["kind"], "")
        case "softbreak" | "hardbreak":
            return " "
        case _:
            return token.content


class _Open(Struct):
    """A mark that waits for its other half. One that is `doubtful` may be an apostrophe."""

    at: int
    mark: str
    doubtful: bool


class _Pairing:
    """The marks of one text while they are paired, from left to right."""

    def __init__(self, text: str, marks: Marks) -> None:
        self.text = text
        self.marks = {'"': marks[:2], "'": marks[2:]}
        self.opened: list[_Open] = []
        self.waiting = {'"': 0, "'": 0}
        self.found: dict[int, str] = {}
        self.kinds: dict[int, Literal["(", ")"]] = {}

    def printed(self, places: Sequence[int]) -> dict[int, str]:
        """Return what is printed for the mark at each place. A `"` without another half stays."""
        for found in _AND.finditer(self.text):
            self.found |= {found.start(): APOSTROPHE, found.end() - 1: APOSTROPHE}
        for place in places:
            if place not in self.found:
                self._set(place, self.text[place])
        for place in places:
            if place not in self.found and self.text[place] == "'" and not self._is_foot(place):
                self.found[place] = APOSTROPHE
        return self.found

    def _set(self, at: int, mark: str) -> None:
        before, after = self._before(at), self.text[at + 1 : at + 2] or " "
        if _FEET.match(self.text, at):
            self.found[at] = mark
            return
        if mark == "'" and (self._within(before, after) or _LEFT_OUT.match(self.text, at)):
            self.found[at] = APOSTROPHE
        elif self._may_open(before, after):
            self.kinds[at] = "("
            doubtful = mark == "'" and bool(_MAYBE.match(self.text, at))
            self.opened.append(_Open(at, mark, doubtful))
            self.waiting[mark] += 1
        elif not before.isspace():
            self._close(at, mark)

    def _within(self, before: str, after: str) -> bool:
        """Whether a mark stands in a word: don't, l'eau, (UN)'s."""
        return after.isalnum() and not before.isspace() and before not in _OPENERS

    def _may_open(self, before: str, after: str) -> bool:
        if after.isspace() or after in _CLOSERS:
            return False
        return before.isspace() or before in _OPENERS or before == APOSTROPHE

    def _before(self, at: int) -> str:
        """Return what stands before a mark; another mark counts as what it has become."""
        if (kind := self.kinds.get(at - 1)) is not None:
            return kind
        before = self.text[at - 1 : at] or " "
        return APOSTROPHE if before == "'" else before

    def _close(self, at: int, mark: str) -> None:
        if not self.waiting[mark]:
            return
        possessive = bool(_POSSESSIVE.match(self.text, at))
        for depth in range(len(self.opened) - 1, -1, -1):
            opening = self.opened[depth]
            if opening.mark != mark:
                if mark == "'":
                    return
                continue
            if opening.doubtful and possessive:
                continue
            self.found[opening.at], self.found[at] = self.marks[mark]
            self.kinds[at] = ")"
            for dropped in self.opened[depth:]:
                self.waiting[dropped.mark] -= 1
            del self.opened[depth:]
            return

    def _is_foot(self, at: int) -> bool:
        """Whether a mark without another half stands for feet or minutes: 5' 10"."""
        after = self.text[at + 1 : at + 2]
        return self.text[at - 1 : at].isdigit() and not after.isalpha()
