"""Clauses of a sentence, each beside the clauses of its passage that speak of the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.pattern import late_pattern

LEAST_SHARED = 2
"""Words that a clause must share with one of the article, to be set beside it."""

IN_SENTENCE = 0.34
"""What a word counts that both sentences have, and not the two clauses."""

_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d")


def years_of(words: Iterable[str]) -> frozenset[str]:
    """Return the years among some words."""
    return frozenset(word for word in words if _YEAR.fullmatch(word))


def as_written(words: Iterable[str], text: str) -> str:
    """Return words, or beginnings of them, as a text writes them, in its order."""
    wanted = {*map(stem, words)}
    found = {
        stem(said): one[0]
        for one in reversed([*_SAID.finditer(text)])
        for said in words_of(one[0])[:1]
        if stem(said) in wanted
    }
    order = sorted(found.values(), key=text.index)
    return ", ".join(order) or ", ".join(sorted(words))


_SAID = late_pattern(r"[^\W_]+(?:[-\u2010\u2011.][^\W_]+)*")


class Clause(Struct, frozen=True, dict=True, eq=False):
    """A clause with where it begins in its sentence, its words, and its content words."""

    text: str
    start: int
    words: tuple[str, ...]
    stems: frozenset[str]
    numbers: frozenset[str] = frozenset()
    sentence: Sentence | None = None

    @cached_property
    def remembered(self) -> dict[object, Any]:
        """What rules have found in it, by what they looked for."""
        return {}

    @property
    def years(self) -> frozenset[str]:
        """Its years."""
        return years_of(self.numbers)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Its content words, and its numbers."""
        return self.stems | self.numbers

    def score(self, other: Clause) -> int:
        """Return how many words and numbers another clause shares, numbers twice."""
        return len(self.stems & other.stems) + len(self.numbers & other.numbers)


def clause_of(
    text: str, index: SourceIndex, start: int = 0, sentence: Sentence | None = None, also: str = ""
) -> Clause:
    """Return a text as one clause; `also` is a number that belongs to it."""
    words = words_of(text)
    numbers = {word for word in words if word[0].isdigit()} | {also} - {""}
    return Clause(text, start, words, index.stems(text), frozenset(numbers), sentence)


class Clauses:
    """The clauses of texts, each text divided once."""

    def __init__(self, index: SourceIndex) -> None:
        self.index = index
        self._of_sentences: dict[int, list[Clause]] = {}
        self._of_texts: dict[str, list[Clause]] = {}
        self._with_antecedents: dict[int, list[Clause]] = {}

    def of(self, text: str) -> list[Clause]:
        """Return the clauses of a text."""
        if text not in self._of_texts:
            self._of_texts[text] = self._divided(text)
        return self._of_texts[text]

    def with_antecedents(
        self, clauses: list[Clause], join: Callable[[list[Clause], SourceIndex], list[Clause]]
    ) -> list[Clause]:
        """Return clauses of this with their antecedents, as `join` puts them, each list once."""
        if id(clauses) not in self._with_antecedents:
            self._with_antecedents[id(clauses)] = join(clauses, self.index)
        return self._with_antecedents[id(clauses)]

    def _divided(self, text: str, sentence: Sentence | None = None) -> list[Clause]:
        parts = [(start, part) for start, part in self._parts(text) if part.strip()]
        return [clause_of(part, self.index, start, sentence) for start, part in parts]

    def _parts(self, text: str) -> Iterator[tuple[int, str]]:
        start = 0
        for found in self.index.words.parts_clauses.finditer(text):
            yield start, text[start : found.start()]
            start = found.end()
        yield start, text[start:]

    def of_passage(self, text: str, among: Sequence[Sentence]) -> list[list[Clause]]:
        """Return, sentence by sentence, the clauses of a passage that share a word with a text."""
        return [self.of_sentence(sentence) for sentence in self.index.sharing(text, among)]

    def of_sentence(self, sentence: Sentence) -> list[Clause]:
        """Return the clauses of a sentence of the article."""
        if id(sentence) not in self._of_sentences:
            self._of_sentences[id(sentence)] = self._divided(sentence.text, sentence)
        return self._of_sentences[id(sentence)]


def best_of(ours: Clause, theirs: Iterable[Clause]) -> tuple[int, Sequence[Clause]]:
    """Return the highest score of clauses, and those that have nearly as much."""
    scored = [(ours.score(one), one) for one in theirs]
    highest = max((score for score, _ in scored), default=0)
    return highest, [one for score, one in scored if score >= NEARLY * highest]


NEARLY = 0.8
"""Share of the highest score with which a clause may be meant as well."""


def shown(clause: Clause) -> str:
    """Return a clause of the article with its place, for a hint."""
    assert clause.sentence is not None
    return clause.sentence.reading(clause.text.strip())
