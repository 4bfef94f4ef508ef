"""The values of figures: a number with its written digits, a range, a share, a period.

Each is written in one way, whatever the language: `4.0`, `12 to 18`, `12–18`, `between 12 and 18`,
`1 in 5`, `9 of 12`, `2/3`, `2016/17`, `FY2019`, `2020-Q3`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from msgspec import Struct
from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticKnownError

from briefgen.types.date import PartialDate
from briefgen.types.input_error import InputError

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


RangeStyle = Literal["to", "dash", "between"]


class Range(Struct, frozen=True):
    """All between two numbers, in the way that it was written: 12 to 18, 12–18, between 12 and 18.

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

    def __str__(self) -> str:
        return _RANGES[self.style].format(self.low, self.high)


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


def _in_json(value: Decimal) -> int | str:
    """Return a number as JSON keeps it: a whole one as such, others as text with all digits."""
    return str(value) if decimals(value) else int(value)


Number = Annotated[
    Decimal,
    PlainValidator(number_of),
    PlainSerializer(_in_json, when_used="json"),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_NUMERAL}$"}]}),
]
"""A number that keeps its written digits, given as a number or in quotes; a float has its repr."""
