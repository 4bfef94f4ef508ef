"""Which words are names where every noun has a capital, as in German.

A noun that the article does not have is no name for that. What is one: an acronym, a country, the
last of several capitals in a row ("Karla Weiß", "Pro Bahn"), and what is spelt nearly as a name of
the article, which stands there without an article of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from babel import Locale

from briefgen.cache import kept
from briefgen.check.against.rule import GAP
from briefgen.languages.files import quantity_words
from briefgen.languages.relative_days import weekdays
from briefgen.pattern import late_pattern
from briefgen.types.source_text import SourceText

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'\u2019\u2010\u2011-]*"
_DETERMINER = late_pattern(
    r"\b(?:d(?:er|ie|as|en|em|es)|(?:k|m|d|s)?ein(?:e[mnrs]?)?|(?:dies|jed|jen|all|viel|manch|solch|welch|ihr"
    r"|unser|beid|wenig|mehrer|einig)e?[mnrs]?|zum|zur|im|am|beim|vom|ins|ans|[^\W\d_]+(?:e[mnrs]?))\s+$"
)
"""What stands before a common noun: an article, a pronoun, a preposition with one, an adjective."""

_BARE = late_pattern(r"\b(?:in|nach|aus|bei|von|für|gegen|durch|mit)\s+$")
_OPENS = late_pattern(r"(?:^|[.!?:\u2026]['\"\u2019\u201d\u201c\u00bb)]*\s+|[\u201e\u00bb\"(]\s?)$")
_ENDING = late_pattern(r"(?:e[mnrs]?|e?rn|n|s)$")
_UMLAUTS = str.maketrans("äöü", "aou")
LEAST_CAPITALS, BEFORE = 2, 40


def has_capital_nouns(language: str) -> bool:
    """Whether each noun of a language is written with a capital."""
    words = quantity_words(language)
    return words is not None and words.noun == "capital"


@kept(8)
def country_names(language: str) -> frozenset[str]:
    """Return the names of countries that are one word, in small letters."""
    names = Locale.parse(language.replace("-", "_")).territories.values()
    return frozenset(name.casefold() for name in names if " " not in name)


@kept(8)
def days_of_week(language: str) -> frozenset[str]:
    """Return the days of the week in small letters."""
    return frozenset(map(str.casefold, weekdays(language)))


def root(word: str) -> str:
    """Return a noun in small letters without its ending and the dots of its plural."""
    return _ENDING.sub("", word.casefold().translate(_UMLAUTS))


def is_marked(name: str, language: str) -> bool:
    """Whether a word is a name by its looks: an acronym, or a country's."""
    plain = name.casefold()
    if sum(map(str.isupper, name)) >= LEAST_CAPITALS and "-" not in name:
        return True
    return not country_names(language).isdisjoint((plain, plain.removesuffix("s")))


def ends_run(text: str, start: int, language: str) -> bool:
    """Whether a word follows another with a capital, which begins no sentence and is not counted.

    "Two tons of wheat" is "zwei Tonnen Weizen".
    """
    before = text[max(0, start - BEFORE) : start]
    found = re.search(rf"(?<![\w-]){_CAPITAL} $", before)
    if found is None:
        return False
    place = max(0, start - BEFORE) + found.start()
    last = text[:place].split()[-1:] or [""]
    words = quantity_words(language)
    counted = last[0] == GAP or any(map(str.isdigit, last[0]))
    counted = counted or (words is not None and last[0].casefold() in words.cardinals)
    return not counted and not _OPENS.search(text[:place])


@kept(8)
def names_of(source: SourceText) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of an article in small letters: those that are, and that may be."""
    names: set[str] = set()
    bare: set[str] = set()
    common: set[str] = set()
    for paragraph in source.paragraphs:
        text = paragraph.text
        for found in re.finditer(rf"(?<![\w-]){_CAPITAL}", text):
            word, before = found[0].casefold(), text[max(0, found.start() - BEFORE) : found.start()]
            if is_marked(found[0], source.language):
                names.add(word)
            elif _DETERMINER.search(before):
                common.add(word)
            elif ends_run(text, found.start(), source.language):
                names.add(word)
            elif _BARE.search(before):
                bare.add(word)
    return frozenset(names - common), frozenset((names | bare) - common)


def chooser(source: SourceText) -> Callable[[str, str, int], bool]:
    """Return what says whether the word at a place of a text is a name."""
    capital_nouns = has_capital_nouns(source.language)
    names = names_of(source)[0] if capital_nouns else frozenset()

    def is_name(name: str, text: str, start: int) -> bool:
        return (
            not capital_nouns
            or is_marked(name, source.language)
            or name.casefold() in names
            or ends_run(text, start, source.language)
        )

    return is_name
