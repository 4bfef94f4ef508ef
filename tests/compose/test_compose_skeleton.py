"""The skeleton of `briefgen new` cites within sentences, as a newcomer does: no space is left."""

from __future__ import annotations

import re

import pytest
from samples.stand_in import ROOT

import briefgen
from briefgen.check.passage import passages
from briefgen.compose.citing import Citing
from briefgen.compose.prose import ProseReader
from briefgen.compose.words import Words
from briefgen.types.prose import text_of

SKELETON = briefgen.load(ROOT / "templates" / "skeleton.yaml")


@pytest.mark.parametrize("citing", ["none", "numbers", "brackets"])
def test_no_space_is_left_before_a_stop_or_beside_another(citing: Citing, words: Words) -> None:
    reader = ProseReader(
        words,
        {fact.id: fact for fact in SKELETON.facts},
        {quotation.id: quotation for quotation in SKELETON.quotations},
        SKELETON.glossary,
        {source.id: source for source in SKELETON.sources},
        citing,
    )
    printed = [text_of(reader.read(each.text)) for each in passages(SKELETON)]
    assert any("[@" in each.text for each in passages(SKELETON))
    assert [text for text in printed if re.search(r" [.,;:)]|  ", text)] == []
