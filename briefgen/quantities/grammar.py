"""The patterns by which figures are read, made of a language's words once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.languages.files import QuantityWords, quantity_words
from briefgen.pattern import compile_pattern
from briefgen.quantities.digits import DIGITS, GLYPHS, MIXED
from briefgen.quantities.money import AFTER, BEFORE
from briefgen.types.fact import Ambiguity, Found, Quantity

GAP = "[ \u00a0\u202f\u2009]"
SIGN = "[-−–‑]"
POWER = "[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]"


class Grammar(Struct, frozen=True, dict=True, eq=False):
    """Patterns of one language. None looks further than some words around a number."""

    words: QuantityWords

    def _pattern(self, text: str, *, case: bool = False) -> re.Pattern[str]:
        return compile_pattern(text, re.VERBOSE | (0 if case else re.IGNORECASE))

    @cached_property
    def cardinal(self) -> Mapping[str, int]:
        """The numbers that one word says, or several joined, without the hundreds."""
        values = dict(self.words.cardinals)
        for form in self.words.compound.split():
            for ten, tens in self.words.cardinals.items():
                if tens % 10 or not 20 <= tens <= 90:  # noqa: PLR2004 - twenty to ninety
                    continue
                for unit, units in self.words.cardinals.items():
                    if 1 <= units <= 9:  # noqa: PLR2004
                        joined = form.replace("~", " ").format(ten=ten, unit=unit)
                        values.setdefault(joined, tens + units)
        return values

    @cached_property
    def _cardinal_words(self) -> str:
        known = sorted(self.cardinal, key=len, reverse=True)
        return "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0]") for word in known)

    @cached_property
    def number(self) -> re.Pattern[str]:
        """Finds what may be a figure: a fraction, an article with a scale, digits or words."""
        words = self.words
        fractions = "|".join(
            f"(?P<f{index}>{pattern})" for index, pattern in enumerate(words.fractions.values())
        )
        scales = "|".join(words.scales.values())
        return self._pattern(
            rf"""(?<!\w)(?:
            (?:{fractions})(?!\w)
            | (?:(?P<half>{words.half})|(?P<article>{words.articles}))
                (?=\s+(?:{scales})(?!\w))
            | (?P<before>(?-i:{BEFORE}){GAP}?)?
                (?P<sign>(?<![\w)\]%])(?:[-–‑](?=\S)|−{GAP}?))?
                (?P<money>(?<=[-−–‑])(?-i:{BEFORE}){GAP}?)?
                (?P<digits>(?(before)(?:{MIXED}|{DIGITS})|(?(money){DIGITS}
                |(?<![\w.,/·'’\u2044])(?:{MIXED}|{DIGITS}|[{"".join(GLYPHS)}]))))
            | (?<![\w-])(?P<words>(?:{self._cardinal_words})(?:[\s-]?(?P<hundred>{words.hundred}))?)
                (?!\w))
            """
        )

    @cached_property
    def digits_again(self) -> re.Pattern[str]:
        """Matches the second number of a range or a share, with its currency."""
        return self._pattern(
            rf"""(?P<before>(?-i:{BEFORE}){GAP}?)?(?P<sign>{SIGN})?
            (?:(?P<digits>{MIXED}|{DIGITS})|(?P<words>{self._cardinal_words})(?!\w))"""
        )

    @cached_property
    def qualifier(self) -> re.Pattern[str]:
        """Finds the words before a number that must not be lost."""
        words = "|".join(f"(?:{words})" for words in self.words.qualifiers)
        signs = r"[<>≤≥≈~±\u223c]{1,2}"
        return self._pattern(rf"(?:(?<!\w)(?:{words})(?:\s+|(?<=['\u2019]))|{signs}{GAP}?)$")

    @cached_property
    def minus(self) -> re.Pattern[str]:
        return self._pattern(rf"(?<!\w)(?:{self.words.minus})\s+$")

    @cached_property
    def decreases(self) -> re.Pattern[str]:
        return self._pattern(rf"(?<!\w)(?:{self.words.decreases})\s+$")

    @cached_property
    def scale(self) -> Mapping[str, re.Pattern[str]]:
        """Matches, by scale, its words after a number."""
        return {
            scale: self._pattern(rf"{GAP}?-?(?:{words})(?!\w)")
            for scale, words in self.words.scales.items()
        }

    @cached_property
    def money_scale(self) -> Mapping[str, re.Pattern[str]]:
        """Matches, by scale, its letter directly after an amount of money."""
        return {
            scale: self._pattern(rf"{GAP}?(?:{words})(?!\w)", case=True)
            for scale, words in self.words.money_scales.items()
        }

    @cached_property
    def of(self) -> re.Pattern[str]:
        return self._pattern(self.words.of)

    @cached_property
    def percent(self) -> re.Pattern[str]:
        return self._pattern(rf"{GAP}?-?(?:{self.words.percent})")

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """Matches a known unit after a number; group 1 is the unit."""
        return self._pattern(rf"(?:{GAP}|[-‑])?({self.words.units})(?!\w)")

    @cached_property
    def money_after(self) -> re.Pattern[str]:
        """Matches a currency after an amount; group 1 is its sign or code, 2 its words."""
        named = "|".join(self.words.currencies.values())
        unclear = "|".join(self.words.ambiguous_currencies)
        return self._pattern(
            rf"(?:{self.words.of}|{GAP}|-)?(?:((?-i:{AFTER}))|((?:{named}|{unclear})(?!\w)))"
        )

    @cached_property
    def named_currency(self) -> Mapping[str, re.Pattern[str]]:
        return {code: self._pattern(words) for code, words in self.words.currencies.items()}

    @cached_property
    def unclear_currency(self) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
        known = self.words.ambiguous_currencies.items()
        return tuple((self._pattern(words), tuple(codes)) for words, codes in known)

    @cached_property
    def to(self) -> re.Pattern[str]:
        return self._pattern(rf"{GAP}?(?P<dash>[-–—‑±]){GAP}?[<≤]?|\s+(?:{self.words.to})\s+")

    @cached_property
    def between(self) -> re.Pattern[str]:
        return self._pattern(rf"(?<!\w)(?:{self.words.between})\s+$")

    @cached_property
    def and_(self) -> re.Pattern[str]:
        return self._pattern(rf"\s+(?:{self.words.and_})\s+")

    @cached_property
    def from_(self) -> re.Pattern[str]:
        return self._pattern(rf"(?<!\w)(?:{self.words.from_})\s+$")

    @cached_property
    def change(self) -> re.Pattern[str]:
        return self._pattern(rf"(?<!\w)(?:{self.words.changes})(?!\w)")

    @cached_property
    def share(self) -> re.Pattern[str]:
        """Matches what joins a part and its whole; the group says in which way."""
        words = self.words
        return self._pattern(rf"\s+(?:(?P<of>{words.share_of})|(?P<in>{words.share_in}))\s+")

    @cached_property
    def after_share(self) -> re.Pattern[str]:
        """Matches what follows a fraction in digits and no date: 2/3 of them."""
        return self._pattern(rf"\s+(?:{self.words.share_of})\s|(?:{self.words.of})\w")

    @cached_property
    def interval(self) -> re.Pattern[str]:
        """Matches a confidence interval after a figure."""
        names, number = self.words.confidence, DIGITS
        level = rf"(?:(?P<{{}}>\d+(?:[.,]\d+)?){GAP}?-?%-?{GAP}?[:]?{GAP}?)?"
        return self._pattern(
            rf"""{GAP}?[(\[,;]{GAP}?{level.format("level")}(?-i:{names})(?:\ ?\[CI\])?{GAP}?
            (?:(?:à|del?|al|von|zu){GAP})?{level.format("after")}(?:{self.words.from_}|of|[:=,])?{GAP}?[(\[]?
            (?P<low>{SIGN}?{number}){GAP}?%?(?:{GAP}?(?:[-–—;]|to|bis|à|a|y){GAP}?|,{GAP}?)
            (?P<high>{SIGN}?{number})(?:{GAP}?%)?[)\]]{{0,2}}"""
        )

    @cached_property
    def designated_year(self) -> re.Pattern[str]:
        """Finds a fiscal year that its words name, or one that two years name."""
        words = self.words
        years = r"(?P<year>\d{4})(?:\s?[/–-]\s?(?P<end>\d{4}|\d{2}))?(?![\d/])"
        return self._pattern(
            rf"""(?<!\w)(?:(?P<fiscal>{words.fiscal})|(?P<split>{words.split_year}))\s?
                (?:{years}|'?(?P<short>\d{{2}})(?:[/–-](?P<shorter>\d{{2}}))?(?![\d/]))
            | (?<![\w/.,-])(?P<first>(?:1[5-9]|20)\d\d)(?P<by>[/–‑-])(?P<last>\d{{4}}|\d{{2}})
                (?![\d/–-])"""
        )

    @cached_property
    def quarter(self) -> re.Pattern[str]:
        """Finds a quarter of a year."""
        letter = self.words.quarter_letter
        return self._pattern(
            rf"""(?<![\w-])(?-i:{letter})(?P<q>[1-4])[\ /-]?(?P<y>(?:19|20)\d\d)(?!\d)
            | (?<![\w-])(?P<y2>(?:19|20)\d\d)[\ -]?(?-i:{letter})(?P<q2>[1-4])(?!\d)
            | (?<!\w){self.words.quarters}(?P<y3>(?:19|20)\d\d)(?!\d)"""
        )

    @cached_property
    def exempt(self) -> re.Pattern[str]:
        """Finds what has digits, or words of number, and is no figure."""
        words = self.words
        day = rf"\d{{1,2}}(?:{words.ordinals})?\.?"
        joins = rf"{GAP}*(?:[-–/]|(?:{words.date_joins})){GAP}*"
        return self._pattern(
            rf"""(?<![\d.,])\d[\d.,]{{0,20}}(?:{GAP}?[×x·]{GAP}?10)?{POWER}+(?!\w)
            | https?://\S+ | www\.\S+ | (?<!\S)\S+@\S+ | \bdoi:\S+ | \b10\.\d{{4,}}/\S+
            | \[\d{{1,3}}(?:[,–-]\s?\d{{1,3}})*\] | ^[ \t]*\(?\d{{1,3}}[.)](?=\s|$) | \(\d{{1,2}}\)
            | (?<=[”"’»])\s?\(\d{{1,4}}(?:[–-]\d{{1,4}})?\) | (?<=\)),\s\d{{1,4}}(?=\))
            | (?<![\w+(])[+(]?\d{{2,4}}\)?[ ./-]\d{{3}}[ .-]\d{{4}}(?!\w|[.,]\d)
            | (?<!\d)\d{{4}}-\d{{2}}(?:-\d{{2}})?(?!\d)
            | (?<![\d.,])\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d{{2}})(?!\d)
            | (?<![\w.,]){day}(?:{joins}{day})?\s+(?:of\s+|de\s+)?(?:{words.months})\b\.?
                (?:\s+(?:de\s+|del\s+)?\d{{4}})?
            | \b(?:{words.months})\b\.?\s+\d{{1,2}}(?:{joins}\d{{1,2}})?(?:st|nd|rd|th)?
                (?![\w%]|[.,]?\d)(?:,\s+\d{{4}})?
            | (?<!\d)\d{{1,2}}(?::|h|\ h\ )\d{{2}}(?!\d) | \b\d{{1,2}}(?:\.\d\d)?\s?[ap]\.?m\b\.?
            | (?<![\w-])(?:{words.phrases})(?!\w)
            | ['’]\d0s\b | (?<![\d.,/])(?:{words.ordinals})
            | (?<!\w)(?-i:{words.names})\s?\d[\d.,:]*\d?[a-z]?
                (?:\s?(?:[–,/-]|(?:{words.date_joins}))\s?\d[\d.,:]*)*(?!\w)
            | (?-i:\b(?:ANSI|BS|DIN|EN|ETSI|IEC|IEEE|ISO|ITU|NF|NIST|RFC|WCAG)
                (?:[ /][A-Z]{{2,4}})*[ ]\d+(?:[ ]\d{{3}})*(?:[.:-]\d+)*\b)
            | (?<![$\w])(?!(?-i:{BEFORE}){GAP}?\d)(?-i:[A-Z][A-Za-z]*[-–‑]?\d[\d.]*[A-Za-z]*\b)
            | (?<![\w.,])(?!\d{{1,3}}(?:\.\d{{3}})+(?![\d.]))\d+(?:\.\d+){{2,}}(?!\d)
            | (?-i:\b[A-Z][a-z]+(?:-[a-z]+){{1,3}}-\d+)\b
            | \b24/7\b | \b9/11\b
            | (?<![\w.,])(?!{GAP}|\d+[ckdm]?m[23]\b)\d+
                (?:[A-Za-z]{{1,2}}\d|(?-i:[A-Z])\b(?!\w)(?<![KMBk]))"""
        )

    @cached_property
    def year(self) -> re.Pattern[str]:
        return self._pattern(r"(?:1[5-9]|20)\d\d")

    @cached_property
    def before_year(self) -> re.Pattern[str]:
        return self._pattern(rf"(?<!\w)(?:{self.words.before_year}|{self.words.months})\.?\s+$")

    @cached_property
    def functional(self) -> re.Pattern[str]:
        return self._pattern(self.words.functional)

    @cached_property
    def pronoun(self) -> re.Pattern[str]:
        return self._pattern(self.words.pronouns)


@kept(16)
def grammar_of(language: str) -> Grammar | None:
    """Return the grammar of a BCP 47 language, or None where it has no words for figures."""
    words = quantity_words(language)
    return Grammar(words) if words else None


WINDOW = 60
"""Characters before a number in which its qualifier is looked for."""


def with_qualifier(found: Found, text: str, floor: int, grammar: Grammar) -> Found:
    """Return a figure of a text with the words before it, which begin at `floor` or later."""
    if isinstance(found, Ambiguity):
        qualified = _with_qualifier(found.undecided, text, floor, grammar)
        return replace(found, start=qualified.start, undecided=qualified)
    return _with_qualifier(found, text, floor, grammar)


def _with_qualifier(found: Quantity, text: str, floor: int, grammar: Grammar) -> Quantity:
    before = text[max(floor, found.start - WINDOW) : found.start]
    value = found.value
    word = grammar.qualifier.search(before)
    minus = None if word else grammar.minus.search(before)
    if isinstance(value, Decimal) and minus:
        found = replace(found, start=found.start - len(minus[0]), value=-value)
        before = before[: minus.start()]
        word = grammar.qualifier.search(before)
    elif isinstance(value, Decimal) and (down := grammar.decreases.search(before)):
        return replace(_qualified(found, down[0]), value=-abs(value))
    if word:
        earlier = grammar.qualifier.search(before[: word.start()]) or word
        return _qualified(found, before[earlier.start() :])
    return found


def _qualified(found: Quantity, words: str) -> Quantity:
    words = words.lstrip()
    return replace(found, start=found.start - len(words), qualifier=" ".join(words.split()))
