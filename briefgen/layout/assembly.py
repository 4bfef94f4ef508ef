"""Placed galleys into pages of marks and one tree of elements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from briefgen.layout.columns import Placed
from briefgen.layout.geometry import ColumnGeometry
from briefgen.layout.header_footer import SetLine
from briefgen.layout.moving import attached, moved, panel_marks, placed
from briefgen.types.block_layout import BlockLayout
from briefgen.types.brief import Content
from briefgen.types.laid import (
    Begin,
    Bookmark,
    Element,
    Fill,
    LaidOut,
    LaidPage,
    Mark,
    Narrowed,
    Overfull,
)


class Assembly:
    """Collects marks by page and elements in reading order. It lives for one layout."""

    def __init__(self, content: Content, geometry: ColumnGeometry) -> None:
        self.content = content
        self.geometry = geometry
        self.elements = [Element("Document", None, language=content.metadata.language)]
        self.marks: dict[int, list[Mark]] = defaultdict(list)
        self.bookmarks: list[Bookmark] = []

    def running(self, page: int, lines: tuple[SetLine, ...], top_mpt: int) -> None:
        """Place running lines from the top of their room downwards."""
        y = top_mpt
        for line in lines:
            height = line.row.height_mpt
            if line.panel:
                self.marks[page] += panel_marks(line.panel, self.geometry.left_mpt, y, height)
            marks = line.row.marks
            self.marks[page] += [moved(mark, self.geometry.left_mpt, y) for mark in marks]
            y += height + line.space_after_mpt

    def section(self, number: int, spots: Sequence[tuple[BlockLayout, Placed]]) -> None:
        """Place the galleys of one section that stand in one frame."""
        if not spots:
            return
        parent = 0
        if self.content.sections[number].heading:
            parent = self._element(Element("Sect", 0))
        base, list_element, item = 0, 0, None
        previous: BlockLayout | None = None
        number_in_frame = -1
        for block_layout, spot in spots:
            if spot.block_layout != number_in_frame:
                if block_layout.item and (item != block_layout.item or not previous):
                    kind = "Disc" if block_layout.item == "bullet" else "Decimal"
                    list_element = self._element(Element("L", parent, list_numbering=kind))  # type: ignore[arg-type]
                item = block_layout.item
                base = self._elements(block_layout, spot, list_element if item else parent)
                self._bookmark(block_layout, spot)
                number_in_frame, previous = spot.block_layout, block_layout
            self._place(block_layout, spot, base)

    def _element(self, element: Element) -> int:
        self.elements.append(element)
        return len(self.elements) - 1

    def _elements(self, block_layout: BlockLayout, spot: Placed, parent: int) -> int:
        """Add the elements of a galley. The box of a figure is moved to where it stands."""
        base = len(self.elements)
        for element in attached(block_layout.elements, parent, base):
            box = element.box_mpt
            self.elements.append(
                replace(element, page=spot.page, box_mpt=_shifted(box, spot)) if box else element
            )
        return base

    def _bookmark(self, block_layout: BlockLayout, spot: Placed) -> None:
        if block_layout.bookmark:
            level, title = block_layout.bookmark
            self.bookmarks.append(Bookmark(level, title, spot.page, spot.y_mpt))

    def _place(self, block_layout: BlockLayout, spot: Placed, base: int) -> None:
        marks = self.marks[spot.page]
        y = spot.y_mpt
        if block_layout.panel:
            height = sum(row.height_mpt for row in spot.rows)
            marks += panel_marks(block_layout.panel, spot.x_mpt, y, height)
        for row in (*spot.repeated, *spot.rows):
            marks += [placed(mark, base, spot.x_mpt, y) for mark in row.marks]
            y += row.height_mpt

    def finished(
        self,
        fills: tuple[Fill, ...],
        overfull: tuple[Overfull, ...],
        begins: tuple[Begin, ...],
        narrowed: tuple[Narrowed, ...] = (),
    ) -> LaidOut:
        """Return the document."""
        return LaidOut(
            width_mpt=self.geometry.width_mpt,
            height_mpt=self.geometry.height_mpt,
            pages=tuple(
                LaidPage(tuple(self.marks[page])) for page in range(1, max(self.marks) + 1)
            ),
            elements=tuple(self.elements),
            bookmarks=tuple(self.bookmarks),
            fills=fills,
            overfull=overfull,
            begins=begins,
            narrowed=narrowed,
        )


def _shifted(box: tuple[int, int, int, int], spot: Placed) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return left + spot.x_mpt, top + spot.y_mpt, right + spot.x_mpt, bottom + spot.y_mpt
