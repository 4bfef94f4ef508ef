"""Running lines stay on their line and within the page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout import Setting
from briefgen.layout.furniture import set_running
from briefgen.layout.setting import mpt
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


def test_it_is_cut_between_words_but_within_one_that_is_nearly_all(setting: Setting) -> None:
    left, _ = marks("Wells that the town shares " * 9, "Draft", setting)
    assert left.text.removesuffix("…").split(" ")[-1] in {"Wells", "that", "the", "town", "shares"}
    (left,) = marks("Wells " + "w" * 90, "", setting)
    assert left.text.startswith("Wells www")
    assert left.text.endswith("w…")


def test_a_page_without_a_line_is_left_alone(setting: Setting) -> None:
    assert marks(" ", "", setting) == []


MARKED = RunningLine("Official · Embargoed until 10 June 2019 " * 3, "", Role.MARKING, "first")


def test_a_marking_is_never_cut_short(setting: Setting) -> None:
    (found,) = set_running((MARKED,), 1, "", WIDTH, setting)
    words = [mark for mark in found.row.marks if isinstance(mark, TextMark)]
    assert "".join(mark.text for mark in words) == MARKED.left.strip()
    baselines = sorted({mark.baseline_mpt for mark in words})
    leading = mpt(setting.style(Role.MARKING).leading_pt)
    assert len(baselines) > 1
    assert [below - above for above, below in pairwise(baselines)] == [leading] * (
        len(baselines) - 1
    )
    assert found.row.height_mpt == leading * len(baselines)


def test_a_marking_at_the_right_ends_there(setting: Setting) -> None:
    line = replace(MARKED, left="", right="Draft")
    (found,) = set_running((line,), 1, "", WIDTH, setting)
    (word,) = found.row.marks
    assert isinstance(word, TextMark)
    assert word.x_mpt + word.width_mpt == WIDTH


def test_lines_keep_the_larger_of_the_distances_that_their_styles_ask_for(
    setting: Setting,
) -> None:
    def after_pt(before_pt: float) -> float:
        style = replace(setting.style(Role.MARKING), space_before_pt=before_pt)
        look = replace(setting.look, styles={**setting.look.styles, Role.MARKING: style})
        head = RunningLine("Wells", "", Role.HEADER, "all")
        lines = (head, replace(MARKED, left="Draft"))
        above, _ = set_running(lines, 1, "", WIDTH, Setting(look, setting.fonts))
        return above.space_after_mpt / 1000

    own = setting.style(Role.HEADER).space_after_pt
    assert [after_pt(before) for before in (0, own - 1, own + 1)] == [own, own, own + 1]


@given(left=st.text("wW il", max_size=120), right=st.text("wW il", max_size=120))
def test_running_text_never_leaves_the_page_nor_meets(
    setting: Setting, left: str, right: str
) -> None:
    end = 0
    for mark in marks(left, right, setting):
        assert mark.x_mpt >= end
        end = mark.x_mpt + mark.width_mpt
    assert end <= WIDTH
