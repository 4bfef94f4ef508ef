"""Where in a source something stands, as authors write it and as a language prints it.

`p. 36`, `pp. 36-38`, `para. 12`, `§ 4` and a bare `36`, which is a page. The words are those of the
argument's language and English; what has none of them is printed as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.languages.files import section
from briefgen.pattern import compile_pattern, late_pattern

_VALUE = r"(?=\S*\d|[ivxlcdm]+\b|(?-i:[A-Z]{1,4}\b))"
_RANGE = late_pattern(r"(?<=[\divxlcdm])\s*(?:--|-|–)\s*(?=[\divxlcdm])")
_SEVERAL = late_pattern(r"[\divxlcdm]\s*[–,&]\s*[\divxlcdm]|\d\w*\s+\w+\s+\d")
_BARE = late_pattern(r"\d[\d\s,–&-]*")


class LocatorTerm(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one kind of place: before one, before several, and a pattern of those read."""

    one: str
    many: str
    read: str


class Locator(NamedTuple):
    """A place in a source: its kind, as CSL names it (page, paragraph …), and which it is.

    What is of no known kind is "".
    """

    kind: str
    value: str

    @property
    def is_several(self) -> bool:
        """Whether it is a range or a list."""
        return bool(_SEVERAL.search(self.value))


@kept(256)
def read_locator(text: str, language: str) -> Locator:
    """Return the place that words say, with a dash in its ranges."""
    text = _RANGE.sub("–", " ".join(text.split()))
    for kind, pattern in _patterns(language):
        if found := pattern.match(text):
            return Locator(kind, text[found.end() :])
    return Locator("page" if _BARE.fullmatch(text) else "", text)


@kept(256)
def printed(text: str, language: str) -> str:
    """Return a place in the words of a language, its number on the same line."""
    place = read_locator(text, language)
    terms = _terms(language) or _terms("en")
    if not place.kind:
        return place.value
    term = terms[place.kind]
    return f"{term.many if place.is_several else term.one}\u00a0{place.value}"


@kept(256)
def in_short(texts: tuple[str, ...], language: str) -> str:
    """Return places of one source as a narrow cell has them: `standfirst, paras. 3–5, 8`.

    Numbers of one kind are listed once, in order, and those that follow one another as a range.
    What is no such place is printed as it is written, once.
    """
    others: dict[str, None] = {}
    numbers: dict[str, set[int]] = {}
    for text in texts:
        rest = text
        for kind, pattern in _lists(language):
            for found in pattern.finditer(rest):
                numbers.setdefault(kind, set()).update(_listed(found["numbers"]))
            rest = pattern.sub(";", rest)
        others |= dict.fromkeys(part for one in re.split(r"[;,]", rest) if (part := one.strip()))
    terms = _terms(language) or _terms("en")
    shown = [*others]
    for kind, known in numbers.items():
        term = terms[kind].many if len(known) > 1 else terms[kind].one
        shown.append(f"{term}\u00a0{_ranges(known)}")
    return ", ".join(shown)


@kept(256)
def numbered(text: str, language: str) -> frozenset[tuple[str, int]]:
    """Return the kinds and numbers of places that a text lists: paragraphs 3 and 8."""
    return frozenset(
        (kind, number)
        for kind, pattern in _lists(language)
        for found in pattern.finditer(text)
        for number in _listed(found["numbers"])
    )


def _lists(language: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    number = r"\d+(?![\w.]*\w)"
    between = r"\s*(?:[,–&-]|,?\s[^\W\d]{1,3}\s)\s*"
    for code in dict.fromkeys((language, "en")):
        for kind, term in _terms(code).items():
            words = rf"(?<!\w)(?:{term.read})\s*(?P<numbers>{number}(?:{between}{number})*)"
            yield kind, compile_pattern(words, re.IGNORECASE | re.VERBOSE)


def _listed(numbers: str) -> Iterator[int]:
    """Yield the numbers of a list, those of its ranges too."""
    for one in re.finditer(r"(\d+)(?:\s*[–-]\s*(\d+))?", numbers):
        first, last = int(one[1]), int(one[2] or one[1])
        yield from range(first, last + 1) if last - first < LONGEST_RANGE else (first, last)


LONGEST_RANGE = 1_000
"""Numbers of a range that are written out one by one to be joined with others."""


def _ranges(known: set[int]) -> str:
    """Return numbers in order, those that follow one another as a range."""
    shown: list[list[int]] = []
    for number in sorted(known):
        if shown and number == shown[-1][-1] + 1:
            shown[-1].append(number)
        else:
            shown.append([number])
    return ", ".join(f"{one[0]}–{one[-1]}" if one[1:] else str(one[0]) for one in shown)


def _patterns(language: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for code in dict.fromkeys((language, "en")):
        for kind, term in _terms(code).items():
            words = rf"(?:{term.read})(?:\s+|(?<=\W)|(?=\d)){_VALUE}"
            yield kind, compile_pattern(words, re.IGNORECASE | re.VERBOSE)


@kept(8)
def _terms(language: str) -> dict[str, LocatorTerm]:
    data = section(language.partition("-")[0], "locators")
    return msgspec.convert(data or {}, dict[str, LocatorTerm])
