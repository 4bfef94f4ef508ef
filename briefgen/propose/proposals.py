"""Everything that an article offers, paragraph by paragraph, in one pass."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.languages.acronyms import acronyms_in
from briefgen.languages.quoted import Quoted, quoted
from briefgen.languages.source_words import SourceWords, source_words
from briefgen.languages.written_dates import WrittenDate, written_dates
from briefgen.pattern import late_pattern
from briefgen.propose.entries import Ids
from briefgen.propose.speakers import speaker_of
from briefgen.quantities import find_quantities
from briefgen.types.argument import Part
from briefgen.types.date import PartialDate
from briefgen.types.fact import Ambiguity, Quantity
from briefgen.types.source_text import (
    Link,
    Proposals,
    ProposedEvent,
    ProposedFact,
    ProposedPart,
    ProposedQuotation,
    ProposedSource,
    ProposedTerm,
    Signpost,
    SourceParagraph,
    SourceText,
    Stretch,
    is_picture,
)

# Which part of an argument the heading of an article points to.


def part_of(heading: str, language: str) -> str | None:
    """Return the part that a heading points to: recommendations, else its first content word."""
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
    cites = sum(len(_CITATION.findall(paragraph.text)) for paragraph in source.body)
    finder = _Finder(
        source,
        source_words(source.language),
        cites_years=cites >= LEAST_CITATIONS,
        keeps_links=source.file.lower().endswith(".pdf"),
    )
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
    cites_years: bool = False
    keeps_links: bool = False
    ids: Ids = field(default_factory=Ids)
    sources: list[ProposedSource] = field(default_factory=list)
    facts: list[ProposedFact] = field(default_factory=list)
    quotations: list[ProposedQuotation] = field(default_factory=list)
    terms: dict[str, ProposedTerm] = field(default_factory=dict)
    events: list[ProposedEvent] = field(default_factory=list)
    parts: list[ProposedPart] = field(default_factory=list)
    signposts: list[Signpost] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
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
            if link.address in self.addresses or is_picture(link.address or ""):
                continue
            if link.address:
                self.addresses.add(link.address)
            words = _referred(paragraph, link) if paragraph.kind == "note" else link.words
            self._source(place, paragraph, words, link.address)
        if paragraph.kind not in ("paragraph", "item"):
            return
        for bold in paragraph.bold:
            words = paragraph.said(bold)
            behind = paragraph.text[bold.end : bold.end + 1]
            runs_in = bold.start == 0 and (words.endswith((".", ":")) or behind in (".", ":"))
            short = len(words.split()) <= MOST_BOLD_WORDS and len(words) < len(paragraph.text)
            if short and not runs_in and not self.keeps_links:
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
            if self.quotations and (named := _signed(text)):
                self.quotations[-1] = replace(self.quotations[-1], speaker=named)
                return
            identity = self.ids.of(text, "quote")
            self.quotations.append(
                ProposedQuotation(identity, text, None, paragraph.locator, place)
            )
            return
        last: str | None = None
        end = 0
        for each in quoted(text):
            start = _around(paragraph, each.start).start
            around = Stretch(start, _around(paragraph, each.end).end)
            speaker = speaker_of(
                paragraph.said(around),
                each.start - start,
                each.end - start,
                self.source.language,
            )
            if speaker is None and _stands_alone(text, end, start, each):
                speaker = last  # a speaker who goes on is named once
            last, end = speaker, each.end
            folded = each.text.casefold().strip(" .,")
            if folded in self.quoted:
                continue  # quoted once more
            self.quoted.add(folded)
            identity = self.ids.of(each.text, "quote")
            self.quotations.append(
                ProposedQuotation(identity, each.text, speaker, paragraph.locator, place)
            )

    def _sentence(self, place: int, paragraph: SourceParagraph, sentence: Stretch) -> None:
        text = paragraph.said(sentence).strip()
        dates = written_dates(text, self.source.language, self.year, self.last_year)
        if self.cites_years:
            dates = [date for date in dates if not _is_citation(text, date)]
        if dates:
            self.last_year = PartialDate(dates[-1].date).year
        if paragraph.kind != "table":
            self.events += _events(text, dates, paragraph.locator, place)
        closed = [*_closed(text, dates, source_words(self.source.language).opens_span)]
        for found in find_quantities(text, self.source.language):
            words = text[found.start : found.end]
            noun = found.unit if isinstance(found, Quantity) else None
            if (
                _is_in_code(text, found.start, found.end)
                or _counts_nothing(text, found)
                or (paragraph.kind == "table" and isinstance(found, Quantity) and not noun)
            ):
                continue  # the cells of a table are a table of facts, better than spans
            self.facts.append(
                ProposedFact(
                    self.ids.of(f"{words} {noun or ''}", "figure"),
                    words,
                    found,
                    text,
                    _beside(closed, found.start),
                    paragraph.locator,
                    place,
                )
            )


_SIGNED = late_pattern(r"[\u2014\u2013-]\s*(?P<who>[^\W\d_][^\n(,@]{2,60}?)\s*(?:[(,@].*)?")


def _signed(text: str) -> str | None:
    """Return who is named below a block quotation, behind a dash."""
    found = _SIGNED.fullmatch(text)
    return found["who"] if found else None


def _stands_alone(text: str, end: int, start: int, quotation: Quoted) -> bool:
    """Whether words in quotation marks are a sentence, or more, and nothing says who speaks."""
    before = text[max(end, start) : quotation.start]
    return not any(map(str.isalnum, before)) and quotation.text[-1:] in ".!?\u2026"


def _around(paragraph: SourceParagraph, place: int) -> Stretch:
    """Return the sentence that a place is in, or what of a long one stands near it."""
    after = bisect_right(paragraph.sentences, place, key=lambda one: one.start)
    found = paragraph.sentences[after - 1] if after else None
    if found is None or place >= found.end:
        found = Stretch(0, len(paragraph.text))
    return Stretch(max(found.start, place - NEAR), min(found.end, place + NEAR))


NEAR = 2_000
"""Characters of a sentence that are looked at on either side of a quotation."""

MOST_SHOWN = 600
"""Characters of a sentence that stand beside a date; of a longer one those around it."""


def _shown(text: str, date: WrittenDate) -> str:
    if len(text) <= MOST_SHOWN:
        return text
    start, end = max(0, date.start - MOST_SHOWN // 2), date.end + MOST_SHOWN // 2
    start = text.find(" ", start, date.start) + 1 if start else 0
    shown = text[start : max(date.end, text.rfind(" ", date.end, end))]
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return f"{before}{shown}{after}"


_CODE = late_pattern(
    r"(?:\d+-){2,}[\dX]+|\d{4}-\d{3}[\dX]|(?=[\w-]*\d[a-z]|[\w-]*[a-z]\d)\w+(?:-\w+){2,}"
)
_COMPOUND = late_pattern(r"[a-z]+-[a-z]+", re.IGNORECASE)
"""Numbers that name: of a book, of a journal, of a record in a database."""


_TIME_BEHIND = late_pattern(
    r"[\s\u00a0]*(?:Uhr|o['\u2019]clock|[ap]\.?m|du matin|du soir|de la (?:tarde|noche|mañana))\b"
)
_TIME_BEFORE = late_pattern(r"\b(?:alle ore|entre minuit et|zwischen Mitternacht und)\s$")
_ORDINAL_BEFORE = late_pattern(
    r"(?i)\b(?:d(?:er|ie|as|en|em|es)|[iabv][mn]|zu[mr]|vom|beim|jede[mnrs]?)\s$"
)


def _counts_nothing(text: str, found: Quantity | Ambiguity) -> bool:
    """Whether a number is a time of day, or a German ordinal: im 2. Weltkrieg."""
    before = text[max(0, found.start - 24) : found.start]
    if _TIME_BEHIND.match(text, found.end) or _TIME_BEFORE.search(before):
        return True
    is_ordinal = text[found.start : found.end].isdigit() and text[found.end : found.end + 1] == "."
    return is_ordinal and bool(_ORDINAL_BEFORE.search(before))


def _is_in_code(text: str, start: int, end: int) -> bool:
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    joined = _COMPOUND.match(text, start)  # a two-stroke engine is one
    return bool(_CODE.fullmatch(text, start, end) or (joined and joined.end() >= end))


def _events(
    text: str, dates: list[WrittenDate], locator: str, place: int
) -> Iterator[ProposedEvent]:
    seen = set()
    for date in dates:
        if date.date not in seen:
            seen.add(date.date)
            yield ProposedEvent(
                date.date,
                text[date.start : date.end],
                _shown(text, date),
                locator,
                place,
                date.relative,
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


_CITATION = late_pattern(
    r"\((?:\w+\.?,?\s){0,4}?[^\W\d_a-z][^()\d;]{1,80},?\s(?:19|20)\d\d[a-z]?\s*[,;:)]"
    r"|[^\W\d_a-z][\w\u2019'-]+\s\((?:19|20)\d\d[a-z]?\)"
)
LEAST_CITATIONS = 5
"""Works cited by author and year from which on a year in brackets is taken for one of these."""

_AUTHOR_BEFORE = late_pattern(
    r"(?:^|[(;])\s*(?:\w+\.?,?\s){0,4}?[^\W\d_a-z][^()\d;]{1,80},?\s$|\d[a-z]?,\s$"
)
_NEXT_AUTHOR = late_pattern(r"\d[a-z]?,?\s(?:\w+\s)?[^\W\d_a-z][^()\d;]{1,80},\s$")
"""Another author within the same brackets: (Jones, 2010 and Romich and Weisner, 2002)."""
_NAME_BEFORE = late_pattern(r"(?:[^\W\d_a-z][\w\u2019'-]+|al\.?)\s\($")
_AT_A_TIME = late_pattern(
    r"\b(?:in|of|from|to|until|since|by|im|seit|bis|von|en|de|depuis|del?|desde|hasta|nel|dal|al)\s$"
)
_LIKE_MONTH = late_pattern(r"\w+,\s\d{4}")
"""An author who is named like a month: May, 1992."""


def _is_citation(text: str, date: WrittenDate) -> bool:
    """Whether a year is that of a work that is cited: (Castillo, 2012), Castillo et al. (2020)."""
    before = text[max(0, date.start - 200) : date.start]
    opened = before.rfind("(")
    if opened <= before.rfind(")"):
        return False
    inside = before[opened:]
    if _AT_A_TIME.search(inside):
        return False
    if PartialDate(date.date).precision != "year":
        named = _LIKE_MONTH.fullmatch(text[date.start : date.end])
        return bool(named and re.search(r"(?:[(;]|&|and)\s?$", inside))
    return bool(
        _NAME_BEFORE.search(before) or _AUTHOR_BEFORE.search(inside) or _NEXT_AUTHOR.search(inside)
    )


_ADDRESS_WORDS = late_pattern(r"\s*(?:https?\s?:|www\.|doi\b)", re.IGNORECASE)
_NO_QUOTES = dict.fromkeys(map(ord, '"\u201c\u201d[]{}'))
LONGEST_REFERENCE, LEAST_REFERENCE = 200, 12
"""Characters of an entry of a list of references that may name a source."""


def _referred(paragraph: SourceParagraph, link: Link) -> str:
    """Return what names a source whose link shows its address only: the entry around it."""
    if not _ADDRESS_WORDS.match(link.words):
        return link.words
    named = paragraph.text[: link.start].translate(_NO_QUOTES).strip(" .,:;(<")
    if len(named) > LONGEST_REFERENCE:
        named = named[:LONGEST_REFERENCE].rsplit(" ", 1)[0]
    return named if len(named) >= LEAST_REFERENCE else link.words


def _beside(dates: list[WrittenDate], place: int) -> str | None:
    """Return the date nearest to a figure in its sentence; they are in order."""
    after = bisect_left(dates, place, key=lambda date: date.start)
    near = dates[max(0, after - 1) : after + 1]
    nearest = min(near, key=lambda date: abs(date.start - place), default=None)
    return nearest.date if nearest else None
