"""Rules of several lines, and dotted ones, around what is set."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout.moving import panel_marks
from briefgen.types.laid import LineMark, PathMark
from briefgen.types.measure import Panel
from briefgen.types.page_style import Border

COMPOUND = Border(3, "#aa0000", 3, (0.75, 0.75, 1.5))
"""A thin line next to the text, and a thick one."""


@pytest.mark.parametrize(
    ("side", "lines"),
    [
        ("top", [(750, 1_500), (2_625, 750)]),
        ("bottom", [(90_000 - 2_625, 750), (90_000 - 750, 1_500)]),
        ("left", [(750, 1_500), (2_625, 750)]),
        ("right", [(100_000 - 2_625, 750), (100_000 - 750, 1_500)]),
    ],
)
def test_the_thin_line_of_a_compound_rule_is_next_to_the_text(
    side: str, lines: list[tuple[int, int]]
) -> None:
    panel = replace(Panel(0, 100_000, None), **{f"rule_{side}": COMPOUND})
    marks = [one for one in panel_marks(panel, 0, 0, 90_000) if isinstance(one, LineMark)]
    upright = side in ("left", "right")
    assert [(one.x1_mpt if upright else one.y1_mpt, one.line_mpt) for one in marks] == lines


def test_a_dotted_rule_is_drawn_in_dashes() -> None:
    rule = Border(1, "#aa0000", 3, (), (0.5, 1.0))
    (mark,) = panel_marks(Panel(0, 9_000, None, rule_bottom=rule), 0, 0, 5_000)
    assert isinstance(mark, PathMark)
    assert (mark.dashes_mpt, mark.line_mpt, mark.stroke) == ((500, 1_000), 1_000, "#aa0000")
    assert mark.steps == (("m", (0, 4_500)), ("l", (9_000, 4_500)))
