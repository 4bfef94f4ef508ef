"""Every number in prose comes from a fact, so that it is the same everywhere.

Not numbers in this sense: dates and years; names such as G5, Chapter VII or Resolution 2100;
ordinals; the numbers of a list. Numbers in words are looked for in English only; "one" is left
alone, since it is mostly a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages, words_in
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NAMED = (
    r"(?:Chapter|Article|Resolution|Section|Annex|Part|Table|Figure|Phase|Protocol|Agenda|Vision"
    r"|Operation|Flight|Route|Highway|Title|Rule|Regulation|Directive|Law|Bill|Point|No\.?|Nos\.?)"
)
_YEAR = r"(?<![\d$£€¥.,])(?:1[5-9]|20)\d\d(?![\d]|[.,]\d)"
_EXEMPT = re.compile(
    rf"""(?<!\d)\d{{4}}-\d{{2}}(?:-\d{{2}})?(?!\d)             # 2019-05-15
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-\u2013]\s*\d{{1,2}})?\s+{_MONTH}\b   # 15 May, 3-5 May
    | \b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?![,.]?\d)       # May 15
    | {_YEAR}s?(?:\s*[-\u2013/]\s*\d{{2}}(?:\d\d)?(?!\d))?      # 2013, 1990s, 2013-15
    | \b\d{{1,2}}:\d{{2}}\b                                     # 12:30
    | \b\d+(?:st|nd|rd|th)\b                                    # 21st
    | \b{_NAMED}\s+\d+\b                                        # Resolution 2100
    | \b[A-Z][A-Za-z]*[-\u2013]?\d+[A-Za-z]?\b                  # G5, COVID-19, F-16
    | ^[ \t]*\(?\d{{1,2}}[.)]\s | \(\d\)                           # the numbers of a list
    """,
    re.VERBOSE | re.MULTILINE,
)
_DIGITS = re.compile(r"(?<![\w])\d(?:[\d,.]*\d)?")
_UNITS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: value for value, word in enumerate(_UNITS + _TEENS, 2)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_MULTIPLES = "dozens?|hundreds?|thousands?|millions?|billions?|trillions?"
_IN_WORDS = re.compile(rf"\b(?:(?:{'|'.join(_WORDS)})(?:-[a-z]+)?|{_MULTIPLES})\b", re.IGNORECASE)


def unbacked_numbers(argument: Argument) -> Iterator[Remark]:
    """Remark each passage with numbers that are typed instead of taken from a fact."""
    english = argument.article.language.startswith("en")
    facts: dict[float, str] = {}
    for fact in argument.facts:
        facts.setdefault(float(fact.value), fact.id)
    for passage in passages(argument):
        numbers = numbers_in(words_in(passage.text), in_words=english)
        if numbers:
            known = [facts[value] for each in numbers if (value := _value(each)) in facts]
            hint = f"write [#{known[0]}]" if known else "make it a fact, and write [#fact]"
            shown = ", ".join(numbers)
            yield Remark(passage.path, f"has a number that no fact backs: {shown}", hint)


def numbers_in(text: str, *, in_words: bool) -> list[str]:
    """Return the figures of a text, and in English numbers in words, in their order."""
    text = _EXEMPT.sub(lambda found: " " * len(found[0]), text)
    found = list(_DIGITS.finditer(text))
    if in_words:
        found = sorted([*found, *_IN_WORDS.finditer(text)], key=lambda each: each.start())
    return list(dict.fromkeys(each[0] for each in found))


def _value(number: str) -> float | None:
    if number[0].isdigit():
        plain = number.replace(",", "")
        return float(plain) if plain.count(".") <= 1 else None
    return _WORDS.get(number.lower())
