"""Figures in prose: what counts as one, its value, and rules about figures without a fact.

No figures in this sense: dates and years; names such as G5, Chapter VII, Resolution 2100 or
EN 301 549; ordinals; the numbers of a list. "One" is left alone, since it is mostly a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from briefgen.cache import kept
from briefgen.check.facts import same_noun
from briefgen.check.passage import passages, points
from briefgen.check.rule import LANGUAGE, OWN, Remark, rule
from briefgen.languages.files import quantity_words
from briefgen.languages.lexicon import lexicon
from briefgen.markup import words_in
from briefgen.pattern import compile_pattern, late_pattern
from briefgen.quantities import find_quantities
from briefgen.types.argument import Argument
from briefgen.types.fact import CURRENCY_CODE, Fact
from briefgen.types.point import Point
from briefgen.types.reference import references
from briefgen.types.source_map import Path
from briefgen.types.value import numbers_of

_YEAR = r"(?<![\d$£€¥.,])(?:1[5-9]|20)\d\d(?![\d]|[.,]\d)"
_ORDINAL = "(?:st|nd|rd|th|er|re|e|ère|ème|nde|[º°])"
_BODIES = "(?:ANSI|BS|DIN|EN|ETSI|IEC|IEEE|ISO|ITU|NF|NIST|RFC|WCAG)"
_STANDARD = (
    rf"{_BODIES}(?:[ /](?:EN|IEC|IEEE|ISO|TR|TS))*"
    r"[ \u00a0]\d+(?:[ \u00a0]\d{3})*(?:[.:-]\d+)*"
)
"""The name of a standard or of a version of one: EN 301 549, ISO 14289-1:2014, WCAG 2.1."""

_DIGITS = late_pattern(r"(?<![\w])\d(?:[\d,.\u00a0\u202f]*\d)?")
_SPACES = str.maketrans("", "", "\u00a0\u202f")


def numbers_in(text: str, language: str) -> list[str]:
    """Return the figures of a text and, in languages with a lexicon, those in words, in order."""
    return list(_numbers_in(text, language))


def _is_among(word: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words))


@kept(1024)
def vague_numbers(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a text that say a number and no figure: thousands, tens of billions."""
    words = lexicon(language)
    known = words.number_words if words else {}
    places = [
        (start, end)
        for start, end in _places(text, language)
        if not (text[start].isdigit() or text[start:end].partition("-")[0].lower() in known)
    ]
    figures = find_quantities(text, language) if places and words else ()
    found: list[tuple[int, int]] = []
    for start, end in places:
        if any(one.start < end and start < one.end for one in figures):
            continue
        goes_on = found and _OF.fullmatch(text[found[-1][1] : start])
        found[-1:] = [(found[-1][0], end)] if goes_on else [*found[-1:], (start, end)]
    return tuple(dict.fromkeys(text[start:end] for start, end in found))


_OF = late_pattern(r"\s+(?:\w{1,3}['\u2019]?\s*)?|-")
"""What stands between two words of one number: tens of billions, centaines de milliers."""


@kept(1024)
def names_with_numbers(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the words that a number stands behind to name something, each with its number."""
    pattern = _naming(language.partition("-")[0])
    return tuple(pattern.findall(text)) if pattern else ()


@kept(8)
def _naming(language: str) -> re.Pattern[str] | None:
    words = lexicon(language)
    if words is None:
        return None
    pattern = rf"\b({words.named}|{_BODIES})\s+(\d+(?:\.\d+)*)\b(?![,.]?\d|\s*%)"
    return compile_pattern(pattern, re.VERBOSE)


def places_of_numbers(text: str, language: str) -> list[tuple[int, int]]:
    """Return where each figure of a text begins and ends, in order."""
    return list(_places(text, language))


@kept(1024)
def _numbers_in(text: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[start:end] for start, end in _places(text, language)))


@kept(1024)
def _places(text: str, language: str) -> tuple[tuple[int, int], ...]:
    words = lexicon(language)
    if not _DIGITS.search(text) and not (words and words.number_in_words.search(text)):
        return ()
    text = _exempt(language.partition("-")[0]).sub(lambda found: " " * len(found[0]), text)
    found = list(_DIGITS.finditer(text))
    if words:
        in_words = words.number_in_words.finditer(text)
        found = sorted([*found, *in_words], key=lambda each: each.start())
    return tuple(each.span() for each in found)


def value_of(number: str, language: str) -> float | None:
    """Return the value of a figure; None for "dozens" and what is no number after all."""
    if not number[0].isdigit():
        words = lexicon(language)
        return words.number_words.get(number.lower()) if words else None
    plain = number.translate(_SPACES)
    written = quantity_words(language)
    if written and written.decimal == ",":
        plain = plain.replace(".", "").replace(",", ".")
    plain = plain.replace(",", "")
    return float(plain) if plain.count(".") <= 1 else None


@kept(4)
def _exempt(language: str) -> re.Pattern[str]:
    """Return the pattern of what is no figure; months and names are those of the language."""
    words, written = lexicon(language), quantity_words(language)
    months = rf"(?:{words.months if words else '(?!)'})"
    named = rf"(?:{words.named if words else '(?!)'})"
    ordinals = written.ordinals if written else "(?!)"
    joins = rf"(?:[-\u2013]|{written.date_joins if written else '(?!)'})"
    day = rf"\b\d{{1,2}}{_ORDINAL}?"
    return compile_pattern(
        rf"""(?<!\d)\d{{4}}-\d{{2}}(?:-\d{{2}})?(?!\d)             # 2019-05-15
        | {day}(?:\s*{joins}\s*\d{{1,2}}{_ORDINAL}?)?\s+{months}\b # 15 May, 3-5 May, 3 au 5 mai
        | \b{months}\s+\d{{1,2}}{_ORDINAL}?\b(?![,.]?\d)           # May 15
        | {_YEAR}s?(?:\s*[-\u2013/]\s*\d{{2}}(?:\d\d)?(?!\d))?     # 2013, 1990s, 2013-15
        | \b\d{{1,2}}(?::|\s?h\s?)\d{{2}}\b                        # 12:30, 12 h 30
        | (?<![\w'\u2019])['\u2019](?:\d0s|\d\d)\b(?!['\u2019]?\s*(?:%|per\b|pour\b))  # '90s, '99
        | \b\d+{_ORDINAL}\b | \b(?:{ordinals})                     # 21st, 21.ª
        | \b{named}\s*\d+(?:\.\d+)*\b                              # Resolution 2100, version 2.1
        | \b{_STANDARD}\b                                          # EN 301 549, WCAG 2.1
        | \b[A-Z][A-Za-z]*[-\u2013]?\d+[A-Za-z]?\b                 # G5, COVID-19, F-16
        | \b\d+(?![KMBT]\b)[A-Z]{{1,3}}\b                         # 18F, 4G
        | ^[ \t]*\(?\d{{1,2}}[.)]\s | \(\d\)                       # the numbers of a list
        """,
        re.VERBOSE | re.MULTILINE,
    )


NOUN_WITHIN = 3
"""Words after a number among which its noun is."""

_SYMBOLS = {"USD": r"\$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "¥"}
_WORD = late_pattern(r"[^\W\d_]+")
_CLAUSE_END = late_pattern(r"[.,;:!?…()]")


# A number that comes from a fact is the same everywhere.
@rule("unbacked-number", "warning", "Every number in prose is a fact.", rests_on=(LANGUAGE,))
def unbacked_numbers(argument: Argument) -> Iterator[Remark]:
    """Report each passage with numbers that are typed instead of taken from a fact.

    Words that say no figure ("thousands of") cannot be one. A fact is proposed only for a number
    that has its value, its scale and its noun.
    """
    language = argument.article.language
    for passage in passages(argument):
        text = words_in(passage.text)
        if numbers := unbacked_in(text, language):
            shown = ", ".join(numbers)
            known = next(_proposed(text, argument.facts, language), None)
            hint = f"write {known}" if known else "make it a fact, and write [#fact]"
            yield Remark(
                passage.path, f"has a number that no fact backs: {shown}", hint, passage.text_line
            )


def unbacked_in(text: str, language: str) -> list[str]:
    """Return the figures that are typed in a text, without words that say none: thousands of."""
    vague = " ".join(vague_numbers(text, language))
    return [each for each in numbers_in(text, language) if not _is_among(each, vague)]


def _proposed(text: str, facts: tuple[Fact, ...], language: str) -> Iterator[str]:
    for start, end in places_of_numbers(text, language):
        value = value_of(text[start:end], language)
        for fact in facts:
            says = value is not None and value in [float(each) for each in numbers_of(fact.value)]
            if says and _counts(fact, text[:start], text[end:], language):
                yield f"[#{fact.id}] for {text[start:end]}"


def _counts(fact: Fact, before: str, after: str, language: str) -> bool:
    """Whether a number between two texts is in the scale and the unit of a fact."""
    words = lexicon(language)
    for scale, pattern in (words.scales if words else {}).items():
        found = re.match(rf"[\s\u00a0\u202f]*(?:{pattern})\b", after)
        if bool(found) != (scale == fact.scale):
            return False
        after = after[found.end() :] if found else after
    if fact.unit == "%":
        written = quantity_words(language)
        percent = rf"\s*(?:{written.percent if written else '%'})"
        return bool(re.match(percent, after, re.IGNORECASE | re.VERBOSE))
    if CURRENCY_CODE.fullmatch(fact.unit):
        sign = rf"(?:{_SYMBOLS.get(fact.unit, '(?!)')}|{fact.unit})"
        return bool(re.search(rf"{sign}\s*$", before) or re.match(rf"\s*{sign}", after))
    clause = _CLAUSE_END.split(after, maxsplit=1)[0].casefold()
    near = list(islice(_WORD.findall(clause), NOUN_WITHIN))
    nouns = _WORD.findall(fact.unit.casefold())
    return any(same_noun(noun, word) for noun in nouns for word in near)


Number = float | str


# The detail replaces the summary: a longer brief would say less.
@rule(
    "number-missing-in-detail",
    "warning",
    "A summary says no number that its detail does not.",
    rests_on=(OWN, "facts", LANGUAGE),
)
def numbers_missing_in_detail(argument: Argument) -> Iterator[Remark]:
    """Report each summary with facts or typed numbers that its detail lacks, for each wording."""
    language = argument.article.language
    score = {fact.id: _score(fact) for fact in argument.facts}
    for path, point in points(argument):
        for way, summary, detail in _summaries_with_detail(point):
            reported = set[Number]().union(*(_numbers(text, language, score) for text in detail))
            lonely = [
                shown
                for number, shown in _numbers(summary, language, score).items()
                if number not in reported
            ]
            if lonely:
                message = f"says what its detail does not: {', '.join(lonely)}"
                hint = "say it in the detail, too; a longer brief must not say less"
                yield Remark((*path, *way), message, hint)


def _score(fact: Fact) -> Number:
    """Return what a fact says as it compares: its number, or the text of a range or a period."""
    return float(fact.value) if isinstance(fact.value, Decimal) else str(fact.value)


def _summaries_with_detail(point: Point) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Return each summary that has a detail beside it, in the point's own wording and others."""
    own = point.forms
    if own.summary and own.paragraphs:
        yield ("forms", "summary"), own.summary, own.paragraphs
    for name, other in point.wording.items():
        forms = own.worded([other])
        longest = "more" if other.more else "detail" if other.detail else ""
        if forms.summary and forms.paragraphs and (other.summary or longest):
            form = "summary" if other.summary else longest
            yield ("wording", name, form), forms.summary, forms.paragraphs


def _numbers(text: str, language: str, score: dict[str, Number]) -> dict[Number, str]:
    """Return the numbers of a text by their value, each as it is written."""
    found: dict[Number, str] = {}
    for reference in references(text):
        if reference.sign == "#":
            found[score.get(reference.id, reference.id)] = f"[#{reference.id}]"
    for number in numbers_in(words_in(text), language):
        value = value_of(number, language)
        found.setdefault(number.lower() if value is None else value, number)
    return found
