"""What an article says of some cases only, and a statement of all: a condition or limit lost.

Looked at are statements of which it is sure what sentence they are taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.check.against.alignment import (
    likely_taken,
    spread,
    surely_taken,
    taken_from,
    words_between,
    words_said,
)
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.synonyms import common, kin_of
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form

_ENDS = late_pattern(r"[,;:.()\u2013\u2014](?:\s|$)|\s[\u2013\u2014(]")
_PARTS = late_pattern(r"[;:]\s|,\s(?:and|but|while|whereas|und|aber|et|mais|y|pero|e|ma)\s")

OFTEN, HALF, OWN = 0.7, 0.5, 0.3
"""Share of the words of a condition by which another statement of a point says it, the share if
that has a word that limits anything, and that of a statement which tells its sentence."""


def lost_limit(
    each: Statement, compared: Comparison, patterns: Sequence[re.Pattern[str]]
) -> tuple[str, Sentence] | None:
    """Return a condition or limit of the sentence that a statement is taken from, and drops.

    `patterns` find the words that open it.

    No statement of its point that tells this sentence has a word of it, or any word that limits and
    stands before something that the sentence has not.
    """
    index = compared.index
    if each.passage.path[0] == Part.THESIS or each.passage.form in (None, Form.HEADLINE):
        return None  # they sum up more than one sentence
    sentence = likely_taken(each, compared)
    if sentence is None or "?" in sentence.text:
        return None
    together = [
        one for one in taken_from(sentence, each, compared) if one.passage.form != Form.HEADLINE
    ]
    spans = [*_limits_of(sentence.text, patterns)]
    limits = [part for one in spans for part in words_between(sentence, *one[::2], index)]
    for start, opened, end in spans:
        told = _limited_part(sentence, start, end, index)
        if not _is_told(told, limits, sentence, each, compared):
            continue
        for first, last in _conjuncts(sentence.text, opened, end):
            behind = words_between(sentence, last, len(sentence.text), index)
            around = _all((*words_between(sentence, 0, first, index), *behind))
            own = words_between(sentence, first, last, index)
            wanted = [one for one in own if one.isdisjoint(around)]
            if not wanted or _is_said(wanted, together, each, compared):
                continue
            if not any(_limits_otherwise(one.text, around, index) for one in together):
                return sentence.text[start:end].strip(), sentence
    return None


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*words)


def _conjuncts(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return where the conditions are that one stands for, of which each must hold."""
    edges = [start, *(one.end() for one in _AND.finditer(text, start, end)), end]
    parts = [*pairwise(edges)]
    is_long = all(len(text[slice(*one)].split()) >= LONG for one in parts)
    return parts if is_long else [(start, end)]


_AND = late_pattern(r"\s(?:and|et|und|y|e)\s")
LONG = 4
"""Words from which on a part of a condition is one of its own."""


def _limits_otherwise(text: str, known: frozenset[str], index: SourceIndex) -> bool:
    """Whether a text has a word that limits, and behind it nothing that is known without it.

    It may then tell the condition in other words.
    """
    for found in index.words.limits.finditer(text):
        behind = kin_of(_ENDS.split(text[found.end() :])[0], index)[:REACH]
        if common(behind, known) < max(1, HALF * len(behind)):
            return True
    return False


REACH = 5
"""Words behind one that limits which say of what."""


def _limits_of(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int, int]]:
    """Yield where each condition, exception or limit of a text and what it says begin, and ends."""
    for pattern in patterns:
        for found in pattern.finditer(text):
            end = found.end() + len(_ENDS.split(text[found.end() :])[0])
            yield found.start(), found.end(), end


_COMMAS = late_pattern(r",\s")
MOST_IN_LIST, FEW = 3, 4
"""Stretches between commas that make a list, and the words that each item has at most."""


def _limited_part(
    sentence: Sentence, start: int, end: int, index: SourceIndex
) -> Sequence[frozenset[str]]:
    """Return the words and figures of the part of a sentence that a limit is of."""
    item = _COMMAS.split(sentence.text[:start])[-MOST_IN_LIST:]
    if len(item) == MOST_IN_LIST and all(len(one.split()) <= FEW for one in item[1:]):
        return words_between(sentence, start - len(item[-1]), start, index)  # one of a list
    edges = (0, *(found.start() for found in _PARTS.finditer(sentence.text)), len(sentence.text))
    for first, last in pairwise(edges):
        if first <= start < last:
            before = words_between(sentence, first, start, index)
            return (*before, *words_between(sentence, end, max(end, last), index))
    return ()


def _is_told(
    part: Sequence[frozenset[str]],
    limits: Sequence[frozenset[str]],
    sentence: Sentence,
    each: Statement,
    compared: Comparison,
) -> bool:
    """Whether a statement tells one part of a sentence, and no other part rather than that."""
    known = spread(compared.index)
    ours = _all(words_said(each, compared))
    whole = words_between(sentence, 0, len(sentence.text), compared.index)
    known_words = {*part, *limits}
    others = [one for one in whole if one not in known_words and not one.isdisjoint(ours)]
    told = [one for one in part if not one.isdisjoint(ours)]
    return bool(told) and known.told(told) >= known.told(others)


def _is_said(
    wanted: Sequence[frozenset[str]],
    together: Sequence[Statement],
    each: Statement,
    compared: Comparison,
) -> bool:
    """Whether a statement of a point has words of a condition: some, if it tells its sentence.

    A headline and those that tell other sentences have some of these words anyway.
    """
    for one in compared.of_point(each):
        is_own = any(one is other for other in together)
        told = None if is_own else surely_taken(one, compared)
        known = _all(kin_of(told.text, compared.index)) if told else ()
        left = [word for word in wanted if word.isdisjoint(known)]  # not of another sentence
        shared = common(left, _all(words_said(one, compared)))
        if is_own and shared >= max(1, OWN * len(wanted)):
            return True
        least = HALF if compared.index.words.limits.search(one.text) else OFTEN
        if shared >= max(min(2, len(wanted)), least * len(wanted)):
            return True
    return False
