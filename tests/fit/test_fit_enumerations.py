"""An enumeration is printed whole, or the heading over it says that there is more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace
from samples.ruler import Ruler, draft, length, point, section
from samples.sound import argument

import briefgen
from briefgen.fit import fit
from briefgen.fit.contents import widest_heading
from briefgen.fit.resolve import resolve
from briefgen.types.draft import Draft, Enumeration
from briefgen.types.prose import text_of

REASONS = Enumeration(("a", "b", "c"), "among other reasons")
FIVE = Enumeration(("a", "b", "c", "d", "e"), "{printed} of {total}")


def listed(*enumerations: Enumeration) -> Draft:
    own = section("why", point("a", 2, 1), point("b", 2, 1), point("c", 2, 1), heading="Why")
    return draft(replace(own, enumerations=enumerations))


def heading(held: Draft, chosen: Sequence[int | None]) -> str:
    (only,) = resolve(held, chosen).sections
    assert only.heading
    return text_of(only.heading.prose).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ((0, 1, 1), "Why"),
        ((0, None, 0), "Why (among other reasons)"),
        ((None, None, 1), "Why (among other reasons)"),
    ],
)
def test_what_is_not_printed_whole_says_so(chosen: tuple[int | None, ...], said: str) -> None:
    assert heading(listed(REASONS), chosen) == said


def test_a_number_is_that_of_all_members_wherever_they_stand() -> None:
    elsewhere = draft(*listed(FIVE).sections, section("more", point("d", 1)))
    first, _ = resolve(elsewhere, (0, None, 0, 0)).sections
    assert first.heading and text_of(first.heading.prose) == "Why (3\u00a0of\u00a05)"


def test_a_heading_is_charged_as_long_as_it_may_become() -> None:
    (own,) = listed(REASONS, FIVE).sections
    widest = widest_heading(own)
    assert widest
    said = text_of(widest.prose).replace("\u00a0", " ")
    assert said == "Why (5 of 5; among other reasons)"
    found = fit(listed(REASONS), length(), "anybody", Ruler(5))
    assert (
        found.content.sections[0].heading
        == resolve(listed(REASONS), found.chosen).sections[0].heading
    )


def test_points_of_a_language_s_own_words() -> None:
    more = [
        {"id": f"do-{n}", "priority": n, "forms": {"headline": f"Pay the troops in month {n}"}}
        for n in range(1, 6)
    ]
    data: dict[str, Any] = {
        "images": [],
        "issuer": {},
        "thesis__forms__summary": "It is late.",
        "recommendations": more,
        "complete": ["rationales"],
    }
    every = briefgen.build(argument(**data), length="one-page")
    assert "recommendations)" not in every.text
    some = briefgen.build(argument(**data), length="one-page", exclude=["do-4", "costs"])
    those = "(recommendations 1,\u00a02,\u00a03\u00a0and\u00a05\u00a0of\u00a05)"
    assert f"What is recommended {those}" in some.text
    assert "The reasons" not in some.text
    said = {
        "fr": ("(4 recommandations sur 5)", "(recommandations 1, 2, 4 et 5 sur 5)"),
        "de": ("(4 von 5 Empfehlungen)", "(Empfehlungen 1, 2, 4 und 5 von 5)"),
        "es": ("(4 de 5 recomendaciones)", "(recomendaciones 1, 2, 4 y 5 de 5)"),
        "it": ("(4 raccomandazioni su 5)", "(raccomandazioni 1, 2, 4 e 5 su 5)"),
    }
    for language, remarks in said.items():
        held = argument(article__language=language, **data)
        for without, words in zip(("do-5", "do-3"), remarks, strict=True):
            other = briefgen.build(held, length="full", exclude=[without])
            assert words in other.text.replace("\u00a0", " ")
