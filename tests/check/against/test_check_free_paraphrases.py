"""Sentences that keep few words of the article: sound ones are left alone, faults are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """---
title: Tolls on the canal
author: Ada Moss
date: 2024-05-02
---
The canal board of Norrland tightened its rules in 2015 after two locks failed. Boats may pass the
upper lock by night, provided a pilot is on board, and pay a double toll. Barges pay nothing if
they have carried coal that week and the water is low. Residents moor free of charge, except in the
old basin.

Of the 40 pilots, 12 work for the board and 28 for themselves. In 2002 a passage took nine hours; by
2014 it took six. The old offices of the board lie at Harlow. One in forty boats is inspected each
year. Dozens of moorings were given up, and delays are more often caused by wind than they were.
Savings are smaller than expected.

Few skippers opposed the higher toll, because they had been asked first. The court rejected the view
that whoever arrives first may choose his berth. Skippers with a licence were more willing than
those without one to accept a second pilot. Weeds lose more ground than reeds in dry years.
"""

ARGUMENT = """---
title: Tolls keep the canal open
article: {title: Tolls on the canal, authors: [Ada Moss], date: 2024-05-02}
edition: {status: draft}
---
The canal is kept open by its tolls, Ada Moss writes.

# Why it matters {.significance}

## Tolls differ from boat to boat {at="paragraph PLACE"}
SENTENCE
"""
_FORM = frozenset({"unbacked-number", "relative-date", "long-sentence", "hard-reading"})


def _found(folder: Path, place: int, sentence: str) -> set[str]:
    text = ARGUMENT.replace("PLACE", str(place)).replace("SENTENCE", sentence)
    found = found_in(folder / "canal.md", text, ARTICLE, "", "", _FORM | {"missing-form"})
    return {each.code for each in found}


SOUND = [
    (1, "With a pilot, vessels can go through the upper lock after dark, at twice the toll."),
    (1, "Barges go free if their load was coal that week, provided that the water is low."),
    (1, "Apart from the old basin, people who live there pay nothing to moor."),
    (
        2,
        "Less than a third of the pilots are on a payroll. In twelve years, passages got quicker.",
    ),
    (2, "Officers of the board see 2.5% of boats in a year."),
    (2, "Tens of moorings went, and wind is to blame for a delay more often now."),
]


@pytest.mark.parametrize(("place", "sentence"), SOUND)
def test_free_paraphrases_are_left_alone(tmp_path: Path, place: int, sentence: str) -> None:
    assert _found(tmp_path, place, sentence) == set()


FAULTS = [
    (1, "Vessels can go through the upper lock by night, at twice the toll.", "condition-lost"),
    (1, "Barges go free if they have carried coal that week.", "condition-lost"),
    (1, "People who live there moor free of charge.", "exception-lost"),
]


@pytest.mark.parametrize(("place", "sentence", "code"), FAULTS)
def test_what_free_paraphrases_change_is_found(
    tmp_path: Path, place: int, sentence: str, code: str
) -> None:
    assert code in _found(tmp_path, place, sentence)
