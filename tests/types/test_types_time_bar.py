"""A bar of time covers its width, shows each event, and lies about no date."""

from __future__ import annotations

import datetime
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.types.block import Origin, Timeline
from briefgen.types.date import PartialDate
from briefgen.types.prose import plain
from briefgen.types.time_bar import MOST_LEADER, Moment, leaders, longest_leader, time_bar

WIDTH, MARK = 450_000, 4_000
DATES = st.sampled_from(["2012", "2012-03", "mid-2013", "2014-02-03", "2014/15", "2019-Q2"])


def moment(date: str, *, planned: bool = False) -> Moment:
    known = PartialDate(date)
    return Moment("e", date, known.middle, planned, plain("x"), (known.first, known.last))


@given(st.lists(st.builds(moment, DATES, planned=st.booleans()), min_size=1, max_size=8))
def test_stretches_cover_the_bar_and_every_event_is_seen(moments: list[Moment]) -> None:
    bar = time_bar(moments, WIDTH, MARK)
    assert bar.stretches[0].start == 0
    assert bar.stretches[-1].end == WIDTH
    assert all(one.end == other.start for one, other in pairwise(bar.stretches))
    assert all(one.kind != other.kind for one, other in pairwise(bar.stretches))
    for middle in bar.middles:
        under = next(one for one in bar.stretches if one.start <= middle < one.end)
        assert under.kind != "between"


def test_a_date_known_to_the_month_is_a_mark_and_one_known_to_the_year_a_range() -> None:
    bar = time_bar([moment("2010-03"), moment("2014"), moment("2019", planned=True)], WIDTH, MARK)
    assert [one.kind for one in bar.stretches] == [
        "event",
        "between",
        "range",
        "between",
        "planned",
    ]
    year = bar.stretches[2]
    days = (datetime.date(2020, 1, 1) - datetime.date(2010, 3, 1)).days
    assert abs((year.end - year.start) - WIDTH * 365 // days) <= 1


def test_a_mark_within_a_range_stays_seen() -> None:
    bar = time_bar([moment("2012"), moment("2012-06"), moment("2013-12")], WIDTH, MARK)
    assert [one.kind for one in bar.stretches][:3] == ["range", "event", "range"]


def strip(*dates: str) -> Timeline:
    return Timeline(tuple(map(moment, dates)), Origin("t"), strip=True)


def test_labels_in_a_strip_lie_near_their_dates_and_else_make_a_list() -> None:
    spread = strip("2010-03", "2013-05", "2016-01", "2019-03")
    assert longest_leader(spread.moments) < MOST_LEADER
    assert spread.columns(480, 9) == 4
    crowded = strip("2010-03", "2019-01", "2019-02", "2019-03")
    assert longest_leader(crowded.moments) > MOST_LEADER
    assert crowded.columns(480, 9) == 1


@given(st.lists(st.integers(0, 990), min_size=3, max_size=6, unique=True).map(sorted))
def test_no_leader_crosses_or_runs_into_another(middles: list[int]) -> None:
    step = 1000 // len(middles)
    found = leaders(middles, [number * step for number in range(len(middles))])
    for one, other in permutations(found, 2):
        left, right = one.across
        if left < other.begin < right:
            assert other.level < one.level
        if left < other.end < right:
            assert one.level < other.level
        if one.level == other.level and one.begin != one.end and other.begin != other.end:
            assert right < other.across[0] or other.across[1] < left
