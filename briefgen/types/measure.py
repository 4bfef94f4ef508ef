"""What fit asks of layout: how high blocks are, how high columns, and the pages in the end."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol

from msgspec import Struct

from briefgen.types.block import Block
from briefgen.types.block_layout import BlockLayout
from briefgen.types.brief import Content
from briefgen.types.laid import LaidOut

RESERVE_MPT = 13_500
"""Held back of each column for Word, which must hold the same selection: one line of text."""


class TemplateRoom(Struct, frozen=True):
    """What a user's Word template takes of the pages, and what it leaves, for errors.

    A brief begins on page `first`, below what takes `above_mpt` of it, and ends above what takes
    `below_mpt`. Text areas are `width_mpt` by `height_mpt`; running text has a size and a leading.
    """

    file: str
    first: int
    above_mpt: int
    below_mpt: int
    width_mpt: int
    height_mpt: int
    size_pt: float
    leading_pt: float
    title_pt: float
    heading_pt: float


class Setter(Hashable, Protocol):
    """Sets blocks to one width. Equal ones set alike, so that what they have set may be kept."""

    def block_layouts(self, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        """Set blocks that stand under one another."""


class Measure(Protocol):
    """The real page, as fit sees it. Pure: the same question, the same answer."""

    def setter(self, frame: str) -> Setter:
        """Return what sets blocks to the width of a frame."""

    def column_heights_mpt(
        self, head: Sequence[BlockLayout], foot: Sequence[BlockLayout], pages: int
    ) -> tuple[int, ...]:
        """Return the height of main and side columns on each page, under a head, over a foot.

        Several columns of one page count as one that is as high as all of them.
        """

    @property
    def columns(self) -> int:
        """Number of columns that the main frame has on each page."""

    @property
    def over_side(self) -> bool:
        """Whether tables go over a side column, which then ends above them."""

    def flows_as(self, frame: str) -> str:
        """Return the frame that sections of a frame flow in: main, where there is no side."""

    @property
    def is_widened(self) -> bool:
        """Whether blocks are charged wider than they are drawn, for a font that is not at hand."""

    def template_room(self) -> TemplateRoom | None:
        """Return what a user's own Word template takes, if the page is one's."""

    def lay_out(self, content: Content, pages: int | None) -> LaidOut:
        """Lay content out on as many pages as it takes; the budget says where the foot stands."""


def reserve_mpt(measure: Measure) -> int:
    """Return what is held back of each page for Word: two lines for each of several columns.

    Their breaks cost some of it, in Word as on the page: headings that go over with their text.
    """
    return RESERVE_MPT if measure.columns == 1 else 2 * RESERVE_MPT * measure.columns
