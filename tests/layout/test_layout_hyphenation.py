"""Words are divided by the patterns of their language, and only so many are kept."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefgen import cache
from briefgen.layout import hyphenation
from briefgen.layout.hyphenation import divisions


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


def test_a_process_that_meets_ever_new_words_keeps_only_so_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hyphenation, "KEPT", 50)
    cache.clear()
    letters = "abcdefghij"
    for number in range(300):
        divisions("peace" + "".join(letters[int(digit)] for digit in str(number)), "en-GB")
    assert 0 < len(hyphenation._patterns("en-GB").hd.cache) <= 50
