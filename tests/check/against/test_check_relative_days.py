"""Days that an article names by the day on which it was written, and names clipped to letters."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from samples.planted import FORM, found_in

from briefgen.languages.files import languages_with_files
from briefgen.languages.relative_days import relative_days

WRITTEN = datetime.date(2016, 1, 13)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("They meet tomorrow.", "en", "2016-01-14"),
        ("They met ten days ago.", "en", "2016-01-03"),
        ("A breakfast is set for Friday.", "en", "2016-01-15"),
        ("Ils se sont vus hier.", "fr", "2016-01-12"),
        ("Il y a trois semaines, tout a changé.", "fr", "2015-12-23"),
        ("Vor zwei Tagen begann es.", "de", "2016-01-11"),
        ("Se reunieron hace 2 meses.", "es", "2015-11-14"),
        ("Si incontrano lunedì.", "it", "2016-01-18"),
    ],
)
def test_words_count_from_the_day_of_writing(text: str, language: str, day: str) -> None:
    assert datetime.date.fromisoformat(day) in relative_days(text, WRITTEN, language)


@pytest.mark.parametrize("language", languages_with_files())
def test_a_text_without_such_words_names_no_day(language: str) -> None:
    assert [*relative_days("Papa 2016 12.", WRITTEN, language)] == []


ARTICLE = """---
title: Brackmotor and its diesels
author: Ada Moss
date: 2016-01-13
---
Brackmotor sold 76,000 cars with 2.0-liter engines. BM admits it. The Air Board refused the plan of
BM, and the Harbour Board did so, too. Brackmotor answers both boards tomorrow.

Other makers watch. BM will hear the Air Board on Friday. Brackmotor hopes for a plan.
"""

ARGUMENT = """---
title: A maker answers two boards
article: {title: Brackmotor and its diesels, authors: [Ada Moss], date: 2016-01-13}
edition: {status: draft}
---
A maker of cars answers two boards. {at="paragraph 1"}

# Reasons {.rationales}

## Brackmotor will be heard {at="paragraph 2"}
The Air Board will hear Brackmotor on 15 January 2016.

# Timeline
- 2016-01-14, planned: Brackmotor answers {at="paragraph 1"}
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("", "", None),
        ("15 January", "20 January", "date-not-in-source"),
        ("2016-01-14", "2016-01-16", "event-date"),
    ],
)
def test_days_of_the_week_are_those_around_the_article(
    tmp_path: Path, old: str, new: str, code: str | None
) -> None:
    form = {*FORM, "unbacked-number", "missing-form"}
    found = found_in(tmp_path / "maker.md", ARGUMENT, ARTICLE, old, new, form)
    assert {one.code for one in found} == ({code} if code else set())
