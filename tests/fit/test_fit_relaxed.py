"""What the search need not look at: exact where nothing is left to choose or all may be mixed."""

from __future__ import annotations

import pytest

from briefgen.fit.block_metrics import BlockMetrics, Cursor
from briefgen.fit.problem import Item, PricedVariant, Problem, SectionItems
from briefgen.fit.relaxed import Relaxed

HEADING = BlockMetrics((10,), 10, 7, 2, None, True, 0)


def block(high: int, before: int = 0, after: int = 0, kind: str | None = None) -> BlockMetrics:
    return BlockMetrics((high,), high, before, after, kind, False, 0)


def must(number: int, value: int, *metrics: BlockMetrics) -> Item:
    return Item(number, (PricedVariant(0, value, metrics),))


def may(number: int, *forms: tuple[int, int]) -> Item:
    """Return a point that may go, in forms of some value and height."""
    printed = (PricedVariant(n, value, (block(high),)) for n, (value, high) in enumerate(forms))
    return Item(number, (*printed, PricedVariant(None, 0, ())))


def of(*groups: SectionItems, heights: tuple[int, ...] = (100,)) -> Relaxed:
    return Relaxed(Problem(groups, heights))


SPACED = block(20, before=3, after=5)
FOUR = [SectionItems(HEADING, (must(n, 4, SPACED), must(n + 1, 5, SPACED)), 0) for n in (0, 2)]
"""Two sections of 10 + 3 + 20 + 5 + 20, with 7 between them."""


@pytest.mark.parametrize(("height", "most"), [(122, -1), (123, 18), (124, 18), (999, 18)])
def test_where_nothing_is_left_to_choose_the_bound_says_to_the_thousandth_what_fits(
    height: int, most: int
) -> None:
    relaxed = of(*FOUR, heights=(height,))
    assert relaxed.whole.most(relaxed.room) == most


def test_a_heading_has_the_space_above_it_that_the_block_above_was_not_charged() -> None:
    space = of(*FOUR).spacing
    assert space.below == {(5, None): 5}
    assert space.headings == (13, 15)
    assert (space.top, space.end, space.break_) == (0, 5, 7)


def test_space_above_a_heading_is_given_back_where_it_may_be_the_first() -> None:
    may_go = Item(0, (PricedVariant(0, 4, (SPACED,)), PricedVariant(None, 0, ())))
    relaxed = of(SectionItems(HEADING, (may_go,), 0), FOUR[1], heights=(60, 50))
    assert (relaxed.spacing.top, relaxed.room) == (2, 60 + 50 + 7 + 5 + 2)
    assert relaxed.room_at(Cursor()) == relaxed.room
    assert relaxed.room_at(Cursor(1), (SPACED,)) == 50 + 5 + 2 - SPACED.height - 5


def test_likes_that_want_no_space_are_charged_none_between_them() -> None:
    bullet = block(20, before=3, after=5, kind="bullet")
    space = of(SectionItems(None, (must(0, 1, bullet), must(1, 1, bullet)), 0)).spacing
    assert space.below == {(5, "bullet"): 0}
    assert space.charge(PricedVariant(0, 1, (bullet, bullet))) == 40
    assert (space.end, space.break_) == (0, 5)


def test_an_option_is_charged_its_blocks_the_space_between_and_the_least_below() -> None:
    relaxed = of(*FOUR)
    assert relaxed.spacing.charge(PricedVariant(0, 1, (SPACED,))) == 25
    assert relaxed.spacing.charge(PricedVariant(0, 1, (HEADING, SPACED))) == 38
    assert relaxed.spacing.charge(PricedVariant(None, 0, ())) == 0


def test_nothing_to_print_needs_no_room_and_has_all_of_it() -> None:
    relaxed = of(SectionItems(None, (), 0), heights=(30, 20))
    assert (relaxed.left, relaxed.room) == ([50, 20], 50)
    assert relaxed.whole.most(0) == 0


def test_room_is_what_columns_have_and_what_is_charged_and_may_not_be_taken() -> None:
    relaxed = of(*FOUR, heights=(60, 50, 40))
    assert relaxed.left == [60 + 50 + 40 + 2 * 7 + 5, 50 + 40 + 7 + 5, 40 + 5]
    assert relaxed.room == relaxed.left[0]
    assert relaxed.room_at(Cursor()) == relaxed.room
    assert relaxed.room_at(Cursor(2)) == 40 + 5
    assert relaxed.room_at(Cursor(1, 30, 5, None)) == 102 - 30 - 5
    waiting = SPACED, SPACED
    between = max(SPACED.after, SPACED.before)
    taken = 2 * SPACED.height + between + 5
    assert relaxed.room_at(Cursor(1, 30, 5, None), waiting) == 102 - 30 - taken


POINTS = may(0, (1, 10)), may(1, (1, 20)), may(2, (1, 30))


@pytest.mark.parametrize(
    ("at_least", "room", "most"),
    [
        (0, 0, 0),
        (0, 29, 1),
        (0, 30, 2),
        (1, 9, -1),
        (1, 10, 1),
        (2, 29, -1),
        (2, 30, 2),
        (2, 59, 2),
        (2, 60, 3),
        (3, 59, -1),
        (3, 60, 3),
        (4, 60, 3),
    ],
)
def test_a_section_that_must_show_some_points_pays_for_the_lowest(
    at_least: int, room: int, most: int
) -> None:
    assert of(SectionItems(None, POINTS, at_least)).whole.most(room) == most


@pytest.mark.parametrize(("at_least", "least"), [(0, 10), (1, 10), (2, 30), (3, 60)])
def test_what_must_be_printed_in_any_case_counts_and_is_paid_once(
    at_least: int, least: int
) -> None:
    whole = of(SectionItems(None, (must(0, 0, block(10)), *POINTS[1:]), at_least)).whole
    assert (whole.most(least - 1), whole.most(least) >= 0) == (-1, True)


def test_a_heading_is_paid_for_before_what_stands_under_it() -> None:
    heading = BlockMetrics((5,), 5, 0, 0, None, True, 0)
    whole = of(SectionItems(heading, POINTS, 2)).whole
    assert [whole.most(room) for room in (34, 35, 65)] == [-1, 2, 3]
    free = of(SectionItems(heading, (may(0, (9, 10)),), 0)).whole
    assert [free.most(room) for room in (0, 5, 14, 15)] == [0, 3, 8, 9]


def test_after_an_item_only_what_follows_it_can_be_added() -> None:
    after = of(SectionItems(None, POINTS, 0), SectionItems(None, (may(3, (7, 10)),), 0)).after
    assert [opened[0].most(100) for _, opened in after] == [9, 8, 7, 0]
    assert [unopened[0].most(100) for unopened, _ in after] == [9, 8, 7, 0]
    assert [opened[0].most(10) for _, opened in after] == [7, 7, 7, 0]


def test_after_an_item_what_a_section_still_requires_depends_on_what_it_has_printed() -> None:
    after = of(SectionItems(None, POINTS, 2)).after
    assert [bound.most(29) for bound in after[0][1]] == [-1, 1, 1]
    assert [bound.most(19) for bound in after[0][1]] == [-1, -1, 0]
    assert [bound.most(30) for bound in after[1][1]] == [1, 1, 1]


def test_what_cannot_be_part_of_a_selection_worth_so_much_is_not_looked_at() -> None:
    """Room for three rows: the first point takes two of them, and the second one is the best."""
    relaxed = of(
        SectionItems(None, (may(0, (20, 20)), may(1, (6, 10)), may(2, (5, 10))), 0), heights=(30,)
    )

    def left(known: int) -> list[list[int | None]]:
        return [[each.option.variant for each in own] for own in relaxed.options(known)]

    assert left(27) == [[], [], []]
    assert left(26) == [[0], [0], [None]]
    assert left(25) == [[0], [0, None], [0, None]]
    assert left(0) == [[0, None]] * 3


def test_below_the_last_block_of_a_section_comes_the_next_heading_and_not_what_is_under_it() -> (
    None
):
    above, under = block(20, before=9, after=1), block(20)
    space = of(
        SectionItems(None, (must(0, 1, above),), 0), SectionItems(HEADING, (must(1, 1, under),), 0)
    ).spacing
    assert space.below == {(1, None): 7, (0, None): 0}
