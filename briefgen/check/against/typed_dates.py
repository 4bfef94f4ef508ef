"""A rule about dates that are typed in prose: their passage has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.against.figures import covers
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.rule import Remark
from briefgen.languages.lexicon import lexicon
from briefgen.languages.written_dates import written_dates
from briefgen.types.date import PartialDate


@source_rule("date-not-in-source", "error", "Every date in prose stands in its passage.")
def typed_dates(compared: Comparison) -> Iterator[Remark]:
    """Report each date in prose that its passage does not give, nor is the article's own.

    A coarser date may stand for that of the passage, never a finer one.
    """
    article = compared.argument.article
    for each in compared.statements:
        dates = written_dates(each.text, article.language)
        for month in (*_bare_months(each, compared), *_bare_days(each, compared)):
            message = f'says "{month}", a date that its passage does not give'
            yield Remark(each.passage.path, message, "look at the passage")
        if not dates:
            continue
        known = [PartialDate(found.date) for one in each.among for found in one.possible_dates]
        known += [article.date, article.cut_off]
        for found in dates:
            date = PartialDate(found.date)
            if not any(covers(date, one) for one in known):
                words = each.text[found.start : found.end]
                message = f'says "{words}", a date that its passage does not give'
                yield Remark(each.passage.path, message, _places(compared, date))


def _bare_months(each: Statement, compared: Comparison) -> Iterator[str]:
    """Yield the months of a statement, without a year, of which its passage has only others."""
    small = lexicon(compared.argument.article.language)
    if small is None or not small.months:
        return
    month = re.compile(rf"(?<!\w)(?-i:{small.months})(?!\w)")
    placed = re.compile(
        rf"(?:{compared.index.words.before_months})\s+$", re.IGNORECASE | re.VERBOSE
    )
    dated = [*written_dates(each.text, compared.argument.article.language)]
    for found in month.finditer(each.text):
        if not placed.search(each.text[: found.start()]):
            continue
        if any(one.start <= found.start() < one.end for one in dated):
            continue
        near = {said[0] for one in compared.around(each) for said in month.finditer(one.text)}
        everywhere = found[0].casefold() in compared.index.vocabulary
        if found[0] not in near and (near or not everywhere):
            yield found[0]


def _bare_days(each: Statement, compared: Comparison) -> Iterator[str]:
    """Yield the days of a statement, without a year, that the article has nowhere: March 3."""
    small = lexicon(compared.argument.article.language)
    if small is None or not small.months:
        return
    day = re.compile(
        rf"(?<!\w)(?:(?P<month>(?-i:{small.months}))\s(?P<day>\d{{1,2}})"
        rf"|(?P<on>\d{{1,2}})(?:er|\.)?\s(?P<of>(?-i:{small.months})))(?![\w%]|[.,]\d)"
    )
    dated = [*written_dates(each.text, compared.argument.article.language)]
    for found in day.finditer(each.text):
        month, number = found["month"] or found["of"], found["day"] or found["on"]
        if any(one.start <= found.start() < one.end for one in dated):
            continue
        short = re.escape(month[:SHORT_MONTH])
        said = rf"\b{short}[^\W\d]*\.?\s{number}\b|\b{number}(?:er|\.|th|st|nd|rd)?\s{short}"
        if not any(re.search(said, one.text) for one in compared.index.sentences):
            yield found[0]


SHORT_MONTH = 3
"""Letters of the name of a month that an abbreviation has."""


def _places(compared: Comparison, date: PartialDate) -> str:
    for one in compared.index.sentences:
        if any(covers(date, PartialDate(found.date)) for found in one.dates):
            return f"{one.paragraph.locator} gives it; look whether it is of the same thing"
    return "the article does not give it"
