"""What is printed around a figure: the word before it, and what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article

ARTICLE = """\
# Ferries

By Ada Moss, 3 May 2019

Towns with 5000 people or more get a ferry first. Over 240 sailors work on them, and three piers
are closed. Reports longer than 12 pages are refused.
"""

ARGUMENT = """\
---
title: Ferries come
article: {title: Ferries, authors: [Ada Moss], date: 2019-05-03}
---
Ferries come, the article says.

# Reasons {.rationales}

## Ferries come to towns {at="paragraph 1"}
"""

FACTS = """
# Facts

- 5000 people {#served of="People served" scope="towns" at="paragraph 1"}
- over 240 sailors {#crew of="Sailors at work" scope="ferries" at="paragraph 1"}
- 3 piers {#closed of="Piers closed" scope="towns" at="paragraph 1"}
- 12 pages {#longest of="Pages of a report" scope="ferries" at="paragraph 1"}
"""


def _codes(folder: Path, sentence: str, facts: str = FACTS) -> set[str]:
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    path = folder / "ferries.md"
    path.write_text(f"{ARGUMENT}{sentence}\n{facts}", "utf-8")
    return {
        one.code for one in check_against(briefgen.load(path), read_article(folder / "article.md"))
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Towns of at most [#served] people get a ferry.",
        "Under [#crew] sailors work on them.",
    ],
)
def test_a_word_before_a_figure_that_turns_its_passage_is_reported(
    tmp_path: Path, sentence: str
) -> None:
    assert "qualifier-not-in-source" in _codes(tmp_path, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Towns of [#served] people or more get a ferry.",
        "Towns of at least [#served] people get a ferry.",
        "Towns of over [#served] people get a ferry.",
        "Reports of no more than [#longest] pages are read.",
        "There are [#crew] sailors at work.",
        "The [#closed] closed piers are in towns.",
    ],
)
def test_the_words_of_the_article_around_a_figure_are_no_fault(
    tmp_path: Path, sentence: str
) -> None:
    assert not _codes(tmp_path, sentence) & {"qualifier-not-in-source", "noun-not-in-source"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("more than [#longest] pages", "more than [#longest] hours"),
        ("more than [#longest] pages", "more than [#longest] per cent"),
        ('of="Pages of a report"', 'of="Hours of a report"'),
    ],
)
def test_a_unit_of_measure_that_the_passage_has_not_is_reported(
    tmp_path: Path, old: str, new: str
) -> None:
    sentence = "Reports of more than [#longest] pages are refused."
    codes = _codes(tmp_path, sentence.replace(old, new), FACTS.replace(old, new))
    assert "noun-not-in-source" in codes
    assert "noun-not-in-source" not in _codes(tmp_path, sentence)


@pytest.mark.parametrize(
    ("event", "reported"),
    [
        ("2019-06: A sixth ferry reaches the harbour", True),
        ("2019-06, planned: A sixth ferry to reach the harbour", False),
        ("2019-06: A sixth ferry expected to reach the harbour", False),
    ],
)
def test_an_event_that_the_article_only_plans_is_marked_so(
    tmp_path: Path, event: str, reported: bool
) -> None:
    article = tmp_path / "article.md"
    article.write_text(
        f"{ARTICLE}\nA sixth ferry is planned to reach the harbour in June.\n", "utf-8"
    )
    path = tmp_path / "ferries.md"
    timeline = f'# Timeline\n\n- {event} {{at="paragraph 2"}}\n'
    path.write_text(f"{ARGUMENT}Ferries get sailors.\n\n{timeline}{FACTS}", "utf-8")
    codes = {one.code for one in check_against(briefgen.load(path), read_article(article))}
    assert ("expired-plan" in codes) == reported
