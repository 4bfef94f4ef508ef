"""Names that a passage has in another form: a pronoun, a noun, a part of the name."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# Kelp on the coast

By Ada Moss, 3 May 2019

Kelp is dried in Torvan and sold inland. Faviola Brandt, a biologist, counts the seals of the
Lowmark coast. "The kelp is thinner," she says.

For its part, Norkelp SA says that it listens. Its manager, Valentin Barro, says that the firm works
with the villages. Boats of the Harbour Union carry the kelp.

He adds that the firm tests a new dryer. The pilot has saved a million litres of water.

Faviola argues that nobody knows what the dryer does to seals. Seals need thick kelp.

Carl Stone, from a village inland, takes another view. He claims that the damage is small.

But Prof Brandt is unconvinced. Villages do not want money, in her view. A Lowmark ration card was
given for kelp, and a K-54 Skyboat needed ten minutes. Every K-54 carried ten tons.
"""

ARGUMENT = """---
title: Kelp is thin
article: {title: Kelp on the coast, authors: [Ada Moss], date: 2019-05-03}
---
Kelp is dried on the coast.

# Reasons {.rationales}

"""


def _codes(folder: Path, paragraph: str, sentence: str) -> set[str]:
    text = f'{ARGUMENT}## Kelp is dried {{at="paragraph {paragraph}"}}\n{sentence}\n'
    found = found_in(folder / "kelp.md", text, ARTICLE, "", "")
    return {each.code for each in found} - {"copied-run", "unexplained-acronym", "relative-date"}


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        ("3", "According to Valentin Barro, a new dryer is tested."),
        ("3", "Norkelp says that it tests a new dryer."),
        ("4", "Faviola Brandt argues that nobody knows what it does to seals."),
        ("4", "Faviola Brandt says that nobody knows what it does to seals."),
        ("6", "Faviola Brandt objects that villages do not want money."),
        ("6", "A Skyboat carried ten tons."),
    ],
)
def test_who_is_meant_may_be_named_in_full(tmp_path: Path, paragraph: str, sentence: str) -> None:
    assert _codes(tmp_path, paragraph, sentence) == set()


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        ("4", "Valentin Barro argues that nobody knows what the dryer does to seals."),
        ("5", "Valentin Barro takes another view of the damage."),
        ("1", "Kelp is dried in Lowmark, and Norkelp counts the seals."),
    ],
)
def test_one_name_for_another_is_still_told(tmp_path: Path, paragraph: str, sentence: str) -> None:
    assert _codes(tmp_path, paragraph, sentence) & {"name-elsewhere", "said-by-another"}
