"""Everything that an article offers, paragraph by paragraph, in one pass."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from msgspec import Struct, field

from briefgen.languages.acronyms import acronyms_in
from briefgen.languages.quoted import quoted
from briefgen.languages.source_words import SourceWords, source_words
from briefgen.languages.written_dates import WrittenDate, written_dates
from briefgen.propose.ids import Ids
from briefgen.propose.speakers import speaker_of
from briefgen.quantities import find_quantities
from briefgen.types.argument import Part
from briefgen.types.date import PartialDate
from briefgen.types.proposal import (
    Proposals,
    ProposedEvent,
    ProposedFact,
    ProposedPart,
    ProposedQuotation,
    ProposedSource,
    ProposedTerm,
    Signpost,
)
from briefgen.types.quantity import Quantity
from briefgen.types.source_text import SourceParagraph, SourceText, Stretch

# Which part of an argument the heading of an article points to.


def part_of(heading: str, language: str) -> str | None:
    """Return the part that a heading points to: recommendations, else its first telling word."""
    found = {
        part: match.start()
        for part, pattern in source_words(language).parts.items()
        if (match := pattern.search(heading))
    }
    if Part.RECOMMENDATIONS in found:  # conclusions and recommendations
        return Part.RECOMMENDATIONS.value
    return min(found, key=lambda part: found[part], default=None)


MOST_BOLD_WORDS = 12
"""Words of a bold stretch that may have been a link; a longer one is emphasis."""


def proposals_of(source: SourceText) -> Proposals:
    """Return what an article offers. Time is linear in its text."""
    finder = _Finder(source, source_words(source.language))
    for place, paragraph in enumerate(source.paragraphs):
        finder.look(place, paragraph)
    return Proposals(
        source=source,
        sources=tuple(finder.sources),
        facts=tuple(finder.facts),
        quotations=tuple(finder.quotations),
        terms=tuple(finder.terms.values()),
        events=tuple(sorted(finder.events, key=_event_order)),
        parts=tuple(finder.parts),
        signposts=tuple(finder.signposts),
    )


def _event_order(event: ProposedEvent) -> datetime.date:
    return PartialDate(event.date).first


class _Finder(Struct):
    """Gathers what it finds in paragraphs that it is shown in order."""

    source: SourceText
    words: SourceWords
    ids: Ids = field(default_factory=Ids)
    sources: list[ProposedSource] = field(default_factory=list)
    facts: list[ProposedFact] = field(default_factory=list)
    quotations: list[ProposedQuotation] = field(default_factory=list)
    terms: dict[str, ProposedTerm] = field(default_factory=dict)
    events: list[ProposedEvent] = field(default_factory=list)
    parts: list[ProposedPart] = field(default_factory=list)
    signposts: list[Signpost] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)
    last_year: int | None = None

    @property
    def year(self) -> int | None:
        """The year in which the article appeared."""
        return PartialDate(self.source.date).year if self.source.date else None

    def look(self, place: int, paragraph: SourceParagraph) -> None:
        if paragraph.kind == "heading" and not self.words.reference_heading.fullmatch(
            paragraph.text
        ):
            part = part_of(paragraph.text, self.source.language)
            self.parts.append(ProposedPart(paragraph.text, part, place))
        self._sources(place, paragraph)
        if not paragraph.is_body and paragraph.kind != "caption":
            return
        for short, long, _ in acronyms_in(paragraph.text):
            self.terms.setdefault(short, ProposedTerm(short, long, paragraph.locator, place))
        self._quotations(place, paragraph)
        for found in self.words.signpost.finditer(paragraph.text):
            kind = found.lastgroup
            assert kind in ("order", "turn", "further")
            self.signposts.append(Signpost(found[0], kind, place, found.start()))  # type: ignore[arg-type]
        for sentence in paragraph.sentences:
            self._sentence(place, paragraph, sentence)

    def _sources(self, place: int, paragraph: SourceParagraph) -> None:
        """Propose links, once an address, and short bold words where links may have been lost."""
        for link in paragraph.links:
            if link.address in self.addresses:
                continue
            if link.address:
                self.addresses.add(link.address)
            self._source(place, paragraph, link.words, link.address)
        if paragraph.kind not in ("paragraph", "item"):
            return
        for bold in paragraph.bold:
            words = paragraph.said(bold)
            if len(words.split()) <= MOST_BOLD_WORDS and len(words) < len(paragraph.text):
                self._source(place, paragraph, words, None, is_bold=True)

    def _source(
        self,
        place: int,
        paragraph: SourceParagraph,
        words: str,
        address: str | None,
        *,
        is_bold: bool = False,
    ) -> None:
        identity = self.ids.of(words, "source")
        self.sources.append(
            ProposedSource(identity, words, address, paragraph.locator, place, is_bold)
        )

    def _quotations(self, place: int, paragraph: SourceParagraph) -> None:
        text = paragraph.text
        if paragraph.kind == "quotation":
            identity = self.ids.of(text, "quote")
            self.quotations.append(
                ProposedQuotation(identity, text, None, paragraph.locator, place)
            )
            return
        for each in quoted(text):
            sentence = _around(paragraph, each.start)
            speaker = speaker_of(
                paragraph.said(sentence),
                each.start - sentence.start,
                min(each.end, sentence.end) - sentence.start,
                self.source.language,
            )
            identity = self.ids.of(each.text, "quote")
            self.quotations.append(
                ProposedQuotation(identity, each.text, speaker, paragraph.locator, place)
            )

    def _sentence(self, place: int, paragraph: SourceParagraph, sentence: Stretch) -> None:
        text = paragraph.said(sentence).strip()
        dates = written_dates(text, self.source.language, self.year, self.last_year)
        if dates:
            self.last_year = PartialDate(dates[-1].date).year
        if paragraph.kind != "table":
            self.events += _events(text, dates, paragraph.locator, place)
        held = [*_closed(text, dates, source_words(self.source.language).opens_span)]
        for found in find_quantities(text, self.source.language):
            words = text[found.start : found.end]
            noun = found.unit if isinstance(found, Quantity) else None
            self.facts.append(
                ProposedFact(
                    self.ids.of(f"{words} {noun or ''}", "figure"),
                    words,
                    found,
                    text,
                    _beside(held, found.start),
                    paragraph.locator,
                    place,
                )
            )


def _around(paragraph: SourceParagraph, place: int) -> Stretch:
    for sentence in paragraph.sentences:
        if sentence.start <= place < sentence.end:
            return sentence
    return Stretch(0, len(paragraph.text))


def _events(
    text: str, dates: list[WrittenDate], locator: str, place: int
) -> Iterator[ProposedEvent]:
    seen = set()
    for date in dates:
        if date.date not in seen:
            seen.add(date.date)
            yield ProposedEvent(
                date.date, text[date.start : date.end], text, locator, place, date.relative
            )


def _closed(text: str, dates: list[WrittenDate], opens: re.Pattern[str]) -> Iterator[WrittenDate]:
    """Yield the dates at which something holds, and not those from or up to which it does."""
    opened = False
    for number, date in enumerate(dates):
        start = dates[number - 1].end if number else 0
        before = text[start : date.start]
        follows = opened and len(before.split()) <= 1
        opened = follows or any(one.end() >= len(before.rstrip()) for one in opens.finditer(before))
        if not opened:
            yield date


def _beside(dates: list[WrittenDate], place: int) -> str | None:
    """Return the date nearest to a figure in its sentence."""
    nearest = min(dates, key=lambda date: abs(date.start - place), default=None)
    return nearest.date if nearest else None
