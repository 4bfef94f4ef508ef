"""Tables made from an argument's typed data: events and figures."""

from __future__ import annotations

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.figures import by_weight, counted, counted_of, in_time, when
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import capital, says
from briefgen.types.argument import Argument
from briefgen.types.block import Block, Cell, Origin, Table
from briefgen.types.fact import Fact
from briefgen.types.prose import Strong, plain
from briefgen.types.selection import LEAST_PRIORITY

_EVIDENCE = (22, 48, 16, 14)
"""Widths of the columns of figures in percent."""

_NOTHING = Cell(plain("–"))
"""What a cell says for which there is nothing, as tables of statistics do."""


def chronology(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the events as rows of date and event, in detail where the event has one.

    A date is no header cell: with one cell of data beside each, half the table would be headers.
    """
    events = by_weight(argument.timeline)
    rows = {
        event.id: (
            Cell((Strong(plain(when(event, reader))),)),
            Cell(
                (
                    *reader.read(event.detail or event.text),
                    *reader.cited(event.cited, event.locator),
                )
            ),
        )
        for event in events
    }
    labels = reader.words.labels
    header = header_of(labels.date, labels.event)

    def show(count: int) -> tuple[Block, ...]:
        shown = sorted(events[:count], key=in_time)
        chosen = tuple(rows[event.id] for event in shown)
        reports = tuple(event.id for event in shown)
        caption = plain(labels.chronology_caption)
        return (Table(caption, (22, 78), (header,), chosen, at, reports=reports, each=True),)

    return Exhibit([event.priority for event in events], show)


def evidence(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the facts to list as rows: figure, what it counts and of whom, as of, and place."""
    order = {fact.id: number for number, fact in enumerate(argument.facts)}
    listed = [fact for fact in argument.facts if fact.listed]
    facts = sorted(listed, key=lambda fact: fact.priority or LEAST_PRIORITY)
    rows = {fact.id: _fact_row(fact, reader) for fact in facts}
    labels, words = reader.words.labels, reader.words
    caption = labels.evidence_caption.format(date=words.date(argument.article.cut_off))
    header = header_of(labels.figure, labels.measure, labels.as_of, labels.place)

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted((fact.id for fact in facts[:count]), key=lambda key: order[key])
        shown = tuple(rows[key] for key in chosen)
        reports = tuple(chosen)
        table = Table(plain(caption), _EVIDENCE, (header,), shown, at, reports=reports, each=True)
        return (table,)

    return Exhibit([fact.priority for fact in facts], show)


def _fact_row(fact: Fact, reader: ProseReader) -> tuple[Cell, ...]:
    words, reported = reader.words, counted(fact)
    figure = words.stated(fact)
    if not says(reported, fact.unit):
        figure = words.counted(fact)
    named = reader.cited(reader.beyond_place(fact.cited))
    return (
        Cell(plain(figure), header=True),
        Cell((*counted_of(fact, reader), *named)),
        as_of_cell(fact, reader),
        Cell(plain(fact.locator)) if fact.locator else _NOTHING,
    )


def as_of_cell(fact: Fact, reader: ProseReader) -> Cell:
    """Return the date at which a figure holds, where the article gives one."""
    return Cell(plain(capital(reader.words.date(fact.as_of)))) if fact.as_of else _NOTHING


def header_of(*titles: str) -> tuple[Cell, ...]:
    """Return a header row."""
    return tuple(Cell(plain(title), header=True) for title in titles)
