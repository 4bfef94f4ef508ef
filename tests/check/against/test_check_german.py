"""An argument in German beside its article: a noun is no name, and names are still compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.languages.source_words import source_words
from briefgen.load.article import read_article

Named = Callable[[str], list[str]]

ARTICLE = """\
# Nachtbusse in Beispielstadt

Seit 2021 fahren in Beispielstadt drei Linien durch die Nacht. Die Stadt zahlt den größten Teil der
Kosten, und die Bäckerei Müller lobt den Fahrplan. „Ohne den Bus müsste ich kündigen“, sagte Karla
Weiß, die Leiterin des Krankenhauses. Nach Angaben der Verkehrsgesellschaft (VGB) wird in Osterholz
noch über eine vierte Linie gestritten.
"""

ARGUMENT = """\
---
title: Nachtbusse in Beispielstadt
article: {title: Nachtbusse, authors: [Ada Beispiel], date: 2024-03-14, language: de}
issuer: {organisation: Institut}
---
Nachtbusse fahren in Beispielstadt.

# Gründe

## Die Stadt zahlt den größten Teil {at="paragraph 1"}
SENTENCE
"""


@pytest.fixture
def named(tmp_path: Path) -> Named:
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    source = read_article(article)

    def of(sentence: str) -> list[str]:
        path = tmp_path / "brief.md"
        path.write_text(ARGUMENT.replace("SENTENCE", sentence), encoding="utf-8")
        found = check_against(briefgen.load(path), source)
        return [each.message for each in found if each.code == "name-not-in-source"]

    return of


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Zuschuss macht den Betrieb sicher, und die Opposition nennt keine Gründe.",
        "Jedes Jahr braucht es dafür einen Beschluss, eine Mehrheit und viele Gespräche.",
        "Der Rat gab zuletzt zwei Stunden Bedenkzeit.",
        "Arbeit bis zum Morgen ist für Pflegekräfte und Bäcker üblich.",
        "Das Kreiskrankenhaus sucht Leiterinnen und Fahrer.",
    ],
)
def test_a_noun_is_no_name(named: Named, sentence: str) -> None:
    assert named(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Der ADAC lobt den Fahrplan.", "ADAC"),
        ("Auch aus Frankreich kam Lob für den Fahrplan.", "Frankreich"),
        ("Den Fahrplan lobt auch Erika Schneider.", "Schneider"),
        ("In Osterhalz wird über die vierte Linie gestritten.", "Osterhalz"),
        ("Der Fahrplan wird von Karla Weisz gelobt.", "Weisz"),
    ],
)
def test_a_name_that_the_article_has_not_is_found(named: Named, sentence: str, name: str) -> None:
    assert [name in message for message in named(sentence)] == [True]


def test_parts_of_compounds_and_days_of_the_week_are_read(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    said = "Am Mittwoch sprach die Verkehrsgesellschaft mit dem größten Teil der Fahrgäste."
    article.write_text(f"{ARTICLE}\n{said}\n", encoding="utf-8")
    text = ARGUMENT.replace("SENTENCE", "Der Autor widerspricht der Gesellschaft.")
    text += '\n# Zeitleiste\n- 2024-03-13: Gespräch mit Fahrgästen {at="Absatz 2"}\n'
    path = tmp_path / "brief.md"
    path.write_text(text.replace("paragraph 1", "Absatz 2"), encoding="utf-8")
    found = check_against(briefgen.load(path), read_article(article))
    assert [each.code for each in found] == []
    assert source_words("de").implies_not.search("Die Daten heben die freie Fahrt auf")
