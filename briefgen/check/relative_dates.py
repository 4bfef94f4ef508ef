"""A brief is read later than it is written, so dates are absolute. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages, words_in
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_UNITS = rf"year|month|week|decade|century|spring|summer|autumn|winter|quarter|{_MONTHS}"
_RELATIVE = re.compile(
    rf"\b(?:(?:last|this|next|previous|coming|past|current)\s+(?:{_UNITS})"
    r"|(?:a|\w+)\s+(?:days|weeks|months|years|decades|year|month|week|decade)\s+ago"
    r"|in\s+recent\s+(?:days|weeks|months|years|decades)"
    r"|recently|currently|nowadays|today|yesterday|tomorrow|at\s+present|now)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"|\u201c[^\u201d]*\u201d')


def relative_dates(argument: Argument) -> Iterator[Remark]:
    """Remark each passage with a date that depends on the day of reading.

    What stands in quotation marks is somebody else's, and editor's notes talk about the article's
    own words: both are left alone.
    """
    for passage in passages(argument):
        if passage.path[0] == "notes":
            continue
        found = _RELATIVE.findall(_QUOTED.sub("", words_in(passage.text)))
        if found:
            shown = ", ".join(f'"{" ".join(each.split())}"' for each in dict.fromkeys(found))
            hint = f"name the date; the information reaches up to {argument.article.cut_off}"
            yield Remark(passage.path, f"has a relative date: {shown}", hint)
