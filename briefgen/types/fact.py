"""Typed figures: a number has a noun, a scope and a date."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticKnownError

from briefgen.types.base import Frozen, Id, Line, ProseLine
from briefgen.types.date import PartialDate
from briefgen.types.input_error import InputError

WHOLE_DIGITS, DECIMALS = 15, 12
"""Digits of a number before and after the decimal point: none is rounded away, and no line is as
long as 1e300 written out."""


LEAST_VALUES = 2
"""One value alone is a figure and no series."""

_NUMERAL = r"^[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?$"


def _as_written(value: object) -> Decimal:
    """Return a number with the digits it was written in: 4.0 is not 4, though they are equal."""
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


def plain_decimal(value: Decimal) -> Decimal:
    """Return a number without an exponent above zero: 405, not 4.05E+2."""
    return value.quantize(Decimal(1)) if decimals(value) == 0 else value


def decimals(value: Decimal) -> int:
    """Return the digits that a number has after its point, trailing zeros among them."""
    return max(0, -int(value.as_tuple().exponent))


def _writable(value: Decimal) -> Decimal:
    parts = value.as_tuple()
    exponent = int(parts.exponent)
    whole, decimals = len(parts.digits) + exponent, -exponent
    if whole > WHOLE_DIGITS:
        message = f"has {whole} digits before the decimal point; the limit is {WHOLE_DIGITS}"
        raise InputError("number-too-long", message, "give it a scale, such as million")
    if decimals > DECIMALS:
        message = f"has {decimals} digits after the decimal point; the limit is {DECIMALS}"
        raise InputError("number-too-long", message, "round it as the article does")
    return value


def _in_json(value: Decimal) -> int | str:
    """Return a number as JSON keeps it: a whole one as such, others as text with all digits."""
    return str(value) if decimals(value) else int(value)


Value = Annotated[
    Decimal,
    PlainValidator(_as_written),
    PlainSerializer(_in_json, when_used="json"),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": _NUMERAL}]}),
]
"""A number that keeps its written digits, given as a number or in quotes; a float has its repr."""

Qualifier = Annotated[Line, Field(max_length=40)]


class SeriesValue(Frozen):
    """One value of a series that may be drawn as a chart."""

    date: PartialDate = Field(description="When the value was measured.")
    value: Value = Field(description="The value, in the fact's unit and scale.")


class Fact(Frozen):
    """One figure of the article. Prose refers to it by id, so that no number is typed twice."""

    id: Id
    value: Value = Field(description="The number itself, without unit or scale.")
    measure: ProseLine = Field(description="What is measured, as a noun phrase.")
    unit: Line = Field(
        description='ISO 4217 code (USD), "%" or a noun (people), which prose must say itself.'
    )
    scale: Literal["thousand", "million", "billion", "trillion"] | None = Field(
        None, description="Scale of the value: 405 with scale million is 405 million."
    )
    scope: ProseLine = Field(description="Of whom or what, and where.")
    as_of: PartialDate = Field(description="Date at which the value holds.")
    shelf_life_months: int | None = Field(
        None,
        ge=1,
        le=1200,
        strict=True,
        description="Months for which the value is current; empty: for ever.",
    )
    qualifier: Qualifier | None = Field(
        None, description='Words before the number that must not be lost, such as "slightly over".'
    )
    label: Annotated[ProseLine, Field(max_length=90)] | None = Field(
        None, description="Short label under a key figure: noun, scope and date."
    )
    priority: int | None = Field(
        None,
        ge=1,
        le=5,
        strict=True,
        description="Rank as a key figure; without it, never shown as one.",
    )
    listed: bool = Field(
        True,
        strict=True,
        description="False for a number that is no figure to list, such as two decades of change.",
    )
    comparable_with: tuple[Id, ...] = Field((), description="Facts it may be compared with.")
    sources: tuple[Id, ...] = Field((), description="Sources that the article gives for it.")
    locator: Line = Field(description="Where in the article it stands.")
    series: tuple[SeriesValue, ...] = Field(
        (), description="Values over time. Only what is comparable makes a series."
    )

    @property
    def has_chart(self) -> bool:
        """Whether it has values that can be drawn: at two dates at least."""
        return len({held.date.middle for held in self.series}) >= LEAST_VALUES
