"""Acronyms and what they stand for, by the algorithm of Schwartz and Hearst (PSB 2003).

A short form in brackets behind its long form, or the other way round: the letters of the short
form are looked for in the words before it, from right to left; its first letter begins a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.languages.recognised import WITHIN_NAMES
from briefgen.pattern import late_pattern

SHORT_LENGTH = 12
"""Characters of the longest short form."""

_BRACKETS = late_pattern(r"\(\s*[\"'\u2018\u201c]?([^()]{2,120}?)[\"'\u2019\u201d]?\s*\)")
_SHORT = late_pattern(r"[^\W\d_][\w&./\u2011-]{0,10}[\w]s?")
_SPACES = late_pattern(r"\s+")
_CITES = late_pattern(r",\s(?:1[5-9]|20)\d\d")
_WINDOW = 400
_QUOTES = " ,;:'\"\u2018\u2019\u201c\u201d\u00ab\u00bb"


def acronyms_in(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield short form, long form and place of each acronym that a text explains."""
    for found in _BRACKETS.finditer(text):
        if _CITES.search(found[1]):
            continue  # the author of a work, and its year
        inside = found[1].split(";")[0].split(", ")[0].strip()
        before = text[max(0, found.start() - _WINDOW) : found.start()].rstrip()
        if _is_short(inside):
            long = _long_form(inside, before) or _name_before(inside, before)
            if long:
                yield inside, long, found.start()
                continue
        outside = re.search(r"(\S+)$", before)
        long = _long_form(outside[1], inside) if outside and _is_short(outside[1]) else None
        if outside and long and len(long) == len(inside):
            yield outside[1], long, found.start()


def _is_short(text: str) -> bool:
    """Whether a text may be an acronym: two capitals, or a capital and no plain word."""
    if not _SHORT.fullmatch(text) or len(text) > SHORT_LENGTH:
        return False
    capitals = sum(map(str.isupper, text))
    if capitals >= 2:  # noqa: PLR2004
        return capitals * 4 >= len(text)
    return text[0].isupper() and text[1:].islower()


def _long_form(short: str, before: str) -> str | None:
    letters = [letter for letter in short if letter.isalnum()]
    most = min(len(letters) + 5, len(letters) * 2)
    words = list(re.finditer(r"\S+", before))[-most:]
    if not words:
        return None
    offset = words[0].start()
    window = before[offset:]
    place = len(window)
    for index in range(len(letters) - 1, -1, -1):
        place = _found_before(window, place, letters[index], begins=index == 0)
        if place < 0:
            return None
    place = _capital_before(window, place)
    long = window[place:].strip(_QUOTES)
    return _SPACES.sub(" ", long) if _is_plausible(short, letters, long) else None


def _capital_before(window: str, place: int) -> int:
    """Return where a name begins whose first two words begin alike, as in "Forum for"."""
    if not window[place].islower():
        return place
    found = re.search(rf"\b{re.escape(window[place].upper())}[\w'-]*\s+$", window[:place])
    return found.start() if found else place


def _name_before(short: str, before: str) -> str | None:
    """Return the name in front of an acronym whose letters stand in another order, as MINUSMA."""
    found = re.search(rf"(?:{_CAPITAL}[ ]|{_SMALL}[ ])*{_CAPITAL}$", before[-_NAME_WINDOW:])
    if found is None or not short.isupper() or len(short) < LEAST_OF_NAME:
        return None
    words = found[0].split()
    while words and not words[0][0].isupper():
        words = words[1:]
    begins = next((at for at, word in enumerate(words) if word[0] == short[0]), 0)
    named = (part for part in (words[begins:], words) if _names(short, part))
    return next((" ".join(part) for part in named), None)


def _names(short: str, words: list[str]) -> bool:
    """Whether an acronym may be made of the words of a name, in whatever order."""
    initials = Counter(word[0].upper() for word in words)
    shared = sum((initials & Counter(short)).values())
    return len(words) >= LEAST_OF_NAME and shared * 4 >= len(short) * 3


LEAST_OF_NAME = 4
"""Letters of an acronym, and words of its name, where their order may differ."""

LEAST_OF_COMPOUND = 12
"""Letters of a single word that an acronym stands for."""

_CAPITAL = r"[^\W\d_a-z][\w'\u2019-]*"
_SMALL = f"(?:{WITHIN_NAMES})"
_NAME_WINDOW = 160


def _found_before(text: str, place: int, letter: str, *, begins: bool) -> int:
    place -= 1
    while place >= 0:
        fits = text[place].casefold() == letter.casefold()
        if fits and (not begins or place == 0 or not text[place - 1].isalnum()):
            return place
        place -= 1
    return -1


def _is_plausible(short: str, letters: list[str], long: str) -> bool:
    """Whether a long form is one: longer, of several words, and most letters begin words of it."""
    words = re.findall(r"[\w']+", long)
    if len(long) <= len(short) or short in words:
        return False
    if len(words) == 1:  # a compound: Bundesnachrichtendienst (BND)
        capitals = sum(map(str.isupper, short))
        return long[0].isupper() and len(long) >= LEAST_OF_COMPOUND and capitals >= 3  # noqa: PLR2004
    initials = "".join(word[0] for word in words).casefold()
    matched, place = 0, 0
    for letter in letters:
        at = initials.find(letter.casefold(), place)
        if at >= 0:
            matched, place = matched + 1, at + 1
    of_compounds = matched == len(words) and matched * 2 == len(letters)
    return matched * 2 > len(letters) or matched >= 3 or of_compounds  # noqa: PLR2004
