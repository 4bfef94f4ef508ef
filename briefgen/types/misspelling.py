"""What a word that is not known may have meant, among those that are."""

from __future__ import annotations

from collections.abc import Iterable

ALIKE = 0.7
"""How alike a misspelling is to what was meant: "tilte" and "title", not "place" and "label"."""

LIKE = 0.6
"""How alike names are of which one is meant, where there are few."""

ALMOST = 0.75
"""How alike a word is that may as well be a name of the user's own."""

_OTHER_NAMES = {
    "locator": {"place", "page", "paragraph", "para", "where"},
    "address": {"url", "uri", "link", "href"},
    "authors": {"by", "writer", "writers"},
    "short": {"acronym", "abbreviation", "term"},
    "long": {"meaning", "expansion", "definition"},
    "measure": {"what", "noun"},
    "as_of": {"at", "when", "date"},
    "evidence": {"sources", "rests_on"},
    "rationales": {"reasons", "arguments"},
    "context": {"background"},
    "timeline": {"events"},
    "facts": {"figures"},
    "glossary": {"terms", "acronyms"},
    "quotations": {"quotes"},
    "images": {"pictures"},
    "sources": {"references"},
}
"""What writers call a key, by its name."""


def nearest_key(word: object, known: list[str]) -> str | None:
    """Return the known key that an unknown one means, by another name for it or misspelt."""
    plain = str(word).lower().replace("-", "_").replace(" ", "_")
    other = (key for key, names in _OTHER_NAMES.items() if key in known and plain in names)
    return next(other, None) or nearest(plain, known)


def nearest(word: object, known: Iterable[str], alike: float = ALIKE) -> str | None:
    """Return the known word that a word is most like, whatever the case; None if it is like none.

    `alike` is how much of both must be the same, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - for the mistaken only

    folded = {one.casefold(): one for one in known}
    found = get_close_matches(str(word).casefold(), folded, 1, alike)
    return folded[found[0]] if found else None
