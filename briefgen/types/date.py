"""Dates as sources give them: to the day, the month, a part of the year or a kind of year."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Any, Literal, NamedTuple, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from briefgen.cache import kept
from briefgen.pattern import late_pattern
from briefgen.types.finding import InputError

Precision = Literal["day", "month", "quarter", "part", "year", "fiscal"]

YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d)"
"""Matches what may be a year where a number stands in text."""

_FORM = late_pattern(
    r"(?:(?P<part>early|mid|late)-)?(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
    re.ASCII,
)
_QUARTER = late_pattern(r"(\d{4})-Q([1-4])", re.ASCII)
_SPLIT_YEAR = late_pattern(r"(\d{4})/(\d{4}|\d{2})", re.ASCII)
_FISCAL_YEAR = late_pattern(r"FY(\d{4})", re.ASCII)


class _Known(NamedTuple):
    """What is known of a date. A split year begins in one calendar year and ends in the next."""

    part: str | None
    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    fiscal: Literal["split", "named"] | None = None


@kept(4096)
def _parsed(text: str) -> _Known | None:
    """Read a date, once: the same ones are printed again and again."""
    if found := _QUARTER.fullmatch(text):
        return _Known(None, int(found[1]), quarter=int(found[2]))
    if found := _FISCAL_YEAR.fullmatch(text):
        return _Known(None, int(found[1]), fiscal="named")
    if found := _SPLIT_YEAR.fullmatch(text):
        following = str(int(found[1]) + 1)
        known = _Known(None, int(found[1]), fiscal="split")
        return known if following.endswith(found[2]) else None
    found = _FORM.fullmatch(text)
    if not found or (found["part"] and found["month"]):
        return None
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    return _Known(found["part"], int(found["year"]), month, day)


_WRITE = "write 2019-05-15, 2019-05, 2019, mid-2019, 2019-Q2, or a fiscal year: 2019/20, FY2019"
_LOOSE = late_pattern(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)
_BACKWARDS = late_pattern(r"(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})", re.ASCII)
_WORDS = late_pattern(
    r"(?:(\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?)?([^\W\d_]{3,10})\.?(?:\s+(\d{1,2}))?,?\s+(?:del?\s+)?(\d{4})"
)
_MONTHS = (
    "jan ene gen", "feb fév", "mar mär mrz", "apr avr abr", "may mai mag", "jun juin giu",
    "jul juil lug", "aug aoû ago", "sep set", "oct okt ott", "nov", "dec dez déc dic",
)  # fmt: skip
"""How the months begin in the languages that come along."""


def date_meant(text: str) -> str | None:
    """Return a date that is written in another form, where only one can be meant."""
    year, month, day = "", 0, None
    if found := _LOOSE.fullmatch(text):
        year, month, day = found[1], int(found[2]), found[3]
    elif found := _BACKWARDS.fullmatch(text):
        year, month, day = found[3], int(found[2]), found[1]
        if day and int(day) <= 12:  # noqa: PLR2004 - day and month may stand in either order
            return None
    elif found := _WORDS.fullmatch(text):
        word = found[2].lower()
        year, day = found[4], found[1] or found[3]
        numbered = enumerate(_MONTHS, 1)
        month = next((at for at, names in numbered if word.startswith(tuple(names.split()))), 0)
    meant = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
    is_date = 1 <= month <= 12 and (not day or 1 <= int(day) <= 31)  # noqa: PLR2004
    return meant if is_date else None


def _hint(text: str) -> str:
    """Return how dates are written, with the one that is meant where only one can be."""
    meant = date_meant(text)
    return f"did you mean {meant}? {_WRITE}" if meant else _WRITE


_MIDDLE = {"early": (2, 15), "mid": (7, 1), "late": (11, 1), None: (7, 1)}


class PartialDate(str):
    """A date known to the day, month, quarter, part of a year, year or fiscal year, as written.

    Accepted forms: `2019-05-15`, `2019-05`, `2019-Q2`, `early-2019`, `mid-2019`, `late-2019`,
    `2019`, `2019/20` (or `2019/2020`) and `FY2019`. A month cannot have a part. When a fiscal year
    begins is not known: it may be any day in such years. It stays a string,
    so that what was written is what is kept.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        found = _parsed(text)
        if found is None:
            raise InputError("not-a-date", f'"{text[:40]}" is not a date', _hint(text))
        try:
            month, day = (1 if each is None else each for each in found[2:4])
            datetime.date(found.year, month, day)
            datetime.date(found.year + bool(found.fiscal), 1, 1)
        except ValueError:
            message = f'"{text}" is not a date: the calendar has no such day'
            raise InputError("not-a-date", message, _WRITE) from None
        return super().__new__(cls, text)

    @property
    def _known(self) -> _Known:
        found = _parsed(self)
        assert found is not None
        return found

    @property
    def year(self) -> int:
        return self._known.year

    @property
    def part(self) -> str | None:
        """`early`, `mid` or `late`, when only a part of the year is known."""
        return self._known.part

    @property
    def is_split(self) -> bool:
        """Whether it is a year that ends in the next one: 2019/20."""
        return self._known.fiscal == "split"

    @property
    def period(self) -> tuple[str, int] | None:
        """The unit of time that it is, and its number among these; None of a day or a part."""
        known = self._known
        match self.precision:
            case "year":
                return "year", known.year
            case "fiscal":
                return f"{known.fiscal} year", known.year
            case "quarter":
                return "quarter", known.year * 4 + (known.quarter or 0)
            case "month":
                return "month", known.year * 12 + (known.month or 0)
            case _:
                return None

    @property
    def precision(self) -> Precision:
        """How exactly the date is known."""
        known = self._known
        if known.part:
            return "part"
        if known.quarter or known.fiscal:
            return "quarter" if known.quarter else "fiscal"
        return "day" if known.day else "month" if known.month else "year"

    @property
    def middle(self) -> datetime.date:
        """The day in the middle of what is known: where the date stands on a time line."""
        part, year, month, day, quarter, fiscal = self._known
        if month:
            return datetime.date(year, month, day or 15)
        if quarter:
            return datetime.date(year, quarter * 3 - 1, 15)
        if fiscal == "split":
            return datetime.date(year + 1, 1, 1)
        return datetime.date(year, *_MIDDLE[part])

    @property
    def first(self) -> datetime.date:
        """The first day that the date can mean."""
        part, year, month, day, quarter, fiscal = self._known
        if quarter:
            return datetime.date(year, quarter * 3 - 2, 1)
        if fiscal == "named":
            return datetime.date(max(year - 1, datetime.MINYEAR), 1, 1)
        if part:
            return datetime.date(year, {"early": 1, "mid": 5, "late": 9}[part], 1)
        return datetime.date(year, month or 1, day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that the date can mean."""
        part, year, month, day, quarter, fiscal = self._known
        if month and day:
            return datetime.date(year, month, day)
        if fiscal:
            return datetime.date(year + 1, 12, 31)
        month = month or (quarter * 3 if quarter else None)
        month = month or {"early": 4, "mid": 8, "late": 12, None: 12}[part]
        return datetime.date(year, month, calendar.monthrange(year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._of, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def _of(cls, value: object) -> Self:
        if isinstance(value, datetime.date):
            return cls(value.isoformat())
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(str(value))
        if isinstance(value, str):
            return cls(value)
        raise InputError("not-a-date", "is not a date", _WRITE)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": ["string", "integer"],
            "pattern": r"^((early|mid|late)-\d{4}|\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|/\d{2}(\d{2})?)?"
            r"|FY\d{4})$",
        }
