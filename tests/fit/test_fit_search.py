"""The search finds what trying everything finds, by the same definition.

The oracle below shares nothing with the search but the problem: it tries every selection, lays
the real galleys in real columns, and ranks what fits.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.clock import least_seconds
from samples.stacked import heading, paragraph
from samples.stacked_cases import Case, cases, cases_of_likes

from briefgen import cache
from briefgen.fit import search
from briefgen.fit.block_metrics import Cursor, metrics
from briefgen.fit.bound import HeightBound
from briefgen.fit.problem import Item, PricedVariant, Problem, SectionItems
from briefgen.fit.search import Solution, solve
from briefgen.fit.stacking import Ends, Stacking
from briefgen.types.measure import BlockLayout

pytestmark = pytest.mark.slow


def assert_finds_the_best(case: Case) -> None:
    solution, best = solve(case.problem), case.best()
    if best is None:
        assert solution is None
        return
    assert solution is not None
    found = (solution.reaches_floor, solution.value, tuple(o for _, o in solution.variants))
    assert found == best
    assert solution.bound == solution.value


@settings(max_examples=600, deadline=None)
@given(cases())
def test_the_search_finds_what_trying_everything_finds(case: Case) -> None:
    assert_finds_the_best(case)


@settings(max_examples=300, deadline=None)
@given(cases_of_likes())
def test_of_selections_that_are_as_good_it_finds_the_one_with_longer_forms_earlier(
    case: Case,
) -> None:
    assert_finds_the_best(case)


@settings(max_examples=300, deadline=None)
@given(cases(), st.integers(0, 40))
def test_what_is_worth_less_than_asked_for_is_not_found(case: Case, least: int) -> None:
    best, found = solve(case.problem), solve(case.problem, least)
    is_enough = best is not None and best.reaches_floor and best.value >= least
    assert found == (best if is_enough else None)


@settings(max_examples=300, deadline=None)
@given(cases())
def test_it_finds_the_same_however_little_its_quick_look_keeps(case: Case) -> None:
    cache.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FEW_STATES", 3)
        patch.setattr(search, "BOUNDED_ITEMS", 0)
        assert_finds_the_best(case)


@given(cases())
def test_no_bound_is_below_what_the_rest_can_be_worth(case: Case) -> None:
    best = case.best()
    if best is not None:
        relaxed = search.bounds(case.problem)
        assert relaxed.whole.most(relaxed.room) >= best[1]


@given(st.one_of(cases(), cases_of_likes()))
def test_no_option_of_the_best_selection_is_passed_over(case: Case) -> None:
    best = case.best()
    if best is not None:
        bounded = search.bounds(case.problem).options(best[1])
        kept = zip(case.problem.items, bounded, strict=True)
        own = [options for item, options in kept if item.choice is not None]
        for variant, options in zip(best[2], own, strict=True):
            assert variant in [each.option.variant for each in options]


def bullets(count: int, heights: tuple[int, ...], floor: int = 0) -> Problem:
    """Points of two to four lines, or one as a headline, of every worth."""
    items = tuple(
        Item(
            n,
            (
                PricedVariant(0, 8 * (1 + 7 * n % 31), (metrics(_bullet(2 + n % 3)),)),
                PricedVariant(1, 5 * (1 + 7 * n % 31), (metrics(_bullet(1)),)),
                PricedVariant(None, 0, ()),
            ),
        )
        for n in range(count)
    )
    head = metrics(heading(1, 7))
    groups = tuple(SectionItems(head, items[n : n + 25], 0) for n in range(0, count, 25))
    return Problem(groups, heights, floor)


def _bullet(rows: int) -> BlockLayout:
    return paragraph(rows, 0, 3, contextual=False, repeat=0)


def solved(problem: Problem) -> Solution:
    solution = solve(problem)
    assert solution is not None
    return solution


def solved_anew(count: int, heights: tuple[int, ...]) -> Solution:
    """Solve a problem that is not known from before."""
    cache.clear()
    return solved(bullets(count, heights, 92))


@pytest.mark.parametrize("heights", [(600,), (600, 600), (600, 600, 600, 600)])
def test_large_problems_are_proven_or_report_their_bound(heights: tuple[int, ...]) -> None:
    solution = solved(bullets(200, heights, 92))
    assert solution.reaches_floor
    assert solution.value <= solution.bound <= solution.value * 1.02


def test_two_columns_are_not_left_empty_above_the_same_high_block() -> None:
    """Six rows that stay together can leave one column of three short by as much, not two."""
    low = metrics(paragraph(1, 0, 0, contextual=False, repeat=0))
    above = low._replace(height=50, parts=(), keep=True)
    blocks = [*[(low,)] * 14, (above, low)]
    items = tuple(Item(n, (PricedVariant(0, 1, each),)) for n, each in enumerate(blocks))
    groups, heights = (SectionItems(None, items, 0),), (100, 100, 100)
    assert HeightBound(Problem(groups, heights, 100)).falls_short(0, Cursor(), ())
    assert not HeightBound(Problem(groups, heights, 60)).falls_short(0, Cursor(), ())


def test_a_block_between_others_reaches_the_floor_by_both_of_its_spaces() -> None:
    spaces = ((0, 0), (3, 7), (0, 0))
    blocks = [paragraph(1, *one, contextual=False, repeat=0) for one in spaces]
    items = tuple(
        Item(n, (PricedVariant(0, 1, (metrics(one),)), PricedVariant(None, 0, ())))
        for n, one in enumerate(blocks)
    )
    assert solved(Problem((SectionItems(None, items, 0),), (40,), 100)).reaches_floor


def test_no_selection_is_sought_that_fills_more_than_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is held back counts as unfilled: with much of it, the floor is above the column."""
    floors: list[bool] = []
    looked = Stacking.ends

    def looking(stacking: Stacking, begun: Ends, *, floor: bool) -> Ends:
        floors.append(floor)
        return looked(stacking, begun, floor=floor)

    monkeypatch.setattr(Stacking, "ends", looking)
    cache.clear()
    problem = replace(bullets(60, (600, 100), 85), held_back=17)
    assert solved(problem).reaches_floor
    assert floors and all(floors)
    floors.clear()
    assert not solved(replace(problem, held_back=18)).reaches_floor
    assert floors and not any(floors)


def test_five_hundred_points_fit_one_page_in_under_a_second() -> None:
    solution = solved(bullets(500, (600,), 92))
    assert solution.bound == solution.value
    assert least_seconds(lambda: solved_anew(500, (600,)), runs=2) < 2


def test_time_grows_with_the_points_and_not_much_faster() -> None:
    few, many = (
        sum(
            least_seconds(lambda: solved_anew(count, (height,)), runs=2)  # noqa: B023
            for height in (560, 600, 640)
        )
        for count in (250, 500)
    )
    assert many < 3.2 * few + 0.05


def test_a_choice_that_nothing_can_win_with_ends_one_try_and_not_the_search() -> None:
    waiting, block = heading(1, 0), paragraph(3, 0, 0, contextual=False, repeat=0)
    case = Case(
        [
            (
                None,
                [[(0, [waiting]), (7, [waiting, heading(2, 0)])], [(6, [block, waiting])]],
                0,
                ["may go", "may go"],
            )
        ],
        (30,),
        0,
    )
    solution = solve(case.problem)
    assert solution is not None
    assert solution.variants == ((0, 0), (1, None))


def body(rows: int, before: int = 0, after: int = 0) -> BlockLayout:
    return paragraph(rows, before, after, contextual=False, repeat=0)


@pytest.mark.parametrize(
    ("points", "other", "heights", "best"),
    [
        ([(100, [body(1)]), (400, [body(3)]), (100, [body(1)])], body(1), (30, 10), (None, 0, 0)),
        ([(400, [body(3)]), (100, [body(1, 7)]), (100, [body(1)])], body(1), (40,), (0, None, 0)),
        (
            [(400, [body(3, 0, 7)]), (100, [body(1, 0, 7)] * 2), (100, [body(2, 0, 7)])],
            body(2, 0, 7),
            (57,),
            (0, None, 0),
        ),
    ],
    ids=["two columns", "more space above", "space within"],
)
def test_an_earlier_point_that_is_worth_as_much_does_not_stand_for_one_that_fits(
    points: list[tuple[int, list[BlockLayout]]],
    other: BlockLayout,
    heights: tuple[int, ...],
    best: tuple[int | None, ...],
) -> None:
    """One is as high and worth as much, but cannot be printed beside the most valuable point."""
    sections = [[[point] for point in points], [[(99, [other])]]]
    case = Case([(None, items, 0, ["may go"] * len(items)) for items in sections], heights, 0)
    assert case.best() == (True, 500, (*best, None))
    assert_finds_the_best(case)


def test_blocks_that_all_stay_with_the_next_are_chosen_among_at_once() -> None:
    """As in a template whose text has "Keep with next": nothing is placed before the last block."""
    kept = [metrics(replace(_bullet(rows), keep_with_next=True)) for rows in (1, 2, 3)]
    items = tuple(
        Item(
            number,
            (
                *(PricedVariant(rows, 5 * rows + number % 3, (kept[rows],)) for rows in (2, 1, 0)),
                PricedVariant(None, 0, ()),
            ),
        )
        for number in range(14)
    )
    solution = solved(Problem((SectionItems(None, items, 0),), (70, 70), 92))
    assert solution.bound == solution.value
