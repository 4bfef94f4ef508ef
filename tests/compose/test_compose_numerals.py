"""Small counts of things are words; beside units, symbols, names and larger numbers, digits."""

from __future__ import annotations

import pytest

from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.load.labels import read_labels
from briefgen.types.fact import Fact
from briefgen.types.prose import text_of

_NUMBERS = {"two": 2, "five": 5, "nine": 9, "twelve": 12, "half": "0.5", "wet": 5}
_UNITS = {"wet": "days"}


def fact(key: str, **other: object) -> Fact:
    about = {"measure": "m", "scope": "s", "as_of": "2024", "locator": "p1"}
    unit = _UNITS.get(key, "homes")
    return Fact.model_validate({**about, "id": key, "value": _NUMBERS[key], "unit": unit, **other})


def read(text: str, language: str = "en-GB") -> str:
    facts = {key: fact(key) for key in _NUMBERS}
    facts["some"] = fact("five", qualifier="about")
    words = Words(language, read_labels(language))
    return text_of(ProseReader(words, facts, {}, ()).read(text))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Heat [#five] homes", "Heat five homes"),
        ("A [#five]-year plan", "A five-year plan"),
        ("All [#five]: each warm", "All five: each warm"),
        ("It is [#five]. More", "It is five. More"),
        ("So homes—[#five] of them—froze", "So homes—five of them—froze"),
        ("In [#five] of ten homes", "In five of ten homes"),
        ("Only [#five] as a rule", "Only five as a rule"),
        ("In [#five] in the town", "In five in the town"),
        ("There were [#five] in 2019", "There were five in 2019"),
        ("Some [#wet] days for [#twelve] homes", "Some five days for 12 homes"),
        ("Heat [#five]. Cool [#twelve]", "Heat five. Cool 12"),
        ("With [#five] words per page [#two] times", "With five words per page two times"),
    ],
)
def test_a_small_count_is_a_word(text: str, printed: str) -> None:
    assert read(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("some [#five] MW", "some 5\u00a0MW"),
        ("some [#five]\u00a0kWh/m²", "some 5\u00a0kWh/m²"),
        ("some [#five] °C", "some 5\u00a0°C"),
        ("a [#five]-km road", "a 5-km road"),
        ("some [#five] ‰", "some 5\u00a0‰"),
        ("some [#five] percentage points", "some 5 percentage points"),
        ("some [#five] million people", "some 5 million people"),
        ("some €[#five] or [#five] SEK", "some €5 or 5 SEK"),
        ("at [#five]/10 or [#five]:1", "at 5/10 or 5:1"),
        ("the [#five]th", "the 5th"),
        ("the G[#five], x[#two] and #[#five]", "the G5, x2 and #5"),
        ("see page [#five], Article\u00a0[#two]", "see page 5, Article\u00a02"),
        ("see pp. [#two] and [#five]", "see pp. 2 and 5"),
        ("see no. [#five]", "see no. 5"),
        ("at level [#five]", "at level 5"),
        ("from [#nine] to [#twelve]", "from 9 to 12"),
        ("from [#nine] to 12", "from 9 to 12"),
        ("between 3 and [#nine]", "between 3 and 9"),
        ("it is [#five]–[#nine] homes", "it is 5–9 homes"),
        ("at [#two].[#five] or [#five],000", "at 2.5 or 5,000"),
        ("with [#nine] homes, then [#twelve] homes", "with 9 homes, then 12 homes"),
        ("from [#half] to [#two] homes", "from 0.5 to 2 homes"),
        ("in [#five] of every 100", "in 5 of every 100"),
        ("in [#five] per 1,000 births", "in 5 per 1,000 births"),
        ("**[#nine]** of *[#twelve]*", "9 of 12"),
    ],
)
def test_beside_units_symbols_names_and_larger_numbers_it_is_digits(
    text: str, printed: str
) -> None:
    assert read(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("En [#five] logements", "En cinq logements"),
        ("de [#five] MW", "de 5\u00a0MW"),
        ("de [#five] %", "de 5\u00a0%"),
        ("voir page [#five]", "voir page 5"),
        ("voir l’article [#two]", "voir l’article 2"),
        ("de [#nine] à [#twelve]", "de 9 à 12"),
        ("entre [#two] et [#five] d’entre eux", "entre deux et cinq d’entre eux"),
        ("en [#five] sur 12", "en 5 sur 12"),
        ("les [#five] s’opposent", "les cinq s’opposent"),
        ("de [#five] points de pourcentage", "de 5 points de pourcentage"),
    ],
)
def test_french_has_the_same_rules_in_its_own_words(text: str, printed: str) -> None:
    assert read(text, "fr") == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("[#five] homes", "Five homes"),
        ("“[#five] homes are cold.”", "“Five homes are cold.”"),
        ("Cold. ([#five] homes are.)", "Cold. (Five homes are.)"),
        ("Cold. “[#some] homes are.”", "Cold. “About five homes are.”"),
        ("Is it? [#five] say so.", "Is it? Five say so."),
        ("He said: “[#five] homes are cold.”", "He said: “Five homes are cold.”"),
        ("They froze in 2019. [#five] did.", "They froze in 2019. Five did."),
        ("It is plan B. [#five] homes are.", "It is plan B. Five homes are."),
        ("A kind of “[#five] homes” rule", "A kind of “five homes” rule"),
        ("Homes, e.g. [#five] flats", "Homes, e.g. five flats"),
        ("Homes, approx. [#some] flats", "Homes, approx. about five flats"),
        ("In Washington D.C. [#some] are", "In Washington D.C. about five are"),
        ("In the U.S. [#five] are", "In the U.S. five are"),
        ("In Jan. [#five] were", "In Jan. five were"),
        ("It said… [#some] times.", "It said… about five times."),
        ("Paper, tins, etc. [#five] homes are.", "Paper, tins, etc. Five homes are."),
        ("At 9 a.m. [#five] homes were.", "At 9 a.m. five homes were."),
    ],
)
def test_a_figure_that_begins_a_sentence_has_a_capital(text: str, printed: str) -> None:
    assert read(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Il gèle. [#five] le disent.", "Il gèle. Cinq le disent."),
        ("Il gèle. « [#five] le disent. »", "Il gèle. « Cinq le disent. »"),
        ("Des cas, p. ex. [#five] fermes", "Des cas, p. ex. cinq fermes"),
        ("Selon M. [#five]", "Selon M. cinq"),
    ],
)
def test_french_abbreviations_ask_for_no_capital(text: str, printed: str) -> None:
    assert read(text, "fr") == printed
