"""Marks as operators: where they stand, in which colour, and how little is said twice."""

from __future__ import annotations

import pytest
from samples.laid import FONTS, text

from briefgen.render.pdf.drawing import Pen
from briefgen.render.pdf.fonts import document_fonts
from briefgen.types.laid import CircleMark, LineMark, Mark, RectangleMark

HEIGHT = 800_000


def drawn(*marks: Mark) -> list[str]:
    texts = [mark for mark in marks if not isinstance(mark, RectangleMark | LineMark | CircleMark)]
    pen = Pen(HEIGHT, document_fonts(texts, FONTS))
    for mark in marks:
        pen.draw(mark)
    return pen.to_bytes().decode("ascii").split("\n")


@pytest.mark.parametrize(
    ("mark", "operators"),
    [
        (
            RectangleMark(10_000, 20_000, 30_500, 40_000, "#ff0000"),
            ["1 0 0 rg", "10 740 30.5 40 re f"],
        ),
        (
            RectangleMark(0, 0, 1_000, 1_000, None, "#000080", 250),
            ["0 0 0.502 RG", "0.25 w", "0 799 1 1 re S"],
        ),
        (
            RectangleMark(0, 0, 1_000, 1_000, "#ffffff", "#000000", 500),
            ["1 1 1 rg", "0 0 0 RG", "0.5 w", "0 799 1 1 re B"],
        ),
        (RectangleMark(0, 0, 1_000, 1_000, None), [""]),
        (
            LineMark(0, 10_000, 50_000, 10_001, "#00ff00", 1_500),
            ["0 1 0 RG", "1.5 w", "0 790 m 50 789.999 l S"],
        ),
    ],
)
def test_a_shape_is_drawn_from_the_bottom_left(mark: Mark, operators: list[str]) -> None:
    assert drawn(mark) == operators


def test_a_circle_is_four_curves_and_closed() -> None:
    (_, path) = drawn(CircleMark(100_000, 100_000, 10_000, "#000000", None))
    assert path.startswith("110 700 m ")
    assert path.count(" c") == 4
    assert path.endswith(" 110 700 c h f")


def test_text_names_its_font_once_and_its_place_each_time() -> None:
    operators = drawn(text(10_000, 20_000, "ab", None), text(10_000, 32_000, "ba", None))
    assert operators == [
        "BT",
        "/F1 11 Tf",
        "0 Tc",
        "0.0627 0.1255 0.1882 rg",
        "1 0 0 1 10 780 Tm <00010002> Tj",
        "1 0 0 1 10 768 Tm <00020001> Tj",
        "ET",
    ]


def test_a_shape_ends_the_text_object_and_text_takes_its_colour_back() -> None:
    one = text(0, 20_000, "a", None)
    operators = drawn(one, RectangleMark(0, 0, 1_000, 1_000, "#ff0000"), one)
    assert [each for each in operators if each in {"BT", "ET"}] == ["BT", "ET", "BT", "ET"]
    assert [each for each in operators if each.endswith("rg")] == [
        "0.0627 0.1255 0.1882 rg",
        "1 0 0 rg",
        "0.0627 0.1255 0.1882 rg",
    ]
    assert len([each for each in operators if each.endswith("Tf")]) == 1


def test_tracking_is_set_and_taken_back() -> None:
    operators = drawn(
        text(0, 20_000, "a", None, tracking_mpt=550), text(0, 40_000, "a", None, tracking_mpt=0)
    )
    assert [each for each in operators if each.endswith("Tc")] == ["0.55 Tc", "0 Tc"]


def test_faces_are_numbered_by_name() -> None:
    operators = drawn(text(0, 0, "a", None), text(0, 0, "a", None, "Caladea-Bold", 9_500))
    assert [each for each in operators if each.endswith("Tf")] == ["/F2 11 Tf", "/F1 9.5 Tf"]
