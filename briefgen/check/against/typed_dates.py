"""Rules about dates, of figures, of events and typed in prose: their passage has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefgen.cache import Same, kept
from briefgen.check.against.figures import facts_with_passage
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement, source_rule
from briefgen.check.figures import value_of
from briefgen.check.rule import Remark
from briefgen.languages.lexicon import lexicon
from briefgen.languages.relative_days import relative_days
from briefgen.languages.written_dates import WrittenDate, month_number, written_dates
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.types.date import PartialDate


@source_rule("date-not-in-source", "error", "Every date in prose stands in its passage.")
def typed_dates(compared: Comparison) -> Iterator[Remark]:
    """Report each date in prose that its passage does not give, nor is the article's own.

    A coarser date may stand for that of the passage, never a finer one. A date of the article's
    title holds for all of it.
    """
    article = compared.argument.article
    titled = titled_dates(Same(compared.index))
    for each in compared.statements:
        dates = written_dates(each.text, article.language)
        for month in (*_bare_months(each, compared), *_bare_days(each, compared)):
            message = f'says "{month}", a date that its passage does not give'
            yield Remark(each.passage.path, message, "look at the passage")
        if not dates:
            continue
        known = [PartialDate(found.date) for one in each.among for found in one.possible_dates]
        known += [article.date, article.cut_off, *titled, *_year_before(each, compared)]
        for found in dates:
            date = PartialDate(found.date)
            if _PART_OF_YEAR.match(date):
                date = PartialDate(str(date.year))  # as an article may say in many ways
            if any(covers(date, one) for one in known):
                continue
            if not _is_end_before(found, date, known, each, compared) and not _is_counted(
                date, each.among, compared
            ):
                words = each.text[found.start : found.end]
                message = f'says "{words}", a date that its passage does not give'
                yield Remark(each.passage.path, message, _places(compared, date))


def _is_end_before(
    found: WrittenDate,
    date: PartialDate,
    known: Sequence[PartialDate],
    each: Statement,
    compared: Comparison,
) -> bool:
    """Whether "before 2024" says what the article calls the end of 2023."""
    is_before = compared.index.words.stands_before.search(each.text[: found.start])
    ends = (PartialDate(f"late-{date.year - 1}"), PartialDate(f"{date.year - 1}-12"))
    return date == str(date.year) and bool(is_before) and any(one in ends for one in known)


def _year_before(each: Statement, compared: Comparison) -> Iterator[PartialDate]:
    """Yield the last year that the article names before a passage that has no date of its own."""
    said = [one for one in each.among if one.paragraph.kind != "heading"]
    undated = said and not any(one.dates for one in said)
    if undated and said[0].last_year and not compared.index.is_all(each.among):
        yield PartialDate(str(said[0].last_year))


@kept(4)
def titled_dates(shared: Same[SourceIndex]) -> list[PartialDate]:
    """Return the dates of an article's title, which all of it is of."""
    titles = (one for one in shared.held.sentences if one.paragraph.kind == "title")
    return [PartialDate(found.date) for one in titles for found in one.dates]


_PART_OF_YEAR = late_pattern(r"(?:early|mid|late)-\d{4}$")


def _bare_months(each: Statement, compared: Comparison) -> Iterator[str]:
    """Yield the months of a statement, without a year, of which its passage has only others."""
    small = lexicon(compared.argument.article.language)
    if small is None or not small.months:
        return
    month = compile_pattern(rf"(?<!\w)(?-i:{small.months})(?!\w)")
    placed = compile_pattern(
        rf"(?:{compared.index.words.before_months})\s+$", re.IGNORECASE | re.VERBOSE
    )
    dated = [*written_dates(each.text, compared.argument.article.language)]
    for found in month.finditer(each.text):
        if not placed.search(each.text[: found.start()]):
            continue
        if any(one.start <= found.start() < one.end for one in dated):
            continue
        near = {said[0] for one in compared.around(each) for said in month.finditer(one.text)}
        if _is_month_beside(found[0], each, compared) or _is_months_own(found[0], each, compared):
            continue
        everywhere = found[0].casefold() in compared.index.vocabulary
        if found[0] not in near and (near or not everywhere):
            yield found[0]


def _is_months_own(month: str, each: Statement, compared: Comparison) -> bool:
    """Whether a month is that of the article, in a statement that sums up all of it."""
    article = compared.argument.article
    date = article.date
    own = date.first.month if date.first.month == date.last.month else None
    is_all = compared.index.is_all(each.among)
    return is_all and own is not None and month_number(month, article.language) == own


def _is_month_beside(month: str, each: Statement, compared: Comparison) -> bool:
    """Whether a month is that of the article or one next to it, and the passage says "next month".

    Its words for that are those of dates which depend on the day of reading.
    """
    small, date = lexicon(compared.argument.article.language), compared.argument.article.date
    if small is None or date.first.month != date.last.month:
        return False
    number = month_number(month, compared.argument.article.language)
    beside = number is not None and (number - date.first.month) % 12 in (0, 1, 11)
    return beside and any(small.relative_date.search(one.text) for one in compared.around(each))


def _bare_days(each: Statement, compared: Comparison) -> Iterator[str]:
    """Yield the days of a statement, without a year, that the article has nowhere: March 3."""
    small = lexicon(compared.argument.article.language)
    if small is None or not small.months:
        return
    day = compile_pattern(
        rf"(?<!\w)(?:(?P<month>(?-i:{small.months}))\s(?P<day>\d{{1,2}})"
        rf"|(?P<on>\d{{1,2}})(?:er|\.)?\s(?P<of>(?-i:{small.months})))(?![\w%]|[.,]\d)"
    )
    dated = [*written_dates(each.text, compared.argument.article.language)]
    for found in day.finditer(each.text):
        month, number = found["month"] or found["of"], found["day"] or found["on"]
        if any(one.start <= found.start() < one.end for one in dated):
            continue
        said = _day_of(re.escape(month[:SHORT_MONTH]), number)
        if not any(re.search(said, one.text) for one in compared.index.sentences):
            yield found[0]


def _day_of(month: str, day: str) -> str:
    """Return what matches a day with its month, alone or among other days: March 3rd to 5th."""
    nth, joins = r"(?:st|nd|rd|th|er|\.)?", r"(?:\s?[\u2013-]\s?|,?\s(?:[^\W\d]{1,4}\s)?)"
    before = rf"(?:\d{{1,2}}{nth}{joins}){{0,3}}"
    behind = rf"(?:{joins}\d{{1,2}}{nth}){{0,3}}"
    return rf"\b{month}[^\W\d]*\.?\s{before}{day}(?!\d)|\b{day}{nth}{behind}\s{month}"


SHORT_MONTH = 3
"""Letters of the name of a month that an abbreviation has."""


def _places(compared: Comparison, date: PartialDate) -> str:
    for one in compared.index.sentences:
        if any(covers(date, PartialDate(found.date)) for found in one.dates):
            return f"{one.paragraph.locator} gives it; look whether it is of the same thing"
    return "the article does not give it"


@source_rule("figure-date", "error", "Every figure holds as of a date that its passage gives.")
def other_dates(compared: Comparison) -> Iterator[Remark]:
    """Report each fact whose date neither its passage nor the article's own date is.

    The date may be that of the sentence, of its paragraph, or a coarser one; never a finer one, but
    for the last month of a year, which is how the end of it is written.
    """
    article = compared.argument.article
    known = [article.date, article.cut_off]
    for number, fact, among in facts_with_passage(compared):
        if fact.as_of is None:
            continue
        dates = _dates(among, fact.as_of, compared)
        if dates and not any(_holds(fact.as_of, date) for date in (*dates, *known)):
            near = ", ".join(dict.fromkeys(dates))
            message = f"holds as of {fact.as_of}, a date that {fact.locator} does not give"
            yield Remark(("facts", number, "as_of"), message, f"it gives {near}")


def _holds(as_of: PartialDate, date: PartialDate) -> bool:
    return covers(as_of, date) or (date, as_of) == (f"late-{date.year}", f"{date.year}-12")


def _dates(
    among: Iterable[Sentence], wanted: PartialDate, compared: Comparison
) -> list[PartialDate]:
    """Return the dates of sentences; one without a year in the year that is wanted as well.

    That is, if the article names this year: "on 24 February" may be of any year that it tells of.
    """
    year = str(wanted.year)
    found = [one for each in among for one in each.possible_dates]
    dates = [PartialDate(one.date) for one in found]
    if year != wanted and year in compared.index.vocabulary:
        dates += [PartialDate(f"{year}{one.date[4:]}") for one in found if _has_no_year(one)]
    texts = [each.text for each in among]
    if any(_years_apart(text, wanted.year, dates, compared.index) for text in texts):
        dates.append(PartialDate(year))
    return dates


def _years_apart(text: str, year: int, dates: Iterable[PartialDate], index: SourceIndex) -> bool:
    """Whether a text counts as many years from a date as lie between it and a year."""
    counted = [
        (value_of(found[1], index.language) or 1) * (10 if found["decade"] else 1)
        for found in _YEARS_APART.finditer(text)
    ]
    return any(abs(one.year - year) == number for one in dates for number in counted)


_YEARS_APART = late_pattern(
    r"(?<!\w)(\w+)\s+(?:years?|ans|Jahre|años|anni|(?P<decade>decades?|décennies?|Jahrzehnte?"
    r"|décadas?|decenni[oa]?))\s+(?:earlier|before|prior|previously|ago|later|after|plus\s+tôt"
    r"|auparavant|avant|plus\s+tard|zuvor|früher|später|antes|después|prima|dopo)",
    re.IGNORECASE,
)
"""A number of years or decades by which something was earlier or later."""


def _has_no_year(date: WrittenDate) -> bool:
    """Whether a month or a day was read without its year, and is one in any other."""
    said = date.date
    return date.relative and said[:4].isdigit() and len(said) > YEAR and said[YEAR:] != "-02-29"


YEAR = 4
"""Digits of a year."""


def covers(ours: PartialDate, theirs: PartialDate) -> bool:
    """Whether a date is another one, or a coarser one that holds it."""
    return ours == theirs or (ours.first <= theirs.first and theirs.last <= ours.last)


def _is_of_now(date: PartialDate, among: Sequence[Sentence], compared: Comparison) -> bool:
    """Whether a month is that of the article, whose passage says "this week" or "next month"."""
    small, own = lexicon(compared.argument.article.language), compared.argument.article.date
    if small is None or str(date) != str(own)[:MONTH]:
        return False
    return any(small.relative_date.search(one.text) for one in among)


MONTH = len("2019-05")


def _is_counted(date: PartialDate, among: Iterable[Sentence], compared: Comparison) -> bool:
    """Whether a passage names a day, or its month, by the article's own: tomorrow, on Friday."""
    article = compared.argument.article
    written = article.date
    if written.first != written.last:
        return False
    days = (
        day for one in among for day in relative_days(one.text, written.first, article.language)
    )
    return any(date.first <= day <= date.last for day in days) and len(date) >= MONTH


@source_rule("event-date", "error", "Every event has a date that its passage gives.")
def other_event_dates(compared: Comparison) -> Iterator[Remark]:
    """Report each event whose date its passage does not give."""
    for number, event in enumerate(compared.argument.timeline):
        among = compared.passage_of(event.id, event.locator)
        if among is None:
            continue
        dates = _dates(among, event.date, compared)
        wanted = (
            PartialDate(str(event.date.year)) if _PART_OF_YEAR.match(event.date) else event.date
        )
        if wanted != event.date and not any(_PART_OF_YEAR.match(date) for date in dates):
            dates = [PartialDate(str(date.year)) for date in dates]
        else:
            wanted = event.date
        if any(covers(wanted, date) for date in dates) or _is_counted(event.date, among, compared):
            continue
        if not _is_of_now(event.date, among, compared):
            near = ", ".join(dict.fromkeys(dates)) or "no date"
            message = f"is dated {event.date}, which {event.locator} does not say"
            yield Remark(("timeline", number, "date"), message, f"it gives {near}")
