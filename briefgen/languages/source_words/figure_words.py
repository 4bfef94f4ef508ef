"""The words around figures: what qualifies them, what they are of, what they are counted by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from briefgen.languages.source_words.word_lists import WordLists
from briefgen.languages.source_words.word_patterns import word
from briefgen.pattern import compile_pattern


class FigureWords(WordLists, frozen=True, eq=False, dict=True, forbid_unknown_fields=True):
    """The patterns made of such words."""

    @cached_property
    def opens_whole(self) -> re.Pattern[str]:
        """Finds words between a share and what it is of."""
        return compile_pattern(rf"(?<!\w)(?:{self.of_whole})", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def counts_by(self) -> re.Pattern[str]:
        """Finds words before what something is counted by: per."""
        return word(self.before_rates)

    @cached_property
    def is_period(self) -> Mapping[str, re.Pattern[str]]:
        """Finds, by the period, words that count by it: a year, annually."""
        return {period: word(said) for period, said in self.periods.items()}

    @cached_property
    def tells_age(self) -> re.Pattern[str]:
        """Finds a word that makes a number one of years: a reading age of 9."""
        return word(self.of_age)

    @cached_property
    def tells_people(self) -> re.Pattern[str]:
        """Finds a word that makes a number one of people: a population of 300,000."""
        return word(self.of_people)

    @cached_property
    def qualifier_meanings(self) -> Mapping[str, re.Pattern[str]]:
        """Finds, by its meaning, what stands before a figure and must not be lost."""
        return {meaning: word(words) for meaning, words in self.qualifiers.items()}

    @cached_property
    def single(self) -> re.Pattern[str]:
        """Finds a word that says one."""
        return word(self.singles)

    @cached_property
    def occurs(self) -> re.Pattern[str]:
        """Matches a unit that counts how often something was, whatever it was."""
        return word(self.occurrences)
