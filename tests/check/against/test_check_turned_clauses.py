"""What is turned round a third word: by whom, whose figure, what is why; what is only planned."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import SourceIndex, check_against
from briefgen.check.against.copying import CopiedRuns
from briefgen.load.article import read_article

ARTICLE = """\
# Kilns and clay

By Ada Moss, 3 May 2019

The potters told their landlord that they were leaving the old yard. Thieves broke a gate, and an
attack by wardens on the market followed. Of the clay, 12 % comes from the marsh, 15 % from the
quarry. Kilns were shut in the wake of higher taxes, the council found.

All towns of the valley burn wood. The only exception is Northam. Plans for a renovation of the old
mill were drawn in 2015. Vera Lind said that pots are sold abroad. They have a long and
proud tradition in the hills and in many towns. Pots of the valley are sturdy and cheap.

The train was not stopped at the bridge of Oldbridge. Visitors under the age of 15 pay nothing. The
prices of pots have picked up pace lately. The glaze is known as "a gift of the hills". Oil made
by the PDF group is sold at https://example.org/oil-and-pdf-news of the group.
"""

ARGUMENT = """\
---
title: Kilns
article: {title: Kilns and clay, authors: [Ada Moss], date: 2019-05-03}
---
Kilns are old, the article says.

# Reasons {.rationales}

## Kilns are old {at="paragraphs 1 to 3"}
"""


def _codes(folder: Path, sentence: str, more: str = "", place: str = "s 1 to 3") -> set[str]:
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    path = folder / "kilns.md"
    path.write_text(f"{ARGUMENT.replace('s 1 to 3', place)}{sentence}\n{more}", "utf-8")
    found = check_against(briefgen.load(path), read_article(folder / "article.md"))
    return {each.code for each in found} - {"copied-run"}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The potters were told by their landlord to leave the old yard.", "roles-exchanged"),
        ("On the market, thieves attacked wardens.", "roles-exchanged"),
        ("Clay comes to 12 % from the quarry, 15 % from the marsh.", "roles-exchanged"),
        ("Shut kilns led to higher taxes.", "cause-not-in-source"),
        ("All towns of the valley burn wood.", "exception-lost"),
        ("In 2015, the old mill was renovated.", "stronger-verb"),
        ("The train was stopped at the bridge of Oldbridge.", "polarity-differs"),
        ("Visitors over 15 pay nothing.", "number-not-in-source"),
        ("Only the marsh gives clay.", "claim-not-in-source"),
    ],
)
def test_a_sentence_that_is_turned_round_is_found(tmp_path: Path, sentence: str, code: str) -> None:
    assert code in _codes(tmp_path, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The landlord was told by the potters that they were leaving.",
        "Wardens attacked the market.",
        "Clay comes to 15 % from the quarry, 12 % from the marsh.",
        "The council found that kilns were shut in the wake of higher taxes.",
        "All towns of the valley but Northam burn wood, an exception.",
        "There were plans to renovate the old mill.",
        "Pots are sold abroad, Vera Lind said.",
        "The train was not stopped at the bridge.",
        "Visitors under 15 pay nothing.",
    ],
)
def test_the_same_said_the_other_way_is_no_fault(tmp_path: Path, sentence: str) -> None:
    assert _codes(tmp_path, sentence) == set()


def test_what_the_author_says_is_given_to_nobody(tmp_path: Path) -> None:
    own = "Pots of the valley are sturdy and cheap, Vera Lind said."
    assert "said-by-another" in _codes(tmp_path, own, place=" 2")
    assert "said-by-another" not in _codes(tmp_path, "Pots sell, Vera Lind said.", place=" 2")


def test_what_is_said_of_one_and_denied_of_another_has_no_contrary(tmp_path: Path) -> None:
    sentence = "Metal vessels would lose buyers among hotels."
    article = ARTICLE.replace(
        "Oil made", "Clay vessels could gain buyers among hotels, {}. Oil made"
    )
    found = []
    for end in ("metal would not", "metal as well"):
        (tmp_path / "article.md").write_text(article.format(end), "utf-8")
        path = tmp_path / "kilns.md"
        path.write_text(f"{ARGUMENT}{sentence}\n", "utf-8")
        compared = check_against(briefgen.load(path), read_article(tmp_path / "article.md"))
        found.append("polarity-differs" in {each.code for each in compared})
    assert found == [False, True]


def test_a_headline_sums_up_too_much_to_be_turned_by_one_word(tmp_path: Path) -> None:
    below = "Prices of pots have fallen lately."
    headline = _codes(tmp_path, "Pots.", "\n## Prices have fallen lately {#prices}\nOf pots.")
    sentence = _codes(tmp_path, "Pots.", f"\n## Pots {{#prices}}\n{below}")
    assert "direction-differs" not in headline
    assert "direction-differs" in sentence


def test_a_quotation_that_nobody_says_has_no_speaker(tmp_path: Path) -> None:
    quotation = '\n# Quotations\n\n- a gift of the hills {{#gift {} at="paragraph 3"}}\n'
    said = _codes(tmp_path, "Glaze is [>gift].", quotation.format('speaker="Vera Lind"'))
    assert "speaker-differs" in said
    assert "speaker-differs" not in _codes(
        tmp_path, "Glaze is [>gift].", quotation.format('.unnamed about="a booklet"')
    )


def test_the_comma_before_other_words_ends_a_copied_run(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(ARTICLE, "utf-8")
    runs = CopiedRuns(SourceIndex(read_article(tmp_path / "article.md")))
    said = "so they have a long and proud tradition in the hills, and in many towns"
    assert runs.copied(said)[-2:] == ["many", "towns"]
    assert runs.copied("a proud town has a long and proud tradition in the hills, and pots") != []
    assert runs.copied("it is a long and proud tradition in the hill, and pots") == []
    assert runs.copied("there is long and proud tradition in the hills, and it lasts") == []
