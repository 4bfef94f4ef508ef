"""Numbers, dates and marks as French writes them."""

from __future__ import annotations

import pytest
from samples.small import SMALL

from briefgen.compose.figures import key_figures
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.load.labels import read_labels
from briefgen.types.argument import Argument
from briefgen.types.block import KeyFigures, Origin
from briefgen.types.date import PartialDate
from briefgen.types.fact import Fact
from briefgen.types.prose import text_of

FRENCH = Words("fr", read_labels("fr"))
ENGLISH = Words("en-GB", read_labels("en-GB"))
GERMAN = Words("de", read_labels("de"))


def fact(value: float, unit: str = "puits", **rest: object) -> Fact:
    given = {"id": "a", "measure": "m", "scope": "s", "as_of": "2019", "locator": "p"}
    return Fact.model_validate(given | {"value": value, "unit": unit} | rest)


@pytest.mark.parametrize(
    ("date", "french", "english"),
    [
        ("2019-05-15", "15\u00a0mai 2019", "15\u00a0May 2019"),
        ("2019-05-01", "1er\u00a0mai 2019", "1\u00a0May 2019"),
        ("2019-05-11", "11\u00a0mai 2019", "11\u00a0May 2019"),
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
            "405\u00a0millions de dollars américains",
            "US$405\u00a0million",
        ),
        (fact(1.2, "EUR", scale="million"), "1,2\u00a0million d’euros", "€1.2\u00a0million"),
        (fact(1250, "EUR"), "1\u202f250\u00a0€", "€1,250"),
        (
            fact(-1.25, "EUR", scale="billion"),
            "−1,25\u00a0milliard d’euros",
            "−€1.25\u00a0billion",
        ),
        (fact(1.5, "EUR"), "1,50\u00a0€", "€1.50"),
        (fact(1.525, "EUR"), "1,525\u00a0€", "€1.525"),
        (fact(12.5, "EUR", scale="thousand"), "12\u202f500\u00a0€", "€12.5\u00a0thousand"),
        (fact(3, scale="thousand"), "3\u202f000", "3\u00a0thousand"),
        (fact(1.5, scale="lakh"), "150\u202f000", "1.5\u00a0lakh"),
        (fact(2, scale="crore"), "20\u202f000\u202f000", "2\u00a0crore"),
        (fact(4, "AUD", scale="million"), "4\u00a0millions\u00a0AUD", "AUD\u00a04\u00a0million"),
        (fact(2, scale="billion"), "2\u00a0milliards", "2\u00a0billion"),
        (fact(1, scale="trillion"), "1\u00a0billion", "1\u00a0trillion"),
    ],
)
def test_amounts(made: Fact, french: str, english: str) -> None:
    assert FRENCH.amount(made) == french
    assert ENGLISH.amount(made) == english


@pytest.mark.parametrize(
    ("made", "french", "english"),
    [
        (fact(1.25, "EUR", scale="million"), "1,25\u00a0M€", "€1.25\u00a0million"),
        (fact(405, "CHF", scale="million"), "405\u00a0M\u00a0CHF", "CHF\u00a0405\u00a0million"),
        (fact(-2, "USD", scale="billion"), "−2\u00a0Md$US", "−US$2\u00a0billion"),
        (fact(2, scale="million"), "2\u00a0millions", "2\u00a0million"),
        (fact(2, "EUR", scale="trillion"), "2\u00a0billions d’euros", "€2\u00a0trillion"),
        (fact(1250, "EUR"), "1\u202f250\u00a0€", "€1,250"),
    ],
)
def test_large_figures_and_axes_have_the_short_form(made: Fact, french: str, english: str) -> None:
    assert FRENCH.amount(made, compact=True) == french
    assert ENGLISH.amount(made, compact=True) == english


def test_a_scale_that_the_language_lacks_is_written_out_for_every_value_of_a_series() -> None:
    series = [{"date": "2018", "value": 1.1}, {"date": "2019", "value": 12.5}]
    written = FRENCH.in_scale(fact(12.5, scale="thousand", series=series))
    assert (str(written.value), written.scale) == ("12500", None)
    assert [held.value for held in written.series] == [1100, 12500]


@pytest.mark.parametrize(
    ("made", "large"),
    [
        (fact(2.4, "metres", measure="water level", priority=1), "2.4 metres"),
        (fact(2.4, "metres", measure="metres of water", priority=1), "2.4"),
        (fact(2.4, "metres", label="Water level", priority=1), "2.4 metres"),
        (fact(50, "times", label="Above the safe level", priority=1), "50 times"),
        (fact(395, "troops", label="Soldiers of the detachment", priority=1), "395"),
        (fact(2.4, "%", measure="share", priority=1), "2.4%"),
        (fact(2.4, "EUR", measure="fare", scale="million", priority=1), "€2.4\u00a0million"),
    ],
)
def test_a_large_figure_has_its_unit_unless_the_words_below_say_it(made: Fact, large: str) -> None:
    held = Argument.model_validate(SMALL).model_copy(update={"facts": (made,)})
    (figures,) = key_figures(held, ProseReader(ENGLISH, {}, {}, ()), Origin("s")).shown(1)
    assert isinstance(figures, KeyFigures)
    assert [one.value for one in figures.figures] == [large]


def test_straight_quotation_marks_become_guillemets() -> None:
    reader = ProseReader(FRENCH, {}, {}, ())
    assert text_of(reader.read('Un "puits" de plus')) == "Un «\u202fpuits\u202f» de plus"


@pytest.mark.parametrize(
    ("words", "text", "wanted"),
    [
        (ENGLISH, "On 15 May 2019, May 15, in May 2019", "On 15~May 2019, May~15, in May 2019"),
        (ENGLISH, "Well 1 may be 12 km from 5 homes", "Well 1 may be 12~km from 5 homes"),
        (ENGLISH, "p. 4, paragraph 6 of Figure 2, 5 %", "p.~4, paragraph~6 of Figure~2, 5~%"),
        (
            FRENCH,
            "le 1er mars 2019, article 3, 4 communes",
            "le 1er~mars 2019, article~3, 4 communes",
        ),
        (GERMAN, "am 1. März auf S. 4", "am 1.~März auf S.~4"),
    ],
)
def test_no_line_ends_within_a_date_or_between_a_number_and_what_it_numbers(
    words: Words, text: str, wanted: str
) -> None:
    assert words.unbroken(text).replace("\u00a0", "~") == wanted
