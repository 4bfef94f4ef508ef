"""The room that a page has: columns between masthead, head, foot and footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.columns import Column, space_between
from briefgen.layout.drawing import Anchored, border_marks, floating_marks
from briefgen.layout.header_footer import (
    SetLine,
    divided,
    height_mpt,
    set_header_footer,
    set_part,
    tops,
)
from briefgen.layout.header_footer_line import Leaf
from briefgen.layout.setting import ColumnGeometry, Setting, mpt
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.header_footer import HeaderFooter
from briefgen.types.laid import Mark, RectangleMark
from briefgen.types.measure import BlockLayout
from briefgen.types.page import SPANNING


class Room(Struct, frozen=True, dict=True):
    """Pages of one geometry with one header and footer; head and foot are still to come.

    What a template's body holds above a brief has pages of its own where it is longer than one, or
    breaks: the brief begins on the page where it ends, or on the next one if it is to be `apart`.
    With a `cover`, the head of the brief has a page before that.
    """

    geometry: ColumnGeometry
    setting: Setting
    header_footer: FilledHeaderFooter
    apart: bool = False
    cover: bool = False

    def header(self, page: int, pages: int) -> tuple[SetLine, ...]:
        """Return the header of a page. A document of one page prints no page number."""
        return set_header_footer(self._filled(pages), self._leaf(page, pages), header=True)

    def footer(self, page: int, pages: int) -> tuple[SetLine, ...]:
        """Return the footer of a page."""
        return set_header_footer(self._filled(pages), self._leaf(page, pages), header=False)

    def _filled(self, pages: int) -> HeaderFooter:
        return self.header_footer.single if pages == 1 else self.header_footer.several

    def _leaf(self, page: int, pages: int) -> Leaf:
        width, own_pt = self.geometry.text_mpt, self._filled(pages).width_pt
        return Leaf(page, pages, width, own_pt, self.setting, self.header_footer.logo)

    def own_above(self, pages: int) -> list[tuple[SetLine, ...]]:
        """Return what the template's body holds above a brief, page by page up to its first one."""
        lines = set_part(self._filled(pages).above, self._leaf(1, pages))
        found = divided(lines, self._bottom_mpt - self.own_top_mpt(1))
        return [*found, ()] if self.cover or (self.apart and found[-1]) else found

    def own_below(self, pages: int) -> tuple[SetLine, ...]:
        """Return what the template's body holds below a brief, on its last page."""
        return set_part(self._filled(pages).below, self._leaf(pages, pages))

    def floating(self, page: int, pages: int, *, in_front: bool) -> tuple[Mark, ...]:
        """Return what of the template floats behind its own text on a page, or in front of it.

        Headers are beneath all. What is placed by the margins goes by where the text begins.
        """
        leaf, borders = self._leaf(page, pages), self._filled(pages).borders
        geometry = replace(self.geometry, top_mpt=self.own_top_mpt(page))
        edges = (geometry.left_mpt, geometry.top_mpt, geometry.right_mpt, geometry.bottom_mpt)
        box = (geometry.width_mpt, geometry.height_mpt, *edges)
        marks = (
            mark
            for anchored in self._anchored(page, pages)
            for mark in floating_marks(
                [one for one in anchored if one[0].floating.behind is not in_front], leaf, geometry
            )
        )
        beneath = () if in_front else (*self._ground(), *border_marks(borders, page, box))
        return (*beneath, *marks)

    def _ground(self) -> Iterator[Mark]:
        """Yield the ground of a page that has a colour of its own."""
        geometry, colour = self.geometry, self.setting.page_style.page_colour
        if colour is not None:
            yield RectangleMark(0, 0, geometry.width_mpt, geometry.height_mpt, colour)

    def _anchored(self, page: int, pages: int) -> Iterator[list[tuple[Anchored, int]]]:
        """Yield what floats on a page, from header, footer and body, with the tops of its lines."""
        geometry = self.geometry
        header, footer = self.header(page, pages), self.footer(page, pages)
        foot = geometry.height_mpt - geometry.footer_mpt - height_mpt(footer)
        yield [*tops(header, geometry.header_mpt), *tops(footer, foot)]
        above = self.own_above(pages)
        if page <= len(above):
            yield [*tops(above[page - 1], self.own_top_mpt(page))]
        if page == pages:
            yield [*tops(self.own_below(pages), self.bottom_mpt)]

    @cached_property
    def above_mpt(self) -> int:
        """Height of what the template's body holds above a brief, on its first page."""
        return self._above_mpt(self.first)

    @cached_property
    def first(self) -> int:
        """The page on which the columns of a brief begin."""
        return len(self.own_above(2))

    @cached_property
    def head_page(self) -> int:
        """The page on which the head of a brief stands: its first one, or the cover before it."""
        return self.first - self.cover

    @property
    def head_top_mpt(self) -> int:
        """Where the head begins, below what stands above a brief."""
        if not self.cover:
            return self.top_mpt(self.first)
        return self.own_top_mpt(self.head_page) + self._above_mpt(self.head_page)

    def _above_mpt(self, page: int) -> int:
        """Return the height of the template's own text on a page, as it is set.

        An estimate counts only where none of it is set: it is from above, and text would begin
        lower than it does in Word.
        """
        if lines := self.own_above(2)[page - 1]:
            return height_mpt(lines)
        return mpt(self.setting.page_style.above_pt) if page == 1 else 0

    @cached_property
    def below_mpt(self) -> int:
        """Height of what it holds below."""
        return max(mpt(self.setting.page_style.below_pt), height_mpt(self.own_below(2)))

    @cached_property
    def _headers_mpt(self) -> tuple[int, int]:
        later = max(height_mpt(self.header(page, 3)) for page in (2, 3))
        return height_mpt(self.header(1, 3)), later

    @cached_property
    def footer_mpt(self) -> int:
        """Height of the footer, with a page number."""
        return max(height_mpt(self.footer(page, 3)) for page in (1, 2, 3))

    def top_mpt(self, page: int) -> int:
        """Return where the text area of a page begins, below what stands above a brief."""
        return self.own_top_mpt(page) + (self.above_mpt if page == self.first else 0)

    def own_top_mpt(self, page: int) -> int:
        """Return where the text of a page begins, be it the template's own.

        A header that is not there takes no room, however far down one would stand.
        """
        geometry, own = self.geometry, self._headers_mpt[0 if page == 1 else 1]
        return max(geometry.top_mpt, geometry.header_mpt + own if own else 0)

    @cached_property
    def bottom_mpt(self) -> int:
        """Where the text area of a page ends."""
        return self._bottom_mpt - self.below_mpt

    @cached_property
    def _bottom_mpt(self) -> int:
        geometry = self.geometry
        if not self.footer_mpt:
            return geometry.bottom_mpt
        below = geometry.height_mpt - geometry.footer_mpt - self.footer_mpt
        return min(geometry.bottom_mpt, below)

    def column(
        self, frame: str, page: int, head_mpt: int, foot_mpt: int, number: int = 0
    ) -> Column:
        """Return a column of a page, under a head and over a foot of these heights.

        Where the main frame has several, `number` counts them from 0.
        """
        geometry = self.geometry
        top = self.top_mpt(page) + head_mpt
        height = max(0, self.bottom_mpt - foot_mpt - top)
        if frame == "side":
            return Column(page, geometry.side_left_mpt, top, geometry.side_mpt, height)
        if frame == SPANNING:
            return Column(page, geometry.left_mpt, top, geometry.text_mpt, height)
        left = geometry.main_left_mpt + number * (geometry.main_mpt + geometry.column_gap_mpt)
        return Column(page, left, top, geometry.main_mpt, height)


def stack_height_mpt(block_layouts: Sequence[BlockLayout]) -> int:
    """Return the height of galleys one under another, with the space above and below them.

    That above the first stands at the head of a page, too: a word processor leaves it out only
    where text flows over from the page before.
    """
    if not block_layouts:
        return 0
    height = sum(block_layout.height_mpt for block_layout in block_layouts)
    height += sum(space_between(above, below) for above, below in pairwise(block_layouts))
    return block_layouts[0].space_before_mpt + height + block_layouts[-1].space_after_mpt
