"""Cells of a header's table that reach over several rows."""

from __future__ import annotations

from dataclasses import replace as with_fields

import pytest
from msgspec.structs import replace
from samples.foreign import FOREIGN
from samples.word import parts

from briefgen.layout.header_footer import SetLine, set_part
from briefgen.layout.header_footer_line import Leaf
from briefgen.layout.room import Room
from briefgen.layout.setting import Setting, divide
from briefgen.load.word.header_footer import read_header_footer
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.header_footer import (
    Anchor,
    Floating,
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
)
from briefgen.types.laid import RectangleMark, TextMark
from briefgen.types.page import Master
from briefgen.types.picture import Picture
from briefgen.types.role import Role


@pytest.fixture
def leaf(setting: Setting) -> Leaf:
    return Leaf(1, 1, 400_000, 400, setting, None)


def cell(
    leaf: Leaf, lines: int, left: float, more_rows: int = 0, **own: object
) -> HeaderFooterCell:
    style = leaf.setting.style(Role.HEADER)
    words = HeaderFooterParagraph(style, (HeaderFooterText("words", style),))
    read = HeaderFooterCell(left, left + 100, (words,) * lines, more_rows=more_rows)
    return replace(read, **own)


def rows(leaf: Leaf, *cells: tuple[HeaderFooterCell, ...]) -> tuple[SetLine, ...]:
    table = HeaderFooterTable(tuple(HeaderFooterRow(one, 0, whole=False) for one in cells))
    return set_part(HeaderFooterPart((table,)), leaf)


def heights(lines: tuple[SetLine, ...]) -> list[float]:
    return [one.row.height_mpt for one in lines]


@pytest.mark.parametrize(("lines", "over"), [(2, 0), (3, 1), (5, 3)])
def test_what_a_cell_over_two_rows_lacks_is_given_to_the_second(
    leaf: Leaf, lines: int, over: int
) -> None:
    (line,) = heights(rows(leaf, (cell(leaf, 1, 0),)))
    logo, below = cell(leaf, lines, 0, 1), cell(leaf, 0, 0)
    found = rows(leaf, (logo, cell(leaf, 1, 100)), (below, cell(leaf, 1, 100)))
    assert heights(found) == [line, (1 + over) * line]


def test_such_a_cell_has_ground_and_words_over_all_of_them(leaf: Leaf) -> None:
    logo = cell(leaf, 1, 0, 1, fill="#eeeeee", align="bottom")
    found = rows(leaf, (logo, cell(leaf, 1, 100)), (cell(leaf, 0, 0), cell(leaf, 1, 100)))
    first, second = heights(found)
    (ground,) = (one for one in found[0].row.marks if isinstance(one, RectangleMark))
    assert ground.height_mpt == first + second
    own, other = (one.baseline_mpt for one in found[0].row.marks if isinstance(one, TextMark))
    assert own - other == second


@pytest.mark.parametrize(("align", "share"), [("top", 0), ("center", 0.5), ("bottom", 1)])
def test_what_floats_in_a_cell_stands_by_its_line(leaf: Leaf, align: str, share: float) -> None:
    picture = HeaderFooterPicture(Picture(1, 1, b""), 10, 10)
    floating = Floating(picture, Anchor("column", 0), Anchor("paragraph", -10))
    style = leaf.setting.style(Role.HEADER)
    logo = cell(leaf, 0, 0, align=align, paragraphs=(HeaderFooterParagraph(style, (floating,)),))
    (line,) = rows(leaf, (logo, cell(leaf, 3, 100)))
    spare = line.row.height_mpt * 2 / 3
    (found,) = line.floating
    assert found.down_mpt == pytest.approx(spare * share, abs=1)


def test_a_template_says_which_cells_are_merged() -> None:
    def held(words: str, merged: str) -> str:
        return f"<w:tc><w:tcPr><w:tcW w:w='2000'/>{merged}</w:tcPr><w:p>{words}</w:p></w:tc>"

    run = "<w:r><w:t>Logo</w:t></w:r>"
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = "".join(
        f"<w:tr>{held(run, merged)}{held(run, '')}</w:tr>" for merged in (begins, goes_on, goes_on)
    )
    grid = "<w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"
    header = f"<w:tbl><w:tblPr/>{grid}{table}</w:tbl><w:p/>"
    foreign = with_fields(FOREIGN["university"], headers_footers={"header-default": header})
    package = Package(parts(foreign.package()))
    read, _ = read_header_footer(WordTemplate("foreign", "foreign.docx", package))
    table_read = next(
        one for one in read.headers["default"].blocks if isinstance(one, HeaderFooterTable)
    )
    cells = [one.cells[0] for one in table_read.rows if isinstance(one, HeaderFooterRow)]
    assert [one.more_rows for one in cells] == [2, 0, 0]
    assert [bool(one.paragraphs) for one in cells] == [True, False, False]


def test_a_page_without_header_and_footer_has_the_room_of_its_margins(setting: Setting) -> None:
    geometry = replace(divide(setting.page_style, Master()), header_mpt=200_000, footer_mpt=200_000)
    room = Room(geometry, setting, FilledHeaderFooter({}, ""))
    assert room.own_top_mpt(1) == geometry.top_mpt
    assert room.bottom_mpt == geometry.bottom_mpt
