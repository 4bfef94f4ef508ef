"""Words are divided by the patterns of their language."""

from __future__ import annotations

import functools
from itertools import pairwise

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout import breaks
from briefgen.layout.breaks import divisions


def divided(word: str, language: str) -> str:
    places = [0, *divisions(word, language), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("word", "language", "reported"),
    [
        ("peacekeeping", "en-GB", "peace-keep-ing"),
        ("“peacekeeping,”", "en-GB", "“peace-keep-ing,”"),
        ("gouvernement", "fr-FR", "gou-ver-ne-ment"),
        ("MINUSMA", "en-GB", "MINUSMA"),
        ("well-being", "en-GB", "well-being"),
        ("2019er", "en-GB", "2019er"),
        ("peacekeeping", "zz", "peacekeeping"),
    ],
)
def test_words_are_divided_by_their_language(word: str, language: str, reported: str) -> None:
    assert divided(word, language) == reported


def test_each_language_has_the_patterns_that_pyphen_gives_it() -> None:
    given = {name.lower(): path.name for name, path in pyphen.LANGUAGES.items()}
    assert {name: path.name for name, path in breaks._dictionaries().items()} == given


LANGUAGES = ("en_GB", "fr", "es", "it_IT", "ca", "hu", "de-BE")


@given(st.sampled_from(LANGUAGES), st.text("abcdeghilmnoprstuvéñç", min_size=6, max_size=20))
def test_patterns_that_are_read_late_divide_as_those_that_are_read_at_once(
    language: str, word: str
) -> None:
    at_once = _whole(language)
    assert list(divisions(word, language)) == at_once.positions(word)


@functools.cache
def _whole(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=language, left=3, right=3, cache=False)
