"""Columns in numbers: the edge is the last place that fits, and what stays together stays."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.stacked import HEADINGS, PARAGRAPHS, fixed_columns, heading, paragraph

from briefgen.fit.block_metrics import BlockMetrics, Cursor, advance, gap, metrics
from briefgen.layout.columns import flow, space_between
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.role import Role

BULLET = Role.BULLET.value
ANY = st.one_of(PARAGRAPHS, HEADINGS)


def block(
    *parts: int, before: int = 0, after: int = 0, repeat: int = 0, kind: str = ""
) -> BlockMetrics:
    return BlockMetrics(parts, sum(parts), before, after, kind or None, False, repeat)


def head(high: int, after: int = 0) -> BlockMetrics:
    return BlockMetrics((high,), high, 0, after, None, True, 0)


def end(
    chain: Sequence[BlockMetrics], *heights: int, at: Cursor | None = None
) -> tuple[int, int] | None:
    """Return the column in which a chain ends, and how far that is used."""
    found = advance(at or Cursor(), chain, heights)
    return found and found[:2]


def advanced(block_layouts: Sequence[BlockLayout], heights: tuple[int, ...]) -> Cursor | None:
    """Advance by one galley after the other, as the search does."""
    cursor: Cursor | None = Cursor()
    waiting: tuple[BlockMetrics, ...] = ()
    for number, block_layout in enumerate(block_layouts):
        waiting = (*waiting, metrics(block_layout))
        if cursor and (not block_layout.keep_with_next or number == len(block_layouts) - 1):
            cursor, waiting = advance(cursor, waiting, heights), ()
    return cursor


def assert_like_the_real_ones(
    block_layouts: Sequence[BlockLayout], heights: tuple[int, ...]
) -> None:
    real, cursor = flow(block_layouts, fixed_columns(heights)), advanced(block_layouts, heights)
    if cursor is None:
        assert real.too_high or len(real.used_mpt) > len(heights)
    else:
        assert not real.too_high
        assert (cursor.column, cursor.used) == (len(real.used_mpt) - 1, real.used_mpt[-1])


@given(st.lists(ANY, max_size=10), st.lists(st.integers(20, 120), min_size=1, max_size=4))
def test_the_arithmetic_of_columns_is_that_of_the_real_ones(
    block_layouts: list[BlockLayout], columns: list[int]
) -> None:
    assert_like_the_real_ones(block_layouts, tuple(columns))


@given(
    st.lists(ANY, min_size=1, max_size=6), st.lists(ANY, max_size=4), st.sampled_from([-1, 0, 1])
)
def test_it_is_so_where_a_column_is_just_full_or_lacks_a_thousandth(
    first: list[BlockLayout], more: list[BlockLayout], beyond: int
) -> None:
    (full,) = flow(first, fixed_columns((1_000_000,))).used_mpt
    for columns in (1, 2, 3):
        assert_like_the_real_ones([*first, *more], (full + beyond,) * columns)


@given(ANY, ANY)
def test_the_space_between_two_blocks_is_that_of_layout(
    above: BlockLayout, below: BlockLayout
) -> None:
    assert gap(metrics(above), metrics(below)) == space_between(above, below)


def test_a_block_layout_is_reported_by_its_parts_its_space_and_what_it_repeats() -> None:
    rows = (Row(10, ()), Row(20, (), break_after=True), Row(30, ()), Row(40, ()))
    repeat = (Row(5, ()), Row(6, ()))
    reported = BlockLayout(Role.BULLET, rows, (), 3, 7, contextual_spacing=True, repeat=repeat)
    assert metrics(reported) == BlockMetrics((30, 70), 100, 3, 7, BULLET, False, 11)
    kept = BlockLayout(Role.BODY, rows[:2], (), 0, 0, keep_with_next=True)
    assert metrics(kept) == BlockMetrics((30,), 30, 0, 0, None, True, 0)


@pytest.mark.parametrize(("height", "wanted"), [(41, (0, 40)), (40, (0, 40)), (39, None)])
def test_a_column_holds_what_is_just_as_high_and_nothing_higher(
    height: int, wanted: tuple[int, int] | None
) -> None:
    assert end([block(40)], height) == wanted
    assert end([block(20, before=9, after=9)], height, at=Cursor(0, 11, 9)) == wanted


def test_a_block_goes_over_as_soon_as_its_first_part_lacks_room() -> None:
    assert end([block(20, 20)], 60, 60, at=Cursor(0, 40)) == (1, 20)
    assert end([block(20, 20)], 60, 60, at=Cursor(0, 41)) == (1, 40)
    assert end([block(20, 20)], 60, at=Cursor(0, 40)) is None
    assert end([block(20, 20)], 60, at=Cursor(0, 41)) is None


def test_the_space_above_a_block_goes_where_a_column_begins() -> None:
    assert end([block(20, before=9)], 60, 60, at=Cursor(0, 31, 5)) == (0, 60)
    assert end([block(20, before=9)], 60, 60, at=Cursor(0, 32, 5)) == (1, 20)
    assert end([block(20, before=5)], 60, 60, at=Cursor(0, 32, 9)) == (1, 20)
    assert end([block(60, before=9)], 60) == (0, 60)


def test_likes_that_want_no_space_have_none_and_others_have_the_larger() -> None:
    bullet = block(20, before=3, after=7, kind="bullet")
    assert advance(Cursor(), [bullet], [40, 40]) == Cursor(0, 20, 7, "bullet")
    assert end([bullet], 40, 40, at=Cursor(0, 20, 7, "bullet")) == (0, 40)
    assert end([bullet], 40, 40, at=Cursor(0, 20, 7)) == (1, 20)
    assert end([bullet], 48, at=Cursor(0, 20, 8, "quotation")) == (0, 48)
    assert end([block(20, before=3)], 47, at=Cursor(0, 20, 7, "bullet")) == (0, 47)


def test_what_is_repeated_takes_room_in_each_further_column_and_not_in_the_first() -> None:
    assert end([block(20, 20, 20, repeat=10)], 30, 30, 30) == (2, 30)
    assert end([block(20, 20, 20, repeat=10)], 40, 50) == (1, 30)
    assert end([block(20, 20, 20, repeat=10)], 29, 29, 29) is None
    assert end([block(20, repeat=10)], 20) == (0, 20)


@pytest.mark.parametrize(
    ("used", "wanted"), [(29, (1, 22)), (30, (1, 22)), (31, (1, 55)), (60, (1, 55))]
)
def test_a_heading_stays_with_the_first_part_of_what_follows(
    used: int, wanted: tuple[int, int]
) -> None:
    """10 of heading, 3 of space, 20 of the first part and 22 of the second: 33, then 22."""
    chain = [head(10, after=3), block(20, 22)]
    assert end(chain, 63, 63, at=Cursor(0, used)) == wanted


def test_headings_above_one_another_stay_together_with_what_follows() -> None:
    chain = [head(10, after=3), head(10), block(20)]
    assert end(chain, 63, 63, at=Cursor(0, 20)) == (0, 63)
    assert end(chain, 63, 63, at=Cursor(0, 21)) == (1, 43)
    assert end(chain, 63, at=Cursor(0, 21)) is None


def test_a_chain_that_no_column_can_hold_is_divided_below_its_first_block() -> None:
    assert end([head(10, after=3), block(20)], 33) == (0, 33)
    assert end([head(10, after=3), block(20)], 32, 32) == (1, 20)
    assert end([head(10, after=3), block(20)], 32) is None
    assert end([head(33), block(20)], 32, 32) is None


def test_columns_of_different_heights_are_each_taken_at_their_own() -> None:
    assert end([block(10, 10, 10, 10)], 20, 10, 15) == (2, 10)
    assert end([head(10), block(20)], 10, 30, at=Cursor(0, 10)) == (1, 30)
    assert end([block(30)], 20, 30) is None


def test_where_a_chain_ends_what_stood_last_decides_about_the_space_below() -> None:
    last = block(20, after=9, kind="bullet")
    assert advance(Cursor(), [head(10, after=3), last], [40]) == Cursor(0, 33, 9, "bullet")
    assert advance(Cursor(), [block(20, 20, after=4)], [30, 30]) == Cursor(1, 20, 4, None)


def test_a_bullet_needs_no_space_below_another_where_a_column_ends() -> None:
    first, second = (paragraph(rows, 0, 7, contextual=True, repeat=0) for rows in (2, 4))
    cursor = advance(Cursor(), (metrics(first),), (40, 40))
    assert cursor == Cursor(0, 20, 7, BULLET)
    assert advance(cursor, (metrics(second),), (40, 40)) == Cursor(1, 20, 7, BULLET)


def test_nothing_at_all_stays_where_it_is() -> None:
    assert metrics(heading(2, 3)) == BlockMetrics((20,), 20, 3, 2, None, True, 0)
    assert advanced([], (10,)) == Cursor()
