"""Which part of a saved page holds its article, and which elements are no text of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from briefgen.pattern import late_pattern

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
