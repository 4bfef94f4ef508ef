"""Charts: every word inside the box and none on another, bars from zero, and one figure."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.charted import charted, fact, reader_of

from briefgen.compose.charts import chart
from briefgen.layout import BlockFormatter, Setting
from briefgen.layout.chart import set_chart
from briefgen.types.block import Chart, Origin
from briefgen.types.laid import CircleMark, LineMark, Mark, RectangleMark, TextMark
from briefgen.types.measure import BlockLayout, Row

READER = reader_of(charted())
RISE, FALL = 0.62, 0.12
"""How far the letters reach above and below their base line, as shares of the size."""

WIDTHS = st.integers(130_000, 500_000)
YEARS = st.integers(1900, 2100).map(str)
MONTHS = st.tuples(YEARS, st.integers(1, 12)).map(lambda date: f"{date[0]}-{date[1]:02}")
DAYS = st.tuples(MONTHS, st.integers(1, 28)).map(lambda date: f"{date[0]}-{date[1]:02}")
DATES = st.one_of(YEARS, MONTHS, DAYS, YEARS.map("mid-{}".format))
VALUES = st.one_of(
    st.integers(-99_999, 9_999_999), st.floats(-999, 999).map(lambda value: round(value, 2))
)
KINDS = st.sampled_from(
    [{"unit": "wells"}, {"unit": "%"}, {"unit": "USD", "scale": "million"}, {"unit": "XOF"}]
)


def drawn(*values: tuple[str, float], **rest: str) -> Chart:
    return chart(fact(*values, **rest), READER, Origin("x"))


def plot(block_layout: BlockLayout) -> tuple[Mark, ...]:
    return plot_row(block_layout).marks


def plot_row(block_layout: BlockLayout) -> Row:
    """Return the row that holds the plot, which is the highest."""
    return max(block_layout.rows, key=lambda row: row.height_mpt)


def words(block_layout: BlockLayout) -> list[TextMark]:
    return [mark for mark in plot(block_layout) if isinstance(mark, TextMark)]


def box(mark: TextMark) -> tuple[int, int, int, int]:
    top = mark.baseline_mpt - round(RISE * mark.size_mpt)
    bottom = mark.baseline_mpt + round(FALL * mark.size_mpt)
    return mark.x_mpt, top, mark.x_mpt + mark.width_mpt, bottom


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(DATES, VALUES, min_size=2, max_size=30).filter(
        lambda held: len({date[:4] for date in held}) > 1
    ),
    KINDS,
    WIDTHS,
)
def test_no_word_leaves_the_box_or_meets_another(
    setting: Setting, values: dict[str, float], kind: dict[str, str], width: int
) -> None:
    block_layout = set_chart(drawn(*values.items(), **kind), width, setting)
    height = plot_row(block_layout).height_mpt
    boxes = [box(mark) for mark in words(block_layout)]
    assert boxes
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert right <= width
        assert top >= 0
        assert bottom <= height
    for one, other in combinations(boxes, 2):
        beside = one[2] <= other[0] or other[2] <= one[0]
        below = one[3] <= other[1] or other[3] <= one[1]
        assert beside or below


@settings(deadline=None)
@given(st.lists(VALUES, min_size=2, max_size=8), WIDTHS)
def test_bars_are_as_long_as_their_values_from_zero(
    setting: Setting, values: list[float], width: int
) -> None:
    series = [(str(2000 + number), value) for number, value in enumerate(values)]
    block_layout = set_chart(drawn(*series), width, setting)
    bars = [mark for mark in plot(block_layout) if isinstance(mark, RectangleMark)]
    assert len(bars) == len(values)
    same = {bar.width_mpt for bar in bars}, {bar.height_mpt for bar in bars}
    lengths = [
        bar.height_mpt if len(same[0]) == 1 and len(same[1]) > 1 else bar.width_mpt for bar in bars
    ]
    if len(same[0]) == len(same[1]) == 1:
        return
    scale = max(lengths) / max(abs(value) for value in values)
    for length, value in zip(lengths, values, strict=True):
        assert length == pytest.approx(abs(value) * scale, abs=2)


@settings(deadline=None)
@given(st.dictionaries(YEARS, VALUES, min_size=2, max_size=12), WIDTHS)
def test_a_chart_measured_is_as_high_as_drawn(
    setting: Setting, values: dict[str, float], width: int
) -> None:
    block = drawn(*values.items())
    measured = set_chart(block, width, setting, drawn=False)
    assert [row.height_mpt for row in measured.rows] == [
        row.height_mpt for row in set_chart(block, width, setting).rows
    ]


def test_title_plot_and_note_stay_together_as_caption_figure_and_paragraph(
    formatter: BlockFormatter,
) -> None:
    block_layout = formatter.set(drawn(("2018", 1), ("2019", 2)), 300_000)
    assert [row.break_after for row in block_layout.rows] == [False] * (
        len(block_layout.rows) - 1
    ) + [True]
    group, caption, title, below, figure, note = block_layout.elements
    assert (group.tag, caption.tag, figure.tag) == ("Div", "Caption", "Figure")
    assert {one.tag for one in (title, below, note)} == {"P"}
    assert (title.parent, below.parent, note.parent) == (1, 1, 0)
    assert (caption.parent, figure.parent) == (0, 0)
    assert figure.alt is not None
    assert figure.alt.startswith("Bar chart: Wells dug")
    at = block_layout.rows.index(plot_row(block_layout))
    top = sum(row.height_mpt for row in block_layout.rows[:at])
    assert figure.box_mpt is not None
    assert figure.box_mpt[:3] == (0, top, 300_000)
    assert top < figure.box_mpt[3] <= top + plot_row(block_layout).height_mpt
    assert {mark.element for mark in plot(block_layout)} == {4}


@pytest.mark.parametrize(
    ("width", "shape"), [(300_000, "columns"), (200_000, "rows"), (110_000, "stacked")]
)
def test_bars_stand_as_the_width_allows(setting: Setting, width: int, shape: str) -> None:
    block = drawn(("2018-11", 1000), ("2019-11", 2000), ("2020-11", 30_000))
    assert block.plot.shape(width / 1000, 10) == shape
    texts = [mark.text for mark in words(set_chart(block, width, setting))]
    dates, values = texts[::2], texts[1::2]
    if shape == "columns":
        dates, values = values, dates
    assert dates == ["November 2018", "November 2019", "November 2020"]
    assert values == ["1,000", "2,000", "30,000"]


def test_a_line_reports_its_ends_and_extremes_and_stands_true_in_time(setting: Setting) -> None:
    years = (2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2017)
    values = (20, 35, 50, 40, 30, 20, 10, 15, 30)
    block_layout = set_chart(
        drawn(*((str(y), v) for y, v in zip(years, values, strict=True))), 400_000, setting
    )
    texts = [mark.text for mark in words(block_layout)]
    assert texts == [
        *("0", "10", "20", "30", "40", "50"),
        *("2000", "2002", "2004", "2006", "2017"),
        *("30", "20", "50", "10"),
    ]
    first = words(block_layout)[12]
    axis = max(mark.x_mpt + mark.width_mpt for mark in words(block_layout)[:6])
    assert first.x_mpt - axis > 5_000, "beside a round value it would read as its digits"
    lines = [
        mark for mark in plot(block_layout) if isinstance(mark, LineMark) and mark.line_mpt == 1500
    ]
    assert len(lines) == len(years) - 1
    last, before = lines[-1], lines[-2]
    assert (last.x2_mpt - last.x1_mpt) == pytest.approx(
        10 * (before.x2_mpt - before.x1_mpt), rel=0.01
    )
    dots = [
        mark
        for mark in plot(block_layout)
        if isinstance(mark, CircleMark) and mark.radius_mpt > 2000
    ]
    assert len(dots) == 4


def test_a_step_of_time_without_a_value_is_as_wide_as_one_with_a_bar(setting: Setting) -> None:
    block = drawn(("2015", 1), ("2016", 2), ("2019", 3))
    for width in (400_000, 110_000):
        marks = plot(set_chart(block, width, setting))
        bars = [mark for mark in marks if isinstance(mark, RectangleMark)]
        apart = [
            (later.x_mpt - one.x_mpt, later.y_mpt - one.y_mpt) for one, later in pairwise(bars)
        ]
        step = max(apart[0])
        assert max(apart[1]) == pytest.approx(3 * step, abs=2)


@pytest.mark.parametrize(
    "series", [(1, 9, 3, 7, 2, 8, 4, 6, 5), (-0.3, -4, 2, 1, 1, 3, 2, 1, -9, 7, 1)]
)
def test_no_rule_and_no_line_strikes_the_values_of_a_line_through(
    setting: Setting, series: tuple[float, ...]
) -> None:
    """The white behind them covers rules of the grid, and nothing of the line."""
    years = [(str(2000 + number), value) for number, value in enumerate(series)]
    marks = plot(set_chart(drawn(*years), 200_000, setting))
    lines = [one for one in marks if isinstance(one, LineMark) and one.line_mpt == 1500]
    assert len(lines) == len(series) - 1
    values = [
        mark
        for before, mark in pairwise(marks)
        if isinstance(mark, TextMark) and isinstance(before, CircleMark)
    ]
    assert values
    for value in values:
        left, top, right, bottom = box(value)
        behind = [
            number
            for number, one in enumerate(marks)
            if isinstance(one, RectangleMark)
            and one.fill == "#ffffff"
            and (one.x_mpt <= left and one.x_mpt + one.width_mpt >= right)
            and (one.y_mpt <= top and one.y_mpt + one.height_mpt >= bottom)
        ]
        rules = [
            number
            for number, one in enumerate(marks)
            if isinstance(one, LineMark) and one not in lines
        ]
        assert max(rules) < max(behind, default=-1) < marks.index(lines[0])
        for line in lines:
            for step in range(21):
                x = line.x1_mpt + (line.x2_mpt - line.x1_mpt) * step / 20
                y = line.y1_mpt + (line.y2_mpt - line.y1_mpt) * step / 20
                assert not (left < x < right and top < y < bottom)


def test_columns_that_stand_close_have_every_second_date(setting: Setting) -> None:
    fiscal = [(f"{2018 + n}/{19 + n}", 10 + n) for n in range(8)]
    assert drawn(*fiscal).plot.shape(200, 8) == "columns"
    close = [mark.text for mark in words(set_chart(drawn(*fiscal), 200_000, setting))]
    assert [one for one in close if "/" in one] == ["2018/19", "2020/21", "2022/23", "2024/25"]


def test_dates_below_a_line_are_evenly_apart_in_time(setting: Setting) -> None:
    long = [(str(2008 + n), n) for n in range(18)]
    texts = [mark.text for mark in words(set_chart(drawn(*long), 300_000, setting))]
    years = [int(one) for one in texts if re.fullmatch(r"20\d\d", one)]
    assert years[0] == 2008 and len({later - one for one, later in pairwise(years)}) == 1
