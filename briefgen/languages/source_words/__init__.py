"""The words by which an article is read, language by language, each a file of data.

They part an article from the page around it, a byline from a title, a signpost of its reasoning
from other words. An article in a language without such a file is read by what needs no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
import yaml

from briefgen.cache import kept
from briefgen.languages.source_words.contraries import Contraries, Opposites
from briefgen.languages.source_words.word_lists import NEVER, FigureWords, before_name, whole, word
from briefgen.pattern import compile_pattern, late_pattern, remembering_pattern

FOLDER = Path(__file__).resolve().parent

_DENYING = late_pattern(r"(?:un|in|im|il|ir|non)")


class SourceWords(FigureWords, frozen=True, eq=False, dict=True, forbid_unknown_fields=True):
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
