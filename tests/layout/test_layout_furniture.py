"""Running lines stay on their line and within the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout import Setting
from briefgen.layout.furniture import set_running
from briefgen.types.draft import RunningLine
from briefgen.types.laid import TextMark
from briefgen.types.role import Role

WIDTH = 200_000


def marks(left: str, right: str, setting: Setting) -> list[TextMark]:
    line = RunningLine(left, right, Role.HEADER, "all")
    found = set_running((line,), 1, "", WIDTH, setting)
    return [mark for each in found for mark in each.row.marks if isinstance(mark, TextMark)]


def test_short_text_stands_at_either_side(setting: Setting) -> None:
    left, right = marks("Wells", "Draft", setting)
    assert (left.text, left.x_mpt) == ("Wells", 0)
    assert (right.text, right.x_mpt + right.width_mpt) == ("Draft", WIDTH)


def test_a_long_title_is_cut_before_what_stands_at_the_right(setting: Setting) -> None:
    left, right = marks("Wells that the town shares " * 9, "Draft", setting)
    assert left.text.startswith("Wells that the town")
    assert left.text.endswith("…")
    assert left.x_mpt + left.width_mpt < right.x_mpt


def test_a_page_without_a_line_is_left_alone(setting: Setting) -> None:
    assert marks(" ", "", setting) == []


@given(left=st.text("wW il", max_size=120), right=st.text("wW il", max_size=120))
def test_running_text_never_leaves_the_page_nor_meets(
    setting: Setting, left: str, right: str
) -> None:
    end = 0
    for mark in marks(left, right, setting):
        assert mark.x_mpt >= end
        end = mark.x_mpt + mark.width_mpt
    assert end <= WIDTH
