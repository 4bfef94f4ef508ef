"""Rules about facts: how prose prints them, and which may stand side by side."""

from __future__ import annotations

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
from briefgen.types.fact import Fact, SeriesValue
from briefgen.types.reference import REFERENCE, references
from briefgen.types.value import Share

LEAST_SHARED, LONGEST_ENDING = 3, 3
"""Letters that two forms of one noun share at least, and by which one is longer at most."""

_CURRENCY = late_pattern(r"[A-Z]{3}")
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
    return fact.unit != "%" and not _CURRENCY.fullmatch(fact.unit)


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
    if any(same_noun(noun, word) for noun in _WORD.findall(fact.unit.casefold()) for word in said):
        return True
    found = _FOLLOWING.match(words_in(after))
    return bool(found and not (words and words.counts_nothing.fullmatch(found[1])))


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
    unit is the same word: troops and peacekeepers differ by their nouns, dollars do not.
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
    for one, other in _misleading(pairwise(figures)):
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
        held = [facts[name] for name in dict.fromkeys(named) if name in facts]
        yield from _misleading(combinations(held[:MOST_FACTS], 2))


def _misleading(pairs: Iterable[tuple[Fact, Fact]]) -> Iterator[tuple[Fact, Fact]]:
    for one, other in pairs:
        same = one.unit and one.unit.casefold() == other.unit.casefold()
        if same and one.id not in other.comparable_with and other.id not in one.comparable_with:
            yield one, other


def _priority(fact: Fact) -> int:
    return fact.priority or 0


def _shown(fact: Fact) -> str:
    return f'"{fact.id}" ({fact.unit or fact.measure}, {fact.scope or fact.measure})'


# With two numbers for one date, a chart would show one and the prose another.
@rule(
    "unsound-series",
    "error",
    "A series has one value for each date, and the fact's own.",
    rests_on=(OWN,),
)
def unsound_series(argument: Argument) -> Iterator[Remark]:
    """Report each value of a series that another one, or the fact itself, contradicts.

    A fact need not be part of its own series; where the series has its date, it has its value.
    """
    for number, fact in enumerate(argument.facts):
        reported = {fact.as_of: (fact.value, "the fact itself")} if fact.as_of else {}
        for index, held in enumerate(fact.series):
            value, where = reported.setdefault(held.date, (held.value, f"series[{index}]"))
            twice = where.startswith("series") and where != f"series[{index}]"
            if value != held.value or twice:
                message = f"is {held.value} at {held.date}; {where} is {value} at that date"
                hint = "keep one value for each date, the one that the article gives"
                yield Remark(("facts", number, "series", index, "value"), message, hint)


# Half an interval, or one that leaves its value out, would be drawn as what nobody said.
@rule(
    "unsound-interval",
    "error",
    "The ends of an interval lie on either side of its value, and are the fact's own.",
    rests_on=(OWN,),
)
def unsound_intervals(argument: Argument) -> Iterator[Remark]:
    """Report each interval of a series with one end, without its value, or other than the fact's.

    An end may be the value itself.
    """
    for number, fact in enumerate(argument.facts):
        for index, held in enumerate(fact.series):
            for name, message, hint in _unsound_ends(fact, held):
                yield Remark(("facts", number, "series", index, name), message, hint)


def _unsound_ends(fact: Fact, held: SeriesValue) -> Iterator[tuple[str, str, str]]:
    if held.low is None and held.high is None:
        return
    ends = "write low and high as the article gives them, on either side of the value"
    if held.low is None:
        yield "high", f"is {held.high}, and there is no low", ends
    elif held.high is None:
        yield "low", f"is {held.low}, and there is no high", ends
    elif held.low >= held.high:
        yield "low", f"is {held.low}, which is not below the high of {held.high}", ends
    elif not held.low <= held.value <= held.high:
        name = "low" if held.value < held.low else "high"
        side = "above" if name == "low" else "below"
        yield name, f"is {getattr(held, name)}, {side} the value of {held.value}", ends
    elif fact.interval and held.date == fact.as_of:
        own = fact.interval
        if (own.low, own.high) != (held.low, held.high):
            message = f"is {held.low}, up to {held.high}; the interval of the fact itself is {own}"
            yield "low", message, "keep one interval for each date, the one that the article gives"


# The line of a chart goes over into its projection once, and is read from there on as one.
@rule(
    "unsound-projection",
    "error",
    "What is projected comes after all that was measured.",
    rests_on=(OWN,),
)
def unsound_projections(argument: Argument) -> Iterator[Remark]:
    """Report each projection of a series before a value that was measured."""
    for number, fact in enumerate(argument.facts):
        measured = [held.date for held in fact.series if not held.projected]
        for index, held in enumerate(fact.series):
            later = [date for date in measured if date.middle > held.date.middle]
            if held.projected and later:
                message = f"is projected at {held.date}, and {later[0]} after it is measured"
                hint = "leave the projection out, or write projected: true on the later value, too"
                yield Remark(("facts", number, "series", index, "projected"), message, hint)
