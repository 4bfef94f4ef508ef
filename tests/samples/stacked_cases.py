"""Any small fit problem of one frame, with the selection that is best, found by trying all."""

from __future__ import annotations

from itertools import product
from typing import Literal

from hypothesis import strategies as st

from briefgen.fit.block_metrics import metrics
from briefgen.fit.problem import Item, PricedVariant, Problem, SectionItems
from briefgen.layout.columns import flow
from briefgen.types.measure import BlockLayout
from samples.stacked import HEADINGS, PARAGRAPHS, SPACE, fixed_columns, paragraph

BLOCKS = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, HEADINGS), min_size=1, max_size=2)


Must = Literal["may go", "must stay", "no choice"]


class Case:
    """A problem, with the galleys that it is made of for the oracle."""

    def __init__(
        self,
        groups: list[
            tuple[BlockLayout | None, list[list[tuple[int, list[BlockLayout]]]], int, list[Must]]
        ],
        heights: tuple[int, ...],
        floor: int,
    ) -> None:
        self.heights = heights
        self.floor = floor
        self.groups = groups
        number = 0
        stated: list[SectionItems] = []
        for head, items, at_least, musts in groups:
            made: list[Item] = []
            for options, must in zip(items, musts, strict=True):
                all_options = [
                    PricedVariant(variant, value, tuple(map(metrics, block_layouts)))
                    for variant, (value, block_layouts) in enumerate(options)
                ]
                if must == "no choice":
                    made.append(Item(None, (all_options[0]._replace(value=0),)))
                    continue
                if must == "may go":
                    all_options.append(PricedVariant(None, 0, ()))
                made.append(Item(number, tuple(all_options)))
                number += 1
            stated.append(SectionItems(metrics(head) if head else None, tuple(made), at_least))
        self.problem = Problem(tuple(stated), heights, floor)

    def __repr__(self) -> str:
        return f"Case({self.groups!r}, {self.heights!r}, {self.floor!r})"

    def best(self) -> tuple[bool, int, tuple[int | None, ...]] | None:
        """Try everything: floor reached, value, and the selection, longer forms earlier."""
        found: tuple[bool, int, tuple[int, ...], tuple[int | None, ...]] | None = None
        ways = [[option.variant for option in item.options] for item in self.problem.items]
        for way in product(*ways):
            judged = self._judged(way)
            if judged is None:
                continue
            order = tuple(
                -options.index(variant) for options, variant in zip(ways, way, strict=True)
            )
            rank = (*judged, order, way)
            if found is None or rank[:3] > found[:3]:
                found = rank
        if found is None:
            return None
        variants = zip(self.problem.items, found[3], strict=True)
        return (
            found[0],
            found[1],
            tuple(variant for item, variant in variants if item.choice is not None),
        )

    def _judged(self, way: tuple[int | None, ...]) -> tuple[bool, int] | None:
        block_layouts: list[BlockLayout] = []
        value, number = 0, 0
        for head, items, at_least, musts in self.groups:
            printed: list[BlockLayout] = []
            count = 0
            for options, must in zip(items, musts, strict=True):
                variant = way[number]
                number += 1
                if variant is not None:
                    printed += options[variant][1]
                if variant is not None and must != "no choice":
                    value += options[variant][0]
                    count += 1
            if count < min(at_least, sum(must != "no choice" for must in musts)):
                return None
            if printed:
                block_layouts += [head, *printed] if head else printed
        real = flow(block_layouts, fixed_columns(self.heights))
        if real.too_high or len(real.used_mpt) > len(self.heights):
            return None
        last = len(real.used_mpt) == len(self.heights)
        reached = last and real.used_mpt[-1] * 100 >= self.floor * self.heights[-1]
        return reached, value


MUSTS: st.SearchStrategy[Must] = st.sampled_from(
    ("may go", "may go", "may go", "must stay", "no choice")
)
MAY_GO: st.SearchStrategy[Must] = st.just("may go")


@st.composite
def cases(draw: st.DrawFn) -> Case:
    groups = []
    left = draw(st.integers(1, 5))
    while left > 0:
        count = draw(st.integers(1, left))
        left -= count
        items = [
            draw(st.lists(st.tuples(st.integers(0, 9), BLOCKS), min_size=1, max_size=2))
            for _ in range(count)
        ]
        groups.append(
            (
                draw(st.none() | HEADINGS),
                items,
                draw(st.integers(0, 2)),
                [draw(MUSTS) for _ in range(count)],
            )
        )
    heights = tuple(draw(st.lists(st.integers(30, 160), min_size=1, max_size=3)))
    return Case(groups, heights, draw(st.sampled_from([0, 50, 92])))


SPACED = st.tuples(SPACE, SPACE, st.booleans())


@st.composite
def cases_of_likes(draw: st.DrawFn) -> Case:
    """Points that differ in height and worth, and hardly in space: many selections are as good."""
    kinds = st.sampled_from(draw(st.lists(SPACED, min_size=1, max_size=2)))
    groups = []
    for count in draw(st.sampled_from([(5,), (3, 3), (4, 2), (6,)])):
        items = [
            [
                (
                    draw(st.integers(0, 3)),
                    [paragraph(high, before, after, contextual=same, repeat=0)],
                )
                for high in draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
                for before, after, same in [draw(kinds)]
            ]
            for _ in range(count)
        ]
        musts = draw(st.sampled_from([MAY_GO, MUSTS]))
        groups.append(
            (
                draw(st.none() | HEADINGS),
                items,
                draw(st.integers(0, 2)),
                [draw(musts) for _ in range(count)],
            )
        )
    heights = tuple(draw(st.lists(st.integers(20, 100), min_size=1, max_size=2)))
    return Case(groups, heights, draw(st.sampled_from([0, 50, 92])))
