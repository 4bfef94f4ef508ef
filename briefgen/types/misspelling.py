"""What a word that is not known may have meant, among those that are."""

from __future__ import annotations

_ALIKE = 0.7
"""How alike a misspelling is to what was meant: "tilte" and "title", not "place" and "label"."""

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


def nearest(word: object, known: list[str]) -> str | None:
    """Return the known word that a word is most like, if it is like any."""
    from difflib import get_close_matches  # noqa: PLC0415 - for the mistaken only

    found = get_close_matches(str(word).lower(), known, 1, _ALIKE)
    return found[0] if found else None
