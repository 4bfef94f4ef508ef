"""Days that a text names by the day of its writing: tomorrow, ten days ago, on Friday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

import msgspec
from babel import Locale, UnknownLocaleError
from msgspec import Struct

from briefgen.cache import kept
from briefgen.languages.files import quantity_words, section
from briefgen.pattern import compile_pattern

WEEK = 7
"""Days around that of writing among which a weekday is: "on Friday" may be the last or the next."""


class RelativeDays(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one language for days: how far from today, and patterns with a count and a unit."""

    days: Mapping[str, int]
    ago: str
    ahead: str
    units: Mapping[str, int]

    @property
    def named(self) -> re.Pattern[str]:
        """Finds a word that is a day by itself."""
        names = "|".join(map(re.escape, self.days))
        return compile_pattern(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def relative_days(text: str, written: datetime.date, language: str) -> Iterator[datetime.date]:
    """Yield the days that a text of a day may mean by words that count from it.

    Of weeks or months ago every day is yielded that rounds to as many.
    """
    code = language.partition("-")[0]
    words = _words(code)
    if words is None:
        return
    for found in words.named.finditer(text):
        yield written + datetime.timedelta(words.days[found[0].casefold()])
    for pattern, sign in ((words.ago, -1), (words.ahead, 1)):
        counted = compile_pattern(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)
        for found in counted.finditer(text):
            count, unit = _number(found["count"], code), words.units[found["unit"].casefold()]
            for off in range(-(unit // 2), unit // 2 + 1) if count else ():
                yield written + datetime.timedelta(sign * count * unit + off)
    meant = {day for name, day in weekdays(code).items() if _names(text, name, code)}
    for off in range(-WEEK, WEEK + 1) if meant else ():
        if (day := written + datetime.timedelta(off)).weekday() in meant:
            yield day


@kept(8)
def _words(code: str) -> RelativeDays | None:
    data = section(code, "relative_days")
    return msgspec.convert(data, RelativeDays) if data else None


def _number(text: str, code: str) -> int:
    """Return a small number in digits or words; 0 where it is none."""
    if text.isdecimal():
        return int(text)
    words = quantity_words(code)
    return words.cardinals.get(text.casefold(), 0) if words else 0


def _names(text: str, name: str, code: str) -> bool:
    flags = 0 if code in ("en", "de") else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags) is not None


@kept(8)
def weekdays(language: str) -> Mapping[str, int]:
    """Return the names of the days of a week, from Monday, which is 0."""
    try:
        names = Locale.parse(language.replace("-", "_")).days["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        return {}
    return {str(name): int(number) for number, name in names.items()}
