"""Dates as sources give them: to the day, the month, the year, or a part of the year."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache
from typing import Any, Literal, NamedTuple, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from briefgen.types.refusal import Refusal

Precision = Literal["day", "month", "part", "year"]

YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d)"
"""Matches what may be a year where a number stands in text."""

_FORM = re.compile(
    r"(?:(?P<part>early|mid|late)-)?(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
    re.ASCII,
)


class _Known(NamedTuple):
    """What is known of a date."""

    part: str | None
    year: int
    month: int | None
    day: int | None


@lru_cache(maxsize=4096)
def _parsed(text: str) -> _Known | None:
    """Read a date, once: the same ones are printed again and again."""
    found = _FORM.fullmatch(text)
    if not found or (found["part"] and found["month"]):
        return None
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    return _Known(found["part"], int(found["year"]), month, day)


_WRITE = "write 2019-05-15, 2019-05, 2019 or mid-2019"
_MIDDLE = {"early": (2, 15), "mid": (7, 1), "late": (11, 1), None: (7, 1)}


class PartialDate(str):
    """A date known to the day, month, year or part of a year, in its written form.

    Accepted forms: `2019-05-15`, `2019-05`, `2019`, `early-2019`, `mid-2019`, `late-2019`. A month
    cannot have a part. It stays a string, so that what was written is what is kept.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        found = _parsed(text)
        if found is None:
            raise Refusal("not-a-date", f'"{text[:40]}" is not a date', _WRITE)
        try:
            month, day = (1 if each is None else each for each in found[2:])
            datetime.date(found.year, month, day)
        except ValueError:
            message = f'"{text}" is not a date: the calendar has no such day'
            raise Refusal("not-a-date", message, _WRITE) from None
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
    def precision(self) -> Precision:
        """How exactly the date is known."""
        known = self._known
        if known.part:
            return "part"
        return "day" if known.day else "month" if known.month else "year"

    @property
    def middle(self) -> datetime.date:
        """The day in the middle of what is known: where the date stands on a time line."""
        part, year, month, day = self._known
        if month:
            return datetime.date(year, month, day or 15)
        return datetime.date(year, *_MIDDLE[part])

    @property
    def first(self) -> datetime.date:
        """The first day that the date can mean."""
        part, year, month, day = self._known
        if part:
            return datetime.date(year, {"early": 1, "mid": 5, "late": 9}[part], 1)
        return datetime.date(year, month or 1, day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that the date can mean."""
        part, year, month, day = self._known
        if month and day:
            return datetime.date(year, month, day)
        month = month or {"early": 4, "mid": 8, "late": 12, None: 12}[part]
        return datetime.date(year, month, calendar.monthrange(year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def parse(value: object) -> PartialDate:
            if isinstance(value, datetime.date):
                return cls(value.isoformat())
            if isinstance(value, int) and not isinstance(value, bool):
                return cls(str(value))
            if isinstance(value, str):
                return cls(value)
            raise Refusal("not-a-date", "is not a date", _WRITE)

        return core_schema.no_info_plain_validator_function(
            parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": ["string", "integer"],
            "pattern": r"^((early|mid|late)-\d{4}|\d{4}(-\d{2}(-\d{2})?)?)$",
        }
