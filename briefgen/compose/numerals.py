"""Small numbers as words or digits, by what stands around them, and capitals of sentences.

Words are for small counts of things ("five homes"). Digits stand before units, symbols and
scales, against other characters, in names ("page 5"), in ranges, and beside a number of the same
things that prints in digits: a sentence compares in one style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.compose.words import Words
from briefgen.languages import Conventions, conventions
from briefgen.languages.units import begins_with_unit
from briefgen.pattern import late_pattern
from briefgen.types.date import YEAR
from briefgen.types.fact import Fact
from briefgen.types.prose import FactRef, Fixed, Inline, LateBound, Prose, map_inlines, runs

_FACT = "\ue000"
"""Stands for a figure in the text around it. No argument holds it: it is a private character."""

_DIGIT = rf"[\d{_FACT}]"
_GAP = r"[ \u00a0\u202f]"
_AGAINST = late_pattern(
    rf"""[^\W_] | [/×=<>~°′″+%‰€$£¥@&^_*]      # 5th, 5/10, 5%
    | [.,:](?={_DIGIT}) | {_GAP}?[-–‑]{_GAP}?(?={_DIGIT})  # 5:1, 5–9
    """,
    re.VERBOSE,
)
_BEFORE = late_pattern(
    rf"""(?: [^\W_] | [/@&*] | [A-Z][-–‑]          # G5, x2, 3/5
    | {_DIGIT}[.,:] | {_DIGIT}{_GAP}?[-–‑+−]{_GAP}?          # 2.5, 5-9
    | [=<>≤≥≈~±×÷§#€$£¥]{_GAP}? | (?:^|[\s(])[-−+]             # > 5, #5, −5
    )$""",
    re.VERBOSE,
)
_NUMBER = rf"(?!{YEAR})\d"
_TYPED = rf"(?<![\w.,])(?!{YEAR})\d[\d.,\u00a0\u202f]*"


def written(prose: Prose, facts: Mapping[str, Fact], words: Words) -> Prose:
    """Return prose with each figure as it stands there: in words or digits, with its capital."""
    pieces = list(runs(prose))
    if not any(run.fact for run in pieces):
        return prose
    text = "".join(_FACT if run.fact else run.text for run in pieces)
    shown = [facts[run.fact] for run in pieces if run.fact]
    starts = conventions(words.language).begins_sentence
    texts = iter(
        words.in_prose(
            place.fact,
            sentence_start=starts(_reported(text[: place.at]), text[place.at + 1 :]),
            spelt=not place.digits,
        )
        for place in _places(text, shown, words)
    )
    return _filled(prose, texts)


def in_digits(prose: Prose, facts: Mapping[str, Fact], words: Words) -> Prose:
    """Return prose with each figure in digits, wherever it stands: that of a table's cell."""
    texts = (words.in_prose(facts[run.fact], sentence_start=False, spelt=False)
             for run in runs(prose) if run.fact)  # fmt: skip
    return _filled(prose, texts)


def _reported(text: str) -> str:
    return text.replace(_FACT, "5")


def _filled(prose: Prose, texts: Iterator[str]) -> Prose:
    """Return prose with the words of its figures, in reading order."""

    def change(node: Fixed | LateBound) -> tuple[Inline]:
        return (replace(node, text=next(texts)) if isinstance(node, FactRef) else node,)

    return map_inlines(prose, change)


class _Place(Struct):
    """A figure in a text: where, in which sentence, and whether it prints in digits.

    `large` says that it does so by itself.
    """

    fact: Fact
    at: int
    sentence: int
    large: bool
    digits: bool = False


def _places(text: str, facts: list[Fact], words: Words) -> list[_Place]:
    language = conventions(words.language)
    ends = list(language.sentence_ends(_reported(text)))
    patterns = _patterns(language)
    places = []
    for fact, found in zip(facts, re.finditer(_FACT, text), strict=True):
        at = found.start()
        large = words.spelt(fact) is None
        digits = large or patterns.ask_for_digits(text[:at], text[at + 1 :], words)
        places.append(_Place(fact, at, sum(end <= at for end in ends), large, digits))
    _write_alike(places, text, patterns)
    return places


def _write_alike(places: list[_Place], text: str, patterns: _Patterns) -> None:
    """Write the numbers of a range, and those of one thing in a sentence, in one style."""
    large = {(place.sentence, place.fact.unit.casefold()) for place in places if place.large}
    for place in places:
        place.digits |= (place.sentence, place.fact.unit.casefold()) in large
    for pairs in (pairwise(places), pairwise(reversed(places))):
        for one, other in pairs:
            first, last = sorted((one.at, other.at))
            if one.digits and patterns.joined(text[:first], text[first + 1 : last]):
                other.digits = True


class _Patterns(Struct, frozen=True):
    """What stands around a number, in one language."""

    language: Conventions
    several: re.Pattern[str]
    quantity: re.Pattern[str]
    range: re.Pattern[str]
    join: re.Pattern[str]
    opens_range: re.Pattern[str]
    share: re.Pattern[str]
    shared: re.Pattern[str]

    def ask_for_digits(self, before: str, after: str, words: Words) -> bool:
        """Whether a number prints in digits because of the text beside it."""
        if _AGAINST.match(after) or _BEFORE.search(before) or begins_with_unit(after):
            return True
        if before.endswith(("(", "[")) and after.startswith((")", "]")):
            return True
        code = re.match(rf"{_GAP}?([A-Z]{{3}})(?!\w)", after)
        if code and words.is_currency(code[1]):
            return True
        if self.quantity.match(after) or self.share.match(after) or self.shared.search(before):
            return True
        return self.language.names_number(before)

    def joined(self, before: str, between: str) -> bool:
        """Whether two numbers are written alike, by what stands before and between them."""
        if self.range.fullmatch(between):
            return True
        opened = self.several.search(before) or self.opens_range.search(before)
        return bool(opened and self.join.fullmatch(between))


@kept(8)
def _patterns(language: Conventions) -> _Patterns:
    def pattern(text: str) -> re.Pattern[str]:
        return late_pattern(text, re.IGNORECASE | re.VERBOSE)

    chain = rf"(?:{_DIGIT}[\d.,]*\s*(?:{language.joins})\s*)*"
    return _Patterns(
        language=language,
        several=pattern(rf"(?<!\w)(?:{language.several_designators})\s*{chain}$"),
        quantity=pattern(rf"[\s-]+(?:{language.quantities})\b"),
        range=pattern(rf"\s*(?:[-–‑/:×]|{language.ranges})\s*"),
        join=pattern(rf"\s*(?:{language.joins})\s*"),
        opens_range=pattern(rf"\b(?:{language.opens_range})\s*$"),
        share=pattern(rf"\s+(?:\w+\s+){{0,2}}?(?:{language.shares})\s+{_NUMBER}"),
        shared=pattern(rf"{_TYPED}\s+(?:{language.shares})\s+$"),
    )
