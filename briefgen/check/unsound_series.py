"""Two numbers for one thing at one date: a chart would show one, and the prose another."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def unsound_series(argument: Argument) -> Iterator[Remark]:
    """Remark each value of a series that another one, or the fact itself, contradicts.

    A fact need not be part of its own series; where the series has its date, it has its value.
    """
    for number, fact in enumerate(argument.facts):
        reported = {fact.as_of: (fact.value, "the fact itself")}
        for index, held in enumerate(fact.series):
            value, where = reported.setdefault(held.date, (held.value, f"series[{index}]"))
            twice = where.startswith("series") and where != f"series[{index}]"
            if value != held.value or twice:
                message = f"is {held.value} at {held.date}; {where} is {value} at that date"
                hint = "keep one value for each date, the one that the article gives"
                yield Remark(("facts", number, "series", index, "value"), message, hint)
