"""Typed figures: a number has a noun, a scope and a date."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictFloat, StrictInt

from briefgen.types.base import Frozen, Id, Line
from briefgen.types.date import PartialDate
from briefgen.types.refusal import Refusal

WHOLE_DIGITS, DECIMALS = 15, 12
"""Digits of a number before and after the decimal point: none is rounded away, and no line is as
long as 1e300 written out."""


def _writable(value: float) -> int | float:
    parts = Decimal(repr(value)).normalize().as_tuple()
    exponent = int(parts.exponent)
    whole, decimals = len(parts.digits) + exponent, -exponent
    if whole > WHOLE_DIGITS:
        message = f"has {whole} digits before the decimal point; the limit is {WHOLE_DIGITS}"
        raise Refusal("number-too-long", message, "give it a scale, such as million")
    if decimals > DECIMALS:
        message = f"has {decimals} digits after the decimal point; the limit is {DECIMALS}"
        raise Refusal("number-too-long", message, "round it as the article does")
    return value


Value = Annotated[StrictInt | StrictFloat, AfterValidator(_writable)]

Qualifier = Annotated[Line, Field(max_length=40)]


class SeriesValue(Frozen):
    """One value of a series that may be drawn as a chart."""

    date: PartialDate = Field(description="When the value was measured.")
    value: Value = Field(description="The value, in the fact's unit and scale.")


class Fact(Frozen):
    """One figure of the article. Prose refers to it by id, so nobody types a number twice."""

    id: Id
    value: Value = Field(description="The number itself, without unit or scale.")
    measure: Line = Field(description="What is measured, as a noun phrase.")
    unit: Line = Field(
        description='ISO 4217 code (USD), "%" or a noun (people), which prose must say itself.'
    )
    scale: Literal["thousand", "million", "billion", "trillion"] | None = Field(
        None, description="Scale of the value: 405 with scale million is 405 million."
    )
    scope: Line = Field(description="Of whom or what, and where.")
    as_of: PartialDate = Field(description="Date at which the value holds.")
    shelf_life_months: int | None = Field(
        None,
        ge=1,
        le=1200,
        strict=True,
        description="Months for which the value can be told as current; empty: for ever.",
    )
    qualifier: Qualifier | None = Field(
        None, description='Words before the number that must not be lost, such as "slightly over".'
    )
    label: Annotated[Line, Field(max_length=90)] | None = Field(
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
    place: Line = Field(description="Where in the article it stands.")
    series: tuple[SeriesValue, ...] = Field(
        (), description="Values over time. Only what is comparable makes a series."
    )
