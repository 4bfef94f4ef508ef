"""Paragraphs with the same rules and edges are one panel, as Word joins their borders."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout import BlockFormatter
from briefgen.layout.columns import is_one_box
from briefgen.layout.setting import Setting
from briefgen.types.block import Heading, Origin, Paragraph
from briefgen.types.measure import BlockLayout
from briefgen.types.page_style import Border, TextStyle
from briefgen.types.prose import plain
from briefgen.types.role import Role

AT = Origin("s")
BOTTOM, HEAD, ITEM = Role.BOTTOM_LINE, Role.IN_BRIEF_HEADING, Role.IN_BRIEF
RULE = Border(1, "#eeeeee", 5)
LEADING, INSIDE = 12_000, 6_000


def box(setting: Setting, **changed: float) -> BlockFormatter:
    """Return a formatter whose box has three styles: text, heading, and items that hang in it."""

    def style(role: Role, left_pt: float, hanging_pt: float) -> TextStyle:
        return TextStyle(
            role, "Carlito", 10, 12, "#000000", space_after_pt=6, indent_left_pt=left_pt,
            first_line_pt=-hanging_pt, shading="#eeeeee", border_top=RULE, border_bottom=RULE,
        )  # fmt: skip

    own = {BOTTOM: style(BOTTOM, 10, 0), HEAD: style(HEAD, 28, 18), ITEM: style(ITEM, 28, 18)}
    own[ITEM] = replace(own[ITEM], **changed)
    styles = {**setting.page_style.styles, **own}
    return BlockFormatter(
        replace(setting, page_style=replace(setting.page_style, styles=styles)), "Table"
    )


BLOCKS = (
    Paragraph(BOTTOM, plain("What follows"), AT),
    Heading(2, HEAD, plain("In brief"), AT),
    Paragraph(ITEM, plain("One"), AT, "number"),
    Paragraph(ITEM, plain("Two"), AT, "number"),
)


def heights(layouts: tuple[BlockLayout, ...]) -> list[tuple[int, int, int]]:
    return [(one.space_before_mpt, one.height_mpt, one.space_after_mpt) for one in layouts]


def test_the_tint_goes_on_over_the_space_between_and_rules_stand_at_the_ends(
    setting: Setting,
) -> None:
    assert heights(box(setting).set_all(BLOCKS, 300_000)) == [
        (0, INSIDE + LEADING + 6_000, 0),
        (0, LEADING + 6_000, 0),
        (0, LEADING + 6_000, 0),
        (0, LEADING + INSIDE, 6_000),
    ]


def test_what_stands_in_another_section_joins_as_well(setting: Setting) -> None:
    formatter = box(setting)
    whole = formatter.set_all(BLOCKS, 300_000)
    above = formatter.set_all(BLOCKS[:1], 300_000, beside=(None, BLOCKS[1]))
    below = formatter.set_all(BLOCKS[1:], 300_000, beside=(BLOCKS[0], None))
    assert heights((*above, *below)) == heights(whole)


@pytest.mark.parametrize("changed", [{"indent_left_pt": 30}, {"indent_right_pt": 5}])
def test_what_has_other_edges_stands_apart(setting: Setting, changed: dict[str, float]) -> None:
    head, *items = box(setting, **changed).set_all(BLOCKS[1:], 300_000)
    assert heights((head,)) == [(0, LEADING + 2 * INSIDE, 6_000)]
    assert len(items) == 2


def test_items_have_the_mark_of_their_own_list(setting: Setting) -> None:
    first = box(setting).set_all(BLOCKS, 300_000)[2]
    assert "1. " in [getattr(mark, "text", "") for mark in first.rows[0].marks]


def test_what_is_left_on_a_page_is_not_spread_within_a_box(setting: Setting) -> None:
    first, second, third = box(setting).set_all(BLOCKS[1:], 300_000)
    (apart,) = box(setting).set_all((Paragraph(ITEM, plain("Apart"), AT, "number"),), 300_000)
    assert is_one_box(first, second)
    assert is_one_box(second, third)
    assert not is_one_box(third, apart)
    assert not is_one_box(apart, apart)
