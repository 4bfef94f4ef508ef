"""A title's lines are of like length, and an indent keeps a word processor to the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace as replace_face

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.layout import Setting
from briefgen.layout.balance import LEAST_PLAY_MPT, balanced_mpt, narrowing_mpt
from briefgen.layout.lines import break_lines, visible_width_mpt
from briefgen.layout.paragraph import set_paragraph
from briefgen.layout.units import RunStyle, StyledText
from briefgen.types.block import Heading, Origin, Paragraph
from briefgen.types.laid import TextMark
from briefgen.types.measure import BlockLayout
from briefgen.types.page_style import Border
from briefgen.types.prose import plain
from briefgen.types.role import Role

ROOM = 300_000
Style = Mapping[str, object]
TITLE = "Wells that the whole town shares run dry from May until the rains return"


def lines(text: list[StyledText], width: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in break_lines(text, width, width)]


def styled_runs(words: str, setting: Setting) -> list[StyledText]:
    style = setting.style(Role.TITLE)
    return [(words, RunStyle(setting.face(style), style.size_pt, style.colour, 0))]


def title(setting: Setting, words: str = TITLE, style: Style | None = None) -> BlockLayout:
    """Return a title set in a style that is changed in some respect."""
    own = replace(setting.style(Role.TITLE), **(style or {}))
    page_style = replace(setting.page_style, styles={**setting.page_style.styles, Role.TITLE: own})
    block = Heading(1, Role.TITLE, plain(words), Origin("title"))
    return set_paragraph(block, ROOM, Setting(page_style, setting.fonts))


def drawn(block: BlockLayout) -> list[str]:
    """Return the words of each line that is drawn."""
    rows = ([mark for mark in row.marks if isinstance(mark, TextMark)] for row in block.rows)
    return ["".join(mark.text for mark in row) for row in rows]


@given(words=st.lists(st.text("wWil-/", min_size=1, max_size=12), min_size=1, max_size=14))
def test_filled_lines_end_as_the_balanced_ones_with_some_play(
    setting: Setting, words: list[str]
) -> None:
    text = styled_runs(" ".join(words), setting)
    balanced = balanced_mpt(text, ROOM)
    wanted = lines(text, balanced)
    assert len(wanted) == len(lines(text, ROOM))
    narrowing = narrowing_mpt(text, balanced, ROOM)
    if not narrowing:
        widest = max(visible_width_mpt(line) for line in break_lines(text, balanced, balanced))
        wide = lines(text, widest + LEAST_PLAY_MPT + 1000)
        assert wanted == lines(text, ROOM) or wanted != wide
        return
    for play in (1000 - LEAST_PLAY_MPT // 2, 0, LEAST_PLAY_MPT // 2 - 1000):
        assert lines(text, ROOM - narrowing + play) == wanted


def test_a_last_word_on_a_line_of_its_own_is_kept_company(setting: Setting) -> None:
    words = "Wells that the whole town shares run dry from May"
    text = styled_runs(words, setting)
    assert lines(text, ROOM)[-1] == "May"
    left, right = title(setting, words).narrowed_mpt
    assert (left, right > 0) == (0, True)
    assert len(lines(text, ROOM - right)[-1]) > len("May") * 4


def test_nothing_is_narrowed_where_filled_lines_end_fixed_selection(setting: Setting) -> None:
    assert title(setting, "Wells run dry").narrowed_mpt == (0, 0)
    assert title(setting, "Wells run dry from May until the rains return again").narrowed_mpt == (
        0,
        0,
    )


@pytest.mark.parametrize(
    "style",
    [
        {"border_bottom": Border(1, "#000000", 2)},
        {"border_left": Border(1, "#000000", 2), "align": "center"},
        {"shading": "#eeeeee"},
        {"first_line_pt": 12},
    ],
    ids=lambda style: next(iter(style)),
)
def test_a_rule_or_tint_is_not_narrowed_with_the_lines(setting: Setting, style: Style) -> None:
    assert title(setting).narrowed_mpt != (0, 0)
    assert title(setting, style=style).narrowed_mpt == (0, 0)


@pytest.mark.parametrize(
    "style", [{"border_bottom": Border(1, "#000000", 2)}, {"shading": "#eeeeee"}], ids=str
)
def test_lines_that_words_cannot_follow_are_filled(setting: Setting, style: Style) -> None:
    filled = lines(styled_runs(TITLE, setting), ROOM)
    assert drawn(title(setting)) != filled
    assert drawn(title(setting, style=style)) == filled


def test_lines_with_too_little_play_for_an_indent_are_filled(setting: Setting) -> None:
    own = guessed(setting, 1)
    found = 0
    for last in ("", " at last", " for one week", " to all of those towns", " and for all of us"):
        block = title(own, TITLE + last, {"family": "Own"})
        if block.narrowed_mpt == (0, 0):
            found += 1
            assert drawn(block) == lines(styled_runs(TITLE + last, setting), ROOM)
    assert found


def test_lines_behind_a_rule_at_their_left_are_narrowed(setting: Setting) -> None:
    ruled = title(setting, style={"border_left": Border(1, "#000000", 2)})
    assert ruled.narrowed_mpt == title(setting).narrowed_mpt


def guessed(setting: Setting, wider: float) -> Setting:
    """Return a setting without the font "Own": Carlito is there for it, or one that runs wider."""
    style = setting.style(Role.TITLE)
    face = setting.fonts.nearest_face("carlito", style.bold, style.italic)
    assert face
    wide = replace_face(face, advances={code: to * wider for code, to in face.advances.items()})
    fonts = replace(
        setting.fonts,
        substitutes={"own": "carlito"},
        guessed=frozenset({"own"}),
        widest={("own", style.bold, style.italic): wide},
    )
    return Setting(setting.page_style, fonts)


@pytest.mark.parametrize("wider", [1, 1.04, 1.08])
def test_a_font_that_is_not_at_hand_is_drawn_to_the_measure_that_word_gets(
    setting: Setting, wider: float
) -> None:
    own = guessed(setting, wider)
    widest = Setting(setting.page_style, own.fonts.charging())
    drawn, charged = (title(one, style={"family": "Own"}) for one in (own, widest))
    assert drawn.narrowed_mpt == charged.narrowed_mpt != (0, 0)
    assert len(drawn.rows) == len(charged.rows) == len(title(setting).rows)


def test_balanced_lines_stay_where_the_style_aligns_them(setting: Setting) -> None:
    def edges(align: str) -> list[tuple[int, int]]:
        marks = [
            [mark for mark in row.marks if isinstance(mark, TextMark)]
            for row in title(setting, style={"align": align}).rows
        ]
        space = setting.face(setting.style(Role.TITLE)).advances[ord(" ")] * 14
        return [
            (row[0].x_mpt, round(row[-1].x_mpt + row[-1].width_mpt
                                 - space * row[-1].text.endswith(" ")))
            for row in marks
        ]  # fmt: skip

    assert {left for left, _ in edges("left")} == {0}
    assert all(right == pytest.approx(ROOM, abs=2) for _, right in edges("right"))
    for left, right in edges("center"):
        assert left + right == pytest.approx(ROOM, abs=4)
    (_, whole), (half, other) = (
        title(setting, style={"align": align}).narrowed_mpt for align in ("left", "center")
    )
    assert half + other == whole
    assert title(setting, style={"align": "right"}).narrowed_mpt == (whole, 0)


def test_what_stands_in_brackets_at_the_end_keeps_a_line_of_its_own(setting: Setting) -> None:
    words = "What publishing teams in towns should now do (3\u00a0of\u00a05\u00a0wells)"
    text = styled_runs(words, setting)
    room = max(room for room in range(60_000, 900_000, 5_000) if len(lines(text, room)) == 2)
    assert lines(text, balanced_mpt(text, room))[-1] == "(3\u00a0of\u00a05\u00a0wells)"


def test_the_last_line_of_a_bottom_line_is_no_loose_figure(setting: Setting) -> None:
    said = f"{'Wells run dry again in the valleys of the north. ' * 3}A dam would cost 38 million."
    block = Paragraph(Role.BOTTOM_LINE, plain(said), Origin("bottom-line"))
    room = 430_000
    *others, last = set_paragraph(block, room, setting).rows
    widths = [max(m.x_mpt + m.width_mpt for m in row.marks if isinstance(m, TextMark)) for row in
              (*others, last)]  # fmt: skip
    assert widths[-1] > 0.8 * max(widths)
    boxed = replace(setting.style(Role.BOTTOM_LINE), shading="#eeeeee")
    styles = {**setting.page_style.styles, Role.BOTTOM_LINE: boxed}
    page_style = replace(setting.page_style, styles=styles)
    tinted = set_paragraph(block, room, Setting(page_style, setting.fonts))
    assert tinted.narrowed_mpt == (0, 0)
