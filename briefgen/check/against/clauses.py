"""Clauses that are surer than the article: of a long sentence, the one that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.check.against.figures import holding
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.strength import hedged, strongest
from briefgen.check.rule import Remark
from briefgen.languages.small_words import BREAKS
from briefgen.types.quantity import Quantity
from briefgen.types.reference import Referred, references

LEAST_STEMS, SHARED = 3, 0.5
"""Words that a clause must have to be compared, and the share of them that the article has."""

BEFORE, BEHIND = 90, 60
"""Characters around a figure of the article among which a word may weaken what is said of it."""

CLAUSE = re.compile(rf"[;:]\s|,\s(?:{BREAKS})\s")
_STOP = re.compile(r"[;:.]\s")


def surer_clauses(compared: Comparison) -> Iterator[tuple[Statement, Sentence, str]]:
    """Yield statements with a clause that is surer than what the article says, and its sentence.

    A clause is compared with the sentence of the passage that it shares most words with, a figure
    with what the article says around it.
    """
    for each, named in with_references(compared):
        found = _surer_clause(each, compared.index) or _certain_figure(each, named, compared)
        if found:
            yield each, *found


def with_references(compared: Comparison) -> Iterator[tuple[Statement, Sequence[Referred]]]:
    """Yield each statement with the figures and quotations that stand in its gaps, in order."""
    printed: dict[int, int] = {}
    for each in compared.statements:
        if each.passage.path[0] == "facts":
            continue
        first = printed.get(id(each.passage), 0)
        printed[id(each.passage)] = last = first + each.text.count(GAP)
        references_here = [*references(each.passage.text)] if last > first else []
        yield each, [one for one in references_here if one.sign in "#>"][first:last]


def in_prose(compared: Comparison) -> Iterator[tuple[Statement, Sequence[Referred]]]:
    """Yield the statements that are no headings of parts, with what stands in their gaps."""
    for each, named in with_references(compared):
        if each.nearest is not None and each.passage.path[0] != "headings":
            yield each, named


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
            sure = mine and mine[0] == len(levels) - 1
            if mine and its and sure and its[0] < mine[0] - (len(levels) > LEVELS_APART):
                return nearest, f'"{mine[1]}" for "{its[1]}"'
    return None


LEVELS_APART = 3
"""Of more levels of verbs than these, a clause must be two above the article."""


def _certain_figure(
    each: Statement, named: Sequence[Referred], compared: Comparison
) -> tuple[Sentence, str] | None:
    """Return where the article weakens what a sentence says of a figure as certain."""
    clause = next((one for one in CLAUSE.split(each.text) if GAP in one), None)
    if clause is None:
        return None
    levels = compared.index.words.evidence_levels
    mine, doubted = strongest(clause, levels), hedged(clause, compared.index)
    facts = {fact.id: fact for fact in compared.argument.facts}
    for found in named:
        fact = facts.get(found.id) if found.sign == "#" else None
        if fact is None:
            continue
        for sentence, quantity in holding(fact, each.among)[:1]:
            weak = compared.index.words.modal_levels[0].search(_around(sentence, quantity))
            if weak and not doubted:
                return sentence, f'without "{weak[0]}"'
            its = strongest(sentence.text, levels)
            if mine and its and its[0] < mine[0] == len(levels) - 1:
                return sentence, f'"{mine[1]}" for "{its[1]}"'
    return None


def _around(sentence: Sentence, quantity: Quantity) -> str:
    """Return what stands around a figure in its clause."""
    before = _STOP.split(sentence.text[max(0, quantity.start - BEFORE) : quantity.start])[-1]
    return before + _STOP.split(sentence.text[quantity.end : quantity.end + BEHIND])[0]


@source_rule("cause-not-in-source", "warning", "No cause is named where the article names none.")
def other_causes(compared: Comparison) -> Iterator[Remark]:
    """Report each sentence that makes one thing the cause of another, and whose passage does not.

    The passage is the paragraphs that it is taken from; without a locator, that of the sentence
    nearest to it. Any word of it that may say why is enough.
    """
    words = compared.index.words
    for each in compared.statements:
        found = words.causes.search(each.text)
        if found is None or each.passage.path[0] == "facts" or each.nearest is None:
            continue
        near = compared.beside(each)
        if compared.index.is_all(near):
            near = [one for one in near if one.paragraph.locator == each.nearest.paragraph.locator]
        if not any(words.explains.search(one.text) for one in near) or _new(each, compared):
            message = f'makes something a cause: "{found[0]}"; its passage does not'
            hint = "say what the article says of the two, and no more"
            yield Remark(each.passage.path, message, hint)


def _new(each: Statement, compared: Comparison) -> bool:
    """Whether the words behind "because" and the like are none of the passage."""
    found = compared.index.words.names_cause.search(each.text)
    if found is None:
        return False
    cause = _STOP.split(re.split(r",\s", each.text[found.end() :])[0])[0]
    stems = compared.index.stems(cause)
    return len(stems) > 1 and all(stems.isdisjoint(one.stems) for one in each.among)
