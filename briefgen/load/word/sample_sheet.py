"""What letters and paragraphs of a sample have, by their own settings and by their styles.

Rules over and under title and headings of a sample, and the space below them.

Authors who set headings as paragraphs in bold draw their rules there, too.

What a sample document says in paragraphs of its own, and what most letters of each have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from briefgen.load.word.legibility import set_property, set_spacing
from briefgen.load.word.style_names import local_names
from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, W, attribute, child, is_default, is_on
from briefgen.ooxml.text import own_pieces, own_text

TAGS = ("rFonts", "sz", "color", "b", "i", "caps", "u")
"""What is looked at of letters."""


class SampleSheet:
    """Styles by id and name, and what text has by way of them."""

    def __init__(self, styles: Element) -> None:
        self.root = styles
        self.by_id = {one.get(W + "styleId", ""): one for one in styles.iter(W + "style")}
        paragraphs = [one for one in self.by_id.values() if one.get(W + "type") != "character"]
        self.normal = next((one for one in paragraphs if _is_normal(one)), None)
        self.by_name = {
            (attribute(child(one, "name"), "val") or "").lower(): one
            for one in reversed(paragraphs)
        }

    def named(self, name: str) -> Element | None:
        """Return a paragraph style by its English name, or by another language's."""
        names = (name.lower(), *(one.lower() for one in local_names(name)))
        return next((self.by_name[one] for one in names if one in self.by_name), None)

    def way(self, style: Element | None) -> Iterator[Element]:
        """Yield a style and what it is made from, the base last."""
        for _ in range(len(self.by_id)):
            if style is None:
                return
            yield style
            style = self.by_id.get(attribute(child(style, "basedOn"), "val") or "")

    def style_of(self, paragraph: Element) -> Element | None:
        """Return the style of a paragraph."""
        key = attribute(child(paragraph, "pPr", "pStyle"), "val")
        return self.normal if key is None else self.by_id.get(key, self.normal)

    def said(self, tag: str, *holders: Element | None) -> Element | None:
        """Return what the first of some holders, or else the defaults, say of letters."""
        defaults = child(self.root, "docDefaults", "rPrDefault")
        for one in (*holders, defaults):
            found = child(one, "rPr", tag)
            if found is not None and (tag != "rFonts" or _names_font(found)):
                return found
        return None

    def of_run(self, run: Element | None, style: Element | None) -> dict[str, Element | None]:
        """Return what a run in a paragraph of a style has."""
        letters = self.by_id.get(attribute(child(run, "rPr", "rStyle"), "val") or "")
        holders = (run, *self.way(letters), *self.way(style))
        return {tag: self.said(tag, *holders) for tag in TAGS}

    def lines(self, paragraph: Element | None, style: Element | None) -> tuple[int, str]:
        """Return how far apart the lines of a paragraph of a style stand, and by what rule."""
        defaults = child(self.root, "docDefaults", "pPrDefault")
        for one in (paragraph, *self.way(style), defaults):
            spacing = child(one, "pPr", "spacing")
            line = attribute(spacing, "line") or ""
            if line.isdigit():
                return int(line), attribute(spacing, "lineRule") or "auto"
        return 240, "auto"

    def aligned(self, paragraph: Element) -> str:
        """Return the alignment of a paragraph."""
        for one in (paragraph, *self.way(self.style_of(paragraph))):
            if (found := child(one, "pPr", "jc")) is not None:
                return attribute(found, "val") or "left"
        return "left"


def _names_font(fonts: Element) -> bool:
    """Whether fonts are said of Latin letters, and not of those of other scripts alone."""
    return any(attribute(fonts, name) for name in ("ascii", "asciiTheme"))


def _is_normal(style: Element) -> bool:
    """Whether a style is that of paragraphs which name none."""
    return is_default(style) and style.get(W + "type", "paragraph") == "paragraph"


_SIDES = ("top", "left", "bottom", "right")
_NONE = ("nil", "none")

_MOST_BELOW = 0.6
"""Space below a heading at most, in its size."""


def take_rules(sheet: SampleSheet, style: Element, shown: Sequence[Element]) -> None:
    """Give a style the rules around most of the paragraphs that show it, or none."""
    drawn = [_borders(one, *sheet.way(sheet.style_of(one))) for one in shown]
    keys = [_key(one) for one in drawn]
    most, _ = Counter(keys).most_common(1)[0]
    if most != _key(_borders(*sheet.way(style))):
        _set(style, drawn[keys.index(most)])


def drop_rules(sheet: SampleSheet, style: Element, colours: Iterable[str]) -> None:
    """Take rules of these colours off a style that a sample never shows."""
    own = _borders(*sheet.way(style))
    if {attribute(one, "color") for one in own.values()} & {*colours}:
        _set(style, {})


def take_space_below(style: Element, shown: Sequence[Element], half_points: int) -> None:
    """Give a style the space below that most of the paragraphs which show it say themselves."""
    said = [attribute(child(one, "pPr", "spacing"), "after") or "" for one in shown]
    most, _ = Counter(said).most_common(1)[0]
    if most.isdigit():
        set_spacing(style, {"after": min(int(most), round(_MOST_BELOW * 10 * half_points))})


def _borders(*holders: Element) -> dict[str, Element]:
    """Return the rules by their sides that a paragraph or style has; the first goes before."""
    found: dict[str, Element] = {}
    for holder in holders:
        borders = child(holder, "pPr", "pBdr")
        for side in () if borders is None else borders:
            found.setdefault(str(side.tag).removeprefix(W), side)
    return {
        side: one
        for side, one in found.items()
        if side in _SIDES and attribute(one, "val") not in _NONE
    }


def _key(borders: dict[str, Element]) -> tuple[object, ...]:
    return tuple((side, *sorted(borders[side].items())) for side in _SIDES if side in borders)


def _set(style: Element, borders: dict[str, Element]) -> None:
    sides = (deepcopy(borders[one]) if one in borders else w(one, val="nil") for one in _SIDES)
    set_property(style, "pPr", w("pBdr", *sides))


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


_FIXED_PITCH = ("consol", "courier", "mono", "menlo", "typewriter", "terminal")
"""What names of fonts have in them whose letters are of one width."""


def without_code(said: Sequence[Said]) -> list[Said]:
    """Return paragraphs but those in letters of one width, where others have another font.

    A manual or an analyst's report shows code, of which its longest line may be.
    """
    plain = [one for one in said if not _is_fixed(attribute(one.look["rFonts"], "ascii") or "")]
    return plain or [*said]


def _is_fixed(font: str) -> bool:
    return any(part in font.lower() for part in _FIXED_PITCH)


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
