"""Intervals: each from end to end through its dot, and no word beside the sheet."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from samples.charted import charted, ranged, reader_of

from briefgen.compose.charts import chart
from briefgen.layout import Setting
from briefgen.layout.chart import set_chart
from briefgen.types.block import Origin
from briefgen.types.laid import CircleMark, LineMark, TextMark

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
