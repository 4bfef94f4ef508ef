"""While room has a price, a section is bounded by the best that it can make: exactly, here."""

from __future__ import annotations

from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from briefgen.fit.block_metrics import BlockMetrics
from briefgen.fit.priced import Priced
from briefgen.fit.problem import Item, PricedVariant, SectionItems

SLUG = BlockMetrics((10,), 10, 0, 0, None, False, 0)
UNLIKE = BlockMetrics((10,), 10, 5, 0, None, False, 0)
PROFIT = st.integers(-9, 9)


@st.composite
def sections(draw: st.DrawFn) -> tuple[SectionItems, list[list[float]]]:
    """Return a section whose blocks are not alike, and the profits of its options."""
    items, profits = [], []
    for number in range(draw(st.integers(1, 4))):
        count = draw(st.integers(1, 2))
        options = [
            PricedVariant(n, 0, (draw(st.sampled_from([SLUG, UNLIKE])),)) for n in range(count)
        ]
        match draw(st.sampled_from(["may go", "may go", "must stay", "no choice"])):
            case "may go":
                items.append(Item(number, (*options, PricedVariant(None, 0, ()))))
                profits.append([*(float(draw(PROFIT)) for _ in options), 0.0])
            case "must stay":
                items.append(Item(number, tuple(options)))
                profits.append([float(draw(PROFIT)) for _ in options])
            case _:
                items.append(Item(None, tuple(options[:1])))
                profits.append([float(draw(PROFIT))])
    return SectionItems(None, tuple(items), draw(st.integers(0, 3))), profits


def ways(
    group: SectionItems, profits: list[list[float]], heading: float
) -> list[tuple[tuple[int, ...], float]]:
    """Return every selection that the section allows, and its profit."""
    found = []
    for way in product(*(range(len(item.options)) for item in group.items)):
        pairs = list(zip(group.items, way, strict=True))
        printed = [bool(item.options[at].metrics) for item, at in pairs]
        choices = sum(
            held for (item, _), held in zip(pairs, printed, strict=True) if item.choice is not None
        )
        if choices >= group.least:
            profit = sum(own[at] for own, at in zip(profits, way, strict=True))
            found.append((way, profit - (heading if any(printed) else 0)))
    return found


def priced(group: SectionItems, profits: list[list[float]], heading: float) -> Priced:
    return Priced(group, profits, heading, group.least, group.unprinted, one_column=True)


@given(sections(), st.integers(0, 9))
def test_the_most_profit_of_a_section_is_that_of_its_best_selection(
    section: tuple[SectionItems, list[list[float]]], heading: float
) -> None:
    group, profits = section
    found = priced(group, profits, heading)
    assert found.most == max(profit for _, profit in ways(group, profits, heading))


@given(sections(), st.integers(0, 9))
def test_with_an_option_forced_it_is_that_of_the_best_selection_with_the_option(
    section: tuple[SectionItems, list[list[float]]], heading: float
) -> None:
    group, profits = section
    found = priced(group, profits, heading)
    assume(not found.same)
    every = ways(group, profits, heading)
    for number, most in enumerate(found.with_each()):
        for option, profit in enumerate(most):
            own = [score for way, score in every if way[number] == option]
            if own:
                assert profit == max(own)


def point(number: int, *options: tuple[int, int]) -> Item:
    """Return a point that may go, in forms of some value and height."""
    printed = (
        PricedVariant(n, value, (BlockMetrics((high,), high, 0, 0, None, False, 0),))
        for n, (value, high) in enumerate(options)
    )
    return Item(number, (*printed, PricedVariant(None, 0, ())))


def owing(*items: Item, one_column: bool = True) -> list[list[float]]:
    """Return the profits with each option while a millionth of a point costs a whole one."""
    group = SectionItems(None, items, 0)
    profits = [[float(o.value - o.height) for o in item.options] for item in items]
    found = Priced(group, profits, 0.0, 0, group.unprinted, one_column=one_column)
    return [*found.with_each()]


def test_one_that_could_stand_instead_and_comes_first_is_printed_too() -> None:
    """The first loses 10 where it is printed; the second cannot be without it."""
    first, second = point(0, (10, 20)), point(1, (10, 20))
    assert owing(first, second) == [[-10.0, 0.0], [-20.0, 0.0]]
    assert owing(first, second, one_column=False) == [[-10.0, 0.0], [-10.0, 0.0]]


def test_one_that_is_worth_less_or_is_of_another_height_requires_nothing() -> None:
    assert owing(point(0, (9, 20)), point(1, (10, 20)))[1] == [-10.0, 0.0]
    assert owing(point(0, (11, 20)), point(1, (10, 20)))[1] == [-19.0, 0.0]
    assert owing(point(0, (10, 21)), point(1, (10, 20)))[1] == [-10.0, 0.0]


def test_of_the_forms_that_are_as_high_the_most_valuable_stands_instead() -> None:
    """The first loses 8 at least, by its one form that is worth 12."""
    first = point(0, (12, 20), (9, 20))
    assert owing(first, point(1, (10, 20)))[1] == [-18.0, 0.0]
    assert owing(first, point(1, (12, 20)))[1] == [-16.0, 0.0]
    assert owing(first, point(1, (13, 20)))[1] == [-7.0, 0.0]


def test_all_that_come_first_are_outstanding_together() -> None:
    several = [point(n, (10, 20)) for n in range(3)]
    assert owing(*several) == [[-10.0, 0.0], [-20.0, 0.0], [-30.0, 0.0]]


def test_what_must_be_printed_is_outstanding_by_none_and_requires_nothing() -> None:
    must = Item(0, point(0, (10, 20)).options[:1])
    assert owing(must, point(1, (10, 20))) == [[-10.0], [-20.0, -10.0]]
    assert owing(point(0, (10, 20)), Item(1, must.options)) == [[-20.0, -10.0], [-10.0]]
