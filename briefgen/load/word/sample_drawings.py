"""Drawings of a sample document's first page that are of the page and not of its words.

Many letterheads are drawn in the body: a band across the top, a column at the side, a logo in a
corner. Word hangs them on a paragraph of the letter, which goes with its words; so they are placed
here by the page, where they stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from msgspec import Struct

from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.page_drawings import (
    RULE_PT,
    is_label,
    is_letter,
    is_placed_by_page,
    is_text,
    without_inner_rules,
)
from briefgen.load.word.sample_heights import Flow
from briefgen.ooxml.build import removed
from briefgen.ooxml.names import (
    EMU_PER_POINT,
    MC,
    VML,
    WP,
    WPS,
    A,
    Element,
    W,
    attribute,
    child,
    emu,
    points,
)
from briefgen.ooxml.text import held

_PAGE_PT = (612.0, 792.0)
_WIDE = 0.8
"""Share of the width of the page from which a drawing is a band of it."""

_IN_TEXT = 0.5
"""Share of a drawing within the margins from which it belongs to the text."""

_FOOT, _FOOT_OF_PICTURES = 0.88, 0.84
"""Shares of the height of the page from which a drawing is of its foot, however low the text; and
so is a low picture without words, as logos on a cover are."""

_LOW = 0.12
"""Share of the height of the page that such a picture has at most."""

_MOST_BLOCKS = 60
"""How far down paragraphs are followed."""

_HAIR_PT = 0.05
_OVER_PT = 6.0
"""How far what lies on a band may reach over its edges."""

_ENDS = (W + "br", W + "lastRenderedPageBreak", W + "sectPr")
_OF_THE_PAPER = ("bg1", "lt1", "FFFFFF", "ffffff")
_FILLS = (A + "solidFill", A + "gradFill", A + "pattFill", A + "blipFill")
_OF_PAGE, _OF_MARGIN = "page", "margin"
_DRAWN = (WP + "anchor", W + "pict")

Box = tuple[float, float, float, float]
"""Left, top, width and height."""


class _Paper(Struct, frozen=True):
    """The page of a section, and its margins."""

    width_pt: float
    height_pt: float
    left_pt: float
    top_pt: float
    right_pt: float
    bottom_pt: float

    def is_of_page(
        self, box: Box, *, behind: bool, is_band: bool = True, is_picture: bool = False
    ) -> bool:
        """Whether a drawing is of the page: in its margins, or a band or ground of it.

        A rule amid the page parts what the sample says.
        """
        x, y, width, height = box
        if width <= 0 or height <= 0 or y >= self.height_pt:
            return False
        ground = behind and (height > RULE_PT or y > self.height_pt * 3 / 4)
        if is_band and width >= _WIDE * self.width_pt and (ground or y < self.height_pt / 4):
            return True
        low = is_picture and height <= _LOW * self.height_pt
        if y >= (_FOOT_OF_PICTURES if low else _FOOT) * self.height_pt:
            return True
        across = min(x + width, self.width_pt - self.right_pt) - max(x, self.left_pt)
        down = min(y + height, self.height_pt - self.bottom_pt) - max(y, self.top_pt)
        within = max(0.0, across) * max(0.0, down)
        return within < _IN_TEXT * width * height

    def is_beside_text(self, box: Box) -> bool:
        """Whether a drawing is a mark in a margin at the side, as for folding a letter."""
        x, _, width, height = box
        is_aside = x + width <= self.left_pt or x >= self.width_pt - self.right_pt
        return is_aside and min(width, height) <= RULE_PT

    def is_whole(self, box: Box) -> bool:
        """Whether a drawing is a ground of the page itself, on which all text stands."""
        _, _, width, height = box
        return width > self.width_pt / 2 and height > self.height_pt / 2


def first_drawings(
    body: Element,
    section: Element | None,
    head: int,
    styles: HeaderFooterStyles | None = None,
) -> list[Element]:
    """Return the runs of what is drawn on the first page, placed by it, but for the text's own.

    The first `head` blocks stay as they are, and so does what hangs on their paragraphs. What lies
    upon a band of the page, such as a logo, is of the page with it.
    """
    paper = _paper(section)
    runs: list[Element] = []
    grounds: list[Box] = []
    flow = Flow(styles, paper.width_pt - paper.left_pt - paper.right_pt, paper.top_pt)
    for number, block in enumerate(held(body)):
        ended = False
        y = flow.take(block)
        for one in block.iter(*_ENDS, *_DRAWN):
            if one.tag in _ENDS:
                ended = one.tag != W + "br" or attribute(one, "type") == "page"
                if ended:
                    break
                continue
            at = y if head <= number < _MOST_BLOCKS and block.tag == W + "p" else None
            run = next(one.iterancestors(W + "r"), None)
            found = None if run is None else _placed(one, paper, at, grounds)
            if run is not None and found is not None:
                placed, box = found
                runs.append(_alone(run, one, placed))
                if not paper.is_whole(box):
                    grounds.append(box)
        if ended or flow.y_pt > paper.height_pt - paper.bottom_pt:
            break
    return runs


def _paper(section: Element | None) -> _Paper:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width, height = (
        points(attribute(size, side)) or usual
        for side, usual in zip(("w", "h"), _PAGE_PT, strict=True)
    )
    left, top, right, bottom = (
        abs(points(attribute(margins, side)) or 72.0) for side in ("left", "top", "right", "bottom")
    )
    gutter = abs(points(attribute(margins, "gutter")) or 0.0)
    return _Paper(width, height, left + gutter, top, right, bottom)


def _placed(
    one: Element, paper: _Paper, y: float | None, grounds: list[Box]
) -> tuple[Element, Box] | None:
    """Return a drawing as the page places it, and where; nothing for what is of the text."""
    if any(each.tag == MC + "Fallback" for each in one.iterancestors()):
        return None
    if one.tag == W + "pict":
        return _shape_placed(one, paper, y, grounds)
    if is_placed_by_page(one):
        box = _box(one, paper, 0.0)
        is_own = _lies_on(box, grounds) or paper.is_beside_text(box)
        if is_text(one, paper.height_pt) and (is_letter(one) or not is_own):
            return None
        return without_inner_rules(one, paper.height_pt), box
    if y is None:
        return None
    box = _box(one, paper, y)
    if is_letter(one) or is_label(one):
        return None
    says = any((text.text or "").strip() for text in one.iter(W + "t"))
    behind = one.get("behindDoc") == "1" and not says
    is_band = not says or _is_filled(one)
    is_picture = not says and next(one.iter(A + "blip"), None) is not None
    is_of_page = paper.is_of_page(box, behind=behind, is_band=is_band, is_picture=is_picture)
    if not is_of_page and not _lies_on(box, grounds):
        return None
    copy = deepcopy(one)
    for name, offset in (("positionH", box[0]), ("positionV", box[1])):
        position = copy.find(WP + name)
        assert position is not None
        position.set("relativeFrom", _OF_PAGE)
        for element in list(position):
            position.remove(element)
        place = position.makeelement(WP + "posOffset")
        place.text = str(emu(offset))
        position.append(place)
    return copy, box


def _lies_on(box: Box, grounds: list[Box]) -> bool:
    """Whether a drawing lies within another that is of the page."""
    x, y, width, height = box
    if width <= 0 or height <= 0:
        return False
    return any(
        x >= left - _OVER_PT
        and y >= top - _OVER_PT
        and x + width <= left + across + _OVER_PT
        and y + height <= top + down + _OVER_PT
        for left, top, across, down in grounds
    )


def _is_filled(anchor: Element) -> bool:
    """Whether a box of words has a ground of its own: a line of a letter has the page's."""
    fills = (one for own in anchor.iter(WPS + "spPr") for one in own if one.tag in _FILLS)
    return any(not len(one) or one[0].get("val") not in _OF_THE_PAPER for one in fills)


def _box(anchor: Element, paper: _Paper, y: float) -> Box:
    extent = anchor.find(WP + "extent")
    width, height = (
        points(None if extent is None else extent.get(name), EMU_PER_POINT) or 0.0
        for name in ("cx", "cy")
    )
    across, down = anchor.find(WP + "positionH"), anchor.find(WP + "positionV")
    if across is None or down is None:
        return 0.0, 0.0, 0.0, 0.0
    start, end = paper.left_pt, paper.width_pt - paper.right_pt
    if across.get("relativeFrom") == _OF_PAGE:
        start, end = 0.0, paper.width_pt
    y = {_OF_PAGE: 0.0, _OF_MARGIN: paper.top_pt}.get(down.get("relativeFrom") or "", y)
    x = start + (points(across.findtext(WP + "posOffset"), EMU_PER_POINT) or 0.0)
    share = {"center": 0.5, "right": 1.0, "outside": 1.0}.get(across.findtext(WP + "align") or "")
    if share is not None:
        x = start + share * (end - start - width)
    return x, y + (points(down.findtext(WP + "posOffset"), EMU_PER_POINT) or 0.0), width, height


def _shape_placed(
    holder: Element, paper: _Paper, y: float | None, grounds: list[Box]
) -> tuple[Element, Box] | None:
    """Return a VML drawing as the page places it: its style says where (VML, 14.1.2)."""
    copy = deepcopy(holder)
    shape = next((one for one in copy if (one.get("style") or "").strip()), None)
    if shape is None or not shape.tag.startswith(VML):
        return None
    if shape.tag == VML + "line":
        return _line_placed(shape, copy, paper)
    pairs = (part.split(":", 1) for part in (shape.get("style") or "").split(";") if ":" in part)
    style = {name.strip(): value.strip() for name, value in pairs}
    if style.get("position") != "absolute" or style.get("mso-position-vertical", "absolute") != (
        "absolute"
    ):
        return None

    def own(name: str) -> float:
        return points(style.get(name), 96 / 72) or 0.0

    x, top = own("margin-left") or own("left"), own("margin-top") or own("top")
    from_left = style.get("mso-position-horizontal-relative", "text")
    from_top = style.get("mso-position-vertical-relative", "text")
    side = style.get("mso-position-horizontal", "absolute")
    if side not in ("absolute", "left"):
        return None
    x = (0.0 if side == "left" else x) + (0.0 if from_left == _OF_PAGE else paper.left_pt)
    start = {_OF_PAGE: 0.0, _OF_MARGIN: paper.top_pt}.get(from_top, y)
    says = any((text.text or "").strip() for text in holder.iter(W + "t"))
    behind = own("z-index") < 0 and not says
    if start is None:
        return None
    box = x, start + top, own("width"), own("height")
    if not paper.is_of_page(box, behind=behind) and not _lies_on(box, grounds):
        return None
    for name in ("left", "top", "mso-position-horizontal"):
        style.pop(name, None)
    style |= {"margin-left": f"{x:g}pt", "margin-top": f"{start + top:g}pt"}
    style |= dict.fromkeys(
        ("mso-position-horizontal-relative", "mso-position-vertical-relative"), _OF_PAGE
    )
    shape.set("style", ";".join(f"{name}:{value}" for name, value in style.items()))
    return copy, box


def _line_placed(line: Element, holder: Element, paper: _Paper) -> tuple[Element, Box] | None:
    """Return a rule in the old form that the page places, as it is: its ends say where."""
    style = line.get("style") or ""
    ends = [(line.get(one) or "").split(",") for one in ("from", "to")]
    if style.count("-relative:page") < len(ends) or any(len(one) != len(ends) for one in ends):
        return None
    (x, y), (to_x, to_y) = ([points(one, 96 / 72) or 0.0 for one in end] for end in ends)
    box = min(x, to_x), min(y, to_y), max(_HAIR_PT, abs(to_x - x)), max(_HAIR_PT, abs(to_y - y))
    return (holder, box) if paper.is_of_page(box, behind=False) else None


def _alone(run: Element, drawing: Element, placed: Element) -> Element:
    """Return a copy of a run that holds one drawing of it, placed anew, and no words."""
    copy = deepcopy(run)
    own = [*run.iter(drawing.tag)].index(drawing)
    target = [*copy.iter(drawing.tag)][own]
    parent = target.getparent()
    assert parent is not None
    parent.replace(target, placed)
    for fallback in list(copy.iter(MC + "Fallback")):
        removed(fallback)
    for other in [one for one in _held(copy) if placed not in one.iter()]:
        copy.remove(other)
    return copy


def _held(run: Element) -> Iterator[Element]:
    yield from (one for one in run if one.tag != W + "rPr")
