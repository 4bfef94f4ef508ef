"""Signs and codes of currencies, before and after an amount."""

from __future__ import annotations

import re

from babel.numbers import is_currency

from briefgen.cache import kept

SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "MX$": "MXN",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "₦": "NGN",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₫": "VND",
    "₱": "PHP",
    "₪": "ILS",
    "₴": "UAH",
    "CN¥": "CNY",
    "JP¥": "JPY",
    "R": "ZAR",
    "$US": "USD",
    "$CA": "CAD",
    "GH₵": "GHS",
    "KSh": "KES",
    "Ksh": "KES",
    "Fr.": "CHF",
    "sFr.": "CHF",
    "SFr.": "CHF",
    "RMB": "CNY",
    "Tk": "BDT",
}
"""Signs that say one currency."""

AMBIGUOUS = {
    "$": ("USD", "CAD", "AUD"),
    "¥": ("JPY", "CNY"),
    "Rs": ("INR", "PKR", "LKR"),
    "Rs.": ("INR", "PKR", "LKR"),
    "kr": ("SEK", "NOK", "DKK"),
    "kr.": ("SEK", "NOK", "DKK"),
}
"""Signs that several currencies bear, with some of these."""


def _alternatives(signs: list[str]) -> str:
    return "|".join(sorted(map(re.escape, signs), key=len, reverse=True))


BEFORE = rf"(?:(?<![\w$])(?:{_alternatives([*SIGNS, *AMBIGUOUS])}|[A-Z]{{3}}(?![A-Za-z$])))"
"""Matches a sign or a code before an amount."""

_AFTER = [sign for sign in (*SIGNS, *AMBIGUOUS) if sign not in ("R", "Tk")]
AFTER = rf"(?:{_alternatives(_AFTER)}|[A-Z]{{3}})(?![\w$])"
"""Matches a sign or a code after an amount."""


def currencies(sign: str) -> tuple[str, ...]:
    """Return the currencies that a sign or a code may mean; none where it is no currency."""
    if known := SIGNS.get(sign):
        return (known,)
    if several := AMBIGUOUS.get(sign):
        return several
    return (sign,) if _is_code(sign) else ()


@kept(256)
def _is_code(sign: str) -> bool:
    return len(sign) == 3 and sign.isupper() and bool(is_currency(sign))  # noqa: PLR2004
