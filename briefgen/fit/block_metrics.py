"""The arithmetic of columns: where blocks come to stand, in numbers alone.

It says of heights what layout does with galleys: spacing, breaks, what stays together. That both
agree is a law that the tests hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.types.measure import BlockLayout


class BlockMetrics(NamedTuple):
    """A block's layout as heights in mpt. `parts` are what a column may end between.

    `kind` is the role of a block that has no space between itself and its like.
    """

    parts: tuple[int, ...]
    height: int
    before: int
    after: int
    kind: str | None
    keep: bool
    repeat: int


class Cursor(NamedTuple):
    """Where the next block would stand: column, height used in it, and what stands above."""

    column: int = 0
    used: int = 0
    after: int = 0
    kind: str | None = None


def metrics(block_layout: BlockLayout, columns: int = 1) -> BlockMetrics:
    """Return the heights of a block.

    What goes over several columns of a page, which count as one, takes its height of each.
    """
    times = columns if block_layout.spans else 1
    parts: list[int] = []
    height = 0
    for row in block_layout.rows:
        height += times * row.height_mpt
        if row.break_after:
            parts.append(height)
            height = 0
    if height:
        parts.append(height)
    return BlockMetrics(
        tuple(parts),
        times * block_layout.height_mpt,
        times * block_layout.space_before_mpt,
        times * block_layout.space_after_mpt,
        block_layout.role.value if block_layout.contextual_spacing else None,
        block_layout.keep_with_next,
        times * sum(row.height_mpt for row in block_layout.repeat),
    )


def gap(above: BlockMetrics, below: BlockMetrics) -> int:
    """Return the space between two blocks in one column."""
    return _gap(1, above.after, above.kind, below)


def _gap(used: int, after: int, kind: str | None, below: BlockMetrics) -> int:
    if not used or (kind is not None and kind == below.kind):
        return 0
    return max(after, below.before)


def advance(cursor: Cursor, chain: Sequence[BlockMetrics], heights: Sequence[int]) -> Cursor | None:
    """Return where a chain ends: blocks that stay with the next, and the one that they stay with.

    None where it reaches beyond the last column or holds what no column can hold in one piece.
    """
    column, used, after, kind = cursor
    if len(chain) == 1 and (below := _whole(cursor, chain[0], heights[column])):
        return below
    if used and _least(chain, used, after, kind) > heights[column] - used:
        column, used = column + 1, 0
        if column == len(heights):
            return None
    if len(chain) > 1 and (least := _least(chain, used, after, kind)) > heights[column]:
        return _too_high(Cursor(column, used, after, kind), chain, heights, least)
    for block in chain:
        parts, start = block.parts, 0
        while start < len(parts):
            gap = _gap(used, after, kind, block)
            above = block.repeat if start else 0
            room = heights[column] - used - gap - above
            end = start
            while end < len(parts) and parts[end] <= room:
                room -= parts[end]
                end += 1
            if end > start:
                used = heights[column] - room
                start = end
            elif not used:
                return None
            if start < len(parts):
                column, used = column + 1, 0
                if column == len(heights):
                    return None
        after, kind = block.after, block.kind
    return Cursor(column, used, after, kind)


def _too_high(
    cursor: Cursor, chain: Sequence[BlockMetrics], heights: Sequence[int], least: int
) -> Cursor | None:
    """Return where a chain ends that a column cannot hold: in the next one, or parted."""
    following = cursor.column + 1
    if not cursor.used and following < len(heights) and least <= heights[following]:
        return advance(Cursor(following), chain, heights)
    alone = advance(cursor, chain[:1], heights)
    return alone and advance(alone, chain[1:], heights)


def _whole(cursor: Cursor, block: BlockMetrics, height: int) -> Cursor | None:
    """Return where a block ends if what is left of a column holds all of it, as it mostly does."""
    column, used, after, kind = cursor
    end = used + _gap(used, after, kind, block) + block.height
    return Cursor(column, end, block.after, block.kind) if end <= height else None


def _least(chain: Sequence[BlockMetrics], used: int, after: int, kind: str | None) -> int:
    room = _gap(used, after, kind, chain[0])
    for above, below in pairwise(chain):
        room += above.height + gap(above, below)
    return room + chain[-1].parts[0]
