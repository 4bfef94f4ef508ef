"""Fiscal years and quarters in a text, which are dates and not numbers."""

from __future__ import annotations

import re

from briefgen.quantities.grammar import Grammar
from briefgen.types.date import PartialDate
from briefgen.types.fact import Ambiguity, Found, Quantity
from briefgen.types.finding import InputError

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
