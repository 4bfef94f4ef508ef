"""What a text tells: its content words and its figures, as one set that others are compared by.

A paraphrase keeps few words; its figures are the article's, and tell more than any word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from briefgen.cache import Same, kept
from briefgen.check.against.figures import amounts_of, said_amounts
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.references_here import with_references
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.typed import typed_figures

FIGURE = 2
"""Words that a figure counts as, where two texts are compared."""


def tokens_of(each: Statement, compared: Comparison) -> frozenset[str]:
    """Return the content words of a statement, and its figures, printed or typed."""
    return _tokens(Same(compared)).get(id(each), compared.index.stems(each.text))


@kept(4)
def _tokens(shared: Same[Comparison]) -> Mapping[int, frozenset[str]]:
    compared = shared.held
    language = compared.argument.article.language
    facts = {fact.id: fact for fact in compared.argument.facts}
    found = {}
    for each, named in with_references(compared):
        said = [facts[one.id] for one in named if one.sign == "#" and one.id in facts]
        amounts = [amount for fact in said for amount in amounts_of(fact)]
        for figure in typed_figures(each.text, language):
            amounts += said_amounts(figure)
        found[id(each)] = compared.index.stems(each.text) | _marked(amounts)
    return found


def tokens_between(sentence: Sentence, start: int, end: int, index: SourceIndex) -> frozenset[str]:
    """Return the content words and figures of a part of a sentence of the article."""
    figures = (one for one in sentence.quantities if start <= one.start < end)
    amounts = (amount for one in figures for amount in said_amounts(one))
    return index.stems(sentence.text[start:end]) | _marked(amounts)


def _marked(amounts: Iterable[Decimal]) -> frozenset[str]:
    return frozenset(f"#{amount.normalize():f}" for amount in amounts)


def weight(tokens: Iterable[str]) -> int:
    """Return how much some words and figures count, figures more."""
    return sum(FIGURE if one.startswith("#") else 1 for one in tokens)


def without_digits(tokens: frozenset[str]) -> frozenset[str]:
    """Return words and figures without the words that are numbers, which figures hold."""
    return frozenset(one for one in tokens if one.startswith("#") or not one[:1].isdigit())


__all__: Sequence[str] = ("tokens_between", "tokens_of", "weight", "without_digits")
