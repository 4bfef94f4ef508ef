"""Rules about facts, and about dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, takewhile

from briefgen.check.passage import Passage, passages, sentences
from briefgen.check.rule import LANGUAGE, OWN, Remark, rule
from briefgen.languages import conventions
from briefgen.languages.lexicon import Lexicon, lexicon
from briefgen.markup import words_in
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.date import PartialDate
from briefgen.types.fact import CURRENCY_CODE, Fact
from briefgen.types.reference import REFERENCE, references
from briefgen.types.source_map import Path
from briefgen.types.value import Share

LEAST_SHARED, LONGEST_ENDING = 3, 3
"""Letters that two forms of one noun share at least, and by which one is longer at most."""

_WORD = late_pattern(r"[^\W\d_]+")
_FOLLOWING = late_pattern(r"[\s\u00a0\u202f-]*([^\W\d_]+(?:[’'][^\W\d_]+)?)")


# A fact prints a bare number, so the prose must say what is counted.
@rule(
    "missing-noun",
    "warning",
    "A number in prose has a noun, which a fact does not print.",
    rests_on=("facts", LANGUAGE),
)
def missing_nouns(argument: Argument) -> Iterator[Remark]:
    """Report each fact that a sentence says without its noun, nor any other word that it counts.

    A word that follows the number is taken to be what it counts, or to lead to it, unless it is one
    that can be neither, such as "to" or "in". That list is known for languages with a lexicon; in
    others only what is followed by no word at all is reported.
    """
    facts = {fact.id: fact for fact in argument.facts if _needs_noun(fact)}
    for passage in passages(argument):
        for fact in () if passage.tabular else _bare(passage, facts, argument.article.language):
            message = f"says [#{fact.id}] without a noun; it prints the number alone"
            hint = f"write [#{fact.id}] {fact.unit or '…'}, or what else it counts"
            yield Remark(passage.path, message, hint, passage.text_line)


def _needs_noun(fact: Fact) -> bool:
    """Whether the unit is a noun. What looks like the code of a currency is taken for one."""
    if isinstance(fact.value, PartialDate) or (isinstance(fact.value, Share) and not fact.unit):
        return False
    return fact.unit != "%" and not CURRENCY_CODE.fullmatch(fact.unit)


def _bare(passage: Passage, facts: dict[str, Fact], language: str) -> Iterator[Fact]:
    words = lexicon(language)
    for sentence in sentences(passage.text, language):
        for reference in references(sentence):
            fact = facts.get(reference.id) if reference.sign == "#" else None
            if fact is None:
                continue
            before, after = sentence[: reference.start], sentence[reference.end :]
            named = conventions(language).names_number(words_in(before))
            if not named and not _has_noun(fact, sentence, after, words):
                yield fact


def _has_noun(fact: Fact, sentence: str, after: str, words: Lexicon | None) -> bool:
    if fact.unit and words_in(after).lstrip(" \u00a0\u202f-").startswith(fact.unit):
        return True
    said = _WORD.findall(words_in(sentence).casefold())
    nouns = _WORD.findall((fact.unit or fact.measure).casefold())
    nouns = [noun for noun in nouns if fact.unit or len(noun) >= LONG_NOUN]
    if any(same_noun(noun, word) for noun in nouns for word in said):
        return True
    if _OF_THEM.match(words_in(after)):
        return True
    found = _FOLLOWING.match(words_in(after))
    return bool(found and not (words and words.counts_nothing.fullmatch(found[1])))


LONG_NOUN = 5
"""Letters of a word that may be the noun of a figure whose unit says none."""

_OF_THEM = late_pattern(
    r"\s+(?:of\s+(?:them|these|those|which|whom)|d['\u2019]entre\s+(?:eux|elles)|von\s+ihnen"
    r"|de\s+ell[oa]s|di\s+(?:loro|essi|esse))\b"
)
"""What follows a number whose noun was said before, in the languages that are known."""


def same_noun(noun: str, word: str) -> bool:
    """Whether two words are forms of one: year and years, country and countries."""
    shorter = min(len(noun), len(word))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(noun, word, strict=False))
    shared = sum(1 for _ in same)
    return shared >= max(LEAST_SHARED, shorter - 1) and abs(len(noun) - len(word)) <= LONGEST_ENDING


MOST_FACTS = 20
"""So many of a sentence are compared with one another; more are no sentence of prose."""

_COMPARABLE_HINT = (
    "name one under comparable_with of the other if they may be compared, or part them"
)


# Readers compare figures that stand side by side.
@rule(
    "incomparable-facts",
    "warning",
    "Facts of one unit stand together only if they may be compared.",
    rests_on=("facts",),
)
def incomparable_facts(argument: Argument) -> Iterator[Remark]:
    """Report facts of one unit that stand beside each other and may not be compared.

    Beside each other are facts of one sentence, and key figures that follow one another. The same
    unit is the same word: troops and peacekeepers differ by their nouns, dollars do not. Key
    figures in money or per cent whose measures have no word in common are nothing to compare.
    """
    facts = {fact.id: fact for fact in argument.facts}
    for passage in passages(argument):
        if passage.tabular:
            continue
        for one, other in _in_one_sentence(passage.text, argument.article.language, facts):
            message = f"sets {_shown(one)} beside {_shown(other)}, which may not be compared"
            yield Remark(passage.path, message, _COMPARABLE_HINT, passage.text_line)
    numbers = {fact.id: number for number, fact in enumerate(argument.facts)}
    figures = sorted((fact for fact in argument.facts if fact.priority), key=_priority)
    language = argument.article.language
    near = (pair for pair in pairwise(figures) if may_be_compared(*pair, language))
    for one, other in _misleading(near):
        message = f"comes next to {_shown(one)} as a key figure, and may not be compared with it"
        yield Remark(
            ("facts", numbers[other.id], "priority"), message, f"{_COMPARABLE_HINT} by priority"
        )


def _in_one_sentence(
    text: str, language: str, facts: dict[str, Fact]
) -> Iterator[tuple[Fact, Fact]]:
    if text.count("[#") < 2:  # noqa: PLR2004 - it takes two to compare
        return
    figures_only = REFERENCE.sub(lambda found: found[0] if found[1] == "#" else "", text)
    for sentence in sentences(figures_only, language):
        named = [found.id for found in references(sentence) if found.sign == "#"]
        mentioned = [facts[name] for name in dict.fromkeys(named) if name in facts]
        yield from _misleading(combinations(mentioned[:MOST_FACTS], 2))


def _misleading(pairs: Iterable[tuple[Fact, Fact]]) -> Iterator[tuple[Fact, Fact]]:
    for one, other in pairs:
        same = one.unit and one.unit.casefold() == other.unit.casefold()
        if same and one.id not in other.comparable_with and other.id not in one.comparable_with:
            yield one, other


def may_be_compared(one: Fact, other: Fact, language: str) -> bool:
    """Whether a reader may set two facts of one unit against each other.

    Those that count the same may always be; an income and a promise are both of money, and yet
    nobody compares them.
    """
    if one.unit != "%" and not CURRENCY_CODE.fullmatch(one.unit):
        return True
    return says_any(one.measure, other.measure, language)


def says_any(text: str, measure: str, language: str) -> bool:
    """Whether a text has a word of a measure that tells something."""
    words = lexicon(language)
    small = words and words.counts_nothing
    mine, theirs = (
        [word for word in _WORD.findall(said.casefold()) if not (small and small.fullmatch(word))]
        for said in (text, measure)
    )
    return any(same_noun(word, its) for word in mine for its in theirs)


def _priority(fact: Fact) -> int:
    return fact.priority or 0


def _shown(fact: Fact) -> str:
    return f'"{fact.id}" ({fact.unit or fact.measure}, {fact.scope or fact.measure})'


@rule("stale-fact", "warning", "No fact is older than its shelf life.", rests_on=(OWN, "article"))
def stale_facts(argument: Argument) -> Iterator[Remark]:
    """Report each fact that is certainly older than its shelf life when the brief is issued.

    Age is counted to the brief's date or, without one, the article's: never to today, so that
    an argument says today what it said yesterday.
    """
    brief = argument.edition.date
    issued = brief or argument.article.date
    what = "brief" if brief else "article"
    for number, fact in enumerate(argument.facts):
        life = fact.shelf_life_months
        if life is None or fact.as_of is None:
            continue
        if _months_before(issued.first, life) > _months_before(fact.as_of.last):
            message = f"is of {fact.as_of}, valid for {life} months; the {what} is of {issued}"
            hint = "bring it up to date, or give its date in the text and drop its shelf life"
            yield Remark(("facts", number, "as_of"), message, hint)


def _months_before(day: datetime.date, months: int = 0) -> tuple[int, int]:
    """Return month and day, so many months earlier, as they compare."""
    return day.year * 12 + day.month - months, day.day


_QUOTED_WORDS = late_pattern(
    r'"[^"]*"|\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb'
)


# A brief is read later than it is written.
@rule("relative-date", "warning", "Dates are absolute.", rests_on=(LANGUAGE,))
def relative_dates(argument: Argument) -> Iterator[Remark]:
    """Report each passage with a date that depends on the day of reading.

    What stands in quotation marks is somebody else's, and editor's notes talk about the article's
    own words: both are left alone.
    """
    words = lexicon(argument.article.language)
    if words is None:
        return
    for passage in passages(argument):
        if passage.path[0] == "notes":
            continue
        found = words.relative_date.findall(_QUOTED_WORDS.sub("", words_in(passage.text)))
        if found:
            shown = ", ".join(f'"{" ".join(each.split())}"' for each in dict.fromkeys(found))
            hint = f"name the date; the information reaches up to {argument.article.cut_off}"
            yield Remark(passage.path, f"has a relative date: {shown}", hint, passage.text_line)


@rule("event-order", "warning", "The timeline runs from old to new.", rests_on=("timeline",))
def event_order(argument: Argument) -> Iterator[Remark]:
    """Report each event that is certainly older than the one before it."""
    for number, (before, event) in enumerate(pairwise(argument.timeline), 1):
        if _older(event.date, before.date):
            message = f"{event.date} stands after {before.date}"
            yield Remark(("timeline", number, "date"), message, "put the oldest event first")


def _older(date: PartialDate, other: PartialDate) -> bool:
    return date.first < other.first and date.middle < other.middle


@rule(
    "future-date",
    "warning",
    "Nothing past is dated after the article's cut-off.",
    rests_on=("article",),
)
def future_dates(argument: Argument) -> Iterator[Remark]:
    """Report past events and figures that are certainly dated after the article's cut-off.

    A cut-off after the article's own date is reported, too.
    """
    article = argument.article
    if article.cut_off.first > article.date.last:
        message = f"is {article.cut_off}, after the article's date, {article.date}"
        yield Remark(("article", "cut_off"), message, "no article knows what comes after it")
    for path, date, what, hint in _dated(argument):
        if date.first > article.cut_off.last:
            message = f"{what} {date}, after the article's cut-off, {article.cut_off}"
            yield Remark(path, message, hint)


def _dated(argument: Argument) -> Iterator[tuple[Path, PartialDate, str, str]]:
    for number, event in enumerate(argument.timeline):
        if event.status == "past":
            hint = "write status: planned, or correct the date"
            yield ("timeline", number, "date"), event.date, "is marked as past on", hint
    hint = "correct the date, or move the cut-off; what is planned for then has no date of its own"
    for number, fact in enumerate(argument.facts):
        projected = {each.date for each in fact.series if each.projected}
        if fact.as_of and fact.as_of not in projected:
            yield ("facts", number, "as_of"), fact.as_of, "holds as of", hint
        for index, each in enumerate(fact.series):
            if not each.projected:
                path: Path = ("facts", number, "series", index, "date")
                yield path, each.date, "was measured on", f"{hint}, or write projected: true"
