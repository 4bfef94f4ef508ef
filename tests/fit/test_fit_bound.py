"""Bounds are never below the best that room can hold, and where things may be mixed they are it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.fit.bound import (
    NOTHING,
    Bound,
    Corner,
    Curve,
    bound,
    hull,
    spent,
    together,
    under_heading,
)

CORNERS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=6)
SEVERAL = st.lists(CORNERS, min_size=1, max_size=3)
ROOM = st.integers(0, 80)
AMPLE = 1_000


def mixed(corners: list[Corner], room: int) -> Fraction | None:
    """Return the most value of any mixture of two corners: what a concave bound must be."""
    best = max((Fraction(v) for r, v in corners if r <= room), default=None)
    for (low, one), (high, other) in product(corners, repeat=2):
        if low <= room < high:
            value = one + Fraction(other - one) * (room - low) / (high - low)
            best = value if best is None else max(best, value)
    return best


@given(CORNERS, ROOM)
def test_the_bound_of_one_thing_is_the_best_mixture_of_its_ways_rounded_down(
    corners: list[Corner], room: int
) -> None:
    best = mixed(corners, room)
    found = bound(hull(corners)).most(room)
    assert type(found) is int
    assert found == (-1 if best is None else best.numerator // best.denominator)


@given(CORNERS)
def test_steps_are_ever_less_steep_and_each_of_them_gains(corners: list[Corner]) -> None:
    curve = hull(corners)
    slopes = [Fraction(gain, cost) for cost, gain in curve.steps]
    assert all(steep > flat for steep, flat in pairwise(slopes))
    assert all(cost > 0 and gain > 0 for cost, gain in curve.steps)
    ends = bound(curve)
    assert set(zip(ends.rooms, ends.values, strict=True)) <= set(corners)


def added(curves: list[list[Corner]]) -> list[Corner]:
    """Return every way to print several things: what they take and are worth together."""
    return [
        (sum(room for room, _ in way), sum(value for _, value in way)) for way in product(*curves)
    ]


@given(SEVERAL)
def test_several_things_share_room_as_well_as_any_mixture_of_all_ways(
    several: list[list[Corner]],
) -> None:
    shared, ways = bound(together([hull(corners) for corners in several], AMPLE)), added(several)
    together_hull = bound(hull(ways))
    for room in range(100):
        assert shared.most(room) == together_hull.most(room)
        assert shared.most(room) >= max((v for used, v in ways if used <= room), default=-1)


@given(SEVERAL, ROOM)
def test_beyond_the_room_that_there_is_a_bound_may_end(
    several: list[list[Corner]], room: int
) -> None:
    curves = [hull(corners) for corners in several]
    short, whole = bound(together(curves, room)), bound(together(curves, AMPLE))
    assert [short.most(r) for r in range(room + 1)] == [whole.most(r) for r in range(room + 1)]
    assert all(used <= room for used in short.rooms[1:-1])


@given(CORNERS, st.integers(0, 40), ROOM)
def test_what_must_be_spent_is_spent_in_the_best_way(
    corners: list[Corner], outstanding: int, room: int
) -> None:
    curve = hull(corners)
    free, bounded = bound(curve), bound(spent(curve, outstanding))
    least = curve.start[0] + outstanding
    assert bounded.rooms[0] == least
    if room < least:
        assert bounded.most(room) == -1
    else:
        assert free.most(room) <= bounded.most(room) <= free.most(room) + 1


def test_spending_stops_within_a_step_and_rounds_up() -> None:
    curve = Curve((5, 7), ((10, 20), (10, 5)))
    assert spent(curve, 0) == curve
    assert spent(curve, 4) == Curve((9, 15), ((6, 12), (10, 5)))
    assert spent(curve, 10) == Curve((15, 27), ((10, 5),))
    assert spent(curve, 13) == Curve((18, 29), ((7, 3),))
    assert spent(curve, 20) == Curve((25, 32), ())
    assert spent(curve, 24) == Curve((29, 32), ())
    assert spent(NOTHING, 3) == Curve((3, 0), ())


def test_a_heading_is_paid_for_by_what_stands_under_it() -> None:
    curve = Curve((0, 0), ((10, 20), (10, 5)))
    assert under_heading(curve, 10, None) == Curve((10, 0), ((10, 20), (10, 5)))
    assert under_heading(curve, 10, 0) == Curve((0, 0), ((20, 20), (10, 5)))
    assert under_heading(curve, 10, 3) == Curve((0, 3), ((20, 17), (10, 5)))
    assert under_heading(curve, 10, 30) == Curve((0, 30), ())
    assert under_heading(Curve((4, 6), ()), 2, None) == Curve((6, 6), ())


RISING = Bound((5, 15, 35), (7, 27, 37))


@pytest.mark.parametrize(
    ("room", "price"),
    [(0, 0.0), (4, 0.0), (5, 2.0), (14, 2.0), (15, 0.5), (34, 0.5), (35, 0.0), (99, 0.0)],
)
def test_the_price_of_room_is_what_a_little_more_of_it_would_be_worth(
    room: int, price: float
) -> None:
    assert RISING.price(room) == price


@pytest.mark.parametrize(
    ("room", "most"),
    [(0, -1), (4, -1), (5, 7), (6, 9), (15, 27), (16, 27), (17, 28), (34, 36), (35, 37), (99, 37)],
)
def test_a_bound_rises_in_straight_lines_between_its_corners(room: int, most: int) -> None:
    assert RISING.most(room) == most


def test_of_ways_that_take_as_much_the_more_valuable_counts_and_none_that_gains_nothing() -> None:
    assert hull([(5, 3), (5, 9), (7, 9), (8, 4)]) == Curve((5, 9), ())
    assert hull([(0, 0), (10, 10), (20, 20)]) == Curve((0, 0), ((20, 20),))
    assert hull([(0, 0), (10, 9), (20, 20)]) == Curve((0, 0), ((20, 20),))
    assert hull([(0, 0), (10, 11), (20, 20)]) == Curve((0, 0), ((10, 11), (10, 9)))


def test_what_shares_room_starts_together_and_goes_on_with_the_steepest_step() -> None:
    one, other = Curve((2, 1), ((10, 20), (10, 5))), Curve((3, 4), ((5, 8),))
    assert together((one, other), AMPLE) == Curve((5, 5), ((10, 20), (5, 8), (10, 5)))
    assert together((one, other), 15) == Curve((5, 5), ((10, 20), (5, 8)))
    assert together((one, other), 14) == Curve((5, 5), ((10, 20),))
    assert together((one, other), 4) == Curve((5, 5), ())
    assert together((), AMPLE) == NOTHING
