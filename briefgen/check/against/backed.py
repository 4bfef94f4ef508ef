"""Numbers that are typed in prose and stand in their passage: the article backs them."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.check.against.figures import said_amounts
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.typed import typed_figures
from briefgen.check.figures import unbacked_in, unbacked_numbers, value_of
from briefgen.types.anchor import Anchors
from briefgen.types.argument import Argument
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
        if said_amounts(one) in known
    ]
    return all(
        any(number in figure for figure in figures) or _is_said(number, near, language)
        for number in unbacked_in(each.text, language)
    )


def _is_said(number: str, near: Sequence[Sentence], language: str) -> bool:
    """Whether a sentence has a number, in digits or words, with whatever unit."""
    value = value_of(number, language)
    return any(
        number.casefold() in words_of(one.text)
        or (
            value is not None
            and any(
                value == float(said)
                for figure in one.quantities
                for said in numbers_of(figure.value)
            )
        )
        for one in near
    )
