"""Numbers of title and headings: the lines of a heading begin below one another, not its number.

Headings of a template's sample have one line; those of a brief often have two.
"""

from __future__ import annotations

from typing import NamedTuple

from briefgen.load.word.proportions import HEADINGS, TITLES
from briefgen.load.word.style import StyleSheet, chain
from briefgen.ooxml.build import put_in, removed, w
from briefgen.ooxml.names import Element, W, attribute, child, twips
from briefgen.types.page_style import ListMark, TextStyle
from briefgen.types.role import Role

_TAB_PT = 36.0
"""Where a tab leads that has no stop of its own: the next half inch."""


class Numbered(NamedTuple):
    """How a numbered style is set in a brief, in points: what is wrong, indent and hanging."""

    found: str
    left_pt: float
    hanging_pt: float
    is_numbered: bool = True


def numbered(text: TextStyle, role: Role) -> Numbered | None:
    """Return how a numbered title or heading is to be set, where it is not as it is."""
    if text.mark is None or role not in (*TITLES, *HEADINGS):
        return None
    if role in TITLES:
        return Numbered("has a number, and none in a brief", 0.0, 0.0, is_numbered=False)
    if goes_on(text.mark):
        found = "goes on from numbers of another text, and has none in a brief"
        return Numbered(found, 0.0, 0.0, is_numbered=False)
    begins_pt = text.indent_left_pt + text.first_line_pt
    if text.first_line_pt < 0 or text.align != "left":
        return None
    if text.mark.suffix == "tab":
        stop_pt = max(text.mark.tab_pt or 0.0, 0.0)
        stop_pt = stop_pt if stop_pt > begins_pt else (begins_pt // _TAB_PT + 1) * _TAB_PT
        return Numbered("begins its second line below its number", stop_pt, stop_pt - begins_pt)
    if text.indent_left_pt < 0:
        return Numbered("begins its second line left of the text", 0.0, 0.0)
    return None


def goes_on(mark: ListMark) -> bool:
    """Whether numbers of headings begin amid a text: at another than 1, or with a fixed digit."""
    fixed = mark.pattern
    for level in range(1, len(mark.starts) + 1):
        fixed = fixed.replace(f"%{level}", "")
    return mark.starts[mark.level] > 1 or any(one.isdigit() for one in fixed)


def set_numbered(said: Numbered) -> list[Element]:
    """Return the properties of a paragraph that set a numbered title or heading."""
    indent = w("ind", left=twips(said.left_pt), hanging=twips(said.hanging_pt))
    if not said.hanging_pt:
        indent = w("ind", left=twips(said.left_pt), firstLine=0)
    return [indent] if said.is_numbered else [w("numPr", w("numId", val=0)), indent]


def align_levels(sheet: StyleSheet, numbering: Element) -> bool:
    """Give levels of lists the indent of the headings that they are linked to; say if any had not.

    LibreOffice sets the first line of a heading by the tab stop of its level, and the others by the
    indent of its style.
    """
    found = False
    by_style = {attribute(one, "val"): one.getparent() for one in numbering.iter(W + "pStyle")}
    for role in HEADINGS:
        style = sheet.find("paragraph", role.value)
        level = None if style is None else by_style.get(style.get(W + "styleId"))
        if style is None or level is None or level.tag != W + "lvl":
            continue
        said = [
            one for each in chain(style, sheet) if (one := child(each, "pPr", "ind")) is not None
        ]
        own = child(level, "pPr", "ind")
        if not said or not attribute(said[-1], "hanging"):
            continue
        sides = {name: attribute(said[-1], name) for name in ("left", "start", "hanging")}
        if own is not None and sides == {name: attribute(own, name) for name in sides}:
            continue
        holder = child(level, "pPr")
        if holder is None:
            put_in(level, holder := w("pPr"))
        for old in [one for one in holder if one.tag in (W + "ind", W + "tabs")]:
            removed(old)
        put_in(holder, w("ind", **{name: value for name, value in sides.items() if value}))
        found = True
    return found
