"""Read an argument, and mark its edition, given for one brief."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefgen.load.document import parse_in_part, read_data_in_part, to_model, whole_or_part
from briefgen.types.argument import Argument
from briefgen.types.article import Edition
from briefgen.types.finding import Finding, LoadError, RenderError
from briefgen.types.source_map import Lost, SourceMap


def read_argument(path: str | os.PathLike[str]) -> Argument:
    """Return the argument that a YAML or JSON file holds, with the line of each of its values.

    Raises:
        LoadError: everything that is wrong with the file, its syntax or its values, at once.
    """
    argument, findings, _ = read_argument_in_part(path)
    if argument is None or findings:
        raise LoadError(findings)
    return argument


def read_argument_in_part(
    path: str | os.PathLike[str],
) -> tuple[Argument | None, list[Finding], Lost]:
    """Return what can be read of an argument, what is wrong with its file, and what is lost.

    Syntax and values are reported together; of one line, its syntax alone.

    Raises:
        LoadError: a file that cannot be read at all.
    """
    data, places, findings, lost = read_data_in_part(path)
    if data is None and findings:
        return None, [_with_column(finding, places) for finding in findings], lost
    data, places, of_sources = _with_sources(data, places, Path(os.fspath(path)).parent)
    argument, more, lost = whole_or_part(data, Argument, places, lost)
    if findings:
        reported = {(finding.file, finding.line) for finding in findings if finding.line}
        more = [finding for finding in more if (finding.file, finding.line) not in reported]
    findings = sorted([*findings, *more], key=lambda finding: finding.line or sys.maxsize)
    findings = [_with_column(finding, places) for finding in findings]
    argument = argument and with_places(argument, places)
    return argument, [*findings, *of_sources], lost


def _with_column(finding: Finding, places: SourceMap) -> Finding:
    """Return a finding with the column of what it is about, where the file is in Markdown."""
    if finding.column or finding.file != places.file:
        return finding
    return replace(finding, column=places.column(finding.path, finding.line, finding.message))


def _with_sources(
    data: Any, places: SourceMap, folder: Path
) -> tuple[Any, SourceMap, list[Finding]]:
    """Return data with what it cites of its bibliographies, and what is wrong with these."""
    if not isinstance(data, dict) or "bibliography" not in data:
        return data, places, []
    from briefgen.load.bibliography.reading import with_bibliography  # noqa: PLC0415

    found = with_bibliography(data, places, folder)
    return found.data, found.places, found.findings


def argument_in_text(text: str, suffix: str, folder: Path = Path()) -> Argument:
    """Return the argument of a text in the format that a suffix says.

    Its bibliographies are in the folder.

    Raises:
        LoadError: as `read_argument`.
    """
    data, places, findings, _ = parse_in_part(text, suffix, "")
    data, where, of_sources = _with_sources(data, places, folder)
    if findings or of_sources:
        raise LoadError([*findings, *of_sources])
    return with_places(to_model(data, Argument, places), where)


def with_places(argument: Argument, places: SourceMap) -> Argument:
    """Set where an argument was read. Only `load` may: the argument is frozen for all others."""
    argument._places = places  # noqa: SLF001
    return argument


# The date of making that files bear: one that was given, never the clock's, or none.


def created(argument: Argument) -> datetime.datetime | None:
    """Return the date that files bear: SOURCE_DATE_EPOCH or the edition's, None without either.

    An edition dated to a month or a year has no day, so its files bear no date.

    Raises:
        RenderError: SOURCE_DATE_EPOCH is no time.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        except (ValueError, OverflowError, OSError):
            message = f'"{epoch}" is no time in seconds since 1970'
            hint = "set it to a whole number, or unset it"
            finding = Finding("epoch-invalid", message, hint, where="SOURCE_DATE_EPOCH")
            raise RenderError([finding]) from None
    day = argument.edition.date
    if day is None or day.first != day.last:
        return None
    return datetime.datetime.combine(day.first, datetime.time(), datetime.UTC)


EMBARGO, STATUS = "embargo", "status"


def with_edition(argument: Argument, marks: Mapping[str, str]) -> Argument:
    """Return an argument whose edition bears some marks, over those that its file gives.

    A date of embargo makes the status embargoed, unless a status is given with it; another status
    ends an embargo.

    Raises:
        LoadError: a mark that there is not, or a value that cannot be one.
    """
    own = argument.edition.model_dump(exclude_none=True)
    if EMBARGO in marks:
        own[STATUS] = "embargoed"
    elif marks.get(STATUS, "embargoed") != "embargoed":
        own.pop(EMBARGO, None)
    try:
        edition = to_model({**own, **marks}, Edition, SourceMap())
    except LoadError as error:
        raise LoadError(
            replace(finding, path=("edition", *finding.path)) for finding in error.findings
        ) from None
    return argument.model_copy(update={"edition": edition})
