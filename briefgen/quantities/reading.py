"""One figure read from the words of a span, which must hold exactly one, and all of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace
from pydantic_core import PydanticKnownError

from briefgen.cache import kept
from briefgen.pattern import late_pattern
from briefgen.quantities.grammar import Grammar, grammar_of
from briefgen.quantities.scanning import Scan
from briefgen.types.date import PartialDate
from briefgen.types.fact import Ambiguity, Found, Quantity
from briefgen.types.finding import InputError
from briefgen.types.value import amount_of

_MASK = "\ue000"


def masked_periods(text: str, grammar: Grammar) -> tuple[list[Found], str]:
    """Return the fiscal years and quarters of a text, and the text without them and other years."""
    found: list[Found] = []

    def hide(match: re.Match[str], date: str | None) -> str:
        if date is None:
            return match[0]
        if date:
            found.append(Quantity(*match.span(), match.end(), match.end(), PartialDate(date)))
        return _MASK * len(match[0])

    def year(match: re.Match[str]) -> str:
        if match["fiscal"] or match["split"]:
            return hide(match, _designated(match))
        date = _two_years(match)
        if date and match["by"] != "/":
            found.append(_ambiguous(match, date))
            return _MASK * len(match[0])
        return hide(match, date)

    text = grammar.quarter.sub(lambda match: hide(match, _quarter(match, grammar)), text)
    return found, grammar.designated_year.sub(year, text)


def _designated(match: re.Match[str]) -> str | None:
    """Return a fiscal year that words name; None where only a school year's words do."""
    if match["short"]:
        first, end = f"20{match['short']}", match["shorter"]
    else:
        first, end = match["year"], match["end"]
    if end:
        return _split(first, end)
    return _valid(f"FY{first}") if match["fiscal"] else None


def _two_years(match: re.Match[str]) -> str | None:
    """Return a year that ends in the next; "" for a span of other years."""
    return _split(match["first"], match["last"]) or (
        "" if len(match["last"]) == 4 or match["last"] > match["first"][2:] else None  # noqa: PLR2004
    )


def _split(first: str, end: str) -> str | None:
    return _valid(f"{first}/{end}")


def _valid(date: str) -> str | None:
    try:
        return str(PartialDate(date))
    except InputError:
        return None


def _ambiguous(match: re.Match[str], date: str) -> Ambiguity:
    first, last = match["first"], match["last"]
    full = int(last) if len(last) == 4 else int(first) + 1  # noqa: PLR2004
    readings = [f"the fiscal year {date}", f"the years {first} to {full}, which are no figure"]
    quantity = Quantity(*match.span(), match.end(), match.end(), PartialDate(date))
    return Ambiguity(*match.span(), tuple(readings), "value", quantity)


def _quarter(match: re.Match[str], grammar: Grammar) -> str | None:
    named = match["n"]
    number = match["q"] or match["q2"] or grammar.words.quarter_words.get((named or "").lower())
    year = match["y"] or match["y2"] or match["y3"]
    return _valid(f"{year}-Q{number}") if number else None


# Every figure of a sentence, with what it says and where it stands.


@kept(1024)
def find_quantities(text: str, language: str) -> tuple[Found, ...]:
    """Return the figures of a sentence, in order; fiscal years and quarters are among them.

    No figures are: dates and years, names (Resolution 2100, G5), ordinals, the numbers of pages,
    lists and notes, addresses. In a language without words for figures none is found.
    """
    grammar = grammar_of(language)
    if grammar is None:
        return ()
    if not _DIGIT.search(text) and not grammar.number.search(text):
        return ()
    found = sorted(_found(text, grammar), key=lambda each: each.start)
    return tuple(found)


def _found(text: str, grammar: Grammar) -> Iterator[Found]:
    periods, masked = masked_periods(text, grammar)
    yield from periods
    masked = _OR_MORE.sub(r"\1% ", masked)
    masked = grammar.exempt.sub(lambda found: "\ue000" * len(found[0]), masked)
    scan = Scan(masked, grammar)
    at = 0
    while number := grammar.number.search(masked, at):
        read = scan.read(number, at)
        if read:
            yield from read
        at = max(number.end(), *(_stop(each) for each in read)) if read else number.end()


_DIGIT = late_pattern(r"\d")
_OR_MORE = late_pattern(r"(?<=\d)\+(\s?)%")
"""What says "or more" between a number and its percent sign: 90+ %."""


def or_more(text: str) -> str | None:
    """Return what a number with a plus may mean, in words: a figure would print it without."""
    plus = _AND_MORE.search(text)
    return f"at least {plus[1]} or as more than {plus[1]}" if plus else None


_AND_MORE = late_pattern(r"(\d[\d.,]*)\+(?!\d)")
"""A number with a plus, of which a figure would print the number alone: 400+."""


def _stop(found: Found) -> int:
    return getattr(found, "stop", found.end)


_MISSING = "mark the number with its scale and unit, give it as value, or mark none that is vague"
_LONGEST = 400
_OF_THEM = " of them"
"""Behind it "half" is a share, as it is where it is marked as a figure by itself."""


def read_quantity(
    text: str, language: str, *, value: str | None = None, unit: str | None = None
) -> Quantity:
    """Return the figure that a span says: qualifier, number in its digits, scale, unit, range.

    `value` and `unit` are attributes that decide where the words read two ways; they win over
    what is read. A `value` is in the form that facts have in YAML (1200, 12 to 18, 2015/16).

    Raises:
        InputError: `quantity-missing` and `quantity-several`: none or several figures;
            `quantity-ambiguous`, with all readings and the attribute that decides;
            `quantity-language`: no words of that language are known; a value that is none.
    """
    if grammar_of(language) is None:
        message = f'figures in "{language}" cannot be read from words'
        raise InputError("quantity-language", message, "give value, scale and unit as attributes")
    short = text[:_LONGEST]
    found = find_quantities(short, language) or find_quantities(f"{short}{_OF_THEM}", language)
    if len(text) > _LONGEST:
        message = f"has {len(text)} characters; the limit of a figure is {_LONGEST}"
        raise InputError("quantity-missing", message, "mark the figure only, without its sentence")
    if not found and value is None:
        raise InputError("quantity-missing", f'"{text}" says no figure', _MISSING)
    if len(found) > 1:
        shown = ", ".join(f'"{text[each.start : each.end]}"' for each in found)
        hint = "mark each by itself; a range has to between its ends: 12 to 18"
        raise InputError("quantity-several", f'"{text}" says several figures: {shown}', hint)
    if found and value is None and (meanings := or_more(text)):
        message = f'"{text}" reads as {meanings}'
        raise InputError("quantity-ambiguous", message, "say which in words, without the +")
    read = found[0] if found else None
    return _decided(text, read, value, unit)


def _decided(
    text: str, read: Quantity | Ambiguity | None, value: str | None, unit: str | None
) -> Quantity:
    if read is None:
        read = Quantity(0, len(text), len(text), len(text), Decimal(0))
    if isinstance(read, Ambiguity):
        given = {"value": value, "unit": unit}[read.attribute]
        if given is None:
            raise InputError(
                "quantity-ambiguous",
                f'"{text[read.start : read.end]}" reads as {" or as ".join(read.readings)}',
                _deciding(read),
            )
        read = read.undecided
    if value is not None:
        read = replace(read, value=_given(value))
    return replace(read, unit=unit) if unit is not None else read


def _deciding(read: Ambiguity) -> str:
    first = read.readings[0].split()[-1]
    return f"say which by the attribute {read.attribute}, such as {read.attribute}={first}"


def _given(value: str) -> object:
    try:
        return amount_of(value)
    except PydanticKnownError:
        message = f'"{value[:40]}" is no value'
        hint = "write 1200, 4.0, 12 to 18, 1 in 5 or 2015/16"
        raise InputError("not-a-value", message, hint) from None
