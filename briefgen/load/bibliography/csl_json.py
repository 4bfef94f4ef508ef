"""CSL-JSON, as Zotero and Pandoc write it: a list of items, or an object that holds them."""

from __future__ import annotations

import json
from functools import partial
from html import unescape
from typing import Any, get_args

from briefgen.load.bibliography.entry import (
    Bibliography,
    Entry,
    EntryError,
    Read,
    WorkData,
    address_of,
    bounded,
    date_of,
    date_of_parts,
    doi_of,
    pages_of,
)
from briefgen.load.json import parse_json
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, LoadError
from briefgen.types.work import Kind

MOST_NAMES = 100
_KINDS = frozenset(get_args(Kind))
_ALIKE = {
    "entry-encyclopedia": "chapter",
    "entry-dictionary": "chapter",
    "post": "post-weblog",
    "broadcast": "speech",
    "interview": "document",
    "review-book": "review",
}
_TAGS = late_pattern(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]{0,200})?>")
_ID = late_pattern(r'"(?:id|citation-key)"\s*:\s*("(?:[^"\\]|\\.)*"|\d+)')
_PLAIN = {
    "title": "title",
    "container": "container-title",
    "series": "collection-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "number": "number",
    "genre": "genre",
    "isbn": "ISBN",
}


def read_csl_json(text: str, file: str) -> Bibliography:
    """Return the items of a text in CSL-JSON.

    Raises:
        LoadError: faults of syntax, or data that holds no items.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        parse_json(text, file)  # which says where, and what to do
        raise
    items = data.get("items") if isinstance(data, dict) else data
    if not isinstance(items, list):
        message = "holds no list of items in CSL-JSON"
        raise LoadError(
            [Finding("bibliography-format", message, "export it as CSL JSON", file=file)]
        )
    lines = _lines(text)
    entries: dict[str, Entry] = {}
    twice: dict[str, int] = {}
    warnings: list[Finding] = []
    for number, item in enumerate(items, 1):
        record = item if isinstance(item, dict) else {}
        given = str(record.get("citation-key") or record.get("id") or "")
        key, line = given.removeprefix("@"), lines.get(given, 1)
        if not key:
            message = f"has an item without id, the {number}. of the list"
            warnings.append(
                Finding("entry-no-key", message, "give it an id", (), "warning", file, None)
            )
        elif key in entries:
            twice.setdefault(key, line)
        else:
            entries[key] = Entry(key, line, partial(_read, record, line))
    return Bibliography(file, entries, twice, tuple(warnings))


def _lines(text: str) -> dict[str, int]:
    """Return the lines on which ids stand."""
    found: dict[str, int] = {}
    line, counted = 1, 0
    for one in _ID.finditer(text):
        line += text.count("\n", counted, one.start())
        counted = one.start()
        found.setdefault(str(json.loads(one[1])), line)
    return found


def _read(item: dict[str, Any], line: int) -> Read:
    def words(name: str) -> str:
        content = item.get(name)
        if content is None or isinstance(content, (list, dict)):
            return ""
        return bounded(unescape(_TAGS.sub("", str(content)[:20_000])), name, line)

    kind = str(item.get("type") or "document")
    kind = kind if kind in _KINDS else _ALIKE.get(kind, "document")
    doi = doi_of(words("DOI"))
    work: WorkData = {"kind": kind, "doi": doi or ""}
    work |= {name: words(of) for name, of in _PLAIN.items()}
    work["container"] = work["container"] or words("event-title") or words("event")
    work["pages"] = pages_of(words("page"))
    work["authors"] = _names(item.get("author"), line)
    work["editors"] = _names(item.get("editor"), line)
    work["others"] = len(item.get("author") or ()) > MOST_NAMES
    work |= _date(item.get("issued"))
    if accessed := _date(item.get("accessed")).get("date"):
        work["accessed"] = accessed
    said = {name: value for name, value in work.items() if value}
    return Read(said, address_of(doi, words("URL")))


def _date(value: Any) -> dict[str, str]:
    if isinstance(value, str):
        return date_of(value)
    if not isinstance(value, dict):
        return {}
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return date_of_parts(parts[0])
    return date_of(str(value.get("raw") or value.get("literal") or value.get("year") or ""))


def _names(listed: Any, line: int) -> list[dict[str, str]]:
    if listed is None:
        return []
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise EntryError("has names that are no list of names", "export it anew", line, "author")
    found: list[dict[str, str]] = []
    for one in listed[:MOST_NAMES]:
        given = {key: bounded(str(value), "author", line) for key, value in one.items() if value}
        particles = (given.get("non-dropping-particle"), given.get("dropping-particle"))
        name = {
            "organisation": given.get("literal", ""),
            "family": given.get("family", ""),
            "given": given.get("given", ""),
            "particle": " ".join(filter(None, particles)),
            "suffix": given.get("suffix", ""),
        }
        found.append({key: value for key, value in name.items() if value})
    return [name for name in found if name]
