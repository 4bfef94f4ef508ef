"""The table of contents on the page: entries as links, pages at the right, leaders as artifacts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.layout import BlockFormatter
from briefgen.types.block import Contents, ContentsEntry, Origin
from briefgen.types.laid import TextMark

AT = Origin("s")
WIDTH = 200_000


def contents(*titles: str, page: int | None = 7) -> Contents:
    entries = (
        ContentsEntry(1, title, f"heading-{number}", page) for number, title in enumerate(titles, 1)
    )
    return Contents(1, AT, tuple(entries))


def marks(formatter: BlockFormatter, block: Contents) -> list[TextMark]:
    block_layout = formatter.set(block, WIDTH)
    return [mark for row in block_layout.rows for mark in row.marks if isinstance(mark, TextMark)]


def test_an_entry_is_a_link_to_its_heading_in_the_tags_of_a_table_of_contents(
    formatter: BlockFormatter,
) -> None:
    block_layout = formatter.set(contents("Why"), WIDTH)
    assert [(one.tag, one.parent) for one in block_layout.elements] == [
        ("TOC", None),
        ("TOCI", 0),
        ("Reference", 1),
        ("Link", 2),
    ]
    assert block_layout.elements[3].address == "#heading-1"


def test_pages_end_at_the_right_edge_and_belong_to_the_link(formatter: BlockFormatter) -> None:
    title, leader, page = marks(formatter, contents("Why", page=12))
    assert (title.text, page.text) == ("Why", "12")
    assert page.x_mpt + page.width_mpt == WIDTH
    assert title.element == page.element == 3
    assert set(leader.text) == {"."}
    assert leader.element is None
    assert title.x_mpt + title.width_mpt < leader.x_mpt
    assert leader.x_mpt + leader.width_mpt < page.x_mpt


def test_a_long_title_leaves_room_for_its_page_and_has_it_on_its_last_line(
    formatter: BlockFormatter,
) -> None:
    block = contents("A title that takes more than a single line of this page")
    first, second = formatter.set(block, WIDTH).rows
    texts = [mark for mark in (*first.marks, *second.marks) if isinstance(mark, TextMark)]
    assert texts[-1].text == "7"
    assert texts[-1] in second.marks
    titles = [mark for mark in texts[:-1] if mark.element is not None]
    assert all(mark.x_mpt + mark.width_mpt <= WIDTH - 24_000 for mark in titles)


def test_few_entries_stand_together_and_of_many_none_is_divided(
    formatter: BlockFormatter,
) -> None:
    few = formatter.set(contents("Why " * 20, "Where"), WIDTH)
    assert len(few.rows) > 2
    assert [row.break_after for row in few.rows] == [False] * (len(few.rows) - 1) + [True]
    many = formatter.set(contents("Why " * 20, *("Where",) * 12), WIDTH)
    first = len(many.rows) - 12
    assert first > 1
    assert [row.break_after for row in many.rows] == [False] * (first - 1) + [True] * 13


@given(st.lists(st.text("abc ", min_size=1, max_size=60), min_size=1, max_size=5), st.integers(1))
def test_pages_change_no_height(formatter: BlockFormatter, titles: list[str], page: int) -> None:
    page %= 1000
    without = formatter.set(contents(*titles, page=None), WIDTH)
    with_pages = formatter.set(contents(*titles, page=page), WIDTH)
    measured = formatter.set(contents(*titles, page=page), WIDTH, drawn=False)
    heights = [
        [row.height_mpt for row in block_layout.rows]
        for block_layout in (without, with_pages, measured)
    ]
    assert heights[0] == heights[1] == heights[2]


def test_points_are_set_in_the_style_of_the_second_level(formatter: BlockFormatter) -> None:
    block = contents("Why", "First")
    second = replace(block.entries[1], level=2)
    assert second.role.value == "TOC 2"
    block = replace(block, entries=(block.entries[0], second))
    assert [mark.text for mark in marks(formatter, block) if mark.element] == [
        "Why", "7", "First", "7",
    ]  # fmt: skip
