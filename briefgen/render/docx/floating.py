"""What floats in a template's own text: it stays where it was put, whatever the margins."""

from __future__ import annotations

from briefgen.ooxml.build import element
from briefgen.ooxml.names import EMU_PER_POINT, VML, WP, WPS, A, Element, W, points
from briefgen.render.docx.frames import FrameGeometry
from briefgen.types.page_style import PageStyle

_ACROSS = "mso-position-horizontal"
_ENDS = ("from", "to")
"""Where a line begins and ends, which is its place: it has no other (VML, 14.1.2.12)."""

_FITTING = (A + "noAutofit", A + "normAutofit", A + "spAutoFit")
_OF_THE_PAPER = ("bg1", "lt1", "FFFFFF", "ffffff")
_WITHIN_TEXT = frozenset({"margin", "column", "character"})


def hold_floating(root: Element, geometry: FrameGeometry, page_style: PageStyle) -> None:
    """Place what stands by the margins of the text by those of the page's.

    A side column stands in a wide margin of Word's; the text of the page goes on over it. What
    hangs on a cell of a table goes by the cell, which stays where it was.
    """
    if not geometry.reach_left_pt and not geometry.reach_right_pt:
        return
    left = geometry.left_pt - geometry.reach_left_pt
    right = page_style.page_width_pt - geometry.right_pt + geometry.reach_right_pt
    for shape in root.iter(VML + "shape", VML + "rect", VML + "line", VML + "group"):
        if next(shape.iterancestors(VML + "group"), None) is None:
            _hold_shape(shape, left, right)
    for position in root.iter(WP + "positionH"):
        extent = position.getparent().find(WP + "extent")  # type: ignore[union-attr]
        origin = position.get("relativeFrom")
        if origin not in _WITHIN_TEXT or extent is None:
            continue
        if next(position.iterancestors(W + "tc"), None) is not None:
            continue
        width_pt = int(extent.get("cx") or 0) / EMU_PER_POINT
        at = left + int(position.findtext(WP + "posOffset") or 0) / EMU_PER_POINT
        align = position.findtext(WP + "align") or "left"
        if align in ("right", "outside"):
            at = right - width_pt
        elif align == "center":
            at = (left + right - width_pt) / 2
        for child in list(position):
            position.remove(child)
        # LibreOffice moves what is wider than the text that it is placed by.
        is_wide = width_pt > page_style.page_width_pt - geometry.left_pt - geometry.right_pt
        offset = element(WP + "posOffset")
        offset.text = str(round((at - (0 if is_wide else geometry.left_pt)) * EMU_PER_POINT))
        position.append(offset)
        position.set("relativeFrom", "page" if is_wide else "margin")


def hold_text_boxes(root: Element) -> None:
    """Let LibreOffice keep the place of text boxes of a header or footer that text goes on over.

    In a document of one page it puts them at the beginning of the header or footer, unless they fit
    themselves to their text. Those in which that would be seen are wrapped instead, by an outline
    of no size, which helps in footers.
    """
    for unwrapped in list(root.iter(WP + "wrapNone")):
        anchor = unwrapped.getparent()
        boxes = [] if anchor is None else [*anchor.iter(WPS + "txbx")]
        if anchor is None or not boxes:
            continue
        box = boxes[0].getparent() if len(boxes) == 1 else None
        setting = None if box is None else box.find(WPS + "bodyPr")
        if box is not None and setting is not None and _fits_unseen(box, setting):
            for old in [one for one in setting if one.tag in _FITTING]:
                setting.remove(old)
            setting.insert(len(setting.findall(A + "prstTxWarp")), element(A + "spAutoFit"))
        else:
            corners = [("start", 0, 0), ("lineTo", 0, 1), ("lineTo", 1, 0), ("lineTo", 0, 0)]
            outline = element(WP + "wrapPolygon", edited=0)
            outline.extend(element(WP + name, x=x, y=y) for name, x, y in corners)
            anchor.replace(unwrapped, element(WP + "wrapThrough", outline, wrapText="bothSides"))


def _fits_unseen(box: Element, setting: Element) -> bool:
    """Whether a text box may be as high as its text: upright, from the top, without a ground."""
    if setting.get("anchor", "t") != "t" or setting.get("vert", "horz") != "horz":
        return False
    frame, ground = box.find(f"{WPS}spPr/{A}xfrm"), box.find(f"{WPS}spPr/{A}solidFill")
    if frame is not None and frame.get("rot", "0") != "0":
        return False
    if ground is not None and (not len(ground) or ground[0].get("val") not in _OF_THE_PAPER):
        return False
    if ground is None and box.find(f"{WPS}spPr/{A}noFill") is None and _has(box, "fillRef"):
        return False
    line = box.find(f"{WPS}spPr/{A}ln")
    return not _has(box, "lnRef") if line is None else line.find(A + "noFill") is not None


def _has(box: Element, name: str) -> bool:
    """Whether the style of a shape gives it a fill or a line."""
    found = box.find(f"{WPS}style/{A}{name}")
    return found is not None and found.get("idx") != "0"


def _hold_shape(shape: Element, left_pt: float, right_pt: float) -> None:
    """Place a drawing in the old form (VML), such as a watermark, from the edge of the page."""
    said = {
        key.strip().lower(): one.strip()
        for key, found, one in (
            part.partition(":") for part in (shape.get("style") or "").split(";")
        )
        if found
    }
    origin = said.get(f"{_ACROSS}-relative", "text")
    if said.get("position") != "absolute" or origin not in ("margin", "text"):
        return
    spare = right_pt - left_pt - (points(said.get("width"), unit=1) or 0.0)
    at = left_pt + (points(said.get("margin-left"), unit=1) or 0.0)
    match said.get(_ACROSS):
        case "center":
            at = left_pt + spare / 2
        case "right" | "outside":
            at = left_pt + spare
        case "left" | "inside":
            at = left_pt
    place = {_ACROSS: "absolute", f"{_ACROSS}-relative": "page"}
    ends = [(shape.get(end) or "").partition(",") for end in _ENDS]
    if all(down for _, _, down in ends):
        for name, (across, _, down) in zip(_ENDS, ends, strict=True):
            moved = (points(across, unit=1) or 0.0) + at
            shape.set(name, f"{moved:g}pt,{down}")
    else:
        place["margin-left"] = f"{at:g}pt"
    shape.set("style", ";".join(f"{key}:{one}" for key, one in (said | place).items()))
