"""The rules of content, by their definition: a selection is judged as a reader would judge it.

The oracle below knows nothing of watches: it tries every selection, asks of each whether the rules
hold, in the words of the design notes, lays the real galleys in real columns, and ranks what is
left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.stacked import fixed_columns, heading, paragraph

from briefgen import cache
from briefgen.fit import search, stacking
from briefgen.fit.block_metrics import metrics
from briefgen.fit.problem import FigureRule, Item, PricedVariant, Problem, SectionItems
from briefgen.fit.rules import watches
from briefgen.fit.search import Solution, solve, solve_together
from briefgen.fit.watch import allows
from briefgen.layout.columns import flow
from briefgen.types.block_prose import SILENT, Coverage
from briefgen.types.measure import BlockLayout

pytestmark = pytest.mark.slow

HIGH = 1_000_000


class Form(NamedTuple):
    """One way to print a point: its length (1 to 3), rows, value, and what it tells and needs."""

    level: int
    rows: int
    value: int
    coverage: Coverage = SILENT


class Point(NamedTuple):
    """A point, or something else without a priority; what `must` be printed cannot go."""

    priority: int | None
    forms: tuple[Form, ...]
    must: bool = False

    @property
    def ways(self) -> tuple[Form | None, ...]:
        return self.forms if self.must else (*self.forms, None)


class Section(NamedTuple):
    headed: bool
    points: tuple[Point, ...]
    at_least: int = 0
    terse: bool = False


class Frame(NamedTuple):
    sections: tuple[Section, ...]
    heights: tuple[int, ...]
    floor: int | None


Way = tuple[Form | None, ...]


def stated(frame: Frame, rule: FigureRule) -> Problem:
    number = 0
    groups = []
    for section in frame.sections:
        items = []
        for point in section.points:
            options = [
                PricedVariant(n, form.value, (metrics(block(form)),), form.level, form.coverage)
                for n, form in enumerate(point.forms)
            ]
            options += [] if point.must else [PricedVariant(None, 0, ())]
            items.append(Item(number, tuple(options), point.priority))
            number += 1
        head = metrics(heading(1, 3)) if section.headed else None
        groups.append(SectionItems(head, tuple(items), section.at_least, section.terse))
    return Problem(tuple(groups), frame.heights, frame.floor, figure_rule=rule)


def block(form: Form) -> BlockLayout:
    return paragraph(form.rows, 0, 3, contextual=False, repeat=0)


def ways(frame: Frame) -> Iterator[Way]:
    yield from product(*(point.ways for section in frame.sections for point in section.points))


def by_section(frame: Frame, way: Way) -> Iterator[tuple[Section, list[tuple[Point, Form | None]]]]:
    taken = iter(way)
    for section in frame.sections:
        yield section, [(point, next(taken)) for point in section.points]


def fits(frame: Frame, way: Way) -> bool | None:
    """Whether a selection reaches the floor; None where it does not fit or prints too little."""
    layouts: list[BlockLayout] = []
    for section, own in by_section(frame, way):
        printed = [block(form) for _, form in own if form]
        if len(printed) < min(section.at_least, len(section.points)):
            return None
        layouts += [heading(1, 3), *printed] if printed and section.headed else printed
    real = flow(layouts, fixed_columns(frame.heights))
    if real.too_high or len(real.used_mpt) > len(frame.heights):
        return None
    if frame.floor is None:
        return True
    last = len(real.used_mpt) == len(frame.heights)
    return last and real.used_mpt[-1] * 100 >= frame.floor * frame.heights[-1]


def rules_hold(frames: Sequence[Frame], taken: Sequence[Way], rule: FigureRule) -> bool:
    """The definition."""
    printed = [form for way in taken for form in way if form]
    covers = frozenset(one for form in printed for one in form.coverage.covers)
    together = all(need & covers for form in printed for need in form.coverage.needs)
    if not together:
        return False
    told = [fact for form in printed for fact in form.coverage.figures]
    most = {"once": 1, "twice": 2}.get(rule, len(told))
    if any(count > most for count in Counter(told).values()):
        return False
    for frame, way in zip(frames, taken, strict=True):
        for section, own in by_section(frame, way):
            in_section = [fact for _, form in own if form for fact in form.coverage.figures]
            if rule == "twice a section" and any(
                count > 2 for count in Counter(in_section).values()
            ):
                return False
            if stubs(own) > 2 or not in_order(own):
                return False
            printed_here = sum(form is not None for _, form in own)
            if not section.terse and stubs(own) == printed_here > 0:
                return False
    return True


def stubs(own: Sequence[tuple[Point, Form | None]]) -> int:
    """Return how many points that offer more are headlines alone."""
    return sum(
        bool(form and form.level == 1) and any(other.level > 1 for other in point.forms)
        for point, form in own
        if point.priority is not None
    )


def in_order(own: Sequence[tuple[Point, Form | None]]) -> bool:
    """Whether no point has a longer form than one of a higher priority that offers as long a one.

    What is left out has the shortest of all. What must be printed may be, in its shortest form.
    """
    ranked = [(point, form) for point, form in own if point.priority is not None]
    for high, high_form in ranked:
        for low, low_form in ranked:
            assert high.priority and low.priority
            if high.priority >= low.priority or low_form is None:
                continue
            if low.must and low_form.level == min(form.level for form in low.forms):
                continue
            has = high_form.level if high_form else 0
            if any(has < form.level <= low_form.level for form in high.forms):
                return False
    return True


def best(
    frames: Sequence[Frame], rule: FigureRule
) -> tuple[bool, int, tuple[tuple[int, ...], ...]] | None:
    """Try everything: floor reached, value, and longer forms earlier."""
    found: tuple[bool, int, tuple[tuple[int, ...], ...]] | None = None
    for taken in product(*(list(ways(frame)) for frame in frames)):
        reached = [fits(frame, way) for frame, way in zip(frames, taken, strict=True)]
        if None in reached or not rules_hold(frames, taken, rule):
            continue
        value = sum(form.value for way in taken for form in way if form)
        order = tuple(
            tuple(
                -point.ways.index(form)
                for (_, own) in by_section(frame, way)
                for point, form in own
            )
            for frame, way in zip(frames, taken, strict=True)
        )
        rank = (bool(reached[0]), value, order)
        found = max(found, rank) if found else rank
    return found


FACTS = st.frozensets(st.sampled_from("fg"), max_size=1)
NEEDS = st.lists(st.frozensets(st.sampled_from("abc"), min_size=1, max_size=2), max_size=1)


@st.composite
def points(draw: st.DrawFn, name: str) -> Point:
    """A point in one to three forms, longer ones higher; sometimes worth odd amounts."""
    priority = draw(st.sampled_from([None, 1, 1, 2, 3]))
    levels = draw(st.sampled_from([(1,), (2, 1), (2, 1), (3, 2, 1), (2,), (3, 1)]))
    forms = []
    for level in levels:
        own = frozenset([name]) if draw(st.booleans()) else frozenset[str]()
        needs = tuple(need for need in draw(NEEDS) if not need & own)
        coverage = Coverage(own, draw(FACTS), needs) if draw(st.booleans()) else SILENT
        value = draw(st.sampled_from([level, 2 * level, draw(st.integers(0, 9))]))
        forms.append(
            Form(level if priority else 0, level + draw(st.integers(0, 1)), value, coverage)
        )
    must = draw(st.sampled_from([False, False, False, True])) and not any(
        form.coverage.figures for form in forms
    )
    return Point(priority, tuple(forms), must)


@st.composite
def frames(draw: st.DrawFn, names: str, floor: bool) -> Frame:
    sections = []
    left = list(names)
    while left:
        count = draw(st.integers(1, len(left)))
        own, left = left[:count], left[count:]
        held = tuple(draw(points(name)) for name in own)
        sections.append(
            Section(
                draw(st.booleans()), held, draw(st.sampled_from([0, 0, 1, 2])), draw(st.booleans())
            )
        )
    heights = tuple(draw(st.lists(st.integers(20, 140), min_size=1, max_size=2)))
    return Frame(tuple(sections), heights, draw(st.sampled_from([0, 80])) if floor else None)


RULES: st.SearchStrategy[FigureRule] = st.sampled_from(["once", "twice", "twice a section"])


def assert_is(solution: Solution | None, frames: Sequence[Frame], rule: FigureRule) -> None:
    expected = best(frames, rule)
    if expected is None:
        assert solution is None
        return
    assert solution is not None
    assert (solution.reaches_floor, solution.value) == expected[:2]
    assert solution.bound == solution.value
    ways = zip(_options(frames), solution.variants, strict=True)
    ranks = [-(len(own) - 1 if taken is None else taken) for own, (_, taken) in ways]
    assert ranks == [rank for own in expected[2] for rank in own]


def _options(frames: Sequence[Frame]) -> list[tuple[Form | None, ...]]:
    return [
        point.ways for frame in frames for section in frame.sections for point in section.points
    ]


@settings(max_examples=100, deadline=None)
@given(frames("abcde", floor=True), RULES)
def test_the_search_finds_what_trying_everything_finds(frame: Frame, rule: FigureRule) -> None:
    cache.clear()
    assert_is(solve(stated(frame, rule)), (frame,), rule)


@pytest.mark.parametrize("few", [1, 3])
@settings(max_examples=60, deadline=None)
@given(frames("abcde", floor=True), RULES)
def test_it_finds_the_same_however_little_its_quick_look_keeps(
    few: int, frame: Frame, rule: FigureRule
) -> None:
    """And where each state is compared with those that rules leave more."""
    cache.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FEW_STATES", few)
        patch.setattr(search, "BOUNDED_ITEMS", 0)
        patch.setattr(stacking, "MANY", 1)
        assert_is(solve(stated(frame, rule)), (frame,), rule)


@settings(max_examples=100, deadline=None)
@given(frames("abc", floor=True), frames("de", floor=False))
def test_frames_that_rules_tie_together_are_chosen_as_one(main: Frame, side: Frame) -> None:
    cache.clear()
    problems = [stated(main, "once"), stated(side, "once")]
    number = len(problems[0].items)
    groups = tuple(
        group._replace(
            items=tuple(item._replace(choice=(item.choice or 0) + number) for item in group.items)
        )
        for group in problems[1].groups
    )
    problems[1] = Problem(groups, side.heights, None)
    alone = [solve(replace(problem, free=True)) for problem in problems]
    if None in alone:
        assert best((main, side), "once") is None
        return
    each = [one for one in alone if one]
    assert_is(solve_together(problems, each), (main, side), "once")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FEW_STATES", 1)
        patch.setattr(search, "BOUNDED_ITEMS", 0)
        patch.setattr(stacking, "MANY", 1)
        assert_is(solve_together(problems, each), (main, side), "once")
    assert_is(solve_together(problems, each, solve_together(problems, each)), (main, side), "once")


@given(frames("abcde", floor=True), RULES)
def test_no_bound_is_below_what_the_rules_leave(frame: Frame, rule: FigureRule) -> None:
    found = best((frame,), rule)
    assert found is None or search.bounds(stated(frame, rule)).most >= found[1]


def test_a_bound_knows_that_a_section_tells_a_point() -> None:
    """Two headlines would fit, and one of the longer forms does not."""
    points = tuple(Point(1, (Form(2, 4, 5), Form(1, 1, 2))) for _ in "ab")
    named = Frame((Section(headed=False, points=points, at_least=1),), (30,), None)
    assert search.bounds(stated(named, "once")).most == -1
    terse = named._replace(sections=(named.sections[0]._replace(terse=True),))
    assert search.bounds(stated(terse, "once")).most == 4


@given(frames("abcde", floor=True), st.data(), RULES)
def test_a_watch_allows_what_the_definition_allows(
    frame: Frame, data: st.DataObject, rule: FigureRule
) -> None:
    way = tuple(data.draw(st.sampled_from(ways)) for ways in _options((frame,)))
    taken = [
        None if form is None else options.index(form)
        for form, options in zip(way, _options((frame,)), strict=True)
    ]
    held = all(allows(watch, taken) for watch in watches((stated(frame, rule),)))
    assert held == rules_hold((frame,), (way,), rule)
