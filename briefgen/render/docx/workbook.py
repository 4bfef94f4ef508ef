"""The workbook inside a chart: what Word opens when somebody edits its data."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal

from lxml import etree

from briefgen.ooxml.package import parse
from briefgen.ooxml.writing import rezipped, written
from briefgen.types.plot import Plot

_PROPERTIES = {
    "docProps/core.xml": frozenset({"title"}),
    "docProps/app.xml": frozenset({"Application", "AppVersion", "DocSecurity"}),
}
"""Properties of a workbook that stay, by part: the others name makers, or the time."""

SHEET = "Sheet1"
LOW, BELOW, ABOVE = 2, 4, 5
"""Columns of the lower ends, which the upper ones follow, and of their distances."""

MINUS = "\u2212"
_FIRST_DAY = datetime.date(1900, 3, 1)
"""Spreadsheets number their days from 1900, and have a 29 February in that year."""


def holds_dates(plot: Plot) -> bool:
    """Return whether a plot's dates are held as dates: those of a line, if a sheet knows them."""
    return plot.kind == "line" and bool(plot.date_format) and plot.values[0].day >= _FIRST_DAY


def cells(plot: Plot) -> tuple[int, ...]:
    """Return the row of each value below the first: dates stand apart by themselves, words do not.

    So a step of time without a value is an empty row.
    """
    return tuple(range(len(plot.values))) if holds_dates(plot) else plot.slots


def serial(day: datetime.date) -> int:
    """Return the number of a day as spreadsheets count."""
    return (day - datetime.date(1899, 12, 30)).days


def distances(plot: Plot) -> tuple[tuple[int, float, float], ...]:
    """Return how far the ends of each interval lie below and above its value, with its place.

    They are computed in decimal, so that 0.3 less 0.1 is 0.2.
    """
    found = []
    for cell, held in zip(cells(plot), plot.values, strict=True):
        if held.ends:
            low, value, high = (
                Decimal(repr(one)) for one in (held.ends[0], held.value, held.ends[1])
            )
            found.append((cell, float(value - low), float(high - value)))
    return tuple(found)


def workbook(plot: Plot, title: str) -> bytes:
    """Return a workbook of a plot: dates in the first column, values in the second.

    Where there are intervals their ends follow, and formulas of how far these are from the value.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only where there is a chart

    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title})
    sheet = book.add_worksheet(SHEET)
    dates = book.add_format({"num_format": plot.date_format or "@", "align": "left"})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 24)
    sheet.write_string(0, 1, title)
    for cell, each in zip(cells(plot), plot.values, strict=True):
        row = cell + 1
        if holds_dates(plot):
            sheet.write_number(row, 0, serial(each.day), dates)
        else:
            sheet.write_string(row, 0, each.when)
        number = book.add_format({"num_format": each.number_format})
        sheet.write_number(row, 1, each.value, number)
        for column, end in enumerate(each.ends or (), LOW):
            sheet.write_number(row, column, end, number)
    if plot.has_intervals:
        for column, head in enumerate((*plot.heads, MINUS, "+"), LOW):
            sheet.write_string(0, column, head)
    for cell, below, above in distances(plot):
        sheet.write_formula(cell + 1, BELOW, f"=B{cell + 2}-C{cell + 2}", None, below)
        sheet.write_formula(cell + 1, ABOVE, f"=D{cell + 2}-B{cell + 2}", None, above)
    book.close()
    return rezipped(held.getvalue(), _nameless)


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
