"""Boxes whose line does not wrap, as wide as their words.

A label of how confidential a document is, which Microsoft's tools write, has a box of half an inch:
Word makes it as wide as its words when it opens it, and LibreOffice breaks them.
"""

from __future__ import annotations

from briefgen.ooxml.names import EMU_PER_POINT, WP, WPS, A, Element, W, attribute, emu, points
from briefgen.ooxml.text import own_text

_USUAL_PT = 11.0
_CAPITAL, _LETTER, _OTHER = 0.68, 0.53, 0.32
"""About how wide characters are, as shares of their size, in a wide face."""

_INSET_EMU = 91_440
"""What stands between the side of a box and its text, unless it says so (21.1.2.1.1)."""


def widen_boxes(root: Element) -> None:
    """Write boxes that fit themselves to lines that do not wrap as wide as these are."""
    for anchor in root.iter(WP + "anchor", WP + "inline"):
        shapes = [*anchor.iter(WPS + "wsp")]
        properties = shapes[0].find(WPS + "bodyPr") if len(shapes) == 1 else None
        if properties is None or properties.get("wrap") != "none":
            continue
        extent = anchor.find(WP + "extent")
        if properties.find(A + "spAutoFit") is None or extent is None:
            continue
        lines = [one for one in shapes[0].iter(W + "p") if own_text(one).strip()]
        sides = [points(properties.get(one, str(_INSET_EMU)), EMU_PER_POINT) for one in _SIDES]
        wanted = max(map(_width_pt, lines), default=0.0) + sum(one or 0.0 for one in sides)
        if wanted <= (points(extent.get("cx"), EMU_PER_POINT) or 0.0):
            continue
        for size in (extent, shapes[0].find(f"{WPS}spPr/{A}xfrm/{A}ext")):
            if size is not None:
                size.set("cx", str(emu(wanted)))


_SIDES = ("lIns", "rIns")


def _width_pt(line: Element) -> float:
    sizes = (points(attribute(one, "val"), 2) for one in line.iter(W + "sz"))
    size_pt = max([one for one in sizes if one], default=_USUAL_PT)
    return size_pt * sum(map(_share, own_text(line).strip()))


def _share(character: str) -> float:
    if character.isupper():
        return _CAPITAL
    return _LETTER if character.isalnum() else _OTHER
