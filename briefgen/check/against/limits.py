"""What an article says of some cases only, and a statement of all: a condition or limit lost.

Looked at are statements of which it is sure what sentence they are taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.check.against.alignment import surely_taken, taken_from
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.synonyms import alike
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

    No statement of its point that tells this sentence has a word of it, or any word that limits.
    """
    index = compared.index
    if each.passage.path[0] == Part.THESIS or each.passage.form in (None, Form.HEADLINE):
        return None  # they sum up more than one sentence
    sentence = surely_taken(each, compared)
    if sentence is None or "?" in sentence.text:
        return None
    together = [*taken_from(sentence, each, compared)]
    if any(index.words.limits.search(one.text) for one in together):
        return None
    for start, end in _limits_of(sentence.text, patterns):
        told = _limited_part(sentence, start, end, index)
        condition = sentence.text[start:end]
        wanted = index.stems(condition) - told
        tells_it = _is_told(told, sentence, each, compared)
        if tells_it and wanted and not _is_said(wanted, together, each, compared):
            return condition.strip(), sentence
    return None


def _limits_of(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """Yield where each condition, exception or limit of a text begins and ends."""
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield found.start(), found.end() + len(_ENDS.split(text[found.end() :])[0])


def _limited_part(sentence: Sentence, start: int, end: int, index: SourceIndex) -> frozenset[str]:
    """Return the words and figures of the part of a sentence that a limit is of."""
    edges = (0, *(found.start() for found in _PARTS.finditer(sentence.text)), len(sentence.text))
    for first, last in pairwise(edges):
        if first <= start < last:
            before = tokens_between(sentence, first, start, index)
            return before | tokens_between(sentence, end, max(end, last), index)
    return frozenset()


def _is_told(
    part: frozenset[str], sentence: Sentence, each: Statement, compared: Comparison
) -> bool:
    """Whether a statement tells one part of a sentence, and no other part rather than that."""
    index = compared.index
    ours = without_digits(tokens_of(each, compared))
    others = tokens_between(sentence, 0, len(sentence.text), index) - part
    return bool(ours & part) and _told(ours & part, index) >= _told(ours & others, index)


def _told(tokens: Iterable[str], index: SourceIndex) -> float:
    return sum(FIGURE if one.startswith("#") else index.rarity((one,)) for one in tokens)


def _is_said(
    wanted: frozenset[str], together: Sequence[Statement], each: Statement, compared: Comparison
) -> bool:
    """Whether a statement of a point has words of a condition: any, if it tells its sentence.

    A headline and those that tell other sentences have some of these words anyway.
    """
    index = compared.index
    for one in compared.of_point(each):
        shared = alike(index.stems(one.text), index) & wanted
        is_own = one.passage.form != Form.HEADLINE and any(one is other for other in together)
        least = HALF if index.words.limits.search(one.text) else OFTEN
        if shared and (is_own or len(shared) >= least * len(wanted)):
            return True
    return False
