"""Key figures and time lines, made from an argument's typed data."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import MINUS, NO_BREAK_SPACE, Words, capital, says
from briefgen.languages.files import is_decrease
from briefgen.types.argument import Argument
from briefgen.types.block import Block, KeyFigure, KeyFigures, Moment, Origin, Timeline
from briefgen.types.fact import Fact
from briefgen.types.labels import Labels
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


def stats(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the facts that have a priority, to be shown larger still, across the page.

    The date stands on a line of its own; a qualifier is a sign at the value where one says as much,
    else the label ends in it.
    """
    ranked = sorted((fact for fact in argument.facts if fact.priority), key=_priority)
    held = tuple(_stat(fact, reader) for fact in ranked)

    def show(count: int) -> tuple[Block, ...]:
        return (KeyFigures(held[:count], at, strip=True),)

    return Exhibit([fact.priority for fact in ranked], show)


def _stat(fact: Fact, reader: ProseReader) -> KeyFigure:
    words = Words(reader.words.language, _short_scales(reader.words.labels))
    value = _value(fact, words)
    label, when = _undated(fact, reader)
    qualifier = (fact.qualifier or "").strip()
    if sign := words.labels.sign_of(qualifier):
        value = sign.format(number=value)
    elif qualifier:
        before, _, after = words.labels.stat_qualified.partition("{label}")
        label = (Text(before), *label, Text(after.format(qualifier=qualifier)))
    return KeyFigure(fact.id, "", value, label, when)


def _short_scales(labels: Labels) -> Labels:
    short = {"scales": labels.scales_short, "scaled": labels.scaled_short}
    none: dict[str, str] = {}
    return labels.model_copy(
        update={**short, "scales_below_two": none, "scales_of_one": none, "money_short": none}
    )


def _undated(fact: Fact, reader: ProseReader) -> tuple[Prose, str]:
    """Return what a figure counts, and when by itself, where its label does not hold the date."""
    date = reader.words.date(fact.as_of) if fact.as_of else ""
    if not fact.label:
        return counted_of(fact, reader), capital(date) if date else ""
    plain = date.replace(NO_BREAK_SPACE, " ")
    label, comma, end = fact.label.rpartition(", ")
    dated = end.endswith(plain) and end.count(" ") <= plain.count(" ") + 1
    if plain and comma and dated:
        return reader.read(label, acronyms=False), capital(end)
    said = not plain or plain in fact.label
    return reader.read(fact.label, acronyms=False), "" if said else capital(date)


def _large(fact: Fact, reader: ProseReader) -> str:
    return _value(fact, reader.words)


def _value(fact: Fact, words: Words) -> str:
    """Return a figure as it is shown large, with its unit where no word below it says that."""
    amount = words.amount(fact, compact=True)
    if is_decrease(fact.qualifier or "", words.language):
        amount = amount.removeprefix(MINUS)
    said = fact.label or says(counted(fact), fact.unit)
    if said or words.stands_alone(fact):
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
    ranked = by_weight(argument.timeline)
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
    date = reader.words.date(event.date)
    if event.status == "planned":
        date = reader.words.labels.planned.format(date=date)
    return capital(date)
