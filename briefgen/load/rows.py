"""Read a CSV file: a row of names, then a row for each brief."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.load.text import read_text
from briefgen.load.tree import FAULT_LIMIT
from briefgen.types.finding import Finding, LoadError, shown

SIZE_LIMIT = 50_000_000
"""Bytes of a CSV file. Ten thousand rows of some hundred words have half of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by the name of their column, and the line on which it begins."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """A CSV file: its columns and its rows, each in the order of the file."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(path: str | os.PathLike[str]) -> Rows:
    """Return the rows of a UTF-8 CSV file (RFC 4180) whose first row names its columns.

    Cells are stripped of the spaces around them; empty rows are passed over.

    Raises:
        LoadError: a file that is no text, quotes that do not end, columns without a name or with
            one name, rows of another number of cells, or no row; all rows at once.
    """
    file = os.fspath(path)
    records = list(_records(read_text(path, limit=SIZE_LIMIT), file))
    if not records:
        raise LoadError([Finding("rows-missing", "has no row", _HEADER, file=file)])
    (head_line, columns), body = records[0], records[1:]
    findings = [*_about_columns(columns, file, head_line)]
    separated = all(finding.code != "csv-separator" for finding in findings)
    for line, cells in body:
        if separated and len(cells) != len(columns):
            message = f"has {len(cells)} cells; there are {len(columns)} columns"
            hint = "put a text with commas or line breaks in double quotes"
            findings.append(Finding("row-cells", message, hint, file=file, line=line))
    if not body:
        message = "has names of columns and no row under them"
        findings.append(Finding("rows-missing", message, "add a row for each brief", file=file))
    if findings:
        raise LoadError(findings[:FAULT_LIMIT])
    rows = (Row(line, dict(zip(columns, cells, strict=True))) for line, cells in body)
    return Rows(file, tuple(columns), tuple(rows))


_HEADER = "name the columns in the first row, and write a row under it for each brief"


def _records(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record that is not empty, with its first line."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield line, stripped
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "double a quotation mark inside a quoted cell, and end each quoted cell with one"
        message = f"is not CSV: {error}"
        raise LoadError([Finding("csv-syntax", message, hint, file=file, line=line)]) from None


def _about_columns(columns: list[str], file: str, line: int) -> Iterator[Finding]:
    if len(columns) == 1 and ";" in columns[0]:
        message = "separates its columns by semicolons"
        hint = "save it as CSV with commas"
        yield Finding("csv-separator", message, hint, file=file, line=line)
    for number, column in enumerate(columns, start=1):
        if not column:
            message = f"gives column {number} no name"
            yield Finding("column-unnamed", message, _HEADER, file=file, line=line)
        elif column in columns[: number - 1]:
            message = f"has two columns {shown(column)}"
            yield Finding("column-twice", message, "keep one of the two", file=file, line=line)
