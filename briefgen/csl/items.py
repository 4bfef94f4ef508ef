"""Sources as items of CSL (CSL-JSON)."""

from __future__ import annotations

from typing import Any

from briefgen.types.date import PartialDate
from briefgen.types.supplements import Source
from briefgen.types.work import Name, Work

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
