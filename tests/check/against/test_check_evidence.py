"""What rules need before they speak: a sound argument in free words, and the same with faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import FORM, found_in

ARTICLE = """---
title: Who pays for the ferries of Lorne
author: Ada Moss
date: 2025-06-02
---
Of 15.2 million tickets, 10.3 million were sold at the reduced fare. The Harbour Board of Lorne says
that no other fare sells as well. Reduced fares hold, temporarily, through December 31, 2026.[^1]

The Board entered 2025 with debts, citing concerns about fuel. Old ferries might sink. One estimate
contributes to billions of forecasts. Crews in the north saw a 2% increase in pay and captains a 1%
loss. Various yards each keep a list.
The toll went down from 6% to 5% in southern towns. The accounts are considered closed.

> Fares are self-reported and unverified.
>
> **- Association of Lorne Yards**

Tickets are sold at 40 piers in the United States and in Canada, and the Board runs 18F, a fleet of
six ferries. The Board may sell two of them. In most cases three are needed. Mira Dorn puts it so:
"Nobody pays twice." Fares rose after the strike, the Board argues.

[^1]: Only 0.3% of riders pay less than $4.
"""

ARGUMENT = """---
title: Reduced fares carry the ferries
article: {title: Who pays for the ferries of Lorne, authors: [Ada Moss], date: 2025-06-02,
  currency: USD}
edition: {status: draft}
---
Reduced fares carry the ferries of Lorne, Ada Moss writes.

# Reasons {.rationales}

## Two thirds of the tickets are cheap ones {at="paragraph 1"}
Nearly all fares sell worse than the reduced one, by the Harbour Board. The fare lasts only until
the end of 2026.

## Fuel brought the Board into debt {at="paragraph 2"}
It had debts at the start of 2025, because fuel is dear. The pay of captains fell. Each yard keeps a
list of its own. The toll went from 6% to 5% in the south. The accounts are considered closed.

## Piers are many {at="paragraph 3"}
There are 40 of them in two countries. 18F has six ferries, and needs three of them most of the
time. Mira Dorn says that nobody pays twice.

## Few pay less than $4 {at="note 1"}
Among riders, only [0.3 %]{#few of="share of riders below $4"} do so.

# Quotations
- self-reported and unverified {#unverified speaker="Association of Lorne Yards" at="paragraph 2"}
"""


def _found(folder: Path, old: str = "", new: str = "") -> list[tuple[str, str]]:
    """Return code and message of what is found in the argument with a text in it replaced."""
    form = {*FORM, "context-dependent-opening", "long-sentence"}
    found = found_in(folder / "ferries.md", ARGUMENT, ARTICLE, old, new, form)
    return [(each.code, each.message) for each in found]


def test_what_an_article_says_in_its_own_way_is_left_alone(tmp_path: Path) -> None:
    assert _found(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("40 of them", "45 of them", "number-not-in-source"),
        ("Two thirds of", "Two fifths of", "number-not-in-source"),
        ("has six ferries", "has nine ferries", "unbacked-number"),
        ("the start of 2025", "the start of 2023", "date-not-in-source"),
        ("[0.3 %]", "[3 %]", "figure-not-in-source"),
        ("Each yard keeps a", "The worst yards keep a", "claim-not-in-source"),
        (
            "list of its own.",
            "list of its own. Tolls are down by 157 points.",
            "number-not-in-source",
        ),
        ("list of its own.", "list of its own. Oil is at 2.75 points.", "number-not-in-source"),
        ("from 6% to 5%", "from 5% to 6%", "given-to-another"),
        ("in the south", "in the north", "direction-differs"),
        ("are considered closed", "are closed", "stronger-verb"),
        ("because fuel is dear", "and the main reason is fuel", "claim-not-in-source"),
        ("note 1", "note 2", "locator-not-in-source"),
        ('speaker="Association of Lorne Yards"', 'speaker="Mira Dorn"', "speaker-differs"),
        ("Mira Dorn says", "Mira Dern says", "name-not-in-source"),
    ],
)
def test_what_it_does_not_say_is_found_all_the_same(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert code in {found for found, _ in _found(tmp_path, old, new)}


def test_a_name_of_several_words_is_reported_once(tmp_path: Path) -> None:
    found = _found(tmp_path, "Each yard keeps a", "In the United States, each yard keeps a")
    named = [message for code, message in found if code == "name-elsewhere"]
    assert named == ['names "United States", which its passage does not']


def test_two_rules_report_one_statement_by_one_place_once(tmp_path: Path) -> None:
    added = "Mira Dorn says that nobody pays twice. Fares fell after the strike, the Board argues."
    found = _found(tmp_path, "Mira Dorn says that nobody pays twice.", added)
    assert (
        len([code for code, _ in found if code in ("polarity-differs", "direction-differs")]) == 1
    )
