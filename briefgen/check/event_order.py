"""A timeline runs from the oldest event to the latest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefgen.check.rule import Remark
from briefgen.types.argument import Argument
from briefgen.types.date import PartialDate


def event_order(argument: Argument) -> Iterator[Remark]:
    """Remark each event that is certainly older than the one before it."""
    for number, (before, event) in enumerate(pairwise(argument.timeline), 1):
        if _older(event.date, before.date):
            message = f"{event.date} stands after {before.date}"
            yield Remark(("timeline", number, "date"), message, "put the oldest event first")


def _older(date: PartialDate, other: PartialDate) -> bool:
    return date.first < other.first and date.middle < other.middle
