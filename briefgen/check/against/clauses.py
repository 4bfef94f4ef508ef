"""Clauses that are surer than the article: of a long sentence, the one that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.check.against.alignment import surely_taken
from briefgen.check.against.clause_pairs import Clause, clause_of
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.references_here import in_prose, with_references
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.strength import (
    strongest,
    without_questions,
)
from briefgen.check.against.tenses import is_open, other_tense
from briefgen.check.against.turned_causes import cause_turned
from briefgen.check.rule import Remark
from briefgen.languages.recognised import BREAKS
from briefgen.languages.source_words import SourceWords
from briefgen.pattern import late_pattern
from briefgen.types.point import Form

LEAST_STEMS, SHARED = 3, 0.5
"""Words that a clause must have to be compared, and the share of them that the article has."""

CLAUSE = late_pattern(rf"[;:]\s|,\s(?:{BREAKS})\s")
_STOP = late_pattern(r"[;:.]\s")


def surer_clauses(compared: Comparison) -> Iterator[tuple[Statement, Sentence, str]]:
    """Yield statements with a clause that is surer than what the article says, and its sentence.

    A clause is compared with the sentence of the passage that it shares most words with.
    """
    for each, _ in with_references(compared):
        found = _surer_clause(each, compared.index)
        if found:
            yield each, *found


def near_clauses(each: Statement, index: SourceIndex) -> Iterator[tuple[str, Sentence]]:
    """Yield the clauses of a sentence with the sentence of its passage that each is taken from."""
    clauses = CLAUSE.split(each.text)
    if len(clauses) < 2 or index.is_all(each.among):  # noqa: PLR2004
        return
    for clause in clauses:
        if len(index.stems(clause)) >= LEAST_STEMS:
            nearest, share = index.nearest(clause, each.among)
            if nearest is not None and share >= SHARED:
                yield clause, nearest


def _surer_clause(each: Statement, index: SourceIndex) -> tuple[Sentence, str] | None:
    for clause, nearest in near_clauses(each, index):
        for levels in (index.words.evidence_levels, index.words.modal_levels):
            mine, its = strongest(clause, levels), strongest(nearest.text, levels)
            if mine and not levels[mine[0]].search(without_questions(each.text, index)):
                continue
            sure = mine and mine[0] == len(levels) - 1
            if mine and its and sure and its[0] < mine[0] - (len(levels) > LEVELS_APART):
                return nearest, f'"{mine[1]}" for "{its[1]}"'
    return None


LEVELS_APART = 3
"""Of more levels of verbs than these, a clause must be two above the article."""


def plain_clauses(compared: Comparison) -> Iterator[tuple[Statement, Sentence, str]]:
    """Yield statements that tell plainly what the article only expects or thinks possible.

    Nearly all words of a clause are in one sentence of its passage, and none of the sentences that
    have as many says it plainly; or its year is still to come, as the article has it.
    """
    index = compared.index
    possible, expected = index.words.only_possible, index.words.only_expected
    for each, _ in in_prose(compared):
        near = compared.beside(each)
        if each.passage.form == Form.HEADLINE or index.is_all(near):
            continue
        found = other_tense(each, near, index)
        if found:
            yield each, *found
            continue
        weak = (possible, expected) if index.words.is_past.search(each.text) else (possible,)
        for clause in (*compared.clauses.of(each.text), clause_of(each.text, index)):
            if plain := _plainly(clause, each, near, weak, index):
                yield each, *plain
                break


def _plainly(
    clause: Clause,
    each: Statement,
    near: Sequence[Sentence],
    weak: Sequence[re.Pattern[str]],
    index: SourceIndex,
) -> tuple[Sentence, str] | None:
    """Return the sentence that says a clause with a word that leaves it open, and the word."""
    if len(clause.stems) < LEAST_PLAIN:
        return None
    shares = [len(clause.stems & one.stems) for one in near]
    most = max(shares, default=0)
    least = SHARED_OF_MANY if len(clause.stems) >= MANY else PLAIN_SHARED
    if most < least * len(clause.stems):
        return None
    said = each.text[: clause.start + len(clause.text)]
    if index.words.evidence_levels[0].search(each.text):
        said = each.text  # "After a rise, the harvest seems to have fallen" tells none of it
    is_left_open = is_open(said, index)
    if is_left_open and not _is_only_reported(said, index):
        return None
    best = [one for one, share in zip(near, shares, strict=True) if share >= most - 1]
    if is_left_open and not all(index.words.reports.search(one.text) for one in best):
        return None  # what somebody says there is hedged by that he says it
    if any(index.words.limits_to.search(one.text) for one in best):
        return None  # what may be only so is allowed
    words = [_weak_beside(clause.stems, one, weak, index) for one in best]
    return (best[0], f'without "{words[0]}"') if words and all(words) else None


LEAST_PLAIN, PLAIN_SHARED = 3, 0.75
"""Words of a clause that may be put too plainly, and the share of them that a sentence has."""

MANY, SHARED_OF_MANY = 7, 0.6
"""Words of a long clause, of which a smaller share is enough."""


def _is_only_reported(text: str, index: SourceIndex) -> bool:
    """Whether nothing but who says so leaves open what a text says."""
    said = text
    for found in reversed([*index.words.reports.finditer(text)]):
        said = said[: found.start()] + said[found.end() :]
    return said != text and not is_open(said, index)


def _weak_beside(
    stems: frozenset[str], sentence: Sentence, weak: Sequence[re.Pattern[str]], index: SourceIndex
) -> str | None:
    """Return what leaves open the part of a sentence that has most of some words.

    Or any part of which they are most: "others may stop accepting their rulings".
    """
    parts = [*_parts_of(sentence.text)]
    shared = [len(index.stems(part) & stems) for _, part in parts]
    for (before, part), count in zip(parts, shared, strict=True):
        whole = len(index.stems(part))
        if count != max(shared) and (count < LEAST_OF_PART or count < OF_PART * whole):
            continue
        found = next((said for one in weak if (said := one.search(f"{before}{part}"))), None)
        if found:
            return found[0]
    return None


LEAST_OF_PART, OF_PART = 2, 0.5
"""Words of a statement in a part of a sentence that it repeats, and their share of the part's."""


def _parts_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a sentence, each with what stands close before it: the risk is that."""
    start = 0
    for found in _PARTS.finditer(text):
        yield text[max(0, start - OPENING) : start], text[start : found.start()]
        start = found.end()
    yield text[max(0, start - OPENING) : start], text[start:]


OPENING = 16
"""Characters before a part of a sentence among which "risk is that" stands."""

_PARTS = late_pattern(
    r"[,;:.\u2013\u2014]\s|\s(?:as|while|because|that|which|who|que|qui|car|weil|porque|che)\s"
)


@source_rule("cause-not-in-source", "warning", "No cause is named where the article names none.")
def other_causes(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that makes one thing the cause of another, and whose passage does not.

    Looked at are the sentences of its passage that share most words with it; without a locator,
    those of the paragraph of the nearest. Any word of them that may say why is enough.
    """
    words = compared.index.words
    for each in compared.statements:
        if each.passage.path[0] != "facts" and (turned := cause_turned(each, compared)):
            message = "has a cause and what comes of it the other way round"
            yield Remark(each.passage.path, message, turned.reading(turned.text))
            continue
        found = words.causes.search(without_questions(each.text, compared.index))
        if found is None or each.passage.path[0] == "facts" or each.nearest is None:
            continue
        near = compared.beside(each)
        if compared.index.is_all(near):
            near = [one for one in near if one.paragraph.locator == each.nearest.paragraph.locator]
        best = _that_say_so(each, near, compared)
        told = surely_taken(each, compared)  # whose cause may be told in other words
        is_explained = told is not None and bool(words.explains.search(told.text))
        unexplained = not any(words.explains.search(one.text) for one in best)
        if told is not None and not is_explained:
            beside = compared.index.beside(told)
            unexplained = unexplained or not any(words.causes.search(one.text) for one in beside)
        if (
            unexplained
            or (told is not None and _cause_denied(each.text, told.text, words))
            or (not is_explained and _new(each, compared))
            or _goes_along(each, compared)
        ):
            message = f'makes something a cause: "{found[0]}"; its passage does not'
            hint = "say what the article says of the two, and no more"
            yield Remark(each.passage.path, message, hint)


def _cause_denied(ours: str, theirs: str, words: SourceWords) -> bool:
    """Whether a sentence denies that something is a cause, and a text does not."""
    found = [*words.causes.finditer(theirs)]
    denied = [bool(words.negates.search(theirs[: one.start()][-DENIED:])) for one in found]
    return bool(found) and all(denied) and not words.negates.search(ours)


DENIED = 60
"""Characters before a word such as cause among which one such as not denies it."""


def _that_say_so(
    each: Statement, near: Sequence[Sentence], compared: Comparison
) -> Sequence[Sentence]:
    """Return the sentences that may say what a statement does; all, if it shares few words."""
    stems = compared.index.stems(each.text)
    most = max((len(one.stems & stems) for one in near), default=0)
    if most < max(LEAST_STEMS, LEAST_ALIKE * len(stems)):
        return near
    return [one for one in near if len(one.stems & stems) >= NEARLY * most]


LEAST_ALIKE = 0.35
"""Share of the words of a statement that a sentence has which says the same."""


def _goes_along(each: Statement, compared: Comparison) -> bool:
    """Whether the sentence that a cause is taken from only says that two things go together."""
    words, stems = compared.index.words, compared.index.stems(each.text)
    least = min(LEAST_STEMS, max(2, len(stems) // 2))  # "It causes illnesses" has few words
    near = [one for one in compared.beside(each) if len(one.stems & stems) >= least]
    most = max((len(one.stems & stems) for one in near), default=0)
    best = [one.text for one in near if len(one.stems & stems) >= NEARLY * most]
    return bool(best) and all(
        words.associates.search(text) and not words.causes.search(text) for text in best
    )


_WORD = late_pattern(r"[^\W\d_]+")

NEARLY = 0.75
"""Share of the words of the nearest sentence with which another one may be meant."""


def _new(each: Statement, compared: Comparison) -> bool:
    """Whether the words behind "because" and the like are none of the passage."""
    found = compared.index.words.names_cause.search(each.text)
    if found is None:
        return False
    cause = _STOP.split(re.split(r",\s", each.text[found.end() :])[0])[0]
    stems = compared.index.stems(cause)
    located = not compared.index.is_all(each.among)
    least = 0 if located else 1
    if len(stems) <= least or not all(stems.isdisjoint(one.stems) for one in each.among):
        return False
    said = {word for one in each.among for word in words_of(one.text)}
    return not any(len(part) >= LONG_PART and part in word for part in stems for word in said)


LONG_PART = 6
"""Letters of a word that is known as a part of another one of the passage: Kunden, Großkunden."""
