"""The values behind charts, as tables: what a long line or a group of bars does not print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.compose.chart_words import figures, series_names, subject
from briefgen.compose.exhibit import ExhibitEntry
from briefgen.compose.prose import ProseReader
from briefgen.compose.tables import BETWEEN_PT, natural_ems
from briefgen.compose.words import capital
from briefgen.types.argument import Argument
from briefgen.types.block import Cell, Origin, Table
from briefgen.types.date import PartialDate
from briefgen.types.fact import Fact, SeriesValue, chart_holders, shared
from briefgen.types.plot import FEW
from briefgen.types.prose import plain
from briefgen.types.selection import LEAST_PRIORITY

_DATE_SHARE, _VALUE_SHARE = 28, 16
"""Relative widths of the columns of dates and of values, where several stretches share a width."""

MOST_COLUMNS = 6
"""Columns of a table of many dates, in stretches side by side: a long list of two is sparse."""

Row = tuple[Cell, ...]

_NOTHING = Cell(plain("–"), align="right")


def values(argument: Argument, reader: ProseReader, at: Origin) -> tuple[ExhibitEntry, ...]:
    """Return a table for each chart that does not print all of its values, as the charts come.

    It is printed where something of the chart's figure is: with the chart.
    """
    holders = chart_holders(argument.facts)
    drawn = [fact for fact in argument.facts if holders.get(fact.id) == fact.id]
    entries = (
        ExhibitEntry(
            f"values-{fact.id}",
            fact.priority or LEAST_PRIORITY,
            (_table(fact, reader, at),),
            frozenset({f"#{fact.id}"}),
        )
        for fact in drawn
        if fact.drawn_with or len(fact.series) > FEW or any(one.interval for one in fact.series)
    )
    return tuple(sorted(entries, key=lambda entry: entry.priority))


def _table(fact: Fact, reader: ProseReader, at: Origin) -> Table:
    """Return the values of a chart as rows of date and value, a column for each series."""
    fact = reader.words.in_scale(fact)
    group = [fact, *(reader.words.in_scale(reader.facts[key]) for key in fact.drawn_with)]
    series = sorted(fact.series, key=lambda value: (value.date.middle, value.date.first))
    headed = shared(fact, group[1:])
    names = series_names(group, reader) if len(group) > 1 else [reader.words.labels.figure]
    header = (
        Cell(plain(reader.words.labels.date), header=True),
        *(Cell(plain(name), header=True, align="right") for name in names),
    )
    times = max(1, MOST_COLUMNS // len(header)) if len(series) > FEW else 1
    known = [{one.date: one for one in each.series} for each in group]

    def row(value: SeriesValue) -> Row:
        cells = (
            _cell(each, by_date, value.date, reader)
            for each, by_date in zip(group, known, strict=True)
        )
        return (_dated(value, reader, header=times == 1), *cells)

    rows = [row(value) for value in series]
    shares = (_DATE_SHARE, *(_VALUE_SHARE for _ in group)) * times
    caption = subject(headed, series, reader)
    body = _side_by_side(rows, times)
    ems = natural_ems(header, rows, BETWEEN_PT) if times == 1 else ()
    return Table(caption, shares, (header * times,), body, at, stretches=times, ems=ems)


def _side_by_side(rows: Sequence[Row], times: int) -> tuple[Row, ...]:
    """Return rows in so many stretches of time beside one another, the first the longest."""
    high = -(-len(rows) // times)
    stretches = [rows[at : at + high] for at in range(0, high * times, high)]
    empty = (Cell(()),) * len(rows[0])
    padded = [(*one, *(empty for _ in range(high - len(one)))) for one in stretches]
    return tuple(
        tuple(cell for row in level for cell in row) for level in zip(*padded, strict=True)
    )


def _dated(value: SeriesValue, reader: ProseReader, *, header: bool) -> Cell:
    """Return the date of a value; in stretches beside one another it heads no whole row."""
    date = reader.words.date(value.date)
    if value.projected:
        date = reader.words.labels.plot_projected["value"].format(dates=date)
    return Cell(plain(capital(date)), header=header)


def _cell(
    fact: Fact, by_date: Mapping[PartialDate, SeriesValue], date: PartialDate, reader: ProseReader
) -> Cell:
    """Return a value as the chart prints it, with its interval in brackets."""
    if (one := by_date.get(date)) is None:
        return _NOTHING
    text = figures(fact, one.value, reader)
    if one.interval:
        low, high = (figures(fact, end, reader) for end in (one.interval.low, one.interval.high))
        text = f"{text} ({reader.words.labels.ranges['dash'].format(low=low, high=high)})"
    return Cell(plain(text), align="right")
