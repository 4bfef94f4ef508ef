"""Galleys into columns: spacing, breaks and what must stay together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.types.measure import BlockLayout, Row

MOST_ON_A_PAGE = 3
"""Columns of a page, at most."""


class Column(Struct, frozen=True):
    """Room for text on one page, in mpt from the page's top left corner.

    Where something of the same frame `is_begun` above it, what is too high may go on elsewhere.
    A part of a column begins `down_mpt` below the head of it.
    """

    page: int
    x_mpt: int
    y_mpt: int
    width_mpt: int
    height_mpt: int
    is_begun: bool = False
    down_mpt: int = 0


class Placed(Struct, frozen=True):
    """Rows of one block standing in one column, with the header rows set again above them."""

    block_layout: int
    page: int
    x_mpt: int
    y_mpt: int
    rows: tuple[Row, ...]
    repeated: tuple[Row, ...] = ()


class Flow(Struct, frozen=True):
    """Where galleys came to stand, how far each column is used, and what is too high for any.

    `opens` are those with which a column begins that a word processor is told to break before.
    `downs` gives for a side column how far down its page what a block is stacked in begins.
    """

    placed: tuple[Placed, ...]
    used_mpt: tuple[int, ...]
    too_high: tuple[int, ...]
    opens: tuple[int, ...] = ()
    downs: Mapping[int, int] = field(default_factory=dict)


def space_between(above: BlockLayout, below: BlockLayout) -> int:
    """Return the space between two galleys: the larger of after and before, as in Word."""
    if above.contextual_spacing and below.contextual_spacing and above.role == below.role:
        return 0
    return max(above.space_after_mpt, below.space_before_mpt)


def is_one_box(above: BlockLayout, below: BlockLayout) -> bool:
    """Whether a tint goes on from one galley to the next: nothing may part them."""
    if above.panel is None or below.panel is None or not above.panel.fill:
        return False
    upper = replace(above.panel, rule_top=None, opens_mpt=0)
    lower = replace(below.panel, rule_bottom=None, opens_mpt=0)
    return upper == lower and not space_between(above, below)


def flow(
    block_layouts: Sequence[BlockLayout],
    column: Callable[[int], Column],
    breaks: Collection[int] = (),
) -> Flow:
    """Stack galleys in columns, the n-th of which is `column(n)`; there are always more.

    Those whose numbers are among the `breaks` begin a column.

    A heading stays with what follows it; a paragraph is divided only where its rows allow. A row
    that is higher than an empty column is set all the same and reported in `too_high`.
    """
    return _Stack(block_layouts, column, breaks).filled()


class _Stack:
    """The state of one flow: which column, how far it is used. It lives for one call."""

    def __init__(
        self,
        block_layouts: Sequence[BlockLayout],
        column: Callable[[int], Column],
        breaks: Collection[int],
    ) -> None:
        self.block_layouts = block_layouts
        self.breaks = breaks
        self.column_at = column
        self.column = column(0)
        self.used = 0
        self.uses: list[int] = []
        self.placed: list[Placed] = []
        self.too_high: list[int] = []

    def filled(self) -> Flow:
        start = 0
        while start < len(self.block_layouts):
            if start in self.breaks and self.used:
                self._next_column()
            end = start
            while self.block_layouts[end].keep_with_next and end + 1 < len(self.block_layouts):
                end += 1
            while self._may_leave and self._least(start, end) > self.column.height_mpt - self.used:
                self._next_column()
            if self._least(start, end) > self.column.height_mpt:
                passed = self._passed_by(start, end)
                for _ in range(passed):
                    self._next_column()
                end = end if passed else start
            for number in range(start, end + 1):
                self._place(number)
            start = end + 1
        self.uses.append(self.used)
        return Flow(tuple(self.placed), tuple(self.uses), tuple(self.too_high))

    def _passed_by(self, start: int, end: int) -> int:
        """Return after how many columns a chain stands whole that no room is left for here.

        The columns of the first page are shorter than others: a heading alone in one of them would
        be stranded. 0 where none up to the first of the next page holds it.
        """
        if end == start or self.used:
            return 0
        for passed in range(1, MOST_ON_A_PAGE + 1):
            following = self.column_at(len(self.uses) + passed)
            if self._least(start, end) <= following.height_mpt:
                return passed
            if following.page != self.column.page:
                break
        return 0

    @property
    def _may_leave(self) -> bool:
        """Whether the next column may have more room than is left here."""
        return self.used > 0 or self.column.is_begun

    def _gap(self, number: int) -> int:
        """Return the space above a galley; at the head of a column that of a box which goes on."""
        below = self.block_layouts[number]
        if self.used:
            return space_between(self.block_layouts[number - 1], below)
        if not number or not below.panel or not below.panel.opens_mpt:
            return 0
        goes_on = is_one_box(self.block_layouts[number - 1], below)
        return below.panel.opens_mpt if goes_on else 0

    def _least(self, start: int, end: int) -> int:
        """Return the least room for a chain: all but its last block, and that one's first part."""
        room = self._gap(start)
        for number in range(start, end):
            room += self.block_layouts[number].height_mpt
            room += space_between(self.block_layouts[number], self.block_layouts[number + 1])
        for row in self.block_layouts[end].rows:
            room += row.height_mpt
            if row.break_after:
                break
        return room

    def _place(self, number: int) -> None:
        block_layout = self.block_layouts[number]
        rows = block_layout.rows
        while rows:
            first = len(rows) == len(block_layout.rows)
            gap = self._gap(number) if first else 0
            repeated = () if first else block_layout.repeat
            above = sum(row.height_mpt for row in repeated)
            count = _fitting(rows, self.column.height_mpt - self.used - gap - above)
            if not count and self._may_leave:
                self._next_column()
                continue
            if not count:
                self.too_high.append(number)
                count = _first_part(rows)
            self.used += gap
            y = self.column.y_mpt + self.used
            self.placed.append(
                Placed(number, self.column.page, self.column.x_mpt, y, rows[:count], repeated)
            )
            self.used += above + sum(row.height_mpt for row in rows[:count])
            rows = rows[count:]
            if rows:
                self._next_column()

    def _next_column(self) -> None:
        self.uses.append(self.used)
        self.column = self.column_at(len(self.uses))
        self.used = 0


def _fitting(rows: Sequence[Row], room: int) -> int:
    """Return how many rows fit, counting only up to where a column may end."""
    height, fitting = 0, 0
    for count, row in enumerate(rows, 1):
        height += row.height_mpt
        if height > room:
            break
        if row.break_after or count == len(rows):
            fitting = count
    return fitting


def _first_part(rows: Sequence[Row]) -> int:
    return next((i for i, row in enumerate(rows, 1) if row.break_after), len(rows))
