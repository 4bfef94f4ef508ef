"""The words by which an article is read, language by language, each a file of data.

They part an article from the page around it, a byline from a title, a signpost of its reasoning
from other words. An article in a language without such a file is read by what needs no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
import yaml

from briefgen.cache import kept
from briefgen.languages.source_words.clause_words import ClauseWords
from briefgen.languages.source_words.contraries import Contraries, Opposites
from briefgen.languages.source_words.word_lists import whole, word
from briefgen.pattern import compile_pattern, late_pattern, remembering_pattern

FOLDER = Path(__file__).resolve().parent

_DENYING = late_pattern(r"(?:un|in|im|il|ir|non)")


class SourceWords(ClauseWords, frozen=True, eq=False, dict=True, forbid_unknown_fields=True):
    """The words of one language, and the patterns made of them."""

    @cached_property
    def countries(self) -> Mapping[str, frozenset[str]]:
        """The words that name a country, by each of them."""
        name_sets = (frozenset(words.split()) for words in self.names_of_countries)
        return {word: words for words in name_sets for word in words}

    @cached_property
    def governing(self) -> Mapping[str, frozenset[str]]:
        """A capital and a name of its country, by each of them."""
        name_sets = (frozenset(words.split()) for words in self.governments)
        return {word: words for words in name_sets for word in words}

    @cached_property
    def parts(self) -> Mapping[str, re.Pattern[str]]:
        """Finds, by the part of an argument, the words of a heading that point to it."""
        return {part: word(words) for part, words in self.part_headings.items()}

    @cached_property
    def negates(self) -> re.Pattern[str]:
        """Finds a word that turns a statement into its opposite."""
        return word(self.negations)

    @cached_property
    def denies_one(self) -> re.Pattern[str]:
        """Finds, at the end of a text, a word that denies the next one only: but not."""
        return compile_pattern(rf"(?<!\w)(?:{self.local_negations})$", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def implies_not(self) -> re.Pattern[str]:
        """Finds a word that denies something without a word such as not: run out of, unable."""
        denying = (last for _, last in self.opposites if _DENYING.match(last))
        return word("|".join((self.implied_negations, *denying)))

    def opposites_in(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the opposites of a text: by the pair, and whether it is the first, the word."""
        return self._opposite_words.found_in(text)

    @cached_property
    def _opposite_words(self) -> Opposites:
        return Opposites(self.opposites)

    def contraries_in(self, text: str) -> Mapping[tuple[int, bool], str]:
        """Return the contraries of a text: by the pair, and whether it is the first, the word."""
        return self._contrary_words.found_in(text)

    @cached_property
    def _contrary_words(self) -> Contraries:
        return Contraries(self.contraries)

    def senses_in(self, text: str) -> Iterator[tuple[tuple[int, bool], re.Match[str]]]:
        """Yield each word of a text that has a contrary: the pair, and whether it is the first."""
        return self._words_of_sense.each_in(text)

    @cached_property
    def _words_of_sense(self) -> Contraries:
        return Contraries(self.senses)

    @cached_property
    def opens_base(self) -> re.Pattern[str]:
        """Finds words before what something is compared with: compared with."""
        return word(self.before_bases)

    @cached_property
    def is_comparative(self) -> re.Pattern[str]:
        """Finds a word that says by itself that there is more of something: larger."""
        return word(self.comparatives)

    def sizes_in(self, text: str) -> Iterator[tuple[bool, re.Match[str]]]:
        """Yield each word for more of something, or less: whether it is more, and the word."""
        for words, is_more in zip(self.sizes, (True, False), strict=True):
            yield from ((is_more, found) for found in word(words).finditer(text))

    @cached_property
    def lessens(self) -> re.Pattern[str]:
        """Finds a word that turns the word after it: hardly."""
        return word(self.lessening)

    @cached_property
    def more_or_less(self) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
        """Find words before what there is more of, and before what there is less of."""
        return tuple((word(more), word(less)) for more, less in self.comparisons)

    @cached_property
    def parts_clauses(self) -> re.Pattern[str]:
        """Finds what stands between two clauses."""
        words = rf"\s(?=(?:{self.clause_breaks})\s)"
        return compile_pattern(
            rf"[:;.,()\u2013\u2014](?=\s|$)|\s\(|\s--(?=\s)|{words}", re.IGNORECASE | re.VERBOSE
        )

    @cached_property
    def says_that(self) -> re.Pattern[str]:
        """Finds words that let somebody say what follows: argues that."""
        return word(self.saying_that)

    @cached_property
    def hedges(self) -> re.Pattern[str]:
        """Finds a word that leaves open whether something is so: might."""
        return word(self.hedging)

    @cached_property
    def is_unsure(self) -> re.Pattern[str]:
        """Finds a word that may leave open in any way whether something is so: fears."""
        return word(self.unsure)

    @cached_property
    def thinks(self) -> re.Pattern[str]:
        """Finds a verb for what somebody only believes: expects."""
        return word(self.thinking)

    @cached_property
    def only_possible(self) -> re.Pattern[str]:
        """Finds a word that makes what it stands beside only possible: may."""
        return word(self.possible_verbs)

    @cached_property
    def only_expected(self) -> re.Pattern[str]:
        """Finds words that make what follows something that is still to come: expected to."""
        return word(self.expected_verbs)

    @cached_property
    def is_past(self) -> re.Pattern[str]:
        """Finds a verb that says what has happened."""
        return word(self.past_verbs)

    @cached_property
    def is_done(self) -> re.Pattern[str]:
        """Finds a verb in the perfect, its participle last."""
        return word(self.done_verbs)

    @cached_property
    def future(self) -> re.Pattern[str]:
        """Finds a verb in the future, what is to be done last."""
        return word(self.future_verbs)

    @cached_property
    def softens(self) -> re.Pattern[str]:
        """Finds words that weaken the word after them: somewhat, relatively."""
        return word(self.softeners)

    @cached_property
    def claims_much(self) -> tuple[re.Pattern[str], ...]:
        """Find words that claim much, kind by kind."""
        return tuple(word(ours) for ours, _ in self.claims)

    @cached_property
    def is_one_of(self) -> re.Pattern[str]:
        """Finds words that make what is the largest one of several: one of the."""
        return word(self.one_of)

    def may_claim(self, kind: int, text: str) -> bool:
        """Whether a text of an article has anything that may say what words of a kind claim."""
        return bool(self._may_claim[kind].search(text))

    @cached_property
    def _may_claim(self) -> tuple[re.Pattern[str], ...]:
        return tuple(word("|".join(each)) for each in self.claims)

    @cached_property
    def attempt(self) -> re.Pattern[str]:
        """Finds words that weaken the verb after them."""
        return word(self.attempts)

    @cached_property
    def present_plan(self) -> re.Pattern[str]:
        """Finds words that state a plan as of today: is planned, will."""
        return word(self.present_plans)

    @cached_property
    def plan_now(self) -> re.Pattern[str]:
        """Finds words that can only state a plan as of today: is planned."""
        return word(self.plans_now)

    @cached_property
    def compares(self) -> re.Pattern[str]:
        """Finds words that set one figure against another: compared with."""
        return word(self.comparing)

    @cached_property
    def evidence_levels(self) -> tuple[re.Pattern[str], ...]:
        """Find verbs that say how sure a finding is, from the weakest to the strongest."""
        return tuple(map(word, self.evidence_verbs))

    @cached_property
    def modal_levels(self) -> tuple[re.Pattern[str], ...]:
        """Find words that say how sure an event is, from the weakest to the strongest."""
        return tuple(map(word, self.modal_verbs))

    @cached_property
    def side_heading(self) -> re.Pattern[str]:
        """Matches the heading of what surrounds an article."""
        return whole(self.side_headings)

    @cached_property
    def author_heading(self) -> re.Pattern[str]:
        """Matches the heading of what is said of the author."""
        return whole(self.author_headings)

    @cached_property
    def reference_heading(self) -> re.Pattern[str]:
        """Matches the heading of notes and sources."""
        return whole(self.reference_headings)

    @cached_property
    def contents_heading(self) -> re.Pattern[str]:
        """Matches the heading of a table of contents."""
        return whole(self.contents_headings)

    @cached_property
    def byline(self) -> re.Pattern[str]:
        """Matches the beginning of a line that names the author."""
        return compile_pattern(rf"\s*(?:{self.bylines})\b[:\s]\s*", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def credit(self) -> re.Pattern[str]:
        """Matches the beginning of a line that names a photographer or an owner of rights."""
        return compile_pattern(rf"\W*(?:{self.credits})\s*[:|\u00a9]", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def between_names(self) -> re.Pattern[str]:
        """Matches what stands between two names."""
        return compile_pattern(
            rf"\s*[,;]\s*(?:(?:{self.joins_names})\s+)?|\s+(?:{self.joins_names})\s+"
        )

    @cached_property
    def signpost(self) -> re.Pattern[str]:
        """Finds a signpost; the group that matches is its kind: order, turn or further."""
        kinds = ("order", "turn", "further")
        groups = (rf"(?P<{kind}>{getattr(self, f'{kind}_signposts')})" for kind in kinds)
        return compile_pattern(
            rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.IGNORECASE | re.VERBOSE
        )

    @cached_property
    def reports(self) -> re.Pattern[str]:
        """Finds a verb that gives words to a speaker."""
        return remembering_pattern(rf"\b(?:{self.reporting})\b", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def accords(self) -> re.Pattern[str]:
        """Finds what stands before the name of one who holds something."""
        return compile_pattern(rf"\b(?:{self.according})\s+", re.IGNORECASE | re.VERBOSE)


def source_words(language: str) -> SourceWords:
    """Return the words of a BCP 47 language; of one without a file, none."""
    return _read(language.partition("-")[0])


@kept(8)
def _read(language: str) -> SourceWords:
    file = FOLDER / f"{language}.yaml"
    if not language.isalpha() or not file.is_file():
        return SourceWords()
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return msgspec.convert(data, SourceWords)
