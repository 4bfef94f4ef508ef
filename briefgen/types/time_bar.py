"""Events on a bar of time: what stands where between the first day and the last, and its room."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from typing import Literal, Protocol

from msgspec import Struct

from briefgen.types.prose import Prose, text_of

ExtentKind = Literal["between", "range", "event", "planned"]

_RANKS: dict[ExtentKind, int] = {"between": 0, "range": 1, "event": 2, "planned": 3}

EXACT_DAYS = 31
"""An event that is known to the month is drawn as a mark; one that is not, as a range."""

BETWEEN = "#e3e7ea"
"""The colour of the bar where nothing is."""

BAR_PT = 6.0
"""Height of the bar."""

LEADERS_PT = 14.0
"""Height of the leaders from the bar to the columns of events below it, with the space below."""

BELOW_LEADERS_PT = 2.0
"""White space between a leader and the event that it leads to."""

MOST_LEVELS = 3
"""Heights at which leaders turn, at most: of more they are a maze."""

MARK_PT = 4.0
"""Width of an event on the bar."""


class Leader(Struct, frozen=True):
    """A leader from its `begin` on the bar to its `end` above an event, which turns at a `level`.

    Levels are counted from the bar, so that no leader crosses another.
    """

    begin: int
    end: int
    level: int

    @property
    def across(self) -> tuple[int, int]:
        """From where to where it goes along its level."""
        return min(self.begin, self.end), max(self.begin, self.end)


def leaders(middles: Sequence[int], columns: Sequence[int]) -> tuple[Leader, ...]:
    """Return the leader of each event from its middle on the bar to where its column begins.

    Of those that overlap, one that goes back turns below the one before it, and one that goes on
    turns above it.
    """
    ends = [*zip(middles, columns, strict=True)]
    levels = [0] * len(ends)
    for at in range(1, len(ends)):
        (begin, end), (before, _) = ends[at], ends[at - 1]
        if begin > end and before >= end:
            levels[at] = levels[at - 1] + 1
    for at in range(len(ends) - 2, -1, -1):
        (begin, end), (after, _) = ends[at], ends[at + 1]
        if begin < end and end >= after:
            levels[at] = max(levels[at], levels[at + 1] + 1)
    return tuple(Leader(*one, level) for one, level in zip(ends, levels, strict=True))


class Dated(Protocol):
    """An event: the days it can mean, and whether it is planned."""

    @property
    def extent(self) -> tuple[datetime.date, datetime.date]: ...

    @property
    def planned(self) -> bool: ...


class Stretch(Struct, frozen=True):
    """A part of the bar from one place to another, in the bar's own unit."""

    start: int
    end: int
    kind: ExtentKind


class TimeBar(Struct, frozen=True):
    """The stretches of a bar, which cover it, and the place of each event's middle."""

    stretches: tuple[Stretch, ...]
    middles: tuple[int, ...]


def time_bar(events: Sequence[Dated], width: int, mark: int) -> TimeBar:
    """Return the bar of events in order of time; `mark` is how wide an event is at least.

    An event is never narrower than a mark, so that it can be seen, and then reaches beyond its own
    days. Marks of several may join. What is not known to the month is a range, drawn below marks.
    """
    first = min(event.extent[0] for event in events).toordinal()
    days = max(1, max(event.extent[1] for event in events).toordinal() + 1 - first)
    stretches = [_stretch(event, first, days, width, mark) for event in events]
    edges = sorted({0, width, *(edge for one in stretches for edge in (one.start, one.end))})
    parts = [
        Stretch(start, end, _kind(stretches, start, end))
        for start, end in itertools.pairwise(edges)
    ]
    joined: list[Stretch] = []
    for part in parts:
        if joined and joined[-1].kind == part.kind:
            joined[-1] = Stretch(joined[-1].start, part.end, part.kind)
        else:
            joined.append(part)
    return TimeBar(tuple(joined), tuple((one.start + one.end) // 2 for one in stretches))


def longest_leader(events: Sequence[Dated]) -> float:
    """Return how far an event lies from its label, at most, where labels stand evenly spaced.

    It is a part of the width. Dates in clusters would make a sheaf of leaders across the bar.
    """
    middles = time_bar(events, 10_000, 1).middles
    step = 10_000 / max(1, len(events))
    return max(
        (abs(middle - number * step) / 10_000 for number, middle in enumerate(middles)), default=0
    )


def levels(events: Sequence[Dated]) -> int:
    """Return at how many heights their leaders turn where labels stand evenly spaced."""
    middles = time_bar(events, 10_000, 1).middles
    step = 10_000 // max(1, len(events))
    found = leaders(middles, [number * step for number in range(len(middles))])
    return 1 + max((one.level for one in found), default=0)


def _stretch(event: Dated, first: int, days: int, width: int, mark: int) -> Stretch:
    begin, end = (day.toordinal() - first for day in event.extent)
    start, stop = width * begin // days, width * (end + 1) // days
    exact = end - begin < EXACT_DAYS
    if stop - start < mark:
        start = min(max(0, (start + stop - mark) // 2), width - mark)
        stop = start + mark
    return Stretch(start, stop, "planned" if event.planned else "event" if exact else "range")


def _kind(stretches: Sequence[Stretch], start: int, end: int) -> ExtentKind:
    over = (one.kind for one in stretches if one.start <= start and end <= one.end)
    return max(over, key=lambda kind: _RANKS[kind], default="between")


class Moment(Struct, frozen=True):
    """An event on a time line: `when` is printed, `day` is where it stands on the axis.

    `days` are the first and the last that its date can mean. What is planned `next` after the date
    of the brief stands out.
    """

    event: str
    when: str
    day: datetime.date
    planned: bool
    prose: Prose
    days: tuple[datetime.date, datetime.date] | None = None
    next: bool = False

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


def are_even(events: Sequence[Dated]) -> bool:
    """Whether events lie near their evenly spaced labels, with leaders that can be followed."""
    return longest_leader(events) <= MOST_LEADER and levels(events) <= MOST_LEVELS


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
