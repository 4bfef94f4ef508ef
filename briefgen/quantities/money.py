"""Signs and codes of currencies, before and after an amount."""

from __future__ import annotations

import re

from briefgen.cache import kept
from briefgen.languages.cldr import is_currency

SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "USD$": "USD",
    "CAD$": "CAD",
    "AUD$": "AUD",
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

_DOLLARS = (
    *("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS"),
    *("CLP", "COP", "TWD", "JMD", "TTD", "BBD", "FJD", "NAD"),
)
_RUPEES = ("INR", "PKR", "LKR", "NPR", "MUR")
_CROWNS = ("SEK", "NOK", "DKK", "ISK")
AMBIGUOUS = {
    "$": _DOLLARS,
    "¥": ("JPY", "CNY"),
    "Rs": _RUPEES,
    "Rs.": _RUPEES,
    "kr": _CROWNS,
    "kr.": _CROWNS,
}
"""Signs that several currencies bear, with these, the best known ones first."""


def _alternatives(signs: list[str]) -> str:
    return "|".join(sorted(map(re.escape, signs), key=len, reverse=True))


_RAND = r"R(?=\s?(?:\d{2}|\d[.,]\d|\d\s?(?:bn|[kmb]|(?:thousand|[mb]illion)s?)\b))"
"""R before a single digit is no money: it is the name of a model, a road or a rate."""

_BEFORE = [sign for sign in (*SIGNS, *AMBIGUOUS) if sign != "R"]
BEFORE = rf"(?:(?<![\w$])(?:{_alternatives(_BEFORE)}|{_RAND}|[A-Z]{{3}}(?![A-Za-z$])))"
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


def is_one_of(code: str, codes: tuple[str, ...]) -> bool:
    """Whether a currency may be meant by a sign or a word that may mean some others."""
    families = (each for each in AMBIGUOUS.values() if codes and codes[0] in each)
    return code in codes or any(code in family for family in families)


@kept(256)
def _is_code(sign: str) -> bool:
    return len(sign) == 3 and sign.isupper() and is_currency(sign)  # noqa: PLR2004
