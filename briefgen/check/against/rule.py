"""What a rule about the source is, and what it is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from briefgen.check.against.clause_pairs import Clause, Clauses
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.passage import Passage, passages, sentences
from briefgen.check.rule import Remark
from briefgen.languages.files import quantity_words
from briefgen.languages.recognised import JOINS
from briefgen.markup import words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.finding import Severity
from briefgen.types.point import Form
from briefgen.types.signoff import AnchoredPassage, Anchors
from briefgen.types.source_map import Path

LEAST_BESIDE, ALIKE, LEAST_OWN = 0.4, 0.75, 0.4
"""Share of a statement's words that a sentence must have for its passage to be known by them, and
share of these that others have which may be meant as well, and share with which the nearest one
counts wherever it stands."""

_NAME = late_pattern(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][\w'\u2019-]*")
LEAST_PLAIN = 3
"""Words besides names by which a statement is found."""

MOST_NEAREST = 3
"""Sentences that may be nearest to one that says where its point is taken from."""

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
        if self.given is not None:
            return self.given
        return tuple(self._nearest_in_its_point(each) for each in self._read)

    @cached_property
    def _read(self) -> tuple[Statement, ...]:
        """The statements, each with the nearest sentence of its place or of all the article."""
        return tuple(self._statements()) if self.given is None else self.given

    def _nearest_in_its_point(self, each: Statement) -> Statement:
        """Return a headline with the sentence that is nearest among those of its other forms."""
        if each.passage.form != Form.HEADLINE or not self.index.is_all(each.among):
            return each
        near = self.beside(each)
        if self.index.is_all(near):
            return each
        nearest, share = self.index.nearest(each.text, near)
        return replace(each, nearest=nearest, share=share)

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

    def beside(self, each: Statement) -> Sequence[Sentence]:
        """Return the sentences that a statement may be taken from, whether it names a place or not.

        Without a place they are the paragraphs of the sentences nearest to the statements of its
        point, and those around them; where its own words are too few to tell, the whole article.
        """
        if not self.index.is_all(each.among) or each.share < LEAST_BESIDE:
            return each.among
        whole = each.passage.path[:2]
        if whole not in self._beside:
            near = [
                self.index.nearly_nearest(self._without_names(other.text), ALIKE)
                for other in self._of_point.get(whole, (each,))
                if other.share >= LEAST_BESIDE
            ]
            few = [one for one in near if len(one) <= MOST_NEAREST] or near
            self._beside[whole] = self.index.around(chain(*few))
        found_beside = self._beside[whole]
        own, share = self._own_nearest(each.text)
        if own is None or share < LEAST_OWN or own in found_beside:
            return found_beside
        return [*found_beside, *self.index.around((own,))]

    def _own_nearest(self, text: str) -> tuple[Sentence | None, float]:
        """Return the sentence nearest to a text without its names, which may be wrong."""
        if text not in self._nearest_of:
            self._nearest_of[text] = self.index.nearest(self._without_names(text))
        return self._nearest_of[text]

    @cached_property
    def _nearest_of(self) -> dict[str, tuple[Sentence | None, float]]:
        return {}

    def of_point(self, each: Statement) -> Sequence[Statement]:
        """Return all statements of the point, fact or event that a statement is of."""
        return self._all_of_point[each.passage.path[:2]]

    def before(self, each: Statement) -> Statement | None:
        """Return the sentence before a statement in its form."""
        form = [one for one in self.of_point(each) if one.passage.path == each.passage.path]
        place = next((at for at, one in enumerate(form) if one is each), 0)
        return form[place - 1] if place else None

    @cached_property
    def _all_of_point(self) -> dict[Path, list[Statement]]:
        found: dict[Path, list[Statement]] = {}
        for each in self.statements:
            found.setdefault(each.passage.path[:2], []).append(each)
        return found

    def around(self, each: Statement) -> Sequence[Sentence]:
        """Return the sentences beside a statement, or else those beside the others of its point."""
        near = self.beside(each)
        if not self.index.is_all(near):
            return near
        found: dict[int, Sentence] = {}
        for other in self._of_point.get(each.passage.path[:2], ()):
            if not self.index.is_all(found_beside := self.beside(other)):
                found |= {id(one): one for one in found_beside}
        return [*found.values()] or near

    @cached_property
    def _beside(self) -> dict[Path, Sequence[Sentence]]:
        return {}

    @cached_property
    def _of_point(self) -> dict[Path, Sequence[Statement]]:
        """The statements of each point but headlines, which are few words, where it has others."""
        found: dict[Path, list[Statement]] = {}
        for each in self._read:
            found.setdefault(each.passage.path[:2], []).append(each)
        return {
            path: [one for one in statements if one.passage.form != Form.HEADLINE] or statements
            for path, statements in found.items()
        }

    def _without_names(self, text: str) -> str:
        """Return a text without its names, if enough is left to find it by: they may be wrong."""
        words = quantity_words(self.index.language)
        if words is not None and words.noun == "capital":
            return text
        plain = _NAME.sub("", text)
        return plain if len(self.index.stems(plain)) >= LEAST_PLAIN else text

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
        anchor = self.anchors.anchors.get(identity) if self.anchors else None
        if anchor and self.anchors:
            names += names_of(self.anchors.passages[name] for name in anchor.passages)
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


_NUMBERS = late_pattern(r"\s*(\d+(?:\.\d+)*)(?:\s*(?:[\u2013-]|to|à|bis|a|through)\s*(\d+))?")
_JOIN = late_pattern(rf"\s*(?:,\s*(?:{JOINS})?|;|&|{JOINS})\s*")
MOST_OF_RANGE = 500


def places_in(locator: str, index: SourceIndex) -> Iterator[str]:
    """Yield the paragraphs, pages, notes and parts that a locator names."""
    words = index.words
    kinds = {
        "paragraph": words.paragraph_words,
        "page": words.page_words,
        "note": words.note_words,
    }
    for kind, pattern in kinds.items():
        if kind == "note" and not index.has_notes:
            continue  # they have no numbers there
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
