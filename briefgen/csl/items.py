"""Sources as items of CSL (CSL-JSON), with letters behind years that would be cited alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import Any

from briefgen.pattern import late_pattern
from briefgen.types.date import PartialDate
from briefgen.types.supplements import Source
from briefgen.types.work import Name, Work

# Letters behind the years of works that a style would cite alike: 2019a, 2019b.

_ASKS = late_pattern(r"disambiguate-add-year-suffix\s*=\s*[\"']true[\"']")
_SHORT = late_pattern(r"<date-part[^>]*name=[\"']year[\"'][^>]*form=[\"']short[\"']")
_FACTOR = 1000


def asks_for_letters(style: str) -> bool:
    """Whether a style parts works of one author and year, and writes years whole."""
    return bool(_ASKS.search(style)) and not _SHORT.search(style)


def lettered(
    items: Sequence[Mapping[str, Any]], cited: Mapping[str, str], order: Mapping[str, int]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return items with years that distinguish those which are `cited` alike, and how they print.

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


_PLAIN = {
    "title": "title",
    "container": "container-title",
    "series": "collection-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "edition": "edition",
    "number": "number",
    "genre": "genre",
    "doi": "DOI",
    "isbn": "ISBN",
}
_PRINTED = str.maketrans(dict.fromkeys(range(0xE000, 0xE010)))


def item_of(source: Source, key: str) -> dict[str, Any]:
    """Return a source as an item; of one without a work, what is known of it."""
    work = source.work or Work(
        title=source.name,
        authors=(Name(organisation=source.authors),) if source.authors else (),
        publisher=source.publisher,
        date=source.date,
    )
    item: dict[str, Any] = {"id": key, "type": work.kind.replace("software", "book")}
    for name, of in _PLAIN.items():
        if value := getattr(work, name):
            item[of] = str(value).translate(_PRINTED)
    for name, of in (("authors", "author"), ("editors", "editor")):
        if names := getattr(work, name):
            item[of] = [_name(one) for one in names]
    if "author" not in item and "editor" not in item:
        # A style names such a work by its title, and citeproc prints that a second time.
        item["author"] = [{"literal": item.pop("publisher", "") or item.pop("title", "")}]
    if work.date:
        item["issued"] = _date(work.date)
    elif work.date_words:
        item["issued"] = {"literal": work.date_words}
    if work.accessed:
        item["accessed"] = _date(work.accessed)
    if source.address and not work.doi:
        item["URL"] = source.address
    return item


def _name(name: Name) -> dict[str, str]:
    if name.organisation:
        return {"literal": name.organisation.translate(_PRINTED)}
    parts = {
        "family": name.family or name.given,
        "given": name.given if name.family else None,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: value.translate(_PRINTED) for key, value in parts.items() if value}


def _date(date: PartialDate) -> dict[str, Any]:
    first = date.first
    parts = {"year": 1, "month": 2, "day": 3}.get(date.precision, 1)
    return {"date-parts": [[date.year, first.month, first.day][:parts]]}
