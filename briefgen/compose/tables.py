"""Tables made from an argument's typed data: events, figures, claims."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.figures import by_weight, counted, counted_of, in_time, when
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import NO_BREAK_SPACE, capital, says
from briefgen.types.argument import Argument, Part
from briefgen.types.block import Block, Cell, Origin, Table
from briefgen.types.fact import Fact
from briefgen.types.point import Point
from briefgen.types.prose import Prose, Strong, Text, plain
from briefgen.types.reference import Cited, cited, references
from briefgen.types.selection import LEAST_PRIORITY, Selection

Rows = tuple[tuple[Cell, ...], ...]

_CLAIMS = (26, 18, 14, 18, 13, 11)
"""Widths of the columns of claims in percent."""

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
    header = _header(labels.date, labels.event)

    def show(count: int) -> tuple[Block, ...]:
        shown = sorted(events[:count], key=in_time)
        chosen = tuple(rows[event.id] for event in shown)
        reports = tuple(event.id for event in shown)
        caption = plain(labels.chronology_caption)
        return (Table(caption, (22, 78), (header,), chosen, at, reports=reports),)

    return Exhibit([event.priority for event in events], show)


def evidence(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the facts to list as rows: figure, what it counts and of whom, as of, and place."""
    order = {fact.id: number for number, fact in enumerate(argument.facts)}
    listed = [fact for fact in argument.facts if fact.listed]
    facts = sorted(listed, key=lambda fact: fact.priority or LEAST_PRIORITY)
    rows = {fact.id: _fact_row(fact, reader) for fact in facts}
    labels, words = reader.words.labels, reader.words
    caption = labels.evidence_caption.format(date=words.date(argument.article.cut_off))
    header = _header(labels.figure, labels.measure, labels.as_of, labels.place)

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted((fact.id for fact in facts[:count]), key=lambda key: order[key])
        shown = tuple(rows[key] for key in chosen)
        return (Table(plain(caption), _EVIDENCE, (header,), shown, at, reports=tuple(chosen)),)

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


def claims(argument: Argument, selection: Selection, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the points that rest on something as rows.

    Claim, figure, as of, source, who says so, and status. A claim is followed by its figures: each
    row names the sources and the place of that alone which it has.
    """
    held = [one for one in selection.named if _rests_on(one.point)]
    ranked = sorted(held, key=lambda one: -one.value)
    parts = list(Part)
    argued = sorted(held, key=lambda one: parts.index(one.part))
    order = {one.point.id: number for number, one in enumerate(argued)}
    facts = {fact.id: fact for fact in argument.facts}
    figures = {one.point.id: _figures(one.point) for one in ranked}
    rows = {one.point.id: _claim_rows(one.point, facts, reader) for one in ranked}
    labels, words = reader.words.labels, reader.words
    caption = labels.claims_caption.format(date=words.date(argument.article.cut_off))
    header = _header(
        labels.claim, labels.figure, labels.as_of, labels.source, labels.attribution, labels.status
    )

    def show(count: int) -> tuple[Block, ...]:
        chosen = sorted((one.point.id for one in ranked[:count]), key=lambda key: order[key])
        shown = tuple(row for key in chosen for row in rows[key])
        reports = tuple(dict.fromkeys(fact for key in chosen for fact in figures[key]))
        return (Table(plain(caption), _CLAIMS, (header,), shown, at, reports=reports),)

    return Exhibit([one.point.priority for one in ranked], show)


def _rests_on(point: Point) -> tuple[str, ...]:
    """Return the evidence that a point names; where it names none, what its forms refer to."""
    if point.evidence:
        return point.evidence
    texts = (point.forms.headline, point.forms.summary or "", *point.forms.paragraphs)
    found = (one.evidence for text in texts for one in references(text))
    return tuple(dict.fromkeys(one for one in found if one[0] in "#@"))


def _figures(point: Point) -> tuple[str, ...]:
    """Return the facts among the evidence of a point."""
    return tuple(key[1:] for key in _rests_on(point) if key[0] == "#")


def _claim_rows(point: Point, facts: dict[str, Fact], reader: ProseReader) -> Rows:
    """Return a row of the claim itself, and one for each of its figures.

    Only the claim spans them: source and holder stand in each row, so that whoever listens to a row
    hears all of it. Who says so is the point's: what it rests on may say less. How sure it is, is
    said of the claim alone: a figure behind a plan is no plan.
    """
    words, labels = reader.words, reader.words.labels
    figures = [facts[key] for key in _figures(point)]
    sources = cited(key[1:] for key in _rests_on(point) if key[0] == "@")
    holder = Cell(plain(capital(labels.holders[point.attribution.by])))
    status = Cell(plain(capital(labels.modalities[point.modality])))
    rows = [
        (
            Cell(plain(words.counted(fact))),
            as_of_cell(fact, reader),
            Cell(_source(fact.cited, fact.locator, reader) or _NOTHING.prose),
            holder,
            _NOTHING,
        )
        for fact in figures
    ]
    own = Cell(_source(sources, point.locator, reader) or _NOTHING.prose)
    rows.insert(0, (_NOTHING, _NOTHING, own, holder, status))
    headline = reader.read(point.forms.headline, acronyms=False)
    claim = Cell(headline, header=True, row_span=len(rows))
    return ((claim, *rows[0]), *rows[1:])


def _source(sources: Sequence[Cited], place: str | None, reader: ProseReader) -> Prose:
    """Return the place of a claim or a figure with its sources: numbers, or short words."""
    if reader.citing != "numbers":
        return reader.named(sources, place, brief=True)
    numbers = reader.cited(sources, alone=True)
    if not place:
        return numbers
    where = plain(reader.words.place(place).replace(NO_BREAK_SPACE, " "))
    # A superior figure would make a power of the number of a paragraph.
    return (*where, Text(" ("), *numbers, Text(")")) if numbers else where


def _header(*titles: str) -> tuple[Cell, ...]:
    return tuple(Cell(plain(title), header=True) for title in titles)
