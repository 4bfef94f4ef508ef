"""Levels of the lists that a template's styles are linked to (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from lxml import etree
from msgspec import Struct

from briefgen.ooxml.names import W, attribute, child, is_on, points
from briefgen.types.page_style import LEVELS, ListMark, MarkLetters

_ALIGNED: dict[str, Literal["left", "center", "right"]] = {
    "right": "right",
    "end": "right",
    "center": "center",
}
_SUFFIXES: dict[str, Literal["tab", "space", "nothing"]] = {"space": "space", "nothing": "nothing"}

_SIGNS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0a8": "◆",
    "\uf06e": "■", "\uf0e0": "→", "\uf0e8": "➔", "\uf06c": "●", "\uf0d0": "–", "\uf02d": "–",
    "\uf0be": "—", "\uf071": "□", "\uf077": "◆", "\uf075": "◆", "\uf0ae": "→", "\uf034": "►",
    "\uf0a1": "○", "\uf0fe": "■",
}  # fmt: skip
"""Signs of the fonts Symbol and Wingdings, which have places of their own for them, in Unicode."""

_LETTER_SIGNS = {
    "Wingdings": {"§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "n": "■", "l": "●", "q": "□", "à": "→"},
    "Symbol": {"·": "•", "-": "–"},
    "Courier New": {"o": "○"},
}
"""The same where the font is named and the sign is written as the letter at its place."""


_OF_SYMBOL = "\uf0b7\uf02d\uf0be\uf0ae"
"""What the font Symbol has of them; elsewhere it has letters and mathematics."""


def sign_of(font: str, code: str) -> str:
    """Return the sign of a font at a place, in hexadecimal; nothing where it is not known."""
    try:
        number = int(code, 16)
        own = chr(number)
    except (ValueError, OverflowError):
        return ""
    if font in ("Symbol", "Wingdings"):
        own = chr(0xF000 + number % 0x100)
        return _SIGNS.get(own, "") if font == "Wingdings" or own in _OF_SYMBOL else ""
    is_letter = own.isprintable() and not font.startswith(("Webdings", "Wingdings"))
    return own if is_letter else ""


class ListLevel(Struct, frozen=True):
    """A level of a list: its indent, the colour of its marks, and what they are.

    `style` is the id of the paragraph style that is linked to it.
    """

    indent: etree._Element | None
    colour: etree._Element | None
    mark: ListMark | None = None
    style: str | None = None


NO_LEVEL = ListLevel(None, None)

Lists = Mapping[str, tuple[ListLevel, ...]]


def read_lists(numbering: etree._Element | None) -> Lists:
    """Return the levels of each list by its number; what a list overrides goes before."""
    return {} if numbering is None else _Lists(numbering)


def level_of(lists: Lists, number: str, said: str | None, style: str | None) -> ListLevel:
    """Return the level of a list that a paragraph or style has, by number or by its own link."""
    levels = lists.get(number, ())
    for level in levels:
        if style is not None and level.style == style:
            return level
    at = int(said) if said and said.isdigit() else 0
    return levels[at] if at < len(levels) else levels[0] if levels else NO_LEVEL


class _Lists(Mapping[str, tuple[ListLevel, ...]]):
    """Lists of a numbering part, each read when it is asked for: most are no style's."""

    def __init__(self, numbering: etree._Element) -> None:
        self._numbering = numbering
        self._numbers = {one.get(W + "numId", ""): one for one in numbering.iter(W + "num")}
        self._read: dict[str, tuple[ListLevel, ...]] = {}

    def __getitem__(self, number: str) -> tuple[ListLevel, ...]:
        if number not in self._read:
            self._read[number] = tuple(self._levels_of(self._numbers[number]))
        return self._read[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, number: object) -> bool:
        return number in self._numbers

    @cached_property
    def _abstracts(self) -> dict[str | None, etree._Element]:
        found = self._numbering.iter(W + "abstractNum")
        return {attribute(one, "abstractNumId"): one for one in found}

    @cached_property
    def _linked(self) -> dict[str | None, etree._Element]:
        return {
            attribute(child(one, "styleLink"), "val"): one
            for one in self._abstracts.values()
            if child(one, "styleLink") is not None
        }

    def _levels_of(self, number: etree._Element) -> Iterator[ListLevel]:
        key = attribute(child(number, "abstractNumId"), "val")
        abstract = self._abstracts.get(key)
        link = attribute(child(abstract, "numStyleLink"), "val")
        abstract = self._linked.get(link, abstract) if link else abstract
        overrides = {attribute(one, "ilvl"): one for one in number.iterchildren(W + "lvlOverride")}
        own = [
            _told(
                child(overrides.get(str(at)), "lvl"), _level(abstract, at), overrides.get(str(at))
            )
            for at in range(LEVELS)
        ]
        return _levels(own, key or "")


class _Given(Struct, frozen=True):
    """A level as it is given, first by the list itself, then by its definition."""

    elements: tuple[etree._Element, ...]
    start: str | None

    def find(self, *way: str) -> etree._Element | None:
        found = (child(one, *way) for one in self.elements)
        return next((one for one in found if one is not None), None)

    def value(self, *way: str) -> str | None:
        return attribute(self.find(*way), "val")


def _told(
    own: etree._Element | None,
    inherited: etree._Element | None,
    override: etree._Element | None,
) -> _Given:
    elements = tuple(one for one in (own, inherited) if one is not None)
    return _Given(elements, attribute(child(override, "startOverride"), "val"))


def _level(abstract: etree._Element | None, at: int) -> etree._Element | None:
    for one in () if abstract is None else abstract.iterchildren(W + "lvl"):
        if attribute(one, "ilvl") == str(at):
            return one
    return None


def _levels(given: list[_Given], key: str) -> Iterator[ListLevel]:
    formats, starts = [], []
    for at, one in enumerate(given):
        if not one.elements:
            break
        formats.append(one.value("numFmt") or "decimal")
        starts.append(_whole(one.start or one.value("start"), 1))
        legal = one.find("isLgl")
        shown = (
            tuple("decimal" if each != "bullet" else each for each in formats)
            if legal is not None and is_on(legal)
            else tuple(formats)
        )
        pattern = one.value("lvlText") or ""
        if formats[-1] == "bullet":
            pattern = _sign(pattern, attribute(one.find("rPr", "rFonts"), "ascii", "hAnsi"))
        tab = child(one.find("pPr", "tabs"), "tab")
        mark = None
        if pattern and formats[-1] != "none":
            mark = ListMark(
                key,
                at,
                pattern,
                shown,
                tuple(starts),
                _SUFFIXES.get(one.value("suff") or "", "tab"),
                points(attribute(tab, "pos")),
                _ALIGNED.get(one.value("lvlJc") or "", "left"),
                _letters(one),
            )
        yield ListLevel(one.find("pPr", "ind"), one.find("rPr", "color"), mark, one.value("pStyle"))


def _letters(given: _Given) -> MarkLetters:
    toggles = (given.find("rPr", name) for name in ("b", "i"))
    bold, italic = (None if one is None else is_on(one) for one in toggles)
    return MarkLetters(points(given.value("rPr", "sz"), 2), bold, italic)


def _sign(pattern: str, font: str | None) -> str:
    """Return a bullet in Unicode; what stands at a place of a font's own is a round one."""
    for name, signs in _LETTER_SIGNS.items():
        if font and font.startswith(name) and pattern in signs:
            return signs[pattern]
    if font and font.startswith(("Wingdings", "Webdings")) and len(pattern) == 1:
        pattern = chr(0xF000 + ord(pattern)) if ord(pattern) < 0x100 else pattern  # noqa: PLR2004
    private = any("\ue000" <= one <= "\uf8ff" for one in pattern)
    return _SIGNS.get(pattern, "•") if private else pattern


def _whole(said: str | None, usual: int) -> int:
    return int(said) if said and said.isdigit() else usual
