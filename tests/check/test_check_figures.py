"""Figures in prose: what is one, what it is worth, and what is compared."""

from __future__ import annotations

import pytest
from samples.sound import SOUND, remarks

from briefgen.check.figures import numbers_in, value_of

SUMMARY = "rationales__0__forms__summary"
DETAIL = "rationales__0__forms__detail"


@pytest.mark.parametrize(
    "exempt",
    [
        "on 15 May 2019",
        "on 3-5 May",
        "on May 15, in 2012",
        "in 2013–2015, 2013-15, 2013/14 and the 1990s",
        "the '90s, the class of ’99, in '45",
        "2019-05-15 and 2019-05",
        "G5, the G20, COVID-19 and an F-16",
        "Chapter VII, Article 5 and Resolution 2100",
        "clause 10 of EN 301 549, ISO 14289-1:2014, ISO/IEC 27001, WCAG 2.1, version 1.8.0",
        "the 21st and the second",
        "at 12:30",
        "1. the one thing, (2) the other",
        "nobody, no one, one side",
    ],
)
def test_what_is_no_figure(exempt: str) -> None:
    assert numbers_in(exempt, "en-GB") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2,513 of 16,400 troops", ["2,513", "16,400"]),
        ("US$2019 and €405.5m", ["2019", "405.5"]),
        ("35%, -3 and 0.7 per cent.", ["35", "3", "0.7"]),
        ("twenty-one men, two women, dozens", ["twenty-one", "two", "dozens"]),
        ("on 15 May 2019, 395 left", ["395"]),
        ("May 395", ["395"]),
        ("1,990 and 19900", ["1,990", "19900"]),
        ("EN 301 549 names 12 tests; ISOs 5", ["12", "5"]),
    ],
)
def test_what_is_a_figure(text: str, numbers: list[str]) -> None:
    assert numbers_in(text, "en-GB") == numbers


def test_numbers_in_words_are_looked_for_where_there_is_a_lexicon() -> None:
    assert numbers_in("six of 395", "de") == ["395"]


@pytest.mark.parametrize(
    ("number", "language", "value"),
    [
        ("2,513", "en-GB", 2513),
        ("0.7", "en-GB", 0.7),
        ("2\u202f513", "en-GB", 2513),
        ("1.2.3", "en-GB", None),
        ("16.400,5", "fr-CA", 16400.5),
        ("Six", "en-GB", 6),
        ("dozens", "en-GB", None),
        ("six", "de", None),
    ],
)
def test_what_a_figure_is_worth(number: str, language: str, value: float | None) -> None:
    assert value_of(number, language) == value


@pytest.mark.parametrize(
    ("summary", "detail", "lonely"),
    [
        ("Dozens pay [#cost].", "The UN pays [#cost], and dozens pay.", None),
        ("Dozens pay [#cost].", "Hundreds pay [#cost].", "Dozens"),
        ("It costs [#none].", "It costs [#other].", "[#none]"),
        ("Six pay [#none].", "It costs.", "[#none], Six"),
    ],
)
def test_numbers_without_a_known_value_are_compared_as_written(
    summary: str, detail: str, lonely: str | None
) -> None:
    found = remarks("number-missing-in-detail", **{SUMMARY: summary, DETAIL: [detail]})
    said = f"says what its detail does not: {lonely}"
    assert [finding.message for finding in found] == ([said] if lonely else [])


GENERAL = "make it a fact, and write [#fact]"


@pytest.mark.parametrize(
    ("summary", "hint"),
    [
        ("It costs $405 million.", "write [#cost] for 405"),
        ("Dozens cost USD 405 million.", "write [#cost] for 405"),
        ("It costs 405 million.", GENERAL),
        ("Six cost $405.", GENERAL),
        ("It has 405 million homes.", GENERAL),
        ("Six cost 406.", GENERAL),
    ],
)
def test_a_fact_is_proposed_for_a_number_of_its_scale_and_noun(summary: str, hint: str) -> None:
    (finding,) = remarks("unbacked-number", **{SUMMARY: summary})
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("It costs tens of billions, and thousands pay.", None),
        ("Several hundred million stay at home.", None),
        ("It costs billions for six.", "six"),
        ("It costs three dozen millions.", "three"),
    ],
)
def test_a_number_that_says_no_figure_needs_no_fact(summary: str, shown: str | None) -> None:
    found = remarks("unbacked-number", **{SUMMARY: summary})
    said = [f"has a number that no fact backs: {shown}"] if shown else []
    assert [finding.message for finding in found] == said


def test_a_sentence_of_a_thousand_facts_is_not_compared_fact_by_fact() -> None:
    facts = [SOUND["facts"][0] | {"id": f"f{n}"} for n in range(1000)]
    summary = " ".join(f"[#f{number}]" for number in range(1000))
    found = remarks("incomparable-facts", facts=facts, **{SUMMARY: summary})
    assert 0 < len(found) < 200
