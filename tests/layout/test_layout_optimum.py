"""The breaks chosen are the best of all that take as few lines: the oracle tries every one."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout.optimum import HYPHEN_DEMERITS, _Breaks

UNIT = st.tuples(st.integers(1, 60), st.integers(0, 5), st.booleans())
"""Visible width, width of the spaces after it, and whether it ends in a hyphen."""


def breaks(units: list[tuple[int, int, bool]], first: int, room: int) -> _Breaks:
    widths = [visible + space for visible, space, _ in units]
    visible = [visible for visible, _, _ in units]
    return _Breaks(
        widths, visible, [HYPHEN_DEMERITS * hyphen for _, _, hyphen in units], (first, room)
    )


def worth(own: _Breaks, ends: list[int]) -> tuple[int, int] | None:
    """Return lines and demerits; None where a line is too wide."""
    total = 0
    for start, end in pairwise([0, *ends]):
        spare = own.room(start) - own.used(start, end)
        if spare < 0:
            return None
        total += own._demerits(spare, start, end)
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
        worth(own, [*inner, count])
        for lines in range(count)
        for inner in combinations(range(1, count), lines)
    )
    ways = [way for way in all_ways if way]
    assert worth(own, own.chosen()) == min(ways)
    for lines in {way[0] for way in ways}:
        assert worth(own, own.chosen(lines)) == min(way for way in ways if way[0] == lines)
