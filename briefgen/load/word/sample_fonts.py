"""The look of what stays of a sample: that of its styles before a brief changes them.

A brief has the font of nearly all words of the sample. An address in a box or beside a logo that
says none has that of the style, and keeps it. The name of a house that is set in a style of titles
or headings keeps the look of that, while the brief's take that of the sample's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.style import chain
from briefgen.ooxml.build import put_in, w
from briefgen.ooxml.names import Element, W, attribute, child, value


def hold_fonts(blocks: Iterable[Element], styles: HeaderFooterStyles) -> None:
    """Let words that have the font of the style of the text say so themselves."""
    sheet = styles.sheet
    normal = styles.default()
    font = child(normal, "rPr", "rFonts")
    if font is None:
        font = child(sheet.root, "docDefaults", "rPrDefault", "rPr", "rFonts")
    if font is None:
        return
    for run in [one for block in blocks for one in block.iter(W + "r")]:
        if next(run.iterchildren(W + "t", W + "tab"), None) is None:
            continue
        holder = next(run.iterancestors(W + "p"), None)
        asked = child(holder, "pPr", "pStyle"), child(run, "rPr", "rStyle")
        used = [sheet.ids[key] for one in asked if (key := value(one)) in sheet.ids]
        own = [one for style in used for one in chain(style, sheet) if one is not normal]
        if any(_of_latin(child(one, "rPr", "rFonts")) for one in (*own, run)):
            continue
        properties = child(run, "rPr")
        if properties is None:
            run.insert(0, properties := w("rPr"))
        if (partly := child(properties, "rFonts")) is None:
            put_in(properties, deepcopy(font))
            continue
        for name, family in font.items():
            if name not in partly.attrib:
                partly.set(name, family)


def hold_styles(body: Element, styles: Element) -> bool:
    """Let paragraphs of a body have styles of their own, as their styles are; say if any does.

    A copy is no level of an outline: a letterhead is no heading of a brief.
    """
    by_id = {one.get(W + "styleId", ""): one for one in styles.iter(W + "style")}
    made: dict[str, str] = {}
    for named in [*body.iter(W + "pStyle")]:
        style = by_id.get(value(named))
        if style is None or style.get(W + "default") in _TRUE:
            continue
        key = value(named)
        if key not in made:
            made[key] = f"{key}Letterhead"
            styles.append(_copied(style, made[key]))
        named.set(W + "val", made[key])
    return bool(made)


_TRUE = ("1", "true", "on")


def _copied(style: Element, key: str) -> Element:
    copy = deepcopy(style)
    copy.set(W + "styleId", key)
    copy.set(W + "customStyle", "1")
    name = child(copy, "name")
    if name is not None:
        name.set(W + "val", f"{value(name)} of the letterhead")
    for tag in ("aliases", "next", "link", "qFormat", "uiPriority"):
        for one in copy.findall(W + tag):
            copy.remove(one)
    properties, level = child(copy, "pPr"), child(copy, "pPr", "outlineLvl")
    if properties is not None and level is not None:
        properties.remove(level)
    return copy


def _of_latin(fonts: Element | None) -> bool:
    """Whether fonts are said of Latin letters, and not of those of other scripts alone."""
    return any(attribute(fonts, name) for name in ("ascii", "asciiTheme"))
