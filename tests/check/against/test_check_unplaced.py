"""An argument that names no place: each sentence is looked for where its point is said."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against, proposed_anchors
from briefgen.load.article import read_article

ARTICLE = """\
# Ferries and bridges

By Ada Moss, 3 May 2019

The harbour of Northam was dredged in 2009 for $400 million. Ships with a draught of 14 metres can
enter it since.[9](#note9) The Port Council (PC) owns the quays.

Ferries to Oldbridge carried 6 percent of the freight in 1997-2002. Their share has risen by half a
percentage point since, Vera Lind of the Ferry Union said. The fleet of Oldbridge has three ships.
The bridge is 1.5 miles long, and a ferry takes 80 minutes. A new ferry will be ordered by the
owners in the spring. On the ferries, 17,236,400 trips were counted.

Except for lorries with fish, all traffic of the valley pays a toll at the eastern gate. The toll
brought 31 percent of the income of the county in 2018, according to the Audit Office. Revenue from
the gate is expected to double by 2025, and a second gate may be built near the quarry.

Ticket prices are to rise next year. Within a decade, the tunnel could cost £5 a trip, and a lorry
from 500 to 1500 pounds.

Carl Stone, an engineer, thinks that the bridge rusts. Paint would hold the steel for nine years.

A mine in the hills employs 120 people, and its owners sold it in 2011 to a fund of Stillwater.

Thousands of anglers come in May, and tens of millions of pounds are lost every year, the owners
say. The work on the quays runs around a decade late, and close to 700 men are busy with it.

Rains fell on 40 days in the autumn, and the valley road was closed on the last of these.
"""

ARGUMENT = """\
---
title: Ferries and bridges
article: {title: Ferries and bridges, authors: [Ada Moss], date: 2019-05-03}
---
Ferries and bridges are old, the article says.

# Reasons {.rationales}

## Freight is carried by ferries
"""


def _found(folder: Path, sentence: str) -> set[str]:
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    path = folder / "ferries.md"
    path.write_text(f"{ARGUMENT}{sentence}\n", "utf-8")
    found = check_against(briefgen.load(path), read_article(folder / "article.md"))
    return {each.code for each in found} - {"copied-run"}


TOLD = [
    ("The harbour of Northam was dredged for $400 billion.", "number-not-in-source"),
    ("The harbour of Northam was dredged for €400 million.", "number-not-in-source"),
    ("The share of the ferries has risen by half a percent since.", "number-not-in-source"),
    ("Ferries carried 9 percent of the freight to Oldbridge.", "number-elsewhere"),
    ("Ferries to Oldbridge carried 14 percent of the freight.", "number-not-in-source"),
    ("Ferries to Oldbridge carried freight in 2011.", "number-elsewhere"),
    ("The fleet of Oldbridge has 40 ships.", "number-elsewhere"),
    ("The share has risen by half a percentage point, Carl Stone said.", "name-elsewhere"),
    ("All traffic of the valley pays a toll at the eastern gate.", "exception-lost"),
    (
        "The toll brought 31 percent of the trade in 2018, says the Audit Office.",
        "share-of-another",
    ),
    ("The toll brought 31 percent of the county’s income in 2018.", "attribution-lost"),
    ("Revenue from the gate has doubled in 2025.", "stronger-verb"),
    ("A second gate is built near the quarry.", "stronger-verb"),
    ("A new ferry has been ordered by the owners in the spring.", "stronger-verb"),
    ("The bridge is 1.5 kilometres long, and a ferry takes 80 hours.", "number-not-in-source"),
    ("Millions of anglers come in May.", "vague-number"),
    ("Hundreds of millions of pounds are lost every year, the owners say.", "vague-number"),
    ("The work on the quays runs a decade late.", "qualifier-lost"),
    ("700 men are busy with the work on the quays.", "qualifier-lost"),
    ("Over 17.1 million trips were counted on the ferries.", "number-not-in-source"),
]


@pytest.mark.parametrize(("sentence", "code"), TOLD)
def test_what_the_article_says_of_something_else_is_told(
    tmp_path: Path, sentence: str, code: str
) -> None:
    assert code in _found(tmp_path, sentence)


SOUND = [
    "The harbour of Northam was dredged for $400 million.",
    "The share of the ferries has risen by half a percentage point, said Vera Lind.",
    "Ferries to Oldbridge carried 6 percent of the freight until 2002.",
    "The ticket prices of the ferries rise in 2020.",
    "The tunnel could cost £5 a trip within ten years.",
    "A lorry could cost 500 to 1500 pounds in the tunnel.",
    "The quays are owned by the Port Council.",
    "All traffic of the valley, lorries with fish aside, pays a toll at the eastern gate.",
    "The toll brought 31 percent of the county’s income in 2018, says the Audit Office.",
    "Revenue from the gate was expected to double by 2025.",
    "A second gate may be built near the quarry.",
    "A new ferry will be ordered by the owners in the spring.",
    "Thousands of anglers come in May, the owners say.",
    "Tens of millions of pounds are lost every year, the owners say.",
    "The work on the quays is late by around a decade.",
    "The work on the quays is late by a decade or so.",
    "Hundreds of men are busy with the work on the quays.",
    "Over 17.2 million trips were counted on the ferries.",
    "The ferry unionist Vera Lind speaks of the ferries’ share.",
]


@pytest.mark.parametrize("sentence", SOUND)
def test_what_it_says_in_other_words_is_none(tmp_path: Path, sentence: str) -> None:
    assert not _found(tmp_path, sentence)


def test_a_conditional_is_no_future_in_french(tmp_path: Path) -> None:
    said = (
        "# Le pont\n\nPar Ada Moss, 3 mai 2019\n\nUn pont placerait la ville sur la route du sel.\n"
    )
    (tmp_path / "article.md").write_text(f"{said}\nLa mairie y pense.\n\nLe bac dort.\n", "utf-8")
    article = "article: {title: Le pont, authors: [Ada Moss], date: 2019-05-03, language: fr}"
    for word, told in (("placera", True), ("placerait", False)):
        text = f"---\ntitle: Le pont\n{article}\n---\nUn pont {word} la ville sur la route.\n"
        (tmp_path / "pont.md").write_text(text, "utf-8")
        argument, source = briefgen.load(tmp_path / "pont.md"), tmp_path / "article.md"
        codes = {each.code for each in check_against(argument, read_article(source))}
        assert ("stronger-verb" in codes) == told


def test_a_point_is_anchored_where_each_of_its_sentences_is_said(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(ARTICLE, "utf-8")
    said = "The bridge rusts, Carl Stone thinks. Ferries carried 6 percent of the freight."
    (tmp_path / "ferries.md").write_text(f"{ARGUMENT}{said}\n", "utf-8")
    argument = briefgen.load(tmp_path / "ferries.md")
    made = proposed_anchors(argument, read_article(tmp_path / "article.md"), None)
    point = argument.rationales[0].id
    places = {made.passages[name].paragraph for name in made.anchors[point].passages}
    assert places == {"2", "5"}
