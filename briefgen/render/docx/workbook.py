"""The workbook inside a chart: what Word opens when somebody edits its data."""

from __future__ import annotations

import datetime
import io

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


def workbook(plot: Plot, title: str) -> bytes:
    """Return a workbook of a plot: dates in the first column, values in the second."""
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
        sheet.write_number(row, 1, each.value, book.add_format({"num_format": each.number_format}))
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
