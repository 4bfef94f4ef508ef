"""The words of one language by which an article is read, as its file gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from briefgen.pattern import compile_pattern, remembering_pattern


def whole(words: str) -> re.Pattern[str]:
    """Return what matches a heading, with its number."""
    return compile_pattern(rf"\W*(?:[\dIVX]+\.?\s+)?(?:{words})\W*", re.IGNORECASE | re.VERBOSE)


def word(words: str) -> re.Pattern[str]:
    """Return what finds any of some words."""
    return remembering_pattern(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE | re.VERBOSE)


def before_name(words: str) -> re.Pattern[str]:
    """Return what finds any of some words at the end of a text, with an article behind it."""
    article = r"(?:\s+(?:the|la|le|les|el|los|las|il|lo|die|der|das|dem|den))?"
    return compile_pattern(rf"(?<!\w)(?:{words}){article}\s+$", re.IGNORECASE | re.VERBOSE)


NEVER = "(?!)"


class WordLists(Struct, frozen=True, eq=False, dict=True, forbid_unknown_fields=True):
    """The words of one language, as alternatives of verbose regular expressions.

    Headings of what is no text of the article: `side_headings` of links and offers around it,
    `author_headings` of what is said of its author, `reference_headings` of its notes and sources,
    `contents_headings` of a table of contents. `bylines` stand before the name of the author,
    `credits` before that of a photographer; `joins_names` between two names.

    `order_signposts` count reasons or steps, `turn_signposts` limit or contradict what was said,
    `further_signposts` add to it. `reporting` are verbs that give words to a speaker,
    `auxiliaries` what may stand before them, and `according` what stands before one who holds
    something.

    `early`, `middle` and `late` name a part of a year, `this_year`, `last_year` and `next_year` one
    by the date of the article, `that_year` one by what was said before; `between_date_parts` may
    stand between day, month and year.

    `part_headings` are words of headings by the part of an argument that they point to;
    `paragraph_words`, `page_words`, `note_words` and `standfirst_words` stand in locators.

    What an argument may not change: `negations`, of which `local_negations` deny the next word only
    ("but not"), and `implied_negations`, which deny without such a word ("run out of"); `opposites`
    of which each is one by itself, and `contraries`, which are one of the same thing in any form,
    rise and fall first; `comparisons` stand before what there is more of, and less of;
    `before_bases` stand before what something is compared with;
    `sizes` stand before what there is more of, or larger numbers, and less or smaller ones;
    `comparatives` say by themselves that there is more of something ("larger");
    `senses` are words of one sense and those of the contrary, whatever is said of: accept and
    resist, of which those of the first pair say how many or how often; `lessening` turn the word
    after them ("few", "hardly");
    `clause_breaks` begin another clause, `agents` stand before who does something ("by"),
    `finite_verbs` behind who does it, and `prepositions` before what is none of him,
    `from_places` and `to_places` before where something comes from and goes to,
    `before_places` before a name that does nothing in its clause ("in"), `within_places` before
    one of where it is,
    `before_year` before a year that something comes before,
    `than` before what something is compared with, `equals` between two things that are alike in it,
    `of_whole` before what a share is of, `before_rates` before what something is counted by
    ("per"), and `periods` are the times it is counted by, with all that says so ("annually"),
    `saying_that` lets somebody say what follows;
    `evidence_verbs` and `modal_verbs`, from the weakest to the strongest; `attempts`, which weaken
    the verb after them ("helps to"); `present_plans`, which state a plan as of today, and
    `plans_now`, which can state nothing else; `comparing`, which set one figure against another;
    `open_dates`, from or up to which something holds;
    `causing`, which make one thing the cause of another, and `explaining`, which may do so;
    `because` stands before a cause, `before_causes` too or before what comes first, and
    `before_effects` before what comes of it, and `concluding` in it ("therefore");
    `softeners` weaken the word after them ("somewhat");
    `claims` are words that say much (only, the largest, all) with those that may stand for them in
    the article; `one_of` makes what is the largest one of several;
    `titles` are what a person is called by office or rank, `of_office` stands before the office;
    `conditional_words` say what would be, and `conditional_verbs` do so by their ending, with their
    root as a group; `infinitive_endings` and `present_endings` are those of one verb;
    `future_endings` and `indicative_endings` may stand behind such a root, and `before_nouns` are
    words before what is none of its verbs. `determiners` are the articles and the like that may
    stand between a verb and what it is done to, `before_months` before one without a year.
    `conditions` open one ("if"), and `time_conditions` do where the rest is still to come ("once"),
    `limited_to` stands before the only case in which something holds, and `limiting` are all words
    by which something may hold in some cases only,
    `hedging` leaves open whether something is so ("might"), and `unsure` are all words which may
    say so in one way or another ("fears", "in her view"), `thinking` what somebody only believes;
    `open_questions` what is not known or is
    asked ("nobody knows what"),
    `relatives` a clause about what stands before it.
    `associating` lets two things go together without a cause. `some_of` and `all_of` stand before
    what is meant in part or as a whole.
    `of_age` are words that make a number one of years, `of_people` one of people;
    `qualifiers` of figures by what they mean. `ordinals` from the first on, `collectives` by their
    number and `singles`, which say one, make a count; `of_known` beside a number make it one of
    what was told before ("all three"), `only_one` stands before what there is once only;
    `occurrences` count how often something was.
    `synonyms` are words of one line that may say the same of what is counted or done, in all forms
    that begin alike.
    `names_of_countries` are words that name one country or its people, of which none is the
    beginning of another: British and UK; `governments` give a capital, which may be said for its
    government, with a name of the country.
    """

    side_headings: str = NEVER
    author_headings: str = NEVER
    reference_headings: str = NEVER
    contents_headings: str = NEVER
    bylines: str = NEVER
    credits: str = NEVER
    joins_names: str = NEVER
    order_signposts: str = NEVER
    turn_signposts: str = NEVER
    further_signposts: str = NEVER
    reporting: str = NEVER
    auxiliaries: str = NEVER
    according: str = NEVER
    early: str = NEVER
    middle: str = NEVER
    late: str = NEVER
    this_year: str = NEVER
    last_year: str = NEVER
    next_year: str = NEVER
    that_year: str = NEVER
    between_date_parts: str = NEVER
    part_headings: Mapping[str, str] = field(default_factory=dict)
    paragraph_words: str = NEVER
    page_words: str = NEVER
    standfirst_words: str = NEVER
    note_words: str = NEVER
    negations: str = NEVER
    opposites: tuple[tuple[str, str], ...] = ()
    contraries: tuple[tuple[str, str], ...] = ()
    comparisons: tuple[tuple[str, str], ...] = ()
    comparatives: str = NEVER
    sizes: tuple[str, str] = (NEVER, NEVER)
    before_bases: str = NEVER
    senses: tuple[tuple[str, str], ...] = ()
    lessening: str = NEVER
    local_negations: str = NEVER
    implied_negations: str = NEVER
    clause_breaks: str = NEVER
    of_whole: str = NEVER
    before_rates: str = NEVER
    before_year: str = NEVER
    than: str = NEVER
    equals: str = NEVER
    periods: Mapping[str, str] = field(default_factory=dict)
    saying_that: str = NEVER
    possible_verbs: str = NEVER
    expected_verbs: str = NEVER
    past_verbs: str = NEVER
    done_verbs: str = NEVER
    future_verbs: str = NEVER
    conditional_words: str = NEVER
    conditional_verbs: str = NEVER
    future_endings: str = NEVER
    indicative_endings: str = NEVER
    infinitive_endings: str = NEVER
    present_endings: str = NEVER
    before_nouns: str = NEVER
    determiners: str = ""
    conditions: str = NEVER
    limiting: str = NEVER
    limited_to: str = NEVER
    time_conditions: str = NEVER
    relatives: str = NEVER
    before_months: str = NEVER
    hedging: str = NEVER
    unsure: str = NEVER
    thinking: str = NEVER
    open_questions: str = NEVER
    associating: str = NEVER
    some_of: str = NEVER
    all_of: str = NEVER
    exceptions: str = NEVER
    agents: str = NEVER
    finite_verbs: str = NEVER
    prepositions: str = NEVER
    before_causes: str = NEVER
    before_effects: str = NEVER
    concluding: str = NEVER
    from_places: str = NEVER
    to_places: str = NEVER
    before_places: str = NEVER
    within_places: str = NEVER
    evidence_verbs: tuple[str, ...] = ()
    modal_verbs: tuple[str, ...] = ()
    attempts: str = NEVER
    softeners: str = NEVER
    claims: tuple[tuple[str, str], ...] = ()
    one_of: str = NEVER
    titles: str = NEVER
    of_office: str = NEVER
    of_age: str = NEVER
    of_people: str = NEVER
    because: str = NEVER
    present_plans: str = NEVER
    plans_now: str = NEVER
    comparing: str = NEVER
    open_dates: str = NEVER
    causing: str = NEVER
    explaining: str = NEVER
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    ordinals: tuple[str, ...] = ()
    collectives: Mapping[str, int] = field(default_factory=dict)
    singles: str = NEVER
    of_known: str = NEVER
    only_one: str = NEVER
    occurrences: str = NEVER
    synonyms: tuple[str, ...] = ()
    names_of_countries: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()


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
    def years_apart(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        """Find words that name a year by how far it is from that of the article."""
        words = {-1: self.last_year, 0: self.this_year, 1: self.next_year}
        return tuple((step, word(said)) for step, said in words.items())

    @cached_property
    def single(self) -> re.Pattern[str]:
        """Finds a word that says one."""
        return word(self.singles)

    @cached_property
    def of_known_number(self) -> re.Pattern[str]:
        """Finds a word beside a number of what was told before: all three, three others."""
        return word(self.of_known)

    @cached_property
    def is_only_one(self) -> re.Pattern[str]:
        """Finds what there is once only, its noun last, as a group."""
        words = rf"(?<!\w)(?:{self.only_one})\s+(\w{{4,}})"
        return compile_pattern(words, re.IGNORECASE | re.VERBOSE)

    @cached_property
    def occurs(self) -> re.Pattern[str]:
        """Matches a unit that counts how often something was, whatever it was."""
        return word(self.occurrences)
