"""What a web page says of its article: JSON-LD, Open Graph, Dublin Core, Highwire's citation tags.

What the page shows (its first heading, a byline) is read with the text, and counts more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.load.article.blocks import Metadata, first_of, plain_spaces, usable_address

JSON_LIMIT = 200_000
"""Characters of one block of JSON-LD that are read."""

_ARTICLES = ("Article", "Report", "BlogPosting", "WebPage")


def metadata_of(root: Any) -> Metadata:
    """Return what the head of a page says of its article."""
    said: dict[str, str] = {}
    authors: list[str] = []
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or "").lower()
        content = plain_spaces(tag.get("content") or "").strip()
        if name in ("author", "citation_author", "dc.creator", "article:author") and content:
            authors.append(content)
        elif name and content:
            said.setdefault(name, content)
    linked = _linked_data(root)
    canonical = root.find(".//link[@rel='canonical']")
    address = canonical.get("href") if canonical is not None else said.get("og:url")
    title = root.find(".//title")
    names = [name for name in authors if "://" not in name]
    return Metadata(
        title=first_of(said, "citation_title", "og:title", "dc.title")
        or linked.get("headline")
        or _first_heading(root, plain_spaces(title.text or "").strip() if title is not None else "")
        or None,
        authors=tuple(dict.fromkeys(names)) or tuple(_named(linked.get("author"))),
        publisher=first_of(said, "citation_publisher", "dc.publisher", "og:site_name")
        or next(_named(linked.get("publisher")), None),
        date=_date(
            first_of(
                said,
                "article:published_time",
                "citation_publication_date",
                "citation_date",
                "dc.date",
                "dcterms.issued",
                "date",
            )
            or linked.get("datePublished")
        ),
        language=root.get("lang") or root.get("xml:lang") or said.get("og:locale"),
        address=usable_address(address),
    )


def _first_heading(root: Any, title: str) -> str:
    """Return the heading of the page that its title has, beside the name of the site; or that."""
    headings = (plain_spaces("".join(one.itertext())).strip() for one in root.iter("h1"))
    return next((one for one in headings if one and one.casefold() in title.casefold()), title)


def _date(written: Any) -> str | None:
    return written.partition("T")[0].replace("/", "-") if isinstance(written, str) else None


def _linked_data(root: Any) -> Mapping[str, Any]:
    """Return the first description of an article in JSON-LD."""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > JSON_LIMIT:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(str(one).endswith(_ARTICLES) for one in kinds):
                return {key: value for key, value in item.items() if isinstance(key, str)}
    return {}


def _items(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the descriptions at the top of a block of JSON-LD, or of its graph."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (one for one in graph if isinstance(one, dict))


def _named(value: Any) -> Iterator[str]:
    match value:
        case str() if "://" not in value:
            yield value
        case list():
            for item in value:
                yield from _named(item)
        case dict():
            yield from _named(value.get("name"))
