"""Words that mean the contrary of each other: more for less, feasible for infeasible.

Less of something for more of it: a comparison beside what the article says has changed.

"Depends more on gas" is turned, where the article says that the dependence on it was reduced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.cache import Same, kept
from briefgen.check.against.clause_pairs import Clause
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.strength import is_form, without_questions
from briefgen.check.against.synonyms import common, kin_of
from briefgen.pattern import late_pattern
from briefgen.types.point import Form

RISE_OR_FALL = 0
"""The place of rise and fall among contraries, in each language."""

ROOT = 5
"""Letters by which a verb and its noun are alike: depends, dependence."""

LEAST_SHARED = 2
"""Words besides the verb that a sentence shares which speaks of the same."""


def changed_otherwise(each: Statement, compared: Comparison) -> tuple[str, str, Clause] | None:
    """Return where a statement has more of what has become less in its passage, or contrary."""
    index, near = compared.index, compared.beside(each)
    if index.is_all(near) or each.passage.form in (None, Form.HEADLINE):
        return None
    stems = index.stems(each.text)
    for ours in compared.clauses.of(each.text):
        for root, more, words in _compared_in(ours, index):
            said = [
                found
                for one in near
                if len(one.stems & stems) >= LEAST_SHARED
                for found in _changes_of(root, one, compared)
            ]
            if said and all(rises != more for rises, _, _ in said):
                _, change, clause = said[0]
                return words, change, clause
    return None


def _compared_in(clause: Clause, index: SourceIndex) -> Iterator[tuple[str, bool, str]]:
    """Yield the root of each word that stands directly before more or less, and which of them."""
    changes = (pair for pair, _ in index.contraries(clause.text))
    if index.words.negates.search(clause.text) or RISE_OR_FALL in changes:
        return
    for pair in index.words.more_or_less:
        for pattern, more in zip(pair, (True, False), strict=True):
            for found in pattern.finditer(clause.text):
                before = _LAST.search(clause.text[: found.start()])
                word = next(iter(words_of(before[0])), "") if before else ""
                if before and len(word) > ROOT and index.stems(word):
                    yield word[:ROOT], more, f"{before[0].strip()} {found[0]}"


ADVERB = late_pattern(r"(?:ly|ment|mente)$", re.IGNORECASE)
"""The ending of a word that only says how something is: increasingly tentative."""

_LAST = late_pattern(r"[^\W\d_]+\s+$")


def _changes_of(
    root: str, sentence: Sentence, compared: Comparison
) -> Iterator[tuple[bool, str, Clause]]:
    """Yield whether something of a root rises in a sentence, with the words that say so."""
    index = compared.index
    for clause in compared.clauses.of_sentence(sentence):
        directions = {
            rises: word
            for (pair, rises), word in index.contraries(clause.text).items()
            if pair == RISE_OR_FALL
        }
        directions = {up: word for up, word in directions.items() if not ADVERB.search(word)}
        named = any(word.startswith(root) for word in clause.words)
        if named and len(directions) == 1 and not index.words.negates.search(clause.text):
            yield *next(iter(directions.items())), clause


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
        if _is_converse(word, ours, other, theirs, index) or compares_round(ours, theirs, index):
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
    words = index.words
    return bool(words.negates.search(clause) or words.lessens.search(clause))  # few opposed it


_CLAUSE_START = late_pattern(r"[:;.\u2013\u2014]\s|,\s")


def compares_round(ours: str, theirs: str, index: SourceIndex) -> bool | None:
    """Whether one text compares A with B and another B with A; None, if that is not known."""
    sides = [sides_of(text, Same(index)) for text in (ours, theirs)]
    if not sides[0] or not sides[1]:
        return False
    (left, right, _), (its_left, its_right, _) = sides[0], sides[1]
    denied = [[WITHOUT in side for side in one] for one in ((left, right), (its_left, its_right))]
    if all(sum(one) == 1 for one in denied):
        return denied[0] != denied[1]  # "those with a licence, those without one"
    straight = words_shared(left, its_left) + words_shared(right, its_right)
    crossed = words_shared(left, its_right) + words_shared(right, its_left)
    return None if straight == crossed else crossed > straight


_Words = tuple[frozenset[str], ...]


def words_shared(some: _Words, others: _Words) -> int:
    """Return how many of some words others have as well, or words of one meaning."""
    return common(some, frozenset[str]().union(*others))


@kept(4096)
def sides_of(text: str, shared: Same[SourceIndex]) -> tuple[_Words, _Words, str] | None:
    """Return what a text compares with what, and its word such as more, if it does so once."""
    index = shared.held
    than = [*index.words.stands_than.finditer(text)]
    for found in than:
        before, behind = text[: found.start()], text[found.end() :]
        clause = [*index.words.parts_clauses.split(before)][-1]
        more = [
            one
            for pair in index.words.more_or_less
            for pattern in pair
            for one in pattern.finditer(clause)
        ]
        last = max(more, key=lambda one: one.start(), default=None)
        higher = last or next(index.words.is_comparative.finditer(clause), None)
        if higher is None or len(words_of(clause[higher.end() :])) > REACH:
            continue
        right = index.words.parts_clauses.split(behind)[0]
        word = last[0] if last else ""
        left = clause[: higher.start()]
        sides = (kin_of(left, index), kin_of(right, index)[:SIDE])
        lack = [(WITHOUT,) if _LACKS.search(one) else () for one in (left, right)]
        return (*sides[0], *lack[0]), (*sides[1], *lack[1]), word
    return None


_LACKS = late_pattern(r"(?<!\w)(?:without|sans|ohne|sin|senza)(?!\w)", re.IGNORECASE)
WITHOUT = frozenset({"without"})
"""Stands among the words of a side that lacks what the other has."""

REACH = 6
"""Words between one such as more and "than" at most."""

SIDE = 4
"""Content words behind "than" of what something is compared with."""
