"""The date of making that files bear: one that was given, never the clock's, or none."""

from __future__ import annotations

import datetime
import os

from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, RenderError


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
