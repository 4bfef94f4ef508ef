"""`[#fact]` prints a number alone where its unit is a noun: prose says what is counted."""

from __future__ import annotations

from typing import Any

import pytest
from samples.sound import SOUND, argument, remarks

from briefgen.check.checking import check
from briefgen.types.source_map import path_text

SUMMARY = "rationales__0__forms__summary"
TROOPS = {**SOUND["facts"][0], "id": "men", "value": 170, "scale": None, "unit": "troops"}


def found(text: str, unit: str = "troops", language: str = "en-GB") -> list[tuple[str, str, str]]:
    """Return path, message and hint of what is remarked about a summary."""
    changes: dict[str, Any] = {
        SUMMARY: text,
        "facts__1": TROOPS | {"unit": unit},
        "article__language": language,
    }
    return [
        (path_text(each.path), each.message, each.hint)
        for each in remarks("missing-noun", **changes)
    ]


def test_a_warning_says_where_which_number_and_what_to_write() -> None:
    assert found("The UN sent [#men] in 2013.") == [
        (
            "rationales[0].forms.summary",
            "says [#men] without a noun; it prints the number alone",
            "write [#men] troops, or what else it counts",
        )
    ]
    held = argument(**{SUMMARY: "The UN sent [#men].", "facts__1": TROOPS})
    (finding,) = [each for each in check(held) if each.code == "missing-noun"]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("See page [#men].", "troops"),
        ("See fig. [#men] of it.", "troops"),
        ("It rose by [#men] °C.", "°C"),
        ("It costs [#men]\u00a0‰.", "‰"),
    ],
)
def test_a_number_that_is_a_name_or_has_the_symbol_of_its_unit_needs_no_noun(
    text: str, unit: str
) -> None:
    assert found(text, unit) == []


@pytest.mark.parametrize(
    "text",
    [
        "It sent [#men].",
        "It sent [#men][@s1].",
        "It sent [#men], all of them late.",
        "It sent [#men] to Mali.",
        "It sent [#men] and paid.",
        "It rose from [#men] to [#men].",
        "[#men] were sent.",
        "Troops cost money. It sent [#men].",
        "It sent (as told) [#men] (of two).",
    ],
)
def test_a_number_that_counts_nothing_is_remarked(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It sent [#men] troops.", "troops"),
        ("It sent [#men] other Chinese soldiers.", "troops"),
        ("It sent [#men] UN peacekeepers.", "troops"),
        ("The troops numbered [#men].", "troops"),
        ("One troop is one of [#men].", "troops"),
        ("It lasted [#men]-year terms.", "years"),
        ("It rose from [#men] to [#men] troops.", "troops"),
        ("It names [#men] [pays]{lang=fr}.", "countries"),
        ("It names [#men][@s1] **states**.", "countries"),
        ("Each country of the [#men].", "countries"),
        ("It costs [#men].", "USD"),
        ("It grew by [#men].", "%"),
        ("It costs [#men] in all.", "AUD"),
    ],
)
def test_the_noun_may_stand_before_or_be_another(text: str, unit: str) -> None:
    assert not found(text, unit)


@pytest.mark.parametrize("text", ["La ville en a [#men].", "Elle en a [#men] dans la rue."])
def test_french_has_its_own_words_that_count_nothing(text: str) -> None:
    assert found(text, "fontaines", "fr")
    assert found("Elle en a [#men] d’après lui.", "fontaines", "fr")
    assert not found("Elle a [#men] vieilles pompes.", "fontaines", "fr")
    assert not found("Les fontaines, dont [#men] à sec.", "fontaines", "fr")


def test_without_a_lexicon_only_a_number_before_no_word_is_remarked() -> None:
    assert found("Enviou [#men].", "soldados", "pt")
    assert not found("Enviou [#men] ao Mali.", "soldados", "pt")


def test_every_kind_of_prose_is_read() -> None:
    changes = {"timeline__0__text": "A force of [#men] arrives", "facts__1": TROOPS}
    assert not remarks("missing-noun", **changes)
    changes = {"notes__0__text": "It says [#men].", "facts__1": TROOPS}
    assert [path_text(each.path) for each in remarks("missing-noun", **changes)] == [
        "notes[0].text"
    ]
