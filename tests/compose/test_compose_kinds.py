"""What is summarised is named in each language with its gender, case and article."""

from __future__ import annotations

import re

import pytest

from briefgen.load.labels import read_labels
from briefgen.load.resources import names
from briefgen.types.labels import Labels

KINDS = ("article", "report", "study", "law", "speech", "dataset", "other")


@pytest.mark.parametrize(
    ("language", "kind", "based_on", "not_said"),
    [
        ("en", "report", "This brief summarises a report: ", "What the report does not say"),
        ("en", "article", "This brief summarises an article: ", None),
        ("fr", "study", "Cette note résume une étude : ", "Ce que l’étude ne dit pas"),
        ("fr", "report", "Cette note résume un rapport : ", "Ce que le rapport ne dit pas"),
        ("de", "report", "Dieses Dossier fasst einen Bericht zusammen: ", None),
        ("de", "law", "Dieses Dossier fasst ein Gesetz zusammen: ", None),
        ("de", "study", None, "Was die Studie nicht sagt"),
        ("es", "law", "Esta nota resume una ley: ", "Lo que la ley no dice"),
        ("es", "dataset", "Esta nota resume un conjunto de datos: ", None),
        (
            "it",
            "study",
            "Questa nota riassume uno studio: ",
            "Ciò che lo studio non dice",
        ),
        ("it", "article", None, "Ciò che l’articolo non dice"),
    ],
)
def test_a_kind_has_its_words(
    language: str, kind: str, based_on: str | None, not_said: str | None
) -> None:
    labels = read_labels(language, kind)
    if based_on:
        assert labels.based_on.replace("\u00a0", " ") == f"{based_on}{{citation}}"
    assert not_said in (None, labels.not_said)


@pytest.mark.parametrize("language", names("labels"))
@pytest.mark.parametrize("kind", KINDS)
def test_no_mark_of_a_kind_is_left(language: str, kind: str) -> None:
    labels = read_labels(language, kind)
    held = {name: getattr(labels, name) for name in Labels.__struct_fields__ if name != "works"}
    assert not re.findall(r"\{\w*work\}", str(held), re.IGNORECASE)
