"""Rules about dates: absolute, in order, and not after what the article knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from briefgen.check.passage import passages
from briefgen.check.rule import LANGUAGE, OWN, Remark, rule
from briefgen.languages.lexicon import lexicon
from briefgen.markup import words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.date import PartialDate
from briefgen.types.source_map import Path


@rule("stale-fact", "warning", "No fact is older than its shelf life.", rests_on=(OWN, "article"))
def stale_facts(argument: Argument) -> Iterator[Remark]:
    """Report each fact that is certainly older than its shelf life when the brief is issued.

    Age is counted to the brief's date or, without one, the article's: never to today, so that
    an argument says today what it said yesterday.
    """
    brief = argument.edition.date
    issued = brief or argument.article.date
    what = "brief" if brief else "article"
    for number, fact in enumerate(argument.facts):
        life = fact.shelf_life_months
        if life is None or fact.as_of is None:
            continue
        if _months_before(issued.first, life) > _months_before(fact.as_of.last):
            message = f"is of {fact.as_of}, valid for {life} months; the {what} is of {issued}"
            hint = "bring it up to date, or give its date in the text and drop its shelf life"
            yield Remark(("facts", number, "as_of"), message, hint)


def _months_before(day: datetime.date, months: int = 0) -> tuple[int, int]:
    """Return month and day, so many months earlier, as they compare."""
    return day.year * 12 + day.month - months, day.day


_QUOTED_WORDS = late_pattern(
    r'"[^"]*"|\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb'
)


# A brief is read later than it is written.
@rule("relative-date", "warning", "Dates are absolute.", rests_on=(LANGUAGE,))
def relative_dates(argument: Argument) -> Iterator[Remark]:
    """Report each passage with a date that depends on the day of reading.

    What stands in quotation marks is somebody else's, and editor's notes talk about the article's
    own words: both are left alone.
    """
    words = lexicon(argument.article.language)
    if words is None:
        return
    for passage in passages(argument):
        if passage.path[0] == "notes":
            continue
        found = words.relative_date.findall(_QUOTED_WORDS.sub("", words_in(passage.text)))
        if found:
            shown = ", ".join(f'"{" ".join(each.split())}"' for each in dict.fromkeys(found))
            hint = f"name the date; the information reaches up to {argument.article.cut_off}"
            yield Remark(passage.path, f"has a relative date: {shown}", hint, passage.text_line)


@rule("event-order", "warning", "The timeline runs from old to new.", rests_on=("timeline",))
def event_order(argument: Argument) -> Iterator[Remark]:
    """Report each event that is certainly older than the one before it."""
    for number, (before, event) in enumerate(pairwise(argument.timeline), 1):
        if _older(event.date, before.date):
            message = f"{event.date} stands after {before.date}"
            yield Remark(("timeline", number, "date"), message, "put the oldest event first")


def _older(date: PartialDate, other: PartialDate) -> bool:
    return date.first < other.first and date.middle < other.middle


@rule(
    "future-date",
    "warning",
    "Nothing past is dated after the article's cut-off.",
    rests_on=("article",),
)
def future_dates(argument: Argument) -> Iterator[Remark]:
    """Report past events and figures that are certainly dated after the article's cut-off.

    A cut-off after the article's own date is reported, too.
    """
    article = argument.article
    if article.cut_off.first > article.date.last:
        message = f"is {article.cut_off}, after the article's date, {article.date}"
        yield Remark(("article", "cut_off"), message, "no article knows what comes after it")
    for path, date, what, hint in _dated(argument):
        if date.first > article.cut_off.last:
            message = f"{what} {date}, after the article's cut-off, {article.cut_off}"
            yield Remark(path, message, hint)


def _dated(argument: Argument) -> Iterator[tuple[Path, PartialDate, str, str]]:
    for number, event in enumerate(argument.timeline):
        if event.status == "past":
            hint = "write status: planned, or correct the date"
            yield ("timeline", number, "date"), event.date, "is marked as past on", hint
    hint = "correct the date, or move the cut-off; what is planned for then has no date of its own"
    for number, fact in enumerate(argument.facts):
        projected = {each.date for each in fact.series if each.projected}
        if fact.as_of and fact.as_of not in projected:
            yield ("facts", number, "as_of"), fact.as_of, "holds as of", hint
        for index, each in enumerate(fact.series):
            if not each.projected:
                path: Path = ("facts", number, "series", index, "date")
                yield path, each.date, "was measured on", f"{hint}, or write projected: true"
