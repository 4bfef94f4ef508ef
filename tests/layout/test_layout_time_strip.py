"""A strip of events: side by side across a page, and a list where they do not fit."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from briefgen.layout import Setting
from briefgen.layout.time_strip import set_strip
from briefgen.layout.timeline import set_timeline
from briefgen.types.block import Origin, Timeline
from briefgen.types.laid import LineMark, RectangleMark, TextMark
from briefgen.types.prose import plain
from briefgen.types.time_bar import Moment

WIDE, NARROW = 451_000, 230_000


def strip(text: str = "A coup", count: int = 4) -> Timeline:
    moments = (
        Moment(f"e{n}", f"March 201{n}", datetime.date(2010 + n, 3, 1), n == 3, plain(text))
        for n in range(count)
    )
    return Timeline(tuple(moments), Origin("t"), strip=True)


def test_each_event_has_a_column_and_a_leader_from_its_place_in_time(setting: Setting) -> None:
    block_layout = set_strip(strip(), WIDE, setting)
    (row,) = block_layout.rows
    columns = sorted({mark.x_mpt for mark in row.marks if isinstance(mark, TextMark)})
    assert len([x for x in columns if x % (463_000 // 4) == 0]) == 4
    assert len([mark for mark in row.marks if isinstance(mark, LineMark)]) == 3 * 4
    assert (
        sum(mark.stroke is not None for mark in row.marks if isinstance(mark, RectangleMark)) == 1
    )


def test_it_is_a_list_of_events_for_who_hears_it(setting: Setting) -> None:
    tags = [one.tag for one in set_strip(strip(), WIDE, setting).elements]
    assert tags == ["L", *["LI", "LBody", "P", "P"] * 4]
    drawn = [mark for row in set_strip(strip(), WIDE, setting).rows for mark in row.marks]
    assert all((mark.element is None) != isinstance(mark, TextMark) for mark in drawn)


@pytest.mark.parametrize(
    ("block", "width"),
    [
        (strip(), NARROW),
        (strip(count=2), WIDE),
        (strip(count=8), WIDE),
        (strip("peace and trade " * 9), WIDE),
        (strip("Donaudampfschifffahrtsgesellschaft", 6), WIDE),
    ],
    ids=["narrow", "two", "many", "long", "a long word"],
)
def test_where_labels_would_not_fit_it_is_a_list(
    setting: Setting, block: Timeline, width: int
) -> None:
    listed = set_timeline(replace(block, strip=False), width, setting)
    assert set_strip(block, width, setting) == listed


def test_it_is_measured_as_it_is_drawn(setting: Setting) -> None:
    drawn, measured = (set_strip(strip(), WIDE, setting, drawn=one) for one in (True, False))
    assert drawn.height_mpt == measured.height_mpt
