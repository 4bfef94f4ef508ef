"""Numbers, dates and marks as French writes them."""

from __future__ import annotations

import pytest

from briefgen.compose.prose import Reader
from briefgen.compose.words import Words
from briefgen.load.labels import read_labels
from briefgen.types.date import PartialDate
from briefgen.types.fact import Fact
from briefgen.types.prose import text_of

FRENCH = Words("fr", read_labels("fr"))
ENGLISH = Words("en-GB", read_labels("en-GB"))


def fact(value: float, unit: str = "puits", **rest: object) -> Fact:
    given = {"id": "a", "measure": "m", "scope": "s", "as_of": "2019", "place": "p"}
    return Fact.model_validate(given | {"value": value, "unit": unit} | rest)


@pytest.mark.parametrize(
    ("date", "french", "english"),
    [
        ("2019-05-15", "15 mai 2019", "15 May 2019"),
        ("2019-05-01", "1er mai 2019", "1 May 2019"),
        ("2019-05-11", "11 mai 2019", "11 May 2019"),
        ("2019-05", "mai 2019", "May 2019"),
        ("2019", "2019", "2019"),
        ("early-2019", "début 2019", "early 2019"),
        ("mid-2019", "mi-2019", "mid-2019"),
        ("late-2019", "fin 2019", "late 2019"),
    ],
)
def test_dates(date: str, french: str, english: str) -> None:
    assert FRENCH.date(PartialDate(date)) == french
    assert ENGLISH.date(PartialDate(date)) == english


@pytest.mark.parametrize(
    ("made", "french", "english"),
    [
        (fact(16400), "16\u202f400", "16,400"),
        (fact(0.52), "0,52", "0.52"),
        (fact(95, "%"), "95\u00a0%", "95%"),
        (
            fact(405, "USD", scale="million"),
            "405\u00a0millions\u00a0$US",
            "US$405\u00a0million",
        ),
        (fact(1.2, "EUR", scale="million"), "1,2\u00a0million\u00a0€", "€1.2\u00a0million"),
        (fact(2, scale="billion"), "2\u00a0milliards", "2\u00a0billion"),
        (fact(1, scale="trillion"), "1\u00a0billion", "1\u00a0trillion"),
    ],
)
def test_amounts(made: Fact, french: str, english: str) -> None:
    assert FRENCH.amount(made) == french
    assert ENGLISH.amount(made) == english


def test_straight_quotation_marks_become_guillemets() -> None:
    reader = Reader(FRENCH, {}, {}, ())
    assert text_of(reader.read('Un "puits" de plus')) == "Un «\u202fpuits\u202f» de plus"
