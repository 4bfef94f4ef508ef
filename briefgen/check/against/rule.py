"""What a rule about the source is, and what it is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from briefgen.check.against.clause_pairs import Clause, Clauses
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.passage import Passage, passages, sentences
from briefgen.check.rule import Remark
from briefgen.languages.small_words import JOINS
from briefgen.markup import words_in
from briefgen.types.anchor import AnchoredPassage, Anchors
from briefgen.types.argument import Argument
from briefgen.types.finding import Severity
from briefgen.types.source_map import Path

GAP = "\ufffc"
"""Stands in a printed text for a figure or quotation, which is not typed there."""


class Comparison(Struct, frozen=True, dict=True, eq=False):
    """An argument beside its article, with the anchors that are known."""

    argument: Argument
    index: SourceIndex
    anchors: Anchors | None = None
    given: tuple[Statement, ...] | None = None

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences that are compared, with the passage of each.

        They are those of all forms of the article's points, unless others are given.
        """
        return tuple(self._statements()) if self.given is None else self.given

    @cached_property
    def clauses(self) -> Clauses:
        """The clauses of sentences, each divided once for all rules."""
        return Clauses(self.index)

    def clauses_near(self, each: Statement) -> list[list[Clause]]:
        """Return, sentence by sentence, the clauses of a statement's passage that may speak of it.

        All rules that ask for those of one statement get the same.
        """
        if id(each) not in self._near:
            self._near[id(each)] = self.clauses.of_passage(each.text, each.among)
        return self._near[id(each)]

    @cached_property
    def _near(self) -> dict[int, list[list[Clause]]]:
        return {}

    def _statements(self) -> Iterator[Statement]:
        for passage, identity, locator in self._taken_from_the_article():
            among = self.passage_of(identity, locator)
            text = words_in(passage.text, figure=GAP, quotation=GAP)
            for sentence in sentences(text, self.argument.article.language):
                nearest, share = self.index.nearest(sentence, among)
                where = self.index.sentences if among is None else among
                yield Statement(passage, sentence, nearest, share, where)

    def _taken_from_the_article(self) -> Iterator[tuple[Passage, str, str | None]]:
        """Yield each passage of prose with the id and the locator of what it is part of.

        The editor's own points and notes are not taken from the article.
        """
        for passage in passages(self.argument):
            if (point := passage.point) is not None:
                if point.attribution.by != "editor":
                    yield passage, point.id, point.locator
            elif passage.path[0] == "timeline":
                assert isinstance(passage.path[1], int)
                event = self.argument.timeline[passage.path[1]]
                yield passage, event.id, event.locator
        yield from _over_the_text(self.argument)
        for number, fact in enumerate(self.argument.facts):
            for name in ("measure", "scope", "label"):
                if text := getattr(fact, name):
                    yield Passage(("facts", number, name), text), fact.id, fact.locator

    def passage_of(self, identity: str, locator: str | None) -> list[Sentence] | None:
        """Return the sentences of the article that something is taken from; None: any of them.

        They are those of the paragraphs that its locator names, and of its anchors.
        """
        names = self.places(locator)
        held = self.anchors.anchors.get(identity) if self.anchors else None
        if held and self.anchors:
            names += names_of(self.anchors.passages[name] for name in held.passages)
        return self.index.within(names) or None if names else None

    def places(self, locator: str | None) -> list[str]:
        """Return what a locator names, one by one: paragraph 7, page 3, standfirst."""
        return list(places_in(locator or "", self.index))


def _over_the_text(argument: Argument) -> Iterator[tuple[Passage, str, None]]:
    """Yield the title and the headings, which say of all the article what they say."""
    titles: dict[Path, str | None] = {
        ("title",): argument.title,
        ("short_title",): argument.short_title,
    }
    titles |= {("headings", name): text for name, text in argument.headings.model_dump().items()}
    for path, text in titles.items():
        if text and text != argument.thesis.forms.headline:  # which is read with its point
            yield Passage(path, text), "", None


def names_of(passages: Iterable[AnchoredPassage]) -> list[str]:
    """Return what locators call the paragraphs of passages."""
    return [name for one in passages for name in (f"paragraph {one.paragraph}", one.paragraph)]


class Statement(Struct, frozen=True):
    """A sentence of a form, with its passage and the sentence of it that is nearest."""

    passage: Passage
    text: str
    nearest: Sentence | None
    share: float
    among: list[Sentence]


_NUMBERS = re.compile(r"\s*(\d+(?:\.\d+)*)(?:\s*(?:[\u2013-]|to|à|bis|a|through)\s*(\d+))?")
_JOIN = re.compile(rf"\s*(?:,\s*(?:{JOINS})?|;|&|{JOINS})\s*")
MOST_OF_RANGE = 500


def places_in(locator: str, index: SourceIndex) -> Iterator[str]:
    """Yield the paragraphs, pages and parts that a locator names."""
    words = index.words
    kinds = {"paragraph": words.paragraph_words, "page": words.page_words}
    for kind, pattern in kinds.items():
        for found in re.finditer(rf"(?<!\w)(?:{pattern})", locator, re.IGNORECASE | re.VERBOSE):
            yield from (f"{kind} {number}" for number in _numbers(locator, found.end()))
    if re.search(rf"(?<!\w)(?:{words.standfirst_words})", locator, re.IGNORECASE | re.VERBOSE):
        yield "standfirst"


def _numbers(text: str, place: int) -> Iterator[str]:
    while found := _NUMBERS.match(text, place):
        first, last = found[1], found[2]
        if last and first.isdigit() and 0 < int(last) - int(first) < MOST_OF_RANGE:
            yield from map(str, range(int(first), int(last) + 1))
        else:
            yield first
        joined = _JOIN.match(text, found.end())
        if not joined:
            return
        place = joined.end()


SourceCheck = Callable[[Comparison], Iterator[Remark]]


class SourceRule(Struct, frozen=True):
    """One thing that is compared."""

    code: str
    severity: Severity
    summary: str
    remarks: SourceCheck


SOURCE_RULES: list[SourceRule] = []
"""Every rule of the modules imported so far."""


def source_rule(
    code: str, severity: Severity, summary: str
) -> Callable[[SourceCheck], SourceCheck]:
    """Register a function as a rule about an argument and its article."""

    def register(check: SourceCheck) -> SourceCheck:
        SOURCE_RULES.append(SourceRule(code, severity, summary, check))
        return check

    return register
