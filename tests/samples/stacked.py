"""Galleys of rows 10 mpt high, and columns to stack them in."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from briefgen.layout.columns import Column
from briefgen.layout.paragraph import breakable, kept_together
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.role import Role

ROWS = st.integers(1, 7)
SPACE = st.sampled_from([0, 3, 7])


def paragraph(rows: int, before: int, after: int, *, contextual: bool, repeat: int) -> BlockLayout:
    """Return a paragraph, or an item of a list that wants no space below its like."""
    return BlockLayout(
        Role.BULLET if contextual else Role.BODY,
        breakable([Row(10, ())] * rows),
        (),
        before,
        after,
        contextual_spacing=contextual,
        repeat=(Row(10, ()),) * repeat,
    )


def heading(rows: int, before: int) -> BlockLayout:
    """Return a heading, which stays with what follows it."""
    return BlockLayout(
        Role.HEADING_1,
        kept_together([Row(10, ())] * rows),
        (),
        before,
        2,
        keep_with_next=True,
    )


PARAGRAPHS = st.builds(
    paragraph, ROWS, SPACE, SPACE, contextual=st.booleans(), repeat=st.integers(0, 1)
)
HEADINGS = st.builds(heading, st.integers(1, 2), SPACE)


def fixed_columns(heights: tuple[int, ...]) -> Callable[[int], Column]:
    """Return columns of these heights, then high ones: what reaches those does not fit."""

    def column(number: int) -> Column:
        height = heights[number] if number < len(heights) else 1_000_000
        return Column(number + 1, 0, 0, 100, height)

    return column
