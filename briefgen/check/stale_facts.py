"""A figure that is told as current when it no longer is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def stale_facts(argument: Argument) -> Iterator[Remark]:
    """Remark each fact that is certainly older than its shelf life when the brief is issued.

    Age is reckoned to the brief's date or, without one, the article's: never to the clock, so that
    an argument says today what it said yesterday.
    """
    brief = argument.edition.date
    issued = brief or argument.article.date
    what = "brief" if brief else "article"
    for number, fact in enumerate(argument.facts):
        life = fact.shelf_life_months
        if life is not None and _months_before(issued.first, life) > _months_before(
            fact.as_of.last
        ):
            message = f"is of {fact.as_of}, to be told for {life} months; the {what} is of {issued}"
            hint = "bring it up to date, or tell it as of its date and drop its shelf life"
            yield Remark(("facts", number, "as_of"), message, hint)


def _months_before(day: datetime.date, months: int = 0) -> tuple[int, int]:
    """Return month and day, so many months earlier, as they compare."""
    return day.year * 12 + day.month - months, day.day
