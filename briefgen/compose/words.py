"""Numbers, dates and marks in the language of a brief."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from briefgen.cache import kept
from briefgen.languages import cldr, conventions
from briefgen.languages.files import is_decrease
from briefgen.languages.locators import printed
from briefgen.languages.units import symbol_at
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.types.date import PartialDate
from briefgen.types.fact import Fact
from briefgen.types.labels import Labels
from briefgen.types.value import (
    Range,
    Share,
    decimals,
    map_numbers,
    numbers_of,
    plain_decimal,
)

NO_BREAK_SPACE = "\u00a0"
MINUS = "−"

MOST_WHOLE = 16
"""Characters of an amount up to which a narrow cell does not part it, such as US$405 million."""

CENT = Decimal("0.01")


class Words(Struct, frozen=True):
    """How a language writes what is typed: CLDR where it knows, the catalogue where it does not."""

    language: str
    labels: Labels

    def date(self, date: PartialDate) -> str:
        """Write a date as exactly as it is known: 15 May 2019, mid-2019, Q1 2019, 2019/20."""
        match date.precision:
            case "day":
                written = _day(date.middle, self.language)
                if date.middle.day == 1 and written.startswith("1 "):
                    written = f"{self.labels.first_day}{written[1:]}"
                written = self.unbroken(written)
            case "month":
                written = _month(date.middle, self.language)
            case "quarter":
                written = _quarter(date.middle, self.language)
            case "fiscal" if date.is_split:
                following = str(date.year + 1)
                pattern = self.labels.split_year
                return pattern.format(first=date.year, last=following, end=following[-2:])
            case "fiscal":
                return self.labels.fiscal_year.format(year=date.year)
            case "part":
                pattern = {
                    "early": self.labels.early,
                    "mid": self.labels.mid,
                    "late": self.labels.late,
                }[date.part or "mid"]
                return pattern.format(year=date.year)
            case _:
                return str(date.year)
        return written

    def date_in_year(self, date: PartialDate) -> str:
        """Write a date without its year: 15 May, mid-year; nothing for a year.

        It is whole where a language has its year within the date, or it is no year of the calendar.
        """
        if date.precision == "year":
            return ""
        if date.part:
            return self.labels.parts_of_year[date.part]
        written = self.date(date)
        before, _, after = written.rpartition(str(date.year))
        rest = before.rstrip(" ,\u00a0")
        if after or rest == before:
            return written
        *opening, last = rest.replace(NO_BREAK_SPACE, " ").split(" ")
        return self.unbroken(" ".join(opening)) if last in ("de", "del") else rest

    def unbroken(self, text: str) -> str:
        """Return text in which no line ends between day and month, number and unit, page and 5."""
        if not _FIGURE.search(text):
            return text
        parted = conventions(self.language)

        def gap(found: re.Match[str]) -> str:
            start, end = found.span()
            if text[start - 1].isdigit():
                clings = text[end] in "%‰€$£¥" or symbol_at(text, start) is not None
            else:
                clings = parted.names_number(text[max(0, start - _LONGEST_NAME) : end])
            return NO_BREAK_SPACE if clings else found[0]

        text = _BESIDE_FIGURE.sub(gap, text)
        for pattern in _dated(self.language):
            text = pattern.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), text)
        return text

    def number(self, value: Decimal | int) -> str:
        """Write a number in figures with the separators of the language, in its own digits."""
        return _written(str(value), self.language)

    def amount(self, fact: Fact, *, compact: bool = False) -> str:
        """Write a fact in figures, with scale and with the unit that belongs to the number.

        What is below zero opens with a minus sign, before a currency that stands first. A currency
        without a symbol is given by its code. Where a language puts a currency into words after a
        scale, a `compact` amount is the short form for a large figure or the axis of a chart.
        """
        fact = self.in_scale(fact)
        match fact.value:
            case PartialDate() as date:
                return self.date(date)
            case Share() as share:
                return self._share(share)
            case Range() as bounds:
                return self._range(fact, bounds, compact=compact)
            case Decimal() as number:
                return self._single(fact, number, compact=compact)

    def _single(self, fact: Fact, number: Decimal, *, compact: bool) -> str:
        sign = MINUS if number < 0 else ""
        return sign + self._with_unit(fact, self._digits(fact, number), compact=compact)

    def _with_unit(self, fact: Fact, text: str, *, compact: bool, symbol: bool = True) -> str:
        """Return figures with their scale, and with the unit that belongs to a number."""
        scale = self._scale(fact)
        if scale and compact and self.is_money(fact) and (short := self._short(fact, text)):
            return short
        if scale:
            text = self.labels.scaled.format(number=text, scale=scale)
        if fact.unit == "%":
            return self.labels.percent.format(number=text)
        if not self.is_money(fact) or not symbol:
            return text
        if scale and (name := self.labels.currency_names.get(fact.unit)):
            return f"{text} {name}"
        return self.labels.money.format(symbol=self._symbol(fact.unit), number=text)

    def _range(self, fact: Fact, bounds: Range, *, compact: bool) -> str:
        """Write a range in its own way: a currency that stands first opens both its ends."""
        if bounds.style == "margin":
            middle = (MINUS if bounds.middle < 0 else "") + self._digits(fact, bounds.middle)
            gap = NO_BREAK_SPACE
            text = f"{middle}{gap}±{gap}{self._digits(fact, bounds.margin)}"
            return self._with_unit(fact, text, compact=compact)
        pattern = self.labels.ranges[bounds.style]
        low, high = (
            (MINUS if number < 0 else "") + self._digits(fact, number)
            for number in (bounds.low, bounds.high)
        )
        if not (self.is_money(fact) and self.labels.money.startswith("{symbol}")):
            joined = pattern.format(low=low, high=high)
            return self._with_unit(fact, joined, compact=compact)
        symbol = self._symbol(fact.unit)
        ends = self._with_unit(fact, high, compact=compact, symbol=False)
        last = ends if bounds.style == "dash" else f"{symbol}{ends}"
        return pattern.format(low=f"{symbol}{low}", high=last)

    def _share(self, share: Share) -> str:
        if share.style == "fraction":
            return self.labels.fractions.get(str(share), str(share))
        part, whole = self.number(share.part), self.number(share.whole)
        return self.labels.shares[share.style].format(part=part, whole=whole)

    def _with_interval(self, fact: Fact, text: str) -> str:
        """Return a figure with its confidence interval behind it."""
        if fact.interval is None:
            return text
        low, high = (
            (MINUS if number < 0 else "") + self.number(abs(number))
            for number in (fact.interval.low, fact.interval.high)
        )
        if fact.confidence is None:
            return self.labels.interval_alone.format(figure=text, low=low, high=high)
        level = self.number(fact.confidence)
        return self.labels.interval.format(figure=text, level=level, low=low, high=high)

    def qualified(self, fact: Fact, text: str) -> str:
        """Return a figure behind its qualifier, which may be a sign (<) or say that it fell."""
        if not fact.qualifier:
            return text
        if is_decrease(fact.qualifier, self.language):
            text = text.removeprefix(MINUS)
        gap = "" if not fact.qualifier[-1].isalnum() and fact.qualifier[-1] != "." else " "
        return f"{fact.qualifier}{gap}{text}"

    def figures(self, fact: Fact) -> str:
        """Write the one number of a fact without its sign: see `_digits`."""
        assert isinstance(fact.value, Decimal)
        return self._digits(fact, fact.value)

    def _digits(self, fact: Fact, number: Decimal) -> str:
        """Write a number of a fact without its sign: an amount to the cent has two decimals."""
        value = abs(number)
        if self.is_money(fact) and not fact.scale and decimals(value) == 1:
            value = value.quantize(CENT)
        return self.number(value)

    def _symbol(self, unit: str) -> str:
        return self.labels.currencies.get(unit, f"{unit}{self.labels.after_code}")

    def _short(self, fact: Fact, number: str) -> str | None:
        """Return an amount with the short form of its scale, where the language has one."""
        pattern = self.labels.money_short.get(fact.scale or "")
        symbol = self._symbol(fact.unit)
        gap = NO_BREAK_SPACE if symbol[0].isalpha() else ""
        return pattern.format(number=number, symbol=gap + symbol) if pattern else None

    def is_money(self, fact: Fact) -> bool:
        """Whether a fact is an amount of money, which is written with its currency."""
        return self.is_currency(fact.unit)

    def is_currency(self, unit: str) -> bool:
        """Whether a unit is the code of a currency."""
        return unit in self.labels.currencies or cldr.is_currency(unit)

    def belongs(self, fact: Fact) -> bool:
        """Whether the unit of a fact belongs to its number, so that no noun has to say it."""
        return fact.unit == "%" or self.is_money(fact)

    def in_scale(self, fact: Fact) -> Fact:
        """Return a fact in a scale that the language has: French writes 12 500, not 12,5 mille."""
        if fact.scale is None or fact.scale in self.labels.scales:
            return fact
        times = _POWERS[fact.scale]

        def written_out(value: Decimal) -> Decimal:
            return plain_decimal(value.scaleb(times))

        series = [
            each.model_copy(
                update={
                    name: written_out(number)
                    for name in ("value", "low", "high")
                    if (number := getattr(each, name)) is not None
                }
            )
            for each in fact.series
        ]
        update: dict[str, object] = {"scale": None, "series": tuple(series)}
        update["value"] = map_numbers(fact.value, written_out)
        update["interval"] = map_numbers(fact.interval, written_out) if fact.interval else None
        return fact.model_copy(update=update)

    def _scale(self, fact: Fact) -> str | None:
        """Return a scale in words: 1,2 million, but 2,4 millions."""
        if fact.scale is None:
            return None
        size = max(map(abs, numbers_of(fact.value)), default=Decimal(0))
        few = self.labels.scales_below_two if size < 2 else {}  # noqa: PLR2004
        few = {**few, **self.labels.scales_of_one} if size == 1 else few
        return few.get(fact.scale, self.labels.scales[fact.scale])

    def locator(self, locator: str) -> str:
        """Write where in a source something stands: pp. 36–38, S. 36, § 4."""
        return printed(locator.strip(), self.language)

    def place(self, place: str) -> str:
        """Write a place in an article; a paragraph keeps its number beside it."""
        number = self._paragraph(place)
        if number is None or not self.labels.paragraph:
            return place
        return self.labels.paragraph.format(number=number)

    def places(self, places: Sequence[str]) -> str:
        """Write places in an article one after another, paragraphs by their numbers at once."""
        numbers = [self._paragraph(place) for place in places]
        known = sorted({number for number in numbers if number is not None})
        if len(known) < 2 or not self.labels.paragraphs:  # noqa: PLR2004 - one is no list
            return "; ".join(self.place(place) for place in places)
        listed = cldr.listed([str(number) for number in known], self.language)
        merged = self.labels.paragraphs.format(numbers=listed)
        others = [place for place, at in zip(places, numbers, strict=True) if at is None]
        return "; ".join((*others, merged))

    def _paragraph(self, place: str) -> int | None:
        """Return the number of a paragraph that a place is, and nothing else."""
        pattern = (self.labels.paragraph or "").replace(NO_BREAK_SPACE, " ")
        before, _, after = pattern.partition("{number}")
        place = place.replace(NO_BREAK_SPACE, " ")
        digits = place.removeprefix(before).removesuffix(after)
        whole = self.labels.paragraph and place == f"{before}{digits}{after}"
        return int(digits) if whole and digits.isdecimal() else None

    def counted(self, fact: Fact) -> str:
        """Write a fact in figures with qualifier and noun, for the narrow cell of a table."""
        text = self.amount(fact)
        if len(text) > MOST_WHOLE:
            text = text.replace(NO_BREAK_SPACE, " ")
        if not self.stands_alone(fact):
            text = f"{text} {fact.unit}"
        return self._with_interval(fact, self.qualified(fact, text))

    def stands_alone(self, fact: Fact) -> bool:
        """Whether no noun follows the value in a list: of a currency, a period, two thirds."""
        value = fact.value
        fraction = isinstance(value, Share) and value.style == "fraction"
        alone = fraction or isinstance(value, PartialDate) or not fact.unit
        return alone or self.belongs(fact)

    def stated(self, fact: Fact) -> str:
        """Write a fact in figures with qualifier and interval, and without its noun."""
        return self._with_interval(fact, self.qualified(fact, self.amount(fact)))

    def spelt(self, fact: Fact) -> str | None:
        """Return a bare whole number below ten in words; None of any other, and of none known."""
        value = fact.value
        if not isinstance(value, Decimal) or fact.scale or self.belongs(fact) or decimals(value):
            return None
        if not 0 <= value < len(self.labels.number_words):
            return None
        word = self.labels.number_words[int(value)]
        return None if word.isdecimal() else word

    def in_prose(self, fact: Fact, *, sentence_start: bool, spelt: bool = True) -> str:
        """Write a fact as it stands in a sentence, `spelt` in words where it has them.

        The qualifier always stands before the number. What opens a sentence gets a capital.
        """
        word = None if fact.interval else self.spelt(fact)
        text = self.qualified(fact, word) if spelt and word else self.stated(fact)
        return capital(text) if sentence_start else text


_FIGURE = late_pattern(r"\d")
_BESIDE_FIGURE = late_pattern(r"(?<=\d) (?=\S)|(?<=\S) (?=\d)")
_LONGEST_NAME = 30
"""Characters before a number that are looked at for what it may be the number of."""


@kept(64)
def _dated(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds the parts of a date that stay together: 15 May, 15 de mayo, May 15."""
    names = map(re.escape, cldr.month_names(language))
    months = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    day = r"\d{1,2}(?:\.|er|[º°]|st|nd|rd|th)?"
    return (
        compile_pattern(rf"(?<![\w.,]){day} (?:de )?(?:{months})(?!\w)"),
        compile_pattern(rf"(?<!\w)(?:{months}) {day}(?![\w.,]?\d)"),
    )


@kept(4096)
def _day(day: datetime.date, language: str) -> str:
    return cldr.day(day, language)


@kept(4096)
def _month(day: datetime.date, language: str) -> str:
    return cldr.month(day, language)


@kept(4096)
def _quarter(day: datetime.date, language: str) -> str:
    return cldr.quarter(day, language)


@kept(4096)
def _written(number: str, language: str) -> str:
    return cldr.number(Decimal(number), language)


_POWERS = {"thousand": 3, "lakh": 5, "crore": 7, "lakh crore": 12}
"""Powers of ten of the scales that a language may lack, so that the number is written out."""


def says(text: str, unit: str) -> bool:
    """Whether a text holds the words of a unit: "m" is not said by "measured"."""
    return not unit or bool(re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", text, re.IGNORECASE))


def capital(text: str) -> str:
    """Return text with a capital at its beginning."""
    return text[0].upper() + text[1:]
