"""A span is one figure: what is read of it, and what is refused with the attribute that decides."""

from __future__ import annotations

import pytest

from briefgen.quantities import read_quantity
from briefgen.types.fact import Quantity
from briefgen.types.finding import InputError

TABLE = [
    # language, span, value, scale, unit, qualifier, what a fact prints of it
    ("en", "about 680 tonnes", "680", None, "tonnes", "about", "about 680"),
    ("en", "US$405 million", "405", "million", "USD", None, "US$405 million"),
    ("en", "between 4,500 to 4,800", "between 4500 and 4800", None, None, None, None),
    ("en", "between 700 and 800m2", "between 700 and 800", None, "m2", None, "between 700 and 800"),
    ("en", "fell in 2020 to 5,000", "5000", None, None, None, "5,000"),
    ("en", "1800 to 2500 calories", "1800 to 2500", None, "calories", None, "1800 to 2500"),
    ("en", "5,400 arrivals a quarter", "5400", None, "arrivals", None, "5,400"),
    ("en", "a quarter of firms", "1/4", None, None, None, "a quarter"),
    ("en", "4.0 %", "4.0", None, "%", None, "4.0 %"),
    ("en", "0.01–4.1 %", "0.01–4.1", None, "%", None, "0.01–4.1 %"),
    ("en", "between 5% and 10%", "between 5 and 10", None, "%", None, "between 5% and 10%"),
    ("en", "from 12 to 18 months", "12 to 18", None, "months", None, "12 to 18"),
    ("en", "1 in 5", "1 in 5", None, None, None, "1 in 5"),
    ("en", "two thirds of firms", "2/3", None, None, None, "two thirds"),
    ("en", "half a million people", "0.5", "million", "people", None, "half a million"),
    ("en", "2016/17", "2016/17", None, None, None, "2016/17"),
    ("en", "financial year 2016–17", "2016/17", None, None, None, "financial year 2016–17"),
    ("en", "Q3 2020", "2020-Q3", None, None, None, "Q3 2020"),
    ("en", "−3.2 points", "-3.2", None, "points", None, "−3.2"),
    ("en", "down 3.2 points", "-3.2", None, "points", "down", "down 3.2"),
    ("en", "<5%", "5", None, "%", "<", "<5%"),
    ("en", "the less than 10 per cent", "10", None, "%", "less than", "less than 10 per cent"),
    ("en", "Session 2006–07", "2006/07", None, None, None, "Session 2006–07"),
    ("en", "12 ± 3 mm of rain", "12 ± 3", None, "mm", None, "12 ± 3"),
    ("en", "US$12.5 ± 0.5 million", "12.5 ± 0.5", "million", "USD", None, "US$12.5 ± 0.5 million"),
    ("de", "1,5 ± 0,2 Grad", "1.5 ± 0.2", None, "Grad", None, "1,5 ± 0,2"),
    ("en", "₹15 crore", "15", "crore", "INR", None, "₹15 crore"),
    ("en", "₹2.5 lakh crore", "2.5", "lakh crore", "INR", None, "₹2.5 lakh crore"),
    ("fr", "les deux d’entre eux", "2", None, None, None, "deux"),
    ("de", "rund 13,8 Millionen neue Pkw", "13.8", "million", "Pkw", "rund", "rund 13,8 Millionen"),
    ("es", "26 902 443 viviendas", "26902443", None, "viviendas", None, "26 902 443"),
    ("fr", "environ 16 400 personnes", "16400", None, "personnes", "environ", "environ 16 400"),
    ("fr", "au moins 4,0 %", "4.0", None, "%", "au moins", "au moins 4,0 %"),
    ("fr", "moins 4,0 %", "-4.0", None, "%", None, "moins 4,0 %"),
    ("fr", "2,4 milliards d’euros", "2.4", "billion", "EUR", None, "2,4 milliards d’euros"),
    ("fr", "un délai de 12 à 18 mois", "12 to 18", None, "mois", None, "12 à 18"),
    ("fr", "deux tiers", "2/3", None, None, None, "deux tiers"),
    ("fr", "exercice 2019", "FY2019", None, None, None, "exercice 2019"),
    ("de", "rund 1.200 Menschen", "1200", None, "Menschen", "rund", "rund 1.200"),
    ("de", "3,2 Mrd. Euro", "3.2", "billion", "EUR", None, "3,2 Mrd. Euro"),
    ("de", "1.234.567 Euro", "1234567", None, "EUR", None, "1.234.567 Euro"),
    ("de", "zwischen 5 und 10 Prozent", "between 5 and 10", None, "%", None, None),
    ("de", "einundzwanzig Länder", "21", None, "Länder", None, "einundzwanzig"),
    ("de", "minus 3,2 Punkte", "-3.2", None, "Punkte", None, "minus 3,2"),
    ("es", "unas 680 toneladas", "680", None, "toneladas", "unas", "unas 680"),
    ("es", "2.500 millones de euros", "2500", "million", "EUR", None, None),
    ("es", "uno de cada cinco", "1 in 5", None, None, None, "uno de cada cinco"),
    ("es", "al menos 4,0 %", "4.0", None, "%", "al menos", "al menos 4,0 %"),
    ("es", "tercer trimestre de 2020", "2020-Q3", None, None, None, None),
    ("es", "una caída del 4 %", "-4", None, "%", "caída del", "caída del 4 %"),
    ("es", "entre el 5 y el 10 %", "between 5 and 10", None, "%", None, None),
    ("fr", "un sur cinq", "1 in 5", None, None, None, None),
    ("it", "26.902.443 abitazioni", "26902443", None, "abitazioni", None, "26.902.443"),
    ("it", "almeno il 4,0%", "4.0", None, "%", "almeno il", None),
    ("it", "tra il 5 e il 10%", "between 5 and 10", None, "%", None, None),
    ("it", "da 12 a 18 mesi", "12 to 18", None, "mesi", None, "12 a 18"),
    ("it", "ventitré paesi", "23", None, "paesi", None, "ventitré"),
    ("it", "circa 12mila imprese", "12", "thousand", "imprese", "circa", "circa 12mila"),
    ("it", "mezzo milione di persone", "0.5", "million", "persone", None, "mezzo milione"),
    ("it", "405 mln di euro", "405", "million", "EUR", None, None),
    ("it", "1,3 mila miliardi di euro", "1.3", "trillion", "EUR", None, None),
    ("it", "uno su cinque", "1 in 5", None, None, None, None),
    ("it", "un calo del 4%", "-4", None, "%", "calo del", "calo del 4%"),
    ("it", "terzo trimestre del 2020", "2020-Q3", None, None, None, None),
]


@pytest.mark.parametrize(
    ("language", "span", "value", "scale", "unit", "qualifier", "printed"), TABLE
)
def test_a_span_is_read_as_one_figure(
    language: str,
    span: str,
    value: str,
    scale: str | None,
    unit: str | None,
    qualifier: str | None,
    printed: str | None,
) -> None:
    read = read_quantity(span, language)
    assert (str(read.value), read.scale, read.unit, read.qualifier) == (
        value,
        scale,
        unit,
        qualifier,
    )
    assert span[read.start : read.end] == (printed or span)


@pytest.mark.parametrize(
    ("language", "span"),
    [
        ("en", "12 % (95 % CI 9–15)"),
        ("fr", "12 % (IC à 95 % : 9–15)"),
        ("de", "12 % (95-%-KI 9–15)"),
        ("es", "12 % (IC del 95 %: 9–15)"),
        ("it", "12% (IC al 95%: 9–15)"),
    ],
)
def test_a_confidence_interval_belongs_to_its_figure(language: str, span: str) -> None:
    read = read_quantity(span, language)
    assert (str(read.value), str(read.interval), str(read.confidence)) == ("12", "9–15", "95")
    assert (read.start, read.stop) == (0, len(span))


def test_an_interval_behind_a_noun_leaves_the_noun_to_the_prose() -> None:
    span = "12 cases (95% CI 9 to 15)"
    read = read_quantity(span, "en")
    assert read.unit == "cases"
    assert read.replaced(span, "[#cases]") == "[#cases] cases"


@pytest.mark.parametrize("span", ["400+ farms", "90+ %", "1,200+"])
def test_a_plus_behind_a_number_is_asked_for_in_words(span: str) -> None:
    with pytest.raises(InputError, match=r"at least .* or as more than") as caught:
        read_quantity(span, "en")
    assert caught.value.code == "quantity-ambiguous"


@pytest.mark.parametrize(
    ("language", "span", "decided", "readings", "reads"),
    [
        ("en", "$405", {"unit": "USD"}, ("USD", "CAD"), "405"),
        ("en", "1.200", {"value": "1200"}, ("1200", "1.200"), "1200"),
        ("fr", "1.200", {"value": "1200"}, ("1200", "1.200"), "1200"),
        ("de", "1,200", {"value": "1.200"}, ("1200", "1.200"), "1.200"),
        ("en", "2015–16", {"value": "2015/16"}, ("fiscal year", "years 2015 to 2016"), "2015/16"),
        ("en", "5/6", {"value": "5/6"}, ("share", "date"), "5/6"),
    ],
)
def test_what_reads_two_ways_names_both_and_the_attribute_that_decides(
    language: str, span: str, decided: dict[str, str], readings: tuple[str, ...], reads: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_quantity(span, language)
    assert caught.value.code == "quantity-ambiguous"
    assert all(reading in str(caught.value) for reading in readings)
    (attribute,) = decided
    assert attribute in caught.value.hint
    assert str(read_quantity(span, language, **decided).value) == reads


def test_an_amount_that_is_unclear_twice_keeps_no_currency_that_nobody_gave() -> None:
    assert read_quantity("$1.200", "en", value="1200").unit is None


@pytest.mark.parametrize("span", ["half", "about half", "about half of the cars"])
def test_a_half_is_a_share_where_it_is_marked_by_itself(span: str) -> None:
    assert str(read_quantity(span, "en").value) == "1/2"


@pytest.mark.parametrize(
    ("span", "language", "code"),
    [
        ("the 1,000,000th visitor", "en", "quantity-missing"),
        ("many people", "en", "quantity-missing"),
        ("a third summons", "en", "quantity-missing"),
        ("in 2019", "en", "quantity-missing"),
        ("im Fit-for-55-Paket", "de", "quantity-missing"),
        ("siehe Erwägungsgrund 6", "de", "quantity-missing"),
        ("5 and 6", "en", "quantity-several"),
        ("405 Millionen", "xx", "quantity-language"),
        ("5 " * 300, "en", "quantity-missing"),
    ],
)
def test_what_is_not_one_figure_is_refused(span: str, language: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_quantity(span, language)
    assert caught.value.code == code
    assert caught.value.hint


def test_a_value_that_is_none_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_quantity("1.200", "en", value="about 5")
    assert caught.value.code == "not-a-value"


def test_words_beside_the_figure_are_no_part_of_it() -> None:
    read = read_quantity("the 680 tonnes of it", "en")
    assert isinstance(read, Quantity)
    assert read.replaced("the 680 tonnes of it", "[#t]") == "the [#t] tonnes of it"


def test_the_years_of_a_turn_of_the_century_are_named_in_full() -> None:
    with pytest.raises(InputError) as caught:
        read_quantity("1999–00", "en")
    assert "the years 1999 to 2000" in str(caught.value)


def test_a_programme_and_its_number_are_a_name() -> None:
    with pytest.raises(InputError) as caught:
        read_quantity("le programme 117", "fr")
    assert caught.value.code == "quantity-missing"
