"""Words in quotation marks, in the marks of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.pattern import late_pattern

QUOTATION_LIMIT = 1_500
"""Characters within which a mark that opens must be closed."""

_CLOSES = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u201e": "\u201c\u201d", "\u2039": "\u203a"}
_SINGLE_CLOSES = {"\u2018": "\u2019", "\u201a": "\u2018\u2019", "'": "'\u2019"}
_MARK = late_pattern("[\u201c\u00ab\u201e\u2039\"\u2018\u201a']")
_BEFORE = late_pattern(r"(?:^|[\s(\[\u2014\u2013/\u201c\u00ab\u201e\"-])$")
_DECADE = late_pattern(r"\d0s\b")


class Quoted(Struct, frozen=True):
    """Words between quotation marks, which stand before `start` and behind `end`."""

    start: int
    end: int
    text: str

    @property
    def word_count(self) -> int:
        """How many words are quoted."""
        return len(self.text.split())


def quoted(text: str) -> list[Quoted]:
    """Return what stands in quotation marks, in order; of marks within marks, the outer ones.

    An apostrophe is none: a single mark opens only before a word and after a space, and closes
    only behind a word and before none. Time is linear in the text.
    """
    return list(_quoted(text))


def _quoted(text: str) -> Iterator[Quoted]:
    place = 0
    while found := _MARK.search(text, place):
        place = found.end()
        mark = found[0]
        if mark == '"':
            end = _closing_straight(text, found)
        elif mark in _CLOSES:
            end = _first_of(text, place, _CLOSES[mark])
        else:
            end = _closing_single(text, found, _SINGLE_CLOSES[mark])
        if end is None or not text[place:end].strip():
            continue
        start, stop = _without_edges(text, place, end)
        yield Quoted(start, stop, text[start:stop])
        place = end + 1


def _first_of(text: str, start: int, marks: str) -> int | None:
    places = [text.find(mark, start, start + QUOTATION_LIMIT) for mark in marks]
    return min((place for place in places if place >= 0), default=None)


def _closing_straight(text: str, found: re.Match[str]) -> int | None:
    after = text[found.end() : found.end() + 1]
    if not after or after.isspace() or not _BEFORE.search(text[: found.start()][-1:]):
        return None
    return _first_of(text, found.end(), '"')


def _closing_single(text: str, found: re.Match[str], marks: str) -> int | None:
    start = found.end()
    opens = _BEFORE.search(text[: found.start()][-1:]) and text[start : start + 1].isalnum()
    if not opens or _DECADE.match(text, start):
        return None
    for place in range(start + 1, min(len(text), start + QUOTATION_LIMIT)):
        letter = text[place]
        if letter in marks and not text[place - 1].isspace():
            after = text[place + 1 : place + 2]
            if not after.isalnum() and not _is_possessive(text, start, place, marks):
                return place
        elif _BEFORE.search(text[place - 1]) and letter in "'\u2018" and letter not in marks:
            return None
    return None


def _is_possessive(text: str, start: int, place: int, marks: str) -> bool:
    """Whether a mark behind an s is an apostrophe: another one closes before the next opens."""
    if text[place - 1] != "s" or text[place + 1 : place + 2] != " ":
        return False
    rest = text[place + 1 : start + QUOTATION_LIMIT]
    following = re.search(rf"[{marks}\u2018]", rest)
    return following is not None and not _BEFORE.search(rest[: following.start()][-1:])


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out spaces within the marks, and a comma that belongs to the sentence around them."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    stop = start + len(part.strip())
    while stop > start and text[stop - 1] in ",;":
        stop -= 1
    return start, stop
