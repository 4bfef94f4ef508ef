"""Printed sentences beside the article's words that they are taken from, with what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from briefgen.check.against.anchoring import digest_of
from briefgen.check.against.copying import CopiedRuns
from briefgen.check.against.differing import OWN_WORDS, differences
from briefgen.check.against.figures import counted_here, holding
from briefgen.check.against.index import Sentence, SourceIndex
from briefgen.check.against.rule import Comparison, Statement
from briefgen.check.passage import Passage, passages, points
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.point import Modality, Point
from briefgen.types.signoff import Anchors, PrintedSentence, SourceWords, StatementClass
from briefgen.types.source_map import Path
from briefgen.types.source_text import SourceText

NEARLY = 0.75
"""Share of the words of the nearest sentence that another one has in common, which is shown too."""

LEAST_SHARE, LEAST_ANYWHERE = 0.2, 0.5
"""Share of a sentence's words that a passage must have to be shown; more, where none is named."""

MOST_SHOWN = 3
"""Sentences of the article beside a printed one, those of figures and quotations not counted."""


class Beside(Struct, frozen=True):
    """What stands beside a printed sentence, and where the argument has it."""

    passage: tuple[SourceWords, ...]
    kind: StatementClass
    differences: tuple[str, ...]
    copied_words: int
    path: Path
    text_line: int | None


def beside(
    printed: Sequence[PrintedSentence],
    argument: Argument,
    source: SourceText | None,
    anchors: Anchors | None,
) -> list[Beside]:
    """Return what stands beside each printed sentence; without an article, no words of it."""
    index = _empty(argument) if source is None else SourceIndex(source, argument.article.date)
    finder = _Finder(argument, Comparison(argument, index, anchors))
    statements = [finder.statement(number, each) for number, each in enumerate(printed)]
    kinds = [finder.kind(each) for each in printed]
    stated = (
        differences(finder.compared, printed, statements, kinds) if source else [()] * len(kinds)
    )
    runs = CopiedRuns(index)
    made = []
    for number, (each, statement) in enumerate(zip(printed, statements, strict=True)):
        passage = finder.passage(each)
        path = passage.path if passage else finder.own_path(each)
        text_line = passage.text_line if passage else None
        words = finder.words(each, statement, kinds[number])
        lacks = (
            not words and source is not None and kinds[number] not in ("editor", "frame", "outside")
        )
        found = ("no passage of the article is near",) if lacks else stated[number]
        if kinds[number] not in OWN_WORDS and (run := runs.copied_in(statement.text)):
            found = (*found, f"copied: {len(run)} words of the article in a row")
        copied = runs.longest(statement.text)
        made.append(Beside(words, kinds[number], found, copied, path, text_line))
    return made


def _empty(argument: Argument) -> SourceIndex:
    return SourceIndex(SourceText("", "", (), argument.article.language))


class _Finder(Struct, frozen=True, dict=True, eq=False):
    """Finds, for a printed sentence, what of the argument and of the article it is made of."""

    argument: Argument
    compared: Comparison

    @cached_property
    def _points(self) -> Mapping[str, tuple[Path, Point]]:
        return {point.id: (path, point) for path, point in points(self.argument)}

    def _point(self, each: PrintedSentence) -> Point | None:
        point = self._points.get(each.point or "")
        return point[1] if point else None

    @cached_property
    def _passages(self) -> Mapping[str | None, list[Passage]]:
        found: dict[str | None, list[Passage]] = {}
        for each in passages(self.argument):
            found.setdefault(each.point.id if each.point else None, []).append(each)
        return found

    def statement(self, number: int, each: PrintedSentence) -> Statement:
        """Return a printed sentence as rules take it, with the passage that it is compared with."""
        among = self._among(each)
        nearest, share = self.compared.index.nearest(each.words, among)
        where = self.compared.index.sentences if among is None else among
        return Statement(Passage(("printed", number), each.text), each.words, nearest, share, where)

    def _among(self, each: PrintedSentence) -> list[Sentence] | None:
        """Return the sentences of the article that a printed one may be taken from; None: any."""
        found: dict[int, Sentence] = {}
        named = [*self._named(each)]
        for identity, locator in named:
            for one in self.compared.passage_of(identity, locator) or ():
                found.setdefault(id(one), one)
        return list(found.values()) or None

    def _named(self, each: PrintedSentence) -> Iterator[tuple[str, str | None]]:
        """Yield ids and locators of all that a sentence prints."""
        if point := self._point(each):
            yield point.id, point.locator
        collections = ((self.argument.timeline, (each.event,)), (self.argument.notes, (each.note,)))
        more = ((self.argument.facts, each.facts), (self.argument.quotations, each.quotations))
        for items, wanted in (*collections, *more):
            for one in items:
                if one.id in wanted:
                    yield one.id, one.locator

    def kind(self, each: PrintedSentence) -> StatementClass:
        """Return what a sentence is, by the types of what it prints."""
        point = self._point(each)
        if not each.is_text:
            return "frame"
        if each.note or each.section in ("uncertain", "glossary"):
            outside = any(one.outside for one in self.argument.notes if one.id == each.note)
            return "outside" if outside else "editor"
        if each.quotations:
            return "quotation"
        if point is not None and point.attribution.by == "editor":
            return "inference" if point.modality is Modality.INFERRED else "editor"
        if point is not None and point.modality is Modality.INFERRED:
            return "inference"
        return "count" if self._counts.intersection(each.facts) else "paraphrase"

    @cached_property
    def _counts(self) -> frozenset[str]:
        """The facts whose number the article does not say: the editor counted."""
        if not self.compared.index.sentences:
            return frozenset()
        return frozenset(
            fact.id for fact in self.argument.facts if not counted_here(fact, self.compared)
        )

    def words(
        self, each: PrintedSentence, statement: Statement, kind: StatementClass
    ) -> tuple[SourceWords, ...]:
        """Return the article's words beside a sentence, in the article's order."""
        if kind == "frame":
            return ()
        found = {id(one): one for one in self._near(each, statement, kind)}
        marks: dict[int, list[tuple[int, int]]] = {}
        for one, start, end in self._exact(each):
            found[id(one)] = one
            marks.setdefault(id(one), []).append((start, end))
        order = self._order
        return tuple(
            SourceWords(
                order[id(one)],
                one.paragraph.locator,
                one.text,
                digest_of(one.text) in self._anchored,
                tuple(sorted(set(marks.get(id(one), ())))),
            )
            for one in sorted(found.values(), key=lambda passage: order[id(passage)])
        )

    def _near(
        self, each: PrintedSentence, statement: Statement, kind: StatementClass
    ) -> list[Sentence]:
        """Return the sentences that share most words with a printed one.

        Where they are too few, in a named place: the one nearest to all that its point says.
        """
        named = self._among(each) is not None and kind != "editor"
        if statement.nearest is None or statement.share < (
            LEAST_SHARE if named else LEAST_ANYWHERE
        ):
            forms = " ".join(words_in(one.text) for one in self._passages.get(each.point, ()))
            whole, _ = self.compared.index.nearest(forms, statement.among)
            return [whole] if whole and named and each.point else []
        stems = self.compared.index.stems(each.words)
        least = statement.share * len(stems) * NEARLY
        near = (one for one in statement.among if len(one.stems & stems) >= least)
        return sorted(near, key=lambda one: -len(one.stems & stems))[:MOST_SHOWN]

    def _exact(self, each: PrintedSentence) -> Iterator[tuple[Sentence, int, int]]:
        """Yield where the article says the figures and quotations of a sentence."""
        for fact in self.argument.facts:
            if fact.id in each.facts:
                among = self.compared.passage_of(fact.id, fact.locator)
                for one, said in holding(fact, among or self.compared.index.sentences)[:1]:
                    yield one, said.start, said.unit_end
        for quotation in self.argument.quotations:
            if quotation.id in each.quotations:
                words = re.findall(r"\w+", quotation.text)
                pattern = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
                for one in self.compared.index.sentences:
                    if words and (place := pattern.search(one.text)):
                        yield one, *place.span()
                        break

    @cached_property
    def _order(self) -> Mapping[int, int]:
        return {id(one): number for number, one in enumerate(self.compared.index.sentences)}

    @cached_property
    def _anchored(self) -> frozenset[str]:
        anchors = self.compared.anchors
        return (
            frozenset(one.digest for one in anchors.passages.values()) if anchors else frozenset()
        )

    def passage(self, each: PrintedSentence) -> Passage | None:
        """Return where the argument has a sentence: the passage that it shares most words with."""
        stems = self.compared.index.stems(each.text)
        known = ((self._stems(one) & stems, one) for one in self._own_passages(each))
        shared, best = max(known, key=lambda two: len(two[0]), default=(frozenset(), None))
        return best if best is not None and len(shared) >= len(stems) * LEAST_ANYWHERE else None

    def _own_passages(self, each: PrintedSentence) -> Sequence[Passage]:
        """Return the passages of the point, note or event that a sentence prints."""
        if each.point:
            of_point = self._passages.get(each.point, [])
            return [one for one in of_point if one.form == each.form] or of_point
        others = self._passages.get(None, [])
        if each.section in ("uncertain", "glossary"):
            return others
        own = self.own_path(each)
        return [one for one in others if own and one.path[: len(own)] == own]

    def _stems(self, one: Passage) -> frozenset[str]:
        return self.compared.index.stems(words_in(one.text))

    def own_path(self, each: PrintedSentence) -> Path:
        """Return the path of what a sentence prints, where its words are found nowhere."""
        if each.point and each.point in self._points:
            return self._points[each.point][0]
        for name, wanted in (
            ("timeline", (each.event,)),
            ("notes", (each.note,)),
            ("facts", each.facts),
            ("quotations", each.quotations),
        ):
            for number, one in enumerate(getattr(self.argument, name)):
                if one.id in wanted:
                    return name, number
        return ("title",) if each.section == "title" else ()
