"""Dates of bibliographies: years, months by name or number, days, ranges, and words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.types.date import PartialDate
from briefgen.types.input_error import InputError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


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
    held = [str(part).strip() for part in parts if part not in (None, "")]
    if not held or not re.fullmatch(r"\d{1,4}", held[0]):
        return {"date_words": held[0]} if held else {}
    return _dated(*held[:3])


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
