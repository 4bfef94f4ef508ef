"""What cannot fit is told by section, space needed and space there is, every frame at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from samples.ruler import Ruler, draft, length, paragraph, point, section

from briefgen.fit import fit
from briefgen.fit.failure import _pt, _room
from briefgen.types.block import Block, Heading, Origin
from briefgen.types.draft import Draft
from briefgen.types.finding import Finding, FitError
from briefgen.types.measure import RESERVE_MPT, BlockLayout
from briefgen.types.prose import plain
from briefgen.types.role import Role
from briefgen.types.selection import Overrides

ROWS = 10
LEFT = "86 pt"
"""What ten rows of 10 pt have once a line is held back for Word."""


def failed(held: Draft, *, pages: int = 1, side: bool = True) -> list[Finding]:
    with pytest.raises(FitError) as caught:
        fit(held, length(pages), "anybody", Ruler(ROWS, side))
    assert {finding.where for finding in caught.value.findings} == {"short, anybody"}
    return list(caught.value.findings)


def test_the_first_section_without_room_is_named_with_what_is_left_for_it() -> None:
    held = draft(
        section("why", point("now", 6, 4, required=True), heading="Why now"),
        section("risks", point("war", 9, 5, required=True), heading="Risks"),
    )
    (finding,) = failed(held)
    assert finding.code == "does-not-fit"
    assert finding.message == '"Risks" needs 60 pt at least; 36 pt are left in the main column'
    assert finding.hint == (
        "shorten its headlines, move the section to the side column, or allow more pages"
    )


def test_each_frame_reports_its_own() -> None:
    held = draft(
        section("why", point("now", 12, required=True), heading="Why now"),
        section("figures", paragraph(11), frame="side", heading="Figures"),
    )
    main, side = failed(held)
    assert main.message == f'"Why now" needs 130 pt at least; {LEFT} are left in the main column'
    assert side.message == f'"Figures" needs 120 pt at least; {LEFT} are left in the side column'
    assert side.hint == "shorten it, move the section to the main column, or allow more pages"


def test_without_a_side_column_its_sections_need_room_in_the_main_one() -> None:
    held = draft(
        section("why", point("now", 6, required=True)),
        section("figures", paragraph(3), frame="side"),
    )
    (finding,) = failed(held, side=False)
    assert finding.message == '"figures" needs 30 pt at least; 26 pt are left in the main column'
    assert finding.hint == "shorten it, or allow more pages"


def test_of_the_points_that_a_section_must_show_the_lowest_are_counted() -> None:
    held = draft(
        section("why", point("now", 6, required=True)),
        section("risks", *(point(f"r{n}", 8, n) for n in (3, 2, 1)), at_least=2),
    )
    (finding,) = failed(held)
    assert finding.message == '"risks" needs 30 pt at least; 26 pt are left in the main column'


def test_what_all_that_follows_lacks_is_reported_too() -> None:
    held = draft(*(section(f"s{n}", point(f"p{n}", 6, required=True)) for n in range(3)))
    (finding,) = failed(held)
    assert finding.message == '"s1" needs 60 pt at least; 26 pt are left in the main column'
    assert finding.hint.endswith("allow more pages; in all, 94 pt are missing there")


def test_several_pages_are_counted_together() -> None:
    held = draft(
        section("why", point("now", 12, required=True)),
        section("risks", point("war", 6, required=True)),
    )
    (finding,) = failed(held, pages=2)
    assert finding.message == '"risks" needs 60 pt at least; 46 pt are left in the main columns'


def test_head_and_foot_that_leave_no_column_are_named() -> None:
    held = draft(
        section("title", paragraph(7), frame="head", heading="Title"),
        section("foot", paragraph(4), frame="foot"),
        section("why", point("now", 1, required=True)),
    )
    (finding,) = failed(held)
    assert finding.code == "head-too-high"
    assert finding.message == (
        '"Title" and "foot" need 120 pt in head and foot; a whole page has 100 pt'
    )


def test_what_does_not_break_and_is_higher_than_any_column_is_reported_as_such() -> None:
    held = draft(
        section("why", point("now", 1, required=True)),
        section("figures", paragraph(3), frame="side"),
    )
    ruler = Ruler(3)
    with pytest.raises(FitError) as caught:
        fit(held, length(2), "anybody", ruler)
    (finding,) = caught.value.findings
    assert finding.code == "section-too-high"
    assert finding.message == ('"figures" needs 30 pt in one piece; a whole side column has 16 pt')


class Spaced(Ruler):
    """A page on which 3.5 pt stand before each paragraph and 4.5 pt after it."""

    def block_layouts(self, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        return tuple(
            replace(block_layout, space_before_mpt=3_500, space_after_mpt=4_500)
            for block_layout in super().block_layouts(blocks)
        )


def test_the_space_between_blocks_is_needed_too_and_rounded_against_the_author() -> None:
    held = draft(
        section("why", point("now", 6, required=True)),
        section("risks", paragraph(3), paragraph(3)),
    )
    with pytest.raises(FitError) as caught:
        fit(held, length(1), "anybody", Spaced(ROWS))
    (finding,) = caught.value.findings
    assert finding.message == '"risks" needs 65 pt at least; 22 pt are left in the main column'


@pytest.mark.parametrize(
    ("height_mpt", "needed", "there_is"),
    [(1_000, "1 pt", "1 pt"), (999, "1 pt", "0 pt"), (1_001_000, "1001 pt", "1001 pt")],
)
def test_needs_are_rounded_up_and_room_down(height_mpt: int, needed: str, there_is: str) -> None:
    assert (_pt(height_mpt), _room(height_mpt)) == (needed, there_is)


@dataclass(frozen=True)
class Exact(Ruler):
    """A page that has just so many rows once a line is held back for Word, and some mpt more."""

    more_mpt: int = 0

    def column_heights_mpt(
        self, head: Sequence[BlockLayout], foot: Sequence[BlockLayout], pages: int
    ) -> tuple[int, ...]:
        heights = super().column_heights_mpt(head, foot, pages)
        return tuple(height + RESERVE_MPT + self.more_mpt for height in heights)


def reported(held: Draft, page: Exact, *, pages: int = 1) -> Finding:
    with pytest.raises(FitError) as caught:
        fit(held, length(pages), "anybody", page)
    (finding,) = caught.value.findings
    return finding


TWO = draft(section("why", paragraph(3)), section("risks", paragraph(3)))
"""Two sections of 30 pt, each in one piece."""


def test_what_fills_its_column_exactly_fits_and_is_not_called_too_high() -> None:
    assert fit(TWO, length(2), "anybody", Exact(3)).chosen == ()
    finding = reported(TWO, Exact(3))
    assert finding.code == "does-not-fit"
    assert finding.message == '"risks" needs 30 pt at least; 0 pt are left in the main column'


def test_a_thousandth_of_a_point_too_little_is_reported_as_too_high_for_any_column() -> None:
    with pytest.raises(FitError) as caught:
        fit(TWO, length(1), "anybody", Exact(3, more_mpt=-1))
    assert [(finding.code, finding.message) for finding in caught.value.findings] == [
        (
            "section-too-high",
            f'"{key}" needs 30 pt in one piece; a whole main column has 29 pt',
        )
        for key in ("why", "risks")
    ]
    assert caught.value.findings[0].hint == ("divide it, or set it on pages without a side column")


def test_blocks_that_would_fit_and_do_not_break_say_so() -> None:
    finding = reported(
        draft(*(section(f"s{n}", paragraph(3)) for n in range(3))), Exact(5), pages=2
    )
    assert finding.message == ('"s2" needs 30 pt at least; 20 pt are left in the main columns')
    finding = reported(
        draft(section("a", paragraph(3)), section("b", paragraph(3), paragraph(3), paragraph(3))),
        Exact(5),
        pages=3,
    )
    assert finding.message == (
        '"b" needs 90 pt at least; 120 pt are left in the main columns,'
        " and its blocks do not break so as to fill them"
    )


def test_a_heading_at_the_end_of_a_section_takes_room_too() -> None:
    last = Heading(3, Role.HEADING_2, plain("Last"), Origin("why"))
    held = draft(section("why", paragraph(3), last), section("risks", paragraph(1)))
    assert fit(held, length(), "anybody", Exact(5)).chosen == ()
    finding = reported(held, Exact(4))
    assert finding.message == '"risks" needs 10 pt at least; 0 pt are left in the main column'


def test_a_section_at_the_top_of_a_column_has_all_of_it() -> None:
    page = Exact(8, more_mpt=-1)
    finding = reported(draft(section("why", *(paragraph(2) for _ in range(4)))), page)
    assert finding.message == '"why" needs 80 pt at least; 79 pt are left in the main column'


def test_what_is_missing_in_all_is_reported_only_where_it_is_more_than_the_section_lacks() -> None:
    sections = [section(f"s{n}", point(f"p{n}", 6, required=True)) for n in range(2)]
    assert reported(draft(*sections), Exact(8)).hint.endswith("or allow more pages")
    more = draft(*sections, section("end", paragraph(2)))
    assert reported(more, Exact(8)).hint.endswith("; in all, 60 pt are missing there")


def test_all_that_is_pinned_in_the_section_may_be_unpinned() -> None:
    points = (point("war", 6), point("debt", 6), point("aid", 6))
    overrides = Overrides({"war": "any", "debt": "any"})
    with pytest.raises(FitError) as caught:
        fit(draft(section("risks", *points)), length(), "anybody", Ruler(ROWS, False), overrides)
    (finding,) = caught.value.findings
    assert finding.hint == "unpin war or debt, shorten its headlines, or allow more pages"


def test_a_section_that_need_not_appear_is_in_nobody_s_way() -> None:
    may_go = section("aside", point("aid", 2), heading="Aside")
    held = draft(may_go, section("why", paragraph(3)), may_go, section("risks", paragraph(3)))
    finding = reported(held, Exact(5))
    assert finding.message == '"risks" needs 30 pt at least; 20 pt are left in the main column'
    assert finding.hint == ("shorten it, move the section to the side column, or allow more pages")


def test_blocks_go_over_one_by_one_and_the_room_that_they_leave_is_used() -> None:
    """A column of five rows holds the first and half of the second; the third fills another."""
    blocks = (paragraph(2),), (paragraph(2), paragraph(2)), (paragraph(3),), (paragraph(1),)
    held = draft(*(section(f"s{n}", *own) for n, own in enumerate(blocks)))
    finding = reported(held, Exact(5), pages=2)
    assert finding.message == '"s3" needs 10 pt at least; 0 pt are left in the main columns'


def test_what_needs_just_what_is_left_and_cannot_be_divided_so_is_reported() -> None:
    held = draft(section("a", paragraph(3)), section("b", paragraph(3), paragraph(4)))
    assert reported(held, Exact(5), pages=2).message == (
        '"b" needs 70 pt at least; 70 pt are left in the main columns,'
        " and its blocks do not break so as to fill them"
    )


def test_nothing_is_taken_from_a_column_that_nothing_stands_in_yet() -> None:
    held = draft(section("why", *(paragraph(3) for _ in range(3))))
    assert "; 80 pt are left" in reported(held, Exact(8)).message
    with pytest.raises(FitError) as caught:
        fit(held, length(), "anybody", Spaced(ROWS))
    (finding,) = caught.value.findings
    assert f"; {LEFT} are left" in finding.message
