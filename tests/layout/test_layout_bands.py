"""Several columns of a page: bands that end level, and what goes over all of them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.layout.bands import LOWER_MPT, flow_in_bands
from briefgen.layout.columns import Column, Flow
from briefgen.types.measure import BlockLayout, Panel, Row
from briefgen.types.page_style import Border
from briefgen.types.role import Role

LINE_MPT = 10_000
PAGE_LINES = 20
WIDE_MPT, NARROW_MPT, GAP_MPT = 220_000, 100_000, 20_000


def page(number: int, place: int | None) -> Column:
    """Return a column of a page of 20 lines with two columns; None is the width of both.

    Columns of the first page have what layout keeps free there for word processors, too.
    """
    if place is None:
        return Column(number + 1, 0, 0, WIDE_MPT, PAGE_LINES * LINE_MPT)
    left = place * (NARROW_MPT + GAP_MPT)
    free_mpt = 0 if number else LOWER_MPT
    return Column(number + 1, left, 0, NARROW_MPT, PAGE_LINES * LINE_MPT + free_mpt)


def paragraph(lines: int, *, spans: bool = False) -> BlockLayout:
    rows = tuple(Row(LINE_MPT, (), break_after=True) for _ in range(lines))
    return BlockLayout(Role.BODY, rows, (), 0, 0, spans=spans)


def heading(*, spans: bool = False) -> BlockLayout:
    return replace(paragraph(1, spans=spans), keep_with_next=True)


def told(blocks: Iterable[BlockLayout]) -> list[str]:
    """Return page, place and lines of what stands where: block, page, x, y in lines, lines."""
    return [
        f"{spot.block_layout}: {spot.page} {spot.x_mpt // 1000},{spot.y_mpt // LINE_MPT}"
        f" {len(spot.rows)}"
        for spot in flowed(blocks).placed
    ]


def flowed(blocks: Iterable[BlockLayout]) -> Flow:
    return flow_in_bands([*blocks], page, 2)


def test_columns_end_level_between_paragraphs() -> None:
    flow = flowed([paragraph(4), paragraph(3), paragraph(3), paragraph(4)])
    assert told([paragraph(4), paragraph(3), paragraph(3), paragraph(4)]) == [
        "0: 1 0,0 4",
        "1: 1 0,4 3",
        "2: 1 120,0 3",
        "3: 1 120,3 4",
    ]
    assert flow.used_mpt == (7 * LINE_MPT,)
    assert flow.opens == (2,)


def test_one_paragraph_is_divided_and_no_break_is_told() -> None:
    assert told([paragraph(10)]) == ["0: 1 0,0 5", "0: 1 120,0 5"]
    assert flowed([paragraph(10)]).opens == ()


def test_full_columns_are_told_no_break() -> None:
    """A line more in the first would push what the break begins to the next page."""
    assert flowed([paragraph(19), paragraph(19)]).opens == ()
    assert flowed([paragraph(17), paragraph(17)]).opens == (1,)


def test_what_spans_stands_below_level_columns_and_above_others() -> None:
    blocks = [paragraph(2), paragraph(2), paragraph(3, spans=True), paragraph(2), paragraph(2)]
    assert told(blocks) == [
        "0: 1 0,0 2",
        "1: 1 120,0 2",
        "2: 1 0,2 3",
        "3: 1 0,6 2",
        "4: 1 120,6 2",
    ]


def test_a_band_goes_on_over_the_page() -> None:
    blocks = [paragraph(50), paragraph(4, spans=True)]
    assert told(blocks)[:4] == ["0: 1 0,0 20", "0: 1 120,0 20", "0: 2 0,0 5", "0: 2 120,0 5"]
    assert told(blocks)[4] == "1: 2 0,5 4"
    assert flowed(blocks).used_mpt == (20 * LINE_MPT, 9 * LINE_MPT)


def test_a_heading_below_a_wide_table_goes_over_with_its_text() -> None:
    blocks = [paragraph(18, spans=True), heading(), paragraph(4), paragraph(4)]
    assert told(blocks)[1:] == ["1: 2 0,0 1", "2: 2 0,1 4", "3: 2 120,0 4"]


@given(
    st.lists(
        st.one_of(
            st.builds(paragraph, st.integers(1, 30)),
            st.builds(paragraph, st.integers(1, 9), spans=st.just(True)),
        ),
        max_size=12,
    )
)
def test_each_line_stands_once_in_order_and_on_its_page(blocks: list[BlockLayout]) -> None:
    flow = flowed(blocks)
    lines = [0] * len(blocks)
    for spot in flow.placed:
        lines[spot.block_layout] += len(spot.rows)
        assert spot.y_mpt + len(spot.rows) * LINE_MPT <= PAGE_LINES * LINE_MPT
        assert spot.page <= len(flow.used_mpt)
    assert lines == [len(block.rows) for block in blocks]
    assert not flow.too_high
    places = [(spot.page, spot.block_layout) for spot in flow.placed]
    assert places == sorted(places)


@pytest.mark.parametrize("spans", [False, True])
def test_what_is_higher_than_a_page_is_reported(spans: bool) -> None:
    rows = (Row(21 * LINE_MPT, ()),)
    assert flowed([BlockLayout(Role.BODY, rows, (), 0, 0, spans=spans)]).too_high == (0,)


def test_columns_that_go_on_over_the_page_leave_no_scraps_below_what_spans() -> None:
    table, long = paragraph(15, spans=True), paragraph(20)
    assert [spot.page for spot in flowed([table, long]).placed] == [1, 2, 2]
    assert flowed([table, long]).used_mpt[0] == 15 * LINE_MPT
    assert [spot.page for spot in flowed([table, paragraph(6)]).placed] == [1, 1, 1]


def test_no_paragraph_begun_below_what_spans_is_parted_by_the_end_of_the_page() -> None:
    blocks = [paragraph(8, spans=True), *[paragraph(9)] * 3, paragraph(30)]
    assert told(blocks)[1:5] == ["1: 1 0,9 9", "2: 1 0,18 2", "2: 1 120,9 7", "3: 2 0,0 9"]
    assert {spot.page for spot in flowed([blocks[0], paragraph(50)]).placed} == {1, 2}


def test_columns_end_higher_below_each_rule_that_a_word_processor_counts_twice() -> None:
    ruled = replace(heading(), panel=Panel(0, NARROW_MPT, None, Border(4.0, "#000000", 6.0)))
    table = paragraph(6, spans=True)
    plain = [heading(), paragraph(5), table, heading(), paragraph(40)]
    lower = [ruled, paragraph(5), table, ruled, paragraph(40)]
    lines = [
        sum(len(spot.rows) for spot in flowed(blocks).placed if spot.page == 1)
        for blocks in (plain, lower)
    ]
    assert lines[0] - lines[1] == 2
