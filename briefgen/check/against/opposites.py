"""Words that mean the contrary of each other: more for less, feasible for infeasible."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.check.against.changes import RISE_OR_FALL
from briefgen.check.against.index import SourceIndex, words_of
from briefgen.check.against.strength import is_form, without_questions
from briefgen.pattern import late_pattern


def turned_by_prefix(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return a word that one of two texts turns by a prefix: feasible, infeasible."""
    if index.words.negates.search(ours) or index.words.negates.search(theirs):
        return None
    ours, theirs = (without_questions(text, index) for text in (ours, theirs))
    mine, its = set(words_of(ours)), set(words_of(theirs))
    for words, others in ((mine, its), (its, mine)):
        for word in words - others:
            if len(word) >= LONGEST_PREFIXED and word not in _NO_OPPOSITES:
                for prefix in _PREFIXES:
                    if (turned := prefix + word) in others and turned not in words:
                        pair = (word, turned) if words is mine else (turned, word)
                        return f'"{pair[0]}" here, "{pair[1]}" in the article'
    return None


LONGEST_PREFIXED = 6
"""Letters of a word that a prefix may turn: shorter ones are parts of too many others."""

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non-", "nicht-")
_NO_OPPOSITES = frozenset({"different", "famous", "valuable", "flammable", "tensive", "stance"})


def opposite(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return two opposites of which each side has one, and only that one."""
    mine, its = index.opposites(ours), index.opposites(theirs)
    both = _ways(ours, index) & _ways(theirs, index)
    if not mine or not its or _denies_the_above(ours, index) or _denies_the_above(theirs, index):
        return None
    for (place, first), word in mine.items():
        other = its.get((place, not first))
        if not other or (place, not first) in mine or (place, first) in its:
            continue
        if both and _ways(word, index):
            continue  # "a 2% increase at the bottom and a 1% loss at the top" says both
        if not _stands_alike(word, ours, other, theirs, index):
            continue
        if _is_converse(word, ours, other, theirs, index):
            continue
        if any(mine.get(pair) == word for pair in mine.keys() & its.keys()):
            continue  # "contracted" after "growth" is "shrunk" after it
        if not _is_denied(word, ours, index) and not _is_denied(other, theirs, index):
            return f'"{word}" here, "{other}" in the article'
    return None


def _ways(text: str, index: SourceIndex) -> set[bool]:
    """Return whether a text says that something rises, or falls, or both."""
    return {up for (pair, up) in index.contraries(text) if pair == RISE_OR_FALL}


def _stands_alike(word: str, ours: str, other: str, theirs: str, index: SourceIndex) -> bool:
    """Whether more and fewer are said of the same word; of other opposites nothing is asked."""
    compares = (one for pair in index.words.more_or_less for one in pair)
    if not any(one.fullmatch(word) for one in compares):
        return True
    around, nouns = [], []
    for text, said in ((ours, word), (theirs, other)):
        place = text.find(said)
        behind = words_of(text[place + len(said) :])
        before = words_of(text[:place])[-1:]
        is_than = behind[:1] == ("than",)
        tells = [one for one in behind if index.stems(one)][: THAN if is_than else 1]
        around.append(frozenset[str]().union(*map(index.stems, (*tells, *before))))
        nouns.append(frozenset[str]() if is_than or not tells else index.stems(tells[0]))
    if around[0] & around[1]:
        return True
    apart = nouns[0].isdisjoint(index.stems(theirs)) and nouns[1].isdisjoint(index.stems(ours))
    return bool(nouns[0] and nouns[1]) and apart  # less scope, more room


def _is_converse(word: str, ours: str, other: str, theirs: str, index: SourceIndex) -> bool:
    """Whether one text compares A with B, and another B with A: less than A costs, A costs more."""
    sides = []
    for text, said in ((ours, word), (theirs, other)):
        place = text.find(said)
        behind = text[place:]
        than = index.words.stands_than.search(behind)
        if than is None:
            return False
        before = [one for one in words_of(text[:place]) if index.stems(one)]
        compared = [one for one in words_of(behind[than.end() :]) if index.stems(one)]
        sides.append((before[-BEFORE:], compared[:1]))
    (mine, mine_too), (its, its_too) = sides
    crossed = _share_form(mine_too, its) or _share_form(its_too, mine)
    return crossed and not _share_form(mine_too, its_too)


def _share_form(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(is_form(one, other) for one in some for other in others)


BEFORE = 2
"""Words before "less than" among which is what it says of A."""

THAN = 3
"""Words behind "more than" among which is what it is more than."""


def _denies_the_above(text: str, index: SourceIndex) -> bool:
    """Whether a clause ends in a word such as not: reform could win votes, cuts would not."""
    found = index.words.negates.finditer(text)
    return any(not text[one.end() :].strip() or text[one.end()] in ",;:." for one in found)


def _is_denied(word: str, text: str, index: SourceIndex) -> bool:
    """Whether a word such as not stands before another in its clause."""
    before = text[: text.find(word)]
    clause = _CLAUSE_START.split(before)[-1]
    return bool(index.words.negates.search(clause))


_CLAUSE_START = late_pattern(r"[:;.\u2013\u2014]\s|,\s")
