"""What the columns of a CSV file set in an argument; all rows are checked before one is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from briefgen.batch.building import NEVER_BEGUN, lost, no_worker
from briefgen.batch.order import Edit, PickledArgument
from briefgen.batch.running import By, NoWorker, answers
from briefgen.batch.worker import Question, faults
from briefgen.load.rows import Row, Rows
from briefgen.load.tree import number
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.finding import (
    ALMOST,
    FAULT_LIMIT,
    LIKE,
    CheckError,
    Finding,
    LoadError,
    nearest,
    shown,
)
from briefgen.types.source_map import Path, path_of

_NUMBER = late_pattern(r"[+-]?\d+(\.\d+)?", re.ASCII)
_LIKE_PATH = late_pattern(r"\s*(\w+)\s*[.\[]")
"""How a path begins, also one that is written wrongly."""


def targets(rows: Rows, argument: Argument, named: Collection[str]) -> dict[str, Path]:
    """Return what each column sets: a path in the argument's data.

    `#id` is the value of that fact. What begins with the name of one of the argument's fields is a
    path and leads to a text. Any other column is free, for names of files only; one that is in no
    name (`named`) and looks like a path, or like a field misspelt, is rejected.

    Raises:
        LoadError: every column that leads nowhere, or to what is no text.
    """
    data = argument.model_dump(mode="json")
    found: dict[str, Path] = {}
    findings: list[Finding] = []
    for column in rows.columns:
        try:
            if path := _target(column, data, column in named):
                found[column] = path
        except _Nowhere as nowhere:
            code, message, hint = nowhere.args
            finding = Finding(code, f"column {shown(column)} {message}", hint, file=rows.file)
            findings.append(finding)
    if findings:
        raise LoadError(findings)
    return found


class _Nowhere(Exception):
    """Code, message and hint about a column that sets nothing and should."""


def _target(column: str, data: Mapping[str, Any], named: bool) -> Path | None:
    if column.startswith("#"):
        return _fact(column[1:], data)
    path = path_of(column)
    if path and path[0] in data:
        return _text(path, data)
    if (begins := _LIKE_PATH.match(column)) and begins[1] in data:
        hint = "write a path such as risks[0].forms.summary: numbers count from 0"
        raise _Nowhere("column-unknown", "is no path in the argument", hint)
    if named:
        return None
    near = nearest(path[0] if path else column, data, ALMOST)
    if near or (path and len(path) > 1):
        hint = f"did you mean {near}? " if near else ""
        hint += "give a path such as title or risks[0].forms.summary, or leave the column out"
        raise _Nowhere("column-unknown", "leads nowhere in the argument", hint)
    return None


def _fact(key: str, data: Mapping[str, Any]) -> Path:
    ids = [fact["id"] for fact in data["facts"]]
    if key in ids:
        return ("facts", ids.index(key), "value")
    near = nearest(key, ids, LIKE)
    hint = f"did you mean #{near}?" if near else "give the id of a fact of the argument"
    raise _Nowhere("column-unknown", "names no fact of the argument", hint)


def _text(path: Path, data: Any) -> Path:
    value = data
    for place, step in enumerate(path):
        inside = (
            isinstance(step, int) and step < len(value)
            if isinstance(value, list)
            else isinstance(value, dict) and step in value
        )
        if not inside:
            known = list(value) if isinstance(value, dict) else []
            near = nearest(step, known, LIKE)
            hint = f"did you mean {near}?" if near else "write the path as `check` does"
            where = f"leads nowhere: there is no {step} after {place} of its steps"
            raise _Nowhere("column-unknown", where, hint)
        value = value[step]
    figure = path[0] == "facts" and path[-1] == "value"
    if figure or not (value is None or isinstance(value, str)):
        message = f"leads to {shown(value)}, not to a text"
        raise _Nowhere("column-not-text", message, "name a text in it; a fact's value is #id")
    return path


BASE = "="
"""A cell that asks for what the argument says itself."""


def percentages(set_by: Mapping[str, Path], argument: Argument) -> frozenset[str]:
    """Return the columns that set a percentage, in which a cell may say 5%."""
    facts = argument.facts
    return frozenset(
        column
        for column, path in set_by.items()
        if column.startswith("#") and facts[int(path[1])].unit == "%"
    )


def edits_of(
    row: Row,
    set_by: Mapping[str, Path],
    file: str,
    *,
    decimal_comma: bool = False,
    percent: Collection[str] = (),
) -> tuple[list[Edit], list[Finding]]:
    """Return what a row sets, and what in it is empty or no number and should be one.

    `=` leaves what the argument says, as does the empty cell of a text; that of a fact is an
    error, since the brief would print the argument's figure under the row's name.
    """
    edits: list[Edit] = []
    findings: list[Finding] = []
    for column, path in set_by.items():
        cell = row.cells[column]
        if cell == BASE:
            continue
        if not column.startswith("#"):
            if cell:
                edits.append((path, cell))
            continue
        if column in percent:
            cell = cell.removesuffix("%").rstrip(" \u00a0\u202f")
        if decimal_comma and _DECIMAL_COMMA.fullmatch(cell):
            cell = cell.replace(",", ".")
        if _NUMBER.fullmatch(cell) and len(cell) <= 40:  # noqa: PLR2004 - as `number` has it
            edits.append((path, number(cell)))
            continue
        code, message, hint = _no_figure(cell, decimal_comma=decimal_comma)
        about = f"{row.name}, column {shown(column)}: {message}"
        findings.append(Finding(code, about, hint, file=file, line=row.line))
    return edits, findings


_DECIMAL_COMMA = late_pattern(r"[+-]?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))", re.ASCII)
"""One and a half as 1,5. 1,234 is ambiguous: it may be more than a thousand."""


def _no_figure(cell: str, *, decimal_comma: bool) -> tuple[str, str, str]:
    """Return code, message and hint for a cell that should be a figure."""
    if not cell:
        hint = f"write the figure, or {BASE} for the one that the argument gives"
        return "cell-empty", "is empty", hint
    hint = "write digits and a point, such as 1250.5, without separators or unit"
    if decimal_comma and re.fullmatch(r"[+-]?\d{1,3},\d{3}", cell, re.ASCII):
        one, other = cell.replace(",", ""), cell.replace(",", ".")
        return (
            "cell-not-number",
            f"{shown(cell)} may be {one} or {other}",
            f"write {one} or {other}",
        )
    return "cell-not-number", f"{shown(cell)} is not a number", hint


def in_row(
    findings: Collection[Finding], row: Row, set_by: Mapping[str, Path], file: str
) -> Iterator[Finding]:
    """Yield what is wrong with the argument of a row, with row, line and column."""
    for finding in findings:
        column = next((name for name, path in set_by.items() if _touch(path, finding.path)), None)
        where = f"{row.name}, column {shown(column)}" if column else row.name
        about = f"{where}: {finding.message}"
        yield Finding(finding.code, about, finding.hint, finding.path, file=file, line=row.line)


def _touch(one: Path, other: Path) -> bool:
    """Whether one path leads to the other."""
    shared = min(len(one), len(other))
    return shared > 0 and one[:shared] == other[:shared]


AT_ONCE = 8
"""Rows that a worker checks at a time."""

Checked = Callable[[int, int], None]
"""Called with the number of rows checked and the number of rows to check."""


class Edited(Struct, frozen=True):
    """A row and what it sets in the argument."""

    row: Row
    edits: tuple[Edit, ...]


def edited_rows(rows: Rows, set_by: Mapping[str, Path], argument: Argument) -> list[Edited]:
    """Return what each row of an argument's sets.

    Raises:
        CheckError: cells that are empty or no number, where a figure is wanted.
    """
    found: list[Edited] = []
    findings: list[Finding] = []
    comma, percent = rows.decimal_comma, percentages(set_by, argument)
    for row in rows.rows:
        edits, wrong = edits_of(row, set_by, rows.file, decimal_comma=comma, percent=percent)
        findings += wrong
        found.append(Edited(row, tuple(edits)))
    _refuse(findings, rows.file)
    return found


def refuse_rows(
    rows: Rows,
    edited: Sequence[Edited],
    argument: PickledArgument,
    set_by: Mapping[str, Path],
    by: By,
    checked: Checked | None = None,
) -> None:
    """Reject rows that make an argument which cannot be, or contradicts itself.

    Raises:
        BriefgenError: no worker process begins.
        CheckError: all that is wrong, each with the line and the column; at most `FAULT_LIMIT`.
    """
    shares = [edited[start : start + AT_ONCE] for start in range(0, len(edited), AT_ONCE)]
    questions = [Question(argument, tuple(each.edits for each in share)) for share in shares]
    reported: dict[int, list[Finding]] = {}
    done = 0
    try:
        for number, answer in answers(faults, questions, by):
            share = shares[number]
            if isinstance(answer, BaseException):
                raise lost(answer)
            reported[number] = [
                finding
                for each, found in zip(share, answer, strict=True)
                for finding in in_row(found, each.row, set_by, rows.file)
            ]
            done += len(share)
            if checked:
                checked(done, len(edited))
    except NoWorker:
        raise no_worker("; no row was checked") from None
    if len(reported) < len(shares):
        raise NEVER_BEGUN
    _refuse([finding for number in sorted(reported) for finding in reported[number]], rows.file)


def _refuse(findings: Iterable[Finding], file: str) -> None:
    every = list(findings)
    if len(every) > FAULT_LIMIT:
        message = f"has {len(every) - FAULT_LIMIT} more faults, which are not shown"
        more = Finding("too-many-faults", message, "fix those above first", file=file)
        every = [*every[:FAULT_LIMIT], more]
    if every:
        raise CheckError(every)
