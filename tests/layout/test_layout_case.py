"""Capitals, small capitals, and the colours of bold and italic words, as Word prints them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout import Setting
from briefgen.layout.paragraph import set_paragraph
from briefgen.layout.setting import SMALL_CAPS_SIZE, cased
from briefgen.types.block import Heading, Origin
from briefgen.types.laid import TextMark
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import Emphasis, Prose, Strong, Text, plain
from briefgen.types.role import Role

STYLE = TextStyle(Role.BODY, "Carlito", 10, 12, "#000000")
SMALL = replace(STYLE, small_caps=True)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (STYLE, [("Aid to Mali, 2019", 1.0)]),
        (replace(STYLE, caps=True), [("AID TO MALI, 2019", 1.0)]),
        (
            SMALL,
            [
                ("A", 1.0),
                ("ID", SMALL_CAPS_SIZE),
                (" ", 1.0),
                ("TO", SMALL_CAPS_SIZE),
                (" M", 1.0),
                ("ALI", SMALL_CAPS_SIZE),
                (", 2019", 1.0),
            ],
        ),
        (replace(SMALL, caps=True), [("AID TO MALI, 2019", 1.0)]),
    ],
)
def test_letters_as_a_style_prints_them(style: TextStyle, printed: list[tuple[str, float]]) -> None:
    assert [*cased("Aid to Mali, 2019", style)] == printed


def marks(prose: Prose, setting: Setting, **style: object) -> list[TextMark]:
    """Return the text of a heading of 10 pt in black, with something else in its style."""
    own = replace(STYLE, **style)
    page_style = replace(
        setting.page_style,
        styles={**setting.page_style.styles, Role.HEADING_1: own},
        strong="#aa0000",
        emphasis="#00aa00",
    )
    block = Heading(2, Role.HEADING_1, prose, Origin("x"))
    laid = set_paragraph(block, 300_000, replace(setting, page_style=page_style))
    return [mark for row in laid.rows for mark in row.marks if isinstance(mark, TextMark)]


def test_small_capitals_are_drawn_smaller_and_in_one_line(setting: Setting) -> None:
    found = marks(plain("Aid to Mali"), setting, small_caps=True)
    assert "".join(mark.text for mark in found) == "AID TO MALI"
    assert {mark.size_mpt for mark in found} == {10_000, round(10_000 * SMALL_CAPS_SIZE)}
    assert len({mark.baseline_mpt for mark in found}) == 1


@pytest.mark.parametrize("bold", [False, True])
def test_bold_and_italic_words_have_the_colour_of_their_styles(
    bold: bool, setting: Setting
) -> None:
    prose = (Text("one "), Strong((Text("two "),)), Emphasis((Text("three"),)))
    found = {mark.text.strip(): mark.colour for mark in marks(prose, setting, bold=bold)}
    if bold:  # in a bold paragraph Word has no style Strong: see `RunWriter`
        assert found == {"one two": "#000000", "three": "#00aa00"}
    else:
        assert found == {"one": "#000000", "two": "#aa0000", "three": "#00aa00"}
