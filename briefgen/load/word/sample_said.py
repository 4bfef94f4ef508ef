"""What a sample document says in paragraphs of its own, and what most letters of each have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.load.word.sample_sheet import TAGS, SampleSheet
from briefgen.ooxml.names import Element, W, attribute, child, is_on
from briefgen.ooxml.text import own_pieces, own_text

_BLACK = ("auto", "000000")


class Said(NamedTuple):
    """A paragraph of a sample: its words, and what most of its letters have."""

    paragraph: Element
    words: str
    look: dict[str, Element | None]
    bold_throughout: bool

    @property
    def size(self) -> int:
        """Size in half points."""
        return size_of(self.look["sz"])


def said_in(sheet: SampleSheet, body: Element, *, in_tables: bool = False) -> Iterator[Said]:
    """Yield what a body says in its paragraphs, or those of its tables, not in boxes and frames."""
    paragraphs = body.iterchildren(W + "p")
    if in_tables:
        cells = (cell for table in body.iterchildren(W + "tbl") for cell in table.iter(W + "tc"))
        paragraphs = (one for cell in cells for one in cell.iterchildren(W + "p"))
    for one in paragraphs:
        words = own_text(one).strip()
        if not words or child(one, "pPr", "framePr") is not None:
            continue
        style = sheet.style_of(one)
        counted: Counter[tuple[str, ...]] = Counter()
        looks: dict[tuple[str, ...], dict[str, Element | None]] = {}
        for piece in own_pieces(one):
            if said := (piece.text or "").strip():
                look = sheet.of_run(piece.getparent(), style)
                key = keys_of(look)
                looks.setdefault(key, look)
                counted[key] += len(said)
        if counted:
            most = looks[counted.most_common(1)[0][0]]
            yield Said(one, words, most, all(key_of("b", each["b"]) for each in looks.values()))


def keys_of(look: dict[str, Element | None]) -> tuple[str, ...]:
    """Return what letters have, the same for what looks alike."""
    return tuple(key_of(tag, look[tag]) for tag in TAGS)


def key_of(tag: str, said: Element | None) -> str:
    """Return what a property comes to, the same for what looks alike."""
    if tag == "rFonts":
        theme = attribute(said, "asciiTheme")
        return f"@{theme}" if theme else attribute(said, "ascii") or ""
    if tag in ("b", "i", "caps"):
        return "on" if said is not None and is_on(said) else ""
    value = attribute(said, "val") or ""
    return "" if value in (*_BLACK, "none") else value


def size_of(said: Element | None) -> int:
    """Return a size in half points."""
    value = attribute(said, "val") or ""
    return int(value) if value.isdigit() else 20  # 17.3.2.38


def style_name(paragraph: Element, sheet: SampleSheet) -> str:
    """Return the name of the style of a paragraph, in small letters."""
    return (attribute(child(sheet.style_of(paragraph), "name"), "val") or "").lower()
