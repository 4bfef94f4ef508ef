"""Nothing has happened, and nothing is known, after the article's information ends."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.rule import Remark
from briefgen.types.argument import Argument
from briefgen.types.date import PartialDate
from briefgen.types.source_map import Path


def future_dates(argument: Argument) -> Iterator[Remark]:
    """Remark past events and figures that are certainly dated after the article's cut-off.

    A cut-off after the article's own date is remarked, too.
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
            yield ("timeline", number, "date"), event.date, "is told as past on", hint
    hint = "correct the date, or move the cut-off"
    for number, fact in enumerate(argument.facts):
        yield ("facts", number, "as_of"), fact.as_of, "holds as of", hint
        for index, each in enumerate(fact.series):
            path: Path = ("facts", number, "series", index, "date")
            yield path, each.date, "was measured on", hint
