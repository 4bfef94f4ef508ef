"""The workbook inside a chart: what Word opens when somebody edits its data."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from briefgen.ooxml.package import parse
from briefgen.ooxml.writing import rezipped, written
from briefgen.types.plot import Plot, PlotValue

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PROPERTIES = {
    "docProps/core.xml": frozenset({"title"}),
    "docProps/app.xml": frozenset({"Application", "AppVersion", "DocSecurity"}),
}
"""Properties of a workbook that stay, by part: the others name makers, or the time."""

SHEET = "Sheet1"
MINUS = "\u2212"
_FIRST_DAY = datetime.date(1900, 3, 1)
"""Spreadsheets number their days from 1900, and have a 29 February in that year."""


def holds_dates(plot: Plot) -> bool:
    """Return whether a plot's dates are held as dates: those of a line, if a sheet knows them."""
    is_dated = bool(plot.date_format) and plot.values[0].day >= _FIRST_DAY
    return plot.kind == "line" and not plot.panels and is_dated


def cells(plot: Plot) -> tuple[int, ...]:
    """Return the row of each value below the first: dates stand apart by themselves, words do not.

    So a step of time without a value is an empty row.
    """
    return tuple(range(len(plot.values))) if holds_dates(plot) else plot.slots


def serial(day: datetime.date) -> int:
    """Return the number of a day as spreadsheets count."""
    return (day - datetime.date(1899, 12, 30)).days


class Column(Struct, frozen=True):
    """A column of values, one for each of the plot, or None where it has none.

    A line that goes on as a projection has two, which share the value where one becomes the other;
    the second is `projected`. `series` is the number of the series that it belongs to.
    """

    head: str
    letter: str
    values: tuple[PlotValue | None, ...]
    projected: bool = False
    series: int = 0

    def says(self, number: int) -> bool:
        """Whether a value is this column's own, and none that it shares with the one before."""
        value = self.values[number]
        return value is not None and (value.projected or not self.projected)


def _first_of_values(plot: Plot) -> int:
    """Return which column is the first behind the dates, which stand behind names of panels."""
    return 2 if plot.panels else 1


def columns(plot: Plot, title: str) -> tuple[Column, ...]:
    """Return the columns of values, behind that of dates."""
    found: list[Column] = []
    for number, each in enumerate(plot.all_series):
        name = each.name or title
        for head, values, projected in _parts(plot, name, each.values):
            letter = chr(ord("A") + _first_of_values(plot) + len(found))
            found.append(Column(head, letter, values, projected, number))
    return tuple(found)


def _parts(
    plot: Plot, name: str, values: tuple[PlotValue | None, ...]
) -> Iterator[tuple[str, tuple[PlotValue | None, ...], bool]]:
    """Yield a series, or of a line what was measured and what is projected from there on."""
    first = next((at for at, one in enumerate(values) if one and one.projected), len(values))
    measured = [at for at in range(first) if values[at]]
    if plot.panels and plot.kind == "line" and first < len(values):
        yield from _parts_of_panels(plot, name, values)
        return
    if plot.kind != "line" or not measured or first == len(values):
        yield name, values, plot.kind == "line" and not measured
        return
    head = f"{name}, {plot.heads.projected}" if plot.beside else plot.heads.projected
    yield name, (*values[:first], *((None,) * (len(values) - first))), False
    yield head, (*((None,) * measured[-1]), *values[measured[-1] :]), True


def _parts_of_panels(
    plot: Plot, name: str, values: tuple[PlotValue | None, ...]
) -> Iterator[tuple[str, tuple[PlotValue | None, ...], bool]]:
    """Yield what was measured in all panels, and what is projected from the value before on."""
    goes_on = [
        bool(one and one.projected) and not plot.is_stressed(number - 1)
        for number, one in enumerate(values)
    ]
    from_here = [*goes_on[1:], False]
    yield name, tuple(one if one and not one.projected else None for one in values), False
    yield (
        plot.heads.projected,
        tuple(
            one if one and (one.projected or following) else None
            for one, following in zip(values, from_here, strict=True)
        ),
        True,
    )


def first_of_ends(plot: Plot, series: int) -> int:
    """Return which column holds the lower ends of a series: four for each that has intervals."""
    ranged = sum(bool(_ends(plot, number)) for number in range(series))
    return _first_of_values(plot) + len(columns(plot, "")) + 4 * ranged


def end_letters(plot: Plot, series: int) -> tuple[str, ...]:
    """Return the columns of lower and upper ends, and of how far they lie below and above."""
    first = first_of_ends(plot, series)
    return tuple(chr(ord("A") + first + number) for number in range(4))


def _ends(plot: Plot, series: int) -> list[tuple[int, PlotValue]]:
    """Return the values of a series that have intervals, with their numbers."""
    values = enumerate(plot.all_series[series].values)
    return [(number, one) for number, one in values if one and one.ends]


class Distance(Struct, frozen=True):
    """How far the ends of an interval lie below and above the value of a number."""

    number: int
    below: float
    above: float


def distances(plot: Plot, series: int) -> tuple[Distance, ...]:
    """Return the distances of all intervals of a series, in decimal: 0.3 less 0.1 is 0.2."""
    found = []
    for number, ends in _ends(plot, series):
        assert ends.ends
        low, value, high = (Decimal(repr(n)) for n in (ends.ends[0], ends.value, ends.ends[1]))
        found.append(Distance(number, float(value - low), float(high - value)))
    return tuple(found)


def workbook(plot: Plot, title: str) -> bytes:
    """Return a workbook of a plot: dates in the first column, values in the second.

    Where there are intervals their ends follow, and formulas of how far these are from the value.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only where there is a chart

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title})
    sheet = book.add_worksheet(SHEET)
    dates = book.add_format({"num_format": plot.date_format or "@", "align": "left"})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 24)
    named, first = columns(plot, title), _first_of_values(plot)
    shown = plot.dated if plot.panels else range(len(plot.values))
    after = first_of_ends(plot, len(plot.all_series))
    for at, column in enumerate(named, first):
        sheet.write_string(0, at, column.head)
    for panel in plot.panels:
        sheet.write_string(panel.begin + 1, 0, panel.name)
    for number, (cell, each) in enumerate(zip(cells(plot), plot.values, strict=True)):
        row = cell + 1
        if holds_dates(plot):
            sheet.write_number(row, 0, serial(each.day), dates)
        else:
            sheet.write_string(row, first - 1, each.when if number in shown else "")
        if number not in shown:
            sheet.write_string(row, after, each.when)
        number_format = book.add_format({"num_format": each.number_format})
        for at, column in enumerate(named, first):
            if one := column.values[number]:
                sheet.write_number(row, at, one.value, number_format)
        for series, one_series in enumerate(plot.all_series):
            ranged = one_series.values[number]
            ends = ranged.ends if ranged else None
            for at, end in enumerate(ends or (), first_of_ends(plot, series)):
                sheet.write_number(row, at, end, number_format)
    for series in range(len(plot.all_series)):
        _write_distances(plot, sheet, series)
    book.close()
    return rezipped(buffer.getvalue(), _nameless)


def _write_distances(plot: Plot, sheet: Worksheet, series: int) -> None:
    """Write the heads of intervals, and formulas for how far their ends lie from the value."""
    found = distances(plot, series)
    if not found:
        return
    first, name = first_of_ends(plot, series), plot.all_series[series].name
    for at, head in enumerate((plot.heads.low, plot.heads.high, MINUS, "+"), first):
        sheet.write_string(0, at, f"{name}, {head}" if plot.beside else head)
    low, high, *_ = end_letters(plot, series)
    of_series = [column for column in columns(plot, "") if column.series == series]
    for one in found:
        cell = cells(plot)[one.number]
        own = next(column for column in of_series if column.says(one.number)).letter
        row = cell + 2
        sheet.write_formula(cell + 1, first + 2, f"={own}{row}-{low}{row}", None, one.below)
        sheet.write_formula(cell + 1, first + 3, f"={high}{row}-{own}{row}", None, one.above)


def _nameless(name: str, data: bytes) -> bytes:
    """Return a part without makers and times: of its properties, the title and the program's."""
    kept = _PROPERTIES.get(name)
    if kept is None:
        return data
    root = parse(data)
    for element in list(root):
        if etree.QName(element).localname not in kept:
            root.remove(element)
    return written(root)
