"""Read a table, CSV or .xlsx: a row of names, then a row for each brief."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from msgspec import Struct

from briefgen.load.text import decoded_text, read_bytes
from briefgen.load.workbook import read_workbook
from briefgen.types.finding import FAULT_LIMIT, Finding, LoadError, shown

SIZE_LIMIT = 50_000_000
"""Bytes of a table. Ten thousand rows of some hundred words have half of it."""

SEPARATORS = (",", ";", "\t")
SAMPLE = 50
"""Rows by which it is seen what separates columns."""


class Row(Struct, frozen=True):
    """The cells of a row by the name of their column, and the line on which it begins.

    `number` is the row's as a spreadsheet shows it, where a cell with line breaks is one row.
    """

    line: int
    cells: Mapping[str, str]
    number: int = 0

    @property
    def name(self) -> str:
        """What the row is called in a message."""
        return f"row {self.number or self.line}"


class Rows(Struct, frozen=True):
    """A table: its columns and its rows, each in the order of the file.

    `decimal_comma` says that its cells may write 1,5 for one and a half, as spreadsheets do that
    separate columns by something else than commas.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    decimal_comma: bool = False


class _Record(Struct, frozen=True):
    """A row of cells: the line on which it begins, and its number in a spreadsheet."""

    line: int
    number: int
    cells: list[str]


def read_rows(path: str | os.PathLike[str]) -> Rows:
    """Return the rows of a table whose first row names its columns.

    A table is CSV (RFC 4180) in UTF-8, or in UTF-16 with a byte-order mark, separated by commas,
    semicolons or tabs, or the first visible sheet of an .xlsx workbook. Cells are stripped of the
    spaces around them; empty rows are passed over.

    Raises:
        LoadError: a file that is neither, quotes that do not end, columns without a name or with
            one name, rows of another number of cells, or no row; all rows at once.
    """
    file = os.fspath(path)
    data = read_bytes(Path(path), SIZE_LIMIT, name=file)
    if not data.strip():
        raise LoadError([Finding("file-empty", "is empty", _HEADER, file=file)])
    separator = ""
    if data.startswith(b"PK\x03\x04"):
        records = _of_workbook(data, file)
    else:
        text = decoded_text(data, file, utf16=True)
        separator, lines = _separated(text)
        records = list(_records(lines, file, separator))
    if not records:
        raise LoadError([Finding("rows-missing", "has no row", _HEADER, file=file)])
    head, *body = records
    columns = head.cells
    findings = [*_about_columns(columns, file, head.line)]
    for record in body:
        if len(record.cells) != len(columns):
            message = f"has {len(record.cells)} cells; there are {len(columns)} columns"
            hint = "put a text with commas or line breaks in double quotes"
            findings.append(Finding("row-cells", message, hint, file=file, line=record.line))
    if not body:
        message = "has names of columns and no row under them"
        findings.append(Finding("rows-missing", message, "add a row for each brief", file=file))
    if findings:
        raise LoadError(findings[:FAULT_LIMIT])
    rows = tuple(
        Row(each.line, dict(zip(columns, each.cells, strict=True)), each.number) for each in body
    )
    return Rows(file, tuple(columns), rows, decimal_comma=separator in (";", "\t"))


_HEADER = "name the columns in the first row, and write a row under it for each brief"


def _of_workbook(data: bytes, file: str) -> list[_Record]:
    """Return the rows of a workbook, each as wide as the first: empty cells at an end are none."""
    rows = read_workbook(data, file)
    width = len(rows[0][1]) if rows else 0
    return [
        _Record(number, number, [*cells, *[""] * (width - len(cells))]) for number, cells in rows
    ]


def _separated(text: str) -> tuple[str, list[str]]:
    """Return what separates the columns of a text, and its lines: but for `sep=;` of Excel's.

    It is what gives the first row several names and the rows after it as many cells.
    """
    lines = text.splitlines(keepends=True)
    if found := re.fullmatch(r"sep=([,;\t])\s*", lines[0], re.IGNORECASE):
        return found[1], ["\n", *lines[1:]]

    def fits(separator: str) -> tuple[bool, bool, int]:
        try:
            reader = csv.reader(lines, delimiter=separator, strict=True)
            rows = [len(cells) for cells in islice(reader, SAMPLE) if any(map(str.strip, cells))]
        except csv.Error:
            return False, False, 0
        wide = rows[0] if rows else 0
        return wide > 1, len({*rows}) == 1, wide

    return max(SEPARATORS, key=fits), lines


def _records(lines: list[str], file: str, separator: str) -> Iterator[_Record]:
    """Yield each record that is not empty, with its first line."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader, 1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield _Record(line, number, stripped)
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "double a quotation mark inside a quoted cell, and end each quoted cell with one"
        message = f"is not CSV: {error}"
        raise LoadError([Finding("csv-syntax", message, hint, file=file, line=line)]) from None


def _about_columns(columns: list[str], file: str, line: int) -> Iterator[Finding]:
    for number, column in enumerate(columns, start=1):
        if not column:
            message = f"gives column {number} no name"
            yield Finding("column-unnamed", message, _HEADER, file=file, line=line)
        elif column in columns[: number - 1]:
            message = f"has two columns {shown(column)}"
            yield Finding("column-twice", message, "keep one of the two", file=file, line=line)
