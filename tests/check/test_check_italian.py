"""The rules that need words, in Italian."""

from __future__ import annotations

from typing import Any

import pytest
from samples.sound import argument, remarks

from briefgen.check.checking import check
from briefgen.check.figures import numbers_in, value_of
from briefgen.check.passage import sentences

ITALIAN: dict[str, Any] = {
    "article__language": "it",
    "thesis__forms__headline": "Il prezzo si paga tardi",
    "rationales__0__forms": {
        "headline": "Le truppe costano denaro",
        "summary": "Secondo il rapporto, le truppe costano [#cost] l’anno [@s1].",
        "detail": ["L’ONU paga [#cost].", "Ma paga tardi, dice un rapporto: [>late]."],
    },
    "timeline__0__text": "Comincia una missione",
    "timeline__1__text": "Arrivano le truppe",
    "glossary__0": {"short": "ONU", "long": "Organizzazione delle Nazioni Unite", "plain": True},
    "notes__0__text": "L’articolo dice l’anno scorso.",
}
HEADLINE = "rationales__0__forms__headline"
SUMMARY = "rationales__0__forms__summary"


def found(code: str, **changes: Any) -> list[str]:
    return [each.message for each in remarks(code, **{**ITALIAN, **changes})]


def test_a_sound_italian_argument_has_no_findings() -> None:
    assert check(argument(**ITALIAN)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I costi sono aumentati lo scorso anno.", "lo scorso anno"),
        ("I costi sono aumentati l’anno scorso.", "l’anno scorso"),
        ("Negli ultimi anni i costi salgono.", "Negli ultimi anni"),
        ("Due anni fa i costi salivano.", "Due anni fa"),
        ("I costi salgono attualmente.", "attualmente"),
        ("Quest’anno i costi salgono.", "Quest’anno"),
        ("Il mese prossimo i costi saliranno.", "Il mese prossimo"),
        ("Nei prossimi dieci anni i costi saliranno.", "Nei prossimi dieci anni"),
    ],
)
def test_a_relative_date_is_remarked(text: str, words: str) -> None:
    (message,) = found("relative-date", **{SUMMARY: text})
    assert f'"{words}"' in message


@pytest.mark.parametrize(
    "text", ["Dal marzo 2019 la missione è più cara.", "Il viaggio dura un’ora e costa molto."]
)
def test_a_date_that_stays_true_passes(text: str) -> None:
    assert found("relative-date", **{SUMMARY: text}) == []


@pytest.mark.parametrize(
    "start",
    [
        "Tuttavia", "Ma", "Essi", "Essa", "Questi", "Questa", "Quest’ultima", "La sua", "I loro",
        "Inoltre", "Per questo", "Ciò", "Un altro", "Infine", "Così", "Di conseguenza", "Anche",
    ],
)  # fmt: skip
def test_a_hanging_start_is_remarked(start: str) -> None:
    (message,) = found("context-dependent-opening", **{SUMMARY: f"{start} costa denaro."})
    assert f'begins with "{start}' in message


@pytest.mark.parametrize(
    "text",
    [
        "Anche se l’ONU paga, le truppe costano.",
        "La suora paga, e l’ONU no.",
        "Eleonora Diallo paga. Tuttavia paga tardi.",
        "Questo è un costo.",
        "Poiché l’ONU paga, le truppe restano.",
        "[#cost] sono spesi.",
    ],
)
def test_a_form_that_stands_alone_passes(text: str) -> None:
    assert found("context-dependent-opening", **{SUMMARY: text}) == []


@pytest.mark.parametrize(
    ("modality", "lost", "kept"),
    [
        ("possible", "La Cina invia truppe.", "La Cina potrebbe inviare truppe."),
        ("possible", "Il ritiro costa molto.", "Un ritiro costerebbe molto."),
        ("possible", "La calma dura.", "La calma sembra durare."),
        ("planned", "La Cina ha un contingente.", "La Cina prevede un contingente."),
        ("planned", "Un settimo parte.", "Un settimo partirà."),
        ("planned", "I posti di prevenzione aprono.", "Si attende: è prevista l’apertura."),
        ("reported", "Il legame vale [#cost].", "Secondo un libro, il legame vale [#cost]."),
        ("reported", "Le cifre della città salgono.", "Le cifre sarebbero salite."),
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
        "il 15 maggio 2019, il 1º maggio, dal 3 al 5 maggio, nel 2013-2015, alle 12:30,"
        " la risoluzione 2100, il 21º secolo, il G5, n. 4, il comma 3, per cento"
    )
    assert numbers_in(exempt, "it") == []


def test_what_is_a_figure() -> None:
    text = "2.513 su 16.400, 35% di 2,5, tre uomini, diciassette, una ventina"
    known = ["2.513", "16.400", "35", "2,5", "tre", "diciassette", "ventina"]
    assert numbers_in(text, "it") == known
    assert value_of("2.513", "it") == 2513
    assert value_of("2,5", "it") == 2.5
    assert value_of("Tre", "it") == 3
    assert value_of("ventina", "it") is None


def test_abbreviations_end_no_sentence() -> None:
    text = (
        "L’on. Verdi l’ha detto, cfr. p. 12. Il dott. Neri, p. es. oggi, conferma."
        " Lo dice l’art. 5, comma 2. Costa 3,5 mln. L’A.N.A.C. tace."
    )
    assert sentences(text, "it") == [
        "L’on. Verdi l’ha detto, cfr. p. 12.",
        "Il dott. Neri, p. es. oggi, conferma.",
        "Lo dice l’art. 5, comma 2.",
        "Costa 3,5 mln.",
        "L’A.N.A.C. tace.",
    ]


@pytest.mark.parametrize("words", ["qui", "clicca qui", "per saperne di più", "questo link"])
def test_a_link_that_says_nothing_is_remarked(words: str) -> None:
    (message,) = found("vague-link", **{SUMMARY: f"Il piano è [{words}](https://x.example)."})
    assert words in message
