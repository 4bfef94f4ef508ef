"""Every number in prose comes from a fact, so that it is the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefgen.check.figures import numbers_in, places_of_numbers, value_of
from briefgen.check.lexicon import lexicon
from briefgen.check.missing_nouns import same_noun
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact

NOUN_WITHIN = 3
"""Words after a number among which its noun is."""

_PERCENT = re.compile(r"\s*(?:%|per\s?cent\b|pour\s+cent\b)", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{3}")
_SYMBOLS = {"USD": r"\$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "¥"}
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[.,;:!?…()]")


def unbacked_numbers(argument: Argument) -> Iterator[Remark]:
    """Remark each passage with numbers that are typed instead of taken from a fact.

    A fact is proposed only for a number that has its value, its scale and its noun.
    """
    language = argument.article.language
    for passage in passages(argument):
        text = words_in(passage.text)
        numbers = numbers_in(text, language)
        if numbers:
            shown = ", ".join(numbers)
            known = next(_proposed(text, argument.facts, language), None)
            hint = f"write {known}" if known else "make it a fact, and write [#fact]"
            yield Remark(passage.path, f"has a number that no fact backs: {shown}", hint)


def _proposed(text: str, facts: tuple[Fact, ...], language: str) -> Iterator[str]:
    for start, end in places_of_numbers(text, language):
        value = value_of(text[start:end], language)
        for fact in facts:
            if float(fact.value) == value and _counts(fact, text[:start], text[end:], language):
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
        return bool(_PERCENT.match(after))
    if _CODE.fullmatch(fact.unit):
        sign = rf"(?:{_SYMBOLS.get(fact.unit, '(?!)')}|{fact.unit})"
        return bool(re.search(rf"{sign}\s*$", before) or re.match(rf"\s*{sign}", after))
    clause = _CLAUSE_END.split(after, maxsplit=1)[0].casefold()
    near = list(islice(_WORD.findall(clause), NOUN_WITHIN))
    nouns = _WORD.findall(fact.unit.casefold())
    return any(same_noun(noun, word) for noun in nouns for word in near)
