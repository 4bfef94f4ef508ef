"""What a word such as not denies: one of two texts says plainly what the other denies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from briefgen.check.against.clause_pairs import LEAST_SHARED, Clause, best_of
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.strength import is_form
from briefgen.languages.recognised import JOINS
from briefgen.pattern import late_pattern

CLOSE = 0.5
"""Share of a clause's words that one of the article has which speaks of the same."""

_CLAUSE_START = late_pattern(r"[:;.\u2013\u2014]\s|,\s")


def denied_once(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return the word by which one of two texts denies what the other says.

    What it denies must be said by the other, which has no word of the kind, unable and the like
    among them.
    """
    for text, other, side in ((ours, theirs, "here"), (theirs, ours, "in the article")):
        said = index.stems(other)
        if denies_twice(text, index):
            continue  # "no member without a court" is one with a court
        for found in index.words.negates.finditer(text):
            if _is_in_relative(text, found.start(), index) and not index.words.relates.search(
                other
            ):
                continue  # "people who were not vaccinated", of whom the other says nothing
            clause = _CLAUSE_END.split(text[found.end() : found.end() + WINDOW])[0]
            content_words = [
                word for word in words_of(_DIGIT.split(clause)[0]) if index.stems(word)
            ]
            if _is_denial(content_words[:DENIED_WORDS], other, index) or AS_NOW.match(clause):
                continue  # nothing is missing; never so often
            denied = index.stems(" ".join(content_words[:DENIED_WORDS])) & said
            if denied and not _denies(other, index.stems(text), index, content_words[0]):
                return f'"{found[0]}" stands {side} only'
    return None


AS_NOW = late_pattern(
    r"\s(?:(?:with|at|in|on|to|à|avec|dans|in|mit|con|a)\s)?(?:so|as|such|th[ei]s[e]?|this|aussi|autant|"
    r"cet(?:te)?|ce|ces|tel\w*|si|solch\w*|dies\w*|tan\w*|est[aeo]s?|quest\w+|così)\s",
    re.IGNORECASE,
)
"""Stands behind a word such as never that says how much is so now: never at this rate."""


def denied_clause(ours: str, theirs: str, index: SourceIndex, least: float) -> str | None:
    """Return the word that denies a clause of the article that our sentence says plainly."""
    said = index.words.says_that.search(ours)
    ours = ours[said.end() :] if said else ours  # "Ann Reed says that" is no part of it
    stems = index.stems(ours)
    if _denies(ours, stems, index) or len(stems) < LEAST_DENIED:
        return None
    for clause in _JOINED.split(theirs):
        found = index.words.negates.search(clause)
        if found and index.words.denies_one.search(clause[: found.end()]):
            continue
        if found and len(index.stems(clause) & stems) >= max(2, least * len(stems)):
            return f'"{found[0]}" stands in the article only'
    return None


def _is_in_relative(text: str, place: int, index: SourceIndex) -> bool:
    """Whether a word such as who stands before a place in its clause."""
    clause = _CLAUSE_START.split(text[:place])[-1]
    return bool(index.words.relates.search(clause) or _WHERE.match(clause))


_WHERE = late_pattern(r"(?:where|là\s+où|wo|donde|dove)\s", re.IGNORECASE)
"""What begins a clause about some cases only."""


def denies_twice(text: str, index: SourceIndex) -> bool:
    """Whether a text denies what holds on a condition that is denied as well."""
    words = index.words
    several = len([*words.negates.finditer(text)]) % 2 == 0
    return several and bool(words.negates.search(text) and words.is_condition.search(text))


def denied_all(ours: str, theirs: str, index: SourceIndex) -> str | None:
    """Return the one word by which a sentence denies nearly all that our sentence says plainly.

    It stands before most of the words that both have, in the first clause, and ours has no word
    that may deny anything.
    """
    words, stems = index.words, index.stems(ours)
    found = [*words.negates.finditer(theirs)]
    if len(found) != 1 or words.negates.search(ours) or words.implies_not.search(ours):
        return None
    before, behind = theirs[: found[0].start()], theirs[found[0].end() :]
    if words.denies_one.search(theirs[: found[0].end()]) or words.is_condition.search(theirs):
        return None
    opens = _CLAUSE_START.search(before) or words.relates.search(before)
    shared = len(index.stems(_CLAUSE_END.split(behind)[0]) & stems)
    if opens or shared < MOST_OF * len(stems & index.stems(theirs)):
        return None
    if any(words.implies_not.fullmatch(word) for word in words_of(behind)):
        return None  # no doubt
    return f'"{found[0][0]}" stands in the article only'


MOST_OF = 0.7
"""Share of the words of two sentences behind a word such as not, which denies them."""

_JOINED = late_pattern(rf"{_CLAUSE_START.pattern}|\s(?:{JOINS})\s")

LEAST_DENIED = 3
"""Words that a sentence must have to be set beside a denied clause."""

_CLAUSE_END = late_pattern(r"[:;,.\u2013\u2014]\s|\s--\s")
DENIED_WORDS, WINDOW = 2, 60
"""Words behind a word such as not that it denies, and the characters among which they are."""

_DIGIT = late_pattern(r"\d")


def _denies(text: str, stems: frozenset[str], index: SourceIndex, denied: str = "") -> bool:
    """Whether a text has a word such as not; or, in a clause with the stems, one such as unable.

    Clauses without any of the stems speak of something else. The word that the other text denies
    is none of these: who is not stopped there is stopped here.
    """
    if index.words.negates.search(text) or _turned_by_prefix(denied, text):
        return True
    clauses = (one for one in _CLAUSE_START.split(text) if index.stems(one) & stems)
    return any(implied_not(one, denied, index) for one in clauses)


def _turned_by_prefix(denied: str, text: str) -> bool:
    """Whether a text has a word that turns another: unaffordable for not afford, paperless."""
    if len(denied) < LEAST_PREFIXED:
        return False
    turned = tuple(prefix + denied[:LEAST_PREFIXED] for prefix in ("un", "in", "im", "ir", "il"))
    return any(
        word.startswith(turned)
        or (word.startswith(denied[:LEAST_PREFIXED]) and word.endswith(("less", "los", "frei")))
        for word in words_of(text)
    )


LEAST_PREFIXED = 5
"""Letters by which a word is known behind a prefix."""


def implied_not(text: str, denied: str, index: SourceIndex) -> bool:
    """Whether a text has a word such as unable besides a form of one that is denied."""
    found = (one[0] for one in index.words.implies_not.finditer(text))
    return any(not denied or stem(one.casefold()) != stem(denied) for one in found)


def denied_beside(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return the word by which a clause denies what the nearest one of the passage says, or hides.

    The word that it denies is in both, and none of them denies anything in another way.
    """
    index = compared.index
    for ours in compared.clauses.of(each.text):
        if len(ours.stems) < LEAST_SHARED or not _may_deny(ours, each, compared):
            continue
        _, best = best_of(ours, chain(*compared.clauses_near(each)))
        said = [words_of(word) for word in ours.words if index.stems(word)]
        best = [one for one in best if all(_has_form(word, one.words) for word in said)] or best
        turned = [_turned(ours, theirs, each.text, index) for theirs in best]
        if turned and all(turned):
            word, sentence = turned[0] or ("", None)
            assert sentence is not None
            return word, sentence
    return None


def _may_deny(ours: Clause, each: Statement, compared: Comparison) -> bool:
    """Whether a clause denies anything, or one of the passage that speaks of the same does."""
    negates = compared.index.words.negates
    least = max(LEAST_SHARED, CLOSE * len(ours.stems))
    return bool(negates.search(ours.text)) or any(
        len(ours.stems & one.stems) >= least and negates.search(one.text)
        for one in chain(*compared.clauses_near(each))
    )


def _turned(
    ours: Clause, theirs: Clause, whole: str, index: SourceIndex
) -> tuple[str, Sentence] | None:
    shared = ours.stems & theirs.stems
    assert theirs.sentence is not None
    if len(shared) < max(LEAST_SHARED, CLOSE * len(ours.stems)):
        return None
    pairs = (
        (ours.text, theirs.sentence.text, "here"),
        (theirs.text, whole, "in the article"),
    )
    for text, other, side in pairs:
        if _denies(other, shared, index) or "?" in theirs.sentence.text:
            continue
        for found in index.words.negates.finditer(text):
            if _is_in_relative(text, found.start(), index) and not index.words.relates.search(
                other
            ):
                continue
            behind = [one for one in words_of(text[found.end() :]) if index.stems(one)]
            if _is_denial(behind[:1], other, index):
                continue  # nothing is missing
            words = theirs.words if side == "here" else ours.words
            if index.stems(" ".join(behind[:1])) & shared or _has_form(behind[:1], words):
                return f'"{found[0]}" stands {side} only', theirs.sentence
    return None


def _has_form(denied: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a denied word is among others in another form: pays, for not pay."""
    return any(is_form(word, one) for one in denied for word in words)


def _is_denial(denied: Sequence[str], other: str, index: SourceIndex) -> bool:
    """Whether a denied word denies something itself, so that the sentence says it: no doubt.

    Where the other text has the word, too, one of them has lost what denies it.
    """
    said = words_of(other)
    return any(index.words.implies_not.fullmatch(word) and word not in said for word in denied)
