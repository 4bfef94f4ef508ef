"""The rules that need words, in French."""

from __future__ import annotations

from typing import Any

import pytest
from samples.sound import argument, remarks
from samples.stand_in import ROOT

from briefgen.check.checking import check
from briefgen.check.figures import numbers_in, value_of
from briefgen.check.passage import sentences
from briefgen.load.argument import read_argument

FRENCH: dict[str, Any] = {
    "article__language": "fr",
    "thesis__forms__headline": "Le prix se paie tard",
    "rationales__0__forms": {
        "headline": "Les troupes coûtent de l’argent",
        "summary": "Selon le rapport, les troupes coûtent [#cost] par an [@s1].",
        "detail": ["L’ONU paie [#cost].", "Mais elle paie tard, dit un rapport : [>late]."],
    },
    "timeline__0__text": "Une mission commence",
    "timeline__1__text": "Des troupes arrivent",
    "glossary__0": {"short": "ONU", "long": "Organisation des Nations unies", "plain": True},
    "notes__0__text": "L’article dit l’an dernier.",
}
HEADLINE = "rationales__0__forms__headline"
SUMMARY = "rationales__0__forms__summary"


def found(code: str, **changes: Any) -> list[str]:
    return [each.message for each in remarks(code, **{**FRENCH, **changes})]


def test_a_sound_french_argument_has_no_findings() -> None:
    assert check(argument(**FRENCH)) == ()


def test_a_whole_argument_in_french_has_no_findings() -> None:
    whole = read_argument(ROOT / "tests" / "arguments" / "french.yaml")
    assert whole.article.language == "fr"
    assert {each.code for each in check(whole)} <= {"unresolved-sources"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Les coûts ont augmenté l’an dernier.", "l’an dernier"),
        ("Les coûts ont augmenté en mars dernier.", "mars dernier"),
        ("Ces dernières années, les coûts montent.", "Ces dernières années"),
        ("Il y a deux ans, les coûts montaient.", "Il y a deux ans"),
        ("Les coûts montent aujourd'hui.", "aujourd'hui"),
        ("Les coûts montent actuellement.", "actuellement"),
        ("Cette année, les coûts montent.", "Cette année"),
        ("Le mois prochain, les coûts monteront.", "Le mois prochain"),
    ],
)
def test_a_relative_date_is_remarked(text: str, words: str) -> None:
    (message,) = found("relative-date", **{SUMMARY: text})
    assert f'"{words}"' in message


@pytest.mark.parametrize(
    "text",
    [
        "Depuis mars 2019, c’est le dernier détachement.",
        "Il a dit : « aujourd’hui ou jamais ».",
        "En maintenant la paix, l’ONU protège des civils.",
        "Il y a des risques, et la présente mission les porte.",
    ],
)
def test_a_date_that_stays_true_passes(text: str) -> None:
    assert found("relative-date", **{SUMMARY: text}) == []


@pytest.mark.parametrize(
    "start",
    [
        "Cependant", "Toutefois", "Mais", "Ils", "Elle", "Il", "Ces", "Cette", "Son", "Leurs",
        "Celui-ci", "En outre", "Par ailleurs", "De plus", "Cela", "Ce", "Une autre", "D’autres",
        "Enfin", "Ainsi",
    ],
)  # fmt: skip
def test_a_hanging_start_is_remarked(start: str) -> None:
    (message,) = found("context-dependent-opening", **{SUMMARY: f"{start} coûte de l’argent."})
    assert f'begins with "{start}' in message


@pytest.mark.parametrize(
    "text",
    [
        "Il est tard quand l’ONU paie.",
        "Il faut que l’ONU paie.",
        "Ce que l’ONU paie est connu.",
        "Sahel : la paix coûte de l’argent.",
        "Oumar Diallo paie. Cependant, il paie tard.",
        "Enfants et femmes sont touchés.",
        "Maison par maison, les troupes avancent.",
        "[#cost] sont dépensés.",
    ],
)
def test_a_form_that_stands_alone_passes(text: str) -> None:
    assert found("context-dependent-opening", **{SUMMARY: text}) == []


@pytest.mark.parametrize(
    ("modality", "lost", "kept"),
    [
        ("possible", "La Chine envoie des troupes.", "La Chine pourrait envoyer des troupes."),
        ("possible", "Le retrait coûte cher.", "Un retrait coûterait cher."),
        ("possible", "Le calme dure.", "Le calme semble durer."),
        ("planned", "La Chine a un détachement.", "La Chine prévoit un détachement."),
        ("planned", "Un septième part.", "Un septième partira."),
        ("reported", "Le lien vaut [#cost].", "Selon un livre, le lien vaut [#cost]."),
        ("reported", "Les chiffres montent.", "Les chiffres auraient monté."),
    ],
)
def test_a_hedge_is_kept(modality: str, lost: str, kept: str) -> None:
    forms = {"headline": kept, "summary": kept}
    changes = {"rationales__0__modality": modality, "rationales__0__forms": forms}
    assert found("lost-hedge", **changes) == []
    (message,) = found("lost-hedge", **{**changes, HEADLINE: lost})
    assert modality in message


def test_what_is_no_figure() -> None:
    exempt = (
        "le 15 mai 2019, le 1er mai, du 3 au 5 mai, en 2013-2015, à 12 h 30, la résolution 2100,"
        " le 21e siècle, le G5, n° 4, pour cent"
    )
    assert numbers_in(exempt, "fr") == []


def test_what_is_a_figure() -> None:
    text = "2\u202f513 des 16 400, 35 % de 2,5, trois hommes, dix-sept, une vingtaine"
    assert numbers_in(text, "fr") == [
        "2\u202f513",
        "16",
        "400",
        "35",
        "2,5",
        "trois",
        "dix-sept",
        "vingtaine",
    ]
    assert value_of("2\u202f513", "fr") == 2513
    assert value_of("2,5", "fr") == 2.5
    assert value_of("Trois", "fr") == 3
    assert value_of("vingtaine", "fr") is None


def test_abbreviations_end_no_sentence() -> None:
    text = (
        "M. Diallo l’a dit, cf. « Le Monde ». Mme Diop, p. ex. Mariam, confirme. Le Dr. Sow aussi."
    )
    assert sentences(text, "fr") == [
        "M. Diallo l’a dit, cf. « Le Monde ».",
        "Mme Diop, p. ex. Mariam, confirme.",
        "Le Dr. Sow aussi.",
    ]


@pytest.mark.parametrize(
    "words", ["ici", "Cliquez ici", "en savoir plus", "ce lien", "lire la suite"]
)
def test_a_link_that_says_nothing_is_remarked(words: str) -> None:
    [message] = found("vague-link", **{SUMMARY: f"Le prix monte [{words}](https://x.org) [@s1]."})
    assert words in message
    assert not found("vague-link", **{SUMMARY: "Le prix, [vu d’ici](https://x.org) [@s1]."})
