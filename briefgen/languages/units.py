"""Symbols of units, before which a number stands in digits (the SI brochure, 5.4.3)."""

from __future__ import annotations

import re

from briefgen.pattern import late_pattern

_SYMBOLS = """
    km hm dam m dm cm mm µm μm nm  kg hg g mg µg μg t kt Mt Gt lb lbs oz
    s ms µs μs ns min h hr hrs  ha ft yd mi
    l L ml mL cl dl hl  W kW MW GW TW mW  Wh kWh MWh GWh TWh  Wp kWp MWp GWp  V kV mV mA kA
    J kJ MJ GJ TJ PJ EJ cal kcal  Pa hPa kPa MPa mbar psi  Hz kHz MHz GHz  K °C °F N kN Nm hp
    B kB KB MB GB TB PB bit kbit Mbit Gbit kbps Mbps Gbps bits  dB px dpi pt
    ppm ppb ppt pp bp bps  p k bn mn tn Bq kBq MBq Sv mSv µSv Gy mol mmol lx lm rpm
    mph kph tCO₂ tCO2 CO₂ CO2 CO₂e CO2e tCO2e tCO₂e MtCO₂ MtCO2 GtCO₂ GtCO2
    k€ M€ Md€ G€ Mds Md
"""
"""As they are written, capitals and all. Those that are words as well ("in", "a", "as", "bar") are
not among them."""

SYMBOLS = frozenset(_SYMBOLS.split())

_AFTER_NUMBER = late_pattern(
    r"[ \u00a0\u202f]?(?:[°′″€$£¥₺₹Ω‰%]|[ \u00a0\u202f]?[-‑]?(?:°[CF]|(\w+)(€?))(?![\w’'])(?!-\w))"
)
_POWERS = "²³23"
_SYMBOL = late_pattern(
    r"[ \u00a0\u202f]?[-‑]?(°[CF]?|[′″‰Ω]|[^\W\d_]+[²³23]?(?:[/·][^\W\d_]+[²³23]?)*)"
    r"(?![\w’'])(?!-\w)"
)


def begins_with_unit(text: str) -> bool:
    """Whether the text after a number begins with the symbol of a unit, or of the first of several.

    A set is asked, for an expression of all symbols takes 40 ms to compile.
    """
    found = _AFTER_NUMBER.match(text)
    if not found or not (symbol := found[1]):
        return found is not None
    return (
        symbol + found[2] in SYMBOLS
        or symbol in SYMBOLS
        or (symbol[-1] in _POWERS and symbol[:-1] in SYMBOLS)
    )


def measures(unit: str) -> bool:
    """Whether a unit is one of measurement, or a factor: a number keeps it, and counts nothing."""
    return unit in SYMBOLS or unit.casefold() in _FACTORS or bool(_NAMED.match(unit))


_FACTORS = frozenset({"times", "-fold", "fois", "mal", "veces", "volte"})


def symbol_at(text: str, place: int) -> re.Match[str] | None:
    """Return the symbol of a unit behind a number, in group 1; one of several for "kg/ha"."""
    found = _SYMBOL.match(text, place)
    if found is None or not found[1][0].isalpha():
        return found
    parts = re.split(r"[/·]", found[1])
    known = all(part in SYMBOLS or part.rstrip(_POWERS) in SYMBOLS for part in parts)
    return found if known else None


def is_symbol_of(symbol: str, name: str) -> bool:
    """Whether a symbol is that of a unit that is written out: mph of miles (per hour).

    What stands behind "per" is not looked at: a unit that is read from words ends before it.
    """
    pattern = _NAMES.get(symbol)
    if pattern is None and (watts := _WATTS.fullmatch(symbol)):
        pattern = rf"{_PREFIXES[watts[1]]}watt" + (rf"\w*.*{_HOUR}" if watts[2] else r"s?$")
    return bool(pattern and re.match(pattern, name, re.IGNORECASE))


_HOUR = "(?:hour|heure|stunde|hora|ora)"
_KILOMETRE = "(?:kilom|kilóm|quilóm|chilom)"
_NAMES = {
    "mph": "mile",
    "km/h": _KILOMETRE,
    "kmh": _KILOMETRE,
    "kph": _KILOMETRE,
    "km": rf"{_KILOMETRE}\w+$",
    "m": r"m[eèé]t(?:er|re|ro)",
    "cm": "[cz]entim",
    "mm": "mill?[ií]m",
    "mi": "mile",
    "ft": "f(?:oo|ee)t",
    "kg": "(?:k|ch|qu)ilo(?:gr|s?$)",
    "g": "gramm?[eos]?s?$",
    "t": "ton(?:n|s?$|el)",
    "lb": "pounds?$",
    "lbs": "pounds?$",
    "ha": "(?:he[ck]t|ett)[aá]r",
    "l": "lit(?:er|re|ro)",
    "h": _HOUR,
    "hr": _HOUR,
    "hrs": _HOUR,
    "min": "minut",
    "s": "se[ckg][ou]nd",
    "°C": "(?:degr|grad)",
}
"""How the names of units begin, in the languages that are known, by their symbols."""
_WATTS = late_pattern("([kMGT]?)W(h?)")
_PREFIXES = {"": "", "k": "(?:k|ch|qu)ilo", "M": "m[eé]ga", "G": "giga", "T": "t[eé]ra"}
_NAMED = late_pattern("|".join(_NAMES.values()), re.IGNORECASE)
"""Matches a word that begins as the name of any unit."""
