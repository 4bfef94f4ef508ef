"""Drawings that the page places, not a paragraph: what is of the page, and what of its text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy

from msgspec.structs import replace

from briefgen.load.word.header_footer_drawing import number_of
from briefgen.load.word.vml_drawing import SHAPES
from briefgen.ooxml.build import removed
from briefgen.ooxml.names import EMU_PER_POINT, WP, WPG, WPS, A, Element, W, points
from briefgen.ooxml.package import WordTemplate

_OF_THE_PAGE = frozenset(
    ("page", "margin", "topMargin", "bottomMargin", "insideMargin", "outsideMargin")
)
"""What a drawing is placed from that belongs to the page and not to a paragraph (20.4.3.5)."""


_MIDDLE = (0.25, 0.88)
"""The share of the page, from its top, in which the text stands: what a box says there is text."""

RULE_PT = 4.0
"""What is no higher is a rule, and no ground that text stands on."""

_MOST_CHARACTERS = 400
"""Up to which the words of a box are an address or a motto."""


def is_placed_by_page(anchor: Element) -> bool:
    """Whether a drawing has its height from the page or its margins."""
    vertical = anchor.find(WP + "positionV")
    return vertical is not None and vertical.get("relativeFrom") in _OF_THE_PAGE


def is_text(anchor: Element, page_pt: float) -> bool:
    """Whether a drawing is what the sample says: a box or a picture in the middle of the page.

    A background is none, nor is a column of addresses beside the text: narrow, and high.
    """
    offset = anchor.find(f"{WP}positionV[@relativeFrom='page']/{WP}posOffset")
    extent = anchor.find(WP + "extent")
    if offset is None or extent is None:
        return False
    width = points(extent.get("cx"), EMU_PER_POINT) or 0.0
    height = points(extent.get("cy"), EMU_PER_POINT) or 0.0
    if anchor.get("behindDoc") == "1" and height > RULE_PT:
        return False
    if is_letter(anchor):
        return True
    middle = ((points(offset.text, EMU_PER_POINT) or 0.0) + height / 2) / page_pt
    says = any((one.text or "").strip() for one in anchor.iter(W + "t"))
    is_background = not says and height > page_pt / 2
    is_beside = height > max(2 * width, page_pt / 4)
    return _MIDDLE[0] <= middle <= _MIDDLE[1] and not is_background and not is_beside


def without_inner_rules(anchor: Element, page_pt: float) -> Element:
    """Return a copy of a drawing; of a group as high as a page, without rules amid it.

    What a sample says above and below such a rule is gone.
    """
    copy = deepcopy(anchor)
    extent, group = copy.find(WP + "extent"), next(copy.iter(WPG + "wgp"), None)
    inner = None if group is None else group.find(f"{WPG}grpSpPr/{A}xfrm")
    height = points(None if extent is None else extent.get("cy"), EMU_PER_POINT) or 0.0
    if group is None or inner is None or height < page_pt / 2:
        return copy
    start, whole = (_down(inner, name, key) for name, key in (("chOff", "y"), ("chExt", "cy")))
    for one in list(group.iterchildren(WPS + "wsp")):
        frame = one.find(f"{WPS}spPr/{A}xfrm")
        if frame is None or not whole or _down(frame, "ext", "cy") * height / whole > RULE_PT:
            continue
        share = (_down(frame, "off", "y") - start) / whole
        if _MIDDLE[0] <= share <= _MIDDLE[1]:
            removed(one)
    return copy


def _down(frame: Element, name: str, key: str) -> float:
    found = frame.find(A + name)
    return 0.0 if found is None else points(found.get(key), 1) or 0.0


def is_letter(anchor: Element) -> bool:
    """Whether a box holds the words of a letter, and no address or motto."""
    return len("".join(one.text or "" for one in anchor.iter(W + "t"))) > _MOST_CHARACTERS


def is_label(anchor: Element) -> bool:
    """Whether a box says what is to be filled in beside it: “Date:”."""
    return "".join(one.text or "" for one in anchor.iter(W + "t")).rstrip().endswith(":")


def shown_number(drawing: Element) -> str:
    """Return what a drawing, new or old, is known by in what is read of it."""
    return number_of(drawing) if drawing.tag == WP + "anchor" else drawing.get("id") or ""


def put_behind(blocks: Iterable[Element], numbers: Collection[str]) -> bool:
    """Put drawings behind text, as in the PDF, by what they are known by; return whether any was.

    What reaches over a brief would cover it, if only by the white around a logo. What lies below
    such a drawing goes with it, or would cover it instead.
    """
    anchors = [each for block in blocks for each in block.iter(WP + "anchor")]
    behind = [one for one in anchors if number_of(one) in numbers]
    highest = max(map(_layer, behind), default=-1.0)
    moved = [
        one
        for one in anchors
        if one.get("behindDoc") != "1" and (one in behind or _layer(one) < highest)
    ]
    for one in moved:
        one.set("behindDoc", "1")
    return bool(moved)


def _layer(anchor: Element) -> float:
    return points(anchor.get("relativeHeight"), 1) or 0.0


def without_drawings(template: WordTemplate, numbers: Collection[str]) -> WordTemplate:
    """Return a template without drawings of its body, by what they are known by."""
    root = template.package.copy(template.package.main)
    for one in [*root.iter(WP + "anchor", *SHAPES)]:
        run = next(one.iterancestors(W + "r"), None)
        if shown_number(one) in numbers and run is not None and run.getparent() is not None:
            removed(run)
    return replace(template, package=template.package.replaced({template.package.main: root}))
