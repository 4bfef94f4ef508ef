"""Figures as they are read from words: what they say, and where they stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from briefgen.pattern import late_pattern
from briefgen.types.value import Amount, Range

Scale: TypeAlias = Literal[
    "thousand", "lakh", "million", "crore", "billion", "trillion", "lakh crore"
]
"""Scales of a number, by their English names in the short scale: a French milliard is a billion."""

CURRENCY_CODE = late_pattern(r"[A-Z]{3}")
"""A unit that is the code of a currency (ISO 4217)."""


class Quantity(Struct, frozen=True):
    """A figure in a text.

    Between `start` and `end` stands what a reference to its fact prints: qualifier, number, scale,
    and the unit where that belongs to the number (a currency, %). `unit` is an ISO 4217 code, "%"
    or a noun as it stands in the text, behind `end` and up to `unit_end`. `interval` is a
    confidence interval, and `confidence` its level in percent, where that is given; `stop` is
    where all of the figure ends, such as an interval after the noun. `words` says that the number
    is written in words, and `codes` are the currencies that its sign may mean, where it may mean
    several.
    """

    start: int
    end: int
    unit_end: int
    stop: int
    value: Amount
    qualifier: str | None = None
    scale: Scale | None = None
    unit: str | None = None
    interval: Range | None = None
    confidence: Decimal | None = None
    words: bool = False
    codes: tuple[str, ...] = ()

    def replaced(self, text: str, reference: str) -> str:
        """Return the text with a reference to the fact in place of what that prints."""
        return f"{text[: self.start]}{reference}{text[self.end : self.unit_end]}{text[self.stop :]}"


class Ambiguity(Struct, frozen=True):
    """A figure in a text that reads in several ways, and the attribute that decides.

    `undecided` is all else that is read of it, with the first reading.
    """

    start: int
    end: int
    readings: tuple[str, ...]
    attribute: Literal["value", "unit"]
    undecided: Quantity


Found: TypeAlias = Quantity | Ambiguity
