"""A side column whose sections stand beside their points."""

from __future__ import annotations

from briefgen.layout.beside import flow_beside
from briefgen.layout.columns import Column
from briefgen.types.block_layout import BlockLayout, Row
from briefgen.types.role import Role


def block(height: int) -> BlockLayout:
    return BlockLayout(Role.SIDE_TEXT, (Row(height, (), break_after=True),), (), 5, 5)


def column(number: int) -> Column:
    return Column(number + 1, 0, 100, 50, 300)


def places(
    heights: list[int], beside: dict[int, tuple[int, int]], pages: int = 2
) -> list[tuple[int, int]] | None:
    """Return page and top of each section, one block in each."""
    found = flow_beside(
        [block(height) for height in heights], [*range(len(heights))], beside, column, pages
    )
    return [(spot.page, spot.y_mpt - 100) for spot in found.placed] if found else None


def test_a_section_stands_level_with_its_point() -> None:
    assert places([40, 40], {0: (0, 120), 1: (1, 30)}) == [(1, 120), (2, 30)]


def test_what_has_no_point_fills_the_pages_evenly_and_the_first_opens() -> None:
    assert places([100, 100, 100], {}, pages=3) == [(1, 0), (2, 0), (3, 0)]
    assert places([60, 40, 150], {1: (0, 200)}) == [(1, 0), (1, 200), (2, 0)]


def test_two_that_want_one_place_stand_one_below_the_other_and_none_leaves_its_column() -> None:
    assert places([40, 40], {0: (0, 290), 1: (0, 290)}) == [(1, 215), (1, 260)]


def test_a_section_without_room_on_its_page_stands_on_the_next() -> None:
    assert places([200, 200], {0: (0, 10), 1: (0, 20)}) == [(1, 10), (2, 0)]


def test_a_section_higher_than_a_page_is_left_to_flow() -> None:
    assert places([301], {}) is None
    assert places([200, 200, 200], {}) is None


def test_how_far_down_a_stack_begins_is_told() -> None:
    found = flow_beside([block(40)] * 3, [0, 1, 2], {1: (0, 120)}, column, 1)
    assert found is not None
    assert found.downs == {0: 0, 1: 120, 2: 120}
    assert found.used_mpt == (120 + 40 + 5 + 40,)
