"""Numbers in digits: which signs part thousands and decimals, and what reads two ways."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from msgspec import Struct

from briefgen.pattern import late_pattern
from briefgen.types.finding import InputError
from briefgen.types.value import DECIMALS, WHOLE_DIGITS, Range, range_around

SPACES = " \u00a0\u202f\u2009"
DIGITS = (
    rf"(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d])(?:[.,·]\d+)?"
    r"|\d+(?:[.,·'’]\d+)*)"
)
"""Matches a number in digits, with whatever parts its groups."""

GLYPHS = {
    sign: unicodedata.normalize("NFKD", sign).replace("\u2044", "/") for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
}
"""Fractions that are one character, each as a part and its whole."""

MIXED = (
    rf"\d{{1,3}}[ \u00a0]?[{''.join(GLYPHS)}]"
    r"|\d{1,3}[ \u00a0]\d{1,2}[/\u2044]\d{1,2}(?![\w/])"
)
"""Matches a whole number with a fraction: 4¾, 2 1/2."""

_MIXED = late_pattern(r"(\d+)[ \u00a0]?(\d+)[/\u2044](\d+)")
MIXED_DECIMALS = 4
"""Decimals of a mixed number that is exact, such as 2 1/16; 2 1/3 is none."""

_SPACED = str.maketrans("", "", SPACES + "'’")
_POINT = "·"


class Digits(Struct, frozen=True):
    """A number as it is read, or its readings where there are several; neither: no number."""

    value: Decimal | None
    readings: tuple[Decimal, ...] = ()


def read_digits(text: str, decimal: str, group: str, *, scaled: bool) -> Digits:
    """Return what a number in digits says, in a language with such a decimal sign and group sign.

    The group sign before three digits parts thousands. The decimal sign, or a foreign sign, before
    three digits alone reads two ways, unless the number begins with a zero or a scale follows it.
    """
    if text[-1] in GLYPHS or "/" in text or "\u2044" in text:
        return _with_fraction(text)
    plain = text.translate(_SPACED).replace(_POINT, ".")
    if sum(map(str.isdigit, plain)) > WHOLE_DIGITS + DECIMALS:
        return Digits(None)
    signs = {sign for sign in plain if sign in ".,"}
    if not signs:
        return Digits(Decimal(plain)) if _unpadded(plain) else Digits(None)
    if len(signs) == 2:  # noqa: PLR2004 - the last sign is the decimal one
        return _mixed(plain)
    sign = signs.pop()
    if plain.count(sign) > 1:
        grouped = re.fullmatch(rf"\d{{1,3}}(?:\{sign}\d{{2}})*(?:\{sign}\d{{3}})+", plain)
        known = grouped and (sign == group or sign != decimal)
        return Digits(Decimal(plain.replace(sign, ""))) if known else Digits(None)
    whole, _, rest = plain.partition(sign)
    if text != plain and any(space in text for space in SPACES):
        return Digits(Decimal(f"{whole}.{rest}"))
    fraction, thousands = Decimal(f"{whole}.{rest}"), Decimal(f"{whole}{rest}")
    three = len(rest) == 3 and len(whole) <= 3 and whole[0] != "0"  # noqa: PLR2004
    if not three:
        return Digits(fraction) if _unpadded(whole) else Digits(None)
    if sign == group:
        return Digits(thousands)
    if scaled and sign == decimal:
        return Digits(fraction)
    return Digits(None, (thousands, fraction))


def _with_fraction(text: str) -> Digits:
    """Read a mixed number as one with decimals; one that has too many of them is not clear."""
    written = text[:-1].strip() + f" {GLYPHS[text[-1]]}" if text[-1] in GLYPHS else text
    found = _MIXED.fullmatch(written)
    if not found or not 0 < int(found[2]) < int(found[3]):
        return Digits(None)
    value = Decimal(found[1]) + Decimal(found[2]) / Decimal(found[3])
    if -int(value.as_tuple().exponent) <= MIXED_DECIMALS:
        return Digits(value)
    return Digits(None, (round(value, 1), round(value, 2)))


def _mixed(plain: str) -> Digits:
    """Read a number with both signs: the last one parts decimals, the others thousands."""
    last = max(plain.rfind("."), plain.rfind(","))
    other = "," if plain[last] == "." else "."
    whole, rest = plain[:last], plain[last + 1 :]
    if not re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{2,3}})*\{other}\d{{3}}", whole):
        return Digits(None)
    return Digits(Decimal(f"{whole.replace(other, '')}.{rest}"))


def _unpadded(whole: str) -> bool:
    return whole == "0" or not whole.startswith("0")


def range_or_none(middle: Decimal, margin: Decimal) -> Range | None:
    """Return a range by its middle and margin; None where these cannot be written again."""
    try:
        return range_around(middle, margin)
    except InputError:
        return None


def is_round(whole: Decimal) -> bool:
    """Whether a number is one that shares are counted of: 100, 500, 20,000."""
    return whole >= 100 and str(whole).rstrip("0") in ("1", "2", "5")  # noqa: PLR2004
