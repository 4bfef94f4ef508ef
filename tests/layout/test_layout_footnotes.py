"""Footnotes take room on the page on which they are first cited, and nowhere else."""

from __future__ import annotations

import datetime

from briefgen.layout import Compositor, lay_out, lay_out_word
from briefgen.types.block import Block, Cell, Heading, Origin, Paragraph, Table
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import Furniture, Metadata
from briefgen.types.page import Master
from briefgen.types.prose import NoteMark, Prose, Text, plain
from briefgen.types.role import Role

AT = Origin("s")
METADATA = Metadata("T", "A", "S", (), "en", datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))

# A page of 220 pt holds twelve paragraphs of one line: 12 × 12 pt, and 11 × 6 pt between them.


def pages(
    compositor: Compositor, marks: dict[int, int], notes: tuple[Prose, ...], count: int = 14
) -> list[int]:
    """Return the page of each of many headings; `marks` says which paragraph cites which note."""
    blocks: list[Heading | Paragraph] = []
    for number in range(count):
        cited = (NoteMark(marks[number], "s"),) if number in marks else ()
        blocks.append(Paragraph(Role.BODY, (Text("So"), *cited), AT))
    section = BriefSection("s", "main", None, tuple(blocks))
    content = Content(METADATA, (section,), Furniture({}, "", (), ()), notes)
    return [begin.page for begin in lay_out_word(content, compositor, Master()).begins]


ONE = (plain("A source"),)


def test_without_notes_a_page_is_filled(compositor: Compositor) -> None:
    assert pages(compositor, {}, ()) == [1] * 12 + [2] * 2


def test_a_note_and_the_rule_above_it_take_their_room_from_the_page(
    compositor: Compositor,
) -> None:
    """The note has 12 pt, the rule 6.2 pt: more than one line, less than two."""
    assert pages(compositor, {0: 1}, ONE) == [1] * 11 + [2] * 3


def test_a_note_that_is_cited_again_takes_no_room_again(compositor: Compositor) -> None:
    assert pages(compositor, {0: 1, 5: 1, 13: 1}, ONE) == pages(compositor, {0: 1}, ONE)


def test_a_note_that_no_room_is_left_for_takes_its_line_along(compositor: Compositor) -> None:
    assert pages(compositor, {11: 1}, ONE) == [1] * 11 + [2] * 3


def test_a_page_without_notes_has_no_rule_to_make_room_for(compositor: Compositor) -> None:
    assert pages(compositor, {12: 1}, ONE)[:13] == [1] * 12 + [2]


LINE = "A source with a title that goes on and on, on and on, on and on and on. "


def note(lines: int) -> Prose:
    return plain(LINE * lines)


def test_notes_of_several_lines_take_several(compositor: Compositor) -> None:
    """Three lines and the rule have 42.2 pt: two paragraphs less."""
    assert pages(compositor, {0: 1}, (note(3),)) == [1] * 10 + [2] * 4


def test_a_note_goes_over_to_the_next_page_after_two_lines(compositor: Compositor) -> None:
    """Below the ninth paragraph there are 64 pt, which hold the rule and four lines of five."""
    assert pages(compositor, {8: 1}, (note(5),), 30) == [1] * 9 + [2] * 11 + [3] * 10


def test_the_first_note_of_a_page_takes_its_line_along_rather_than_begin_with_one(
    compositor: Compositor,
) -> None:
    """Below the eleventh paragraph there are 28 pt: room for the rule and a line, not for two."""
    assert pages(compositor, {10: 1}, (note(1),)) == [1] * 11 + [2] * 3
    assert pages(compositor, {10: 1}, (note(2),)) == [1] * 10 + [2] * 4


def test_a_later_note_goes_over_as_a_whole_rather_than_begin_with_one_line(
    compositor: Compositor,
) -> None:
    """Below the tenth paragraph there are 27.8 pt beside the first note; its own takes 30."""
    first = note(1)
    assert pages(compositor, {0: 1, 9: 2}, (first, note(2)), 30) == [1] * 11 + [2] * 10 + [3] * 9
    assert pages(compositor, {0: 1, 9: 2}, (first, note(1)), 30) == [1] * 10 + [2] * 12 + [3] * 8


def test_a_row_of_a_table_stays_whatever_becomes_of_its_note(compositor: Compositor) -> None:
    def begins(cited: Block) -> int:
        lead = tuple(Paragraph(Role.BODY, plain("So"), AT) for _ in range(9))
        after = Paragraph(Role.BODY, plain("So"), AT)
        section = BriefSection("s", "main", None, (*lead, cited, after))
        content = Content(METADATA, (section,), Furniture({}, "", (), ()), (note(9),))
        return lay_out_word(content, compositor, Master()).begins[9].page

    mark = NoteMark(1, "s")
    row = ((Cell((Text("a"), mark)),),)
    assert begins(Table(plain("T"), (100,), (), row, AT)) == 1
    lines = (Text("word " * 30), mark)
    assert begins(Paragraph(Role.BODY, lines, AT)) == 2


def test_with_notes_a_table_is_divided_between_rows_that_a_span_joins(
    compositor: Compositor,
) -> None:
    """As word processors do; a page of our own would not take the claim from its figures."""

    def cell(text: str, span: int = 1) -> Cell:
        return Cell(plain(text), row_span=span)

    first = ((cell("claim", 20), cell("a")), *((cell("b"),) for _ in range(19)))
    table = Table(plain("T"), (50, 50), (), first, AT)
    lead = tuple(Paragraph(Role.BODY, plain("So"), AT) for _ in range(6))
    cited = Paragraph(Role.BODY, (Text("So"), NoteMark(1, "s")), AT)
    section = BriefSection("s", "main", None, (cited, *lead, table))

    def begins(notes: tuple[Prose, ...]) -> int:
        content = Content(METADATA, (section,), Furniture({}, "", (), ()), notes)
        laid_out = lay_out_word if notes else lay_out
        return laid_out(content, compositor, Master()).begins[-1].page

    assert begins(ONE) == 1
    assert begins(()) == 2
