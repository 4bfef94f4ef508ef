"""Rules around a page stand where Word has them."""

from __future__ import annotations

from briefgen.layout.drawing import border_marks
from briefgen.types.header_footer import PageBorders
from briefgen.types.laid import LineMark
from briefgen.types.page_style import Border


def test_borders_stand_around_the_page_or_its_text() -> None:
    rule = Border(1, "#aa0000", 24)
    room = (400_000, 300_000, 40_000, 40_000, 360_000, 260_000)
    for from_page, left, bottom in ((True, 24_000, 276_000), (False, 16_000, 284_000)):
        borders = PageBorders((rule, None, None, rule), from_page, "first")
        first, last = border_marks(borders, 1, room)
        assert isinstance(first, LineMark)
        assert isinstance(last, LineMark)
        assert (first.x1_mpt, last.y1_mpt) == (left, bottom)
        assert [*border_marks(borders, 2, room)] == []
    assert [*border_marks(None, 1, room)] == []
