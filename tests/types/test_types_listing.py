"""Items of lists: how they are numbered and marked, and how far they are indented."""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.types.block import Block, Origin, Paragraph
from briefgen.types.listing import item_label, item_numbers, item_style, space_after_pt
from briefgen.types.page_style import TextStyle
from briefgen.types.prose import plain
from briefgen.types.role import Role

HERE = Origin("body")


def item(mark: str) -> Paragraph:
    """An item, written as `1.`, `-`, `  a.` or `  -`; `>` goes on, and `+` begins another list."""
    bare = mark.strip("+ >")
    return Paragraph(
        Role.BODY,
        plain("words"),
        HERE,
        "bullet" if bare == "-" else "number",
        level=2 if mark.lstrip("+>").startswith("  ") else 1,
        begins="+" in mark,
        continues=">" in mark,
        number=int(bare[:-1]) if bare[:-1].isdigit() else 1,
    )


TEXT = Paragraph(Role.BODY, plain("words"), HERE)


def labels(*blocks: Block) -> list[str]:
    return [item_label(*each) for each in zip(blocks, item_numbers(blocks), strict=True)]


def test_numbers_count_on_past_bullets_and_paragraphs_within_an_item() -> None:
    assert labels(item("1."), item("  -"), item(">1."), item("1."), item(">  -"), item("1.")) == [
        "1.", "–", "", "2.", "", "3.",
    ]  # fmt: skip


def test_text_ends_a_list_and_what_begins_one_counts_anew() -> None:
    again, fifth = item("+1."), item("+5.")
    assert labels(item("1."), item("1."), TEXT, item("1."), again, fifth, item("1.")) == [
        "1.", "2.", "", "1.", "1.", "5.", "6.",
    ]  # fmt: skip


def test_each_item_has_letters_of_its_own() -> None:
    assert labels(item("1."), item("+  a."), item("  a."), item("1."), item("+  a.")) == [
        "1.", "a.", "b.", "2.", "a.",
    ]  # fmt: skip


def test_letters_double_after_the_last_as_word_has_them() -> None:
    many = labels(item("1."), *[item("  a.")] * 53)
    assert [many[number] for number in (1, 26, 27, 52, 53)] == ["a.", "z.", "aa.", "zz.", "aaa."]


LIST = TextStyle(
    Role.BULLET, "Carlito", 10, 13, "#000000", indent_left_pt=11, first_line_pt=-11,
    space_after_pt=2, mark_colour="#ff0000",
)  # fmt: skip
SIDE = TextStyle(Role.SIDE_TEXT, "Carlito", 9, 12, "#000000", indent_left_pt=5, space_after_pt=4)


def test_an_item_hangs_as_its_list_where_its_own_style_does_not() -> None:
    hung = item_style(item("-"), SIDE, LIST)
    assert (hung.indent_left_pt, hung.first_line_pt, hung.size_pt) == (16, -11, 9)
    assert hung.mark_colour == "#ff0000"
    assert item_style(item("-"), LIST, LIST) is LIST
    own = replace(SIDE, indent_left_pt=20, first_line_pt=-20)
    assert item_style(item("-"), own, LIST) is own


def test_a_further_paragraph_stands_below_the_text_of_its_item() -> None:
    below = item_style(item(">-"), SIDE, LIST)
    assert (below.indent_left_pt, below.first_line_pt) == (16, 0)


def test_below_the_last_item_stands_the_space_of_text() -> None:
    text = replace(SIDE, role=Role.BODY)
    assert space_after_pt(item("-"), LIST, text) == 2
    assert space_after_pt(replace(item("-"), closes=True), LIST, text) == 4
    assert space_after_pt(replace(item("-"), closes=True), text, text) == 4
