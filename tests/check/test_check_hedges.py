"""Which words keep a hedge, and which only look like those that do."""

from __future__ import annotations

import pytest

from briefgen.languages.lexicon import lexicon
from briefgen.types.point import Modality

POSSIBLE, PLANNED, REPORTED = Modality.POSSIBLE, Modality.PLANNED, Modality.REPORTED


def kept(text: str, modality: Modality, language: str = "en") -> bool:
    words = lexicon(language)
    assert words
    return bool(words.hedge[modality].search(text))


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        (POSSIBLE, "Troops may leave"),
        (POSSIBLE, "There is a chance of rain"),
        (POSSIBLE, "Talks remain open"),
        (PLANNED, "A school is planned"),
        (PLANNED, "Talks are due in June"),
        (PLANNED, "Talks are due to begin"),
        (REPORTED, "Costs are put at a million, critics say"),
        (REPORTED, "Costs, it is noted, rose"),
        (REPORTED, "He points to costs"),
        (REPORTED, "Costs rose, he wrote"),
        (REPORTED, "Investors are warned of costs"),
    ],
)
def test_a_word_that_keeps_a_hedge(modality: Modality, text: str) -> None:
    assert kept(text, modality)


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        (POSSIBLE, "Troops left in May 2019"),
        (POSSIBLE, "Threats are real and threaten homes"),
        (POSSIBLE, "The Chancellor opens an open market"),
        (POSSIBLE, "A questionnaire on its appearance"),
        (PLANNED, "The planet and its plants"),
        (PLANNED, "Costs rose due to the war"),
        (PLANNED, "Homes are considerable and warm"),
        (REPORTED, "Rates rose two percentage points"),
        (REPORTED, "Citizens of the city are ready"),
        (REPORTED, "Quotas are critical to households"),
        (REPORTED, "Allegiance is a custom of shareholders"),
        (REPORTED, "Written rules bind the United States"),
    ],
)
def test_a_word_that_only_looks_like_one(modality: Modality, text: str) -> None:
    assert not kept(text, modality)


@pytest.mark.parametrize(
    ("modality", "text", "keeps"),
    [
        (POSSIBLE, "Le prix peut monter", True),
        (POSSIBLE, "La guerre menace la ville", False),
        (POSSIBLE, "Le pouvoir ouvre le marché ouvert", False),
        (POSSIBLE, "L’hypothèque est payée", False),
        (PLANNED, "Une école est prévue", True),
        (PLANNED, "La planète et l’entente", False),
        (PLANNED, "Le programme et la promenade", False),
        (REPORTED, "Selon la ville", True),
        (REPORTED, "Ils pensent que le prix monte", True),
        (REPORTED, "La croissance des pensions est cruciale", False),
        (REPORTED, "La cité, par rapport à la ville", False),
        (REPORTED, "Les citoyens sont présents, la crue aussi", False),
    ],
)
def test_the_same_of_french(modality: Modality, text: str, keeps: bool) -> None:
    assert kept(text, modality, "fr") is keeps
