"""Styles of lists that a template has, and that would not do for the lists of a brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from briefgen.load.word.derive import ListKind
from briefgen.load.word.legibility import set_property
from briefgen.load.word.list_level import level_of
from briefgen.load.word.style import StyleSheet, chain, list_of, resolve
from briefgen.ooxml.names import Element, W, attribute, child, is_default
from briefgen.types.role import Role

LISTED: Mapping[Role, ListKind] = {Role.BULLET: "bullet", Role.NUMBER: "number"}
"""Roles whose style a template may have and link to no list, as Word itself does not, or to one of
the other kind."""

_TEXT_FONTS = ("ascii", "asciiTheme", "hAnsi", "hAnsiTheme")


def lacks_list(style: Element, items: ListKind, sheet: StyleSheet) -> bool:
    """Whether a style is linked to no list, or to one whose marks are of the other kind."""
    number = list_of(style, sheet)
    if number is None:
        return True
    levels = (attribute(child(one, "pPr", "numPr", "ilvl"), "val") for one in chain(style, sheet))
    said = next((one for one in reversed([*levels]) if one), None)
    mark = level_of(sheet.lists, number, said, style.get(W + "styleId")).mark
    is_bullet = mark is not None and mark.formats[mark.level] == "bullet"
    return mark is not None and is_bullet != (items == "bullet")


def set_in_font_of_text(sheet: StyleSheet, used: Iterable[str]) -> list[tuple[str, str]]:
    """Set lists in the font and size of Body Text where their styles say nothing of these.

    Word bases its styles of lists on Normal, and so they miss what only Body Text says. Returns
    what was wrong with each; styles that are `used` stay.
    """
    body = sheet.find("paragraph", Role.BODY.value)
    if body is None:
        return []
    fonts, size = _said(body, sheet)
    reported: list[tuple[str, str]] = []
    for role in LISTED:
        style = sheet.find("paragraph", role.value)
        if fonts is None or style is None or style.get(W + "styleId", "") in used:
            continue
        own_fonts, own_size = _said(style, sheet)
        alike = resolve(style, role, sheet, "").family == resolve(body, role, sheet, "").family
        if own_fonts is not None or alike:
            continue
        set_property(style, "rPr", deepcopy(fonts))
        if size is not None and own_size is None:
            set_property(style, "rPr", deepcopy(size))
        reported.append((role.value, "has not the font of the text, and has in a brief"))
    return reported


def _said(style: Element, sheet: StyleSheet) -> tuple[Element | None, Element | None]:
    """Return what a style says of its font and size beyond the default style."""
    fonts: Element | None = None
    size: Element | None = None
    for one in chain(style, sheet):
        if is_default(one):
            continue
        own = child(one, "rPr", "rFonts")
        if own is not None and any(own.get(W + name) for name in _TEXT_FONTS):
            fonts = own
        said = child(one, "rPr", "sz")
        size = size if said is None else said
    return fonts, size
