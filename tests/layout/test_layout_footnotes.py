"""Footnotes take room on the page on which they are first cited, and nowhere else."""

from __future__ import annotations

import datetime

from briefgen.layout import Compositor, lay_out
from briefgen.types.block import Cell, Heading, Origin, Paragraph, Table
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
    return [begin.page for begin in lay_out(content, compositor, Master()).begins]


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


def test_notes_of_several_lines_take_several(compositor: Compositor) -> None:
    long = (plain("A source with a title that goes on and on " * 6),)
    assert pages(compositor, {0: 1}, long)[:14].count(1) < 11


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
        return lay_out(content, compositor, Master()).begins[-1].page

    assert begins(ONE) == 1
    assert begins(()) == 2
