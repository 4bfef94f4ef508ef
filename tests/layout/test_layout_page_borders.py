"""Rules around a page stand where Word has them."""

from __future__ import annotations

from briefgen.layout.drawing import border_marks
from briefgen.types.header_footer import PageBorders
from briefgen.types.laid import LineMark
from briefgen.types.page_style import Border


def test_borders_stand_around_the_page_or_its_text() -> None:
    rule = Border(1, "#aa0000", 24)
    room = (400_000, 300_000, 40_000, 40_000, 360_000, 260_000)
    for from_page, left, bottom in ((True, 24_500, 275_500), (False, 16_000, 284_000)):
        borders = PageBorders((rule, None, None, rule), from_page, "first")
        first, last = border_marks(borders, 1, room)
        assert isinstance(first, LineMark)
        assert isinstance(last, LineMark)
        assert (first.x1_mpt, last.y1_mpt) == (left, bottom)
        assert [*border_marks(borders, 2, room)] == []
    assert [*border_marks(None, 1, room)] == []


def test_lines_of_a_frame_join_at_its_corners() -> None:
    rule = Border(4, "#aa0000", 10, (1, 1, 2))
    frame = PageBorders((rule, rule, rule, rule), True)
    outer, inner, *others = border_marks(frame, 1, (200_000, 100_000, 0, 0, 0, 0))
    assert isinstance(outer, LineMark)
    assert isinstance(inner, LineMark)
    assert (outer.x1_mpt, outer.y1_mpt, outer.y2_mpt) == (11_000, 10_000, 90_000)
    assert (inner.x1_mpt, inner.y1_mpt, inner.y2_mpt) == (13_500, 13_000, 87_000)
    assert len(others) == 6
