"""What an argument claims beyond its article: more than it says, of another, for sure."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen import checking
from briefgen.check.against import check_against
from briefgen.load.article import read_article

ARTICLE = """\
# Night ferries

By Ada Moss, 3 May 2019

The night ferry to Oldbridge is somewhat late, the harbour master reports. President Carl Stone
opened the line in March 2015, and Vera Lind took over as director in June 2017. Some riders
complain of noise.

The Northam ferry carries 190 riders, and the Oldbridge ferry carries 180 riders. A third ferry
could stop at Stillwater, and four piers are closed. The ferry is one of the oldest in the county,
and was opened by Tom Bell, minister of transport. It should also be noted that five years have
passed. Riders may not smoke on any ferry. About 25 riders sleep.

- Northam: 88 crossings
- Oldbridge: 79 crossings
"""

ARGUMENT = """\
---
title: Ferries run at night
article: {title: Night ferries, authors: [Ada Moss], date: 2019-05-03}
---
Ferries run at night, the article says.

# Reasons {.rationales}

## A line runs at night {at="paragraphs 1 and 2"}
"""

FACTS = """
# Facts

- 190 riders {#riders of="riders of a ferry" at="paragraph 2"}
- 79 crossings {#crossings of="crossings of a ferry" at="paragraph 2"}
"""

EVENTS = """
# Timeline

- 2015-03: {event} {{at="paragraph 1"}}
"""


def _codes(folder: Path, sentence: str, attributes: str = "") -> set[str]:
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    path = folder / "ferries.md"
    text = ARGUMENT.replace('at="paragraphs', f'{attributes} at="paragraphs')
    path.write_text(f"{text}{sentence}\n{FACTS}", "utf-8")
    found = check_against(briefgen.load(path), read_article(folder / "article.md"))
    return {each.code for each in found}


TOLD = [
    ("Most riders complain of noise.", "claim-not-in-source"),
    ("All the riders complain of noise.", "polarity-differs"),
    ("The noise is catastrophic.", "claim-not-in-source"),
    ("The night ferry to Oldbridge is late.", "stronger-verb"),
    ("President Vera Lind opened the line.", "title-not-in-source"),
    ("Carl Stone, minister, opened the line.", "title-not-in-source"),
    ("Vera Lind opened the line in March 2015.", "given-to-another"),
    ("Oldbridge has [#riders] riders.", "given-to-another"),
    ("Northam has [#crossings] crossings.", "given-to-another"),
    ("Riders may smoke on every ferry.", "polarity-differs"),
    ("Riders complain because of cold cabins.", "cause-not-in-source"),
    ("It is proved that riders complain of noise.", "claim-not-in-source"),
    ("Only 25 riders sleep.", "number-not-in-source"),
    ("Five piers are closed.", "number-not-in-source"),
    ("The ferry is the oldest in the county.", "claim-not-in-source"),
    ("Minister Vera Lind opened the line.", "title-not-in-source"),
]


@pytest.mark.parametrize(("sentence", "code"), TOLD)
def test_what_the_passage_does_not_bear_is_found(tmp_path: Path, sentence: str, code: str) -> None:
    assert code in _codes(tmp_path, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Some riders complain of noise.",
        "According to the harbour master, the ferry to Oldbridge is somewhat late.",
        "In March 2015, President Carl Stone opened it.",
        "Vera Lind, director since June 2017, followed Carl Stone.",
        "Northam has [#riders] riders.",
        "Oldbridge has [#crossings] crossings.",
        "Riders may not smoke on any of the ferries.",
        "Only some riders complain of noise.",
        "Four piers are closed.",
        "The ferry is among the oldest in the county.",
        "Tom Bell, minister of transport, opened it.",
    ],
)
def test_what_the_passage_bears_in_other_words_is_no_fault(tmp_path: Path, sentence: str) -> None:
    assert _codes(tmp_path, sentence) == set()


def test_an_event_bears_the_date_that_the_article_gives_to_its_name(tmp_path: Path) -> None:
    own = EVENTS.format(event="Carl Stone opens the line")
    other = EVENTS.format(event="Vera Lind joins the line")
    assert "given-to-another" not in _codes(tmp_path, f"Some riders complain of noise.\n{own}")
    assert "given-to-another" in _codes(tmp_path, f"Some riders complain of noise.\n{other}")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("190 riders", "180 riders", True),
        ("88 crossings", "79 crossings", True),
        ("25 riders", "180 riders", False),
    ],
)
def test_figures_that_the_article_sets_side_by_side_may_be_compared(
    tmp_path: Path, one: str, other: str, *, alike: bool
) -> None:
    article, path = tmp_path / "article.md", tmp_path / "ferries.md"
    article.write_text(ARTICLE, "utf-8")
    facts = f'\n# Facts\n\n- {one} {{#one of="ferries"}}\n- {other} {{#other of="ferries"}}\n'
    path.write_text(f"{ARGUMENT}It has [#one] and [#other] of them.\n{facts}", "utf-8")
    argument = briefgen.load(path)
    alone = {each.code for each in checking.check_compared(argument)}
    beside = {each.code for each in checking.check_compared(argument, against=article)}
    assert "incomparable-facts" in alone
    assert ("incomparable-facts" not in beside) == alike


def test_a_possible_point_is_never_sure_behind_its_first_sentence(tmp_path: Path) -> None:
    sentence = "Ferries might change. A third ferry stops at Stillwater."
    assert "stronger-verb" in _codes(tmp_path, sentence, ".possible")
    hedged = "Ferries might change. A third ferry might stop at Stillwater."
    assert "stronger-verb" not in _codes(tmp_path, hedged, ".possible")
