"""What a web page says of its article, which part holds it, and what is no text of it.

What the page shows (its first heading, a byline) is read with the text, and counts more than
its metadata.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.load.article.blocks import Metadata, first_of, plain_spaces, usable_address
from briefgen.pattern import late_pattern

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


Element = Any
"""An element of a tree of HTML; lxml-stubs do not know what iterating over one yields."""

_ASIDE = {
    "nav": "navigation",
    "aside": "side column",
    "footer": "foot of the page",
    "menu": "navigation",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "head of the page",
    "complementary": "side column",
    "contentinfo": "foot of the page",
    "search": "search",
    "dialog": "dialog",
    "alert": "dialog",
}
_NAMES = late_pattern(
    r"(?:^|[\s_-])(?:(?P<hidden>nav-?skip|(?:visually|a11y|element)-?hidden|sr-only|screen-?reader"
    r"(?:-(?:text|only|response))?|invisible)|(?P<navigation>nav(?:bar|igation)?|menus?|breadcrumbs?|sitemap|pagination|toc"
    r"|skip(?:link|-?to)?|tabs?)|(?P<related>related|recommended|recirc\w*|most-?(?:read|popular)"
    r"|trending|latest|teasers?|see-?also|read-?(?:more|next))|(?P<side>sidebars?|side-?column"
    r"|aside|widgets?)|(?P<sharing>shar(?:e|ing)|social|follow(?:-us)?|newsletters?|subscribe"
    r"|signup|sign-up|promos?|advert\w*|ads?|sponsor\w*|donate|cookies?|consent|gdpr|banner"
    r"|popup|modal|comments?|disqus|print-?only|contact(?:-us)?))(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of classes and ids by which pages mark what is no text of the article."""

LEAST_SHARE = 0.4
"""Share of all prose of a page that an element must hold to be taken for its main part."""


def holders(body: Element) -> frozenset[Element]:
    """Return the elements that hold much of a page's prose, whatever their class calls them.

    A page may name what holds its article after the column or the buttons that stand in it.
    """
    lengths: Counter[Element] = Counter()
    for one in body.iter("p"):
        length = len("".join(one.itertext())) - sum(
            len("".join(a.itertext())) for a in one.iter("a")
        )
        lengths.update(dict.fromkeys(one.iterancestors(), max(0, length)))
    return frozenset(
        one for one, characters in lengths.items() if characters >= lengths[body] * LEAST_SHARE
    )


def main_part(root: Element, spared: frozenset[Element]) -> Element:
    """Return the element that holds the article: an `article`, a `main`, else the whole body."""
    body = root.find("body")
    total = _prose_length(body, spared)
    marked = [*body.iter("article"), *body.iter("main"), *body.iterfind(".//*[@role='main']")]
    long = [(length, one) for one in marked[:50] if (length := _prose_length(one, spared))]
    if not long:
        return body
    length, best = max(long, key=lambda each: each[0])
    return best if length >= total * LEAST_SHARE else body


def _prose_length(element: Element, spared: frozenset[Element]) -> int:
    return sum(
        len("".join(one.itertext()))
        for one in element.iter("p")
        if not any(reason(above, spared) for above in one.iterancestors())
    )


def reason(element: Element, spared: frozenset[Element]) -> str | None:
    """Return why an element is no text of the article, by what it or the page calls it.

    Those that are `spared` are so whatever their classes say.
    """
    if element.tag in _ASIDE:
        return _ASIDE[element.tag]
    if role := _ROLES.get(element.get("role", "").lower()):
        return role
    style = element.get("style", "").replace(" ", "").lower()
    if "hidden" in element.attrib or "display:none" in style or "visibility:hidden" in style:
        return "hidden"
    if element.tag in ("body", "html", "article", "main") or element in spared:
        return None
    for name in (element.get("id", ""), *element.get("class", "").split()):
        if found := _NAMES.search(name):
            return str(found.lastgroup)
    return None
