"""Check every row before the first file is written, and report all bad ones at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from briefgen.batch.building import NEVER_BEGUN, lost, no_worker
from briefgen.batch.columns import edits_of, in_row, percentages
from briefgen.batch.order import Edit, PickledArgument
from briefgen.batch.running import By, NoWorker, answers
from briefgen.batch.worker import Question, faults
from briefgen.load.rows import Row, Rows
from briefgen.types.argument import Argument
from briefgen.types.finding import FAULT_LIMIT, CheckError, Finding
from briefgen.types.source_map import Path

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
