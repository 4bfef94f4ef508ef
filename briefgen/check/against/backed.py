"""Numbers that are typed in prose and stand in their passage: the article backs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.check.against.figures import MOST_COUNT
from briefgen.check.against.index import Sentence, SourceIndex, folded
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.against.typed import typed_figures
from briefgen.check.figures import unbacked_in, unbacked_numbers, value_of
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.signoff import Anchors
from briefgen.types.source_map import Path
from briefgen.types.value import Share, numbers_of


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
        if _is_answered(texts.get((one.path, one.text_line), ()), one, compared)
    )


def _is_answered(said: Sequence[Statement], remark: Remark, compared: Comparison) -> bool:
    """Whether each number of what is reported is backed; the editor's own may count two."""
    if said:
        return all(_is_backed(each, compared) for each in said)
    language = compared.argument.article.language
    own = [one.text for one in passages(compared.argument) if one.path == remark.path]
    return bool(own) and all(
        _is_left_alone(number, language)
        for text in own
        for number in unbacked_in(words_in(text), language)
    )


def _is_left_alone(number: str, language: str) -> bool:
    value = value_of(number, language)
    return value is None or value <= LEAST_COUNT


def _is_backed(each: Statement, compared: Comparison) -> bool:
    """Whether the article says each number of a statement, or another rule reports it.

    Of a number that is no small count, it is reported where the article does not have it.
    """
    near = compared.around(each)
    if compared.index.is_all(near):
        near = each.among if not compared.index.is_all(each.among) else ()
    language = compared.argument.article.language
    return all(
        _is_said(number, each.text, near, compared) for number in unbacked_in(each.text, language)
    )


def _is_said(number: str, text: str, near: Sequence[Sentence], compared: Comparison) -> bool:
    """Whether a sentence has a small count, in digits or words, or the article beside its word.

    A count of two is left alone: of what an article names, two are told apart in many ways.
    """
    language = compared.argument.article.language
    value = value_of(number, language)
    shares = (one for one in typed_figures(text, language) if isinstance(one.value, Share))
    if any(number in text[one.start : one.end] for one in shares):
        return True  # three quarters is one number
    if value is None or value > MOST_COUNT or _is_left_alone(number, language):
        return True
    if value != int(value):
        return True  # it counts nothing, and is looked for in all of the article
    if any(value in map(float, numbers_of(one.value)) for each in near for one in each.quantities):
        return True
    said = re.escape(folded(number))
    found = re.search(rf"(\w+[\s-]+)?(?<!\w){said}(?!\w)([\s-]+\w+)?", folded(text))
    pairs = (found[1] and f"{found[1]}{said}", found[2] and f"{said}{found[2]}") if found else ()
    return any(pair in compared.index.text for pair in pairs if pair)


LEAST_COUNT = 2
"""The largest count that nobody asks for."""
