"""Key figures, time lines, tables and lists that are made from an argument's typed data."""

from __future__ import annotations

from briefgen.compose.prose import Reader
from briefgen.types.apparatus import Event, Source
from briefgen.types.argument import Argument
from briefgen.types.block import (
    Block,
    Cell,
    KeyFigure,
    KeyFigures,
    Moment,
    Origin,
    Paragraph,
    SourceEntry,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.fact import Fact
from briefgen.types.prose import Emphasis, Link, Prose, Strong, Text, plain
from briefgen.types.role import Role


def key_figures(argument: Argument, reader: Reader, most: int, at: Origin) -> tuple[Block, ...]:
    """Return the most important facts shown large; nothing where none has a priority."""
    ranked = sorted((fact for fact in argument.facts if fact.priority), key=_priority)[:most]
    figures = tuple(
        KeyFigure(
            fact.id,
            fact.qualifier or "",
            reader.words.amount(fact),
            reader.read(fact.label or _noun(fact, reader), acronyms=False),
        )
        for fact in ranked
    )
    return (KeyFigures(figures, at),) if figures else ()


def _priority(held: Fact | Event) -> int:
    return held.priority or 0


def _noun(fact: Fact, reader: Reader) -> str:
    return f"{fact.measure}, {fact.scope}, {reader.words.date(fact.as_of)}"


def _when(event: Event, reader: Reader) -> str:
    date = reader.words.date(event.date)
    if event.status == "planned":
        date = reader.words.labels.planned.format(date=date)
    return date[0].upper() + date[1:]


def timeline(argument: Argument, reader: Reader, most: int, at: Origin) -> tuple[Block, ...]:
    """Return the most important events in order of time; nothing where there are none."""
    chosen = sorted(argument.timeline, key=_priority)[:most]
    moments = tuple(
        Moment(
            event.id,
            _when(event, reader),
            event.date.middle,
            event.status == "planned",
            reader.read(event.text, acronyms=False),
        )
        for event in sorted(chosen, key=lambda event: (event.date.middle, event.date.first))
    )
    return (Timeline(moments, at),) if moments else ()


def chronology(argument: Argument, reader: Reader, at: Origin) -> tuple[Block, ...]:
    """Return all events as a table of date and event, with the event's detail where it has one."""
    if not argument.timeline:
        return ()
    labels = reader.words.labels
    rows = []
    for event in sorted(argument.timeline, key=lambda event: (event.date.middle, event.date.first)):
        citations = "".join(f"[@{source}]" for source in event.sources)
        text = reader.read(f"{event.detail or event.text}{citations}")
        rows.append((Cell(plain(_when(event, reader)), header=True), Cell(text)))
    return (
        Table(
            plain(labels.chronology_caption),
            (22, 78),
            (_header(labels.date, labels.event),),
            tuple(rows),
            at,
        ),
    )


def evidence(argument: Argument, reader: Reader, at: Origin) -> tuple[Block, ...]:
    """Return every fact as a table: figure, what it counts and of whom, as of, where it stands."""
    if not argument.facts:
        return ()
    labels, words = reader.words.labels, reader.words
    rows = []
    for fact in argument.facts:
        figure = f"{fact.qualifier} {words.amount(fact)}" if fact.qualifier else words.amount(fact)
        citations = "".join(f"[@{source}]" for source in fact.sources)
        rows.append(
            (
                Cell(plain(figure), header=True),
                Cell(reader.read(f"{fact.measure}, {fact.scope}{citations}", acronyms=False)),
                Cell(plain(words.date(fact.as_of))),
                Cell(plain(fact.place)),
            )
        )
    caption = labels.evidence_caption.format(date=words.date(argument.article.cut_off))
    header = _header(labels.figure, labels.measure, labels.as_of, labels.place)
    return (Table(plain(caption), (20, 46, 16, 18), (header,), tuple(rows), at),)


def _header(*titles: str) -> tuple[Cell, ...]:
    return tuple(Cell(plain(title), header=True) for title in titles)


def glossary(argument: Argument, reader: Reader, at: Origin) -> tuple[Block, ...]:
    """Return the terms in alphabetical order, each with what it stands for and its note."""
    return tuple(
        Paragraph(Role.SOURCE, _term(term.short, term.long, term.note, reader), at)
        for term in sorted(argument.glossary, key=lambda term: term.short.lower())
    )


def _term(short: str, long: str, note: str | None, reader: Reader) -> Prose:
    text: Prose = (Strong(plain(short)), Text(f": {long}."))
    return (*text, Text(" "), *reader.read(note, acronyms=False)) if note else text


def notes(argument: Argument, reader: Reader, at: Origin) -> tuple[Block, ...]:
    """Return the editor's notes, each opening with what it is about."""
    return tuple(
        Paragraph(
            Role.BULLET,
            (Strong(plain(note.about)), Text(". "), *reader.read(note.text, acronyms=False)),
            at,
            "bullet",
        )
        for note in argument.notes
    )


def sources(argument: Argument, reader: Reader, at: Origin) -> tuple[Block, ...]:
    """Return the list of sources, to be numbered once it is known what cites them."""
    entries = tuple(SourceEntry(held.id, _entry(held, reader)) for held in argument.sources)
    return (SourceList(entries, at),) if entries else ()


def _entry(source: Source, reader: Reader) -> Prose:
    if source.status == "unresolved":
        pattern = reader.words.labels.unresolved_source
        return plain(pattern.format(title=source.title, place=source.place or ""))
    if source.reference:
        text: Prose = plain(source.reference)
    else:
        parts = [source.authors, source.publisher]
        before = ", ".join(part for part in parts if part)
        text = (Text(f"{before}: "),) if before else ()
        text = (*text, Emphasis(plain(source.title)))
        if source.date:
            text = (*text, Text(f", {reader.words.date(source.date)}"))
    if source.address:
        text = (*text, Text(". "), Link(source.address, plain(source.address)))
    return text
