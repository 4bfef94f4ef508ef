"""LibreOffice's first guess of what stands on which page, which its layout then mends.

It deals paragraphs out to pages by their number alone, before it knows how high they are. Then what
does not fit is moved on, and where room is left, what stands on the next page is moved back. The
two ways do not always end alike, so that a table of contents is right only if it is known which way
a heading came (LibreOffice, sw/source/core/layout/laycache.cxx: SwLayHelper).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.types.block import (
    Block,
    Chart,
    Contents,
    Illustration,
    KeyFigures,
    Table,
    Timeline,
)
from briefgen.types.letterhead import OwnPart, OwnRow

FEW, MANY = 25, 20
"""Paragraphs on a page, in a short document and in any other."""

SHORT_NODES = 100
"""Up to so many nodes of text a document is short."""

LONG_TABLE = 10
"""A table that goes further than this beyond a page is dealt out row by row."""

_TABLE_NODES = 25
_RUNNING_NODES = 20
"""What is taken off the number of nodes for a table, and for headers and footers."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is dealt out: its rows, those that repeat, its cells and those of one row."""

    rows: int
    repeated: int
    columns: int

    @property
    def nodes(self) -> int:
        """Nodes of text, with the beginnings and ends of cells, less what a table is charged."""
        return 2 + 3 * self.rows * self.columns - _TABLE_NODES


Frame = Grid | None
"""What is dealt out: a table, or a paragraph."""


def frames_of(block: Block, width_pt: float, figure_pt: float) -> tuple[Frame, ...]:
    """Return the paragraphs and tables that Word has of a block, in a column of a width.

    `figure_pt` is the size of key figures.
    """
    match block:
        case Table():
            rows = (*block.header_rows, *block.rows)
            return None, Grid(len(rows), len(block.header_rows), len(block.shares))
        case Chart():
            return None, None
        case Illustration():
            return (None,) * (2 if block.credit else 1)
        case Contents():
            return (None,) * len(block.entries)
        case Timeline():
            return (None,) * len(block.moments)
        case KeyFigures():
            columns = block.columns(width_pt, figure_pt)
            if columns == 1:
                return (None,) * (2 * len(block.figures))
            return (Grid(-(-len(block.figures) // columns), 0, columns),)
        case _:
            return (None,)


def own_frames(part: OwnPart) -> tuple[Frame, ...]:
    """Return the paragraphs and tables of what a house's template holds around a brief."""
    found: list[Frame] = []
    for is_row, blocks in groupby(part.blocks, key=lambda block: isinstance(block, OwnRow)):
        held = [*blocks]
        if is_row:
            cells = max(len(row.cells) for row in held if isinstance(row, OwnRow))
            found.append(Grid(len(held), 0, cells))
        else:
            found += [None] * len(held)
    return tuple(found)


def most_on_page(frames: Iterable[Frame]) -> int:
    """Return how many paragraphs LibreOffice puts on a page at first."""
    nodes = 2 - _RUNNING_NODES + sum(frame.nodes if frame else 1 for frame in frames)
    return FEW if nodes <= SHORT_NODES else MANY + nodes // 1000 * 3


@dataclass(slots=True)
class FirstGuess:
    """Deals out what it is told of, in the order of the document; `page` is where it is."""

    most: int
    page: int = 1
    count: int = 0

    def deal(self, frames: Sequence[Frame]) -> tuple[int, ...]:
        """Return the pages on which paragraphs and tables begin."""
        return tuple(self._table(frame) if frame else self._paragraph() for frame in frames)

    def turn(self) -> None:
        """Begin a page, as a paragraph that has a page break before it does."""
        self.page, self.count = self.page + 1, -1

    def _paragraph(self) -> int:
        self.count += 1
        if self.count > self.most:
            self.page, self.count = self.page + 1, 0
        return self.page

    def _table(self, grid: Grid) -> int:
        self.count += grid.rows
        if self.count <= self.most:
            return self.page
        if self.count <= self.most + LONG_TABLE:
            self.page, self.count = self.page + 1, 0
            return self.page
        return self._rows(grid)

    def _rows(self, grid: Grid) -> int:
        """Deal out a long table: so many rows to a page as it has cells in a row."""
        long = grid.rows > 3 * self.most
        step = self.most if long else max(2, self.most // max(1, grid.columns))
        begins: int | None = None
        rows, done = grid.rows, 0
        while done + step < rows and grid.repeated < step:
            begins = begins or self.page
            self.page, done, rows = self.page + 1, done + step, rows + grid.repeated
        self.page, self.count = self.page + 1, 0
        return begins or self.page
