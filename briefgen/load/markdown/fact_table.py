"""Facts out of a table: `facts: facts.csv`, beside the argument.

The first row names fields of a fact, as a table in Markdown does; a column `figure` holds figures
as the article writes them. The file is anybody's: it lies in the folder of the argument, and has a
bounded number of rows.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path as File
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.load.markdown.fields import column_of, converted
from briefgen.load.markdown.gathered import Gathered
from briefgen.load.markdown.prose import ProseReading
from briefgen.load.rows import Row, Rows, read_rows
from briefgen.load.text import within
from briefgen.markup.attributes import Attributes
from briefgen.markup.document import TextAt
from briefgen.pattern import late_pattern
from briefgen.types.fact import Fact
from briefgen.types.finding import Finding, LoadError
from briefgen.types.source_map import Lost, Path, SourceMap

SUFFIXES = (".csv", ".tsv", ".xlsx")
MOST_ROWS = 2_000
"""Rows of a table of facts. The reference argument has some thirty facts."""

_DEFAULT_LANGUAGE = "en-GB"
_COMMA = late_pattern(r"[+-]?\d+,\d+")


class FactTable(Struct):
    """The facts of a table as plain data, where each value stands, and what is wrong."""

    file: str
    facts: list[dict[str, Any]] = field(default_factory=list)
    lines: dict[Path, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    lost: Lost = field(default_factory=Lost)


def with_fact_table(
    data: Any, places: SourceMap, lost: Lost
) -> tuple[SourceMap, list[Finding], Lost]:
    """Put the facts of a table in the place of its name, where an argument gives one.

    Returns the places with those of the facts, what is wrong with the table, and what is lost.
    """
    name = data.get("facts") if isinstance(data, dict) else None
    if not isinstance(name, str):
        return places, [], lost
    article = data.get("article")
    language = article.get("language") if isinstance(article, dict) else None
    table = read_fact_table(
        name,
        places.file or "",
        language if isinstance(language, str) else _DEFAULT_LANGUAGE,
        places.line(("facts",)) or 1,
    )
    data["facts"] = table.facts
    if table.findings and not table.facts:
        lost = lost.with_more([("facts",)], unseen=True)
    lost = lost.with_more(table.lost.paths, table.lost.text)
    files = {("facts", number): table.file for number in range(len(table.facts))}
    lines = {**places.lines, **table.lines, ("facts",): places.line(("facts",)) or 1}
    return replace(places, lines=lines, files=files), table.findings, lost


def read_fact_table(name: str, argument: str, language: str, line: int) -> FactTable:
    """Return the facts of a file that an argument names, on a line of its own.

    What is wrong with the file as a whole is a finding, too, at the argument's line or the file's.
    """
    folder = File(argument).parent
    file = os.path.join(os.path.dirname(argument), name)  # noqa: PTH118, PTH120 - no "./" before it
    table = FactTable(file)

    def refused(code: str, message: str, hint: str) -> FactTable:
        finding = Finding(code, message, hint, ("facts",), file=argument, line=line)
        table.findings.append(finding)
        return table

    if not name.lower().endswith(SUFFIXES):
        hint = f"name a table ({', '.join(SUFFIXES)}), or write the facts as a list"
        return refused("fact-table-name", f'"{name[:60]}" is no name of a table', hint)
    if within(name, folder) is None:
        message = f'"{name[:60]}" leads out of the folder of the argument'
        return refused("fact-table-outside", message, "put the table beside the argument")
    try:
        rows = read_rows(file)
        if len(rows.rows) > MOST_ROWS:
            message = f"has {len(rows.rows):,} rows; a table of facts has at most {MOST_ROWS:,}"
            finding = Finding("fact-table-long", message, "is this the right file?", file=file)
            raise LoadError([finding])
        _Reading(table, rows, language).read()
    except LoadError as error:
        table.findings += error.findings
    return table


class _Reading:
    """Reads the rows of one table."""

    def __init__(self, table: FactTable, rows: Rows, language: str) -> None:
        self.table = table
        self.rows = rows
        self.gathered = Gathered(table.file, {"facts": []}, {})
        self.prose = ProseReading(self.gathered, language, "")

    def read(self) -> None:
        columns = self._columns()
        try:
            for row in self.rows.rows:
                self._row(row, columns)
        finally:
            self.table.findings += self.gathered.findings
        self.table.facts = self.gathered.data["facts"]
        self.table.lines = self.gathered.lines
        self.table.lost = self.gathered.lost

    def _columns(self) -> Mapping[str, str]:
        """Return the field that each column names; what names none is reported once."""
        found: dict[str, str] = {}
        for column in self.rows.columns:
            name, hint = column_of(column, Fact, ("figure",))
            if name is None:
                message = f'has a column "{column[:40]}", which names no field of a fact'
                self.gathered.report("unknown-column", message, hint, 1)
            elif name in found.values():
                message = f'has two columns for {name}, "{column[:40]}" the second'
                self.gathered.report("column-twice", message, "keep one of the two", 1)
            else:
                found[column] = name
        return found

    def _row(self, row: Row, columns: Mapping[str, str]) -> None:
        figure = ""
        values: dict[str, tuple[Any, int, int | None]] = {}
        for column, name in columns.items():
            cell = row.cells[column]
            if not cell:
                continue
            if name == "figure":
                figure = cell
            else:
                values[name] = (self._converted(name, cell), row.line, None)
        if "value" not in values and not figure:
            name = "figure" if "figure" in columns.values() else "value"
            message = f"has no figure in {row.name}"
            hint = f"fill in the column {name}, or take out the row"
            self.gathered.report("row-without-figure", message, hint, row.line)
            return
        text, before = TextAt(figure, row.line), len(self.gathered.findings)
        path = ("facts", len(self.gathered.data["facts"]), "figure" if figure else "value")
        self.prose.fact(text, text, Attributes(0, 0), values)
        self.gathered.findings[before:] = [
            dataclasses.replace(each, path=path, column=None)
            for each in self.gathered.findings[before:]
        ]

    def _converted(self, name: str, cell: str) -> Any:
        if name == "value" and self.rows.decimal_comma and _COMMA.fullmatch(cell):
            return cell.replace(",", ".")
        return converted(cell, Fact, name)
