"""Labels never overlap, stay in the column, and stand as near to their dots as they can."""

from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.layout import Setting
from briefgen.layout.timeline import set_timeline
from briefgen.types.block import Origin, Timeline
from briefgen.types.laid import CircleMark, PathMark, TextMark
from briefgen.types.measure import BlockLayout
from briefgen.types.page_style import ListMark
from briefgen.types.prose import Text
from briefgen.types.role import Role
from briefgen.types.time_bar import Moment

WIDTH = 150_000

MOMENTS = st.lists(
    st.builds(
        Moment,
        st.just("event"),
        st.just("May 2018"),
        st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 12, 31)),
        st.booleans(),
        st.integers(1, 14).map(lambda words: (Text("peace " * words),)),
    ),
    min_size=1,
    max_size=20,
).map(lambda moments: tuple(sorted(moments, key=lambda moment: moment.day)))


def drawn(setting: Setting, moments: tuple[Moment, ...], height_mpt: int = 0) -> BlockLayout:
    return set_timeline(Timeline(moments, Origin("t")), WIDTH, setting, height_mpt)


def lines(block_layout: BlockLayout) -> list[TextMark]:
    """The first mark of each line of text, from top to bottom."""
    marks = [mark for row in block_layout.rows for mark in row.marks if isinstance(mark, TextMark)]
    return list({mark.baseline_mpt: mark for mark in reversed(marks)}.values())[::-1]


@given(moments=MOMENTS, height=st.integers(0, 900_000))
def test_no_two_labels_overlap_and_none_leaves_the_column(
    setting: Setting, moments: tuple[Moment, ...], height: int
) -> None:
    block_layout = drawn(setting, moments, height)
    leading = round(setting.style(Role.EVENT).leading_pt * 1000)
    base_lines = sorted(mark.baseline_mpt for mark in lines(block_layout))
    gaps = [below - above for above, below in pairwise(base_lines)]
    assert all(gap >= leading for gap in gaps)
    assert base_lines[0] > 0
    assert base_lines[-1] <= block_layout.height_mpt
    assert block_layout.height_mpt >= height


@given(moments=MOMENTS)
def test_dots_stand_by_time_or_beside_their_labels_and_planned_ones_are_hollow(
    setting: Setting, moments: tuple[Moment, ...]
) -> None:
    block_layout = drawn(setting, moments)
    dots = [mark for row in block_layout.rows for mark in row.marks if isinstance(mark, CircleMark)]
    assert len(dots) == len(moments)
    span = (moments[-1].day - moments[0].day).days
    leading = round(setting.style(Role.EVENT).leading_pt * 1000)
    firsts = [line for line in lines(block_layout) if line.text.startswith("May 2018")]
    by_time = [True]
    for moment, dot, line in zip(moments, dots, firsts, strict=True):
        assert (dot.fill == "#ffffff") == moment.planned
        assert abs(dot.y_mpt - line.baseline_mpt) <= 3 * leading
        share = (moment.day - moments[0].day).days / max(1, span)
        away = abs(dot.y_mpt - dots[0].y_mpt - share * (dots[-1].y_mpt - dots[0].y_mpt))
        by_time.append(away <= 1)
    beside = all(abs(d.y_mpt - n.baseline_mpt) < leading for d, n in zip(dots, firsts, strict=True))
    assert all(by_time) or beside


def test_a_cluster_is_a_list_at_even_distances_its_long_gaps_dashed(setting: Setting) -> None:
    days = [datetime.date(2012, 1, 1 + n) for n in range(12)] + [datetime.date(2019, 6, 1)]
    moments = tuple(Moment("e", "2012", day, False, (Text("peace"),)) for day in days)
    block_layout = drawn(setting, moments, 400_000)
    (row,) = block_layout.rows
    steps = {b.baseline_mpt - a.baseline_mpt for a, b in pairwise(lines(block_layout))}
    assert max(steps) - min(steps) <= 1
    dashed = [mark for mark in row.marks if isinstance(mark, PathMark)]
    assert len(dashed) == 1


def test_with_room_enough_each_label_stands_beside_its_dot(setting: Setting) -> None:
    days = [datetime.date(2000 + 10 * n, 1, 1) for n in range(4)]
    moments = tuple(Moment("e", "2000", day, False, (Text("peace"),)) for day in days)
    block_layout = drawn(setting, moments, 400_000)
    dots = [mark for row in block_layout.rows for mark in row.marks if isinstance(mark, CircleMark)]
    for dot, line in zip(dots, lines(block_layout), strict=True):
        assert abs(line.baseline_mpt - dot.y_mpt) < 5_000


def test_on_an_organisation_s_template_events_are_the_list_that_word_has(setting: Setting) -> None:
    own = setting.page_style
    event = replace(
        own.styles[Role.EVENT], colour="#112233", mark=ListMark("1", 0, "●", ("bullet",), (1,))
    )
    look = replace(own, styles={**own.styles, Role.EVENT: event}, lists_events=True)
    days = [datetime.date(2000 + n * n, 1, 1) for n in range(4)]
    moments = tuple(Moment("e", "2000", day, day.year > 2005, (Text("peace"),)) for day in days)
    block_layout = drawn(replace(setting, page_style=look), moments, 400_000)
    (row,) = block_layout.rows
    dots = [mark for mark in row.marks if isinstance(mark, CircleMark)]
    full, hollow = ("#112233", None), ("#ffffff", "#112233")
    assert [(mark.fill, mark.stroke) for mark in dots] == [full, full, full, hollow]
    assert (
        len({mark.radius_mpt + (mark.stroke is not None) * mark.line_mpt // 2 for mark in dots})
        == 1
    )
    assert all(isinstance(mark, CircleMark | TextMark) for mark in row.marks)
    height_pt = 4 * event.leading_pt + 3 * max(event.space_before_pt, event.space_after_pt)
    assert block_layout.height_mpt == height_pt * 1000


def test_in_the_tags_it_is_a_list_of_events_and_nothing_drawn_is_read(setting: Setting) -> None:
    moments = (Moment("e", "2000", datetime.date(2000, 1, 1), False, (Text("peace"),)),)
    block_layout = drawn(setting, moments)
    assert [element.tag for element in block_layout.elements] == ["L", "LI", "LBody"]
    for row in block_layout.rows:
        assert all((mark.element is not None) == isinstance(mark, TextMark) for mark in row.marks)
