"""An organisation's own text is set where Word has it."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from PIL import Image

from briefgen.layout import BlockFormatter, Setting
from briefgen.layout.drawing import drawn_marks, floating_marks
from briefgen.layout.header_footer import SetLine, set_header_footer, set_part, tops
from briefgen.layout.header_footer_line import Leaf
from briefgen.layout.setting import divide
from briefgen.types.draft import LOGO, Logo
from briefgen.types.header_footer import (
    PAGE,
    PAGES,
    Anchor,
    Break,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterCell,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Lettering,
    Member,
    Shape,
    Tab,
    TabStop,
    lines_of,
)
from briefgen.types.laid import ImageMark, LineMark, Mark, PathMark, RectangleMark, TextMark
from briefgen.types.page import Master
from briefgen.types.page_style import Border
from briefgen.types.picture import Form, Outline, Picture, Step
from briefgen.types.role import Role

WIDTH = 320_000


@pytest.fixture
def leaf(setting: Setting) -> Leaf:
    """Page 2 of 7, whose text is 320 pt wide; the template's own is 400."""
    return Leaf(2, 7, WIDTH, 400, setting, None)


@pytest.fixture
def picture() -> HeaderFooterPicture:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4)).save(stream, "PNG")
    return HeaderFooterPicture(Picture(4, 4, stream.getvalue()), 40, 30)


def paragraph(
    leaf: Leaf, *parts: str | HeaderFooterInline, **style: object
) -> HeaderFooterParagraph:
    own = replace(leaf.setting.style(Role.HEADER), **style)
    held = (HeaderFooterText(part, own) if isinstance(part, str) else part for part in parts)
    stops = (TabStop(200, "center"), TabStop(400, "right"))
    return HeaderFooterParagraph(own, tuple(held), stops)


def edges(lines: tuple[SetLine, ...]) -> list[tuple[str, int, int]]:
    """Return each text with its left and right edge in whole points."""
    return [
        (mark.text, round(mark.x_mpt / 1000), round((mark.x_mpt + mark.width_mpt) / 1000))
        for line in lines
        for mark in line.row.marks
        if isinstance(mark, TextMark)
    ]


def test_what_stands_at_middle_and_edge_of_the_template_does_so_on_the_page(leaf: Leaf) -> None:
    line = paragraph(leaf, "left", Tab(), "middle", Tab(), "right")
    (left, middle, right) = edges(set_part(HeaderFooterPart((line,)), leaf))
    assert left[1] == 0
    assert (middle[1] + middle[2]) / 2 == 160
    assert right[2] == 320


@pytest.mark.parametrize(("align", "right"), [("right", 320), ("center", None)])
def test_a_paragraph_is_aligned_as_its_style_says(
    leaf: Leaf, picture: HeaderFooterPicture, align: str, right: int | None
) -> None:
    for parts in (("words",), ("words", picture)):
        ((_, start, end),) = edges(
            set_part(HeaderFooterPart((paragraph(leaf, *parts, align=align),)), leaf)
        )
        end += 40 * (len(parts) - 1)
        assert end == right if right else abs(start - (320 - end)) <= 1


def test_tabs_past_the_edge_begin_a_line_as_in_word(leaf: Leaf) -> None:
    line = replace(paragraph(leaf, "Institute", *[Tab()] * 12, "Series"), stops=())
    trailing = replace(paragraph(leaf, "Institute", *[Tab()] * 12), stops=())
    (one,), (two,) = (set_part(HeaderFooterPart((each,)), leaf) for each in (trailing, line))
    assert two.row.height_mpt == 2 * one.row.height_mpt
    assert [end <= 320 for _, _, end in edges((two,))] == [True, True]


def test_words_behind_a_tab_stay_on_the_page(leaf: Leaf) -> None:
    stops = (TabStop(300, "left"),)
    line = replace(paragraph(leaf, "A", Tab(), "Title of the brief"), stops=stops)
    (_, (_, _, end)) = edges(set_part(HeaderFooterPart((line,)), leaf))
    assert end == 320


def test_words_are_marked_in_their_colour(leaf: Leaf) -> None:
    words = paragraph(leaf, "Draft", highlight="#ffff00")
    (line,) = set_part(HeaderFooterPart((words,)), leaf)
    behind, text = line.row.marks
    assert isinstance(behind, RectangleMark) and isinstance(text, TextMark)
    assert (behind.fill, behind.x_mpt, behind.width_mpt) == ("#ffff00", text.x_mpt, text.width_mpt)
    assert behind.y_mpt < text.baseline_mpt < behind.y_mpt + behind.height_mpt


def test_what_floats_counts_from_the_first_line_of_its_paragraph(
    leaf: Leaf, picture: HeaderFooterPicture
) -> None:
    logo = Floating(picture, Anchor("column", 0), Anchor("paragraph", 12))
    held = paragraph(leaf, "Street", Break(), "Town", Break(of_page=True), logo, "Next")
    street, town, following = lines_of(held)
    assert [len(one.parts) for one in (street, town, following)] == [1, 1, 2]
    first, second = lines_of(paragraph(leaf, "Street", Break(), "Town", logo))
    assert logo in first.parts and logo not in second.parts


def test_pages_are_counted(leaf: Leaf) -> None:
    lines = set_part(HeaderFooterPart((paragraph(leaf, f"Page {PAGE} of {PAGES}"),)), leaf)
    assert [text for text, _, _ in edges(lines)] == ["Page 2 of 7"]


def test_long_text_takes_several_lines_and_is_never_cut(leaf: Leaf) -> None:
    words = "Institute for the Study of Wells " * 6
    (line,) = set_part(HeaderFooterPart((paragraph(leaf, words),)), leaf)
    assert line.row.height_mpt > 2 * 12_000
    assert "".join(text for text, _, _ in edges((line,))).split() == words.split()


def test_a_picture_stands_on_the_base_of_its_line(leaf: Leaf, picture: HeaderFooterPicture) -> None:
    (line,) = set_part(HeaderFooterPart((paragraph(leaf, picture, " words"),)), leaf)
    (image,) = (mark for mark in line.row.marks if isinstance(mark, ImageMark))
    assert (line.row.height_mpt, image.x_mpt, image.y_mpt) == (30_000, 0, 0)
    assert edges((line,))[0][1] == 40


def test_what_does_not_fit_beside_a_picture_stands_below_it(
    leaf: Leaf, picture: HeaderFooterPicture
) -> None:
    wide = replace(picture, width_pt=300.0)
    (line,) = set_part(HeaderFooterPart((paragraph(leaf, wide, "MPF", "D0801F02-06"),)), leaf)
    first, rest = edges((line,))
    assert (first[1], rest[1]) == (0, first[2])
    assert line.row.height_mpt > 30_000 + 10_000
    (beside,) = set_part(HeaderFooterPart((paragraph(leaf, wide, Tab(), "words"),)), leaf)
    assert beside.row.height_mpt == 30_000


@pytest.mark.parametrize(("second", "rules"), [(1.0, 1), (2.0, 2)])
def test_paragraphs_with_the_same_rule_share_it(leaf: Leaf, second: float, rules: int) -> None:
    own = [
        paragraph(leaf, "words", border_top=Border(width, "#000000", 1.0))
        for width in (1.0, second)
    ]
    lines = set_part(HeaderFooterPart(tuple(own)), leaf)
    assert sum(line.panel is not None for line in lines) == rules


def test_words_are_underlined_where_their_style_is(leaf: Leaf) -> None:
    for underlined in (True, False):
        words = paragraph(leaf, "words", underlined=underlined)
        (line,) = set_part(HeaderFooterPart((words,)), leaf)
        assert any(isinstance(mark, LineMark) for mark in line.row.marks) is underlined


def test_the_issuer_s_logo_stands_where_it_is_asked_for(
    leaf: Leaf, picture: HeaderFooterPicture
) -> None:
    leaf = replace(leaf, logo=Logo(picture.picture, "Alder", 60, 24))
    (line,) = set_part(HeaderFooterPart((paragraph(leaf, f"By {LOGO}!"),)), leaf)
    (image,) = (mark for mark in line.row.marks if isinstance(mark, ImageMark))
    assert (image.width_mpt, image.height_mpt) == (60_000, 24_000)
    assert [text for text, _, _ in edges((line,))] == ["By ", "!"]


def test_cells_of_a_table_stand_beside_one_another_and_follow_the_width(leaf: Leaf) -> None:
    cells = (
        HeaderFooterCell(
            0, 190, (paragraph(leaf, "one"), paragraph(leaf, "two")), "top", "#eeeeee"
        ),
        HeaderFooterCell(200, 400, (paragraph(leaf, "three", align="right"),), "bottom"),
    )
    (line,) = set_part(
        HeaderFooterPart((HeaderFooterTable((HeaderFooterRow(cells, 50, whole=True),)),)), leaf
    )
    assert line.row.height_mpt == 50_000
    assert [(text, end) for text, _, end in edges((line,)) if text == "three"] == [("three", 320)]
    (tint,) = (mark for mark in line.row.marks if isinstance(mark, RectangleMark))
    assert (tint.width_mpt, tint.height_mpt) == (152_000, 50_000)


def test_what_floats_stands_at_its_place_on_the_page(
    leaf: Leaf, picture: HeaderFooterPicture, formatter: BlockFormatter
) -> None:
    geometry = divide(formatter.setting.page_style, Master())  # 400 × 300 pt, margins of 40 pt
    box = Shape(100, 50, None, HeaderFooterCell(7, 93, (paragraph(leaf, "boxed"),)), 4)
    floating = (
        Floating(picture, Anchor("page", 0, "end"), Anchor("page", 5)),
        Floating(picture, Anchor("margin", 0, "center"), Anchor("paragraph", 2)),
        Floating(box, Anchor("margin", 0, "end"), Anchor("margin", 0, "end")),
    )
    part = HeaderFooterPart((paragraph(leaf, *floating),))
    first, second, text = floating_marks([*tops(set_part(part, leaf), 10_000)], leaf, geometry)
    assert isinstance(first, ImageMark)
    assert isinstance(second, ImageMark)
    assert isinstance(text, TextMark)
    assert (first.x_mpt, first.y_mpt) == (360_000, 5_000)
    assert (second.x_mpt, second.y_mpt) == (180_000, 12_000)
    assert (text.x_mpt, 214_000 < text.baseline_mpt < 226_000) == (267_000, True)


def test_a_cell_has_the_tint_and_rules_of_its_paragraphs(leaf: Leaf) -> None:
    """Two cells beside one another make one band, as in Word."""
    style = {"shading": "#aa0000", "border_top": Border(2, "#aa0000", 3)}
    cells = tuple(
        HeaderFooterCell(at, at + 200, (paragraph(leaf, "words", **style),)) for at in (0.0, 200.0)
    )
    (line,) = set_part(
        HeaderFooterPart((HeaderFooterTable((HeaderFooterRow(cells, 0, whole=True),)),)), leaf
    )
    band = [mark for mark in line.row.marks if isinstance(mark, RectangleMark)]
    assert [(mark.x_mpt, mark.width_mpt) for mark in band] == [(0, 160_000), (160_000, 160_000)]
    leading = round(leaf.setting.style(Role.HEADER).leading_pt * 1000)
    assert {mark.height_mpt for mark in band} == {line.row.height_mpt - 6_000} == {leading + 5_000}


def test_a_double_rule_is_two_lines_within_its_width(leaf: Leaf) -> None:
    rule = Border(4.5, "#aa0000", 3, lines_pt=(1.5, 1.5, 1.5))
    words = (paragraph(leaf, "words", border_bottom=rule),)
    cell = HeaderFooterCell(0, 90, words, rules=(rule, None, None, None))
    row = HeaderFooterRow((cell,), 0, whole=True)
    (line,) = set_part(HeaderFooterPart((HeaderFooterTable((row,)),)), leaf)
    lines = [mark for mark in line.row.marks if isinstance(mark, LineMark)]
    assert {mark.line_mpt for mark in lines} == {1_500}
    upright = [mark.x1_mpt for mark in lines if mark.x1_mpt == mark.x2_mpt]
    assert upright == [-1_500, 1_500]
    upper, lower = (mark.y1_mpt for mark in lines if mark.y1_mpt == mark.y2_mpt)
    assert lower - upper == 3_000


def test_below_a_logo_there_is_space_before_the_text(
    leaf: Leaf, picture: HeaderFooterPicture
) -> None:
    def after(text: str) -> int:
        held = HeaderFooter(400, headers={"default": HeaderFooterPart((paragraph(leaf, text),))})
        own = replace(leaf, logo=Logo(picture.picture, "Alder", 60, 24))
        (line,) = set_header_footer(held, own, header=True)
        return line.space_after_mpt

    assert after(f"By {LOGO}") - after("By") == 8_000


SQUARE: tuple[Step, ...] = (
    ("m", (0, 0)),
    ("l", (60, 0)),
    ("l", (60, 20)),
    ("l", (0, 20)),
    ("h", ()),
)


def box_of(mark: Mark) -> tuple[int, ...]:
    assert isinstance(mark, PathMark)
    places = [place for _, place in mark.steps]
    across, down = ([at for one in places for at in one[start::2]] for start in (0, 1))
    return min(across), min(down), max(across), max(down)


def test_a_shape_has_its_fill_and_line_and_its_text_in_the_middle(leaf: Leaf) -> None:
    form = Form(SQUARE, "#aa0000", 0.5, Outline(2, "#00aa00", (3, 1)))
    text = HeaderFooterCell(5, 55, (paragraph(leaf, "in", align="center"),), "center")
    square, words = drawn_marks(Shape(60, 20, form, text), 100_000, 50_000, leaf)
    assert isinstance(square, PathMark)
    assert (square.fill, square.opacity, square.stroke) == ("#aa0000", 0.5, "#00aa00")
    assert (square.line_mpt, square.dashes_mpt) == (2_000, (3_000, 1_000))
    assert box_of(square) == (100_000, 50_000, 160_000, 70_000)
    assert isinstance(words, TextMark)
    assert words.x_mpt + words.width_mpt // 2 == pytest.approx(130_000, abs=10)
    assert 56_000 < words.baseline_mpt < 64_000


def test_what_is_turned_stands_around_the_same_middle(
    leaf: Leaf, picture: HeaderFooterPicture
) -> None:
    text = HeaderFooterCell(0, 60, (paragraph(leaf, "up"),))
    shape = Shape(60, 20, Form(SQUARE, "#000000"), text, turn_deg=90)
    square, words = drawn_marks(shape, 0, 0, leaf)
    assert box_of(square) == (20_000, -20_000, 40_000, 40_000)
    assert isinstance(words, TextMark)
    assert words.turn_deg == 90
    group = DrawnGroup(60, 20, (Member(0, 0, replace(picture, height_pt=20)),), 180)
    (image,) = drawn_marks(group, 0, 0, leaf)
    assert isinstance(image, ImageMark)
    assert (image.x_mpt, image.y_mpt, image.turn_deg) == (20_000, 0, 180)


def test_text_may_run_up_within_a_shape(leaf: Leaf) -> None:
    text = HeaderFooterCell(0, 60, (paragraph(leaf, "up"),))
    (words,) = drawn_marks(Shape(20, 60, None, text, text_turn_deg=-90), 0, 0, leaf)
    assert isinstance(words, TextMark)
    assert words.turn_deg == -90
    assert words.x_mpt < 20_000
    assert words.baseline_mpt == pytest.approx(60_000, abs=10)


def test_a_watermark_is_as_large_as_its_box(leaf: Leaf) -> None:
    lettering = Lettering(300, 200, "DRAFT", leaf.setting.style(Role.HEADER), -45)
    (words,) = drawn_marks(lettering, 0, 0, leaf)
    assert isinstance(words, TextMark)
    assert (words.text, words.turn_deg, words.element) == ("DRAFT", -45, None)
    assert words.width_mpt == pytest.approx(300_000, rel=0.01)


def test_the_upper_layer_is_drawn_last(leaf: Leaf, formatter: BlockFormatter) -> None:
    geometry = divide(formatter.setting.page_style, Master())
    at = Anchor("page", 0), Anchor("page", 0)
    above, beneath = (
        Floating(Shape(60, 20, Form(SQUARE, colour)), *at, layer)
        for colour, layer in (("#000000", 2), ("#ffffff", 1))
    )
    part = HeaderFooterPart((paragraph(leaf, above, beneath),))
    marks = floating_marks([*tops(set_part(part, leaf), 0)], leaf, geometry)
    assert [one.fill for one in marks if isinstance(one, PathMark)] == ["#ffffff", "#000000"]


def test_what_floats_counts_from_the_line_it_is_anchored_in(
    leaf: Leaf, picture: HeaderFooterPicture, formatter: BlockFormatter
) -> None:
    geometry = divide(formatter.setting.page_style, Master())
    floating = Floating(picture, Anchor("margin-after", 0), Anchor("paragraph", 2))
    part = HeaderFooterPart((paragraph(leaf, "one"), paragraph(leaf, "two", floating)))
    lines = set_part(part, leaf)
    (image,) = floating_marks([*tops(lines, 10_000)], leaf, geometry)
    assert isinstance(image, ImageMark)
    first = lines[0].row.height_mpt + lines[0].space_after_mpt
    assert (image.x_mpt, image.y_mpt) == (geometry.right_mpt, 12_000 + first)


def test_the_first_paragraph_has_its_space_above_and_drawings_begin_with_it(
    leaf: Leaf, picture: HeaderFooterPicture, formatter: BlockFormatter
) -> None:
    geometry = divide(formatter.setting.page_style, Master())
    floating = Floating(picture, Anchor("page", 0), Anchor("paragraph", 2))
    part = HeaderFooterPart((paragraph(leaf, "one", floating, space_before_pt=18),))
    lines = set_part(part, leaf)
    assert lines[0].row.height_mpt == 18_000
    (image,) = floating_marks([*tops(lines, 10_000)], leaf, geometry)
    assert isinstance(image, ImageMark)
    assert image.y_mpt == 12_000


def test_cells_have_their_rules_at_their_own_edges(leaf: Leaf) -> None:
    rules = (Border(1, "#aa0000", 0), None, None, Border(2, "#00aa00", 0))
    words = (paragraph(leaf, "in"),)
    cell = HeaderFooterCell(10, 90, words, fill="#eeeeee", margins_pt=(5, 5), rules=rules)
    row = HeaderFooterRow((cell,), 50, whole=False)
    (line,) = set_part(HeaderFooterPart((HeaderFooterTable((row,)),)), leaf)
    left, bottom = (mark for mark in line.row.marks if isinstance(mark, LineMark))
    assert (left.x1_mpt, left.y1_mpt, left.x2_mpt, left.y2_mpt) == (5_000, 0, 5_000, 50_000)
    assert (bottom.y1_mpt, bottom.x2_mpt, bottom.line_mpt) == (50_000, 95_000, 2_000)
    (tint,) = (mark for mark in line.row.marks if isinstance(mark, RectangleMark))
    assert (tint.x_mpt, tint.width_mpt) == (5_000, 90_000)


def test_the_text_of_a_row_stands_below_the_rule_above_it(leaf: Leaf) -> None:
    def row(*rules: Border | None) -> SetLine:
        cells = tuple(
            HeaderFooterCell(at, at + 90, (paragraph(leaf, "in"),), rules=(None, rule, None, None))
            for at, rule in zip((0.0, 100.0), rules, strict=True)
        )
        table = HeaderFooterTable((HeaderFooterRow(cells, 0, whole=False),))
        (line,) = set_part(HeaderFooterPart((table,)), leaf)
        return line

    ruled, bare = row(Border(3, "#aa0000", 0), None), row(None, None)
    lower = [
        [mark.baseline_mpt for mark in line.row.marks if isinstance(mark, TextMark)]
        for line in (ruled, bare)
    ]
    assert lower[0] == [one + 3_000 for one in lower[1]]
    assert ruled.row.height_mpt == bare.row.height_mpt + 3_000
