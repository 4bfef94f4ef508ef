"""Columns hold every row once and in order, and break only where they may."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout.columns import Column, flow
from briefgen.layout.paragraph import breakable, kept_together
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.role import Role

HEIGHT = 100


def column(number: int) -> Column:
    return Column(number + 1, 0, 0, 200, HEIGHT)


def paragraph(lines: int, *, before: int = 0, after: int = 0, repeat: bool = False) -> BlockLayout:
    return BlockLayout(
        Role.BODY,
        breakable([Row(10, ())] * lines),
        (),
        before,
        after,
        repeat=(Row(10, ()),) if repeat else (),
    )


def heading(lines: int = 1) -> BlockLayout:
    rows = kept_together([Row(10, ())] * lines)
    return BlockLayout(Role.HEADING_1, rows, (), 10, 0, keep_with_next=True)


def dump(*block_layouts: BlockLayout) -> str:
    """Page, place and number of rows of each part that was placed."""
    return " ".join(
        f"{spot.page}:{spot.y_mpt}+{len(spot.rows)}" for spot in flow(block_layouts, column).placed
    )


def test_space_between_two_blocks_is_the_larger_of_after_and_before() -> None:
    assert dump(paragraph(1, after=4), paragraph(1, before=6)) == "1:0+1 1:16+1"


def test_no_space_stands_at_the_top_of_a_column() -> None:
    assert dump(paragraph(10), paragraph(1, before=30)) == "1:0+10 2:0+1"


def test_two_lines_stand_on_either_side_of_a_break() -> None:
    assert dump(paragraph(8), paragraph(4)) == "1:0+8 1:80+2 2:0+2"
    assert dump(paragraph(9), paragraph(4)) == "1:0+9 2:0+4"
    assert dump(paragraph(8), paragraph(3)) == "1:0+8 2:0+3"


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    assert dump(paragraph(7), heading(), paragraph(4)) == "1:0+7 2:0+1 2:10+4"
    assert dump(paragraph(6), heading(), paragraph(4)) == "1:0+6 1:70+1 1:80+2 2:0+2"
    assert dump(paragraph(6), heading(), heading(), paragraph(3)) == "1:0+6 2:0+1 2:20+1 2:30+3"


def test_a_heading_goes_past_all_short_columns_of_the_first_page() -> None:
    """Where the head of a brief leaves next to nothing of it, no column there holds the two."""

    def beside(number: int) -> Column:
        page, at = divmod(number, 2)
        return Column(page + 1, at * 100, 0, 90, HEIGHT if page else 15)

    found = flow([heading(), paragraph(3)], beside)
    assert [(spot.page, spot.x_mpt) for spot in found.placed] == [(2, 0), (2, 0)]
    assert found.too_high == ()


def test_header_rows_are_set_again_where_a_table_continues() -> None:
    placed = flow([paragraph(14, repeat=True)], column).placed
    assert [(len(spot.repeated), len(spot.rows)) for spot in placed] == [(0, 10), (1, 4)]


def test_what_is_higher_than_a_column_is_placed_and_reported() -> None:
    tall = BlockLayout(Role.BODY, (Row(150, (), break_after=True),), (), 0, 0)
    found = flow([paragraph(1), tall, paragraph(1)], column)
    assert found.too_high == (1,)
    assert [spot.page for spot in found.placed] == [1, 2, 3]


GALLEYS = st.lists(
    st.one_of(
        st.builds(
            paragraph, st.integers(1, 25), before=st.integers(0, 12), after=st.integers(0, 12)
        ),
        st.builds(heading, st.integers(1, 3)),
    ),
    max_size=12,
)


@given(GALLEYS)
def test_every_row_is_placed_once_in_order_and_inside_its_column(
    block_layouts: list[BlockLayout],
) -> None:
    found = flow(block_layouts, column)
    assert found.too_high == ()
    for number, block_layout in enumerate(block_layouts):
        rows = [row for spot in found.placed if spot.block_layout == number for row in spot.rows]
        assert tuple(rows) == block_layout.rows
    below: dict[int, int] = {}
    for spot in found.placed:
        assert spot.y_mpt >= below.get(spot.page, 0)
        below[spot.page] = spot.y_mpt + sum(row.height_mpt for row in spot.rows)
        assert below[spot.page] <= HEIGHT
    assert tuple(below.get(page, 0) for page in range(1, len(found.used_mpt) + 1)) == found.used_mpt


SHORT_HEADINGS = st.lists(
    st.one_of(st.builds(paragraph, st.integers(1, 25)), st.just(heading())), max_size=12
).filter(
    lambda block_layouts: sum(block_layout.keep_with_next for block_layout in block_layouts) <= 3
)


@given(SHORT_HEADINGS)
def test_no_heading_is_the_last_thing_in_a_column_unless_nothing_follows(
    block_layouts: list[BlockLayout],
) -> None:
    placed = flow(block_layouts, column).placed
    for spot, following in pairwise(placed):
        if block_layouts[spot.block_layout].keep_with_next:
            assert following.page == spot.page
