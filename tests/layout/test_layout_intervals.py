"""Intervals from end to end through their dots, and projections, which look like no measurement."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.charted import charted, projected, ranged, reader_of

from briefgen.compose.charts import chart
from briefgen.layout import Setting
from briefgen.layout.chart import set_chart
from briefgen.types.block import Origin
from briefgen.types.fact import Fact
from briefgen.types.laid import CircleMark, LineMark, Mark, PathMark, RectangleMark, TextMark
from briefgen.types.plot import PALE, QUIET, paler

VALUES = st.lists(
    st.tuples(st.integers(-500, 500), st.integers(0, 90), st.integers(1, 90)),
    min_size=2, max_size=14,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(VALUES, st.integers(110_000, 500_000))
def test_dots_lie_on_lines_from_end_to_end_and_words_meet_nothing(
    setting: Setting, values: list[tuple[int, int, int]], width: int
) -> None:
    of = ranged(*(
        (str(2000 + n), value, value - below, value + above)
        for n, (value, below, above) in enumerate(values)
    ))  # fmt: skip
    block = chart(of, reader_of(charted()), Origin("x"))
    layout = set_chart(block, width, setting)
    row = max(layout.rows, key=lambda row: row.height_mpt)
    upright = [one for one in row.marks if isinstance(one, LineMark) and one.x1_mpt == one.x2_mpt]
    upright = [one for one in upright if one.line_mpt == 900]
    assert len(upright) == len(values)
    scale = {
        (one.y1_mpt - one.y2_mpt) / (b + a) for one, (_, b, a) in zip(upright, values, strict=True)
    }
    assert max(scale) - min(scale) <= 2
    for one in upright:
        assert 0 <= one.y2_mpt < one.y1_mpt <= row.height_mpt
    dots = {one.x_mpt for one in row.marks if isinstance(one, CircleMark)}
    assert dots <= {one.x1_mpt for one in upright}
    texts = [mark for mark in row.marks if isinstance(mark, TextMark)]
    assert all(mark.x_mpt >= 0 and mark.x_mpt + mark.width_mpt <= width for mark in texts)
    said = [mark for mark in texts if mark.text in {held.text for held in block.plot.values}]
    for before, after in pairwise(sorted(said, key=lambda mark: mark.x_mpt)):
        if before.baseline_mpt == after.baseline_mpt:
            assert before.x_mpt + before.width_mpt <= after.x_mpt


def plotted(of: Fact, setting: Setting, width: int = 400_000) -> tuple[Mark, ...]:
    layout = set_chart(chart(of, reader_of(charted()), Origin("x")), width, setting)
    return max(layout.rows, key=lambda row: row.height_mpt).marks


def test_a_projected_bar_is_a_pale_tint_with_an_outline(setting: Setting) -> None:
    for width in (400_000, 110_000):
        held = projected(2, ("2018", 4), ("2019", 7), ("2020", 5), ("2021", 6))
        marks = plotted(held, setting, width)
        bars = [one for one in marks if isinstance(one, RectangleMark)]
        assert [one.stroke is None for one in bars] == [True, True, False, False]
        accent = setting.page_style.accent
        assert [one.fill for one in bars] == [
            paler(accent, QUIET), paler(accent, QUIET), paler(accent, PALE), paler(accent)
        ]  # fmt: skip
        cited, other = bars[3].line_mpt, bars[2].line_mpt
        assert cited > other, "what is cited stands out in grey, too"


@pytest.mark.parametrize("measured", [0, 1, 8, 11, 12])
def test_a_line_goes_on_in_dashes_from_the_last_value_that_was_measured(
    setting: Setting, measured: int
) -> None:
    marks = plotted(projected(measured, *((str(2000 + n), n) for n in range(12))), setting)
    solid = [one for one in marks if isinstance(one, LineMark) and one.line_mpt == 1500]
    dashed = [one for one in marks if isinstance(one, PathMark)]
    assert len(solid) == max(0, measured - 1)
    assert len(dashed) == (measured < 12)
    for one in dashed:
        assert one.dashes_mpt
        assert len(one.steps) == 12 - max(1, measured) + 1
        if solid:
            assert one.steps[0][1] == (solid[-1].x2_mpt, solid[-1].y2_mpt)
    rings = [one for one in marks if isinstance(one, CircleMark) and one.stroke]
    assert len(rings) == (measured < 12) + (measured == 0)
