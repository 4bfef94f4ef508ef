"""A sound argument by somebody who has never seen the rules, and the same with faults in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

from briefgen.cli import main

ARTICLE = """---
title: Peat in the north
author: Ada Moss
date: 2024-05-02
---
By figures of the Ulvia Forest Service, Norrland (population 300,000) digs circa 2 billion cubic
metres (bcm) of peat a year, while Ulvia proper (population 2.5 million) digs circa 1 bcm. In
Norrland a tonne costs up to $31, while in Ulvia buyers pay just $13 – Over twice as cheap. Of the
districts, 121 of 132,for which we have data, tax peat. There are 45 bcm left.
It costs USD$ 91.27 million, and the daily wage is Rs. 2500.

A report of the Bog Watch names Torvan as the main digger. The fires are not captured by surveys.
Peat causes more fires each year than lightning and stoves combined (Reed and Bloom, p. 4).

According to the rubric of the Lakes Board:

> The company is responsible for draining bogs. It played the role of a state “sponge”.

One estimate puts the harm at $31 per hectare. Another estimate puts it at $1462 per family. If a
third of the losses are due to drainage, which is probably too little, the harm is larger. Poor
people burn more peat. Most of the cost would be born by richer people who burn when prices have
increased. The Bog Watch gave about half of all Aid to Bog Restoration (ABR).

## A family of 3 in Torvan City

On March 9, Pre-2021 law was changed. Approximately 87.3% of all paperless claims were paid at once.

| Income | Old share | New share |
|---|---|---|
| 300% - ≤400% | 9.5% | 8.5% |
"""

ARGUMENT = """---
title: Peat is dug faster than it grows
article: {title: Peat in the north, authors: [Ada Moss], date: 2024-05-02, currency: USD}
edition: {status: draft}
---
Peat is dug in the north, Ada Moss writes, and taxes do not stop it.

# Why it matters {.significance}

## A forest service finds that little Norrland digs most {.reported at="paragraph 1"}
By figures that the forest service gave, Norrland digs [circa 2 billion cubic metres]{#dug
of="peat dug in a year" scope=Norrland} for [300,000 people]{#people of=population scope=Norrland},
whereas Ulvia proper digs [circa 1 billion cubic metres]{#dug-proper of="peat dug in a year"
scope="Ulvia proper"}. A tonne costs up to $31 there, and $13 in Ulvia.

Of [132]{#known of="districts with data"} districts with data, [121]{#taxed of="districts that tax
peat"} tax it. Some [45 bcm]{#left of="peat that is left"} remain.
The work costs [US$91.27 million]{#works of="cost of the work"}, at a
wage of [LKR 2,500]{#wage of="daily wage"}.

## A watchdog names Torvan as the main digger {.reported at="paragraph 2"}
Surveys miss the fires. Reed and Bloom write that peat causes more fires a year than lightning and
stoves do together.

## The company is called a sponge of the state {at="paragraph 3"}
The Lakes Board calls it a [>sponge].

# What it costs {.risks}

## Poorer people gain most from less peat {at="paragraph 4"}
Poor people burn more peat. Most of the cost would fall on richer people. One estimate puts the harm
at [$31]{#hectare of="harm per hectare"} per hectare. Another estimate puts it at [$1462]{#family
of="harm per family"} per family. If a third of what is lost is due to drainage, it is larger. The
watch gave about half of the aid to bog restoration.

## Most claims without paper were paid at once {at="paragraph 5"}
On 9 March 2024, the law that held before 2021 was changed. In Torvan City, a family of three with
an income from [300 %]{#class of="lower end of the class" scope="family of three" listed=false} of
the limit pays [8.5 %]{#new-share of="new share" scope="300 % to 400 % of the limit"}.

# Timeline
- 2021-03-09: The law of Torvan changes {at="paragraph 5"}

# Quotations
- sponge {#sponge speaker="the Lakes Board" about="the company" at="paragraph 3"}
"""


def _found(folder: Path, old: str = "", new: str = "") -> list[tuple[str, str]]:
    """Return code and severity of what is found in the argument with a text in it replaced."""
    found = found_in(folder / "peat.md", ARGUMENT, ARTICLE, old, new)
    return [(each.code, each.severity) for each in found]


def test_a_sound_argument_is_sound_at_first_contact(tmp_path: Path) -> None:
    assert _found(tmp_path) == []


FAULTS = [
    ("[circa 1 billion cubic", "[circa 1 million cubic", "figure-not-in-source"),
    ("[300,000 people]", "[300,000 hours]", "figure-unit"),
    ("[121]", "[123]", "figure-not-in-source"),
    ("By figures that the forest service gave, Norrland digs", "Norrland digs", "lost-hedge"),
    ('speaker="the Lakes Board"', 'speaker="the Ulvia Ministry"', "speaker-differs"),
    ("about half of the aid to bog restoration", "about half of the tax", "share-of-another"),
    ("and $13 in Ulvia", "and $17 in Ulvia", "number-not-in-source"),
    ("On 9 March 2024", "On 8 March 2024", "date-not-in-source"),
    ("a family of three with", "a family of seven with", "unbacked-number"),
]


@pytest.mark.parametrize(("old", "new", "code"), FAULTS)
def test_what_is_let_stand_is_still_found_where_it_is_wrong(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert code in {found for found, _ in _found(tmp_path, old, new)}


def test_a_finding_says_how_it_is_waived(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ("figure-unit", "error") in _found(tmp_path, "[300,000 people]", "[300,000 hours]")
    checked = ["check", str(tmp_path / "peat.md"), "--against", str(tmp_path / "article.md")]
    assert main(checked) == 1
    said = capsys.readouterr().out
    assert "is waived in peat.anchors.yaml: waive: [{code: figure-unit, at: people, " in said
    waiver = said.rpartition("waive: ")[2].partition("\n")[0].replace("...", "so it is")
    (tmp_path / "peat.anchors.yaml").write_text(f"waive: {waiver}\n", "utf-8")
    main(checked)
    assert "figure-unit" not in capsys.readouterr().out
