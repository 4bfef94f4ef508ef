"""References in text: `[#fact]`, `[>quotation]` and citations such as `[@ffi, p. 36; @who]`.

Prose, evidence and lists of sources name sources in one way: by key, and where in them; ids that
nobody gave are made of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen.pattern import late_pattern

KEY_LENGTH, LOCATOR_LENGTH = 100, 120

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_KEY = r"\w+(?:[:.+/?=&~%#$*'-]+\w+)*"
_PLACE = rf"[^\[\];@]{{1,{LOCATOR_LENGTH}}}"
_CITED = rf"@{_KEY}(?:\s*,\s*{_PLACE})?"

REFERENCE = late_pattern(rf"(?<!\\)\[(?:([#>])({_ID})|({_CITED}(?:\s*;\s*{_CITED})*)\s*)\]")
"""A reference in prose: groups are sign and id of a fact or a quotation, or a whole citation."""

_ONE = late_pattern(rf"@({_KEY})(?:\s*,\s*({_PLACE}))?")
_NAMED = late_pattern(rf"({_KEY})(?:\s*,\s*({_PLACE}))?")

SOURCE_ID = rf"^{_KEY}$"
"""The key of a source: that of a bibliography's entry, such as `Smith2019`, `DBLP:conf/x/Ab17`."""

SOURCE_REF = rf"^{_KEY}(\s*,\s*{_PLACE})?$"
"""The key of a source and, where it is known, where in it: `ffi, p. 36`."""

EVIDENCE = rf"^([#>]{_ID}|@{_KEY}(\s*,\s*{_PLACE})?)$"
"""What a statement rests on."""


class Cited(NamedTuple):
    """A source that is cited, and where in it; `locator` is empty where nothing says so."""

    id: str
    locator: str = ""

    @property
    def named(self) -> str:
        """The two as an argument names them."""
        return f"{self.id}, {self.locator}" if self.locator else self.id


class Referred(NamedTuple):
    """A reference in a text: its sign, what it names, and from where to where it stands."""

    sign: str
    id: str
    locator: str
    start: int
    end: int

    @property
    def evidence(self) -> str:
        """The reference as evidence names it."""
        return self.sign + Cited(self.id, self.locator).named


def references(text: str) -> Iterator[Referred]:
    """Yield each reference of a text; a citation of several sources is several."""
    for found in REFERENCE.finditer(text):
        yield from references_of(found)


def references_of(found: re.Match[str]) -> Iterator[Referred]:
    """Yield what a match of `REFERENCE` names."""
    if found[1]:
        yield Referred(found[1], found[2], "", found.start(), found.end())
        return
    for one in _ONE.finditer(found[3]):
        locator = " ".join((one[2] or "").split())
        yield Referred("@", one[1], locator, found.start(), found.end())


def cited(named: Iterable[str]) -> tuple[Cited, ...]:
    """Return sources as lists of an argument name them: `ffi` or `ffi, p. 36`."""
    matches = (_NAMED.fullmatch(one) for one in named)
    return tuple(Cited(one[1], " ".join((one[2] or "").split())) for one in matches if one)


def each_once(sources: Iterable[Cited]) -> list[Cited]:
    """Return sources cited at one place, each once, with all that says where in it: p. 3;p. 9."""
    by_id: dict[str, dict[str, None]] = {}
    for one in sources:
        by_id.setdefault(one.id, {})[one.locator] = None
    return [Cited(key, ";".join(filter(None, places))) for key, places in by_id.items()]


LENGTH = 44
"""Characters of an id that is made, so that a number can follow it."""


def slug(text: str, instead: str) -> str:
    """Return an id made of a text, or another word where the text has no letters for one."""
    words = re.sub(r"\[[^\]]*\]|\{[^}]*\}", " ", text.lower()[:400])
    made = re.sub(r"[^a-z0-9]+", "-", words.translate(_ASCII)).strip("-")
    if len(made) > LENGTH:
        made = made[:LENGTH].rpartition("-")[0] or made[:LENGTH]
    return made.strip("-") or instead


_ASCII = str.maketrans(
    {
        letter: plain
        for letters, plain in (
            ("àáâãäåæ", "a"),
            ("ç", "c"),
            ("èéêë", "e"),
            ("ìíîï", "i"),
            ("ñ", "n"),
            ("òóôõöø", "o"),
            ("ùúûü", "u"),
            ("ýÿ", "y"),
            ("ß", "s"),
            ("’'", ""),
        )
        for letter in letters
    }
)
