"""LibreOffice deals paragraphs out to pages by their number, tables by their rows."""

from __future__ import annotations

from briefgen.layout.first_guess import (
    FEW,
    MANY,
    FirstGuess,
    Grid,
    frames_of,
    most_on_page,
    own_frames,
)
from briefgen.types.block import (
    Cell,
    Contents,
    ContentsEntry,
    Heading,
    KeyFigure,
    KeyFigures,
    Origin,
    Table,
)
from briefgen.types.letterhead import OwnCell, OwnPart, OwnRow
from briefgen.types.prose import plain
from briefgen.types.role import Role

AT = Origin("s")


def test_a_page_has_one_paragraph_more_than_the_most_but_for_the_first() -> None:
    """The one that is too many begins the next page, and is not counted there."""
    pages = FirstGuess(20).deal([None] * 63)
    assert [pages.count(page) for page in (1, 2, 3, 4)] == [20, 21, 21, 1]


def test_a_table_counts_by_its_rows_and_goes_over_as_a_whole() -> None:
    guess = FirstGuess(20)
    assert guess.deal([None] * 15) == (1,) * 15
    assert guess.deal([Grid(5, 1, 3), Grid(9, 1, 3)]) == (1, 2)
    assert guess.deal([None] * 21) == (2,) * 20 + (3,)


def test_a_long_table_begins_where_it_stands_and_is_dealt_out_by_rows() -> None:
    """With four cells in a row five rows go to a page, the head each time; the rest to one more."""
    guess = FirstGuess(20)
    assert guess.deal([*[None] * 15, Grid(22, 1, 4), None])[-2:] == (1, 7)


def test_a_paragraph_that_begins_a_page_begins_to_count_anew() -> None:
    guess = FirstGuess(20)
    guess.deal([None] * 15)
    guess.turn()
    assert guess.deal([None] * 22) == (2,) * 21 + (3,)


def test_a_short_document_has_more_on_a_page() -> None:
    assert most_on_page([None] * 50) == FEW
    assert most_on_page([None] * 150) == MANY
    assert most_on_page([*[None] * 30, Grid(20, 1, 5)]) == MANY


def test_what_word_has_of_a_block() -> None:
    rows = tuple((Cell(plain("a")), Cell(plain("b"))) for _ in range(3))
    table = Table(plain("T"), (1, 1), rows[:1], rows, AT)
    assert frames_of(table, 400, 20) == (None, Grid(4, 1, 2))
    figures = KeyFigures(tuple(KeyFigure(f"f{n}", "", "12", plain("of")) for n in range(4)), AT)
    assert frames_of(figures, 200, 20) == (None,) * 8
    (grid,) = frames_of(figures, 400, 20)
    assert grid is not None
    assert grid.rows * grid.columns >= len(figures.figures)
    entries = (ContentsEntry(1, "One", "heading-1"), ContentsEntry(1, "Two", "heading-2"))
    assert frames_of(Contents(1, AT, entries), 400, 20) == (None, None)
    assert frames_of(Heading(2, Role.HEADING_1, plain("One"), AT), 400, 20) == (None,)


def test_what_a_house_holds_above_counts_too() -> None:
    row = OwnRow((OwnCell(0, 10, ()), OwnCell(10, 20, ())), 0, whole=False)
    assert own_frames(OwnPart((row, row))) == (Grid(2, 0, 2),)
