"""Key figures and time lines, made from an argument's typed data."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from briefgen.compose.exhibit import Exhibit, ExhibitEntry, claim_on
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import MINUS, NO_BREAK_SPACE, Words, capital, says
from briefgen.languages.files import is_decrease
from briefgen.languages.units import measures
from briefgen.types.argument import Argument
from briefgen.types.block import Block, KeyFigure, KeyFigures, Origin, Timeline
from briefgen.types.fact import Fact
from briefgen.types.labels import Labels
from briefgen.types.point import Point
from briefgen.types.prose import Prose, Text, text_of
from briefgen.types.selection import LEAST_PRIORITY
from briefgen.types.supplements import Event
from briefgen.types.time_bar import Moment

STRIP_WEIGHT = 2
"""How much more figures weigh in a strip: they take their height of all columns of the page, and
are what a reader sees first."""

_WORDED = frozenset("0123456789")
"""Values that are written as words."""


def lead_figure(argument: Argument, reader: ProseReader, at: Origin) -> tuple[Block, ...]:
    """Return the most important fact with what it counts beside it, if one has a priority."""
    figures = tuple(_key_figure(fact, reader, short=True) for fact in ranked_facts(argument)[:1])
    return (KeyFigures(figures, at, beside=True),) if figures else ()


def key_figures(
    argument: Argument, reader: ProseReader, at: Origin, without: Collection[str] = ()
) -> Exhibit:
    """Return the facts that have a priority, to be shown large, `without` some that already are."""
    ranked = [fact for fact in ranked_facts(argument) if fact.id not in without]
    figures = [_key_figure(fact, reader) for fact in ranked]

    def show(count: int) -> tuple[Block, ...]:
        return (KeyFigures(tuple(figures[:count]), at),)

    return Exhibit([fact.priority for fact in ranked], show)


def figures_beside(
    argument: Argument,
    points: Collection[Point],
    reader: ProseReader,
    at: Origin,
    *,
    within: bool = False,
) -> tuple[tuple[ExhibitEntry, frozenset[str]], ...]:
    """Return the same facts, each by itself, with the points that it may stand beside.

    These are what prints it or rests on it. In a side column a figure is said without them, too, as
    a strip says it; `within` the text it is set as one of a strip, and with what prints it only:
    not where it is a count that editors write as a word.
    """
    found: list[tuple[ExhibitEntry, frozenset[str]]] = []
    for fact in ranked_facts(argument):
        claims = {point.id: claim_on(point, "#", fact.id) for point in points}
        told = frozenset(claim for claim in claims.values() if claim)
        if within and not told:
            continue
        figure = _stat(fact, reader) if within else _key_figure(fact, reader, short=True)
        if within and figure.value in _WORDED:
            continue
        blocks = (KeyFigures((figure,), at, strip=within),)
        priority, explains = fact.priority or LEAST_PRIORITY, told if within else frozenset()
        entry = ExhibitEntry(fact.id, priority, blocks, explains)
        found.append((entry, frozenset(point for point, claim in claims.items() if claim)))
    return tuple(found)


def ranked_facts(argument: Argument) -> list[Fact]:
    """Return the facts that may be shown large, the most important first."""
    return sorted((fact for fact in argument.facts if fact.priority), key=_priority)


def stats(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the facts that have a priority, to be shown larger still, across the page.

    The date stands on a line of its own.
    """
    ranked = ranked_facts(argument)
    statistics = tuple(_stat(fact, reader) for fact in ranked)

    def show(count: int) -> tuple[Block, ...]:
        return (KeyFigures(statistics[:count], at, strip=True),)

    return Exhibit([fact.priority for fact in ranked], show, STRIP_WEIGHT)


def _key_figure(fact: Fact, reader: ProseReader, *, short: bool = False) -> KeyFigure:
    words = _in_short(reader) if short else reader.words
    label, when = _undated(fact, reader)
    value, label = qualified(fact, _value(fact, words), label, reader.words.labels)
    said = not when or text_of(label).endswith(when) or when not in (fact.label or when)
    return KeyFigure(fact.id, value, label if said else (*label, Text(f", {when}")))


def _stat(fact: Fact, reader: ProseReader) -> KeyFigure:
    words = _in_short(reader)
    label, when = _undated(fact, reader)
    value, label = qualified(fact, _value(fact, words), label, words.labels)
    return KeyFigure(fact.id, value, label, capital(when) if when else "")


def qualified(fact: Fact, value: str, label: Prose, labels: Labels) -> tuple[str, Prose]:
    """Return value and label with the fact's qualifier: a sign at the value, else in the label.

    Small words before large figures would push these off their line and their left edge.
    """
    qualifier = (fact.qualifier or "").strip()
    if sign := labels.sign_of(qualifier):
        return sign.format(number=value), label
    if not qualifier:
        return value, label
    reported = labels.is_reported(qualifier)
    worded = labels.stat_reported if reported else labels.stat_qualified
    before, _, after = worded.partition("{label}")
    return value, (Text(before), *label, Text(after.format(qualifier=qualifier)))


def _in_short(reader: ProseReader) -> Words:
    return Words(reader.words.language, _short_scales(reader.words.labels))


def _short_scales(labels: Labels) -> Labels:
    short = {"scales": labels.scales_short, "scaled": labels.scaled_short}
    none: dict[str, str] = {}
    return replace(labels, **short, scales_below_two=none, scales_of_one=none, money_short=none)


def _undated(fact: Fact, reader: ProseReader) -> tuple[Prose, str]:
    """Return what a figure counts, and when by itself, where its label does not hold the date."""
    date = reader.words.date(fact.as_of) if fact.as_of else ""
    if not fact.label:
        return counted_of(fact, reader), date
    plain = date.replace(NO_BREAK_SPACE, " ")
    label, comma, end = fact.label.rpartition(", ")
    dated = end.endswith(plain) and end.count(" ") <= plain.count(" ") + 1
    if plain and comma and dated:
        return reader.read(label, acronyms=False), end
    said = not plain or plain in fact.label
    return reader.read(fact.label, acronyms=False), "" if said else date


def _value(fact: Fact, words: Words) -> str:
    """Return a figure as it is shown large, with its unit where no word below it says that."""
    amount = words.amount(fact, compact=True)
    if is_decrease(fact.qualifier or "", words.language):
        amount = amount.removeprefix(MINUS)
    # A label counts in words of its own, troops as soldiers; it measures in none.
    said = bool(fact.label) and not measures(fact.unit)
    said = said or says(fact.label or counted(fact), fact.unit)
    if said or words.stands_alone(fact):
        return amount
    return f"{amount} {fact.unit}"


def counted_of(fact: Fact, reader: ProseReader) -> Prose:
    """Return what a fact counts and of whom, each read by itself: no markup reaches across."""
    measure = reader.read(capital(fact.measure), acronyms=False)
    if fact.scope is None:
        return measure
    return (*measure, Text(", "), *reader.read(fact.scope, acronyms=False))


def counted(fact: Fact) -> str:
    """Return what a fact counts and of whom, as an entry of its own begins."""
    return capital(f"{fact.measure}, {fact.scope}" if fact.scope else fact.measure)


def timeline(
    argument: Argument, reader: ProseReader, at: Origin, *, strip: bool = False
) -> Exhibit:
    """Return the events, to be shown on an axis in order of time, or in a strip of the page."""
    ranked = by_weight(argument.timeline)
    ahead = _planned_next(argument)
    moments = {event.id: _moment(event, reader, is_next=event is ahead) for event in ranked}

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted(ranked[:count], key=in_time)
        return (Timeline(tuple(moments[event.id] for event in chosen), at, strip),)

    return Exhibit([event.priority for event in ranked], show)


def _moment(event: Event, reader: ProseReader, *, is_next: bool) -> Moment:
    said, told = when(event, reader), reader.read(event.text, acronyms=False)
    if is_next:
        date = reader.words.date(event.date)
        said = capital(reader.words.labels.planned_next.format(date=date))
    days = event.date.first, event.date.last
    planned = event.status == "planned"
    return Moment(event.id, said, event.date.middle, planned, told, days, is_next)


def _planned_next(argument: Argument) -> Event | None:
    """Return what is planned next after the date of the brief: what a reader can still act on.

    A brief without a date of its own cannot know what is still to come.
    """
    own = argument.edition.date
    planned = (event for event in argument.timeline if event.status == "planned")
    ahead = [event for event in planned if own is not None and event.date.first > own.last]
    return min(ahead, key=in_time, default=None)


def _priority(item: Fact | Event) -> int:
    return item.priority or 0


def by_weight(events: Sequence[Event]) -> list[Event]:
    """Return events by priority, the next one that is planned before all others.

    What comes next is what a reader can still act on: it is left out of no time line.
    """
    planned = sorted((event for event in events if event.status == "planned"), key=in_time)
    return sorted(events, key=lambda event: (event not in planned[:1], event.priority))


def in_time(event: Event) -> tuple[object, object]:
    """Return what orders events in time: the middle of what is known, then its first day."""
    return event.date.middle, event.date.first


def when(event: Event, reader: ProseReader) -> str:
    """Write the date of an event, which says of a planned one that it is planned."""
    words = reader.words
    date = words.date(event.date)
    if event.status == "planned":
        date = words.labels.planned.format(date=date)
    return capital(date)


STRIP_MOST = 4
"""Figures of a strip, at most."""


def all_large(argument: Argument, told: Collection[str]) -> bool:
    """Whether a strip shows every figure that a table would list, which would say them twice."""
    strip = {fact.id for fact in ranked_facts(argument)[:STRIP_MOST]}
    return all(fact.id in strip and fact.id in told for fact in argument.facts if fact.listed)
