"""An article made ready for looking things up: its sentences, words, figures and dates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from math import log

from msgspec import Struct

from briefgen.cache import kept
from briefgen.check.against.headings import number_alone, places_of, places_of_headings
from briefgen.check.against.short_units import ShortUnits, in_full, short_units
from briefgen.languages.lexicon import lexicon
from briefgen.languages.source_words import SourceWords, source_words
from briefgen.languages.written_dates import (
    WrittenDate,
    months_alone,
    weekdays_alone,
    written_dates,
)
from briefgen.pattern import late_pattern
from briefgen.quantities import find_quantities
from briefgen.types.date import PartialDate
from briefgen.types.fact import Ambiguity, Quantity
from briefgen.types.source_text import SourceParagraph, SourceText

STEM, LEAST_LETTERS = 6, 3
"""Letters by which forms of one word are alike, and letters of a content word."""

_WORD = late_pattern(r"[^\W_]+(?:[-\u2010\u2011.][^\W_]+)*")
_POSSESSIVE = late_pattern(r"'s\b|(?<=s)'(?!\w)")
_ACRONYM = late_pattern(r"(?<!\w)[A-Z][A-Z&]+(?=s?(?!\w))")
_ADDRESS = late_pattern(r"(?:https?://\S+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*)")
"""An address, whose words are none of the article's."""

_ADDRESS_DATE = late_pattern(
    r"(?<=/)((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)"
)

_FOLDED = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u202f": " ",
    }
)


def folded(text: str) -> str:
    """Return text in small letters, with plain quotation marks, hyphens and single spaces."""
    return " ".join(text.translate(_FOLDED).casefold().split())


@kept(4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without marks; an apostrophe parts two words.

    So does a long dash. The ending of a possessive is none: China's is China, d'une is d and une.
    """
    apart = text.replace("\u2014", " ").translate(_FOLDED)
    plain = _POSSESSIVE.sub("", apart).replace("'", " ")
    return tuple(found[0].casefold() for found in _WORD.finditer(plain))


def stem(word: str) -> str:
    """Return the beginning of a word, by which its forms are alike."""
    return word[:STEM]


def without_addresses(text: str) -> str:
    """Return a text without its addresses, whose words are none of the article's."""
    return _ADDRESS.sub("", text) if "/" in text else text


READS = " reads: "
"""Stands in a hint between a place of the article and its words."""


class Sentence(Struct, frozen=True, dict=True, eq=False):
    """A sentence of the article, where it stands and what its words are."""

    text: str
    paragraph: SourceParagraph
    stems: frozenset[str]
    year: int | None = None
    last_year: int | None = None
    month: int | None = None
    published: date | None = None
    language: str = "en"
    addressed: tuple[WrittenDate, ...] = ()
    short_units: ShortUnits = {}
    headings: tuple[Sentence, ...] = ()

    @property
    def is_row(self) -> bool:
        """Whether it is one of a list, or a row of a table."""
        return self.paragraph.kind in ("item", "table")

    def reading(self, words: str) -> str:
        """Say in a hint that some of its words stand in its paragraph."""
        return f'{self.paragraph.locator}{READS}"{words}"'

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures; where one reads two ways, the first reading."""
        if self.paragraph.kind == "heading" and (alone := number_alone(self.text, self.language)):
            return alone
        found = find_quantities(self.text, self.language)
        read = (one.undecided if isinstance(one, Ambiguity) else one for one in found)
        return tuple(in_full(one, self.text, self.short_units) for one in read)

    @cached_property
    def dates(self) -> list[WrittenDate]:
        """Its dates, and those in the addresses beside it."""
        said = written_dates(self.text, self.language, self.year, self.last_year)
        return [*said, *self._years_from_its_own(), *self.addressed]

    @cached_property
    def possible_dates(self) -> list[WrittenDate]:
        """Its dates, and those that its months without a year and its days of the week may be."""
        return [*self.dates, *self._months_of_its_own(), *self._days_of_its_own()]

    def _days_of_its_own(self) -> Iterator[WrittenDate]:
        """Yield the days of the week, each as the last before the article, and the next."""
        if self.published is None:
            return
        for start, end, day in weekdays_alone(self.text, self.language):
            back = (self.published.weekday() - day) % 7
            for days in (-back, 7 - back):
                said = self.published + timedelta(days)
                yield WrittenDate(start, end, said.isoformat(), relative=True)

    def _months_of_its_own(self) -> Iterator[WrittenDate]:
        """Yield the months that are named without a year, each in those that it may be of.

        That is the article's year or, of a later month, the one before, too; the last; its own.
        """
        if self.year is None:
            return
        for start, end, month in months_alone(self.text, self.language):
            if any(one.start < end and start < one.end for one in self.dates):
                continue
            last = self.year - 1 if int(month[:2]) > (self.month or 12) else self.year
            own = (PartialDate(one.date).year for one in self.dates)
            for year in dict.fromkeys((last, self.year, self.last_year or self.year, *own)):
                yield WrittenDate(start, end, f"{year}-{month}", relative=True)

    def _years_from_its_own(self) -> Iterator[WrittenDate]:
        """Yield the years that are counted from that of the article: "next year"."""
        if self.year is None:
            return
        for step, words in source_words(self.language).years_apart:
            for found in words.finditer(self.text):
                yield WrittenDate(*found.span(), str(self.year + step), relative=True)


def article_sentences(source: SourceText) -> Iterator[tuple[int, str, str]]:
    """Yield number, place and words of each sentence of the body, as `SourceIndex` counts."""
    for number, (paragraph, text) in enumerate(_said(source)):
        if paragraph.is_body:
            yield number, paragraph.locator, text


def _addressed(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates in the addresses of a paragraph: /2009/04/ is April 2009."""
    if "/" not in text:
        return ()
    dates = (
        WrittenDate(found.start(), found.end(), "-".join(filter(None, found.groups())))
        for address in _ADDRESS.finditer(text)
        for found in _ADDRESS_DATE.finditer(address[0])
    )
    return tuple(dates)


def _said(source: SourceText) -> Iterator[tuple[SourceParagraph, str]]:
    for paragraph in source.paragraphs:
        if paragraph.is_body or paragraph.kind in ("title", "heading", "caption", "note"):
            for stretch in paragraph.sentences:
                yield paragraph, without_addresses(paragraph.said(stretch)).strip()


class SourceIndex:
    """An article by its sentences. Making it takes time linear in the text.

    `date` is that of the article, where it does not say its own.
    """

    def __init__(self, source: SourceText, date: str | None = None) -> None:
        self.source = source
        self._date = source.date or date
        self.language = source.language
        self.words: SourceWords = source_words(source.language)
        self._small = lexicon(source.language)
        self._stems: dict[str, frozenset[str]] = {}
        self._smalls: dict[str, bool] = {}
        self._opposites: dict[str, Mapping[tuple[int, bool], str]] = {}
        self._contraries: dict[str, Mapping[tuple[int, bool], str]] = {}
        self.sentences = list(self._sentences())
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_paragraph: dict[str, list[int]] = defaultdict(list)
        headed = places_of_headings(self.source)
        for place, sentence in enumerate(self.sentences):
            for one in () if sentence.paragraph.kind == "note" else sentence.stems:
                self._by_stem[one].append(place)  # a note is found by its place only
            for name in headed.get(id(sentence.paragraph)) or places_of(sentence.paragraph):
                self._by_paragraph[name].append(place)

    def _sentences(self) -> Iterator[Sentence]:
        dated = PartialDate(self._date) if self._date else None
        year, month = (dated.year, dated.last.month) if dated else (None, None)
        day = dated.first if dated and dated.first == dated.last else None
        last_year: int | None = None
        units, above = short_units(self.source), tuple[Sentence, ...]()
        for paragraph, text in _said(self.source):
            if paragraph.kind == "heading":
                above = tuple(one for one in above if one.paragraph.level < paragraph.level)
            made = Sentence(
                text,
                paragraph,
                self.stems(text),
                year,
                last_year,
                month,
                day,
                self.source.language,
                _addressed(paragraph.text),
                units.of(paragraph),
                above,
            )
            above = (*above, made) if paragraph.kind == "heading" else above
            named = written_dates(text, self.source.language, year, last_year)
            if named := named or [*made.addressed]:
                last_year = PartialDate(named[-1].date).year
            yield made

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of the content words of a text."""
        if text not in self._stems:
            self._stems[text] = frozenset(
                stem(word)
                for word in words_of(text)
                if len(word) >= LEAST_LETTERS and not self.is_small(word)
            )
        return self._stems[text]

    @cached_property
    def hedges(self) -> Mapping[str, re.Pattern[str]]:
        """What hedges a text, by modality."""
        return self._small.hedge if self._small else {}

    def opposites(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the opposites of a text, each sentence looked through once."""
        if text not in self._opposites:
            self._opposites[text] = self.words.opposites_in(text)
        return self._opposites[text]

    def contraries(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the contraries of a text, each clause looked through once."""
        if text not in self._contraries:
            self._contraries[text] = self.words.contraries_in(text)
        return self._contraries[text]

    def is_all(self, among: Sequence[Sentence]) -> bool:
        """Whether a passage is the whole article, as it is where no place is named."""
        return len(among) == len(self.sentences)

    def is_small(self, word: str) -> bool:
        """Whether a word is no content word."""
        if word not in self._smalls:
            small = self._small.counts_nothing if self._small else None
            self._smalls[word] = bool(small and small.fullmatch(word))
        return self._smalls[word]

    @cached_property
    def text(self) -> str:
        """All that the article says, folded."""
        return folded("\n".join(each.text for each in self.source.paragraphs))

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """The words of the article and of what it says of itself."""
        said = self.source
        extra = (said.title, said.subtitle, said.publisher, said.about_author, *said.authors)
        texts = [each.text for each in self.source.paragraphs]
        found = Counter(word for text in (*texts, *filter(None, extra)) for word in words_of(text))
        found.update(part for word in list(found) if "-" in word for part in word.split("-"))
        return found

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The words of the article in capitals, without the s of a plural: NGO of NGOs."""
        texts = (each.text for each in self.source.paragraphs)
        return frozenset(word for text in texts for word in _ACRONYM.findall(text))

    def has_paragraph(self, name: str) -> bool:
        """Whether there is a paragraph or page that a locator calls so."""
        return name in self._by_paragraph or name in self._pages

    @cached_property
    def notes(self) -> list[Sentence]:
        """The sentences of its notes, which may back what is said of the text that calls them."""
        return [one for one in self.sentences if one.paragraph.kind == "note"]

    @cached_property
    def has_notes(self) -> bool:
        """Whether there are notes that a locator may name by their number."""
        return any(name.startswith("note ") for name in self._by_paragraph)

    @cached_property
    def _pages(self) -> frozenset[str]:
        """The pages that hold anything: notes and lists of references, too."""
        pages = [one.page for one in self.source.paragraphs]
        pages += [one.page for one in self.source.omitted]
        return frozenset(f"page {page}" for page in pages if page is not None)

    def within(self, names: Collection[str]) -> list[Sentence]:
        """Return the sentences of paragraphs or pages, by what locators call them.

        The headings above them say what they are of.
        """
        places = {place for name in names for place in self._by_paragraph.get(name, ())}
        above = (one for place in places for one in self.sentences[place].headings)
        return [
            self.sentences[at] for at in sorted(places | {self.places[id(one)] for one in above})
        ]

    def sharing(self, text: str, among: Sequence[Sentence]) -> list[Sentence]:
        """Return those of some sentences that share words with a text: two, or one that is alone.

        Of a short passage, all that share any.
        """
        stems = self.stems(text)
        if len(among) < len(self.sentences):
            return [one for one in among if not one.stems.isdisjoint(stems)]
        shared = Counter(place for one in stems for place in self._by_stem.get(one, ()))
        least = min(2, len(stems))
        return [self.sentences[place] for place in sorted(shared) if shared[place] >= least]

    def rarity(self, stems: Iterable[str]) -> float:
        """Return how much some words tell of where they are from: a rare one tells more."""
        return sum(log(1 + len(self.sentences) / max(1, len(self._by_stem[one]))) for one in stems)

    def nearly_nearest(self, text: str, least: float) -> list[Sentence]:
        """Return the sentences that share most words with a text, or a share of as many."""
        shared = Counter(place for one in self.stems(text) for place in self._by_stem.get(one, ()))
        most = max(shared.values(), default=0)
        return [self.sentences[place] for place in sorted(shared) if shared[place] >= least * most]

    def around(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """Return the sentences of the paragraphs of some sentences, and of those around them."""
        wanted = {
            place + step
            for one in sentences
            for place in (self._places_of_paragraphs[id(one.paragraph)],)
            for step in (-1, 0, 1)
        }
        places = self._places_of_paragraphs
        return [one for one in self.sentences if places[id(one.paragraph)] in wanted]

    def beside(self, sentence: Sentence) -> list[Sentence]:
        """Return a sentence of the article and those before and behind it."""
        return self.sentences[max(0, (place := self.places[id(sentence)]) - 1) : place + 2]

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The places of its sentences."""
        return {id(one): place for place, one in enumerate(self.sentences)}

    @cached_property
    def _places_of_paragraphs(self) -> Mapping[int, int]:
        """The places of paragraphs that are said, in order."""
        paragraphs = dict.fromkeys(id(one.paragraph) for one in self.sentences)
        return {one: place for place, one in enumerate(paragraphs)}

    def nearest(
        self, text: str, among: Iterable[Sentence] | None = None
    ) -> tuple[Sentence | None, float]:
        """Return the sentence that shares most words with a text, and the share of its words."""
        if not (stems := self.stems(text)):
            return None, 0.0
        if among is None:
            shared = Counter(place for one in stems for place in self._by_stem.get(one, ()))
            if not shared:
                return None, 0.0
            place, count = min(shared.items(), key=lambda each: (-each[1], each[0]))
            return self.sentences[place], count / len(stems)
        best = max(among, key=lambda each: len(each.stems & stems), default=None)
        return best, len(best.stems & stems) / len(stems) if best else 0.0
