"""An event of a strip or a list of dates, and the room that a strip gives it."""

from __future__ import annotations

import datetime

from msgspec import Struct

from briefgen.types.prose import Prose, text_of


class Moment(Struct, frozen=True):
    """An event on a time line: `when` is printed, `day` is where it stands on the axis.

    `days` are the first and the last that its date can mean.
    """

    event: str
    when: str
    day: datetime.date
    planned: bool
    prose: Prose
    days: tuple[datetime.date, datetime.date] | None = None

    @property
    def extent(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day that the date can mean."""
        return self.days or (self.day, self.day)


LEAST_STRIP_PT = 340
"""A strip of events is no narrower: 120 mm."""

LEAST_MOMENT_PT = 58
"""A column of a strip of events is no narrower."""

MOST_LEADER = 0.35
"""Part of the width of a strip that an event lies from its label at most."""

MOST_MOMENT_LINES = 6
"""Lines of text of an event that a strip holds at most: about 25 mm with its bar."""


LEAST_MOMENTS = 3
"""Events of a strip, at least: two are a sentence."""


def fits(moment: Moment, column_pt: float, size_pt: float) -> bool:
    """Return whether an event has room in its column: each word, and all in so many lines."""
    text = text_of(moment.prose)
    em = MOMENT_EM * size_pt
    longest = max(len(word) for word in (*moment.when.split(), *text.split()))
    lines = -(-len(moment.when) * em // column_pt) + -(-len(text) * em * RAGGED // column_pt)
    return longest * em <= column_pt and lines <= MOST_MOMENT_LINES


MOMENT_EM = 0.52
"""Mean width of a character of an event, in sizes of its text."""

RAGGED = 1.12
"""How much longer a text is with the blank ends of its short lines."""
