"""What fit asks of layout: galleys of blocks, how high columns are, and the pages in the end."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Literal, Protocol

from msgspec import Struct

from briefgen.types.block import Block
from briefgen.types.brief import Content
from briefgen.types.laid import Element, LaidOut, Mark
from briefgen.types.page_style import Border
from briefgen.types.role import Role


class Row(Struct, frozen=True):
    """What stays together: a line of text, a row of a table.

    Marks are placed from the row's top left corner; their `element` is an index into the
    block's own elements. A column may end after the row if `break_after` says so.
    """

    height_mpt: int
    marks: tuple[Mark, ...]
    break_after: bool = False


class Panel(Struct, frozen=True):
    """Tint and rules around a block, drawn once for the rows that stand in one column.

    `left_mpt` and `right_mpt` are where the tint ends, from the left of the column. Rules at the
    sides stand inside the tint. `joins_mpt` is how far they reach above it, to the paragraph before
    of the same box. Where that stands in another column, the tint begins `opens_mpt` above it.
    """

    left_mpt: int
    right_mpt: int
    fill: str | None
    rule_top: Border | None = None
    rule_bottom: Border | None = None
    rule_left: Border | None = None
    rule_right: Border | None = None
    joins_mpt: int = 0
    opens_mpt: int = 0


class Membership(Struct, frozen=True):
    """What a paragraph is part of: a list with bullets or numbers, or a block quotation.

    `level` counts from 1. What `begins` is the first of its kind, whatever stands above; what
    `continues` is a further paragraph of the item above.
    """

    kind: Literal["bullet", "number", "quotation"]
    level: int = 1
    begins: bool = False
    continues: bool = False


class BlockLayout(Struct, frozen=True):
    """A block set to a width: its rows, its structure elements and its spacing.

    The element with parent None is the root of the block. `repeat` is set again, as an artifact,
    at the head of each column that the block continues in. `narrowed_mpt` is how much further from
    the left and right edge than its style says a word processor must keep its lines for them to
    end as these do. What `spans` goes over all columns of its page.
    """

    role: Role
    rows: tuple[Row, ...]
    elements: tuple[Element, ...]
    space_before_mpt: int
    space_after_mpt: int
    contextual_spacing: bool = False
    keep_with_next: bool = False
    member: Membership | None = None
    panel: Panel | None = None
    repeat: tuple[Row, ...] = ()
    bookmark: tuple[int, str] | None = None
    narrowed_mpt: tuple[int, int] = (0, 0)
    spans: bool = False

    @property
    def height_mpt(self) -> int:
        """Height of all rows, without the space around the block."""
        return sum(row.height_mpt for row in self.rows)


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
