"""Drawings that a template places by its margins, placed by the page where they stood.

A brief moves margins: for a side column, to keep off what is drawn, for a footer that is higher
than its room. What a letterhead has in its corners does not follow them.
"""

from __future__ import annotations

from lxml import etree

from briefgen.ooxml.names import EMU_PER_POINT, VML, WP, Element, W, attribute, child, emu, points

_SHARES = {"center": 0.5, "right": 1.0, "outside": 1.0, "bottom": 1.0}
_EDGES = {"positionH": ("left", "right"), "positionV": ("top", "bottom")}
_SIZES = {"positionH": ("w", "cx"), "positionV": ("h", "cy")}
_VML_AXES = {
    "horizontal": ("margin-left", "w", "left", "right"),
    "vertical": ("margin-top", "h", "top", "bottom"),
}

Span = tuple[float, float]
"""Where something begins and ends, from the left edge of the page or from its top."""


def place_drawings(root: Element, section: Element | None) -> bool:
    """Place by the page what stands by its margins, and say whether there was any of it."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    if size is None or margins is None:
        return False
    found = False
    for axis, (key, extent) in _SIZES.items():
        whole = points(attribute(size, key)) or 0.0
        spans = _spans(margins, whole, *_EDGES[axis])
        if axis == "positionH":
            del spans["margin"]  # it follows the text, or its side column: see the Word writer
        for position in list(root.iter(WP + axis)):
            span = spans.get(position.get("relativeFrom") or "")
            if span is not None and _is_free(position):
                found |= _place(position, span, extent)
    for shape in root.iter(VML + "shape", VML + "rect", VML + "group", VML + "roundrect"):
        style = shape.get("style") or ""
        floats = "position:absolute" in style and _is_free(shape)
        moved = _placed_style(style, size, margins) if floats else None
        if moved is not None:
            shape.set("style", moved)
            found = True
    return found


def _spans(margins: Element, whole: float, start: str, end: str) -> dict[str, Span]:
    """Return the parts of a page from which a drawing may stand, by their names (20.4.3.4)."""
    before, after = (abs(points(attribute(margins, side)) or 0.0) for side in (start, end))
    spans = {f"{start}Margin": (0.0, before), f"{end}Margin": (whole - after, whole)}
    inside, outside = spans.values()
    named = {"insideMargin": inside, "outsideMargin": outside, "margin": (before, whole - after)}
    return {**spans, **named}


def _is_free(drawn: Element) -> bool:
    """Whether a drawing is not laid out in a cell or in a group."""
    return next(drawn.iterancestors(W + "tc", W + "txbxContent", VML + "group"), None) is None


def _place(position: Element, span: Span, extent: str) -> bool:
    start, end = span
    anchor = next(position.iterancestors(WP + "anchor"), None)
    size = None if anchor is None else anchor.find(WP + "extent")
    offset, align = position.find(WP + "posOffset"), position.find(WP + "align")
    if offset is not None:
        at = start + (points(offset.text, EMU_PER_POINT) or 0.0)
    elif align is not None and size is not None:
        free = end - start - (points(size.get(extent), EMU_PER_POINT) or 0.0)
        at = start + _SHARES.get((align.text or "").strip(), 0.0) * free
    else:
        return False
    for old in list(position):
        position.remove(old)
    position.set("relativeFrom", "page")
    etree.SubElement(position, WP + "posOffset").text = str(emu(at))
    return True


def _placed_style(style: str, size: Element, margins: Element) -> str | None:
    """Return the style of a shape in the old form, placed by the page, if margins place it."""
    said = dict(part.split(":", 1) for part in style.split(";") if ":" in part)
    moved = False
    for axis, (key, whole_key, start, end) in _VML_AXES.items():
        whole = points(attribute(size, whole_key)) or 0.0
        spans = _spans(margins, whole, start, end)
        by = said.get(f"mso-position-{axis}-relative", "")
        if by == "margin" and axis == "horizontal":
            continue
        name = by.removesuffix("-margin-area")
        span = spans.get("margin" if by == "margin" else f"{name}Margin")
        own = None if span is None else _offset(said, axis, key, span)
        if span is None or own is None:
            continue
        if f"mso-position-{axis}" in said:
            said[f"mso-position-{axis}"] = "absolute"
        said |= {key: f"{span[0] + own:g}pt", f"mso-position-{axis}-relative": "page"}
        moved = True
    return ";".join(f"{name}:{value}" for name, value in said.items()) if moved else None


def _offset(said: dict[str, str], axis: str, key: str, span: Span) -> float | None:
    """Return how far a shape begins within a part of a page, by its offset or its alignment.

    Across, one that is aligned follows the text; one that is turned has another height.
    """
    aligned = said.get(f"mso-position-{axis}", "absolute")
    if aligned == "absolute":
        return points(said.get(key), 96 / 72)
    height = points(said.get("height"), 96 / 72)
    share = {"top": 0.0, **_SHARES}.get(aligned)
    if axis != "vertical" or height is None or share is None or "rotation" in said:
        return None
    return share * (span[1] - span[0] - height)
