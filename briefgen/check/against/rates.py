"""Rules about what a figure is counted by: per person, a month, in each household."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.check.against.figures import holding
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.references_here import with_references
from briefgen.check.against.rule import GAP, Comparison, Statement, source_rule
from briefgen.check.against.synonyms import alike
from briefgen.check.rule import Remark
from briefgen.pattern import late_pattern
from briefgen.types.fact import Fact

WITHIN = 60
"""Characters behind a figure within which it is said by what it is counted."""

_STOPS = late_pattern(r"[,;:.()\ufffc](?:\s|$)")


@source_rule("rate-differs", "warning", "A figure is counted by what the article counts it by.")
def other_rates(compared: Comparison) -> Iterator[Remark]:
    """Report each figure that is per month, person or household, and in its passage per another.

    Looked at are the words behind a printed figure and what it measures. Each place that holds the
    figure must count it so, and by something else: "a year" and "annually" are one.
    """
    index = compared.index
    facts = {fact.id: fact for fact in compared.argument.facts}
    for each, named in with_references(compared):
        places = [found.end() for found in re.finditer(GAP, each.text)]
        for place, one in zip(places, named, strict=False):
            fact = facts.get(one.id) if one.sign == "#" else None
            if fact and (other := _other_rate(each.text[place:], fact, each, compared)):
                message = f'counts [#{fact.id}] "{other[0]}"; the article says "{other[1]}"'
                yield Remark(each.passage.path, message, "count by what the article counts by")
    for number, fact in enumerate(compared.argument.facts):
        ours = _rate(fact.measure or "", index)
        among = compared.passage_of(fact.id, fact.locator)
        if ours and among and (theirs := _theirs(ours, fact, among, index)):
            message = f'counts "{ours[0]}"; the article says "{theirs}"'
            yield Remark(("facts", number, "measure"), message, "count as the article does")


def _other_rate(
    behind: str, fact: Fact, each: Statement, compared: Comparison
) -> tuple[str, str] | None:
    """Return by what our words behind a figure count it, and the article's, if it is another."""
    ours = _rate(_STOPS.split(behind)[0][:WITHIN], compared.index)
    theirs = ours and _theirs(ours, fact, each.among, compared.index)
    return (ours[0], theirs) if ours and theirs else None


def _theirs(
    ours: tuple[str, str], fact: Fact, among: Sequence[Sentence], index: SourceIndex
) -> str | None:
    """Return by what the article counts a figure, if that is never what ours says."""
    found = []
    for sentence, quantity in holding(fact, among):
        behind = _STOPS.split(sentence.text[quantity.end :])[0][:WITHIN]
        before = _STOPS.split(sentence.text[: quantity.start])[-1][-WITHIN // 2 :]
        rates, also = [*_rates(behind, index)], [*_rates(before, index)]
        if not rates or any(_is_same(ours[1], one[1], index) for one in (*rates, *also)):
            return None  # "an annual 1,000 litres per person" counts by both
        found.append(rates[0][0])
    return found[0] if found else None


def _is_same(one: str, other: str, index: SourceIndex) -> bool:
    return one == other or bool(alike(frozenset({stem(one)}), index) & {stem(other)})


_YEAR = late_pattern(r"\s\d{4}(?!\d)")
"""Stands behind what is no period but a date: im Jahr 2019."""


def _rate(text: str, index: SourceIndex) -> tuple[str, str] | None:
    return next(_rates(text, index), None)


def _rates(text: str, index: SourceIndex) -> Iterator[tuple[str, str]]:
    """Yield the words that say by what something is counted, with the period or the noun."""
    words = index.words
    for period, said in words.is_period.items():
        if (found := said.search(text)) and not _YEAR.match(text[found.end() :]):
            yield found[0], period
    if found := words.counts_by.search(text):
        noun = next((one for one in words_of(text[found.end() :])[:2] if index.stems(one)), None)
        if noun:
            yield f"{found[0]} {noun}", noun.removesuffix("s")
