"""Whether anything fits is said without choosing, and is what choosing finds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.ruler import Ruler, draft, length, point, section
from samples.stacked_cases import Case, cases, cases_of_likes

from briefgen.fit import fit, fitting
from briefgen.fit.choosing import best, holds
from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.fit.search import feasible, solve
from briefgen.fit.stacking import never_behind
from briefgen.types.block_prose import Coverage
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import FitError
from briefgen.types.measure import Measure
from briefgen.types.selection import Length

pytestmark = pytest.mark.slow


@settings(max_examples=800, deadline=None)
@given(st.one_of(cases(), cases_of_likes()))
def test_a_frame_can_be_filled_where_trying_everything_finds_something(case: Case) -> None:
    assert feasible([case.problem], [None]) is (case.best() is not None)


@settings(max_examples=300, deadline=None)
@given(cases())
def test_what_is_higher_than_a_column_or_what_it_repeats_is_looked_at_place_by_place(
    case: Case,
) -> None:
    problem = replace(case.problem, heights=(12, *case.problem.heights))
    assert feasible([problem], [None]) is (solve(problem) is not None)
    assert never_behind(case.problem) or not never_behind(problem)


def tied(drawn: random.Random) -> Draft:
    """Return points in head, main and side, some of which must be printed, tied by rules."""
    needed = [frozenset("a"), frozenset("b"), frozenset("ab")]

    def coverage() -> Coverage:
        covers = frozenset(drawn.sample("ab", drawn.randint(0, 1)))
        needs = drawn.sample(needed, drawn.randint(0, 1))
        figures = frozenset(drawn.sample("fgh", drawn.randint(0, 2)))
        return Coverage(covers, figures, tuple(need for need in needs if not need & covers))

    def told(number: int) -> Choice:
        high, required = drawn.randint(1, 3), drawn.random() < 0.4
        choice = point(f"p{number}", high + 1, high, required=required)
        variants = (replace(one, coverage=coverage()) for one in choice.variants)
        return replace(choice, variants=tuple(variants))

    frames = [drawn.choice(["head", "main", "main", "side"]) for _ in range(7)]
    return draft(
        *(
            section(f"s{n}", told(n), frame=frame, at_least=drawn.randint(0, 1))
            for n, frame in enumerate(frames)
        )
    )


def test_of_a_fixed_set_of_briefs_those_hold_of_which_there_is_a_selection() -> None:
    drawn = random.Random(20190515)
    pairs = []
    for _ in range(300):
        held, rows = tied(drawn), drawn.randint(4, 11)
        statement = ProblemBuilder(held, length(), Ruler(rows), 0)
        pairs.append((holds(statement), best(statement) is not None))
    assert 60 < sum(one for one, _ in pairs) < 240
    assert [pair for pair in pairs if pair[0] is not pair[1]] == []


def test_where_what_is_chosen_grows_in_print_fewer_points_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of sections of which fewest are bare headlines, none is printed that does not hold."""
    sections = (
        section(name, point(name + "a", 3, 1), point(name + "b", 3, 1), heading=name, at_least=1)
        for name in ("one", "two", "three")
    )
    held = draft(*(replace(own, items=tuple(map(ranked, own.items))) for own in sections))
    upper = fitting._upper

    def never_two_told(draft: Draft, length: Length, measure: Measure) -> object:
        told = sum(not one.is_terse for one in draft.sections)
        return None if told == 2 else upper(draft, length, measure)

    def chosen() -> tuple[int | None, ...]:
        return fit(held, length(), "anybody", Ruler(12)).chosen

    assert chosen() == (0, None, 0, None, 1, None)
    monkeypatch.setattr(fitting, "_upper", never_two_told)
    assert chosen() == (0, 1, 1, 1, 1, None)
    monkeypatch.setattr(fitting, "_upper", lambda *_: None)
    with pytest.raises(FitError):
        chosen()


def ranked(item: object) -> Choice:
    assert isinstance(item, Choice)
    return replace(item, priority=1)
