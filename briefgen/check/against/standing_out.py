"""The one sentence of a passage that a statement must be taken from, as no other is as near.

A paraphrase shares few words with what it is taken from: a third of them is no sign by itself. That
the next sentence shares far fewer is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.check.against.alignment import surely_taken
from briefgen.check.against.index import Sentence, stem, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.synonyms import common, kin_in, kin_of
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form

LEAST, NEXT, FEWEST = 0.3, 0.6, 2
"""Of what the words of a statement tell, the share that the nearest sentence has; of this, what the
next one has at most; and the words that the nearest has at least."""

TELLING = 5
"""Letters of the beginning of a word that tells what a sentence is of: "them" and "two" do not."""

SHARED = 3
"""Words of one meaning that two sentences share which have none that tells what they are of."""

SAYS = 0.5
"""Of the words that the nearest clause of a sentence shares, those which another clause shares that
may be meant as well."""

_CLAUSES = late_pattern(
    r"[;:()\u2013\u2014]\s?|\s--\s|,\s"
    r"|\s(?=(?:and|but|while|which|who|that|because|although|und|aber|denn|dass|et|mais|que|qui"
    r"|y|pero|ma|che|e)\s)"
)

_NOT_OF_ONE = ("facts", "headings", "title", "short_title", Part.RECOMMENDATIONS)
"""What sums up more than one sentence, or only asks for something."""


def standing_out(each: Statement, compared: Comparison) -> Sentence | None:
    """Return the sentence that a statement is taken from, if one stands out."""
    index = compared.index
    stems, near = index.stems(each.text), compared.around(each)
    if index.is_all(near) or len(stems) < FEWEST:
        return None
    told = [(index.rarity(stems & one.stems), one) for one in near if "?" not in one.text]
    told.sort(key=lambda pair: -pair[0])
    if not told or told[0][0] < LEAST * index.rarity(stems):
        return None
    most, nearest = told[0]
    if len(stems & nearest.stems) < FEWEST or not _tells(stems & nearest.stems):
        return None
    if any(other > NEXT * most for other, _ in told[1:2]):
        return None
    return nearest


def _tells(stems: Iterable[str]) -> bool:
    """Whether any of the words that two sentences share tells what they are of."""
    return any(len(one) >= TELLING for one in stems)


def plainly_told(compared: Comparison) -> Iterator[tuple[Statement, Sentence, str]]:
    """Yield the statements that are sure of what the one sentence they are taken from hedges."""
    for each in compared.statements:
        if found := _hedged_there(each, compared):
            yield each, *found


def _hedged_there(each: Statement, compared: Comparison) -> tuple[Sentence, str] | None:
    """Return the sentence that a statement is taken from, and what hedges it, where ours is sure.

    A word of ours that may hedge in any way is enough, if it is no word of the sentence's own.
    """
    words = compared.index.words
    if each.passage.path[0] in _NOT_OF_ONE or each.passage.form in (None, Form.HEADLINE):
        return None
    if words.hedges.search(each.text):
        return None
    nearest = standing_out(each, compared) or surely_taken(each, compared)
    stems, ours = compared.index.stems(each.text), kin_in(each.text, compared.index)
    if nearest is None or words.limits_to.search(nearest.text):
        return None  # what may be only so is allowed
    whole = common(kin_of(nearest.text, compared.index), ours)
    if not _tells(stems & nearest.stems) and whole < SHARED:
        return None
    theirs = {stem(word) for word in words_of(nearest.text)}
    phrases = " ".join(words_of(nearest.text))
    for found in words.is_unsure.finditer(each.text):
        unsure = words_of(found[0])
        if not theirs.issuperset(map(stem, unsure[:1])) or " ".join(unsure) not in phrases:
            return None
    parts = [one for one in _CLAUSES.split(nearest.text) if one]
    shared = [common(kin_of(one, compared.index), ours) for one in parts]
    least = max(1, SAYS * max(shared, default=0))
    plain = (one for one in parts if not words.hedges.search(one))
    if any(common(kin_of(one, compared.index), ours) == whole for one in plain):
        return None  # one clause says all of it, and for sure
    said = [one for one, known in zip(parts, shared, strict=True) if known >= least]
    hedges = [found[0] for found in map(words.hedges.search, said) if found]
    return (nearest, f'without "{hedges[0]}"') if hedges else None
