"""Words that may say the same of what is counted or done: firms, companies."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.cache import kept
from briefgen.check.against.index import SourceIndex, stem
from briefgen.languages.source_words import source_words


def alike(stems: frozenset[str], index: SourceIndex) -> frozenset[str]:
    """Return the beginnings of words, and those of words that may say the same."""
    groups = _groups(index.language)
    return stems.union(*(groups.get(one, frozenset()) for one in stems))


@kept(8)
def _groups(language: str) -> Mapping[str, frozenset[str]]:
    """Return the beginnings of words that may say the same, by each of them."""
    found: dict[str, frozenset[str]] = {}
    for words in source_words(language).synonyms:
        group = {stem(word) for one in words.split() for word in (one, one.removesuffix("s"))}
        for one in group:
            found[one] = found.get(one, frozenset()) | group
    return found
