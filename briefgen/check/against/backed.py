"""Numbers that are typed in prose and stand in their passage: the article backs them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from briefgen.check.against.figures import MOST_COUNT, said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.typed import is_small, typed_figures
from briefgen.check.figures import unbacked_in, unbacked_numbers, value_of
from briefgen.types.anchor import Anchors
from briefgen.types.argument import Argument
from briefgen.types.quantity import Quantity
from briefgen.types.source_map import Path
from briefgen.types.value import numbers_of


def backed_numbers(
    argument: Argument, index: SourceIndex, anchors: Anchors | None = None
) -> frozenset[tuple[Path, str]]:
    """Return path and message of each finding of `unbacked-number` that the article answers.

    Each of its numbers is said by the sentences that its own is taken from. That a number stands
    there in another sense is for other rules.
    """
    remarks = [*unbacked_numbers(argument)]
    if not remarks:
        return frozenset()
    compared = Comparison(argument, index, anchors)
    texts: dict[tuple[Path, int | None], list[Statement]] = {}
    for each in compared.statements:
        texts.setdefault((each.passage.path, each.passage.text_line), []).append(each)
    return frozenset(
        (argument.places.typed_path(one.path), one.message)
        for one in remarks
        if (said := texts.get((one.path, one.text_line)))
        and all(_is_backed(each, compared) for each in said)
    )


def _is_backed(each: Statement, compared: Comparison) -> bool:
    near = compared.around(each)
    if compared.index.is_all(near):
        near = each.among if not compared.index.is_all(each.among) else ()
    language = compared.argument.article.language
    known = {said_amounts(figure) for one in near for figure in one.quantities}
    figures = [
        each.text[one.start : one.unit_end]
        for one in typed_figures(each.text, language)
        if said_amounts(one) in known and not is_small(one)
    ]
    return all(
        any(number in figure for figure in figures) or _is_said(number, each.text, near, compared)
        for number in unbacked_in(each.text, language)
    )


def _is_said(number: str, text: str, near: Sequence[Sentence], compared: Comparison) -> bool:
    """Whether a sentence has a number, in digits or words, with whatever unit.

    One that is so small that it may count anything has a word beside it, too, that ours has.
    """
    value = value_of(number, compared.argument.article.language)
    index = compared.index
    beside = _words_beside(number, text, index)
    if value is None:
        return any(number.casefold() in words_of(one.text) for one in near)
    if value > MOST_COUNT:
        said = {one for sentence in near for one in words_of(sentence.text)}
        figures = (figure for one in near for figure in one.quantities)
        return number.casefold() in said or value in map(float, chain(*map(_numbers, figures)))
    return any(
        value in map(float, _numbers(figure))
        and not beside.isdisjoint(index.stems(one.text[max(0, figure.start - AROUND) :][:WINDOW]))
        for one in near
        for figure in one.quantities
    )


def _numbers(figure: Quantity) -> tuple[Decimal, ...]:
    return numbers_of(figure.value)


def _words_beside(number: str, text: str, index: SourceIndex) -> frozenset[str]:
    """Return the content words close before and behind a number."""
    words = words_of(text)
    said = words_of(number)
    at = next((n for n, word in enumerate(words) if said and word == said[0]), 0)
    return index.stems(" ".join(words[max(0, at - CLOSE) : at + CLOSE + 1])) - index.stems(number)


CLOSE = 3
"""Words before and behind a number among which is what it counts."""

AROUND, WINDOW = 20, 60
"""Characters before a number of the article and from there on, among which is what it counts."""
