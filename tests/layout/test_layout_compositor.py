"""A compositor sets a block once for each width, and does not keep all that it ever set."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from briefgen.layout import BlockFormatter, Setting
from briefgen.layout.block_formatter import KEPT
from briefgen.types.block import (
    Block,
    Cell,
    Heading,
    KeyFigure,
    KeyFigures,
    Origin,
    Paragraph,
    Table,
    Timeline,
)
from briefgen.types.laid import LineMark, TextMark
from briefgen.types.prose import plain
from briefgen.types.role import Role
from briefgen.types.table_kind import is_kept_whole
from briefgen.types.time_bar import Moment

HERE = Origin("body")
WIDTH_MPT = 300_000


def paragraph(text: str) -> Paragraph:
    return Paragraph(Role.BODY, plain(text), HERE)


def test_a_block_is_set_once_for_each_width(setting: Setting) -> None:
    formatter = BlockFormatter(setting, "Table")
    block_layout = formatter.set(paragraph("Peace to keep"), WIDTH_MPT)
    assert formatter.set(paragraph("Peace to keep"), WIDTH_MPT) is block_layout
    assert formatter.set(paragraph("Peace to keep"), WIDTH_MPT // 8) != block_layout


def test_what_was_set_long_ago_is_let_go(setting: Setting) -> None:
    formatter = BlockFormatter(setting, "Table")
    first = formatter.set(paragraph("number 0"), WIDTH_MPT)
    for number in range(1, KEPT + 1):
        formatter.set(paragraph(f"number {number}"), WIDTH_MPT)
    kept: Any = formatter._kept
    assert kept.cache_info().currsize == KEPT
    again = formatter.set(paragraph("number 0"), WIDTH_MPT)
    assert again == first
    assert again is not first


BLOCKS = (
    paragraph("Peace to keep, and little of it, in a mission that is called deadly. " * 4),
    Heading(1, Role.TITLE, plain("A title that is long enough for two lines of it at least"), HERE),
    KeyFigures((KeyFigure("mali", "16,400+", plain("People in Mali " * 9)),), HERE),
    Timeline(
        tuple(
            Moment(f"e{year}", str(year), date(year, 1, 1), False, plain("Something happens " * 5))
            for year in (2012, 2013, 2018)
        ),
        HERE,
    ),
    Table(
        plain("What is known"),
        (1, 2),
        ((Cell(plain("Year"), header=True), Cell(plain("Event"), header=True)),),
        ((Cell(plain("2013")), Cell(plain("A mission is founded " * 9))),),
        HERE,
        number=1,
    ),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
@pytest.mark.parametrize("width", [90_000, 200_000, WIDTH_MPT])
def test_what_is_only_measured_is_as_high_as_what_is_drawn(
    setting: Setting, block: Block, width: int
) -> None:
    formatter = BlockFormatter(setting, "Table")
    drawn, measured = (formatter.set(block, width, drawn=drawn) for drawn in (True, False))
    assert [row.height_mpt for row in measured.rows] == [row.height_mpt for row in drawn.rows]
    assert [row.break_after for row in measured.rows] == [row.break_after for row in drawn.rows]
    assert not any(isinstance(mark, TextMark) for row in measured.rows for mark in row.marks)
    assert any(isinstance(mark, TextMark) for row in drawn.rows for mark in row.marks)


def test_dates_stand_at_a_line_and_not_between_rules(setting: Setting) -> None:
    (table,) = (block for block in BLOCKS if isinstance(block, Table))
    formatter = BlockFormatter(setting, "Table")
    ruled, dates = (
        formatter.set(replace(table, kind=kind, header_rows=()), WIDTH_MPT).rows[-1].marks
        for kind in ("plain", "dates")
    )
    (rule,) = (mark for mark in ruled if isinstance(mark, LineMark))
    (spine,) = (mark for mark in dates if isinstance(mark, LineMark))
    assert (rule.x1_mpt, rule.x2_mpt) == (0, WIDTH_MPT)
    assert spine.x1_mpt == spine.x2_mpt == WIDTH_MPT // 3


def test_the_line_stands_beside_the_dates_that_follow_their_year(formatter: BlockFormatter) -> None:
    row = tuple(Cell(plain(text)) for text in ("2012", "March", "A well is dug"))
    head = (
        Cell(plain("Date"), header=True, column_span=2),
        Cell(plain("Event"), header=True),
    )
    made = Table((), (1, 2, 7), (head,), (row,), HERE, kind="dates", continued="continued")
    block = formatter.set(made, WIDTH_MPT)
    (spine,) = (mark for mark in block.rows[-1].marks if isinstance(mark, LineMark))
    assert spine.x1_mpt == WIDTH_MPT * 3 // 10
    again = "".join(mark.text for mark in block.repeat[0].marks if isinstance(mark, TextMark))
    assert again == "DateEvent (continued)"


def test_stretches_of_one_table_stand_apart(formatter: BlockFormatter) -> None:
    row = tuple(Cell(plain(text)) for text in ("2018", "4", "2019", "7"))

    def starts(stretches: int) -> list[int]:
        made = Table((), (1, 1, 1, 1), (), (row,), HERE, stretches=stretches)
        (line,) = formatter.set(made, 400_000).rows
        return [mark.x_mpt for mark in line.marks if isinstance(mark, TextMark)]

    moved = [after - before for before, after in zip(starts(1), starts(2), strict=True)]
    assert moved[2] > 10_000
    assert moved[:2] + moved[3:] == [0, 0, 0]


def rows_of_dates(count: int) -> tuple[tuple[Cell, ...], ...]:
    """Return two dates of each year, of which the second goes on with the first."""
    return tuple(
        (Cell(plain(f"May {2000 + n // 2}"), goes_on=bool(n % 2)), Cell(plain("A well is dug")))
        for n in range(count)
    )


def test_a_table_is_no_wider_than_its_text(formatter: BlockFormatter) -> None:
    made = Table((), (1, 2), (), rows_of_dates(2), HERE, ems=(6, 10))
    edges = [
        max(mark.x2_mpt for mark in row.marks if isinstance(mark, LineMark))
        for width in (WIDTH_MPT, 100_000)
        for row in formatter.set(made, width).rows
    ]
    em_mpt = edges[0] // 16
    assert edges == [16 * em_mpt, 16 * em_mpt, 100_000, 100_000]


def test_dates_of_one_year_are_one_group_on_one_page(formatter: BlockFormatter) -> None:
    dates = Table((), (1, 4), (), rows_of_dates(20), HERE, kind="dates")
    rows = formatter.set(dates, WIDTH_MPT).rows
    heights = [row.height_mpt for row in rows]
    assert heights[2::2] == [heights[0] + 2_500] * 9
    assert len({*heights[1::2], heights[0]}) == 1
    assert is_kept_whole(20, dates.kind, continued="")
    assert not is_kept_whole(20, dates.kind, continued="continued")
    assert dates.role(dates.rows[0][0], 0, head=False) is Role.TABLE_DATE
    assert dates.role(dates.rows[1][0], 0, head=False) is Role.TABLE_TEXT


def test_the_head_on_a_further_page_says_that_it_is_one(formatter: BlockFormatter) -> None:
    head = (Cell(plain("Date"), header=True), Cell(plain("Event"), header=True))
    made = Table((), (1, 4), (head,), rows_of_dates(40), HERE, kind="dates", continued="continued")
    layout = formatter.set(made, WIDTH_MPT)
    (again,) = layout.repeat
    said = "".join(mark.text for mark in again.marks if isinstance(mark, TextMark))
    assert said == "DateEvent (continued)"
    assert again.height_mpt <= layout.rows[0].height_mpt
