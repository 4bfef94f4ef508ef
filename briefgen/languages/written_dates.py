"""Dates as running text gives them, in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from briefgen.cache import kept
from briefgen.languages.source_words import SourceWords, source_words
from briefgen.pattern import compile_pattern, late_pattern

_YEAR = r"(?:1[5-9]|20)\d\d"
_NO_DIGIT_BEFORE, _NO_DIGIT_AFTER = (
    r"(?:(?<![\w.,/$€£-])|(?<=\bpre-)|(?<=\bpost-)|(?<=\bmid-)|(?<=\bPre-)|(?<=\bPost-)|(?<=\bMid-))",
    r"(?![\w%]|[.,]\d)",
)


class WrittenDate(Struct, frozen=True):
    """A date in a text: where it stands, and as a partial date (2019-05-15, 2019-05, mid-2019).

    `relative` says that the year was computed from the date of the article or from what was said
    before.
    """

    start: int
    end: int
    date: str
    relative: bool = False


@kept(4096)
def written_dates(
    text: str, language: str, year: int | None = None, last_year: int | None = None
) -> list[WrittenDate]:
    """Return the dates of a text in order; those that overlap count once, the longest.

    With `year`, that of the article, "this year" and "last year" are dates, too; with `last_year`,
    the last that was named before, "that year". A bare number that may be a year counts where it
    stands as one does, not before what it could count.
    """
    found: list[WrittenDate] = []
    for match in _pattern(language).finditer(text):
        known = _year(match, year, last_year)
        if known is None or (match["bare"] and _counts(text, match)):
            continue
        date = _date(match, known[0], language)
        if date is None:
            continue
        found.append(WrittenDate(*match.span(), date, known[1]))
        last_year = known[0]
    return found


def _year(
    match: re.Match[str], article_year: int | None, last: int | None
) -> tuple[int, bool] | None:
    """Return the year that a date is of, and whether it had to be computed."""
    written = (
        match["iso"] or match["year"] or match["bare"] or match["until"] or match["quarter_year"]
    )
    if written:
        return int(written[:4]), False
    if match["that"]:
        return (last, True) if last else None
    if article_year is None:
        return None
    return article_year + (-1 if match["last"] else 1 if match["next"] else 0), True


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether what may be a year is a number of things: 2000 people, and not "in 2000"."""
    if _OF_A_RANGE.search(text[: match.start()][-20:]) and _UNIT.match(text[match.end() :]):
        return True
    if int(match["bare"]) < FIRST_SURE_YEAR and not _NAMED_YEAR.search(text[: match.start()][-9:]):
        return True
    if re.search(r"(?:\b[^\W\d_][a-zà-ÿ]{0,6}\s|[(\[\u2013\u2014/-])$", text[: match.start()][-9:]):
        return False
    return bool(re.match(r"\s[a-zà-ÿ]{3,}", text[match.end() :]))


FIRST_SURE_YEAR = 1700
"""Before it a number of four digits is a year only behind a word, or within brackets."""
_NAMED_YEAR = late_pattern(
    r"(?:\b(?!(?:and|or|und|oder|et|ou|y|o|e)\s)[^\W\d_][a-zà-ÿ]{0,6}\s|[(\[\u2013/-])$"
)
_OF_A_RANGE = late_pattern(r"\d\s?(?:[\u2013-]|(?:to|and|à|et|bis|und|a|y|e)\s)\s?$")
_UNIT = late_pattern(r"\s?(?:[a-zA-Z]{0,2}[€$£%]|[kM][€$£E](?!\w))")
"""What stands before the last number of a range, and a unit behind it: 500 to 1500 euros."""


def _date(match: re.Match[str], year: int, language: str) -> str | None:
    if match["iso"]:
        return match["iso"]
    if match["quarter"]:
        return f"{year}-Q{match['quarter']}"
    part = next((name for name in ("early", "mid", "late") if match[name]), None)
    month_word = match["month"] or match["month_first"]
    if month_word:
        month = _months(language)[month_word.casefold().rstrip(".")]
        day = match["day"] or match["day_after"]
        if day and not 1 <= int(day) <= 31:  # noqa: PLR2004
            return None
        return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"
    return f"{part}-{year}" if part else str(year)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@kept(8)
def _months(language: str) -> Mapping[str, int]:
    """Return the numbers of months by their names, long and short, in lower case."""
    locale = _locale(language)
    names: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in locale.months[context][width].items():
                names.setdefault(str(name).casefold().rstrip("."), int(number))
    if locale.language == "en":
        names["sept"] = 9
    return names


def month_number(word: str, language: str) -> int | None:
    """Return the number of a month by its name, from 1; None, if the language has no such month."""
    return _months(language).get(word.casefold().rstrip("."))


@kept(4096)
def months_alone(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Return where months are named behind a word such as in, and their numbers: 09, or 09-04."""
    months = _months(language)
    found = _month_alone(language).finditer(text)
    capital = language.partition("-")[0] in ("en", "de")
    return tuple(
        (*each.span(), _with_day(months[named.casefold()], each))
        for each in found
        if (named := each["month"] or each["month_first"])[0].isupper() or not capital
    )


def _with_day(month: int, found: re.Match[str]) -> str:
    """Return a month with the day before or behind it, if it has one."""
    day = int(found["day"] or found["behind"] or found["day_after"] or 0)
    return f"{month:02}-{day:02}" if 0 < day <= MOST_DAYS[month - 1] else f"{month:02}"


MOST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of each month, in any year."""


def weekdays_alone(text: str, language: str) -> tuple[tuple[int, int, int], ...]:
    """Return where days of the week are named, and their numbers from Monday, 0."""
    days = _weekdays(language)
    found = _weekday(language).finditer(text)
    return tuple((*each.span(), days[each[0].casefold()]) for each in found)


@kept(8)
def _weekdays(language: str) -> Mapping[str, int]:
    names = _locale(language).days["format"]["wide"].items()
    return {str(name).casefold(): int(number) for number, name in names}


@kept(8)
def _weekday(language: str) -> re.Pattern[str]:
    days = "|".join(map(re.escape, _weekdays(language)))
    return compile_pattern(rf"(?<!\w)(?:{days})(?!\w)", re.IGNORECASE)


@kept(8)
def _month_alone(language: str) -> re.Pattern[str]:
    before = source_words(language).before_months
    months = "|".join(re.escape(each) for each in _months(language))
    nth = r"(?:st|nd|rd|th|er|\.|[º°])?"
    return compile_pattern(
        rf"""(?<!\w)(?:(?:{before})\s+|(?P<day>\d{{1,2}}){nth}\s+(?:de\s+)?)(?P<month>{months})(?!\w)
            (?:\s+(?P<behind>\d{{1,2}})(?!\d|[.,]\d))?
        | (?<!\w)(?P<month_first>{months})\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?
            (?!\d|[.,]\d)""",
        re.IGNORECASE | re.VERBOSE,
    )


@kept(8)
def _pattern(language: str) -> re.Pattern[str]:
    words = source_words(language)
    months = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    between = rf"(?:\s*,)?\s+(?:(?:{words.between_date_parts})\s*)?"
    relative = _relative(words)
    year = rf"(?:(?P<year>{_YEAR}){_NO_DIGIT_AFTER}|{relative})"
    part = (
        rf"(?:(?P<early>{words.early})|(?P<mid>{words.middle})|(?P<late>{words.late}))"
        rf"(?:[\s\u2010\u2011-]+|(?<=['’]))"
    )
    return compile_pattern(
        rf"""(?P<iso>(?<!\d){_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?!\d))
        |{_NO_DIGIT_BEFORE}(?:
            Q(?P<quarter>[1-4])\s+(?P<quarter_year>{_YEAR})\b
            |(?:
                (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|[º°])?\s+(?:(?:{words.between_date_parts})\s+)?)?
                (?P<month>{months})\.?{between}
                |(?P<month_first>{months})\.?\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,?\s+
                |{part}
            ){year}
            |(?P<bare>{_YEAR}){_NO_DIGIT_AFTER}
        )
        |(?<=(?<!\d)(?:1[5-9]|20)\d\d[\u2013-])(?P<until>{_YEAR})(?![\w%-]|[.,]\d)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _relative(words: SourceWords) -> str:
    return (
        rf"(?:(?P<this>{words.this_year})|(?P<last>{words.last_year})"
        rf"|(?P<next>{words.next_year})|(?P<that>{words.that_year}))\b"
    )


def whole_date(text: str, language: str) -> str | None:
    """Return the date that a short text is, with little else around it: "Published 3 May 2019"."""
    found = written_dates(text, language)
    if not found:
        return None
    best = max(found, key=lambda each: len(each.date))
    rest = text[: best.start] + text[best.end :]
    return best.date if len(re.findall(r"\w+", rest)) <= MOST_WORDS_BESIDE else None


MOST_WORDS_BESIDE = 4
"""Words beside the date in a line that gives the date of an article."""
