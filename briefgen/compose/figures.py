"""Key figures and time lines, made from an argument's typed data."""

from __future__ import annotations

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import MINUS, capital, says
from briefgen.languages.files import is_decrease
from briefgen.types.argument import Argument
from briefgen.types.block import Block, KeyFigure, KeyFigures, Moment, Origin, Timeline
from briefgen.types.fact import Fact
from briefgen.types.prose import Prose, Text, text_of
from briefgen.types.supplements import Event


def key_figures(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the facts that have a priority, to be shown large."""
    ranked = sorted((fact for fact in argument.facts if fact.priority), key=_priority)
    figures = [
        KeyFigure(
            fact.id,
            fact.qualifier or "",
            _large(fact, reader),
            reader.read(fact.label, acronyms=False) if fact.label else _noun(fact, reader),
        )
        for fact in ranked
    ]

    def show(count: int) -> tuple[Block, ...]:
        return (KeyFigures(tuple(figures[:count]), at),)

    return Exhibit([fact.priority for fact in ranked], show)


def _large(fact: Fact, reader: ProseReader) -> str:
    """Return a figure as it is shown large, with its unit where no word below it says that."""
    amount = reader.words.amount(fact, compact=True)
    if is_decrease(fact.qualifier or "", reader.words.language):
        amount = amount.removeprefix(MINUS)
    said = fact.label or says(counted(fact), fact.unit)
    if said or reader.words.stands_alone(fact):
        return amount
    return f"{amount} {fact.unit}"


def _noun(fact: Fact, reader: ProseReader) -> Prose:
    """Return what a figure counts, of whom and when, where its label does not say it shorter."""
    reported = counted_of(fact, reader)
    if fact.as_of is None:
        return reported
    date = reader.words.date(fact.as_of)
    return reported if text_of(reported).endswith(date) else (*reported, Text(f", {date}"))


def counted_of(fact: Fact, reader: ProseReader) -> Prose:
    """Return what a fact counts and of whom, each read by itself: no markup reaches across."""
    measure = reader.read(capital(fact.measure), acronyms=False)
    if fact.scope is None:
        return measure
    return (*measure, Text(", "), *reader.read(fact.scope, acronyms=False))


def counted(fact: Fact) -> str:
    """Return what a fact counts and of whom, as an entry of its own begins."""
    return capital(f"{fact.measure}, {fact.scope}" if fact.scope else fact.measure)


def timeline(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the events, to be shown on an axis in order of time."""
    ranked = sorted(argument.timeline, key=_priority)
    moments = {
        event.id: Moment(
            event.id,
            when(event, reader),
            event.date.middle,
            event.status == "planned",
            reader.read(event.text, acronyms=False),
        )
        for event in ranked
    }

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted(ranked[:count], key=in_time)
        return (Timeline(tuple(moments[event.id] for event in chosen), at),)

    return Exhibit([event.priority for event in ranked], show)


def _priority(held: Fact | Event) -> int:
    return held.priority or 0


def in_time(event: Event) -> tuple[object, object]:
    """Return what orders events in time: the middle of what is known, then its first day."""
    return event.date.middle, event.date.first


def when(event: Event, reader: ProseReader) -> str:
    """Write the date of an event, which says of a planned one that it is planned."""
    date = reader.words.date(event.date)
    if event.status == "planned":
        date = reader.words.labels.planned.format(date=date)
    return capital(date)
