"""Paraphrases that share few words with their sentence: their order in the point tells which it is.

Each text is sound as it stands, and changed in one place it is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.planted import found_in

ARTICLE = """\
# Who keeps the quays

By Ada Moss, 3 May 2019

In 2011, after two poor seasons, boatmen in Norr asked the council to close the lock at night. The
council agreed, provided that the boats were also moored. The toll has been halved since. At first,
the rule was applied only in the east, around Sandvik and Holm.

Repairs to the quays are paid out of the toll. Wages of divers are not refunded, except on Sundays.
The harbour office has asked for a grant. Part of it should go to the fund for widows, on condition
that deckhands are admitted to it.
"""

ARGUMENT = """\
---
title: Quays in Norr
article: {title: Who keeps the quays, authors: [Ada Moss], date: 2019-05-03, language: en}
---
Ada Moss writes about quays.

# How it came about {.context}

## Boatmen wanted the lock shut by night {at="paragraph 1"}
Men with boats in Norr wanted it in 2011, when two bad seasons lay behind them. The council
consented on condition that boats did not go out. The toll fell by half afterwards. The rule was in
force only in the east, near Sandvik and Holm.

# What it costs {.risks}

## The toll pays for repairs {at="paragraph 2"}
Quays are mended with money from the toll. Outside Sundays, nobody pays back what divers earn. The
office wants a grant. Some of that money should reach the widows, provided that deckhands are let
in.
"""


def _found(folder: Path, old: str = "", new: str = "") -> list[str]:
    found = found_in(folder / "quays.md", ARGUMENT, ARTICLE, old, new)
    return [each.code for each in found]


def test_paraphrases_of_one_article_are_sound(tmp_path: Path) -> None:
    assert _found(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (" on condition that boats did not go out", "", "condition-lost"),
        (", provided that deckhands are let\nin", "", "condition-lost"),
        ("Outside Sundays, nobody pays", "Nobody pays", "exception-lost"),
        ("only in the east, near Sandvik and Holm", "along the whole coast", "condition-lost"),
    ],
)
def test_what_holds_in_some_cases_is_not_told_of_all(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert _found(tmp_path, old, new) == [code]
