"""The laid-out document: marks at their places, each belonging to a structure element or to none.

Places are thousandths of a point (mpt), whole numbers, from the top left corner of the page;
pages are counted from 1. A mark whose `element` is None is an artifact (ISO 14289-1, 7.1):
headers and footers, rules, tints.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace


class Element(Struct, frozen=True):
    """A structure element (ISO 32000-1, 14.7.2).

    `parent` is the index of its parent in `LaidOut.elements`; the first element is the Document.
    A parent stands before its children, and siblings stand in reading order. `target` names a
    place that links may lead to; `address` is an http(s) or mailto address, or `#target` within
    the document, and belongs to Link elements. `box_mpt` is left, top, right, bottom on page
    `page`, and belongs to Figure elements.
    """

    tag: str
    parent: int | None
    alt: str | None = None
    actual_text: str | None = None
    language: str | None = None
    address: str | None = None
    target: str | None = None
    scope: Literal["Column", "Row"] | None = None
    column_span: int = 1
    row_span: int = 1
    list_numbering: Literal["Disc", "Decimal", "LowerAlpha"] | None = None
    page: int | None = None
    box_mpt: tuple[int, int, int, int] | None = None


class TextMark(Struct, frozen=True):
    """A stretch of text on one base line, in one face, size and colour.

    `face` is the name of a face of the font library. `tracking_mpt` is added after
    each character. `turn_deg` turns it clockwise around its beginning on the base line.
    """

    x_mpt: int
    baseline_mpt: int
    width_mpt: int
    text: str
    face: str
    size_mpt: int
    colour: str
    element: int | None
    tracking_mpt: int = 0
    turn_deg: float = 0.0


class RectangleMark(Struct, frozen=True):
    """A rectangle, filled, stroked or both. Colours are `#rrggbb`."""

    x_mpt: int
    y_mpt: int
    width_mpt: int
    height_mpt: int
    fill: str | None
    stroke: str | None = None
    line_mpt: int = 0
    element: int | None = None


class LineMark(Struct, frozen=True):
    """A straight line."""

    x1_mpt: int
    y1_mpt: int
    x2_mpt: int
    y2_mpt: int
    colour: str
    line_mpt: int
    element: int | None = None


class CircleMark(Struct, frozen=True):
    """A circle around its middle: filled for what happened, hollow for what is planned."""

    x_mpt: int
    y_mpt: int
    radius_mpt: int
    fill: str | None
    stroke: str | None
    line_mpt: int = 0
    element: int | None = None


class Shading(Struct, frozen=True):
    """Colours at shares of the way from one place to another, or of circles around the first."""

    stops: tuple[tuple[float, str], ...]
    places: tuple[int, int, int, int]
    radial: bool = False


class PathMark(Struct, frozen=True):
    """Lines and curves, filled, stroked or both. Colours are `#rrggbb`.

    Each step is one of move, line, curve or close (ISO 32000-1, 8.5.2) with its places. `opacity`
    is that of the fill, from 0 to 1; `dashes_mpt` are lengths of line and gap, none if it is solid.
    A `shading` fills it in place of the one colour.
    """

    steps: tuple[tuple[Literal["m", "l", "c", "h"], tuple[int, ...]], ...]
    fill: str | None
    stroke: str | None = None
    line_mpt: int = 0
    opacity: float = 1.0
    dashes_mpt: tuple[int, ...] = ()
    element: int | None = None
    shading: Shading | None = None


class ImageMark(Struct, frozen=True):
    """A picture in a rectangle, in the element of a Figure or an artifact.

    `data` is a PNG or JPEG file of plain RGB, as `briefgen.load.images` writes it; `mask` a PNG of
    grey that says how far it covers what is beneath. `turn_deg` turns it clockwise around its
    middle.
    """

    x_mpt: int
    y_mpt: int
    width_mpt: int
    height_mpt: int
    data: bytes
    element: int | None = None
    mask: bytes | None = None
    turn_deg: float = 0.0

    def __repr__(self) -> str:
        """Name the picture without its bytes, which would fill screens."""
        box = (self.x_mpt, self.y_mpt, self.width_mpt, self.height_mpt)
        return f"ImageMark({box}, {len(self.data)} bytes, element={self.element})"


Mark = TextMark | RectangleMark | LineMark | CircleMark | PathMark | ImageMark


class LaidPage(Struct, frozen=True):
    """One page: its marks in the order in which they are drawn, which is reading order."""

    marks: tuple[Mark, ...]


class Bookmark(Struct, frozen=True):
    """An entry of the outline: level 1 is the title."""

    level: int
    title: str
    page: int
    y_mpt: int


class Fill(Struct, frozen=True):
    """How far a frame of a page is filled: several columns count together, each as the longest.

    `set_mpt` is the height of what is set there, without the white between what stands apart.
    """

    frame: str
    page: int
    used_mpt: int
    height_mpt: int
    set_mpt: int = 0


class Overfull(Struct, frozen=True):
    """What is higher than the whole room it has, so that no page could hold it."""

    section: str
    frame: str
    needed_mpt: int
    room_mpt: int


class Begin(Struct, frozen=True):
    """The page on which a block of main or side column begins.

    `section` and `block` count within the content; `block` is None for the section's heading.
    If it `opens` a column, a word processor is told to break there. What stands in the side column
    is stacked with others from `down_mpt` below the top of it; there they come from top to bottom.
    It stands `lowered_mpt` further below the block above it than their styles say, to fill a page.
    """

    section: int
    block: int | None
    page: int
    opens: bool = False
    down_mpt: int = 0
    lowered_mpt: int = 0


class Narrowed(Struct, frozen=True):
    """How much further than its style says Word must keep a block from the edges of its column.

    Its lines then end where the balanced ones of the page do. Counted as in `Begin`.
    """

    section: int
    block: int | None
    left_mpt: int
    right_mpt: int


class LaidOut(Struct, frozen=True):
    """A whole document, ready to be drawn, unless something in it is overfull.

    `apart` says that the brief begins on a new page, below its template's own text. `over_side_mpt`
    is how much of the side column is taken by what goes over it. The first line of the foot begins
    `foot_top_mpt` below the top of the last page; None where there is no foot. The gaps of main and
    side column there are `spread_mpt` wider than their styles say, to fill the page.
    """

    width_mpt: int
    height_mpt: int
    pages: tuple[LaidPage, ...]
    elements: tuple[Element, ...]
    bookmarks: tuple[Bookmark, ...]
    fills: tuple[Fill, ...]
    overfull: tuple[Overfull, ...] = ()
    begins: tuple[Begin, ...] = ()
    narrowed: tuple[Narrowed, ...] = ()
    apart: bool = False
    over_side_mpt: int = 0
    foot_top_mpt: int | None = None
    spread_mpt: tuple[int, int] = (0, 0)

    @property
    def main_pages(self) -> int:
        """The last page that the main column reaches."""
        used = (one.page for one in self.fills if one.frame == "main" and one.used_mpt)
        return max(used, default=0)

    @property
    def foot_drop_mpt(self) -> int:
        """How much further than the main column the side column may reach on the last page.

        A word processor sets lines closer, and takes back what the page before has room for. The
        foot is lowered no further than the page has room.
        """
        main, side = self._last("main").used_mpt, self._last("side").used_mpt
        if side:
            main, side = main + self.spread_mpt[0], side + self.spread_mpt[1]
        before = [
            one for one in self.fills if (one.frame, one.page) == ("main", len(self.pages) - 1)
        ]
        taken_back = sum(one.height_mpt - one.used_mpt for one in before)
        surely = max(0, side - main)
        return max(surely, min(side - main + taken_back, self.spare_mpt)) if side else 0

    @property
    def spare_mpt(self) -> int:
        """How much of the main column of the last page is empty."""
        main = self._last("main")
        return max(0, main.height_mpt - main.used_mpt - self.spread_mpt[0])

    def _last(self, frame: str) -> Fill:
        last = len(self.pages)
        found = (fill for fill in self.fills if fill.frame == frame and fill.page == last)
        return next(found, Fill(frame, last, 0, 0))


_LEAST_LEFT_MPT = 2_000
"""What gaps leave free at least below a column: a paragraph of no words stands there in Word."""


def spread_as(wide: LaidOut, drawn: LaidOut) -> LaidOut:
    """Return pages in the widest fonts with the gaps of those that are drawn.

    Where they have less room than these gaps take, each is so much less wide.
    """
    gaps = {(one.section, one.block): one.lowered_mpt for one in drawn.begins}
    main, side = drawn.spread_mpt
    room = max(0, wide.spare_mpt + wide.spread_mpt[0] - _LEAST_LEFT_MPT)
    share, of = (room, main) if room < main else (1, 1)
    begins = tuple(
        replace(one, lowered_mpt=gaps.get((one.section, one.block), 0) * share // of)
        for one in wide.begins
    )
    return replace(wide, begins=begins, spread_mpt=(main * share // of, side * share // of))


def unspread(laid_out: LaidOut) -> LaidOut:
    """Return pages with the gaps of the styles, for Word files in which somebody writes on."""
    begins = tuple(replace(one, lowered_mpt=0) for one in laid_out.begins)
    return replace(laid_out, begins=begins, spread_mpt=(0, 0))
