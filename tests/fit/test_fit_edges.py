"""Where the second look begins and ends, to a thousandth of a point, and what a tie goes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from samples.ruler import ROW_MPT, Ruler, draft, length, point, section
from samples.stacked import fixed_columns

from briefgen.fit import fit
from briefgen.fit.explaining import decisions
from briefgen.layout.columns import flow
from briefgen.layout.paragraph import breakable
from briefgen.types.argument import Part
from briefgen.types.block import Block, Contents, Heading, Origin, Paragraph
from briefgen.types.brief import Content, Fitted
from briefgen.types.draft import Choice, Draft, Variant
from briefgen.types.finding import FitError
from briefgen.types.laid import Bookmark, LaidOut
from briefgen.types.measure import RESERVE_MPT, BlockLayout, Row
from briefgen.types.point import Form
from briefgen.types.prose import Acronym, Inline, Text, text_of
from briefgen.types.role import Role
from briefgen.types.selection import FREE, Length


@dataclass(frozen=True)
class Worded(Ruler):
    """Rows of ten characters, so many once a line is held back for Word, and some mpt more.

    A heading is a row, and so is each entry of contents. The outline has a mark for each heading.
    """

    more_mpt: int = 0

    def column_heights_mpt(
        self, head: Sequence[BlockLayout], foot: Sequence[BlockLayout], pages: int
    ) -> tuple[int, ...]:
        heights = super().column_heights_mpt(head, foot, pages)
        return tuple(height + RESERVE_MPT + self.more_mpt for height in heights)

    def block_layouts(self, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        return tuple(map(_worded, blocks))

    def _block_layouts(self, content: Content, frame: str) -> list[BlockLayout]:
        return [_worded(block) for block in _blocks(content, frame)]

    def lay_out(self, content: Content, pages: int | None) -> LaidOut:
        laid = super().lay_out(content, pages)
        heights = self.column_heights_mpt((), (), pages or 99)
        blocks = _blocks(content, "main")
        begins: dict[int, int] = {}
        for placed in flow([_worded(block) for block in blocks], fixed_columns(heights)).placed:
            begins.setdefault(placed.block_layout, placed.page)
        marks = tuple(
            Bookmark(block.level, text_of(block.prose), begins[number], 0)
            for number, block in enumerate(blocks)
            if isinstance(block, Heading)
        )
        return LaidOut(1, 1, laid.pages, (), marks, laid.fills)


def _blocks(content: Content, frame: str) -> list[Block]:
    return [
        block
        for held in content.sections
        if held.frame == frame
        for block in (*((held.heading,) if held.heading else ()), *held.blocks)
    ]


def _worded(block: Block) -> BlockLayout:
    if isinstance(block, Contents):
        count = len(block.entries)
    else:
        assert isinstance(block, Heading | Paragraph)
        count = 1 if isinstance(block, Heading) else -(-len(text_of(block.prose)) // 10)
    rows = breakable([Row(ROW_MPT, ())] * count)
    return BlockLayout(Role.BODY, rows, (), 0, 0, keep_with_next=isinstance(block, Heading))


ARMY = Acronym("PLA", "People’s Liberation Army")
"""Three rows where it is expanded, and one where it is not."""


def text(*prose: Inline | str) -> Paragraph:
    nodes = (Text(node) if isinstance(node, str) else node for node in prose)
    return Paragraph(Role.BODY, tuple(nodes), Origin("why"))


def said(subject: str, *prose: Inline | str, score: int = 10) -> Choice:
    return Choice(subject, Part.RISKS, (Variant(Form.SUMMARY, (text(*prose),), score),))


def chosen(held: Draft, page: Ruler, asked: Length | None = None) -> tuple[int | None, ...]:
    return fit(held, asked or length(), "anybody", page).chosen


THREE = draft(section("why", said("one", ARMY), said("two", ARMY), said("rest", "x" * 30, score=5)))
"""Nine rows as they are charged at first, seven as they are printed."""


@pytest.mark.parametrize(("more_mpt", "rest"), [(0, 0), (-1, None)])
def test_the_second_look_may_fill_the_page_up_to_the_reserve_and_no_further(
    more_mpt: int, rest: int | None
) -> None:
    assert chosen(THREE, Worded(7, more_mpt=more_mpt)) == (0, 0, rest)


@pytest.mark.parametrize(("spare_mpt", "second"), [(RESERVE_MPT, 0), (RESERVE_MPT - 1, None)])
def test_a_second_look_is_taken_where_a_line_is_left_and_not_where_less_is(
    spare_mpt: int, second: int | None
) -> None:
    two = draft(section("why", said("one", ARMY), said("two", ARMY)))
    assert chosen(two, Worded(3, more_mpt=spare_mpt)) == (0, second)


@pytest.mark.parametrize(("score", "wanted"), [(9, (None, 0)), (10, (None, 0)), (11, (0, None))])
def test_what_a_second_look_finds_must_be_better_and_not_as_good(
    score: int, wanted: tuple[int | None, ...]
) -> None:
    """The first point takes five rows as it is charged at first, and two as it is printed."""
    either = (said("war", ARMY, "x" * 17, score=score), said("debt", "x" * 20))
    held = draft(section("why", text(ARMY), *either))
    assert chosen(held, Worded(5, more_mpt=RESERVE_MPT)) == wanted


@pytest.mark.parametrize(("floor", "wanted"), [(0, (0, 0, 0)), (100, (0, 0, 0))])
def test_a_second_look_that_is_worth_more_is_taken_whatever_is_to_be_filled(
    floor: int, wanted: tuple[int | None, ...]
) -> None:
    assert chosen(THREE, Worded(7), length(floor=floor)) == wanted


def test_of_ways_to_print_the_head_that_are_as_good_the_more_valuable_head_is_taken() -> None:
    head = section("title", point("date", 5, score=20), frame="head")
    held = draft(head, section("why", point("now", 6, score=20)))
    assert chosen(held, Ruler(10)) == (0, None)


def same(held: Draft, page: Ruler, asked: Length, own: Ruler) -> Fitted:
    """Return what is printed on a page when the selection is that of its own page."""
    first = fit(held, asked, "anybody", own)
    selection = decisions(held, asked, own, first.chosen, FREE)
    return fit(held, asked, "anybody", page, FREE, selection)


@pytest.mark.parametrize("asked", [length(), length(floor=100), length(2), length(None)])
@pytest.mark.parametrize("rows", [4, 7, 8, 9])
def test_a_brief_fixed_selection_on_the_same_page_is_the_same_in_all_that_is_reported(
    rows: int, asked: Length
) -> None:
    """What a second look found is held, too, and pages that are missing or empty are told."""
    found = fit(THREE, asked, "anybody", Worded(rows))
    assert same(THREE, Worded(rows), asked, Worded(rows)) == found


@pytest.mark.parametrize("asked", [length(), length(None)])
def test_what_a_brief_fixed_selection_leaves_out_stands_between_what_it_takes(
    asked: Length,
) -> None:
    held = draft(section("why", said("one", "x"), said("two", ARMY, score=1), said("end", "x")))
    first = fit(held, length(), "anybody", Worded(2))
    selection = decisions(held, length(), Worded(2), first.chosen, FREE)
    again = fit(held, asked, "anybody", Worded(9), FREE, selection)
    assert again.chosen == first.chosen == (0, None, 0)
    assert again.content == first.content


@pytest.mark.parametrize("more_mpt", [-1, -RESERVE_MPT])
def test_a_brief_fixed_selection_that_takes_from_the_reserve_does_not_fit(more_mpt: int) -> None:
    with pytest.raises(FitError) as caught:
        same(THREE, Worded(7, more_mpt=more_mpt), length(), Worded(9))
    assert {finding.code for finding in caught.value.findings} == {"selection-does-not-fit"}


LISTED = Contents(1, Origin("list"), least_pages=3)


def listing(rows: int) -> Draft:
    """Return a brief of two sections, the second of them so high, with contents before them."""
    return draft(
        section("list", LISTED, heading="Contents"),
        section("why", said("one", "x" * 30), heading="Why"),
        section("risks", said("two", "x" * 10 * rows), heading="Risks"),
        section("foot", text("x"), frame="foot"),
    )


def pages(content: Content) -> list[tuple[str, int | None]]:
    return [
        (entry.title, entry.page)
        for held in content.sections
        for block in held.blocks
        if isinstance(block, Contents)
        for entry in block.entries
    ]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [(3, []), (7, []), (24, [("Why", 1), ("Risks", 2)])],
)
def test_a_brief_of_any_length_has_contents_where_it_has_the_pages(
    rows: int, wanted: list[tuple[str, int | None]]
) -> None:
    held = listing(rows)
    found = fit(held, length(None), "anybody", Worded(8))
    assert pages(found.content) == wanted
    assert found.laid_out == Worded(8).lay_out(found.content, None)


@pytest.mark.parametrize("alone", [True, False])
def test_pages_are_reported_of_what_is_laid_out_on_the_pages_that_are_promised(alone: bool) -> None:
    held, asked, page = listing(13), length(3), Worded(8)
    found = fit(held, asked, "anybody", page)
    reported = found if alone else same(held, page, asked, page)
    assert pages(reported.content) == [("Why", 1), ("Risks", 2)]
    assert reported.laid_out == page.lay_out(reported.content, 3)
    assert reported.laid_out != page.lay_out(reported.content, None)
