"""What is printed together, by whole briefs: of a draft, and of an argument in both formats."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.ruler import Ruler, draft, length, point, section
from samples.sound import argument

import briefgen
from briefgen.fit import choosing, fit
from briefgen.types.block_prose import Coverage
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import FitError

RESERVE = 2
"""Rows held back for Word, as a line is more than one."""


def coverage(held: Choice, *covers: Coverage) -> Choice:
    """Return a point whose offers tell and need something, the longest first."""
    pairs = zip(held.variants, covers, strict=True)
    return replace(held, variants=tuple(replace(one, coverage=own) for one, own in pairs))


def chosen(held: Draft, rows: int, pages: int | None = 1) -> tuple[int | None, ...]:
    return fit(held, length(pages), "anybody", Ruler(rows + RESERVE)).chosen


NEEDS_NAMES = Coverage(needs=(frozenset({"names"}),))
NAMES = Coverage(frozenset({"names"}))
TWO = coverage(point("two", 1, score=90), NEEDS_NAMES)


@pytest.mark.parametrize("frame", ["main", "side", "head"])
def test_a_count_is_printed_with_its_names_only_wherever_they_stand(frame: str) -> None:
    names = coverage(point("names", 4, score=5), NAMES)
    count = section("why", TWO, point("else", 1, score=80))
    assert chosen(draft(section("who", names, frame=frame), count), 6) == (0, 0, 0)
    no_names = draft(section("who", point("names", 4, score=5), frame=frame), count)
    assert chosen(no_names, 6)[1:] == (None, 0)


def test_what_has_no_room_for_its_companion_gives_way_to_what_is_worth_more() -> None:
    names = coverage(point("names", 4, score=5), NAMES)
    held = draft(section("why", TWO, names, point("else", 2, score=70)))
    assert chosen(held, 7) == (0, 0, 0)
    assert chosen(held, 5) == (0, 0, None)
    assert chosen(held, 4) == (None, None, 0)


def test_what_stands_in_the_head_is_heard_in_main_and_side() -> None:
    told = coverage(point("thesis", 1, score=50, required=True), Coverage(figures=frozenset("f")))
    again = coverage(point("again", 2, 1), Coverage(figures=frozenset("f")), Coverage())
    for frame in ("main", "side"):
        held = draft(section("t", told, frame="head"), section("r", again, frame=frame))
        assert chosen(held, 8) == (0, 1)


@pytest.mark.parametrize(("floor", "taken"), [(10, (0, 1, 1)), (60, (0, 0, 1))])
def test_a_figure_is_printed_twice_where_a_page_would_be_emptier_than_wanted(
    floor: int, taken: tuple[int, ...]
) -> None:
    figure = Coverage(figures=frozenset("f"))
    told = coverage(point("thesis", 1, score=50, required=True), figure)
    more = (coverage(point(key, 4, 1, score=9), figure, Coverage()) for key in ("again", "third"))
    held = draft(section("t", told), *(section(f"r{at}", one) for at, one in enumerate(more)))
    assert fit(held, length(floor=floor), "anybody", Ruler(10)).chosen == taken


def test_what_the_head_needs_is_printed_below() -> None:
    needs = coverage(point("thesis", 1, score=5, required=True), NEEDS_NAMES)
    names = coverage(point("names", 3, 2, score=1), Coverage(), NAMES)
    held = draft(section("t", needs, frame="head"), section("r", names, point("x", 5, score=99)))
    assert chosen(held, 11) == (0, 1, 0)
    with pytest.raises(FitError) as caught:
        chosen(draft(section("t", needs, frame="head"), section("r", point("x", 1))), 9)
    assert "rules-leave-nothing" in caught.value.codes


def test_where_rules_forbid_every_head_nothing_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "heads", lambda _: iter(()))
    with pytest.raises(FitError):
        chosen(draft(section("r", point("x", 1))), 9)


@pytest.mark.parametrize("count", [2, 3])
def test_without_a_page_count_all_is_printed_but_what_may_not_be(count: int) -> None:
    held = [coverage(point(f"p{n}", 1), Coverage(figures=frozenset("f"))) for n in range(count)]
    alone = coverage(point("alone", 1), NEEDS_NAMES)
    found = chosen(draft(section("why", *held, alone)), 9, pages=None)
    assert found == (*(0 if n < 2 else None for n in range(count)), None)


TOLD = st.builds(
    Coverage,
    st.frozensets(st.sampled_from("ab"), max_size=1),
    st.frozensets(st.sampled_from("fgh"), max_size=2),
    st.lists(st.sampled_from([frozenset("a"), frozenset("b"), frozenset("ab")]), max_size=1).map(
        tuple
    ),
)


def _own(held: Coverage) -> Coverage:
    return replace(held, needs=tuple(need for need in held.needs if not need & held.covers))


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["head", "main", "side"]), st.integers(1, 3), TOLD, TOLD),
        min_size=2,
        max_size=5,
    ),
    st.integers(3, 9),
)
def test_the_whole_brief_is_the_best_of_all_that_rules_allow(
    parts: list[tuple[str, int, Coverage, Coverage]], rows: int
) -> None:
    """Head, main and side, by the definition: figures once, needs met, and the most value."""
    best, found = best_and_found(parts, rows)
    assert found == best


Parts = list[tuple[str, int, Coverage, Coverage]]
"""Of each point its frame, the rows of its summary, and what its two forms tell and need."""


def best_and_found(parts: Parts, rows: int) -> tuple[int, int]:
    """Return the value of the best selection, by trying all, and of the one that fit takes."""
    own = [
        (
            frame,
            coverage(point(f"p{n}", high + 1, high, score=3 + 7 * n % 5), _own(one), _own(other)),
            high,
        )
        for n, (frame, high, one, other) in enumerate(parts)
    ]
    held = draft(*(section(f"s{n}", one, frame=frame) for n, (frame, one, _) in enumerate(own)))
    best = 0
    for way in product((0, 1, None), repeat=len(own)):
        pairs = [
            (frame, choice.variants[taken], high + 1 - taken)
            for (frame, choice, high), taken in zip(own, way, strict=True)
            if taken is not None
        ]
        used = dict.fromkeys(("head", "main", "side"), 0)
        for frame, _, high in pairs:
            used[frame] += high
        if max(used["main"], used["side"]) > max(0, rows - used["head"]):
            continue
        covers = frozenset(one for _, variant, _ in pairs for one in variant.coverage.covers)
        figures = [fact for _, variant, _ in pairs for fact in variant.coverage.figures]
        needs = [need for _, variant, _ in pairs for need in variant.coverage.needs]
        if len(figures) == len(set(figures)) and all(need & covers for need in needs):
            best = max(best, sum(variant.value for _, variant, _ in pairs))
    found = chosen(held, rows)
    taken = zip((choice for _, choice, _ in own), found, strict=True)
    return best, sum(one.variants[at].value for one, at in taken if at is not None)


def test_a_head_whose_need_nothing_meets_is_not_taken_for_what_it_is_worth_alone() -> None:
    """Two points of the head are worth more than all that was found before, and fill the page."""
    silent, covers, needs = Coverage(), Coverage(frozenset("a")), Coverage(needs=(frozenset("a"),))
    parts: Parts = [
        ("main", 1, silent, covers),
        ("main", 2, silent, silent),
        ("head", 1, silent, needs),
        ("head", 2, needs, needs),
    ]
    best, found = best_and_found(parts, 3)
    assert found == best


@pytest.mark.slow
def test_of_a_fixed_set_of_larger_briefs_each_is_the_best_of_all() -> None:
    """Seven points each, in three frames, coupled by rules: all ways are tried."""
    drawn = random.Random(20190515)
    needed = [frozenset("a"), frozenset("b"), frozenset("ab")]

    def coverage_of() -> Coverage:
        covers = frozenset(drawn.sample("ab", drawn.randint(0, 1)))
        figures = frozenset(drawn.sample("fgh", drawn.randint(0, 2)))
        return Coverage(covers, figures, tuple(drawn.sample(needed, drawn.randint(0, 1))))

    def brief() -> tuple[int, int]:
        frames = [drawn.choice(["head", "main", "main", "side"]) for _ in range(7)]
        parts = [(frame, drawn.randint(1, 3), coverage_of(), coverage_of()) for frame in frames]
        return best_and_found(parts, drawn.randint(4, 11))

    pairs = [brief() for _ in range(40)]
    assert sum(best > 0 for best, _ in pairs) > 30
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_an_author_reads_what_is_printed_together_only() -> None:
    data: dict[str, Any] = {
        "thesis__forms__summary": "It is late.",
        "rationales__1": {
            "id": "names",
            "priority": 5,
            "forms": {"headline": "Canada and the Netherlands leave"},
        },
        "rationales__0__together": ["names"],
    }
    both = briefgen.build(argument(images=[], issuer={}, **data), length="one-page")
    assert "Troops cost money" in both.text and "the Netherlands" in both.text
    without = briefgen.build(
        argument(images=[], issuer={}, **data), length="one-page", exclude=["names"]
    )
    assert "Troops cost money" not in without.text
    (omitted,) = (one for one in without.omitted if one.point == "costs")
    assert omitted.needs == ("names",)
    assert any("(only with names)" in line for line in without.summary.omission_lines())
    (decision,) = (one for one in without.decisions if one.subject == "costs")
    assert (decision.why, decision.needs) == ("together", ("names",))
