"""The content words of a text with the names among them, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from briefgen.cache import Same, kept
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.same_names import SameNames
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern

ROOT = 5
"""Letters by which two forms of a word are alike."""


class NameWord(Struct, frozen=True):
    """A content word: its root, the name that it is, and where it stands.

    `acts` is a name without a word such as "in" before it, which may do something; `run` are the
    names that it stands among: European Commission.
    """

    root: str
    name: str | None
    start: int
    end: int
    acts: bool
    run: frozenset[str] = frozenset()


Alike = Sequence[tuple[Sentence, list[NameWord]]]
"""Sentences of the article that may say the same as a statement, with their words."""


def content_words(text: str, names: SameNames) -> list[NameWord]:
    """Return the content words of a text, and its names."""
    return _found(text, Same(names))


@kept(2048)
def _found(text: str, shared: Same[SameNames]) -> list[NameWord]:
    names = shared.held
    index = names.compared.index
    found: list[NameWord] = []
    for match in WORDS.finditer(text):
        word = next(iter(words_of(match[0])), "")
        start, end = match.span()
        name = word if match[0][0].isupper() and names.is_name(word) else None
        if name or index.stems(word):
            acts = bool(name) and not index.words.governs_name.search(leading(text, start))
            acts = acts and not _OF_NAME.search(leading(text, start))
            last = found[-1] if found else None
            if last and last.name and _AND.fullmatch(text[last.end : start]):
                acts = acts and last.acts  # between China and Taiwan
            run = _run(text, start, end, index) if name else frozenset[str]()
            found.append(NameWord(word[:ROOT], name, start, end, acts, run))
    return found


def _run(text: str, start: int, end: int, index: SourceIndex) -> frozenset[str]:
    """Return the words with a capital that a name stands among: European Commission."""
    before, behind = _CAPITALS_BEFORE.search(text[:start]), _CAPITALS.match(text[end:])
    run = f"{before[0] if before else ''}{text[start:end]}{behind[0] if behind else ''}"
    return frozenset(word for word in words_of(run) if index.stems(word))


_CAPITALS_BEFORE = late_pattern(r"(?:[^\W\d_a-zß-öø-ÿ][\w-]*\s)*$")
_CAPITALS = late_pattern(r"(?:\s[^\W\d_a-zß-öø-ÿ][\w-]*)*")


def is_same(one: NameWord, other: NameWord, names: SameNames) -> bool:
    """Whether two words name the same: the European Commission is not the European Union."""
    if not names.is_same(one.name, other.name):
        return False
    less, more = sorted((one.run, other.run), key=len)
    return all(any(names.is_same(name, its) for its in more) for name in less)


_OF_NAME = late_pattern(r"\s(?:of|de|du|des|di|von)\s(?:the\s|la\s)?$", re.IGNORECASE)
"""Stands before a name whose body or thing does something: a representative of the Department."""


def leading(text: str, start: int) -> str:
    """Return what stands close before a place."""
    return text[max(0, start - CLOSE) : start]


CLOSE = 30
"""Characters before a name among which a word such as in and an article stand."""

WORDS = late_pattern(r"[^\W\d_][\w\u2010\u2011-]*")

_AND = late_pattern(rf"(?:,\s*)?(?:\s?(?:{JOINS}))?\s+")


def written(text: str, words: NameWord) -> str:
    """Return a word as a text has it."""
    return text[words.start : words.end]
