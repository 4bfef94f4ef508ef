"""What readers of bibliographies share: entries that are found at once, and read when cited."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import Struct, field

from briefgen.pattern import late_pattern
from briefgen.types.date import PartialDate
from briefgen.types.finding import Finding, InputError, LoadError

FIELD_LIMIT = 2_000
"""Characters of one field that is printed. Titles and names stay far below."""

WorkData = dict[str, Any]
"""A work as plain data, by the names of its fields."""


class EntryError(Exception):
    """An entry that cannot be read: what is wrong, what to do, and on which line and field."""

    def __init__(self, message: str, hint: str, line: int | None = None, name: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.line, self.name = message, hint, line, name


class Note(NamedTuple):
    """What is odd about an entry that can be read all the same."""

    message: str
    hint: str
    line: int
    name: str = ""


class Read(NamedTuple):
    """What an entry says: the work, its address, and what is odd about it."""

    work: WorkData
    address: str | None
    notes: tuple[Note, ...] = ()


class Entry(Struct, frozen=True):
    """An entry of a bibliography: its key, its line, and how to read it.

    `read` raises `EntryError`.
    """

    key: str
    line: int
    read: Callable[[], Read]


class Bibliography(Struct, frozen=True):
    """What a file holds: entries by their keys, the lines of keys that it has twice, and faults.

    `warnings` are of what stands beside the entries, or of some that nobody may cite.
    """

    file: str
    entries: Mapping[str, Entry]
    twice: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[Finding, ...] = ()
    path: str = ""


def bounded(text: str, name: str, line: int) -> str:
    """Return a field's text on one line, as long as any that is printed may be.

    Raises:
        EntryError: it is longer.
    """
    text = " ".join(text.split())
    if len(text) > FIELD_LIMIT:
        message = f"has {len(text)} characters; a field that is printed has at most {FIELD_LIMIT}"
        raise EntryError(message, "shorten it; is it pasted data?", line, name)
    return text


_DOI = late_pattern(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ADDRESS = late_pattern(r"https?://\S+")


def doi_of(text: str) -> str | None:
    """Return a digital object identifier without what leads to it; None where there is none."""
    found = _DOI.search(text)
    return found[1].rstrip(".,;") if found else None


def address_of(doi: str | None, text: str) -> str | None:
    """Return where a work can be read: by its identifier, or the first address of a text."""
    if doi:
        return f"https://doi.org/{doi}"
    found = _ADDRESS.search(text)
    return found[0].rstrip(".,;>}") if found else None


_RANGE = late_pattern(r"(?<=\w)\s*(?:--+|[-–—])\s*(?=\w)")


def pages_of(text: str) -> str:
    """Return pages with a dash between first and last."""
    return _RANGE.sub("–", text)


def library(module: str, reads: str, extra: str) -> Any:
    """Return a library by the name of its module.

    Raises:
        LoadError: `extra-missing`: it is not installed; the hint says how to install it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        message = f"{reads} is read with {module}, which is not installed"
        hint = f'pip install "briefgen[{extra}]"'
        raise LoadError([Finding("extra-missing", message, hint)]) from error


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = late_pattern(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")
_YEAR = late_pattern(r"(?<!\d)(\d{4})(?!\d)")


def date_of(year: str, month: str = "", day: str = "") -> dict[str, str]:
    """Return a date, or words for it, as fields of a work; nothing of nothing.

    Of a range it is the first; a month or a day that cannot be one is left out.
    """
    text = " ".join(year.split()).strip("()[]")
    iso = _ISO.match(text)
    if iso and not month:
        return _dated(iso[1], iso[2] or "", iso[3] or "")
    if found := _YEAR.search(text):
        return _dated(found[1], _month(month), _day(month, day))
    return {"date_words": text} if text else {}


def date_of_parts(parts: Sequence[object]) -> dict[str, str]:
    """Return the same of year, month and day as CSL has them."""
    written = [str(part).strip() for part in parts if part not in (None, "")]
    if not written or not re.fullmatch(r"\d{1,4}", written[0]):
        return {"date_words": written[0]} if written else {}
    return _dated(*written[:3])


def _dated(year: str, month: str = "", day: str = "") -> dict[str, str]:
    number = [part.zfill(2) for part in (month, day) if part.isdecimal()]
    tries = ["-".join((year.zfill(4), *number[:count])) for count in range(len(number), -1, -1)]
    for text in tries:
        try:
            return {"date": str(PartialDate(text))}
        except InputError:
            continue
    return {"date_words": year}


def _month(text: str) -> str:
    text = text.strip().lower()
    if text[:2].strip(" -/.").isdecimal():
        return text[:2].strip(" -/.")
    name = next((at for at, start in enumerate(_MONTHS, 1) if text.startswith(start)), None)
    return str(name) if name else ""


def _day(month: str, day: str) -> str:
    if day.strip().isdecimal():
        return day.strip()
    found = re.search(
        r"[a-z.]\s*~?\s*(\d{1,2})(?!\d)|^(\d{1,2})\s*~?\s*[a-z]", month.strip().lower()
    )
    return (found[1] or found[2]) if found else ""
