"""Figures of a sentence: number, scale, unit and qualifier, and what is no figure."""

from __future__ import annotations

import pytest
from samples.clock import LINEAR, power

from briefgen.quantities import find_quantities
from briefgen.types.fact import Ambiguity, Quantity

Read = tuple[str, str | None, str | None, str | None]
"""Value, scale, unit and qualifier."""


def read(text: str, language: str = "en") -> list[Read]:
    found = find_quantities(text, language)
    assert all(isinstance(each, Quantity) for each in found), found
    return [
        (str(each.value), each.scale, each.unit, each.qualifier)
        for each in found
        if isinstance(each, Quantity)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It had slightly over 16,400 members.", ("16400", None, "members", "slightly over")),
        ("Links were worth US$405 million.", ("405", "million", "USD", None)),
        ("Over €1.5bn was paid.", ("1.5", "billion", "EUR", "Over")),
        ("A share of 4.0 % remained.", ("4.0", None, "%", None)),
        ("It takes 12 to 18 months.", ("12 to 18", None, "months", None)),
        ("It was between 6% and 8% of all.", ("between 6 and 8", None, "%", None)),
        ("Some 1 in 5 homes are at risk.", ("1 in 5", None, "homes", "Some")),
        ("The mean was 9.9°C that year.", ("9.9", None, "°C", None)),
        ("Three Chinese peacekeepers were hurt.", ("3", None, "peacekeepers", None)),
        ("An estimated 7,000 properties flooded.", ("7000", None, "properties", "An estimated")),
        ("Emissions fell to 5 kg/ha there.", ("5", None, "kg/ha", None)),
        ("It is set at 138g/km there.", ("138", None, "g/km", None)),
        ("At around £11,600, a pump is dear.", ("11600", None, "GBP", "around")),
        ("It spent R5 million on roads.", ("5", "million", "ZAR", None)),
        ("It costs R12 a day.", ("12", None, "ZAR", None)),
    ],
)
def test_a_figure_is_read_with_its_words(text: str, expected: Read) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le rapport compte 725 pages.", ("725", None, "pages", None)),
        ("Le déficit atteint 17,2 milliards d’euros.", ("17.2", "billion", "EUR", None)),
        ("Près de 60 rapporteurs y travaillent.", ("60", None, "rapporteurs", "Près de")),
        ("Il représente 3 % du PIB.", ("3", None, "%", None)),
        ("On compte 1 200 communes.", ("1200", None, "communes", None)),
    ],
)
def test_a_figure_is_read_in_french(text: str, expected: Read) -> None:
    assert read(text, "fr") == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Das kostet 17,2 Milliarden Euro.", ("17.2", "billion", "EUR", None)),
        ("de", "Etwa 1.200 Gemeinden zahlen.", ("1200", None, "Gemeinden", "Etwa")),
        ("de", "Es waren zwischen 6 und 8 Prozent.", ("between 6 and 8", None, "%", None)),
        ("de", "Drei Soldaten starben.", ("3", None, "Soldaten", None)),
        ("es", "Costó 17,2 mil millones de euros.", ("17.2", "billion", "EUR", None)),
        ("es", "Son casi el 3 % de los hogares.", ("3", None, "%", "casi el")),
        ("es", "Tarda de 12 a 18 meses.", ("12 to 18", None, "meses", None)),
    ],
)
def test_a_figure_is_read_in_german_and_spanish(language: str, text: str, expected: Read) -> None:
    assert read(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 15. Mai 2019 trat Artikel 5 in Kraft."),
        ("es", "El 15 de mayo de 2019 entró en vigor el artículo 5."),
    ],
)
def test_dates_and_names_are_no_figures_in_other_languages(language: str, text: str) -> None:
    assert find_quantities(text, language) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It was set up in 2011.",
        "On 15 May 2019, the board met.",
        "Resolution 2100 and the G5 are names.",
        "The release of R1 and of R2 models was early.",
        "The 21st century began.",
        "One might think so.",
        "See page 14 and Table 3.",
        "Read https://www.example.org/2019/405 first.",
    ],
)
def test_dates_names_and_ordinals_are_no_figures(text: str) -> None:
    assert find_quantities(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "readings", "attribute"),
    [
        ("It cost $405 million.", ("USD", "CAD", "AUD"), "unit"),
        ("It rose in 2015–16.", None, "value"),
    ],
)
def test_what_reads_two_ways_says_so(
    text: str, readings: tuple[str, ...] | None, attribute: str
) -> None:
    (found,) = find_quantities(text, "en")
    assert isinstance(found, Ambiguity)
    assert found.attribute == attribute
    assert len(found.readings) >= 2
    assert readings is None or found.readings == readings


def test_a_language_without_words_has_no_figures() -> None:
    assert find_quantities("Es sind 405 Millionen.", "xx") == ()


@pytest.mark.parametrize("piece", ["405 ", "US$4.5 million to ", "1,", "two and ", "-", "over "])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert power(lambda times: find_quantities(piece * times, "en"), 1_000, 8_000) < LINEAR


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It fell to 1\u20444 of it.", "1/4", None),
        ("It is \u215d of them.", "5/8", None),
        ("It takes 4¾ hours.", "4.75", "hours"),
        ("It takes 2 1/2 years.", "2.5", "years"),
        ("It takes 2½ to 3½ years.", "2.5 to 3.5", "years"),
        ("At 1/10th the cost of it.", "1/10", None),
        ("A mile is $2 1/2 there.", None, None),
        ("Some 2\u2153 of these.", None, None),
    ],
)
def test_fractions_are_read_whole(text: str, value: str | None, unit: str | None) -> None:
    (found,) = find_quantities(text, "en")
    assert isinstance(found, Ambiguity) == (value is None)
    assert isinstance(found, Ambiguity) or (str(found.value), found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 5 × 10⁶ and 10⁶, as the words say” (123), and Moss (2011), 623)."),
        ("en", "Call (802) 266-0301, or 866-376-2463."),
        ("en", "Subclause 3.2, R.A. 9003, Steps 1 and 2, Pillar 2 and Work Package 3 say so."),
        ("en", "A third party and a third option are there, see Fig 1 and Function 2."),
        ("fr", "Voir le Graphique 2, la note N° 3, le rang 1 et l’axe 2."),
        ("de", "In einer bio-basierten Welt, in Klasse 5 und Handlungsfeld 3."),
        ("es", "Ver Tabla N° 1, Gráfico N°2 y la semana epidemiológica 43."),
        ("it", "Si veda il Grafico 3, N° 4 e l’Opzione 2."),
    ],
)
def test_numbers_that_name_are_no_figures(language: str, text: str) -> None:
    assert find_quantities(text, language) == ()


def test_a_quarter_of_a_million_is_no_quarter() -> None:
    assert find_quantities("A storm left a quarter million people without power.", "en") == ()
