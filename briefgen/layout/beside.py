"""A side column whose sections stand beside the points that they belong to, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.columns import Column, Flow, Placed, flow, space_between
from briefgen.layout.setting import mpt
from briefgen.types.measure import BlockLayout
from briefgen.types.page import BELOW_SPANNING_PT

Beside = Mapping[int, tuple[int, int]]
"""For a section the part of the side column, counted from 0, and how far down it its point stands,
in mpt."""


MOST_BLANK = 0.35
"""How much of a side column may stay blank, as a share of its height."""

_NEAR_MPT = 36_000
"""So far from its point a section still stands beside it: three lines."""

_FOOT_MPT = 1 << 40
"""Further down than any page reaches."""


class _Chunk(Struct, frozen=True):
    """A section: the numbers of its blocks, its height, and where it would stand, if anywhere."""

    section: int
    blocks: tuple[int, ...]
    height: int
    wanted: tuple[int, int] | None


def parts_beside(column: Column, over: Sequence[tuple[int, int]]) -> Iterator[Column]:
    """Yield the parts of a side column that are left by what goes `over` it, from top to bottom."""
    top, end, gap = column.y_mpt, column.y_mpt + column.height_mpt, mpt(BELOW_SPANNING_PT)
    for above, below in (*over, (end + gap, end + gap)):
        if above - gap > top:
            down = top - column.y_mpt
            yield replace(
                column, y_mpt=top, height_mpt=above - gap - top, is_begun=bool(over), down_mpt=down
            )
        top = max(top, below + gap)


def flow_on(
    block_layouts: Sequence[BlockLayout],
    columns: Sequence[Column],
    further: Callable[[int], Column],
    first: int,
) -> Flow:
    """Stack galleys in parts of a side column, and then on `further` pages."""

    def column(number: int) -> Column:
        return columns[number] if number < len(columns) else further(number - len(columns))

    found = flow(block_layouts, column)
    made = [column(number) for number in range(len(found.used_mpt))]
    downs = {
        spot.block_layout: one.down_mpt
        for spot in reversed(found.placed)
        for one in made
        if (one.page, one.y_mpt) <= (spot.page, spot.y_mpt)
    }
    return replace(found, used_mpt=_by_page(made, found.used_mpt, first), downs=downs)


def flow_beside(
    block_layouts: Sequence[BlockLayout],
    sections: Sequence[int],
    beside: Beside,
    columns: Sequence[Column],
    page: int = 1,
) -> Flow | None:
    """Stack sections beside their points, and the others from the first page on.

    `sections` names the section of each block, `columns` are the pages from the first `page` on, or
    parts of them. Each section stands whole in one: None where that cannot be, or where it is
    higher than any.
    """
    chunks = [
        _chunk(section, tuple(numbers), block_layouts, beside)
        for section, group in groupby(range(len(sections)), key=lambda at: sections[at])
        for numbers in ([*group],)
    ]
    gap = max((_gap(one, other, block_layouts) for one, other in pairwise(chunks)), default=0)
    by_page = _on_pages(chunks, [one.height_mpt for one in columns], gap)
    if by_page is None:
        return None
    placed: list[Placed] = []
    used: list[int] = []
    downs: dict[int, int] = {}
    for at, (one, on_page) in enumerate(zip(columns, by_page, strict=True)):
        end, top = 0, 0
        for chunk, y in _down(on_page, at, one.height_mpt, gap):
            top = y if not end or y > end + gap else top
            end = _place(chunk, y, one, block_layouts, placed)
            downs.update(dict.fromkeys(chunk.blocks, one.down_mpt + top))
        used.append(end)
    placed.sort(key=lambda spot: spot.block_layout)
    return Flow(tuple(placed), _by_page(columns, used, page), (), downs=downs)


def _by_page(columns: Sequence[Column], used: Sequence[int], first: int) -> tuple[int, ...]:
    """Return how far down each page from the first is used, up to the last one that is."""
    reach = [0] * (max((one.page for one in columns), default=first) - first + 1)
    for one, end in zip(columns, used, strict=True):
        if end:
            reach[one.page - first] = one.down_mpt + end
    while len(reach) > 1 and not reach[-1]:
        reach.pop()
    return tuple(reach)


def _chunk(
    section: int, numbers: tuple[int, ...], block_layouts: Sequence[BlockLayout], beside: Beside
) -> _Chunk:
    height = sum(block_layouts[number].height_mpt for number in numbers)
    height += sum(
        space_between(block_layouts[one], block_layouts[other]) for one, other in pairwise(numbers)
    )
    return _Chunk(section, numbers, height, beside.get(section))


def _gap(above: _Chunk, below: _Chunk, block_layouts: Sequence[BlockLayout]) -> int:
    return space_between(block_layouts[above.blocks[-1]], block_layouts[below.blocks[0]])


def _on_pages(
    chunks: Sequence[_Chunk], heights: Sequence[int], gap: int
) -> list[list[_Chunk]] | None:
    """Return the sections of each page: those beside points on theirs, or on the nearest with room.

    A later page comes before an earlier one, where nobody has read yet what a section is of. Of the
    others, what opens the side column stands on the first page, and so does what a reader needs
    from the start, such as terms, if much of that would stay blank; else on the blankest page.
    """
    by_page: list[list[_Chunk]] = [[] for _ in heights]
    left = [height + gap for height in heights]

    def put(chunk: _Chunk, pages: Iterable[int]) -> int | None:
        page = next((at for at in pages if chunk.height + gap <= left[at]), None)
        if page is not None:
            by_page[page].append(chunk)
            left[page] -= chunk.height + gap
        return page

    last = len(heights) - 1
    wanted = [(min(one.wanted[0], last), one) for one in chunks if one.wanted]
    ahead = [at for at in wanted if at[0] < last and put(at[1], range(at[0], last + 1)) is None]
    # What comes last is the nearest to the end, also where not all have room on the last page.
    for first, one in reversed([*ahead, *(at for at in wanted if at[0] == last)]):
        if put(one, (last, *range(first - 1, -1, -1))) is None:
            return None
    for one in chunks:
        opens = one is chunks[0] or left[0] > MOST_BLANK * heights[0]
        if not one.wanted and put(one, _blankest(left, heights, opens=opens)) is None:
            return None
    return [sorted(on_page, key=lambda one: one.section) for on_page in by_page]


def _blankest(left: Sequence[int], heights: Sequence[int], *, opens: bool) -> list[int]:
    """Return pages by how blank they are, the first one before them if a section `opens` it."""
    shares = [room / max(1, height) for room, height in zip(left, heights, strict=True)]
    return sorted(range(len(left)), key=lambda at: (not (opens and at == 0), -shares[at], at))


def _down(
    chunks: Sequence[_Chunk], page: int, height: int, gap: int
) -> Sequence[tuple[_Chunk, int]]:
    """Return the sections of a page with their places, as near their points as they get.

    Those beside points keep the order of these, so that none stands above the heading of its kind.
    """
    wanted = [one for one in chunks if one.wanted]
    in_order = sorted(wanted, key=lambda one: (_top(one, page), one.section))
    for chunk in chunks:
        if chunk not in wanted:
            orders = [[*in_order[:at], chunk, *in_order[at:]] for at in range(len(in_order) + 1)]
            in_order = [one for one, _ in _nearest(orders, page, height, gap)]
    return [*_stacked(in_order, page, height, gap)]


def _nearest(
    orders: Sequence[Sequence[_Chunk]], page: int, height: int, gap: int
) -> Sequence[tuple[_Chunk, int]]:
    found = [[*_stacked(order, page, height, gap)] for order in orders]
    return min(found, key=lambda stack: _distance(stack, page))


def _top(chunk: _Chunk, page: int) -> int:
    """Return how far down a page a section is to stand: at its top, if it is of an earlier one.

    One of a later page stands at the foot.
    """
    if chunk.wanted is None or chunk.wanted[0] < page:
        return 0
    return chunk.wanted[1] if chunk.wanted[0] == page else _FOOT_MPT


def _stacked(
    order: Sequence[_Chunk], page: int, height: int, gap: int
) -> Sequence[tuple[_Chunk, int]]:
    below = sum(chunk.height + gap for chunk in order) - gap
    y, stack = 0, []
    for chunk in order:
        top = max(y, min(_top(chunk, page), height - below))
        stack.append((chunk, top))
        y = top + chunk.height + gap
        below -= chunk.height + gap
    return stack


def _distance(stack: Sequence[tuple[_Chunk, int]], page: int) -> tuple[int, int, int]:
    """Return how far sections stand from their points, and how much of the order is lost.

    A few lines are near, so that what opens a side column stands at its head, and not below.
    """
    away = [
        abs(top - chunk.wanted[1])
        for chunk, top in stack
        if chunk.wanted and chunk.wanted[0] == page
    ]
    turned = sum(one.section > other.section for (one, _), (other, _) in pairwise(stack))
    return sum(one for one in away if one > _NEAR_MPT), turned, sum(away)


def _place(
    chunk: _Chunk,
    y: int,
    column: Column,
    block_layouts: Sequence[BlockLayout],
    placed: list[Placed],
) -> int:
    """Place the blocks of a section from a height downwards; return where it ends."""
    above: BlockLayout | None = None
    for number in chunk.blocks:
        layout = block_layouts[number]
        y += space_between(above, layout) if above else 0
        placed.append(Placed(number, column.page, column.x_mpt, column.y_mpt + y, layout.rows))
        y += layout.height_mpt
        above = layout
    return y
