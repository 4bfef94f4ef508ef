"""A side column whose sections stand beside their points."""

from __future__ import annotations

from briefgen.layout.beside import flow_beside, flow_on, parts_beside
from briefgen.layout.columns import Column
from briefgen.types.measure import BlockLayout, Row
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
        [block(height) for height in heights],
        [*range(len(heights))],
        beside,
        [column(number) for number in range(pages)],
    )
    return [(spot.page, spot.y_mpt - 100) for spot in found.placed] if found else None


def test_a_section_stands_level_with_its_point() -> None:
    assert places([40, 40], {0: (0, 120), 1: (1, 30)}) == [(1, 120), (2, 30)]


def test_what_has_no_point_stands_first_or_on_the_page_that_would_else_stay_blankest() -> None:
    assert places([100, 100, 100], {}, pages=3) == [(1, 0), (1, 105), (2, 0)]
    assert places([60, 150, 60, 10], {1: (0, 0)}) == [(1, 0), (1, 65), (2, 0), (2, 65)]
    beside = {1: (0, 0), 2: (1, 0)}
    assert places([60, 150, 150, 60], beside, 3) == [(1, 0), (1, 65), (2, 0), (3, 0)]


def test_what_stands_beside_a_point_is_not_moved_on_by_what_opens_a_side_column() -> None:
    assert places([200, 150], {1: (0, 100)}) == [(2, 0), (1, 100)]


def test_what_the_last_pages_have_no_room_for_stands_at_the_foot_of_those_before() -> None:
    beside = {0: (1, 0), 1: (1, 10), 2: (1, 20)}
    assert places([250, 40, 50], beside) == [(1, 50), (2, 10), (2, 55)]
    assert places([290, 200, 200], dict.fromkeys(range(3), (2, 0)), 3) == [
        (1, 10),
        (2, 100),
        (3, 0),
    ]


def test_what_opens_a_side_column_moves_what_is_beside_a_point_by_a_few_lines() -> None:
    one = Column(1, 0, 0, 50, 300_000)
    found = flow_beside([block(100_000)] * 2, [0, 1], {1: (0, 70_000)}, [one])
    assert found is not None and [spot.y_mpt for spot in found.placed] == [0, 100_005]
    found = flow_beside([block(100_000)] * 2, [0, 1], {1: (0, 40_000)}, [one])
    assert found is not None and [spot.y_mpt for spot in found.placed] == [140_005, 40_000]


def test_two_that_want_one_place_stand_one_below_the_other_and_none_leaves_its_column() -> None:
    assert places([40, 40], {0: (0, 290), 1: (0, 290)}) == [(1, 215), (1, 260)]


def test_a_section_without_room_on_its_page_stands_on_the_next() -> None:
    assert places([200, 200], {0: (0, 10), 1: (0, 20)}) == [(1, 10), (2, 0)]


def test_a_section_higher_than_a_page_is_left_to_flow() -> None:
    assert places([301], {}) is None
    assert places([200, 200, 200], {}) is None


def test_sections_beside_one_point_keep_their_order_whatever_their_heights() -> None:
    assert places([200, 20], {0: (0, 60), 1: (0, 60)}, pages=1) == [(1, 60), (1, 265)]


def test_how_far_down_a_stack_begins_is_told() -> None:
    found = flow_beside([block(40)] * 3, [0, 1, 2], {1: (0, 120)}, [column(0)])
    assert found is not None
    assert found.downs == {0: 0, 1: 120, 2: 120}
    assert found.used_mpt == (120 + 40 + 5 + 40,)


def test_what_goes_over_a_side_column_leaves_it_in_parts() -> None:
    gap = 10_000
    whole = Column(1, 0, 100, 50, 90_000)
    above, below = parts_beside(whole, [(30_100, 50_100)])
    assert (above.y_mpt, above.height_mpt, above.down_mpt) == (100, 30_000 - gap, 0)
    assert (below.y_mpt, below.down_mpt) == (50_100 + gap, 50_000 + gap)
    assert below.y_mpt + below.height_mpt == whole.y_mpt + whole.height_mpt
    assert [*parts_beside(whole, [])] == [whole]
    assert [*parts_beside(whole, [(100, 90_100)])] == []


def test_a_section_stands_in_the_part_beside_its_point_as_far_down_as_that_is() -> None:
    parts = [Column(1, 0, 100, 50, 60), Column(1, 0, 300, 50, 100, down_mpt=200)]
    found = flow_beside([block(40)] * 2, [0, 1], {0: (0, 5), 1: (1, 20)}, parts)
    assert found is not None
    assert [spot.y_mpt for spot in found.placed] == [105, 320]
    assert found.downs == {0: 5, 1: 220}
    assert found.used_mpt == (200 + 20 + 40,)


def test_what_no_part_holds_goes_on_to_further_pages() -> None:
    parts = [Column(1, 0, 100, 50, 60, is_begun=True)]
    found = flow_on([block(200)], parts, lambda further: column(1 + further), 1)
    assert [(spot.page, spot.y_mpt) for spot in found.placed] == [(2, 100)]
    assert not found.too_high


def test_of_many_sections_those_of_no_point_stand_where_they_move_others_least() -> None:
    beside = {0: (0, 0), 1: (0, 45), 2: (0, 90), 3: (0, 135), 5: (0, 260)}
    assert places([40] * 6, beside, pages=1) == [
        (1, 0),
        (1, 45),
        (1, 90),
        (1, 135),
        (1, 180),
        (1, 260),
    ]
