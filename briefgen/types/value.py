"""The values of figures: a number with its written digits, a range, a share, a period.

Each has one text, the same in YAML, JSON, CSV and attributes, whatever the argument's language:
`4.0`, `12 to 18`, `12–18`, `between 12 and 18`, `12 ± 3`, `1 in 5`, `9 of 12`, `2/3`, `2016/17`,
`FY2019`, `2020-Q3`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import Struct
from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticKnownError

from briefgen.pattern import late_pattern
from briefgen.types.date import PartialDate
from briefgen.types.finding import InputError

WHOLE_DIGITS, DECIMALS = 15, 12
"""Digits of a number before and after the decimal point: none is rounded away, and no line is as
long as 1e300 written out."""

_NUMERAL = r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"


def plain_decimal(value: Decimal) -> Decimal:
    """Return a number without an exponent above zero: 405, not 4.05E+2."""
    return value.quantize(Decimal(1)) if decimals(value) == 0 else value


def decimals(value: Decimal) -> int:
    """Return the digits that a number has after its point, trailing zeros among them."""
    return max(0, -int(value.as_tuple().exponent))


def number_of(value: object) -> Decimal:
    """Return a number with the digits it was written in: 4.0 is not 4, though they are equal.

    Raises:
        InputError: too many digits.
        PydanticKnownError: no number, or one that is not finite.
    """
    match value:
        case bool():
            raise PydanticKnownError("decimal_type")
        case Decimal() if value.is_finite():
            number = value
        case int() | float():
            number = Decimal(repr(value))
        case str() if re.fullmatch(_NUMERAL, value, re.ASCII):
            number = Decimal(value)
        case str():
            raise PydanticKnownError("decimal_parsing")
        case _:
            raise PydanticKnownError("decimal_type")
    if not number.is_finite():
        raise PydanticKnownError("finite_number")
    return plain_decimal(_writable(number))


def _writable(value: Decimal) -> Decimal:
    parts = value.as_tuple()
    exponent = int(parts.exponent)
    whole, places = len(parts.digits) + exponent, -exponent
    if whole > WHOLE_DIGITS:
        message = f"has {whole} digits before the decimal point; the limit is {WHOLE_DIGITS}"
        raise InputError("number-too-long", message, "give it a scale, such as million")
    if places > DECIMALS:
        message = f"has {places} digits after the decimal point; the limit is {DECIMALS}"
        raise InputError("number-too-long", message, "round it as the article does")
    return value


RangeStyle = Literal["to", "dash", "between", "margin"]


class Range(Struct, frozen=True):
    """All between two numbers, in the way that it was written: 12 to 18, 12–18, between 12 and 18.

    With a margin it is written by what lies in the middle: 12 ± 3.

    Raises:
        InputError: the first number is not the lower one.
    """

    low: Decimal
    high: Decimal
    style: RangeStyle = "to"

    def __post_init__(self) -> None:
        if not self.low < self.high:
            message = f"is no range: {self.low} is not below {self.high}"
            raise InputError("range-order", message, "write the lower number first")

    @property
    def middle(self) -> Decimal:
        """What lies halfway between its ends, with their digits."""
        return (self.low + self.high) / 2

    @property
    def margin(self) -> Decimal:
        """How far either end lies from the middle."""
        return (self.high - self.low) / 2

    def __str__(self) -> str:
        if self.style == "margin":
            return f"{self.middle} ± {self.margin}"
        return _RANGES[self.style].format(self.low, self.high)


def range_around(middle: Decimal, margin: Decimal) -> Range:
    """Return the range that a number and its margin say.

    Raises:
        InputError: they have other numbers of decimals, so that they could not be written again.
    """
    if decimals(middle) != decimals(margin):
        message = f"{middle} ± {margin} has not as many decimals on both sides"
        hint = f"write {middle} as value and {middle - margin}–{middle + margin} as its interval"
        raise InputError("margin-digits", message, hint)
    return Range(middle - margin, middle + margin, "margin")


_RANGES: dict[RangeStyle, str] = {
    "to": "{} to {}",
    "dash": "{}–{}",
    "between": "between {} and {}",
}

ShareStyle = Literal["in", "of", "fraction"]


class Share(Struct, frozen=True):
    """So many of so many, in the way that it was written: 1 in 5, 9 of 12, two thirds.

    Raises:
        InputError: the part is larger than the whole.
    """

    part: Decimal
    whole: Decimal
    style: ShareStyle = "in"

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole or not self.whole:
            message = f"is no share: {self.part} is not within {self.whole}"
            raise InputError("share-order", message, "write the part first, then the whole")

    def __str__(self) -> str:
        joined = {"in": " in ", "of": " of ", "fraction": "/"}[self.style]
        return f"{self.part}{joined}{self.whole}"


Amount: TypeAlias = Decimal | Range | Share | PartialDate
"""The value of a figure. A period (a fiscal year, a quarter) is one that counts nothing."""

_RANGE = late_pattern(rf"({_NUMERAL})(?: to |–)({_NUMERAL})", re.ASCII)
_MARGIN = late_pattern(rf"({_NUMERAL}) ± ({_NUMERAL})", re.ASCII)
_BETWEEN = late_pattern(rf"between ({_NUMERAL}) and ({_NUMERAL})", re.ASCII)
_SHARE = late_pattern(r"([0-9.]+)( in | of |/)([0-9.]+)", re.ASCII)
_FORMS = (
    "write 4.0, 12 to 18, 12–18, 12 ± 3, between 12 and 18, 1 in 5, 9 of 12, 2/3, 2016/17,"
    " FY2019 or 2020-Q3"
)


def amount_of(value: object) -> Amount:
    """Return a value, from itself or from its text.

    Raises:
        InputError: a text that is none of those a value has, or one that contradicts itself.
        PydanticKnownError: no text, and no number either.
    """
    if isinstance(value, Range | Share | PartialDate):
        return value
    if not isinstance(value, str) or re.fullmatch(_NUMERAL, value, re.ASCII):
        return number_of(value)
    if found := _RANGE.fullmatch(value):
        style: RangeStyle = "dash" if "–" in value else "to"
        return Range(number_of(found[1]), number_of(found[2]), style)
    if found := _MARGIN.fullmatch(value):
        return range_around(number_of(found[1]), number_of(found[2]))
    if found := _BETWEEN.fullmatch(value):
        return Range(number_of(found[1]), number_of(found[2]), "between")
    found = _SHARE.fullmatch(value)
    if found and len(found[1]) < 4:  # noqa: PLR2004 - four digits are a year
        share: ShareStyle = {" in ": "in", " of ": "of"}.get(found[2], "fraction")  # type: ignore[assignment]
        return Share(number_of(found[1]), number_of(found[3]), share)
    return _period_of(value)


def _period_of(value: str) -> PartialDate:
    try:
        date = PartialDate(value)
    except InputError as error:
        if value[:2].isdigit() or value.startswith("FY"):
            raise InputError("not-a-value", f'"{value[:40]}" is no value', _FORMS) from error
        raise PydanticKnownError("decimal_parsing") from error
    return date


def numbers_of(value: Amount) -> tuple[Decimal, ...]:
    """Return the numbers that a value says; a period says none."""
    match value:
        case Decimal():
            return (value,)
        case Range(low, high):
            return low, high
        case Share(part, whole):
            return part, whole
        case PartialDate():
            return ()


def map_numbers(value: Amount, change: Callable[[Decimal], Decimal]) -> Amount:
    """Return a value with each number of it changed; of a share and a period there is none."""
    match value:
        case Decimal():
            return change(value)
        case Range(low, high, style):
            return Range(change(low), change(high), style)
        case Share() | PartialDate():
            return value


def _interval_of(value: object) -> Range:
    found = amount_of(value)
    if not isinstance(found, Range):
        message = f'"{str(value)[:40]}" is no interval'
        raise InputError("not-an-interval", message, "write its two ends: 9–15")
    return found


def _series_number_of(value: object) -> Decimal:
    if isinstance(value, str) and not re.fullmatch(_NUMERAL, value, re.ASCII):
        value = _one_number(value)
    return number_of(value)


def _one_number(value: str) -> object:
    """Return a text unchanged, or say of a range that a chart cannot draw it.

    Raises:
        InputError: a range, a share or a period.
    """
    try:
        amount_of(value)
    except PydanticKnownError:
        return value
    message = f'"{value[:40]}" is not one number, and a chart draws one for each date'
    raise InputError("not-one-number", message, "give the number, or leave the value out")


def _in_json(value: Decimal) -> int | str:
    """Return a number as JSON keeps it: a whole one as such, others as text with all digits."""
    return f"{value:f}" if decimals(value) else int(value)


def _amount_in_json(value: Amount) -> int | str:
    return _in_json(value) if isinstance(value, Decimal) else str(value)


def _schema(pattern: str) -> dict[str, Any]:
    return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^({pattern})$"}]}


Number = Annotated[
    Decimal,
    PlainValidator(number_of),
    PlainSerializer(_in_json, when_used="json"),
    WithJsonSchema(_schema(_NUMERAL)),
]
"""A number that keeps its written digits, given as a number or in quotes; a float has its repr."""

SeriesNumber = Annotated[
    Decimal,
    PlainValidator(_series_number_of),
    PlainSerializer(_in_json, when_used="json"),
    WithJsonSchema(_schema(_NUMERAL)),
]
"""One number of a series, as a chart draws it."""

_SHAPES = "|".join(
    (
        _NUMERAL,
        rf"{_NUMERAL}( to |–| ± ){_NUMERAL}",
        rf"between {_NUMERAL} and {_NUMERAL}",
        r"[0-9.]{1,3}( in | of |/)[0-9.]+",
        r"(early|mid|late)-\d{4}|\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|/\d{2}(\d{2})?)|FY\d{4}",
    )
)

Value = Annotated[
    Amount,
    PlainValidator(amount_of),
    PlainSerializer(_amount_in_json, when_used="json"),
    WithJsonSchema(_schema(_SHAPES)),
]
"""What a figure says: a number, a range, a share or a period, from itself or from its text."""

Interval = Annotated[
    Range,
    PlainValidator(_interval_of),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": f"^({_NUMERAL}( to |–){_NUMERAL})$"}),
]
"""Two numbers between which a value lies at some level of confidence."""
