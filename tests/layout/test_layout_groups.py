"""Several series: bars that share a place, lines with symbols, and a legend above them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples.charted import charted, in_group, reader_of

from briefgen.compose.charts import chart
from briefgen.layout import Setting
from briefgen.layout.chart import set_chart
from briefgen.types.block import Chart, Origin
from briefgen.types.laid import CircleMark, LineMark, Mark, PathMark, RectangleMark, TextMark
from briefgen.types.plot import series_colour

MANY = [{str(2000 + n): n * times for n in range(10)} for times in (1, 2, 3)]


def drawn(*series: Mapping[str, float], projected: int = 99) -> Chart:
    facts = in_group(*series, projected=projected)
    reader = replace(reader_of(charted()), facts={one.id: one for one in facts})
    return chart(facts[0], reader, Origin("x"))


def plotted(block: Chart, setting: Setting, width: int) -> tuple[int, tuple[Mark, ...]]:
    row = max(set_chart(block, width, setting).rows, key=lambda row: row.height_mpt)
    return row.height_mpt, row.marks


def test_bars_of_a_date_stand_side_by_side_each_in_the_colour_of_its_series(
    setting: Setting,
) -> None:
    block = drawn({"2018": 4, "2019": 7}, {"2018": 2, "2019": 5}, {"2018": 1, "2019": 3})
    _, marks = plotted(block, setting, 400_000)
    bars = [one for one in marks if isinstance(one, RectangleMark)]
    samples, bars = bars[:3], bars[3:]
    accent = setting.page_style.accent
    colours = [series_colour(number, accent, filled=True) for number in range(3)]
    assert [one.fill for one in samples] == colours
    assert [one.fill for one in bars] == [colour for colour in colours for _ in range(2)]
    assert [one.height_mpt for one in bars][::2] == pytest.approx(
        [bars[0].height_mpt * share for share in (1, 1 / 2, 1 / 4)], abs=3
    )
    for one, other in combinations(bars, 2):
        left, right = sorted((one, other), key=lambda bar: bar.x_mpt)
        assert left.x_mpt + left.width_mpt <= right.x_mpt
    texts = [one.text for one in marks if isinstance(one, TextMark)]
    assert texts[:3] == ["Wells of the north", "Pumps of the north", "Tanks of the north"]
    assert texts[3:9] == ["4", "7", "2", "5", "1", "3"]


def test_where_values_have_no_room_above_their_bars_an_axis_says_them(setting: Setting) -> None:
    held = [{str(2000 + n): 10_000 + n for n in range(8)} for _ in range(3)]
    _, marks = plotted(drawn(*held), setting, 200_000)
    texts = {one.text for one in marks if isinstance(one, TextMark)}
    assert "10,000" in texts
    assert "10,003" not in texts


def test_each_line_has_its_colour_and_symbol_and_goes_on_in_dashes(setting: Setting) -> None:
    _, marks = plotted(drawn(*MANY, projected=8), setting, 400_000)
    accent = setting.page_style.accent
    for number, kind in enumerate((CircleMark, RectangleMark, PathMark)):
        colour = series_colour(number, accent, filled=False)
        symbols = [one for one in marks if isinstance(one, kind) and one.fill == colour]
        assert len(symbols) == 10 + 1
        solid = [one for one in marks if isinstance(one, LineMark) and one.colour == colour]
        dashed = [one for one in marks if isinstance(one, PathMark) and one.stroke == colour]
        assert (len(solid), len(dashed)) == (7 + 1, 2)


def piled(*series: Mapping[str, float], **rest: int) -> Chart:
    return manner("stack", *series, **rest)


def manner(name: str, *series: Mapping[str, float], projected: int = 99) -> Chart:
    facts = in_group(*series, projected=projected, drawn_in=name)
    reader = replace(reader_of(charted()), facts={one.id: one for one in facts})
    return chart(facts[0], reader, Origin("x"))


def bars(marks: tuple[Mark, ...]) -> list[RectangleMark]:
    return [one for one in marks if isinstance(one, RectangleMark)]


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.lists(st.integers(0, 9_000), min_size=4, max_size=4), min_size=2, max_size=3
    ).filter(lambda held: any(map(any, held))),
    st.integers(110_000, 500_000),
)
def test_parts_stand_on_one_another_and_are_as_high_as_their_values(
    setting: Setting, values: list[list[int]], width: int
) -> None:
    block = piled(*({str(2000 + n): held[n] for n in range(4)} for held in values))
    height, marks = plotted(block, setting, width)
    parts = bars(marks)[len(values) :]
    scale = max(one.height_mpt for one in parts) / (max(map(max, values)) or 1)
    for at in range(4):
        pile = parts[at::4]
        for below, above in pairwise(pile):
            assert above.y_mpt + above.height_mpt == below.y_mpt
            assert above.x_mpt == below.x_mpt
        for part, held in zip(pile, values, strict=True):
            assert part.height_mpt == pytest.approx(held[at] * scale, abs=4)
    texts = [one for one in marks if isinstance(one, TextMark)]
    assert all(one.x_mpt >= 0 and one.x_mpt + one.width_mpt <= width for one in texts)
    assert all(0 < one.baseline_mpt <= height for one in texts)


@pytest.mark.parametrize(("low", "is_printed"), [(30, True), (2, False)])
def test_parts_that_are_too_low_for_their_values_have_an_axis(
    setting: Setting, low: int, is_printed: bool
) -> None:
    block = piled({"2018": 43, "2019": 61}, {"2018": low, "2019": 53})
    texts = {one.text for one in plotted(block, setting, 400_000)[1] if isinstance(one, TextMark)}
    assert ({"43", "61", "53"} <= texts) is is_printed
    assert ({"0", "20", "40"} <= texts) is not is_printed


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.lists(st.integers(-500, 9_000), min_size=12, max_size=12), min_size=2, max_size=6),
    st.integers(2, 12),
    st.integers(110_000, 500_000),
)
def test_panels_keep_apart_and_their_words_within_the_box(
    setting: Setting, values: list[list[int]], count: int, width: int
) -> None:
    series = ({str(2000 + n): held[n] for n in range(count)} for held in values)
    block = manner("panels", *series)
    height, marks = plotted(block, setting, width)
    texts = [one for one in marks if isinstance(one, TextMark)]
    for one in texts:
        assert one.x_mpt >= 0
        assert one.x_mpt + one.width_mpt <= width
        assert 0 < one.baseline_mpt <= height
    if block.plot.kind == "bar":
        columns = sorted(bars(marks), key=lambda one: one.x_mpt)
        assert len(columns) == count * len(values)
        for left, right in pairwise(columns):
            assert left.x_mpt + left.width_mpt <= right.x_mpt


def test_the_last_bar_of_each_panel_stands_out(setting: Setting) -> None:
    held = [{"2018": 4, "2019": 7}, {"2018": 2, "2019": 5}, {"2018": 1, "2019": 3}]
    _, marks = plotted(manner("panels", *held), setting, 400_000)
    accent = setting.page_style.accent
    assert [one.fill == accent for one in bars(marks)] == [False, True] * 3
    dashed = [one for one in plotted(manner("panels", *MANY, projected=8), setting, 400_000)[1]
              if isinstance(one, PathMark)]  # fmt: skip
    assert len(dashed) == 2 * 3


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.integers(-500, 9_000), min_size=9, max_size=9), min_size=2, max_size=3),
    st.integers(2, 9),
    st.integers(110_000, 500_000),
)
def test_no_word_leaves_the_box_and_the_legend_meets_no_mark(
    setting: Setting, values: list[list[int]], count: int, width: int
) -> None:
    block = drawn(*({str(2000 + n): held[n] for n in range(count)} for held in values))
    height, marks = plotted(block, setting, width)
    texts = [one for one in marks if isinstance(one, TextMark)]
    names = {one.name for one in block.plot.all_series}
    legend = [one for one in texts if one.text in names]
    assert len(legend) == len(values)
    for one in texts:
        assert one.x_mpt >= 0
        assert one.x_mpt + one.width_mpt <= width
        assert 0 < one.baseline_mpt <= height
    foot = max(one.baseline_mpt for one in legend)
    for one in texts:
        if one not in legend:
            assert one.baseline_mpt > foot
