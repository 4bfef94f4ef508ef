"""What turns a sentence that has all the words of its article: who, which way, when, of what."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.check.against.clause_pairs import as_written
from briefgen.load.article import read_article

ARTICLE = """\
# Salt and grain

By Ada Moss, 3 May 2019

Northam sells grain to Oldbridge under the treaty of 1994, and salt mines in the hills closed long
ago. Harvests fell after the drought of 2015, while imports of barley rose. The board raised fees
for millers but not for farmers in 2017.

Nearly half of the flour milled in Stillwater is exported. Millers produce 30 percent of the gross
domestic product. Carl Stone argues that the mills have not kept pace with needs. Critics suggest
that repairing old mills may be cheaper. Vera Lind, minister of trade, says that the granaries are
full. Bakers buy 12 percent of the flour.
"""

ARGUMENT = """\
---
title: Grain and salt
article: {title: Salt and grain, authors: [Ada Moss], date: 2019-05-03}
---
Grain is sold, the article says.

# Reasons {.rationales}

## Grain is sold {at="paragraphs 1 and 2"}
"""

FACTS = """
# Facts

- 30 % {#share of="share of millers" at="paragraph 2"}
- 12 % {#flour of="share of bakers" at="paragraph 2"}
"""


def _codes(folder: Path, sentence: str) -> set[str]:
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    path = folder / "grain.md"
    path.write_text(f"{ARGUMENT}{sentence}\n{FACTS}", "utf-8")
    found = check_against(briefgen.load(path), read_article(folder / "article.md"))
    return {each.code for each in found} - {"copied-run"}


TOLD = [
    ("Harvests rose after a drought in 2015.", "direction-differs"),
    ("Exports of barley rose after the drought.", "direction-differs"),
    ("Northam buys grain from Oldbridge.", "direction-differs"),
    ("In 2015, fees were raised for millers.", "date-of-another"),
    ("Oldbridge sells grain to Northam.", "roles-exchanged"),
    ("Fees went up for farmers, but not for millers.", "roles-exchanged"),
    ("The board raised fees for millers and for farmers.", "polarity-differs"),
    ("Nearly half of the flour milled in Northam is exported.", "roles-exchanged"),
    ("Millers make [#share] of all exports.", "whole-differs"),
    ("Bakers buy [#flour] of the grain.", "whole-differs"),
    ("Vera Lind argues that the mills have not kept pace.", "name-elsewhere"),
    ("The mills have not kept pace with needs.", "attribution-lost"),
    ("Mills have kept pace with the needs, Carl Stone argues.", "polarity-differs"),
    ("Critics suggest that repairing old mills is cheaper.", "stronger-verb"),
    ("Half of the flour of Stillwater goes abroad.", "number-not-in-source"),
    ("Vera Lind, then prime minister, spoke of granaries.", "title-not-in-source"),
    ("The Treaty Board of a state asks for fees.", "name-not-in-source"),
    ("Neighbours pledged generous help last winter.", "passage-not-found"),
]


@pytest.mark.parametrize(("sentence", "code"), TOLD)
def test_a_sentence_that_turns_its_passage_is_found(
    tmp_path: Path, sentence: str, code: str
) -> None:
    assert code in _codes(tmp_path, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "After the drought of 2015, harvests fell, while more barley was imported.",
        "Under a treaty of 1994, Northam sells grain to Oldbridge.",
        "Grain is sold to Oldbridge by Northam.",
        "In 2017, fees were raised for millers, but not for farmers.",
        "Fees of millers were raised in 2017.",
        "Millers make [#share] of GDP.",
        "The mills have not kept pace, Carl Stone argues.",
        "Carl Stone looks at mills. They have not kept pace with needs, he argues.",
        "It may be cheaper to repair old mills, critics suggest.",
        "Vera Lind, then minister, says that granaries are full.",
    ],
)
def test_a_sentence_that_says_the_same_in_another_order_is_no_fault(
    tmp_path: Path, sentence: str
) -> None:
    assert _codes(tmp_path, sentence) == set()


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["burkin", "people"], "People, Burkina"),
        (["scidev", "odi"], "ODI, SciDev"),
        (["nowher"], "nowher"),
    ],
)
def test_a_message_has_words_as_they_are_written(words: list[str], written: str) -> None:
    text = "The People’s Republic recognised Burkina Faso, says ODI in SciDev."
    assert as_written(words, text) == written
