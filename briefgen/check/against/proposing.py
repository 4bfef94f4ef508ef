"""Propose anchors: the passage of the article that each statement is nearest to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from briefgen.check.against.anchoring import digest_of
from briefgen.check.against.checking import check_against
from briefgen.check.against.figures import holding
from briefgen.check.against.index import Sentence, SourceIndex, folded
from briefgen.check.against.rule import Comparison
from briefgen.check.passage import points, sentences
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.signoff import (
    END_WORDS,
    EXACT_WORDS,
    SHARE,
    Anchor,
    AnchoredPassage,
    Anchors,
)
from briefgen.types.source_text import SourceText

LEAST_SHARE = 0.3
"""Share of a statement's words that a passage must have."""

MOST_PASSAGES = 6
"""Passages that are proposed for one point."""


class _Found(Struct, frozen=True):
    """What one thing is taken from, with the exact words of a figure or quotation."""

    identity: str
    sentences: Sequence[Sentence]
    exact: str | None = None


def proposed_anchors(argument: Argument, source: SourceText, existing: Anchors | None) -> Anchors:
    """Return anchors for all that an argument takes from an article; those that are held stay.

    One whose passage has changed stays, too, so that it is reported. A point is not anchored where
    that alone would make the check report something of it. So that all keep within their
    share of the article, the ends of passages get shorter, and exact words are left out at last.
    """
    compared = Comparison(argument, SourceIndex(source, argument.article.date), existing)
    found = [each for each in _found(compared) if each.sentences]
    found = _without_new_findings(found, compared)
    limit = sum(compared.index.vocabulary.values()) * SHARE
    made = _Maker(source, existing, END_WORDS).made(found)
    for ends, exact in ((3, True), (2, True), (1, True), (1, False)):
        if made.word_count <= limit:
            break
        made = _Maker(source, existing, ends, exact=exact).made(found)
    return made


def _without_new_findings(found: Sequence[_Found], compared: Comparison) -> list[_Found]:
    """Leave out the points of which more is reported once they are held to their passages."""
    argument, index, anchors = compared.argument, compared.index, compared.anchors
    known = {(each.path, each.message) for each in check_against(argument, index, anchors)}
    made = _Maker(index.source, anchors, END_WORDS).made(found)
    paths = {path: point.id for path, point in points(argument)}
    new = {
        paths.get(each.path[:length])
        for each in check_against(argument, index, made)
        if (each.path, each.message) not in known
        for length in (1, 2)
    }
    return [each for each in found if each.identity not in new]


class _Maker(Struct):
    """Makes anchors with so many words at either end of a passage."""

    source: SourceText
    held: Anchors | None
    end_words: int
    exact: bool = True
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    passages: dict[str, AnchoredPassage] = field(default_factory=dict)

    def made(self, found: Sequence[_Found]) -> Anchors:
        anchors = dict(self.held.anchors) if self.held else {}
        for name, passage in (self.held.passages if self.held else {}).items():
            self._keep(name, passage)
        for each in found:
            if each.identity in anchors:
                continue
            names = tuple(dict.fromkeys(map(self._name, each.sentences)))
            exact = each.exact if self.exact and each.exact else ""
            short = exact if 0 < len(exact.split()) <= EXACT_WORDS else None
            anchors[each.identity] = Anchor(passages=names, words=short)
        waive = self.held.waive if self.held else ()
        return Anchors(
            article=self.source.digest, passages=self.passages, anchors=anchors, waive=waive
        )

    def _keep(self, name: str, passage: AnchoredPassage) -> None:
        self.passages[name] = passage
        self.names[passage.paragraph, passage.digest] = name

    def _name(self, sentence: Sentence) -> str:
        """Return the id of a passage, a new one the first time."""
        paragraph = sentence.paragraph
        number = str(paragraph.number) if paragraph.number else paragraph.kind
        place = paragraph.label or number
        digest = digest_of(sentence.text)
        if (place, digest) not in self.names:
            words = sentence.text.split()
            passage = AnchoredPassage(
                paragraph=place,
                first=" ".join(words[: self.end_words]),
                last=" ".join(words[-self.end_words :]),
                digest=digest,
            )
            self._keep(f"p{place.replace('.', '-')}-{digest[:6]}", passage)
        return self.names[place, digest]


def _found(compared: Comparison) -> Iterator[_Found]:
    argument, index = compared.argument, compared.index
    for fact in argument.facts:
        among = compared.passage_of(fact.id, fact.locator) or index.sentences
        said = holding(fact, among)[:1]
        exact = [one.text[quantity.start : quantity.unit_end] for one, quantity in said]
        yield _Found(fact.id, [one for one, _ in said], *exact)
    for quotation in argument.quotations:
        text = folded(quotation.text)
        found = [one for one in index.sentences if text in folded(one.text)][:1]
        yield _Found(quotation.id, found, quotation.text)
    for event in argument.timeline:
        among_event = compared.passage_of(event.id, event.locator)
        yield _Found(event.id, _nearest([event.text], compared, among_event))
    for _, point in points(argument):
        if point.attribution.by != "editor":
            forms = (*point.forms.detail, point.forms.summary, point.forms.headline)
            among_point = compared.passage_of(point.id, point.locator)
            texts = [*filter(None, forms)]
            near = _nearest(texts, compared, among_point)
            yield _Found(point.id, [*near, *_further(texts, near, compared, among_point)])


def _nearest(
    texts: Sequence[str], compared: Comparison, among: list[Sentence] | None
) -> list[Sentence]:
    """Return the passages that the sentences of the longest forms are nearest to, each once."""
    found: dict[int, Sentence] = {}
    language = compared.argument.article.language
    for said in (one for text in texts for one in sentences(words_in(text), language)):
        sentence, share = compared.index.nearest(said, among)
        if sentence is not None and share >= LEAST_SHARE and _can_be_named(sentence):
            found.setdefault(id(sentence), sentence)
    return list(found.values())[:MOST_PASSAGES]


def _can_be_named(sentence: Sentence) -> bool:
    """Whether the paragraph of a sentence is one that an anchor can name; a heading is none."""
    return sentence.paragraph.number is not None or sentence.paragraph.kind in (
        "standfirst",
        "title",
    )


def _further(
    texts: Sequence[str],
    near: Sequence[Sentence],
    compared: Comparison,
    among: list[Sentence] | None,
) -> Iterator[Sentence]:
    """Yield the passages that are nearest to sentences without a word of those that were found."""
    index, language = compared.index, compared.argument.article.language
    places = {id(one.paragraph) for one in near}
    stems = {each for one in index.sentences if id(one.paragraph) in places for each in one.stems}
    for said in (one for text in texts for one in sentences(words_in(text), language)):
        if near and stems.isdisjoint(index.stems(said)):
            sentence, share = index.nearest(said, among)
            if (
                sentence is not None
                and _can_be_named(sentence)
                and share
                and not stems >= sentence.stems
            ):
                stems |= sentence.stems
                yield sentence
