"""Mark an argument's edition, given for one brief: number, date, status, date of making."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import replace

from briefgen.load.document import to_model
from briefgen.types.argument import Argument
from briefgen.types.article import Edition
from briefgen.types.finding import Finding, LoadError, RenderError
from briefgen.types.source_map import SourceMap

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
