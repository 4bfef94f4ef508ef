"""Dates, numbers and lists as the CLDR has them, read in advance for languages that come along.

Babel, which knows all of them, takes a thirtieth of a first brief to import and to read a language.
What it writes for those that come along is in a file (`templates/make_read_ahead.py`); it is asked
for any other.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from briefgen.cache import kept

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = (
    "de", "de-AT", "de-DE", "en", "en-GB", "en-IE", "en-US", "es", "es-ES", "fr", "fr-BE", "fr-FR",
    "it", "it-IT",
)  # fmt: skip
"""Languages read in advance: those that come along, as most of their users name them."""

CLDR_FILE = Path(__file__).with_name("cldr.msgpack")

MOST_DIGITS = 20
"""Digits of a number that is written without Babel, whose arithmetic ends at 28."""

_GROUP = 3


class WrittenForms(Struct, frozen=True, array_like=True):
    """How a language writes dates, numbers and lists.

    Patterns of a day have places for {day} and {year}, by the month; those of months and quarters
    for {year}; those of lists for what stands before and behind: two alone, the first two, others,
    and the last. `names` are those of months, short and long.
    """

    days: tuple[str, ...]
    months: tuple[str, ...]
    quarters: tuple[str, ...]
    names: tuple[str, ...]
    group: str
    decimal: str
    lists: tuple[str, str, str, str]


class Cldr(Struct, frozen=True, array_like=True):
    """All that was read in advance: languages by their tags, and codes of currencies."""

    languages: dict[str, WrittenForms]
    currencies: frozenset[str]


def day(date: datetime.date, language: str) -> str:
    """Return a day as a language writes it in full, such as 15 May 2019."""
    if known := _cldr().languages.get(language):
        return known.days[date.month - 1].format(day=date.day, year=date.year)
    from babel.dates import format_date  # noqa: PLC0415 - for other languages only

    return str(format_date(date, "long", locale=_locale(language)))


def month(date: datetime.date, language: str) -> str:
    """Return the month of a day: May 2019."""
    if known := _cldr().languages.get(language):
        return known.months[date.month - 1].format(year=date.year)
    return _skeleton("yMMMM", date, language)


def quarter(date: datetime.date, language: str) -> str:
    """Return the quarter of a day: Q2 2019."""
    if known := _cldr().languages.get(language):
        return known.quarters[(date.month - 1) // 3].format(year=date.year)
    return _skeleton("yQQQ", date, language)


def _skeleton(parts: str, date: datetime.date, language: str) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415 - for other languages only

    return str(format_skeleton(parts, date, locale=_locale(language)))


def month_names(language: str) -> tuple[str, ...]:
    """Return the names of months, long and short, without stops at their ends."""
    known = _cldr().languages.get(language)
    return known.names if known else names_of_months(_locale(language))


def names_of_months(locale: "Locale") -> tuple[str, ...]:
    """Return the same as Babel has them, in a fixed order."""
    names = (locale.months["format"][kind].values() for kind in ("wide", "abbreviated"))
    return tuple(sorted({name.strip(".") for several in names for name in several}))


def number(value: Decimal, language: str) -> str:
    """Return a number in figures, with the zeros that it ends in."""
    whole, _, places = f"{value:f}".partition(".")
    known = _cldr().languages.get(language)
    if known and value.is_finite() and not value.is_signed() and len(whole + places) < MOST_DIGITS:
        return known.decimal.join(filter(None, (_grouped(whole, known.group), places)))
    from babel.numbers import format_decimal  # noqa: PLC0415 - for other languages only

    locale = _locale(language)
    pattern = locale.decimal_formats[None].pattern.partition(".")[0]
    if places:  # Babel drops zeros that its pattern has no places for
        pattern = f"{pattern}.{'0' * len(places)}"
    return str(format_decimal(value, pattern, locale=locale))


def _grouped(digits: str, mark: str) -> str:
    first = len(digits) % _GROUP
    rest = (digits[at : at + _GROUP] for at in range(first, len(digits), _GROUP))
    return mark.join(filter(None, (digits[:first], *rest)))


def listed(items: Sequence[str], language: str) -> str:
    """Return a list in words: one, two and three."""
    known = _cldr().languages.get(language)
    if known is None:
        from babel.lists import format_list  # noqa: PLC0415 - for other languages only

        return str(format_list(items, locale=_locale(language)))
    if len(items) < 2:  # noqa: PLR2004 - one is no list
        return "".join(items)
    two, start, middle, end = known.lists
    if len(items) == 2:  # noqa: PLR2004
        return two.format(*items)
    text = start.format(items[0], items[1])
    for item in items[2:-1]:
        text = middle.format(text, item)
    return end.format(text, items[-1])


def is_currency(code: str) -> bool:
    """Whether a text is the code of a currency, by ISO 4217."""
    return code in _cldr().currencies


@kept(64)
def _locale(language: str) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - for other languages only

    return Locale.parse(language, sep="-")


@kept(1)
def _cldr() -> Cldr:
    return msgspec.msgpack.decode(CLDR_FILE.read_bytes(), type=Cldr)
