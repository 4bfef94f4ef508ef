"""The main frame in several columns: bands of columns, and of what goes over all of them.

Columns end level where a band ends, so that what goes over all of them, or the foot of a brief,
stands close below. Word processors do the same with a section that another one follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.columns import Column, Flow, Placed, flow
from briefgen.layout.setting import ColumnGeometry, mpt
from briefgen.types.laid import LineMark
from briefgen.types.measure import BlockLayout
from briefgen.types.page import BELOW_SPANNING_PT

_STEP_MPT = 1_000
"""How closely the least height of level columns is sought."""

_SPARE_MPT = 27_000
"""Room below level columns, two lines, for a break to be safe: text that goes over to the next
column would push what the break begins to another page."""

_LEAST_MPT = 72_000
"""Room at the foot of a page for columns that go on over it to begin there: a heading and some
lines. Of less a word processor makes nothing, and a reader sees scraps below a table."""

LOWER_MPT = 8_000
"""How much lower columns below what spans may end in a word processor, which has paragraphs of a
point there, and rounds the height of each tinted heading up: one over two lines that just hold
would go to the next column. It is kept where a number of pages is promised; where none is, most
headings stand on the page that the contents say without it."""

RULE_COLOUR, RULE_MPT = "#8a9097", 500
"""Colour and width of a line between columns."""

Columns = Callable[[int, int | None], Column]
"""A column of a page by their numbers, both from 0; None stands for the width of all columns."""


class _Band(Struct, frozen=True):
    """Galleys one under another from the `first` of all on; on a page, `columns` of them.

    They end `lower_mpt` above the foot of a page that holds something above them.
    """

    first: int
    block_layouts: tuple[BlockLayout, ...]
    columns: int
    lower_mpt: int

    @property
    def ruled_mpt(self) -> int:
        """How much lower the columns of a further page may begin in a word processor.

        LibreOffice counts the rule above the first paragraph of a section on a page twice.
        """
        if not self.lower_mpt:
            return 0
        panels = [one.panel for one in self.block_layouts if one.panel]
        rules = [one.rule_top for one in panels if one.rule_top]
        return max((mpt(rule.width_pt + rule.distance_pt) for rule in rules), default=0)

    @property
    def spans(self) -> bool:
        """Whether they go over all columns."""
        return self.block_layouts[0].spans


def flow_in_bands(
    block_layouts: Sequence[BlockLayout], column: Columns, columns: int, lower_mpt: int = LOWER_MPT
) -> Flow:
    """Stack galleys in so many columns a page, those that span columns across.

    Columns below something else end so much higher (`lower_mpt`) than the page has room, and by
    the rules that a word processor counts twice above them on the page.
    What is used is said of each page: as far as its longest column reaches.
    """
    used: list[int] = [0]
    lowered_mpt = 0
    placed: list[Placed] = []
    too_high: list[int] = []
    opens: list[int] = []
    for own in _bands(block_layouts, columns, lower_mpt):
        begin_mpt = used[-1]
        band = replace(own, lower_mpt=own.lower_mpt + lowered_mpt) if begin_mpt else own
        if begin_mpt:
            begin_mpt += _gap_mpt(block_layouts[band.first - 1], band.block_layouts[0])
        found = _flow(band, column, len(used) - 1, begin_mpt)
        if begin_mpt and len(found.used_mpt) > band.columns > 1:
            room_mpt = column(len(used) - 1, 0).height_mpt - begin_mpt
            if room_mpt < _LEAST_MPT:
                begin_mpt = 0
                used.append(0)
                found = _flow(band, column, len(used) - 1, 0)
            elif lower_mpt:
                found = _whole_over_the_page(found, band, column, len(used) - 1, begin_mpt)
        placed += [replace(p, block_layout=p.block_layout + band.first) for p in found.placed]
        too_high += [number + band.first for number in found.too_high]
        opens += [number + band.first for number in found.opens]
        pages = [
            max(found.used_mpt[at : at + band.columns])
            for at in range(0, len(found.used_mpt), band.columns)
        ]
        if pages[0]:
            used[-1] = begin_mpt + pages[0]
        used += pages[1:]
        lowered_mpt = own.ruled_mpt + (lowered_mpt if begin_mpt and not pages[1:] else 0)
    return Flow(tuple(placed), tuple(used), tuple(too_high), tuple(opens))


def _whole_over_the_page(
    found: Flow, band: _Band, column: Columns, page: int, begin_mpt: int
) -> Flow:
    """Return a flow without a block that stands on its first page and on the next, if it can be.

    LibreOffice parts none at the end of columns that begin below something else: it goes over
    whole, and pushes what follows.
    """
    first = found.placed[0].page if found.placed else page
    here = {spot.block_layout for spot in found.placed if spot.page == first}
    parted = here & {spot.block_layout for spot in found.placed if spot.page > first}
    if not parted:
        return found
    blocks = (
        _in_one_piece(one) if number in parted else one
        for number, one in enumerate(band.block_layouts)
    )
    whole = _flow(replace(band, block_layouts=tuple(blocks)), column, page, begin_mpt)
    return found if whole.too_high else whole


def rules_between(
    placed: Sequence[Placed], spans: Sequence[bool], geometry: ColumnGeometry
) -> Iterator[tuple[int, LineMark]]:
    """Yield a line in each gap between columns, as high as the band that these are of, by page.

    A band of one column has none. `spans` says of each block whether it goes over all columns.
    """
    step = geometry.main_mpt + geometry.column_gap_mpt
    bands = groupby(placed, key=lambda spot: spans[spot.block_layout])
    for _, band in (one for one in bands if not one[0]):
        for page, each in groupby(band, key=lambda spot: spot.page):
            spots = [*each]
            top = min(spot.y_mpt for spot in spots)
            bottom = max(spot.y_mpt + _height_mpt(spot) for spot in spots)
            last = max(spot.x_mpt for spot in spots)
            for left in range(geometry.main_left_mpt + step, last + 1, step):
                x = left - geometry.column_gap_mpt // 2
                yield page, LineMark(x, top, x, bottom, RULE_COLOUR, RULE_MPT)


def _height_mpt(spot: Placed) -> int:
    return sum(row.height_mpt for row in (*spot.repeated, *spot.rows))


def _gap_mpt(above: BlockLayout, below: BlockLayout) -> int:
    """Return the space between two bands: the tops of columns have none of their own."""
    if above.spans:
        return above.space_after_mpt + mpt(BELOW_SPANNING_PT)
    return max(above.space_after_mpt, below.space_before_mpt)


def _bands(block_layouts: Sequence[BlockLayout], columns: int, lower_mpt: int) -> Iterator[_Band]:
    numbered = groupby(enumerate(block_layouts), key=lambda each: each[1].spans)
    for spans, each in numbered:
        numbers, blocks = zip(*each, strict=True)
        yield _Band(numbers[0], blocks, 1 if spans else columns, lower_mpt)


def _flow(band: _Band, column: Columns, page: int, begin_mpt: int) -> Flow:
    """Stack the galleys of a band from a place on a page on, level where they end.

    Columns there end between blocks, if they can: that is a break that a word processor keeps.
    """
    place = partial(_place, band, column, page, begin_mpt)
    found = flow(band.block_layouts, place)
    if band.columns == 1:
        return found
    last = (len(found.used_mpt) - 1) // band.columns * band.columns
    lasting = place(last)
    before = {spot.block_layout for spot in found.placed if spot.page < lasting.page}
    whole = [
        one if number in before else _in_one_piece(one)
        for number, one in enumerate(band.block_layouts)
    ]
    level = _level(whole, place, last, band.columns)
    if level is None or len(level.used_mpt) <= last + 1:
        return _level(band.block_layouts, place, last, band.columns) or found
    spare_mpt = lasting.height_mpt - max(level.used_mpt[last:])
    opens = _opening(level, lasting) - before if spare_mpt >= _SPARE_MPT else ()
    return replace(level, opens=tuple(sorted(opens)))


def _in_one_piece(block_layout: BlockLayout) -> BlockLayout:
    rows = tuple(replace(row, break_after=False) for row in block_layout.rows)
    return replace(block_layout, rows=rows)


def _level(
    block_layouts: Sequence[BlockLayout], place: Callable[[int], Column], last: int, columns: int
) -> Flow | None:
    """Return a flow whose last columns are as low as they can be; None where they hold not all."""
    found, low, high = None, 0, place(last).height_mpt
    middle = high
    while high - low > _STEP_MPT:
        tried = flow(block_layouts, partial(_lower, place, last, columns, middle))
        if len(tried.used_mpt) <= last + columns and not tried.too_high:
            high, found = middle, tried
        elif found is None:
            return None
        else:
            low = middle
        middle = (low + high) // 2
    return found


def _opening(level: Flow, first: Column) -> set[int]:
    """Return what stands at the head of the columns beside the first one of a page."""
    return {
        spot.block_layout
        for spot in level.placed
        if (spot.page, spot.y_mpt) == (first.page, first.y_mpt) and spot.x_mpt != first.x_mpt
    }


def _place(band: _Band, column: Columns, page: int, begin_mpt: int, number: int) -> Column:
    """Return a column of a band, which begins so far down its first page."""
    further, at = divmod(number, band.columns)
    whole = column(page + further, None if band.spans else at)
    if not band.spans:
        is_below = not further and (begin_mpt or not page)
        lower_mpt = band.lower_mpt if is_below else band.ruled_mpt
        whole = replace(whole, height_mpt=max(0, whole.height_mpt - lower_mpt))
    if further or not begin_mpt:
        return whole
    return replace(
        whole,
        y_mpt=whole.y_mpt + begin_mpt,
        height_mpt=max(0, whole.height_mpt - begin_mpt),
        is_begun=True,
    )


def _lower(
    place: Callable[[int], Column], last: int, columns: int, most_mpt: int, number: int
) -> Column:
    """Return a column that is no higher than others of its page, if that is the last one.

    What is kept together and does not fit there goes on, as it would in a higher one.
    """
    whole = place(number)
    if not last <= number < last + columns:
        return whole
    return replace(whole, height_mpt=min(whole.height_mpt, most_mpt), is_begun=True)
