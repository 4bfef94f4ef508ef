"""Comments and tracked changes in a Word file: that they are there, by whom and when."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.ooxml.names import W, attribute
from briefgen.ooxml.package import Package
from briefgen.types.word_edits import Review, ReviewKind

_KINDS: dict[str, ReviewKind] = {
    W + "comment": "comment",
    W + "ins": "insertion",
    W + "del": "deletion",
    W + "moveFrom": "move",
    W + "cellIns": "insertion",
    W + "cellDel": "deletion",
}
"""Where a move leads to (`w:moveTo`) is the same move as where it comes from."""

_FORMATTING = "Change"
"""What the names of changes of formatting end in: `w:rPrChange`, `w:pPrChange`, … (17.13.5)."""


def read_reviews(package: Package) -> tuple[Review, ...]:
    """Return the comments and tracked changes in all parts of a Word file, each run of one once."""
    found = dict.fromkeys(
        review
        for name in package
        if name.lower().startswith("word/") and name.lower().endswith(".xml")
        for review in _in_part(package, name)
    )
    return tuple(found)


def _in_part(package: Package, name: str) -> Iterator[Review]:
    for element in package.root(name).iter(W + "*"):
        tag = str(element.tag)
        kind = _KINDS.get(tag)
        if kind is None and tag.endswith(_FORMATTING):
            kind = "formatting"
        if kind is not None:
            author, date = attribute(element, "author"), attribute(element, "date")
            yield Review(kind, author or "", date or "", attribute(element, "id") or "")
