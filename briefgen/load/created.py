"""The date that files bear: never the clock's, so that the same input gives the same bytes."""

from __future__ import annotations

import datetime
import os

from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, RenderError


def created(argument: Argument) -> datetime.datetime:
    """Return the date that files bear: SOURCE_DATE_EPOCH, the edition's or the article's.

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
    day = (argument.edition.date or argument.article.date).first
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
