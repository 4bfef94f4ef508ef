"""What an article says of some cases only, and a statement of all: a condition or limit lost.

Looked at are statements of which it is sure what sentence they are taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.check.against.alignment import likely_taken, taken_from
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.synonyms import common, kin_in, kin_of
from briefgen.check.against.tokens import FIGURE, tokens_between, tokens_of, without_digits
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form

_ENDS = late_pattern(r"[,;:.()\u2013\u2014](?:\s|$)|\s[\u2013\u2014(]")
_PARTS = late_pattern(r"[;:]\s|,\s(?:and|but|while|whereas|und|aber|et|mais|y|pero|e|ma)\s")

OFTEN, HALF = 0.7, 0.5
"""Share of the words of a condition by which another statement of a point says it, and the share if
that has a word that limits anything."""


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
    together = [*taken_from(sentence, each, compared)]
    spans = [*_limits_of(sentence.text, patterns)]
    for start, end in spans:
        told = _limited_part(sentence, start, end, index)
        limits = [tokens_between(sentence, *one, index) for one in spans]
        if not _is_told(told, frozenset().union(*limits), sentence, each, compared):
            continue
        condition = sentence.text[start:end]
        for part in _conjuncts(condition):
            before, _, behind = sentence.text.partition(part)
            around = kin_in(f"{before} {behind}", index)
            wanted = [one for one in kin_of(part, index) if one.isdisjoint(around)]
            if not wanted or _is_said(wanted, together, each, compared):
                continue
            if not any(_limits_otherwise(one.text, around, index) for one in together):
                return condition.strip(), sentence
    return None


def _conjuncts(condition: str) -> Sequence[str]:
    """Return the conditions that one stands for, of which each must hold."""
    parts = _AND.split(condition)
    return parts if all(len(one.split()) >= LONG for one in parts) else (condition,)


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


def _limits_of(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """Yield where each condition, exception or limit of a text begins and ends."""
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield found.start(), found.end() + len(_ENDS.split(text[found.end() :])[0])


_COMMAS = late_pattern(r",\s")
MOST_IN_LIST, FEW = 3, 4
"""Stretches between commas that make a list, and the words that each item has at most."""


def _limited_part(sentence: Sentence, start: int, end: int, index: SourceIndex) -> frozenset[str]:
    """Return the words and figures of the part of a sentence that a limit is of."""
    item = _COMMAS.split(sentence.text[:start])[-MOST_IN_LIST:]
    if len(item) == MOST_IN_LIST and all(len(one.split()) <= FEW for one in item[1:]):
        return tokens_between(sentence, start - len(item[-1]), start, index)  # one of a list
    edges = (0, *(found.start() for found in _PARTS.finditer(sentence.text)), len(sentence.text))
    for first, last in pairwise(edges):
        if first <= start < last:
            before = tokens_between(sentence, first, start, index)
            return before | tokens_between(sentence, end, max(end, last), index)
    return frozenset()


def _is_told(
    part: frozenset[str],
    limits: frozenset[str],
    sentence: Sentence,
    each: Statement,
    compared: Comparison,
) -> bool:
    """Whether a statement tells one part of a sentence, and no other part rather than that."""
    index = compared.index
    ours = without_digits(tokens_of(each, compared))
    others = tokens_between(sentence, 0, len(sentence.text), index) - part - limits
    return bool(ours & part) and _told(ours & part, index) >= _told(ours & others, index)


def _told(tokens: Iterable[str], index: SourceIndex) -> float:
    return sum(FIGURE if one.startswith("#") else index.rarity((one,)) for one in tokens)


def _is_said(
    wanted: Sequence[frozenset[str]],
    together: Sequence[Statement],
    each: Statement,
    compared: Comparison,
) -> bool:
    """Whether a statement of a point has words of a condition: any, if it tells its sentence.

    A headline and those that tell other sentences have some of these words anyway.
    """
    index = compared.index
    for one in compared.of_point(each):
        shared = common(wanted, kin_in(one.text, index))
        is_own = one.passage.form != Form.HEADLINE and any(one is other for other in together)
        least = HALF if index.words.limits.search(one.text) else OFTEN
        if shared and (is_own or shared >= least * len(wanted)):
            return True
    return False
