"""Which words name the same: Libya and Libyan, Beijing and China, an acronym and its words.

Names that stand in lists and not in prose: who wrote and published what is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property

from msgspec import Struct

from briefgen.cache import Same, kept
from briefgen.check.against.capital_nouns import country_names, days_of_week
from briefgen.check.against.index import without_addresses, words_of
from briefgen.check.against.names import NAME, opens_sentence, roots_of
from briefgen.check.against.rule import Comparison, source_rule
from briefgen.check.against.strength import unaccented
from briefgen.check.rule import Remark
from briefgen.languages.acronyms import acronyms_in
from briefgen.languages.lexicon import lexicon
from briefgen.pattern import late_pattern

_WORD = late_pattern(r"[^\W\d_][\w'\u2019\u2010\u2011-]*")


class SameNames(Struct, frozen=True, dict=True, eq=False):
    """The names of an article and its argument, with what each is called elsewhere."""

    compared: Comparison

    @cached_property
    def certain(self) -> frozenset[str]:
        """The words that the article has within sentences, and never in small letters."""
        within, small = self._by_capital
        return frozenset(within - small)

    @cached_property
    def _by_capital(self) -> tuple[set[str], set[str]]:
        """The words that the article has with a capital within sentences, and in small letters."""
        within: set[str] = set()
        small = {*self._months}
        stems = self.compared.index.stems
        for paragraph in self.compared.index.source.paragraphs:
            text = without_addresses(paragraph.text)
            for found in _WORD.finditer(text):
                words = words_of(found[0])[:1]
                if not found[0][0].isupper():
                    small.update(words)
                elif not opens_sentence(text, found.start()):
                    acronym = found[0].isupper() and len(found[0]) > 1
                    within.update(word for word in words if acronym or stems(word))
        return within, small

    def may_be_name(self, word: str) -> bool:
        """Whether a word with a capital that may only begin a sentence may be a name at all."""
        return word not in self._by_capital[1] and bool(self.compared.index.stems(word))

    @cached_property
    def _months(self) -> frozenset[str]:
        """The months and days of the week, which are nobody's name."""
        words = lexicon(self.compared.index.language)
        months = words.months if words else ""
        days = days_of_week(self.compared.index.language)
        return days.union(words_of(months.replace("|", " ")))

    def is_name(self, word: str) -> bool:
        """Whether a word with a capital is a name of the article in any form: Libya, Libyan."""
        if word in self.certain:
            return True
        known = word in self.compared.index.vocabulary or word in self._months
        return not known and not self.keys(word).isdisjoint(self._certain_keys)

    @cached_property
    def _certain_keys(self) -> frozenset[str]:
        return frozenset[str]().union(*map(self.keys, self.certain))

    def is_date(self, word: str) -> bool:
        """Whether a word is the name of a month or a day of the week."""
        return word in self._months

    def named(self, text: str) -> Iterator[str]:
        """Yield the words of a text that are certain names, as they stand in it."""
        for found in NAME.finditer(text):
            for word in words_of(found[0])[:1]:
                if self.is_name(word):
                    yield word

    def keys(self, word: str) -> frozenset[str]:
        """Return what a name is known by: what is left of it without an ending, its country."""
        if word not in self._keys:
            words = self.compared.index.words
            alike = {word, *words.countries.get(word, ())}
            for one in tuple(alike):
                alike |= words.governing.get(one, frozenset())
            alike |= {more for one in tuple(alike) for more in words.countries.get(one, ())}
            known = country_names(self.compared.index.language)
            self._keys[word] = frozenset(
                key
                for one in alike
                for key in (unaccented(one), *roots_of(one))
                if key == one or not {key, one} <= known  # Niger is no root of Nigeria
            )
        return self._keys[word]

    @cached_property
    def _keys(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def terms(self) -> Mapping[str, frozenset[str]]:
        """The words of what acronyms stand for, by the article and the glossary."""
        found = {
            short.casefold(): set(words_of(long))
            for each in self.compared.index.source.paragraphs
            for short, long, _ in acronyms_in(each.text)
        }
        for term in self.compared.argument.glossary:
            if len(short := words_of(term.short)) == 1:
                found.setdefault(short[0], set()).update(words_of(term.long))
        for short_name, long in self._clipped():
            found.setdefault(short_name, {long})
        return {short: frozenset(words) for short, words in found.items()}

    def _clipped(self) -> Iterator[tuple[str, str]]:
        """Yield acronyms made of letters of one name, which an article uses side by side.

        Nobody writes Volkswagen out where VW stands. Both are often named, and no other name has
        these letters.
        """
        index = self.compared.index
        countries = country_names(index.language)
        for short in {one.casefold() for one in index.acronyms} - index.words.countries.keys():
            if len(short) > MOST_CLIPPED or index.vocabulary[short] < OFTEN_CLIPPED:
                continue
            letters = re.compile(".*".join(map(re.escape, short)))
            named = [
                word
                for word in self.certain - countries
                if len(word) >= LEAST_CLIPPED and word.isalpha() and letters.match(word)
            ]
            if len(named) == 1 and index.vocabulary[named[0]] >= OFTEN_CLIPPED:
                yield short, named[0]

    def said(self, texts: Iterable[str]) -> frozenset[str]:
        """Return what the words of texts are known by, those of their acronyms among them."""
        return frozenset[str]().union(*map(self._said_in, texts))

    def _said_in(self, text: str) -> frozenset[str]:
        if text not in self._said:
            words = {*words_of(text)}
            words |= {part for word in words if "-" in word for part in word.split("-")}
            dotted = [word for word in words if "." in word]
            words |= {word.replace(".", "") for word in dotted}  # U.K.
            words |= {part for word in dotted for part in word.split(".")}  # Example.com
            words = words.union(*(self.terms.get(word, frozenset()) for word in words))
            self._said[text] = frozenset[str]().union(*map(self.keys, words))
        return self._said[text]

    @cached_property
    def _said(self) -> dict[str, frozenset[str]]:
        return {}

    def is_said(self, word: str, said: frozenset[str]) -> bool:
        """Whether a name is among what is said, or all that it stands for as an acronym."""
        if not self.keys(word).isdisjoint(said):
            return True
        long = [one for one in self.terms.get(word, ()) if self.compared.index.stems(one)]
        return bool(long) and all(not self.keys(one).isdisjoint(said) for one in long)

    def is_same(self, one: str | None, other: str | None) -> bool:
        """Whether two words name the same."""
        return bool(one and other) and not self.keys(one or "").isdisjoint(self.keys(other or ""))

    def is_topic(self, word: str) -> bool:
        """Whether a name stands in so many sentences that it may be meant in any."""
        if word not in self._topics:
            known = self._places
            holders = set[int]().union(*(known.get(key, ()) for key in self.keys(word)))
            least = max(LEAST_OF_TOPIC, SHARE_OF_TOPIC * len(self.compared.index.sentences))
            self._topics[word] = len(holders) >= least
        return self._topics[word]

    @cached_property
    def _topics(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _places(self) -> Mapping[str, set[int]]:
        """The numbers of the sentences with a word, by what the word is known by."""
        of_words: dict[str, set[int]] = {}
        for number, one in enumerate(self.compared.index.sentences):
            for word in {*words_of(one.text)}:
                of_words.setdefault(word, set()).add(number)
        found: dict[str, set[int]] = {}
        for word, places in of_words.items():
            for key in self.keys(word):
                found.setdefault(key, set()).update(places)
        return found


@kept(4)
def same_names(shared: Same[Comparison]) -> SameNames:
    """Return the names of a comparison, made once for all rules."""
    return SameNames(shared.held)


MOST_CLIPPED, LEAST_CLIPPED, OFTEN_CLIPPED = 3, 8, 3
"""Letters of an acronym of one name at most, those of the name at least, and how often an article
has both."""

LEAST_OF_TOPIC, SHARE_OF_TOPIC = 4, 0.1
"""Sentences that hold the name of what all the article is about, and their share."""


SHORTEST, ALIKE = 6, 0.8
"""Letters of a word whose spelling is compared, and how alike two spellings of one are."""

_FIELDS = ("title", "short", "publisher", "authors")
_PARTS = late_pattern(r"[^\W\d_]+")


@source_rule("source-misspelt", "warning", "Sources and authors are spelt as in the article.")
def misspelt_in_lists(compared: Comparison) -> Iterator[Remark]:
    """Report each name of a source or author that nearly is one of the article's.

    What its own address says, and what stands twice in the argument's lists, is known.
    """
    argument = compared.argument
    known = {part for word in compared.index.vocabulary for part in _PARTS.findall(word)}
    certain = same_names(Same(compared)).certain
    said = [
        word
        for one in argument.sources
        for name in _FIELDS
        for word in {*words_of(str(getattr(one, name) or ""))}
    ]
    for number, one in enumerate(argument.sources):
        spelt = certain | {word.casefold() for word in _PARTS.findall(str(one.address or ""))}
        for name in _FIELDS:
            for found in NAME.finditer(str(getattr(one, name) or "")):
                word = next(iter(words_of(found[0])), "")
                if len(word) < SHORTEST or word in known | spelt or said.count(word) > 1:
                    continue
                near = get_close_matches(word, [it for it in spelt if it[0] == word[0]], 1, ALIKE)
                if near and abs(len(near[0]) - len(word)) <= 1 and not _is_form(word, near[0]):
                    message = f'names "{found[0]}", which the article does not'
                    hint = f'it or the address has "{near[0]}"'
                    yield Remark(("sources", number, name), message, hint)
    yield from _other_authors(compared)


def _other_authors(compared: Comparison) -> Iterator[Remark]:
    argument, source = compared.argument, compared.index.source
    authors = {word for author in source.authors for word in words_of(author)}
    for number, author in enumerate(argument.article.authors):
        words = words_of(getattr(author, "name", None) or "")
        known = authors | compared.index.vocabulary.keys()
        known |= {part for word in authors for part in word.split("-")}
        strange = [
            word
            for word in words
            if word not in known and len(word) > 1 and not known.issuperset(word.split("-"))
        ]
        if authors and strange and len(strange) < len(words):
            message = f'names "{strange[0].title()}", which the article does not'
            hint = f"it is by {', '.join(source.authors)}"
            yield Remark(("article", "authors", number, "name"), message, hint)


def _is_form(word: str, other: str) -> bool:
    """Whether one of two words is the other with an ending."""
    return word.startswith(other) or other.startswith(word)
