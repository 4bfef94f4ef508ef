"""A Word template in large print: every style at 14 points at least, lines and indents with it.

What follows is large in both formats, as both are made of the template. The sizes keep their order:
text grows by half, titles by less (Royal National Institute of Blind People, Clear Print and Large
Print: 14 points and up, 16 for large print proper, on one column, ranged left).
"""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from briefgen.load.word.sheet import sheet_of
from briefgen.load.word.style import StyleSheet, chain
from briefgen.ooxml.names import Element, W, attribute, child, points
from briefgen.ooxml.package import WordTemplate

LEAST_PT, MORE_PT = 14.0, 4.0
"""The smallest type of large print, and by how much type grows that is larger than its least."""

LEADING = 1.28
"""Height of lines as a share of their size, at most: small type has wider ones."""

_SPACER_PT = 4.0
"""Type below this is that of paragraphs without words, which keep tables apart."""

_INDENT = 1.4
"""By how much indents grow: all alike, as paragraphs of one panel have one left edge."""

_WHITE = 1.25
"""By how much white space between paragraphs grows."""

_EXACT = frozenset({"exact", "atLeast"})
_DEFAULT_HALF_POINTS = 20.0


def large_pt(size_pt: float) -> float:
    """Return the size of large print for a size of a theme: what is large already grows less."""
    if size_pt < _SPACER_PT:
        return size_pt
    grown = MORE_PT - max(0.0, size_pt - LEAST_PT) / 2
    return max(LEAST_PT, size_pt + max(0.0, grown))


def enlarged(template: WordTemplate) -> WordTemplate:
    """Return a template in large print: its styles, its defaults and the levels of its lists."""
    package = template.package
    name = package.related(package.main, "styles")
    if not name:
        return template
    sheet, styles = sheet_of(template), package.copy(name)
    changed = {name: styles}
    defaults = child(styles, "docDefaults")
    plain_pt = _own_size(child(defaults, "rPrDefault", "rPr")) or _DEFAULT_HALF_POINTS / 2
    _enlarge(child(defaults, "rPrDefault", "rPr"), child(defaults, "pPrDefault", "pPr"), plain_pt)
    for style in styles.iter(W + "style"):
        known = sheet.ids.get(style.get(W + "styleId", ""))
        size_pt = plain_pt if known is None else _size(known, sheet, plain_pt)
        _enlarge(child(style, "rPr"), child(style, "pPr"), size_pt)
    if numbering := package.related(package.main, "numbering"):
        changed[numbering] = package.copy(numbering)
        for level in changed[numbering].iter(W + "lvl"):
            _enlarge(child(level, "rPr"), child(level, "pPr"), plain_pt)
    return replace(template, package=package.replaced(changed))


def _size(style: Element, sheet: StyleSheet, plain_pt: float) -> float:
    """Return the size of a style's text, through what it is based on."""
    sizes = [_own_size(child(one, "rPr")) for one in chain(style, sheet)]
    return next((one for one in reversed(sizes) if one), plain_pt)


def _own_size(properties: Element | None) -> float:
    return points(attribute(child(properties, "sz"), "val"), 2) or 0.0


def _enlarge(run: Element | None, paragraph: Element | None, size_pt: float) -> None:
    """Enlarge what properties say of type, lines, white space and indents, for text of a size."""
    share = large_pt(size_pt) / size_pt
    for name in ("sz", "szCs"):
        own = child(run, name)
        if own is not None and (half := points(attribute(own, "val"), 1)):
            own.set(W + "val", f"{round(large_pt(half / 2) * 2)}")
    spacing = child(paragraph, "spacing")
    has_white = size_pt >= _SPACER_PT and child(paragraph, "pBdr") is None  # a panel stays whole
    if spacing is not None:
        if attribute(spacing, "lineRule") in _EXACT:
            _scale(spacing, "line", share, large_pt(size_pt) * LEADING)
        for name in ("before", "after"):
            _scale(spacing, name, _WHITE if has_white else 1)
    indent = child(paragraph, "ind")
    for name in ("left", "start", "hanging", "firstLine", "right", "end"):
        if indent is not None:
            _scale(indent, name, _INDENT)


def _scale(element: etree._Element, name: str, share: float, most_pt: float | None = None) -> None:
    value = element.get(W + name)
    if value is not None and (twentieths := points(value, 1)) is not None:
        scaled = twentieths * share
        if most_pt is not None:
            scaled = min(scaled, max(twentieths, most_pt * 20))
        element.set(W + name, str(round(scaled)))
