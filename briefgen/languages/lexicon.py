"""Words that rules look for, language by language.

An argument in a language without a lexicon is checked by all the rules that need no words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.languages.files import section
from briefgen.pattern import compile_pattern, remembering_pattern


class Lexicon(Struct, frozen=True, eq=False, dict=True):
    """The words of one language, as alternatives of verbose regular expressions.

    `relative_dates` depend on the day of reading; `context_dependent_openings` on what
    stands before;
    `hedges` keep what is possible, planned or reported so, and `hedge_examples` show some;
    `months` and `named` ("Resolution 2100") make a number that is no figure; `number_words` and
    `multiples` are figures in words; `scales` follow a number of that scale;
    `functional` words are none that a number could count, nor do they lead to such a word;
    `vague_links` say nothing of where a link leads.
    """

    relative_dates: str
    context_dependent_openings: str
    hedges: Mapping[str, str]
    hedge_examples: Mapping[str, str]
    months: str
    named: str
    number_words: Mapping[str, int]
    scales: Mapping[str, str]
    multiples: str
    functional: str
    vague_links: str

    @cached_property
    def relative_date(self) -> re.Pattern[str]:
        """Finds a date that depends on the day of reading."""
        return compile_pattern(rf"\b(?:{self.relative_dates})\b", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def hanging_start(self) -> re.Pattern[str]:
        """Matches a beginning that leans on what stands before; group 1 is the words."""
        pattern = rf"\W*({self.context_dependent_openings})\b(?![-\u2019'])"
        return compile_pattern(pattern, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def hedge(self) -> Mapping[str, re.Pattern[str]]:
        """Finds, by modality, a word that keeps a hedge."""
        return {
            modality: remembering_pattern(rf"\b(?:{words})\b", re.IGNORECASE | re.VERBOSE)
            for modality, words in self.hedges.items()
        }

    @cached_property
    def number_in_words(self) -> re.Pattern[str]:
        """Finds a number that is written in words."""
        words = "|".join(sorted(self.number_words, key=len, reverse=True))
        pattern = rf"\b(?:(?:{words})(?:-[^\W\d_]+)*|{self.multiples})\b"
        return compile_pattern(pattern, re.IGNORECASE)

    @cached_property
    def vague_link(self) -> re.Pattern[str]:
        """Matches the words of a link that say nothing of where it leads."""
        return compile_pattern(self.vague_links, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def counts_nothing(self) -> re.Pattern[str]:
        """Matches a word after a number that is not counted by it."""
        return compile_pattern(self.functional, re.IGNORECASE | re.VERBOSE)


def lexicon(language: str) -> Lexicon | None:
    """Return the lexicon of a BCP 47 language, or None where there is none."""
    return _read(language.partition("-")[0])


@kept(8)
def _read(language: str) -> Lexicon | None:
    data = section(language, "lexicon")
    return msgspec.convert(data, Lexicon) if data else None
