"""What the article says on a condition, plans, hedges or sees change, told in another way."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article

ENGLISH = """\
# Ferries and quays

By Ada Moss, 3 May 2019

Owners of ferries are exposed to heavy fines if their papers are out of date. Once the new quay
opens, small boats would pay a lower toll at the harbour. The price of diesel is likely to be among
the highest on the coast. The council unveiled a plan to build a shelter for the night boats.

Since Ivo Lund became harbour master in 2016 the town has reduced its dependence on the old pier.
The report alleges that two owners sold tickets twice. The storage holds 300 cubic metres of diesel.
The count of gulls is roughly accurate.

Gulls nest on the roof of the chapel. The bell rings at noon.
"""

FRENCH = """\
# Bacs et quais

Par Ada Moss, le 3 mai 2019

Les propriétaires des bacs risquent de lourdes amendes si leurs papiers sont périmés. Le conseil
prévoit de construire un abri pour les bateaux de nuit.

La ville a réduit sa dépendance envers la vieille jetée depuis l’arrivée du maître du port.

Des mouettes nichent sur le toit de la chapelle.
"""

HEAD = """\
---
title: Quays
article: {{title: Quays, authors: [Ada Moss], date: 2019-05-03, language: {language}}}
---
{opening}

# Reasons {{.rationales}}

## {headline} {{at="paragraphs 1 and 2"}}
"""

OPENINGS = {"en": ("Quays are old, the article says.", "Ferries and quays")}
OPENINGS["fr"] = ("Les quais sont vieux, dit l’article.", "Bacs et quais")


def _codes(folder: Path, sentence: str, language: str = "en") -> set[str]:
    article = folder / "article.md"
    article.write_text(FRENCH if language == "fr" else ENGLISH, "utf-8")
    opening, headline = OPENINGS[language]
    path = folder / "quays.md"
    head = HEAD.format(language=language, opening=opening, headline=headline)
    path.write_text(f"{head}{sentence}\n", "utf-8")
    found = check_against(briefgen.load(path), read_article(article))
    return {each.code for each in found} - {"copied-run"}


TURNED = [
    ("Owners of ferries are exposed to heavy fines.", "condition-lost"),
    ("Small boats pay a lower toll at the harbour.", "condition-lost"),
    ("The price of diesel is among the highest on the coast.", "stronger-verb"),
    ("The council builds a shelter for the night boats.", "stronger-verb"),
    ("The count of gulls is accurate.", "stronger-verb"),
    ("The town depends more on the old pier.", "direction-differs"),
    (
        "The town depends less on the old pier because Ivo Lund became harbour master.",
        "cause-not-in-source",
    ),
    ("The report shows that two owners sold tickets twice.", "stronger-verb"),
    ("The storage holds [300 cubic feet]{#store of=storage} of diesel.", "figure-unit"),
]


@pytest.mark.parametrize(("sentence", "code"), TURNED)
def test_what_is_lost_or_turned_is_reported(tmp_path: Path, sentence: str, code: str) -> None:
    assert code in _codes(tmp_path, sentence)


SOUND = [
    "Owners of ferries are exposed to heavy fines if papers are old.",
    "Owners with papers that are out of date are exposed to heavy fines.",
    "Small boats would pay a lower toll at the harbour.",
    "Diesel probably has a price among the highest on the coast.",
    "The council plans a shelter for the night boats.",
    "The town depends less on the old pier since Ivo Lund became harbour master.",
    "The report says that two owners sold tickets twice.",
    "The storage holds [300 cubic metres]{#store of=storage} of diesel.",
]


@pytest.mark.parametrize("sentence", SOUND)
def test_what_keeps_it_is_not(tmp_path: Path, sentence: str) -> None:
    assert _codes(tmp_path, sentence) == set()


FRENCH_TURNED = [
    ("Les propriétaires des bacs risquent de lourdes amendes.", "condition-lost"),
    ("Le conseil construit un abri pour les bateaux de nuit.", "stronger-verb"),
    ("La ville dépend plus de la vieille jetée.", "direction-differs"),
]


@pytest.mark.parametrize(("sentence", "code"), FRENCH_TURNED)
def test_so_in_french(tmp_path: Path, sentence: str, code: str) -> None:
    assert code in _codes(tmp_path, sentence, "fr")


FRENCH_SOUND = [
    "Les propriétaires aux papiers périmés risquent de lourdes amendes.",
    "Le conseil prévoit un abri pour les bateaux de nuit.",
    "La ville dépend moins de la vieille jetée.",
]


@pytest.mark.parametrize("sentence", FRENCH_SOUND)
def test_what_keeps_it_is_not_in_french(tmp_path: Path, sentence: str) -> None:
    assert _codes(tmp_path, sentence, "fr") == set()
