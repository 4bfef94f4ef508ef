"""A rule about numbers and dates in prose that the article has, but not where it says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.cache import Same
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.names import NAME
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.against.typed import is_decade, is_said, is_small, typed_figures
from briefgen.check.against.typed_dates import covers, titled_dates
from briefgen.check.rule import Remark
from briefgen.languages.written_dates import written_dates
from briefgen.types.argument import Part
from briefgen.types.date import PartialDate


@source_rule("number-elsewhere", "warning", "Numbers and dates stand near what is said of them.")
def numbers_from_elsewhere(compared: Comparison) -> Iterator[Remark]:
    """Report each figure or date in prose that the article has, and not where it says the same.

    Looked at are statements that name no place; the words of their point tell what it is. A small
    number may count what the article lists.
    """
    for each in compared.statements:
        near = compared.beside(each)
        if compared.index.is_all(near) or not compared.index.is_all(each.among):
            continue
        for words, where in (
            *_figures_of_others(each, near, compared),
            *_dates_of_others(each, near, compared),
        ):
            message = f'says "{words}", which the article says of something else'
            yield Remark(each.passage.path, message, where.reading(where.text[:SHOWN]))


def _figures_of_others(
    each: Statement, near: Sequence[Sentence], compared: Comparison
) -> Iterator[tuple[str, Sentence]]:
    """Yield the figures of a statement that stand in other sentences than some, with one."""
    for found in typed_figures(each.text, compared.argument.article.language):
        places = [one for one in each.among for it in one.quantities if is_said(found, it)]
        beside = {id(one) for one in near}
        if not places or any(id(one) in beside for one in places) or is_decade(found, near):
            continue
        of_all = each.passage.path[0] == Part.THESIS
        if of_all and any(_says_so(each, one, compared.index) for one in places):
            continue  # a thesis sums up more than one passage
        if len(places) == 1 and _names_same(each, places[0], near):
            continue  # another passage of the article is summed up beside it
        if not is_small(found):
            yield each.text[found.start : found.unit_end].strip(), places[0]


def _says_so(each: Statement, sentence: Sentence, index: SourceIndex) -> bool:
    """Whether a sentence that holds a figure shares other words with a statement."""
    stems = {one for one in index.stems(each.text) if not one[0].isdigit()}
    return len(stems & sentence.stems) >= max(LEAST_ALIKE, SHARE_ALIKE * len(stems))


def _names_same(each: Statement, place: Sentence, near: Sequence[Sentence]) -> bool:
    """Whether a sentence that alone holds a figure has a name of a statement, and no other near."""
    names = {word for found in NAME.finditer(each.text[1:]) for word in words_of(found[0])[:1]}
    here = names.intersection(words_of(place.text))
    return any(all(name not in words_of(one.text) for one in near) for name in here)


LEAST_ALIKE, SHARE_ALIKE = 2, 0.3
"""Words of a statement that a sentence has which says the same, and their share."""


def _dates_of_others(
    each: Statement, near: Sequence[Sentence], compared: Comparison
) -> Iterator[tuple[str, Sentence]]:
    """Yield the dates of a statement that stand in other sentences than some, with one."""
    article = compared.argument.article
    written = written_dates(each.text, article.language)
    known = [PartialDate(it.date) for one in near for it in one.dates] if written else []
    titled = titled_dates(Same(compared.index)) if written else []
    for found in written:
        date = PartialDate(found.date)
        if any(covers(date, one) for one in (*known, article.date, article.cut_off, *titled)):
            continue
        places = (
            one for one in each.among for it in one.dates if covers(date, PartialDate(it.date))
        )
        if where := next(places, None):
            yield each.text[found.start : found.end], where


SHOWN = 160  # characters of the article that a hint shows
