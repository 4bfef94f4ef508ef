"""Other words for what a passage says: no alarm, and one if they say something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# Salt in the lagoon

By Ada Moss, 3 May 2019

A study followed 60 ponds from 2011 to 2016, as one had been for ten years before. Salt rose in 31
per cent of them. In the provinces of Nar, Sund and Fell, 63 per cent of keepers would sell. Keepers
may not drain a pond. Part of the work is to end by the end of 2018. It is paid for by a levy, an
estimated €4.5 million.

A bucket was given away to please keepers. It has not done so. A pond costs more than it yields at
first. Most of the growth came from the new ponds, in which rice grows. A yield of no more than a
tenth was seen. "We can win," said Ivo Lund, who led the study. The lagoon received 290 million
litres of treated water.

The board did not reveal its plan. The town of Nar has yet to sign. The growth owes to the recovery
of fishing. Landings in Nar fell faster than in Sund. Mending a quay is cheaper than building one.
Old boats make up 17 per cent. Owners of Nar lend nets. Its water holds up to 4 grams of salt.
"""

ARGUMENT = """\
---
title: Salt in the lagoon
article: {title: Salt in the lagoon, authors: [Ada Moss], date: 2019-05-03, language: en}
---
Ada Moss writes about a lagoon.

# What was found {.context}

## Salt is in many ponds {at="paragraph 1"}
A study over five years looked at 60 ponds. Salt rose in nearly a third of them. Almost two thirds
of keepers in three provinces would sell. No keeper is allowed to drain a pond. Part of the work is
due before 2019. It is estimated that the levy which pays for it brings €4.5 million.

## Buckets have not won keepers over {at="paragraph 2"}
A pond yields less than it costs at first. Growth is mostly due to the new ponds. The yield seen was
a tenth at best. The study’s leader, Ivo Lund, said: [>win]. The lagoon got
[290 million litres]{#water of="water received"} of cleaned water.

## The board is silent {at="paragraph 3"}
The board is silent on its plan. Nar has not signed. There is growth because more boats go out.
Landings in Nar dropped more quickly than in Sund. To mend a quay costs less than to build one. Of
boats, 17 per cent are old. Owners in Nar lend their nets. Water there can hold as much as 4 grams
of salt.

# Quotations
- We can win {#win speaker="Ivo Lund" at="paragraph 2"}
"""


def _found(folder: Path, old: str = "", new: str = "") -> list[str]:
    found = found_in(folder / "salt.md", ARGUMENT, ARTICLE, old, new)
    return [each.code for each in found if each.code not in ("unbacked-number", "duplicate-fact")]


def test_the_same_in_other_words_is_sound(tmp_path: Path) -> None:
    assert _found(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("over five years", "over six years", "number-not-in-source"),
        ("in nearly a third", "in nearly a fifth", "number-not-in-source"),
        ("three provinces", "four provinces", "count-not-in-source"),
        ("due before 2019", "due before 2020", "date-not-in-source"),
        ("Owners in Nar", "Dozens of owners in Nar", "vague-number"),
        ("as 4 grams", "as 4 milligrams", "number-not-in-source"),
        ("17 per cent", "31 per cent", "number-not-in-source"),
        ("more quickly than", "more slowly than", "direction-differs"),
        ("costs less than to", "costs more than to", "direction-differs"),
        ("a tenth at best", "a tenth", "qualifier-lost"),
        ("of cleaned water", "of sewage", "whole-differs"),
    ],
)
def test_what_is_not_the_same_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert code in _found(tmp_path, old, new)
