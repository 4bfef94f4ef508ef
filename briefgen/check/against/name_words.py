"""The content words of a text with the names among them, and where each stands.

Who does something: a name before a verb that the article has behind it, or of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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


LEAST_VERB = 4
"""Letters of a verb that is known again in another form."""

REACH = 10
"""Content words before a verb among which the article has who does it."""

_STOPS = late_pattern(r"[;:.()\u2013\u2014]")


def other_subject(
    text: str, ours: list[NameWord], alike: Alike, names: SameNames
) -> tuple[str, Sentence] | None:
    """Return a name that does what the article has done to it, or by another.

    "The Court asked" for "it asked the Court", or for "the Board, asking"; the sentence of the
    article names nobody else for it, and ours is no passive.
    """
    for who, verb in _subjects(text, ours, names):
        places = [
            (sentence, theirs, at)
            for sentence, theirs in alike
            for at, one in enumerate(theirs)
            if not one.name and verb_root(sentence.text, one) == verb_root(text, verb)
        ]
        turned = [_is_turned(who, theirs, at, one.text, names) for one, theirs, at in places]
        if places and all(turned):
            said = text[who.start : verb.end]
            return f'says "{said}", which the article says of another', places[0][0]
    return None


def verb_root(text: str, one: NameWord) -> str:
    """Return a word without the ending of a verb: apply of applying, applied and applies."""
    return _ENDING.sub("", written(text, one).casefold().replace("y", "i"))


_ENDING = late_pattern(r"(?:ing|ed|es|ed|s|e|d)$")


def _subjects(
    text: str, words: list[NameWord], names: SameNames
) -> Iterator[tuple[NameWord, NameWord]]:
    """Yield each name that stands directly before a verb of the past, with the verb."""
    index = names.compared.index
    for who, verb in pairwise(words):
        between = text[who.end : verb.start]
        if not who.acts or verb.name or not between.isspace():
            continue
        said = written(text, verb).casefold()
        behind = _STOPS.split(text[verb.end :])[0]
        if len(said) < LEAST_VERB or index.words.is_agent.search(behind):
            continue
        if index.words.is_past.fullmatch(said):
            yield who, verb


def _is_turned(who: NameWord, theirs: list[NameWord], at: int, text: str, names: SameNames) -> bool:
    """Whether a sentence has somebody before its verb or behind it, as ours has another before."""
    verb = theirs[at]
    before = [one for one in theirs[max(0, at - REACH) : at] if one.name]
    if any(_is_same_run(one, who, names) for one in before):
        return False
    agent = names.compared.index.words.is_agent
    if agent.search(text[verb.end : verb.end + AGENT]):
        return False
    behind = theirs[at + 1] if at + 1 < len(theirs) else None
    if behind and behind.name and _is_same_run(behind, who, names):
        small = {*names.compared.index.words.determiners.split()}
        return small.issuperset(words_of(text[verb.end : behind.start]))
    doers = [one for one in before if one.acts and not _STOPS.search(text[one.end : verb.start])]
    holds = any(names.is_same(one.name, who.name) for one in theirs)
    return bool(doers) and not holds


def _is_same_run(one: NameWord, other: NameWord, names: SameNames) -> bool:
    """Whether two names stand among the same words, the first and the last: Harbour Board."""
    for short, long in ((one, other), (other, one)):
        words = names.terms.get(short.name or "", frozenset())
        if words and long.run <= words:
            return True  # the Audit Office, for the LAO
    less, more = sorted((one.run, other.run), key=len)
    return all(any(names.is_same(name, its) for its in more) for name in less)


AGENT = 12
"""Characters behind a verb among which a word such as by stands."""
