"""The table of events: what happened when, the year once where several events are of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from briefgen.compose.exhibit import Exhibit
from briefgen.compose.figures import by_weight, in_time
from briefgen.compose.prose import ProseReader
from briefgen.compose.tables import header_of, natural_ems
from briefgen.compose.words import capital
from briefgen.types.argument import Argument
from briefgen.types.block import Block, Cell, Origin, Table
from briefgen.types.prose import Emphasis, Prose, plain
from briefgen.types.supplements import Event
from briefgen.types.table_kind import SPINE_GAP_PT

_YEAR_SHARE, _DATE_SHARE, _EVENT_SHARE = 8, 14, 78
"""Relative widths of the columns: the year, the date within it, and the event."""

Rows = tuple[tuple[Cell, ...], ...]


def chronology(argument: Argument, reader: ProseReader, at: Origin) -> Exhibit:
    """Return the events as rows of date and event, in detail where the event has one.

    Where several are of one year, it stands once, in a column of its own. A date is no header
    cell: with one cell of data beside each, half the table would be headers.
    """
    events = by_weight(argument.timeline)
    told = {event.id: _told(event, reader) for event in events}
    labels = reader.words.labels
    date, event = header_of(labels.date, labels.event)

    def show(count: int) -> tuple[Block, ...]:
        shown = sorted(events[:count], key=in_time)
        of_one = [one.date.first.year == other.date.first.year for one, other in pairwise(shown)]
        cells = [told[event.id] for event in shown]
        if any(of_one):
            shares: tuple[int, ...] = (_YEAR_SHARE, _DATE_SHARE, _EVENT_SHARE)
            header = (replace(date, column_span=2), event)
            rows = _by_year(shown, [False, *of_one], cells, reader)
            # A head over two columns has no width of its own.
            heads: tuple[Cell, ...] = (Cell(()), Cell(()), event)
        else:
            shares = (_YEAR_SHARE + _DATE_SHARE, _EVENT_SHARE)
            heads = header = (replace(date, align="right"), event)
            dates = (Cell(plain(_date(event, reader)), align="right") for event in shown)
            rows = tuple(zip(dates, cells, strict=True))
        ems = natural_ems(heads, rows, 2 * SPINE_GAP_PT)
        reports = tuple(event.id for event in shown)
        table = Table(_span(shown, reader), shares, (header,), rows, at, reports=reports, each=True)
        return (replace(table, kind="dates", ems=ems, continued=labels.continued),)

    return Exhibit([event.priority for event in events], show)


def _by_year(
    events: Sequence[Event], goes_on: Sequence[bool], told: Sequence[Cell], reader: ProseReader
) -> Rows:
    """Return rows of year, date within it, and event; one that `goes_on` says no year."""
    return tuple(
        (
            Cell(() if same else plain(str(event.date.first.year)), goes_on=same),
            Cell(plain(_in_year(event, reader))),
            cell,
        )
        for event, same, cell in zip(events, goes_on, told, strict=True)
    )


def _date(event: Event, reader: ProseReader) -> str:
    return capital(reader.words.date(event.date))


def _in_year(event: Event, reader: ProseReader) -> str:
    date = reader.words.date_in_year(event.date)
    return capital(date) if date else ""


def _told(event: Event, reader: ProseReader) -> Cell:
    """Return what happened; what is only planned says so and is in italics, as no fact is.

    It is said here and not of the date, whose column would be wider for one row.
    """
    told = reader.read(event.detail or event.text)
    if event.status == "planned":
        before, _, after = reader.words.labels.planned.partition("{date}")
        told = (Emphasis((*plain(before), *told, *plain(after))),)
    return Cell((*told, *reader.cited(event.cited, event.locator)))


def _span(events: Sequence[Event], reader: ProseReader) -> Prose:
    """Return from when to when events are, which is what a table of them says besides its head."""
    first, last = (reader.words.date(one.date) for one in (events[0], events[-1]))
    labels = reader.words.labels
    return plain(capital(first if first == last else labels.span.format(first=first, last=last)))
