"""A rule about conditions: what holds only if something else does, told as if it held always."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.limits import lost_limit
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.strength import hedged
from briefgen.check.against.tokens import tokens_between, tokens_of, weight, without_digits
from briefgen.check.rule import Remark
from briefgen.pattern import late_pattern
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
    limits = (index.words.is_condition, index.words.limits_to)
    for each in compared.statements:
        if each.nearest is None or each.passage.path[0] in _ASKED:
            continue
        if each.passage.form in (None, Form.HEADLINE):
            continue
        if other := _lost_from_clause(each, compared):
            condition, sentence = other
            hint = sentence.reading(sentence.text)
            yield Remark(each.passage.path, f'drops the condition "{condition.strip()}"', hint)
            continue
        if limit := lost_limit(each, compared, limits):
            hint = limit[1].reading(limit[1].text)
            yield Remark(each.passage.path, f'drops the condition "{limit[0]}"', hint)
            continue
        if each.share < CLOSE or "?" in each.nearest.text:
            continue
        found = next(_conditions_of(each.nearest, each, index), None)
        if found is None:
            continue
        whole = [one.text for one in compared.statements if one.passage.path == each.passage.path]
        said = frozenset[str]().union(*map(index.stems, whole))
        stems = index.stems(found)
        stems = frozenset(one for one in stems if not _is_usual(one, index)) or stems
        if not stems or stems & said or any(_leaves_open(one, index) for one in whole):
            continue
        hint = each.nearest.reading(each.nearest.text)
        yield Remark(each.passage.path, f'drops the condition "{found.strip()}"', hint)


_ASKED = ("facts", "timeline")
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
            if only_to_come and words.is_past.search(condition):
                continue  # "when I got the estimate" says when it was
            if len(index.stems(depends) & stems) >= max(LEAST_SHARED, CLOSE * len(stems)):
                yield condition


def _lost_from_clause(each: Statement, compared: Comparison) -> tuple[str, Sentence] | None:
    """Return the condition of a clause that a statement tells without it, and its sentence.

    Figures tell which clause it is; no clause without a condition says as much of it.
    """
    index = compared.index
    near = compared.beside(each)
    if index.is_all(near) or _leaves_open(each.text, index) or hedged(each.text, index):
        return None
    ours = without_digits(tokens_of(each, compared))
    parts = [part for one in near if "?" not in one.text for part in _main_clauses(one, index)]
    scored = [(weight(ours & tokens), tokens, condition, one) for tokens, condition, one in parts]
    most = max((score for score, *_ in scored), default=0)
    best = [part for part in scored if part[0] == most]
    if most < LEAST_TOLD or not best or not all(condition for *_, condition, _ in best):
        return None
    _, tokens, condition, sentence = best[0]
    if most < CLOSE * min(weight(ours), max(weight(tokens), LEAST_TOLD + 1)):
        return None
    told = [one for one in ours & tokens if one.startswith("#") or not _is_usual(one, index)]
    if weight(told) < LEAST_SHARED:
        return None
    wanted = index.stems(condition) - tokens
    if not wanted or _is_said_beside(wanted, each, compared):
        return None
    return condition, sentence


LEAST_TOLD = 3
"""What a statement and a clause on a condition share at least, a figure counting as two words."""


def _is_said_beside(wanted: frozenset[str], each: Statement, compared: Comparison) -> bool:
    """Whether a statement, or another one of its point, has enough words of a condition.

    Any in itself or in the sentence before it, half of them elsewhere.
    """
    index = compared.index
    for one in compared.of_point(each):
        shared = len(index.stems(one.text) & wanted)
        if shared and (one is each or shared >= CLOSE * len(wanted)):
            return True
    before = compared.before(each)
    return before is not None and (
        bool(index.stems(before.text) & wanted) or _leaves_open(before.text, index)
    )


def _main_clauses(
    sentence: Sentence, index: SourceIndex
) -> Iterator[tuple[frozenset[str], str, Sentence]]:
    """Yield the tokens of each part of a sentence that may be told, with its condition or none."""
    text, words = sentence.text, index.words
    spans = []
    for found in words.is_condition.finditer(text):
        end = found.end() + len(_PARTS.split(text[found.end() :])[0])
        spans.append((found.start(), end))
    if not spans:
        yield tokens_between(sentence, 0, len(text), index), "", sentence
        return
    condition = text[slice(*spans[0])]
    rest = frozenset[str]()
    place = 0
    for start, end in spans:
        rest |= tokens_between(sentence, place, start, index)
        place = end
    yield rest | tokens_between(sentence, place, len(text), index), condition, sentence
