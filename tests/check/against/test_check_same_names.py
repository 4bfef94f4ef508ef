"""Names beside their passage: exchanged, turned round, given words, misspelt in lists."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.check.against import check_against
from briefgen.load.article import read_article

ARTICLE = """\
# Salt roads

By Ada Moss, 3 May 2019

Refugees came from the Libyan hills into Mali, where camps were built. In 2016 the Malian council
agreed to fund wells, with the blessing of the Algerian ministry. Guards from Chad protect the
camps. Both Niger and Nigeria share a border post of the customs office.

Beijing lent money for roads. In 2017, Ghana officially recognised Kosovo. Competition between
Taiwan and China for ports revived. Ann Reed of the Salt Institute said that roads are short.

Salt is dug in the north.
"""

ARGUMENT = """\
---
title: Salt roads
article: {title: Salt roads, authors: [Ada Moss], date: 2019-05-03}
---
Roads are built, the article says.

# Reasons {.rationales}

## Roads are built {at="paragraphs 1 and 2"}
"""

SOURCES = """
# Sources

- [Salt report](https://salt-institute.org/report) {#salt publisher="Salt Institute"}
"""


def _codes(folder: Path, sentence: str, sources: str = SOURCES, place: str = "") -> set[str]:
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    path = folder / "roads.md"
    argument = ARGUMENT.replace("paragraphs 1 and 2", place) if place else ARGUMENT
    path.write_text(f"{argument}{sentence}\n{sources}", "utf-8")
    found = check_against(briefgen.load(path), read_article(folder / "article.md"))
    return {one.code for one in found} - {"copied-run"}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Refugees came from Mali into Libya.", "roles-exchanged"),
        ("Refugees came to Libya, and camps were built.", "roles-exchanged"),
        ("Kosovo recognised Ghana in 2017, officially.", "roles-exchanged"),
        ("Algeria agreed to fund wells, with Mali’s blessing.", "roles-exchanged"),
        ("Guards from Ghana protect the camps.", "roles-exchanged"),
        ("Competition for ports revived between Taiwan and Niger.", "name-elsewhere"),
        ("Roads are short, Ghana said, and money is lent.", "said-by-another"),
    ],
)
def test_a_name_in_the_place_of_another_is_reported(
    tmp_path: Path, sentence: str, code: str
) -> None:
    assert code in _codes(tmp_path, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Refugees came into Mali from Libya.",
        "Mali’s council agreed to fund wells; Algeria’s ministry gave its blessing.",
        "Kosovo was recognised by Ghana in 2017.",
        "China lent money for roads.",
        "China and Taiwan compete for ports again.",
        "Roads are short, Ann Reed said.",
    ],
)
def test_the_same_names_in_other_words_are_no_fault(tmp_path: Path, sentence: str) -> None:
    assert not _codes(tmp_path, sentence) & {"roles-exchanged", "name-elsewhere", "said-by-another"}


def test_one_country_is_no_form_of_another(tmp_path: Path) -> None:
    article = ARTICLE.replace("Both Niger and Nigeria share a border post of", "Today Niger keeps")
    (tmp_path / "article.md").write_text(f"{article}\nRoads in Nigeria are long, too.\n", "utf-8")
    path = tmp_path / "roads.md"
    text = ARGUMENT.replace("paragraphs 1 and 2", "paragraph 1")
    path.write_text(f"{text}The customs office is kept by Nigeria.\n", "utf-8")
    found = check_against(briefgen.load(path), read_article(tmp_path / "article.md"))
    assert "name-elsewhere" in {one.code for one in found}


def test_a_source_is_spelt_as_its_address_is(tmp_path: Path) -> None:
    sound = "Roads are short."
    assert "source-misspelt" not in _codes(tmp_path, sound)
    assert "source-misspelt" in _codes(tmp_path, sound, SOURCES.replace("Institute", "Instutute"))


def test_a_country_in_the_address_of_a_source_may_be_named(tmp_path: Path) -> None:
    source = SOURCES + "- [Roads](https://roads.example.org/1) {#road}"
    sentence = "Roads are short, as Canada has it."
    unknown = _codes(tmp_path, sentence, source)
    known = _codes(tmp_path, sentence, source.replace("example.org", "canada.ca"))
    assert unknown - known == {"name-not-in-source"}
