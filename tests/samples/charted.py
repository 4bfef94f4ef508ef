"""The invented argument with series, and facts made for charts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.load.argument import read_argument
from briefgen.load.labels import read_labels
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact

SERIES = Path(__file__).resolve().parent.parent / "arguments" / "series.yaml"


@cache
def charted() -> Argument:
    """Return the argument with series."""
    return read_argument(SERIES)


def reader_of(argument: Argument, language: str = "", **rest: Any) -> ProseReader:
    """Return a reader of an argument's prose, in another language if one is given."""
    language = language or argument.article.language
    return ProseReader(
        Words(language, read_labels(language)),
        {fact.id: fact for fact in argument.facts},
        {},
        argument.glossary,
        {source.id: source for source in argument.sources},
        **rest,
    )


def fact(*values: tuple[str, float], **rest: Any) -> Fact:
    """Return a fact with a series of dates and values."""
    return Fact.model_validate(
        {
            "id": "wells",
            "value": values[-1][1],
            "measure": "Wells dug",
            "unit": "wells",
            "scope": "the north",
            "as_of": values[-1][0],
            "locator": "paragraph 1",
            "series": [{"date": date, "value": value} for date, value in values],
            **rest,
        }
    )


def ranged(*values: tuple[str, float, float, float], **rest: object) -> Fact:
    """Return a fact with a series of dates, values and their ends."""
    plain = [(date, value) for date, value, _, _ in values]
    series = [
        {"date": date, "value": value, "low": low, "high": high}
        for date, value, low, high in values
    ]
    return fact(*plain, **{"series": series, **rest})


def in_group(
    *series: Mapping[str, float], projected: int = 99, around: float | None = None, **rest: Any
) -> list[Fact]:
    """Return facts whose series, values by dates, are drawn in the chart of the first.

    With `around`, each value has an interval that reaches so far to either side.
    """
    names = ["wells", "pumps", "tanks", "ponds", "pipes", "taps"][: len(series)]
    found = []
    for number, (key, held) in enumerate(zip(names, series, strict=True)):
        values = [
            {"date": date, "value": value, "projected": at >= projected}
            | ({"low": value - around, "high": value + around} if around else {})
            for at, (date, value) in enumerate(held.items())
        ]
        more: dict[str, Any] = {"scope": f"{key} of the north", "series": values, **rest}
        if number == 0:
            more |= {"drawn_with": names[1:], "comparable_with": names[1:]}
        found.append(fact(*held.items(), **{**more, "id": key}))
    return found


def projected(measured: int, *values: tuple[str, float], **rest: Any) -> Fact:
    """Return a fact with a series of which so many values were measured."""
    series = [
        {"date": date, "value": value, "projected": number >= measured}
        for number, (date, value) in enumerate(values)
    ]
    return fact(*values, **{"series": series, **rest})
