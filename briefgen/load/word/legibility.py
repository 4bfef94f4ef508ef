"""Roles whose style a reader would not see as text of a brief: too pale, hidden, against the page.

A template's title may be white, for a dark cover of its own; its headings may begin a new page, and
its base style run from right to left. A style that the template's own text has stays as it is, and
another one based on it stands for the role.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.load.word.derive import RECIPES, add_style
from briefgen.load.word.heading_numbers import Numbered, numbered, set_numbered
from briefgen.load.word.proportions import (
    DISPLAY,
    HEADINGS,
    MORE_THAN_TEXT_PT,
    Proportions,
    closer_spacing,
    proportions_of,
)
from briefgen.load.word.style import StyleSheet, chain, read_style_sheet, resolve
from briefgen.ooxml.build import put_in, removed, w
from briefgen.ooxml.names import Element, W, child, is_on
from briefgen.ooxml.package import Package
from briefgen.types.colour import contrast, darkened, text_contrast
from briefgen.types.page_style import Closeness, TextStyle
from briefgen.types.role import Role

PAGE = "#ffffff"
"""The ground of a page that has no colour of its own."""

_HUED_FROM, _WHITE_FROM = 0.2, 0.9
"""Saturation from which a colour is known by its hue, and lightness from which it is a white."""

_SHADES = 100
"""Shades of a colour down to black, of which the nearest one that can be read is taken."""

_OF_THE_TEMPLATE = frozenset({Role.HEADER, Role.FOOTER, Role.MASTHEAD})
"""Roles that a template of the user's alone writes in."""

_OTHERS = (Role.HEADING_1, Role.HEADING_2, Role.TITLE, Role.BODY)

_OF_A_MARK = frozenset(W + name for name in ("b", "bCs", "i", "iCs", "color", "u", "lang"))
"""What marks words within a text; another font or size would be a heading's."""

_SET_IN_PT, _SLIGHTLY_PT = 24.0, 1.5
"""How far a heading may begin to the right of the text, and from where on that is seen. What is
less than an em apart looks like a slip."""

_MARKED_BY = {"Strong": ("b", "bCs"), "Emphasis": ("i", "iCs")}

_OF_A_PLAIN_TITLE = 1.5
"""Size of a title that looked like text, in that of the text."""

_FLAGS = {
    ("pPr", "pageBreakBefore"): "begins a new page",
    ("rPr", "vanish"): "is hidden",
    ("pPr", "bidi"): "runs from right to left",
    ("rPr", "position"): "is raised or lowered",
}


def used_styles(package: Package) -> frozenset[str]:
    """Return the ids of the styles that a template's own text has."""
    return frozenset(
        one.get(W + "val", "")
        for _, root in package.stories()
        for one in root.iter(W + "pStyle", W + "rStyle")
    )


def legible(
    sheet: StyleSheet,
    numbering: Element | None,
    used: Iterable[str],
    closeness: Closeness = Closeness.OWN,
    page: str = PAGE,
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Fix the styles of roles in a sheet's tree, and return what was wrong with each.

    Styles that are `used` stay: the names returned first say which ones stand for them. What is set
    closer or smaller besides, `closeness` says; `page` is the colour that text stands on.
    """
    names: dict[str, str] = {}
    reported: list[tuple[str, str]] = []
    sizes = proportions_of(sheet, closeness)
    for role in [*RECIPES, *(one for one in Role if one not in RECIPES)]:
        style = sheet.find("paragraph", role.value)
        if style is None or role in _OF_THE_TEMPLATE:
            continue
        change = _change(style, role, sheet, sizes, page)
        if not change.found:
            continue
        if style.get(W + "styleId", "") in used:
            own = f"{role.value} in Brief"
            add_style(sheet.root, "paragraph", own, style.get(W + "styleId"))
            style = sheet.root[-1]
            names[role.value.lower()] = own.lower()
        _make(style, change)
        reported.append((role.value, " and ".join(change.found)))
        own_names = {**sheet.names, **names}
        sheet = read_style_sheet(sheet.root, numbering, sheet.colour_scheme, own_names)
    for mark in ("Strong", "Emphasis"):
        style = sheet.find("character", mark)
        if style is not None and (loud := _loud(style)):
            if style.get(W + "styleId", "") in used:
                own = f"{mark} in Brief"
                quiet = [deepcopy(one) for one in style.iterchildren(W + "rPr")]
                add_style(sheet.root, "character", own, None, *quiet)
                names[mark.lower()] = own.lower()
                style = sheet.root[-1]
                loud = _loud(style)
            for one in loud:
                removed(one)
            _let_it_mark(style, mark)
    return names, reported


def _let_it_mark(style: Element, mark: str) -> None:
    """Make words that a font alone has marked bold or italic, as they have the text's font now."""
    said = child(style, "rPr")
    marks = [] if said is None else [child(said, name) for name in ("b", "i", "color", "u")]
    if not any(one is not None and is_on(one) for one in marks):
        for name in _MARKED_BY[mark]:
            set_property(style, "rPr", w(name))


def _loud(style: Element) -> list[Element]:
    """Return what a style for words within a text says of their font and size, too."""
    said = child(style, "rPr")
    return [] if said is None else [one for one in said if one.tag not in _OF_A_MARK]


class _Change(NamedTuple):
    """What is changed of a style, and what is said of that. `flags` are turned off."""

    found: list[str]
    flags: list[tuple[str, str]]
    colour: str
    spacing: Mapping[str, object]
    size_pt: float | None
    ragged: bool
    bold: bool
    edge_pt: float | None
    number: Numbered | None


def _change(
    style: Element, role: Role, sheet: StyleSheet, sizes: Proportions, page: str
) -> _Change:
    """Return what of a style is not seen as text of a brief, or takes too much room."""
    flags = [flag for flag in _FLAGS if _says(style, *flag, sheet)]
    text = resolve(style, role, sheet, "")
    behind = text.highlight or text.shading or page
    size_pt, own_pt = sizes.size_pt(role), sizes.own[role].size_pt
    least = text_contrast(size_pt, bold=text.bold)
    found, colour = [_FLAGS[flag] for flag in flags], ""
    if ("pPr", "bidi") in flags and _says(style, "rPr", "rtl", sheet):
        flags.append(("rPr", "rtl"))  # only there: Word itself writes none in a style
    if contrast(text.colour, behind) < least:
        colour = _legible(text.colour, behind, least, sheet)
        found.append(f"is {text.colour} on {behind}, and {colour} in a brief")
    ragged = role in DISPLAY and text.align == "justify"
    if ragged:
        found.append("is justified, and ragged in a brief")
    spacing = closer_spacing(text, size_pt) if sizes.closeness else sizes.closed(role)
    turned = {} if spacing else sizes.turned(role)
    found += ["is set closer"] * bool(spacing)
    found += ["has less space above than below, and more in a brief"] * bool(turned)
    spacing = spacing or turned
    if size_pt != own_pt:
        found.append(f"is {own_pt:g} pt, and {size_pt:g} pt in a brief")
    if role is Role.BODY and text.bold:
        flags += [("rPr", "b"), ("rPr", "bCs")]
        found.append("is bold, and regular in a brief")
    edge_pt = _edge_pt(text, role, sheet)
    if edge_pt is not None:
        found.append("is set in, and stands at the edge of the text in a brief")
    if (number := numbered(text, role)) is not None:
        found.append(number.found)
    changed = size_pt if size_pt != text.size_pt else None
    shown = replace(text, size_pt=size_pt)
    plain = role in (Role.TITLE, *HEADINGS) and _is_plain(role, shown, sizes.text)
    if not plain and sizes.is_weak(role, size_pt):
        found.append("is weaker than headings, and bold in a brief")
        return _Change(found, flags, colour, spacing, changed, ragged, True, edge_pt, number)
    if plain and role is Role.TITLE:
        changed = max(own_pt, round(sizes.body_pt * _OF_A_PLAIN_TITLE))
        found.append(f"looks like text, and is bold and {changed:g} pt in a brief")
    elif plain:
        found.append("looks like text, and is bold in a brief")
    return _Change(found, flags, colour, spacing, changed, ragged, plain, edge_pt, number)


def _edge_pt(text: TextStyle, role: Role, sheet: StyleSheet) -> float | None:
    """Return where a heading without a number begins that stands right of the text.

    It stands far right of it, or hardly, in no box of its own.
    """
    style = sheet.find("paragraph", Role.BODY.value)
    if role not in DISPLAY or text.mark or style is None:
        return None
    edge_pt = resolve(style, Role.BODY, sheet, "").indent_left_pt
    in_pt = text.indent_left_pt + text.first_line_pt - edge_pt
    boxed = text.shading or text.border_left
    slips = _SLIGHTLY_PT < in_pt < text.size_pt and not boxed and text.align == "left"
    return edge_pt if in_pt > _SET_IN_PT or slips else None


def _is_plain(role: Role, title: TextStyle, text: TextStyle | None) -> bool:
    """Whether a title or heading cannot be told from the text below it.

    A rule alone makes no title: the summary below it is in bold.
    """
    if text is None:
        return False
    told_by = (title.bold, title.italic, title.caps, title.small_caps, title.underlined)
    drawn = title.shading or title.border_top or title.border_bottom or title.border_left
    return (
        not any(told_by)
        and (role is Role.TITLE or not drawn)
        and title.size_pt <= text.size_pt + MORE_THAN_TEXT_PT
        and title.colour == text.colour
    )


def _make(style: Element, change: _Change) -> None:
    for part, name in change.flags:
        set_property(style, part, w(name, val=0))
    if change.colour:
        set_property(style, "rPr", w("color", val=change.colour[1:].upper()))
    if change.bold:
        set_property(style, "rPr", w("b"))
    if change.edge_pt is not None:
        set_property(style, "pPr", w("ind", left=round(change.edge_pt * 20), firstLine=0))
    for one in set_numbered(change.number) if change.number else ():
        set_property(style, "pPr", one)
    if change.ragged:
        set_property(style, "pPr", w("jc", val="left"))
    if change.spacing:
        set_spacing(style, change.spacing)
    for name in ("sz", "szCs") if change.size_pt else ():
        set_property(style, "rPr", w(name, val=round((change.size_pt or 0) * 2)))


def _says(style: Element, part: str, name: str, sheet: StyleSheet) -> bool:
    defaults = child(sheet.root, "docDefaults", f"{part}Default", part)
    said = [child(defaults, name), *(child(one, part, name) for one in chain(style, sheet))]
    last = next((one for one in reversed(said) if one is not None), None)
    return last is not None and is_on(last)


def set_property(style: Element, part: str, said: Element) -> None:
    """Set a property of a style, where the schema wants it."""
    holder = child(style, part)
    if holder is None:
        holder = w(part)
        after = [one for one in style if one.tag in _AFTER[part]]
        if after:
            after[0].addprevious(holder)
        else:
            style.append(holder)
    old = holder.find(said.tag)
    if old is not None:
        holder.remove(old)
    put_in(holder, said)


def set_spacing(style: Element, said: Mapping[str, object]) -> None:
    """Set space and lines of a style; what else it says of them stays."""
    spacing = w("spacing")
    old = child(style, "pPr", "spacing")
    for name, value in () if old is None else old.attrib.items():
        spacing.set(name, value)
    for key, one in said.items():
        spacing.set(W + key, str(one))
    set_property(style, "pPr", spacing)


_TABLE = tuple(W + name for name in ("tblPr", "trPr", "tcPr", "tblStylePr"))
_AFTER = {"pPr": (W + "rPr", *_TABLE), "rPr": _TABLE}


def _legible(colour: str, behind: str, least: float, sheet: StyleSheet) -> str:
    """Return the nearest colour that can be read: the same darkened, or that of another role."""
    if (shade := _darkened(colour, behind, least)) is not None:
        return shade
    found = [(one, sheet.find("paragraph", one.value)) for one in _OTHERS]
    colours = [resolve(style, one, sheet, "").colour for one, style in found if style is not None]
    near = [*colours, "#000000", "#ffffff"]
    return next(one for one in near if contrast(one, behind) >= least)


def _darkened(colour: str, behind: str, least: float) -> str | None:
    """Return a colour of the same hue that can be read, if it has a hue and there is one."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    _, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < _HUED_FROM or light > _WHITE_FROM:
        return None
    shades = (darkened(colour, step / _SHADES) for step in range(1, _SHADES))
    return next((one for one in shades if contrast(one, behind) >= least), None)
