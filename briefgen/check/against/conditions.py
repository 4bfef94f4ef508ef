"""A rule about conditions: what holds only if something else does, told as if it held always."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.rule import Remark
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.point import Form

CLOSE = 0.5
"""Share of a statement's words that a sentence of the article has which says the same."""

LEAST_SHARED = 2
"""Words of a statement in the clause that holds on a condition only."""

BEFORE = 60
"""Characters before a condition that depend on it."""

_PARTS = late_pattern(r"[,;:.()\u2013\u2014](?:\s|$)|\s[\u2013\u2014(]")


@source_rule("condition-lost", "warning", "Nothing that holds on a condition is told without it.")
def lost_conditions(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that says of itself what the article says on a condition.

    The nearest sentence has "if" and the like, or says what will be "once" something is; the clause
    that depends on it is ours, and no sentence of our form has a word of the condition.
    """
    index = compared.index
    for each in compared.statements:
        if each.nearest is None or each.share < CLOSE or each.passage.path[0] in _ASKED:
            continue
        if each.passage.form in (None, Form.HEADLINE) or "?" in each.nearest.text:
            continue
        found = next(_conditions_of(each.nearest, each, index), None)
        if found is None:
            continue
        whole = [one.text for one in compared.statements if one.passage.path == each.passage.path]
        said = frozenset[str]().union(*map(index.stems, whole))
        condition = index.stems(found)
        condition = frozenset(one for one in condition if not _is_usual(one, index)) or condition
        if not condition or condition & said or any(_leaves_open(one, index) for one in whole):
            continue
        hint = each.nearest.reading(each.nearest.text)
        yield Remark(each.passage.path, f'drops the condition "{found.strip()}"', hint)


_ASKED = ("facts", "timeline", Part.RECOMMENDATIONS)
"""What says nothing of how things are: noun phrases, dates, what is only asked for."""


def _is_usual(one: str, index: SourceIndex) -> bool:
    """Whether so many sentences have a word that it tells no condition from what is around it."""
    sentences = len(index.sentences)
    return index.rarity([one]) <= log(1 + sentences / max(LEAST_USUAL, USUAL * sentences))


LEAST_USUAL, USUAL = 4, 0.08
"""Sentences that have a word which is said everywhere, and their share."""


def _leaves_open(text: str, index: SourceIndex) -> bool:
    """Whether a text has a condition of its own, or says what would be."""
    words = index.words
    patterns = (words.is_condition, words.is_time_condition, words.is_conditional)
    if any(one.search(text) for one in patterns) or any(words.conditionals(words_of(text))):
        return True
    opens = (text[: found.start()].rstrip() for found in words.relates.finditer(text))
    return any(before and not index.stems(before.split()[-1]) for before in opens)  # those who


def _conditions_of(nearest: Sentence, each: Statement, index: SourceIndex) -> Iterator[str]:
    """Yield the conditions on which a sentence has a clause that a statement shares."""
    words, text = index.words, nearest.text
    stems = index.stems(each.text)
    for pattern, only_to_come in ((words.is_condition, False), (words.is_time_condition, True)):
        for found in pattern.finditer(text):
            condition = _PARTS.split(text[found.start() :])[0]
            before = _PARTS.split(text[: found.start()])
            behind = _PARTS.split(text[found.start() + len(condition) :].lstrip(" ,"))
            depends = before[-1][-BEFORE:] if index.stems(before[-1]) else behind[0]
            if only_to_come and not (
                words.is_conditional.search(depends) or words.future.search(depends)
            ):
                continue
            if len(index.stems(depends) & stems) >= max(LEAST_SHARED, CLOSE * len(stems)):
                yield condition
