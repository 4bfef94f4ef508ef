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


def _patterns(language: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for code in dict.fromkeys((language, "en")):
        for kind, term in _terms(code).items():
            words = rf"(?:{term.read})(?:\s+|(?<=\W)|(?=\d)){_VALUE}"
            yield kind, compile_pattern(words, re.IGNORECASE | re.VERBOSE)


@kept(8)
def _terms(language: str) -> dict[str, LocatorTerm]:
    data = section(language.partition("-")[0], "locators")
    return msgspec.convert(data or {}, dict[str, LocatorTerm])
