"""In Word, whose lines are filled, a short last word keeps the one before it."""

from __future__ import annotations

import pytest

from briefgen.render.docx.runs import MOST_JOINED_IN_HEADING, with_company
from briefgen.types.prose import Run


def said(*runs: Run, most: int | None = None) -> str:
    found = with_company(runs) if most is None else with_company(runs, most)
    return "".join(run.text for run in found).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Threats to all of the Sahel.", "Threats to all of the~Sahel."),
        ("It needs Chinese peacekeepers.", "It needs Chinese peacekeepers."),
        ("The Sahel.", "The Sahel."),
        ("Alone", "Alone"),
        ("", ""),
    ],
)
def test_a_short_last_word_keeps_the_one_before_it(text: str, shown: str) -> None:
    assert said(Run(text)) == shown


def test_the_mark_of_a_source_is_no_word() -> None:
    assert said(Run("Threats to all of the Sahel."), Run("2", note=2)) == (
        "Threats to all of the~Sahel.2"
    )


def test_a_heading_keeps_longer_words_together() -> None:
    heading = Run("Mali is dangerous for troops and civilians alike")
    assert said(heading, most=MOST_JOINED_IN_HEADING).endswith("and civilians~alike")
