"""Clauses of a sentence, each beside the clauses of its passage that speak of the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefgen.check.against.clauses import with_references
from briefgen.check.against.index import Sentence, SourceIndex, words_of
from briefgen.check.against.rule import GAP, Comparison, Statement
from briefgen.types.reference import Referred

LEAST_SHARED = 2
"""Words that a clause must share with one of the article, to be set beside it."""

IN_SENTENCE = 0.34
"""What a word counts that both sentences have, and not the two clauses."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def years_of(words: Iterable[str]) -> frozenset[str]:
    """Return the years among some words."""
    return frozenset(word for word in words if _YEAR.fullmatch(word))


class Clause(Struct, frozen=True, eq=False):
    """A clause with where it begins in its sentence, its words, and those that tell something."""

    text: str
    start: int
    words: tuple[str, ...]
    stems: frozenset[str]
    sentence: Sentence | None = None

    @property
    def numbers(self) -> frozenset[str]:
        """Its numbers as they are written."""
        return frozenset(word for word in self.words if word[0].isdigit())

    @property
    def years(self) -> frozenset[str]:
        """Its years."""
        return years_of(self.words)

    def score(self, other: Clause) -> float:
        """Return how much another clause, of the article, says of the same."""
        shared = self.stems & other.stems
        return len(shared) + len(self.numbers & other.numbers)


class Clauses:
    """The clauses of texts, each text divided once."""

    def __init__(self, index: SourceIndex) -> None:
        self.index = index
        self._of_sentences: dict[int, list[Clause]] = {}

    def of(self, text: str, sentence: Sentence | None = None) -> list[Clause]:
        """Return the clauses of a text."""
        return [
            Clause(part, start, words_of(part), self.index.stems(part), sentence)
            for start, part in self._parts(text)
            if part.strip(f" {GAP}")
        ]

    def _parts(self, text: str) -> Iterator[tuple[int, str]]:
        start = 0
        for found in self.index.words.parts_clauses.finditer(text):
            yield start, text[start : found.start()]
            start = found.end()
        yield start, text[start:]

    def of_passage(self, each: Statement) -> Iterator[Clause]:
        """Yield the clauses of the sentences that share a word with a statement."""
        for sentence in self.index.sharing(each.text, each.among):
            if id(sentence) not in self._of_sentences:
                self._of_sentences[id(sentence)] = self.of(sentence.text, sentence)
            yield from self._of_sentences[id(sentence)]


def best_of(ours: Clause, theirs: Iterable[Clause]) -> tuple[float, Sequence[Clause]]:
    """Return the highest score of clauses, and those that have nearly as much."""
    scored = [(ours.score(one), one) for one in theirs]
    highest = max((score for score, _ in scored), default=0.0)
    return highest, [one for score, one in scored if score >= NEARLY * highest]


NEARLY = 0.8
"""Share of the highest score with which a clause may be meant as well."""


def shown(clause: Clause) -> str:
    """Return a clause of the article with its place, for a hint."""
    assert clause.sentence is not None
    return f'{clause.sentence.paragraph.locator} reads: "{clause.text.strip()}"'


def in_prose(compared: Comparison) -> Iterator[tuple[Statement, Sequence[Referred]]]:
    """Yield the statements that are no headings of the text, with what stands in their gaps."""
    for each, named in with_references(compared):
        if each.nearest is not None and each.passage.path[0] != "headings":
            yield each, named
