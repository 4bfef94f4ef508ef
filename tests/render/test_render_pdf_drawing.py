"""Marks as operators: where they stand, in which colour, and how little is said twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf.generic import ContentStream, DecodedStreamObject
from samples.laid import FONTS, FONTS_FOLDER, text

from briefgen.layout.moving import Steps
from briefgen.load.fonts import read_fonts
from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.composite_font import registered
from briefgen.render.pdf.drawing import PagePainter
from briefgen.render.pdf.fonts import document_fonts, read_font
from briefgen.types.laid import CircleMark, LineMark, Mark, PathMark, RectangleMark, TextMark

HEIGHT = 800_000


def drawn(*marks: Mark) -> list[str]:
    fonts = document_fonts([mark for mark in marks if isinstance(mark, TextMark)], FONTS)
    with registered(fonts.values()):
        canvas = TaggedCanvas((500, HEIGHT / 1000), "en", {})
        painter = PagePainter(canvas, HEIGHT, fonts)
        for mark in marks:
            painter.draw(mark)
    return canvas.getCurrentPageContent().split("\n")


@pytest.mark.parametrize(
    ("mark", "operators"),
    [
        (
            RectangleMark(10_000, 20_000, 30_500, 40_000, "#ff0000"),
            ["1 0 0 rg", "n 10 740 30.5 40 re f*"],
        ),
        (
            RectangleMark(0, 0, 1_000, 1_000, None, "#000080", 250),
            ["0 0 .501961 RG", ".25 w", "n 0 799 1 1 re S"],
        ),
        (
            RectangleMark(0, 0, 1_000, 1_000, "#ffffff", "#000000", 500),
            ["1 1 1 rg", "0 0 0 RG", ".5 w", "n 0 799 1 1 re B*"],
        ),
        (RectangleMark(0, 0, 1_000, 1_000, None), ["n 0 799 1 1 re n"]),
        (
            LineMark(0, 10_000, 50_000, 10_001, "#00ff00", 1_500),
            ["0 1 0 RG", "1.5 w", "n 0 790 m 50 789.999 l S"],
        ),
    ],
)
def test_a_shape_is_drawn_from_the_bottom_left(mark: Mark, operators: list[str]) -> None:
    assert drawn(mark) == operators


def test_a_circle_is_four_curves_back_to_where_it_began() -> None:
    _, _, start, *curves, paint = drawn(CircleMark(100_000, 100_000, 10_000, "#000000", None))
    assert start == "110 700 m"
    assert [curve[-2:] for curve in curves] == [" c"] * 4
    assert curves[-1].endswith(" 110 700 c")
    assert paint == "f*"


def test_text_sets_its_face_and_colour_once_and_its_place_each_time() -> None:
    operators = drawn(text(10_000, 20_000, "ab", None), text(10_000, 32_000, "ba", None))
    assert operators == [
        "BT /F1 11 Tf .062745 .12549 .188235 rg 10 780 Td (\0\1\0\2) Tj ET",
        "BT 10 768 Td (\0\2\0\1) Tj ET",
    ]


def test_text_takes_its_colour_back_from_a_shape() -> None:
    one = text(0, 20_000, "a", None)
    operators = drawn(one, RectangleMark(0, 0, 1_000, 1_000, "#ff0000"), one)
    assert operators == [
        "BT /F1 11 Tf .062745 .12549 .188235 rg 0 780 Td (\0\1) Tj ET",
        "1 0 0 rg",
        "n 0 799 1 1 re f*",
        "BT .062745 .12549 .188235 rg 0 780 Td (\0\1) Tj ET",
    ]


@pytest.mark.parametrize("count", [256, 400])
def test_a_text_is_one_string_whatever_its_characters(count: int) -> None:
    (face,) = [face for face in FONTS.faces.values() if face.name == "Carlito-Regular"]
    characters = [code for code in face.advances if code > 0xFF and chr(code).isalpha()]
    *_, shown = drawn(text(0, 20_000, "".join(map(chr, characters[:count])), None))
    assert shown.count(" Tj") == 1


def test_tracking_is_set_and_taken_back() -> None:
    operators = drawn(
        text(0, 20_000, "a", None, tracking_mpt=550), text(0, 40_000, "a", None, tracking_mpt=0)
    )
    assert [each.split(" Tc")[0].split()[-1] for each in operators if " Tc" in each] == [".55", "0"]


def test_a_face_that_stands_in_is_drawn_as_wide_as_the_other() -> None:
    library, _ = read_fonts(FONTS_FOLDER, frozenset({"Verdana", "Noto Sans"}))
    own, other = (library.face(name, False, False) for name in ("Noto Sans", "Verdana"))
    assert own is not None
    assert other is not None
    font = read_font(other, tuple(sorted({*b"mill"})))
    wide, natural = (sum(face.widths[code] for code in b"mill") for face in (other, own))
    assert font.stretch_percent("mill") == pytest.approx(100 * wide / natural, abs=0.01) != 100
    plain = read_font(own, tuple(sorted({*b"mill"})))
    assert plain.stretch_percent("mill") == 100


def test_faces_are_numbered_as_they_come() -> None:
    operators = drawn(text(0, 0, "a", None), text(0, 0, "a", None, "Caladea-Bold", 9_500))
    assert [each.split(" Tf ")[0] for each in operators if " Tf " in each] == [
        "BT /F1 11",
        "BT /F2 9.5",
    ]


MPT = st.integers(0, HEIGHT)


@given(MPT, MPT, MPT, MPT)
def test_shapes_are_written_as_reportlab_writes_them(
    x: int, y: int, width: int, height: int
) -> None:
    canvas = TaggedCanvas((500, HEIGHT / 1000), "en", {})
    canvas.setStrokeColorRGB(0, 0, 128 / 255)
    canvas.setLineWidth(width / 1000)
    canvas.line(x / 1000, (HEIGHT - y) / 1000, width / 1000, (HEIGHT - height) / 1000)
    bottom = (HEIGHT - y - height) / 1000
    canvas.rect(x / 1000, bottom, width / 1000, height / 1000, stroke=1, fill=0)
    canvas.circle(x / 1000, (HEIGHT - y) / 1000, height / 1000, stroke=1, fill=0)
    shapes = (
        LineMark(x, y, width, height, "#000080", width),
        RectangleMark(x, y, width, height, None, "#000080", width),
        CircleMark(x, y, height, None, "#000080", width),
    )
    assert drawn(*shapes) == canvas.getCurrentPageContent().split("\n")


def test_no_character_identifier_ends_its_string_or_is_read_as_another() -> None:
    """Among 400 of them are the bytes of brackets, backslash, return and feed."""
    (face,) = [face for face in FONTS.faces.values() if face.name == "Carlito-Regular"]
    words = "".join(chr(code) for code in sorted(face.advances) if code > 0xFF)[:400]
    (operators,) = drawn(text(0, 20_000, words, None))
    stream = DecodedStreamObject()
    stream.set_data(operators.encode("latin-1"))
    (shown,) = [
        operands[0].original_bytes
        for operands, operator in ContentStream(stream, None).operations
        if operator == b"Tj"
    ]
    assert shown == b"".join(cid.to_bytes(2) for cid in range(1, 401))


TRIANGLE: Steps = (
    ("m", (0, 0)),
    ("l", (10_000, 0)),
    ("c", (1, 2, 3, 4, 10_000, 20_000)),
    ("h", ()),
)


def test_a_path_is_drawn_with_settings_that_end_with_it() -> None:
    mark = PathMark(TRIANGLE, "#ff0000", "#00ff00", 500, dashes_mpt=(3_000, 1_000))
    begin, *settings, end = drawn(mark)
    assert (begin, end) == ("q", "Q")
    assert settings == [
        "1 0 0 rg", "0 1 0 RG", ".5 w", "[3 1] 0 d", "0 800 m", "10 800 l",
        ".001 799.998 .003 799.996 10 780 c", " h", "B*",
    ]  # fmt: skip


def test_a_path_may_let_through_what_is_beneath() -> None:
    assert any(one.endswith(" gs") for one in drawn(PathMark(TRIANGLE, "#ff0000", opacity=0.5)))
    assert not any(one.endswith(" gs") for one in drawn(PathMark(TRIANGLE, "#ff0000")))


def test_text_is_turned_around_where_it_begins() -> None:
    (operators,) = drawn(replace(text(20_000, 100_000, "up", None), turn_deg=90.0))
    assert "0 -1 1 0 20 700 Tm" in operators
