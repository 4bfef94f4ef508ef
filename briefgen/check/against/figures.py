"""Rules about figures and dates: the passage holds them, in all that they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.cache import Same, kept
from briefgen.check.against.index import Sentence, SourceIndex, stem, words_of
from briefgen.check.against.rounded import rounds
from briefgen.check.against.rule import Comparison, source_rule
from briefgen.check.against.synonyms import alike
from briefgen.check.rule import Remark
from briefgen.languages.files import quantity_words
from briefgen.languages.units import is_symbol_of
from briefgen.pattern import late_pattern
from briefgen.quantities.money import is_one_of
from briefgen.types.fact import CURRENCY_CODE, Fact, Quantity
from briefgen.types.source_map import Path
from briefgen.types.value import Range, Share, numbers_of

_SCALES = {
    None: 0,
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
    "lakh crore": 12,
}
MOST_COUNT = 12
"""The largest number that an editor may have counted: names in a list, an ordinal."""


def amounts_of(fact: Fact) -> tuple[Decimal, ...]:
    """Return the numbers of a fact, written out."""
    return tuple(number.scaleb(_SCALES[fact.scale]) for number in numbers_of(fact.value))


def said_amounts(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return the numbers that a figure says, written out."""
    scale = _SCALES[quantity.scale]
    return tuple(number.scaleb(scale) for number in numbers_of(quantity.value))


def holding(fact: Fact, among: Sequence[Sentence]) -> list[tuple[Sentence, Quantity]]:
    """Return where a passage says the numbers of a fact, whatever they are of."""
    wanted = amounts_of(fact)
    exact = [
        (sentence, quantity)
        for sentence in among
        for quantity in sentence.quantities
        if said_amounts(quantity) == wanted
        or _is_end(wanted, quantity, sentence)
        or _is_part(wanted, quantity)
        or (not (fact.scale or fact.unit) and _is_before_symbol(wanted, quantity, sentence))
        or (isinstance(fact.value, Share) and _is_share_of_next(wanted, quantity, sentence))
    ]
    return exact or [
        (sentence, quantity)
        for sentence in among
        for quantity in sentence.quantities
        if fact.qualifier and is_rounded_in(fact, quantity)
    ]


def is_rounded_in(fact: Fact, quantity: Quantity) -> bool:
    """Whether a fact with a word such as about rounds a figure of the article."""
    said = said_amounts(quantity)
    if not isinstance(fact.value, Decimal) or len(said) != 1:
        return False
    scale = Decimal(1).scaleb(_SCALES[fact.scale])
    return rounds(fact.value, scale, fact.qualifier, said[0])


@kept(4)
def amounts_said(shared: Same[SourceIndex]) -> frozenset[Decimal]:
    """Return all numbers that an article says anywhere, written out and as they stand there."""
    figures = [one for sentence in shared.held.sentences for one in sentence.quantities]
    found = {number for one in figures for number in (*said_amounts(one), *numbers_of(one.value))}
    intervals = (one.interval for one in figures if one.interval is not None)
    return frozenset(found.union(*((each.low, each.high) for each in intervals)))


def _is_part(wanted: tuple[Decimal, ...], quantity: Quantity) -> bool:
    """Whether a number is one of a share: "121 of 132 countries" says 121, and 132."""
    share = quantity.value
    return isinstance(share, Share) and wanted in ((share.part,), (share.whole,))


def _is_share_of_next(wanted: tuple[Decimal, ...], quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure and the next one are a share with a noun between: 3 people out of 100."""
    behind = [one for one in sentence.quantities if one.start >= quantity.unit_end][:1]
    if not behind or (*said_amounts(quantity), *said_amounts(behind[0])) != wanted:
        return False
    return bool(_OUT_OF.fullmatch(sentence.text[quantity.end : behind[0].start]))


_OUT_OF = late_pattern(
    r"(?:\s\w+){0,2}\s(?:out\s+of|sur|von|de\s+cada|su)(?:\s\w+)?\s", re.IGNORECASE
)
"""What stands between the two numbers of a share, in the languages that are known."""


def _is_before_symbol(wanted: tuple[Decimal, ...], quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number stands before a symbol that holds its scale as well: 51 mmt.

    The brief prints the symbol behind the figure, as the article does, and the fact has the number.
    """
    symbol = sentence.text[quantity.end : quantity.unit_end].strip()
    held = bool(quantity.scale and quantity.unit) and symbol.isalpha()
    return held and numbers_of(quantity.value) == wanted


def _is_end(wanted: tuple[Decimal, ...], quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number is an end of an interval, of a class of a table, or of a change."""
    interval = quantity.interval
    before = sentence.text[max(0, quantity.start - BEFORE) : quantity.start]
    words = words_there(sentence, quantity)
    changes = _FROM.search(before) and quantity.unit and words.count(quantity.unit) > 1
    if isinstance(quantity.value, Range) and (
        changes or sentence.is_row or _INTERVAL.search(before)
    ):
        interval = quantity.value
    return interval is not None and wanted in ((interval.low,), (interval.high,))


BEFORE = 60
"""Characters before a figure among which a word such as "reported" qualifies it."""

_INTERVAL = late_pattern(r"interval|\b(?:CI|KI|IC)\b", re.IGNORECASE)
"""What stands before a confidence interval, in the languages that are known."""
_FROM = late_pattern(r"\b(?:from|von|de|du|da|dal|desde)\s*$", re.IGNORECASE)
"""What stands before a change from one figure to another, each with its unit."""
_SEVERAL = late_pattern(r"\w+s\s")


def facts_with_passage(compared: Comparison) -> Iterator[tuple[int, Fact, list[Sentence]]]:
    """Yield each fact that has a passage: that of its anchor, of its locator, or all the text.

    None in a language whose figures cannot be read from words.
    """
    if quantity_words(compared.index.language) is None:
        return
    for number, fact in enumerate(compared.argument.facts):
        if not numbers_of(fact.value):
            continue
        among = compared.passage_of(fact.id, fact.locator)
        yield number, fact, compared.index.sentences if among is None else among


@source_rule("figure-not-in-source", "error", "Every figure stands in its passage.")
def missing_figures(compared: Comparison) -> Iterator[Remark]:
    """Report each fact whose number its passage does not hold, in digits or words.

    A small number that the passage does not say may be a count: that is a warning of its own.
    """
    for number, fact, among in facts_with_passage(compared):
        if holding(fact, among) or is_count(fact):
            continue
        path: Path = ("facts", number, "value")
        elsewhere = sorted(
            holding(fact, compared.index.sentences),
            key=lambda found: not _unit_fits(fact, found[1], found[0], strict=True),
        )
        same_digits = _same_digits(fact, among)
        if same_digits is not None:
            message = f"is {shown(fact)}; the article says {same_digits}"
            yield Remark(path, message, "write number and scale as the article does")
        elif elsewhere:
            place = elsewhere[0][0].paragraph.locator
            do = "do" if fact.locator and _SEVERAL.match(fact.locator) else "does"
            message = f"is {shown(fact)}, which {fact.locator} {do} not say"
            yield Remark(path, message, f"{place} has the number; look whether it is this one")
        else:
            message = f"is {shown(fact)}, which the article does not say"
            yield Remark(path, message, _nearby(fact, among))


def is_count(fact: Fact) -> bool:
    """Whether the number of a fact is so small that an editor may have counted."""
    amounts = amounts_of(fact)
    small = len(amounts) == 1 and amounts[0] == int(amounts[0]) and 0 < amounts[0] <= MOST_COUNT
    return small and fact.unit != "%" and not CURRENCY_CODE.fullmatch(fact.unit) and not fact.scale


def _same_digits(fact: Fact, among: Sequence[Sentence]) -> str | None:
    """Return the words of a figure with the digits of a fact and another scale."""
    digits = [number.normalize().as_tuple().digits for number in numbers_of(fact.value)]
    for sentence in among:
        for quantity in sentence.quantities:
            said = [number.normalize().as_tuple().digits for number in numbers_of(quantity.value)]
            if said == digits and quantity.scale != fact.scale:
                return f'"{words_there(sentence, quantity)}"'
    return None


def words_there(sentence: Sentence, quantity: Quantity) -> str:
    """Return the words of a figure where the article has it."""
    return sentence.text[quantity.start : quantity.unit_end].strip()


def shown(fact: Fact) -> str:
    """Return the value of a fact with its scale and unit."""
    return " ".join(filter(None, (str(fact.value), fact.scale, fact.unit)))


def _nearby(fact: Fact, among: Sequence[Sentence]) -> str:
    """Name the figures of a passage that are of the same thing; none of another noun."""
    found = [
        f'"{words_there(sentence, quantity)}"'
        for sentence in among
        for quantity in sentence.quantities
        if _unit_fits(fact, quantity, sentence, strict=True)
    ]
    if not found:
        return "look at the passage"
    say = "say" if fact.locator and _SEVERAL.match(fact.locator) else "says"
    return f"{fact.locator} {say} {', '.join(dict.fromkeys(found))}"


@source_rule("figure-interval", "error", "Every confidence interval is that of its passage.")
def other_intervals(compared: Comparison) -> Iterator[Remark]:
    """Report each confidence interval that its passage does not hold, or not beside the figure."""
    for number, fact, among in facts_with_passage(compared):
        interval = fact.interval
        if interval is None or any(_has_interval(fact, one) for one, _ in holding(fact, among)):
            continue
        message = f"is {interval}, an interval that {fact.locator} does not give beside the figure"
        yield Remark(("facts", number, "interval"), message, "look at the passage")


def _has_interval(fact: Fact, sentence: Sentence) -> bool:
    assert fact.interval is not None
    wanted = (fact.interval.low, fact.interval.high)
    ranges = [
        one
        for quantity in sentence.quantities
        for one in (quantity.interval, quantity.value)
        if isinstance(one, Range)
    ]
    return any((one.low, one.high) == wanted for one in ranges)


@source_rule("figure-unit", "error", "Every figure has the unit that its passage gives.")
def other_units(compared: Comparison) -> Iterator[Remark]:
    """Report each fact whose currency, percentage or noun is not that of its passage."""
    for number, fact, among in facts_with_passage(compared):
        found = holding(fact, among) if fact.unit else []
        nouns = alike(frozenset(map(stem, words_of(fact.unit))), compared.index)
        measured = any(is_measured(quantity.unit, compared.index) for _, quantity in found)
        counted = {stem(word) for _, one in found for word in words_of(one.unit or "")}
        known = nouns & (counted if measured else _known_stems(Same(compared.index)))
        if is_count(fact) and known:
            continue  # five nations are five states; two decades are no two years
        if compared.index.words.occurs.fullmatch(fact.unit):
            continue  # what happened 286 times is 286 of something
        if any(counts_people(fact.unit, sentence, compared.index) for sentence, _ in found):
            continue
        fitting = (_unit_fits(fact, quantity, sentence) for sentence, quantity in found)
        bare = all(
            not (quantity.unit or compared.index.words.tells_age.search(sentence.text))
            for sentence, quantity in found
        )
        if found and (not any(fitting) or (bare and _is_measure_of_none(fact, compared))):
            sentence, quantity = found[0]
            message = f'counts {fact.unit}; the article says "{words_there(sentence, quantity)}"'
            yield Remark(("facts", number, "unit"), message, "write the unit as the article does")


@kept(4)
def _known_stems(shared: Same[SourceIndex]) -> frozenset[str]:
    """Return the beginnings of all words of an article."""
    return frozenset(map(stem, shared.held.vocabulary))


def counts_people(unit: str, sentence: Sentence, index: SourceIndex) -> bool:
    """Whether a unit is a word for people, and a sentence has another: a population of 300,000."""
    people = index.words.tells_people
    return bool(people.fullmatch(unit) and people.search(sentence.text))


def _is_measure_of_none(fact: Fact, compared: Comparison) -> bool:
    """Whether a unit is one of measure (hours, years) that the article has nowhere."""
    nouns = set(map(stem, words_of(fact.unit)))
    return is_measured(fact.unit, compared.index) and nouns.isdisjoint(
        _known_stems(Same(compared.index))
    )


def is_measured(unit: str | None, index: SourceIndex) -> bool:
    """Whether a unit is one of measure, such as decades, and no noun for what is counted."""
    words = quantity_words(index.language)
    units = words.units if words and unit else "(?!)"
    return bool(re.fullmatch(rf"(?:{units})", unit or "", re.IGNORECASE | re.VERBOSE))


def _unit_fits(fact: Fact, quantity: Quantity, sentence: Sentence, *, strict: bool = False) -> bool:
    ours, theirs = fact.unit, quantity.unit or ""
    money = bool(CURRENCY_CODE.fullmatch(ours)), bool(CURRENCY_CODE.fullmatch(theirs))
    if any(money) or "%" in (ours, theirs):
        return ours == theirs or is_one_of(ours, quantity.codes)
    if is_symbol_of(theirs, ours) or is_symbol_of(ours, theirs):
        return True
    if _is_other_measure(ours, theirs):
        return False  # cubic feet are no cubic metres
    nouns = {stem(word) for word in words_of(ours)}
    if nouns & {stem(word) for word in words_of(theirs)} or theirs == ours.removesuffix("s"):
        return True  # a 10 ton cargo has ten tons
    after = sentence.text[quantity.end : quantity.end + NOUN_WITHIN]
    if any(
        word.endswith(ours.casefold()) for word in words_of(after)[:NOUN_IN] if len(ours) > LETTERS
    ):
        return True  # 236 Grundschulen are as many Schulen
    if strict:
        return False
    near = {stem(word) for word in words_of(after)}
    if after[:1] in _HYPHENS and near:
        near.add(stem(f"{words_of(after)[0]}s"))  # a six-week closure has six weeks
    return bool(nouns & (near | sentence.stems)) or not theirs


_HYPHENS = ("-", "\u2010", "\u2011")


def _is_other_measure(ours: str, theirs: str) -> bool:
    """Whether two units begin alike, and end in another word: square miles, square metres."""
    mine, its = words_of(ours), words_of(theirs)
    both = len(mine) == len(its) > 1 and mine[:-1] == its[:-1]
    return both and stem(mine[-1])[:LETTERS] != stem(its[-1])[:LETTERS]


LETTERS = 3
"""Letters by which two forms of a word of measure are alike."""

NOUN_IN = 3
"""Words behind a figure of which one is its noun, in a compound."""

NOUN_WITHIN = 80
"""Characters behind a figure among which what it counts is said."""


def counted_here(fact: Fact, compared: Comparison) -> bool:
    """Whether the article makes a count; what is no small number is none of the editor's."""
    if not numbers_of(fact.value) or not is_count(fact):
        return True
    among = compared.passage_of(fact.id, fact.locator) or compared.index.sentences
    return makes_count(fact, among, compared.index)


def makes_count(fact: Fact, among: Sequence[Sentence], index: SourceIndex) -> bool:
    """Whether a passage says a small number, in figures, as an ordinal or in another way."""
    return bool(holding(fact, among)) or _counted(fact, among, index)


def _counted(fact: Fact, among: Sequence[Sentence], index: SourceIndex) -> bool:
    (value,) = map(int, amounts_of(fact))
    return says_count(value, " ".join(sentence.text for sentence in among), index)


def says_count(value: int, text: str, index: SourceIndex) -> bool:
    """Whether a text says a small number in digits, as an ordinal or in another word."""
    words = index.words
    if str(value) in words_of(text):
        return True  # aged 10 and under
    if (value == 1 and words.single.search(text)) or (value == DECADE and DECADES.search(text)):
        return True
    ordinal = words.ordinals[value - 1] if value <= len(words.ordinals) else "(?!)"
    if value > 1 and re.search(rf"(?<!\w){ordinal}(?!\w)", text, re.IGNORECASE):
        return True
    said = "|".join(name for name, count in words.collectives.items() if count == value)
    return bool(said) and bool(re.search(rf"(?<!\w)(?:{said})(?!\w)", text, re.IGNORECASE))


DECADE = 10
DECADES = late_pattern(r"\bdecad|\bdécenn|\bJahrzehnt|\bdécad|\bdecenn", re.IGNORECASE)
"""Finds ten years in one word, in the languages that are known."""
