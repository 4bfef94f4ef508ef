"""Words that may say the same: firms and companies, and forms of one word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.cache import Same, kept
from briefgen.check.against.index import LEAST_LETTERS, STEM, SourceIndex, stem, words_of
from briefgen.languages.source_words import source_words
from briefgen.pattern import late_pattern


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


def kin_of(text: str, index: SourceIndex) -> tuple[frozenset[str], ...]:
    """Return, for each content word of a text but its figures, the roots that may say the same."""
    return _kin_of(text, Same(index))


@kept(8192)
def _kin_of(text: str, shared: Same[SourceIndex]) -> tuple[frozenset[str], ...]:
    index = shared.held
    groups = _roots(index.language)
    return tuple(
        groups.get(one := root(word), frozenset()) | {one}
        for word in words_of(text)
        if len(word) >= LEAST_LETTERS and not word[0].isdigit() and not index.is_small(word)
    )


def kin_in(text: str, index: SourceIndex) -> frozenset[str]:
    """Return the roots that may say the same as any content word of a text."""
    return frozenset[str]().union(*kin_of(text, index))


def common(words: Iterable[frozenset[str]], others: Iterable[str]) -> int:
    """Return how many words, each by its roots and counted once, are among others."""
    return sum(not one.isdisjoint(others) for one in {*words})


@kept(65536)
def root(word: str) -> str:
    """Return the root of a word, by which even its short forms are alike: pump of pumping."""
    last = ""
    while word != last:
        last = word
        if verb := _VERB.fullmatch(word):
            word = verb[1] + (verb[2] or "")
        word = _ENDING.sub("", word)[:STEM]
    return word


_VERB = late_pattern(r"([a-z]*[aeiouy][a-z]*?)(?:([bdgmnprt])\2)?(?<=[a-z]{3})(?:ing|ed)")
_ENDING = late_pattern(r"(?:(?<=[^\W\d_]{4})(?:er|en|ly)|(?<=[^\W\d_]{3})(?:(?<!s)s|e))$")


@kept(8)
def _roots(language: str) -> Mapping[str, frozenset[str]]:
    """Return the roots of words that may say the same, by each of them."""
    found: dict[str, frozenset[str]] = {}
    for words in source_words(language).synonyms:
        group = frozenset(map(root, words.split()))
        for one in group:
            found[one] = found.get(one, frozenset()) | group
    return found
