"""Placed galleys into pages of marks and one tree of elements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Literal, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.layout.columns import Placed, is_one_box
from briefgen.layout.header_footer import SetLine
from briefgen.layout.moving import attached, moved, panel_marks, placed
from briefgen.layout.setting import ColumnGeometry
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
from briefgen.types.measure import BlockLayout, Membership


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
        base, number_in_frame = 0, -1
        groups = _Groups(self._element, parent)
        above: tuple[BlockLayout, Placed] | None = None
        for block_layout, spot in spots:
            if spot.block_layout != number_in_frame:
                base = self._elements(block_layout, spot, groups.parent_of(block_layout.member))
                groups.stands_at(base, block_layout.member)
                self._bookmark(block_layout, spot)
                number_in_frame = spot.block_layout
            self._place(block_layout, spot, base, opens_mpt=_opens_mpt(above, block_layout, spot))
            above = block_layout, spot

    def _element(self, element: Element) -> int:
        self.elements.append(element)
        return len(self.elements) - 1

    def _elements(self, block_layout: BlockLayout, spot: Placed, parent: int) -> int:
        """Add the elements of a block. The box of a figure is moved to where it stands."""
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

    def _place(
        self, block_layout: BlockLayout, spot: Placed, base: int, *, opens_mpt: int = 0
    ) -> None:
        marks = self.marks[spot.page]
        y = spot.y_mpt
        if block_layout.panel:
            height = sum(row.height_mpt for row in spot.rows) + opens_mpt
            marks += panel_marks(block_layout.panel, spot.x_mpt, y - opens_mpt, height)
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


class _Groups(Struct):
    """The lists and block quotations of one section: what a paragraph's element stands in.

    A list within an item, and a further paragraph of one, are in the body of that item.
    `opened` are the kind and the element of the list under way at each level.
    """

    add: Callable[[Element], int]
    section: int
    opened: dict[int, tuple[str, int]] = field(default_factory=dict)
    bodies: dict[int, int] = field(default_factory=dict)

    def parent_of(self, member: Membership | None) -> int:
        """Return the parent of the next block's element, opening the list that it begins.

        What continues an item behind a table or a quotation, which end its list, is text again.
        """
        level = member.level if member else 0
        self.opened = {at: group for at, group in self.opened.items() if at <= level}
        if member is None:
            return self.section
        if member.continues:
            under_way = level in self.opened and self.opened[level][0] == member.kind
            return self.bodies[level] if under_way else self.section
        if member.begins or level not in self.opened or self.opened[level][0] != member.kind:
            parent = self.bodies[level - 1] if level - 1 in self.opened else self.section
            self.opened[level] = member.kind, self.add(_group(member, parent))
        return self.opened[level][1]

    def stands_at(self, base: int, member: Membership | None) -> None:
        """Say where the elements of a block begin: of an item, the third one is its body."""
        if member and not member.continues:
            self.bodies[member.level] = base + 2


def _group(member: Membership, parent: int) -> Element:
    match member.kind:
        case "quotation":
            return Element("BlockQuote", parent)
        case "bullet":
            return Element("L", parent, list_numbering="Disc")
        case "number":
            numbering: Literal["Decimal", "LowerAlpha"] = (
                "Decimal" if member.level == 1 else "LowerAlpha"
            )
            return Element("L", parent, list_numbering=numbering)
        case _:
            assert_never(member.kind)


def _opens_mpt(above: tuple[BlockLayout, Placed] | None, below: BlockLayout, spot: Placed) -> int:
    """Return how far above a paragraph its tint begins, at the head of a column.

    There the box that goes on has no rule, and the white space that it would have is its own.
    """
    if above is None or not below.panel or not below.panel.opens_mpt:
        return 0
    block_layout, other = above
    same = (other.page, other.x_mpt) == (spot.page, spot.x_mpt)
    return 0 if same or not is_one_box(block_layout, below) else below.panel.opens_mpt


def _shifted(box: tuple[int, int, int, int], spot: Placed) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return left + spot.x_mpt, top + spot.y_mpt, right + spot.x_mpt, bottom + spot.y_mpt
