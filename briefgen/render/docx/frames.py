"""Frames: where the columns of a page master stand on Word's page.

The side column is paragraphs in a text frame (`w:framePr`) that stands in a widened left or right
margin, so that the main column's lines never know of it. Head and foot reach over that margin by
a negative indent. There is no layout table.

Lines of a header or footer with tabs, boxed in a cell as wide as the text and the side column.

LibreOffice compares a right tab with the edge of the main column, on the page, and lets none lead
farther, whatever the indent; in a cell it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefgen.ooxml.build import w
from briefgen.ooxml.names import MC, WP, Element, W, twips
from briefgen.types.laid import Narrowed
from briefgen.types.page import SPANNING, Master
from briefgen.types.page_style import PageStyle


class FramePosition(Struct, frozen=True):
    """How paragraphs of a frame stand: width, reach into the margins, text frame.

    A reach below 0 keeps them from the edge of the column.
    """

    width_pt: float
    reach_left_pt: float = 0.0
    reach_right_pt: float = 0.0
    text_frame: Mapping[str, str | int] | None = None


def narrowed(place: FramePosition, by: Narrowed) -> FramePosition:
    """Return a place that reaches less far, so that lines end where those of the page do.

    An indent of this one paragraph is what somebody would drag who wants its lines of like length:
    line breaks would part the words wherever a heading is repeated, and stay when it is changed.
    """
    return replace(
        place,
        reach_left_pt=place.reach_left_pt - by.left_mpt / 1000,
        reach_right_pt=place.reach_right_pt - by.right_mpt / 1000,
    )


def moved_out(place: FramePosition) -> list[Element]:
    """Return the indent of a table whose place reaches over the left margin, if it does."""
    if not place.reach_left_pt:
        return []
    return [w("tblInd", w=-twips(place.reach_left_pt), type="dxa")]


class FrameGeometry(Struct, frozen=True):
    """The margins of Word's section, and the places of its frames."""

    top_pt: float
    right_pt: float
    bottom_pt: float
    left_pt: float
    reach_left_pt: float
    reach_right_pt: float
    text_width_pt: float
    side: FramePosition | None
    columns: int = 1
    column_gap_pt: float = 0.0
    column_rule: bool = False
    over_side: bool = False
    foot_top_pt: float | None = None
    """Where the foot is pinned, from the top of its page; None where it follows the text."""

    def place(self, frame: str, page: int = 1, down_mpt: int = 0) -> FramePosition:
        """Return the place of a frame; what is neither main nor side has the full width.

        On the first page the side column stands level with the paragraph below it in the text,
        which is the first of the main column; on a later one at the top of the page. What stands
        beside its own paragraph stands so much further down.
        """
        if frame == "foot" and self.foot_top_pt is not None:
            return self._pinned(self.foot_top_pt)
        if frame == "side" and self.side and self.side.text_frame:
            down = {"y": 1 + twips(down_mpt / 1000)}
            at = down if page == 1 else {**down, "vAnchor": "margin"}
            return replace(self.side, text_frame={**self.side.text_frame, **at})
        if frame == SPANNING and self.over_side:
            return FramePosition(self.text_width_pt, self.reach_left_pt, self.reach_right_pt)
        if frame == SPANNING and self.columns > 1:
            return FramePosition(self.text_width_pt)
        if frame in ("main", SPANNING):
            room = self.text_width_pt - self.reach_left_pt - self.reach_right_pt
            gaps = (self.columns - 1) * self.column_gap_pt
            return FramePosition((room - gaps) / self.columns)
        return FramePosition(self.text_width_pt, self.reach_left_pt, self.reach_right_pt)

    def _pinned(self, top_pt: float) -> FramePosition:
        """Return a text frame over the full width that no text of the page stands beside."""
        return FramePosition(
            self.text_width_pt,
            text_frame={
                "w": twips(self.text_width_pt),
                "wrap": "around",
                "vAnchor": "page",
                "hAnchor": "page",
                "x": max(1, twips(self.left_pt - self.reach_left_pt)),
                "y": max(1, twips(top_pt)),
            },
        )


def divide(page_style: PageStyle, master: Master) -> FrameGeometry:
    """Return the geometry of a master on the page of a theme."""

    def margin(own: float | None, inherited: float) -> float:
        return inherited if own is None else own

    left = margin(master.margin_left_pt, page_style.margin_left_pt)
    right = margin(master.margin_right_pt, page_style.margin_right_pt)
    reach_left, reach_right, side = 0.0, 0.0, None
    if master.side:
        width = master.side.width_pt
        at_left = master.side.at == "left"
        reach = width + master.side.gap_pt
        reach_left, reach_right = (reach, 0.0) if at_left else (0.0, reach)
        side = FramePosition(
            width,
            text_frame={
                "w": twips(width),
                "wrap": "around",
                "vAnchor": "text",
                "hAnchor": "page",
                "x": twips(left if at_left else page_style.page_width_pt - right - width),
                # A frame at 0 would be set inline: Word itself writes 1 for "level with".
                "y": 1,
            },
        )
    return FrameGeometry(
        top_pt=margin(master.margin_top_pt, page_style.margin_top_pt),
        right_pt=right + reach_right,
        bottom_pt=margin(master.margin_bottom_pt, page_style.margin_bottom_pt),
        left_pt=left + reach_left,
        reach_left_pt=reach_left,
        reach_right_pt=reach_right,
        text_width_pt=page_style.page_width_pt - left - right,
        side=side,
        columns=master.columns.count if master.columns else 1,
        column_gap_pt=master.columns.gap_pt if master.columns else 0.0,
        column_rule=master.columns is not None and master.columns.rule,
        over_side=master.wide_tables and side is not None,
    )


_HELD = (WP + "anchor", W + "pict", W + "object", W + "framePr", W + "sectPr", W + "txbxContent")


def box_tabbed(root: Element, geometry: FrameGeometry) -> None:
    """Box paragraphs with tabs that stand in no table, each run of them in a cell.

    What holds a floating drawing stays: its place would count from the cell.
    """
    if not geometry.reach_right_pt:
        return
    for run in [*_runs_of(root)]:
        first, last = run[0], run[-1]
        before, after = first.getprevious(), last.getnext()
        if before is not None and before.tag == W + "tbl":
            continue  # two tables side by side are one
        box = _box(geometry)
        first.addprevious(box)
        box[-1][-1].extend(run)
        if after is None or after.tag != W + "p":
            box.addnext(_end())


def _runs_of(root: Element) -> Iterator[list[Element]]:
    pending: list[Element] = []
    for block in root:
        if block.tag == W + "p" and _is_tabbed(block):
            pending.append(block)
            continue
        if pending:
            yield pending
        pending = []
    if pending:
        yield pending


def _is_tabbed(paragraph: Element) -> bool:
    if next(paragraph.iter(*_HELD, MC + "AlternateContent"), None) is not None:
        return False
    tabs = (one for run in paragraph.iter(W + "r") for one in run if one.tag == W + "tab")
    return next(tabs, None) is not None


def _box(geometry: FrameGeometry) -> Element:
    width = twips(geometry.text_width_pt)
    place = FramePosition(geometry.text_width_pt, geometry.reach_left_pt, geometry.reach_right_pt)
    none = (w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    properties = w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        *moved_out(place),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *none),
    )
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa")))
    return w("tbl", properties, w("tblGrid", w("gridCol", w=width)), w("tr", cell))


def _end() -> Element:
    """Return the paragraph that Word wants behind a table, as low as it may be."""
    spacing = w("spacing", before=0, after=0, line=20, lineRule="exact")
    return w("p", w("pPr", spacing))
