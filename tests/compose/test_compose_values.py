"""Ranges, shares, periods and intervals print as the article gives them, in each language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.words import Words
from briefgen.load.labels import read_labels
from briefgen.quantities import read_quantity
from briefgen.types.fact import Fact
from briefgen.types.finding import LoadError
from briefgen.types.value import Amount, Range, RangeStyle

STYLES: tuple[RangeStyle, ...] = ("to", "dash", "between")
LANGUAGES = ("en", "fr", "de", "es", "it")
WORDS = {language: Words(language, read_labels(language)) for language in LANGUAGES}


def fact(value: object, unit: str = "%", **rest: object) -> Fact:
    data = {"id": "a", "measure": "m", "scope": "s", "as_of": "2019", "locator": "p"}
    return Fact.model_validate({**data, "value": value, "unit": unit, **rest})


def stated(language: str, value: object, unit: str = "%", **rest: object) -> str:
    return WORDS[language].stated(fact(value, unit, **rest)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "unit", "rest", "english", "french"),
    [
        ("4.0", "%", {}, "4.0%", "4,0 %"),
        ("12 to 18", "months", {}, "12 to 18", "12 à 18"),
        ("0.01–4.1", "%", {}, "0.01–4.1%", "0,01–4,1 %"),
        ("between 5 and 10", "%", {}, "between 5 and 10%", "entre 5 et 10 %"),
        ("-3 to 5", "points", {}, "−3 to 5", "−3 à 5"),
        ("1 in 5", "homes", {}, "1 in 5", "1 sur 5"),
        ("9 of 12", "states", {}, "9 of 12", "9 sur 12"),
        ("2/3", "homes", {}, "two thirds", "deux tiers"),
        ("5/6", "homes", {}, "5/6", "5/6"),
        ("2016/17", "fiscal year", {}, "2016/17", "2016/2017"),
        ("FY2019", "fiscal year", {}, "FY2019", "exercice 2019"),
        ("2020-Q3", "quarter", {}, "Q3 2020", "T3 2020"),
        ("-3.2", "points", {"qualifier": "down"}, "down 3.2", None),
        ("-3.2", "points", {"qualifier": "about"}, "about −3.2", None),
        ("5", "%", {"qualifier": "<"}, "<5%", "<5 %"),
        ("5 to 10", "USD", {"scale": "million"}, "US$5 to US$10 million", None),
        ("5–10", "EUR", {"scale": "million"}, "€5–10 million", "5–10 millions d’euros"),
        ("12 ± 3", "mm", {}, "12 ± 3", "12 ± 3"),
        ("1.50 ± 0.25", "%", {}, "1.50 ± 0.25%", "1,50 ± 0,25 %"),
        ("12 to 18", "homes", {"scale": "thousand"}, "12 to 18 thousand", "12 000 à 18 000"),
        ("12", "%", {"interval": "9–15", "confidence": 95}, "12% (95% CI 9–15)", None),
        ("12", "%", {"interval": "9–15"}, "12% (CI 9–15)", "12 % (IC : 9–15)"),
    ],
)
def test_a_value_prints_in_its_own_way(
    value: str, unit: str, rest: dict[str, object], english: str, french: str | None
) -> None:
    assert stated("en", value, unit, **rest) == english
    if french is not None:
        assert stated("fr", value, unit, **rest).replace("\u202f", " ") == french


@pytest.mark.parametrize(
    ("value", "unit", "rest", "german", "spanish"),
    [
        ("4.0", "%", {}, "4,0 %", "4,0 %"),
        ("28700", "km", {}, "28.700", "28.700"),
        ("12 to 18", "km", {}, "12 bis 18", "12 a 18"),
        ("between 5 and 10", "%", {}, "zwischen 5 und 10 %", "entre 5 y 10 %"),
        ("1 in 5", "km", {}, "1 von 5", "1 de cada 5"),
        ("2/3", "km", {}, "zwei Drittel", "dos tercios"),
        ("2016/17", "km", {}, "2016/17", "2016/2017"),
        ("FY2019", "km", {}, "Haushaltsjahr 2019", "ejercicio 2019"),
        ("2020-Q3", "km", {}, "Q3 2020", "T3 2020"),
        ("1", "EUR", {"scale": "million"}, "1 Million Euro", "1 millón de euros"),
        ("1.2", "EUR", {"scale": "million"}, "1,2 Millionen Euro", "1,2 millones de euros"),
        ("5", "USD", {"scale": "billion"}, "5 Milliarden US-Dollar", None),
        ("5", "EUR", {"scale": "billion"}, None, "5 mil millones de euros"),
        ("12", "%", {"interval": "9–15", "confidence": 95}, "12 % (95-%-KI 9–15)", None),
    ],
)
def test_a_value_prints_in_german_and_spanish(
    value: str, unit: str, rest: dict[str, object], german: str | None, spanish: str | None
) -> None:
    assert german in (None, stated("de", value, unit, **rest))
    assert spanish in (None, stated("es", value, unit, **rest))


@pytest.mark.parametrize(
    ("value", "unit", "rest", "italian"),
    [
        ("4.0", "%", {}, "4,0%"),
        ("1200", "km", {}, "1.200"),
        ("12 to 18", "km", {}, "12 a 18"),
        ("between 5 and 10", "%", {}, "tra 5 e 10%"),
        ("1 in 5", "km", {}, "1 su 5"),
        ("2/3", "km", {}, "due terzi"),
        ("2016/17", "km", {}, "2016/2017"),
        ("FY2019", "km", {}, "esercizio 2019"),
        ("1", "EUR", {"scale": "million"}, "1 milione di euro"),
        ("1.2", "EUR", {"scale": "million"}, "1,2 milioni di euro"),
        ("5", "USD", {"scale": "billion"}, "5 miliardi di dollari statunitensi"),
        ("1.3", "EUR", {"scale": "trillion"}, "1,3 mila miliardi di euro"),
        ("405000", "EUR", {}, "405.000 euro"),
        ("12", "%", {"interval": "9–15", "confidence": 95}, "12% (IC al 95%: 9–15)"),
    ],
)
def test_a_value_prints_in_italian(
    value: str, unit: str, rest: dict[str, object], italian: str
) -> None:
    assert stated("it", value, unit, **rest) == italian


def test_a_fraction_takes_no_noun_in_a_list() -> None:
    assert WORDS["en"].counted(fact("2/3", "homes")) == "two thirds"
    assert WORDS["en"].counted(fact("1 in 5", "homes")) == "1 in 5 homes"


def test_a_table_says_what_is_counted_and_no_noun_of_a_period() -> None:
    assert WORDS["en"].counted(fact("12 to 18", "months")) == "12 to 18 months"
    assert WORDS["en"].counted(fact("2016/17", "fiscal year")) == "2016/17"


NUMBERS = st.decimals(
    Decimal("0.01"), Decimal(999), allow_nan=False, allow_infinity=False, places=2
) | st.integers(1, 999_999_999).map(Decimal)


def values() -> st.SearchStrategy[Amount]:
    ends = st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] < pair[1])
    styles = st.sampled_from(STYLES)
    ranges = st.builds(lambda pair, style: Range(pair[0], pair[1], style), ends, styles)
    return NUMBERS | NUMBERS.map(lambda number: -number) | ranges


@given(values(), st.sampled_from(LANGUAGES), st.sampled_from(["%", "EUR", "km"]))
def test_what_is_printed_is_read_again(value: Amount, language: str, unit: str) -> None:
    words = WORDS[language]
    text = words.stated(fact(value, unit))
    text = text if unit != "km" else f"{text}\u00a0km"
    read = read_quantity(text, language)
    assert read.unit == unit
    assert read.value == value


@pytest.mark.parametrize("value", ["12 to 18", "12–18", "1 in 5", "2/3", "2016/17", "4.0"])
def test_a_value_survives_json(value: str) -> None:
    made = fact(value)
    assert str(made.value) == value
    assert Fact.model_validate_json(made.model_dump_json()) == made
    assert Fact.model_validate(made.model_dump()) == made


@pytest.mark.parametrize(
    ("value", "code"),
    [("18 to 12", "range-order"), ("6 of 5", "share-order"), ("2016/19", "not-a-value")],
)
def test_a_value_that_contradicts_itself_is_refused(value: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        fact(value)
    assert [(each.path, each.code) for each in caught.value.findings] == [(("value",), code)]


def test_a_chart_has_one_number_for_each_date() -> None:
    with pytest.raises(LoadError) as caught:
        fact("5", series=[{"date": "2018", "value": "4 to 6"}, {"date": "2019", "value": 5}])
    (finding,) = caught.value.findings
    assert (finding.path, finding.code) == (("series", 0, "value"), "not-one-number")


def test_an_interval_has_two_ends() -> None:
    with pytest.raises(LoadError) as caught:
        fact("5", interval="9")
    assert [each.code for each in caught.value.findings] == ["not-an-interval"]


def test_what_the_article_does_not_give_is_not_asked_for_and_not_printed() -> None:
    given = {"id": "b", "value": 5, "unit": "homes", "measure": "homes lost"}
    made = Fact.model_validate(given)
    assert (made.scope, made.as_of, made.locator) == (None, None, None)
    assert WORDS["en"].counted(made) == "5 homes"
