"""Figures in prose: what is one, what is none, and what it is worth.

No figures in this sense: dates and years; names such as G5, Chapter VII, Resolution 2100 or
EN 301 549; ordinals; the numbers of a list. "One" is left alone, since it is mostly a pronoun.
"""

from __future__ import annotations

import re

from briefgen.cache import kept
from briefgen.check.lexicon import Lexicon, lexicon

_YEAR = r"(?<![\d$£€¥.,])(?:1[5-9]|20)\d\d(?![\d]|[.,]\d)"
_ORDINAL = "(?:st|nd|rd|th|er|re|e|ère|ème|nde)"
_STANDARD = (
    r"(?:ANSI|BS|DIN|EN|ETSI|IEC|IEEE|ISO|ITU|NF|NIST|RFC|WCAG)(?:[ /](?:EN|IEC|IEEE|ISO|TR|TS))*"
    r"[ \u00a0]\d+(?:[ \u00a0]\d{3})*(?:[.:-]\d+)*"
)
"""The name of a standard or of a version of one: EN 301 549, ISO 14289-1:2014, WCAG 2.1."""

_DIGITS = re.compile(r"(?<![\w])\d(?:[\d,.\u00a0\u202f]*\d)?")
_SPACES = str.maketrans("", "", "\u00a0\u202f")
_DECIMAL_COMMA = ("fr",)


def numbers_in(text: str, language: str) -> list[str]:
    """Return the figures of a text and, in languages with a lexicon, those in words, in order."""
    return list(_numbers_in(text, language))


def places_of_numbers(text: str, language: str) -> list[tuple[int, int]]:
    """Return where each figure of a text begins and ends, in order."""
    return list(_places(text, language))


@kept(1024)
def _numbers_in(text: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[start:end] for start, end in _places(text, language)))


@kept(1024)
def _places(text: str, language: str) -> tuple[tuple[int, int], ...]:
    words = lexicon(language)
    text = _exempt(words).sub(lambda found: " " * len(found[0]), text)
    found = list(_DIGITS.finditer(text))
    if words:
        in_words = words.number_in_words.finditer(text)
        found = sorted([*found, *in_words], key=lambda each: each.start())
    return tuple(each.span() for each in found)


def value_of(number: str, language: str) -> float | None:
    """Return what a figure is worth; None for "dozens" and what is no number after all."""
    if not number[0].isdigit():
        words = lexicon(language)
        return words.number_words.get(number.lower()) if words else None
    plain = number.translate(_SPACES)
    if language.partition("-")[0] in _DECIMAL_COMMA:
        plain = plain.replace(".", "").replace(",", ".")
    plain = plain.replace(",", "")
    return float(plain) if plain.count(".") <= 1 else None


@kept(4)
def _exempt(words: Lexicon | None) -> re.Pattern[str]:
    """Return the pattern of what is no figure; months and names are those of the language."""
    months = rf"(?:{words.months if words else '(?!)'})"
    named = rf"(?:{words.named if words else '(?!)'})"
    day = rf"\b\d{{1,2}}{_ORDINAL}?"
    return re.compile(
        rf"""(?<!\d)\d{{4}}-\d{{2}}(?:-\d{{2}})?(?!\d)             # 2019-05-15
        | {day}(?:\s*(?:[-\u2013]|au|et)\s*\d{{1,2}})?\s+{months}\b # 15 May, 3-5 May, 3 au 5 mai
        | \b{months}\s+\d{{1,2}}{_ORDINAL}?\b(?![,.]?\d)           # May 15
        | {_YEAR}s?(?:\s*[-\u2013/]\s*\d{{2}}(?:\d\d)?(?!\d))?     # 2013, 1990s, 2013-15
        | \b\d{{1,2}}(?::|\s?h\s?)\d{{2}}\b                        # 12:30, 12 h 30
        | ['\u2019]\d0s\b                                             # the '90s
        | \b\d+{_ORDINAL}\b                                        # 21st
        | \b{named}\s*\d+(?:\.\d+)*\b                              # Resolution 2100, version 2.1
        | \b{_STANDARD}\b                                          # EN 301 549, WCAG 2.1
        | \b[A-Z][A-Za-z]*[-\u2013]?\d+[A-Za-z]?\b                 # G5, COVID-19, F-16
        | ^[ \t]*\(?\d{{1,2}}[.)]\s | \(\d\)                       # the numbers of a list
        """,
        re.VERBOSE | re.MULTILINE,
    )
