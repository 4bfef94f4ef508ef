"""Two things of which one is denied for the other: not A but B, B rather than A."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.cache import Same, kept
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern

_BUT = late_pattern(r",?\s(?:but|mais|sondern|sino|bensì|ma)\s", re.IGNORECASE)
_RATHER = late_pattern(
    r",?\s(?:rather\s+than|instead\s+of|plutôt\s+que|au\s+lieu\s+d['\u2019e]|statt|anstatt"
    r"|en\s+lugar\s+de|en\s+vez\s+de|invece\s+d\w+|piuttosto\s+che)\s",
    re.IGNORECASE,
)
_AND = late_pattern(rf"\s(?:{JOINS})\s")
_STOPS = late_pattern(r"[,;:.()\u2013\u2014]\s?")

CLOSE = 4
"""Content words on either side of what sets two things against one another."""

_Contrast = tuple[frozenset[str], frozenset[str]]


def turned_contrast(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return where a statement denies what its passage says, and says what that denies.

    "Independence, not competition" for "not independence, but competition".
    """
    index = compared.index
    ours = _contrasts(each.text, Same(index))
    if not ours:
        return _joined(each, compared)
    for one in compared.around(each):
        for said, denied in _contrasts(one.text, Same(index)):
            for mine, not_mine in ours:
                if mine & denied and not_mine & said and not (mine & said or not_mine & denied):
                    here, there = min(mine & denied), min(not_mine & said)
                    words = " ".join(
                        word for word in words_of(each.text) if word.startswith((here, there))
                    )
                    return f'"{words}" stand the other way round in the article', one
    return None


def _joined(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return what a statement says together with what its passage denies it for: A and B."""
    index, words = compared.index, compared.index.words
    if words.negates.search(each.text) or words.implies_not.search(each.text):
        return None
    stems = index.stems(each.text)
    for one in compared.around(each):
        for said, denied in _contrasts(one.text, Same(index)):
            if len(stems & one.stems) >= LEAST_SHARED and said & stems and denied & stems:
                for joined in _AND.finditer(each.text):
                    before = _last(each.text[: joined.start()], index)
                    if said & before and denied & _first(each.text[joined.end() :], index):
                        told = each.text[joined.start() :].split()[: CLOSE - 1]
                        return f'"{" ".join(told)}" is denied in the article', one
    return None


LEAST_SHARED = 3
"""Words that a sentence shares with a statement which says the same."""


@kept(4096)
def _contrasts(text: str, shared: Same[SourceIndex]) -> tuple[_Contrast, ...]:
    """Return what a text says, and what it denies for it, by their words."""
    return tuple(_each_contrast(text, shared.held))


def _each_contrast(text: str, index: SourceIndex) -> Iterator[_Contrast]:
    for found in index.words.negates.finditer(text):
        behind = text[found.end() :]
        before = text[: found.start()].rstrip()
        if but := _BUT.search(behind):
            yield _apart(behind[but.end() :], behind[: but.start()], index, is_behind=True)
        if before.endswith((",", ";")):
            yield _apart(before[:-1], _STOPS.split(behind.lstrip())[0], index)
    for found in _RATHER.finditer(text):
        yield _apart(text[: found.start()], text[found.end() :], index)


def _apart(said: str, denied: str, index: SourceIndex, *, is_behind: bool = False) -> _Contrast:
    """Return the words of two parts that stand close by, without those of both."""
    near = _first(said, index) if is_behind else _last(said, index)
    other = _first(denied, index)
    return near - other, other - near


def _first(text: str, index: SourceIndex) -> frozenset[str]:
    content = [word for word in words_of(_STOPS.split(text)[0]) if index.stems(word)]
    return frozenset[str]().union(*map(index.stems, content[:CLOSE]))


def _last(text: str, index: SourceIndex) -> frozenset[str]:
    content = [word for word in words_of(_STOPS.split(text)[-1]) if index.stems(word)]
    return frozenset[str]().union(*map(index.stems, content[-CLOSE:]))
