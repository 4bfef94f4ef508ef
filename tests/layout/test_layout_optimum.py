"""The breaks chosen are the best of all that take as few lines: the oracle tries every one."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout import Setting
from briefgen.layout.lines import Widths
from briefgen.layout.optimum import (
    HYPHEN_DEMERITS,
    LEAST_LAST_MPT,
    SHORT_LAST,
    SHORT_LAST_DEMERITS,
    _Breaks,
    optimum_lines,
)
from briefgen.layout.runs import styled_runs
from briefgen.layout.units import Extent
from briefgen.types.prose import plain, runs
from briefgen.types.role import Role

UNIT = st.tuples(st.integers(1, 60), st.integers(0, 5), st.booleans())
"""Visible width, width of the spaces after it, and whether it ends in a hyphen."""


def breaks(units: list[tuple[int, int, bool]], first: int, room: int) -> _Breaks:
    widths = Widths([Extent("", 0, own + space, own) for own, space, _ in units])
    return _Breaks(widths, [HYPHEN_DEMERITS * hyphen for _, _, hyphen in units], (first, room))


def score(
    units: list[tuple[int, int, bool]], first: int, rest: int, ends: list[int]
) -> tuple[int, int] | None:
    """Return lines and demerits, counted one by one; None where a line is too wide."""
    total = 0
    for start, end in pairwise([0, *ends]):
        room = rest if start else first
        used = sum(own + space for own, space, _ in units[start:end]) - units[end - 1][1]
        if used > room:
            return None
        if end == len(units):
            total += SHORT_LAST_DEMERITS if used * SHORT_LAST < room else 0
        else:
            total += ((room - used) * 1000 // room) ** 2 + HYPHEN_DEMERITS * units[end - 1][2]
    return len(ends), total


@given(
    st.lists(UNIT, min_size=1, max_size=9),
    st.integers(60, 150),
    st.integers(60, 150),
)
def test_no_other_breaks_are_better(
    units: list[tuple[int, int, bool]], first: int, room: int
) -> None:
    own = breaks(units, first, room)
    count = len(units)
    all_ways = (
        score(units, first, room, [*inner, count])
        for lines in range(count)
        for inner in combinations(range(1, count), lines)
    )
    ways = [way for way in all_ways if way]
    assert score(units, first, room, own._least(None, LEAST_LAST_MPT)) == min(ways)
    for lines in {way[0] for way in ways}:
        assert score(units, first, room, own._least(lines, LEAST_LAST_MPT)) == min(
            way for way in ways if way[0] == lines
        )


def words(*widths: int) -> list[tuple[int, int, bool]]:
    """Return words of some widths in points, with spaces of 2 points between them."""
    return [(1000 * width, 2000, False) for width in widths]


def test_a_last_word_gets_company_unless_the_line_above_becomes_short() -> None:
    room = 400_000
    full = [60] * 6
    near = breaks(words(*full, 20, 30), room, room)
    assert near.chosen() == [6, 8], "a short word comes down to the last one"
    far = breaks(words(*[98] * 4, 30), room, room)
    assert far.chosen() == [4, 5], "a long one stays, as its line would be three quarters full"


def test_a_compound_of_several_hyphens_is_not_parted(setting: Setting) -> None:
    style = setting.style(Role.BODY)
    prose = plain("It speaks of education and training for out-of-area operations.")
    text = styled_runs(runs(prose), style, setting, [])
    lines = optimum_lines(text, 250_000, 250_000)
    said = ["".join(piece.text for piece in line) for line in lines]
    assert not any(line.endswith("-") for line in said), said
    assert any("out-of-area" in line for line in said)
