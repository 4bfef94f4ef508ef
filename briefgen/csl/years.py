"""Letters behind the years of works that a style would cite alike: 2019a, 2019b.

CSL asks a processor for them (`disambiguate-add-year-suffix`), and citeproc-py does not add any. So
every year is given to it a thousandfold, with the number of the letter, and read back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import Any

_ASKS = re.compile(r"disambiguate-add-year-suffix\s*=\s*[\"']true[\"']")
_SHORT = re.compile(r"<date-part[^>]*name=[\"']year[\"'][^>]*form=[\"']short[\"']")
_FACTOR = 1000


def asks_for_letters(style: str) -> bool:
    """Whether a style parts works of one author and year, and writes years whole."""
    return bool(_ASKS.search(style)) and not _SHORT.search(style)


def lettered(
    items: Sequence[Mapping[str, Any]], cited: Mapping[str, str], order: Mapping[str, int]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return items with years that tell those apart which are `cited` alike, and how they print.

    Letters follow the order of the bibliography. Nothing is returned where all are told apart.
    """
    alike: dict[str, list[str]] = {}
    for item in items:
        if _year(item) is not None:
            alike.setdefault(cited[item["id"]], []).append(item["id"])
    letters = {
        key: number
        for keys in alike.values()
        if 1 < len(keys) <= len(ascii_lowercase)
        for number, key in enumerate(sorted(keys, key=lambda one: order[one]), 1)
    }
    if not letters:
        return [], {}
    made, printed = [], {}
    for item in items:
        year = _year(item)
        if year is None:
            made.append(dict(item))
            continue
        number = letters.get(item["id"], 0)
        given = year * _FACTOR + number
        printed[str(given)] = f"{year}{ascii_lowercase[number - 1] if number else ''}"
        parts = [[given, *item["issued"]["date-parts"][0][1:]]]
        made.append({**item, "issued": {"date-parts": parts}})
    return made, printed


def _year(item: Mapping[str, Any]) -> int | None:
    parts = item.get("issued", {}).get("date-parts")
    return int(parts[0][0]) if parts else None


def read_back(text: str, printed: Mapping[str, str]) -> str:
    """Return what was set with such years as it prints."""
    if not printed:
        return text
    known = "|".join(map(re.escape, printed))
    return re.sub(rf"(?<!\d)(?:{known})(?!\d)", lambda found: printed[found[0]], text)
