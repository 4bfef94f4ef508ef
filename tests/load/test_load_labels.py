"""Catalogues of labels say the same in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples.stand_in import MALI

from briefgen.languages.files import part_names, section
from briefgen.load.argument import read_argument
from briefgen.load.labels import labels_of, read_labels
from briefgen.load.resources import names
from briefgen.types.finding import LoadError
from briefgen.types.labels import Labels

LANGUAGES = names("labels")
ENGLISH = read_labels("en-GB")


def places(pattern: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", pattern))


def test_five_languages_are_there() -> None:
    assert {"de", "en", "es", "fr", "it"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_whole(language: str) -> None:
    """Each pattern has the places of the English one, and each list its entries.

    A language that writes thousands, lakhs or crores out has no word for that scale.
    """
    labels = read_labels(language)
    assert labels.language == language
    for name in Labels.__struct_fields__:
        english, own = getattr(ENGLISH, name), getattr(labels, name)
        if isinstance(english, str) and isinstance(own, str):
            # A split year ends with two digits or with all four, as the language writes it.
            expected = {"split_year": [["{end}", "{first}"], ["{first}", "{last}"]]}
            assert places(own) in expected.get(name, [places(english)]), name
        if isinstance(english, dict) and english:
            written_out = {"thousand", "lakh", "crore", "lakh crore"}
            left_out = written_out if name == "scales" else set()
            known = set(english)
            if name == "qualifier_signs":  # "5+" where the currency is no word, "> 5 dollari" where
                known = {key.replace("{number}+", ">\u00a0{number}") for key in known} | known
                left_out = {"{number}+"}
                assert len(own) == len(english)
            assert set(english) - left_out <= set(own) <= known, name
            assert all(own.values()), name


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_a_catalogue_is_translated(language: str) -> None:
    """Some words are the same in two languages, but not most; R{number} has none."""
    labels = read_labels(language)
    held = {name: getattr(labels, name) for name in Labels.__struct_fields__}
    texts = [
        name
        for name, text in held.items()
        if isinstance(text, str) and re.search(r"[^\W\d_]{2}", re.sub(r"\{\w+\}", "", text))
    ]
    same = [name for name in texts if getattr(labels, name) == getattr(ENGLISH, name)]
    assert len(same) < len(texts) / 10, same


def test_french_sets_its_own_spaces() -> None:
    """No-break before a colon and %, a narrow one inside guillemets and before ; ! ?"""
    labels = read_labels("fr")
    for name in Labels.__struct_fields__:
        value = getattr(labels, name)
        if isinstance(value, str):
            assert not re.search(r"[^\u00a0]:|[^\u202f][;!?»]|«[^\u202f]|'", value), name
    assert labels.quotation_marks[:2] == ("«\u202f", "\u202f»")
    assert labels.percent == "{number}\u00a0%"


def test_italian_puts_no_article_before_a_date_or_a_holder() -> None:
    """A day takes il or l’, a month none; da and la make dalla."""
    labels = read_labels("it")
    values = [getattr(labels, name) for name in Labels.__struct_fields__]
    texts = [value for value in values if isinstance(value, str)]
    assert not [text for text in texts if re.search(r"(?:\b[ad]?[iae]l |l’)\{(?:date|first)", text)]
    assert not [text for text in texts if re.search(r"\b(?:da|di|a|su) \{holder|'", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_in_markdown_names_each_part_in_each_language(language: str) -> None:
    own = section(language, "parts")
    assert list(own) == list(section("en", "parts"))
    assert all(part_names(language)[name] == part for part in own for name in own[part])
    assert part_names(language)["not said"] == "not_said"


def test_a_region_reads_the_catalogue_of_its_language() -> None:
    assert read_labels("fr-CA") == read_labels("fr")


def test_a_language_without_a_catalogue_is_reported() -> None:
    with pytest.raises(LoadError) as caught:
        read_labels("zh-Hans")
    (finding,) = caught.value.findings
    assert finding.code == "unknown-name"
    assert "de, en, es, fr, it" in finding.hint


def test_an_argument_in_a_language_without_a_catalogue_is_reported_where(tmp_path: Path) -> None:
    file = tmp_path / "mali.yaml"
    text = MALI.read_text("utf-8").replace("language: en-GB", "language: zh-Hans")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        labels_of(read_argument(file))
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("unknown-name", ("article", "language"))
    assert finding.file == str(file)
    assert text.splitlines()[(finding.line or 0) - 1].strip() == "language: zh-Hans"
    assert "there are: de, en, es, fr, it" in finding.hint


def with_labels(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "mali.yaml"
    held = "".join(f"  {line}\n" for line in lines)
    text = MALI.read_text("utf-8").replace("\narticle:", f"\nlabels:\n{held}article:", 1)
    file.write_text(text, encoding="utf-8")
    return file


def test_an_argument_gives_labels_of_its_own(tmp_path: Path) -> None:
    file = with_labels(tmp_path, "kind: Research note", 'based_on: "Of {the_work}: {citation}"')
    labels = labels_of(read_argument(file))
    assert (labels.kind, labels.based_on) == ("Research note", "Of the article: {citation}")
    assert labels.timeline == ENGLISH.timeline


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("kin: Note", "unknown-label", "did you mean kind?"),
        ("number_words: none", "unknown-label", "see docs"),
        ('position: "As of {day}"', "label-place", "Information as of {date}"),
        ('position: "As of {date"', "label-place", "Information as of {date}"),
    ],
)
def test_a_label_that_cannot_be_printed_is_reported_where(
    tmp_path: Path, line: str, code: str, hint: str
) -> None:
    file = with_labels(tmp_path, line)
    with pytest.raises(LoadError) as caught:
        labels_of(read_argument(file))
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == (code, ("labels", line.partition(":")[0]))
    assert finding.file == str(file)
    assert finding.line
    assert hint in finding.hint
