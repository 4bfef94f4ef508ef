"""Words in a form stand where its rectangle of text is, not over its corners."""

from __future__ import annotations

import pytest

from briefgen.load.word.forms import text_margins


@pytest.mark.parametrize(
    ("name", "adjust", "margins"),
    [
        ("triangle", {}, (25, 30, 25, 0)),
        ("triangle", {"adj": 100_000.0}, (50, 30, 0, 0)),
        ("rtTriangle", {}, (100 / 12, 35, 500 / 12, 5)),
        ("rect", {}, (0, 0, 0, 0)),
    ],
)
def test_text_keeps_off_the_corners_of_a_triangle(
    name: str, adjust: dict[str, float], margins: tuple[float, ...]
) -> None:
    assert text_margins(name, 100, 60, adjust) == pytest.approx(margins)


def test_text_in_an_ellipse_stands_in_the_largest_box_within() -> None:
    left, top, right, bottom = text_margins("ellipse", 100, 60, {})
    assert (left, top) == (right, bottom)
    assert (1 - 2 * left / 100) ** 2 + (1 - 2 * top / 60) ** 2 == pytest.approx(1)
