"""Words of a template's own text that are larger than their paragraph, or raised above it."""

from __future__ import annotations

from typing import Literal

import pytest
from msgspec.structs import replace

from briefgen.layout import Setting
from briefgen.layout.drawing import Anchored, drawn_marks, floating_marks, place_mpt, set_cell
from briefgen.layout.header_footer import SetLine, set_part
from briefgen.layout.header_footer_line import Leaf
from briefgen.layout.moving import panel_marks
from briefgen.layout.setting import divide
from briefgen.types.header_footer import (
    Anchor,
    Floating,
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Shape,
    Tab,
    TabStop,
)
from briefgen.types.laid import LineMark, Mark, TextMark
from briefgen.types.page import Master
from briefgen.types.page_style import Border
from briefgen.types.picture import Form
from briefgen.types.role import Role

ON_LINE = Anchor("paragraph", 0)


@pytest.fixture
def leaf(setting: Setting) -> Leaf:
    return Leaf(1, 1, 320_000, 320, setting, None)


def test_words_larger_than_their_paragraph_stand_on_the_base_of_their_own_line(leaf: Leaf) -> None:
    own = leaf.setting.style(Role.HEADER)
    large = replace(own, size_pt=own.size_pt * 2, leading_pt=own.leading_pt * 2)
    held = HeaderFooterParagraph(own, (HeaderFooterText("words", large),), ())
    (line,) = set_part(HeaderFooterPart((held,)), leaf)
    (alone,) = set_part(HeaderFooterPart((replace(held, style=large),)), leaf)
    assert line.row == alone.row


def test_words_are_raised_above_their_line(leaf: Leaf) -> None:
    own = leaf.setting.style(Role.HEADER)
    raised = HeaderFooterText("2", replace(own, size_pt=own.size_pt / 2, rise_pt=3))
    held = HeaderFooterParagraph(own, (HeaderFooterText("m", own), raised), ())
    (line,) = set_part(HeaderFooterPart((held,)), leaf)
    m, two = (one for one in line.row.marks if isinstance(one, TextMark))
    assert m.baseline_mpt - two.baseline_mpt == 3000


def rules(lines: tuple[SetLine, ...]) -> list[list[tuple[int, int, int, int]]]:
    """Return the rules of each line's box, from the top of the line, in whole points."""
    return [
        [
            (one.x1_mpt // 1000, one.y1_mpt // 1000, one.x2_mpt // 1000, one.y2_mpt // 1000)
            for one in (panel_marks(line.panel, 0, 0, 10_000) if line.panel else ())
            if isinstance(one, LineMark)
        ]
        for line in lines
    ]


def test_paragraphs_of_one_box_have_its_sides_between_them_too(leaf: Leaf) -> None:
    rule = Border(1, "#000000", 0)
    sides = {f"border_{side}": rule for side in ("top", "right", "bottom", "left")}
    own = replace(leaf.setting.style(Role.HEADER), space_before_pt=0, space_after_pt=6, **sides)
    held = HeaderFooterParagraph(own, (HeaderFooterText("words", own),), ())
    first, second = rules(set_part(HeaderFooterPart((held, held)), leaf))
    assert [len(first), len(second)] == [3, 3]
    assert [one for one in first if one[0] == one[2]] == [(-1, 0, -1, 10), (320, 0, 320, 10)]
    assert [one for one in second if one[0] == one[2]] == [(-1, -6, -1, 10), (320, -6, 320, 10)]
    cell = set_cell(HeaderFooterCell(0, 320, (held, held)), leaf, 0, 320_000)
    assert sum(isinstance(one, LineMark) for one in cell.marks) == 6


def test_a_rule_below_its_text_box_is_not_seen(leaf: Leaf) -> None:
    own = replace(leaf.setting.style(Role.HEADER), border_bottom=Border(1, "#000000", 30))
    held = HeaderFooterParagraph(own, (HeaderFooterText("words", own),), ())
    for height_pt, seen in ((20, 0), (90, 1)):
        shape = Shape(100, height_pt, None, HeaderFooterCell(0, 100, (held,)), 0, 0)
        marks = drawn_marks(shape, 0, 0, leaf)
        assert sum(isinstance(one, LineMark) for one in marks) == seen
        assert any(isinstance(one, TextMark) for one in marks)


def test_what_begins_below_the_page_is_not_drawn(leaf: Leaf) -> None:
    form = Form((("m", (0, 0)), ("l", (9, 9))), "#000000")
    geometry = divide(leaf.setting.page_style, Master())
    height = geometry.height_mpt // 1000
    for down, drawn in ((height - 20, 1), (height + 20, 0)):
        floating = Floating(Shape(90, 90, form), Anchor("page", 0), Anchor("paragraph", down))
        held = [(Anchored(floating, 0, 100), 0)]
        assert len([*floating_marks(held, leaf, geometry)]) == drawn


def test_a_stop_beyond_the_edge_is_at_it(leaf: Leaf) -> None:
    own = leaf.setting.style(Role.HEADER)
    words = (HeaderFooterText("left", own), Tab(), HeaderFooterText("right", own))
    held = HeaderFooterParagraph(own, words, (TabStop(700, "right"),))
    (line,) = set_part(HeaderFooterPart((held,)), leaf)
    last = [mark for mark in line.row.marks if isinstance(mark, TextMark)][-1]
    assert abs(last.x_mpt + last.width_mpt - 320_000) < 100


@pytest.mark.parametrize(("align", "before"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_a_line_with_tabs_is_aligned_as_a_whole(leaf: Leaf, align: str, before: float) -> None:
    style, ends = leaf.setting.style(Role.HEADER), []
    for each in ("left", align):
        own = replace(style, align=each)
        parts = HeaderFooterText("A", own), Tab(), HeaderFooterText("Lakes", own)
        paragraph = HeaderFooterParagraph(own, parts, (TabStop(100, "center"),))
        (line,) = set_part(HeaderFooterPart((paragraph,)), leaf)
        ends.append([one for one in line.row.marks if isinstance(one, TextMark)])
    (_, last), (first, moved) = ends
    by = (leaf.width_mpt - last.x_mpt - last.width_mpt) * before
    assert (first.x_mpt, moved.x_mpt - last.x_mpt) == pytest.approx((by, by), abs=1)


def row_of(leaf: Leaf, stop: TabStop, *held: Tab | HeaderFooterText | str) -> tuple[Mark, ...]:
    own = leaf.setting.style(Role.HEADER)
    parts = (HeaderFooterText(one, own) if isinstance(one, str) else one for one in held)
    (line,) = set_part(HeaderFooterPart((HeaderFooterParagraph(own, tuple(parts), (stop,)),)), leaf)
    return line.row.marks


@pytest.mark.parametrize("leader", ["", ".", "_"])
def test_the_way_of_a_tab_is_filled_with_its_leader(
    leaf: Leaf, leader: Literal["", ".", "_"]
) -> None:
    name, *way, number = row_of(leaf, TabStop(320, "right", leader), "Name", Tab(), "1")
    assert isinstance(name, TextMark)
    assert isinstance(number, TextMark)
    end = name.x_mpt + name.width_mpt
    if leader == ".":
        (dots,) = way
        assert isinstance(dots, TextMark)
        assert set(dots.text) == {"."}
        assert end <= dots.x_mpt < end + 5_000
        assert dots.x_mpt + dots.width_mpt == number.x_mpt
    elif leader == "_":
        (rule,) = way
        assert isinstance(rule, LineMark)
        assert (rule.x1_mpt, rule.x2_mpt) == (end, number.x_mpt)
    else:
        assert way == []


def test_underlined_tabs_and_spaces_are_where_something_is_written_by_hand(leaf: Leaf) -> None:
    stop = TabStop(160, "left")
    (rule,) = (one for one in row_of(leaf, stop, "To", Tab("#ff0000")) if isinstance(one, LineMark))
    assert (rule.x2_mpt, rule.colour) == (160_000, "#ff0000")
    own = replace(leaf.setting.style(Role.HEADER), underlined=True)
    marks = row_of(leaf, stop, "To ", HeaderFooterText(" " * 20, own), "!")
    (rule,) = (one for one in marks if isinstance(one, LineMark))
    assert rule.x2_mpt - rule.x1_mpt > 20_000


def test_what_floats_in_a_cell_counts_from_its_own_paragraph(leaf: Leaf) -> None:
    own = leaf.setting.style(Role.HEADER)
    floating = Floating(Shape(10, 2, Form((("m", (0, 0)),), "#000000")), Anchor("page", 0), ON_LINE)
    words = HeaderFooterText("words", own)
    lines = [
        HeaderFooterParagraph(own, held, ()) for held in ((words, floating), (words,), (floating,))
    ]

    def downs(*held: HeaderFooterParagraph) -> list[int]:
        row = HeaderFooterRow((HeaderFooterCell(0, 90, held),), 50, whole=False)
        (line,) = set_part(HeaderFooterPart((HeaderFooterTable((row,)),)), leaf)
        return [one.down_mpt for one in line.floating]

    assert downs(lines[0]) == [0]
    above = set_cell(HeaderFooterCell(0, 90, (lines[0], lines[1])), leaf, 0, 90_000).height_mpt
    assert downs(*lines) == [0, above]
    assert above > 0


@pytest.mark.parametrize(
    ("down_pt", "height_pt", "wraps", "top_pt"),
    [
        (-5, 8, True, 0),
        (-5, 8, False, -5),
        (795, 30, True, 770),
        (795, 30, False, 770),
        (780, 30, False, 780),
        (40, 8, True, 40),
        (-5, 900, True, -5),
    ],
)
def test_what_hangs_on_a_line_and_wraps_stays_on_its_page(
    leaf: Leaf, down_pt: float, height_pt: float, wraps: bool, top_pt: float
) -> None:
    page_style = replace(leaf.setting.page_style, page_height_pt=800)
    apart = (0.0, 0.0, 0.0, 0.0) if wraps else None
    shape = Shape(100, height_pt, None)
    floating = Floating(shape, Anchor("column", 0), Anchor("paragraph", down_pt), apart_pt=apart)
    _, y = place_mpt(Anchored(floating, 0, 320_000), 0, divide(page_style, Master()))
    assert y == top_pt * 1000
