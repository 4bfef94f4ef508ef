"""Patterns that tell clauses of a sentence apart: what would be, conditions, places, causes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefgen.languages.source_words.word_lists import NEVER, FigureWords, before_name, word
from briefgen.pattern import compile_pattern


class ClauseWords(FigureWords, frozen=True, eq=False, dict=True, forbid_unknown_fields=True):
    """The patterns of what a clause says of another, or of a name in it."""

    @cached_property
    def is_conditional(self) -> re.Pattern[str]:
        """Finds a word that says what would be."""
        return word(self.conditional_words)

    def conditionals(self, words: Iterable[str]) -> Iterator[re.Match[str]]:
        """Find the verbs that are conditional by their ending; the group is the root."""
        if self._conditional_verb is not None:
            yield from filter(None, map(self._conditional_verb.fullmatch, words))

    @cached_property
    def _conditional_verb(self) -> re.Pattern[str] | None:
        """Matches such a verb, in a language that has them."""
        ending = self.conditional_verbs
        has_none = ending.endswith(NEVER)
        return None if has_none else compile_pattern(ending, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def future_ending(self) -> re.Pattern[str]:
        """Matches what makes a root a verb in the future."""
        return compile_pattern(self.future_endings, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def indicative(self) -> re.Pattern[str]:
        """Matches what makes a root a verb that says what is, was or will be."""
        return compile_pattern(self.indicative_endings, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def opens_noun(self) -> re.Pattern[str]:
        """Finds, at the end of a text, a word that makes the next one a noun."""
        return compile_pattern(rf"(?<!\w)(?:{self.before_nouns})\s*$", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def is_condition(self) -> re.Pattern[str]:
        """Finds a word that opens a condition: if."""
        return word(self.conditions)

    @cached_property
    def limits(self) -> re.Pattern[str]:
        """Finds any word by which something may hold in some cases only."""
        return word(self.limiting)

    @cached_property
    def limits_to(self) -> re.Pattern[str]:
        """Finds words before the only case in which something holds."""
        return word(self.limited_to)

    @cached_property
    def is_time_condition(self) -> re.Pattern[str]:
        """Finds a word on whose clause depends what is still to come: once."""
        return word(self.time_conditions)

    @cached_property
    def relates(self) -> re.Pattern[str]:
        """Matches a word that begins a clause about what stands before it: which."""
        return word(self.relatives)

    @cached_property
    def associates(self) -> re.Pattern[str]:
        """Finds words that let two things go together: is linked to."""
        return word(self.associating)

    @cached_property
    def is_part(self) -> re.Pattern[str]:
        """Finds a word before what is meant in part: some."""
        return word(self.some_of)

    @cached_property
    def is_whole(self) -> re.Pattern[str]:
        """Finds a word before what is meant as a whole: all."""
        return word(self.all_of)

    @cached_property
    def excepts(self) -> re.Pattern[str]:
        """Finds words before what is left out of a statement: except."""
        return word(self.exceptions)

    @cached_property
    def is_agent(self) -> re.Pattern[str]:
        """Finds words that stand before who does something: by."""
        return word(self.agents)

    @cached_property
    def is_finite(self) -> re.Pattern[str]:
        """Finds a verb behind who does something."""
        return word(self.finite_verbs)

    @cached_property
    def opens_phrase(self) -> re.Pattern[str]:
        """Finds a word before what is no doer: in."""
        return word(self.prepositions)

    @cached_property
    def comes_from(self) -> re.Pattern[str]:
        """Finds, at the end of a text, words before where something comes from."""
        return before_name(self.from_places)

    @cached_property
    def goes_to(self) -> re.Pattern[str]:
        """Finds, at the end of a text, words before where something goes to."""
        return before_name(self.to_places)

    @cached_property
    def governs_name(self) -> re.Pattern[str]:
        """Finds, at the end of a text, a word such as in, behind which a name does nothing."""
        return before_name(self.before_places)

    @cached_property
    def stands_than(self) -> re.Pattern[str]:
        """Finds a word before what something is more or less than."""
        return word(self.than)

    @cached_property
    def says_equal(self) -> re.Pattern[str]:
        """Finds what says that two things are alike in something: as big a priority as."""
        return word(self.equals)

    @cached_property
    def stands_before(self) -> re.Pattern[str]:
        """Finds, at the end of a text, a word that lets something come before a year: before."""
        return before_name(self.before_year)

    @cached_property
    def is_within(self) -> re.Pattern[str]:
        """Finds, at the end of a text, a word before the place where something is: in."""
        return before_name(self.within_places)

    @cached_property
    def opens_span(self) -> re.Pattern[str]:
        """Finds words before a date from which, or up to which, something holds."""
        return word(self.open_dates)

    @cached_property
    def causes(self) -> re.Pattern[str]:
        """Finds words that make one thing the cause of another."""
        return word(self.causing)

    @cached_property
    def explains(self) -> re.Pattern[str]:
        """Finds words that say or may say why something is so."""
        return word(f"{self.causing}|{self.explaining}")

    @cached_property
    def names_cause(self) -> re.Pattern[str]:
        """Finds words before a cause: because of."""
        return word(self.because)

    @cached_property
    def opens_cause(self) -> re.Pattern[str]:
        """Finds words before a cause, or before what comes first: in the wake of."""
        return word(self.before_causes)

    @cached_property
    def opens_effect(self) -> re.Pattern[str]:
        """Finds words before what comes of something: led to."""
        return word(self.before_effects)

    @cached_property
    def concludes(self) -> re.Pattern[str]:
        """Finds words in what comes of what was said before: therefore."""
        return word(self.concluding)
