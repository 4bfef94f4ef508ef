"""Footnotes take room on the page on which they are first cited, and nowhere else."""

from __future__ import annotations

import datetime

from briefgen.layout import BlockFormatter
from briefgen.layout.footnotes import lay_out_word
from briefgen.types.block import Heading, Origin, Paragraph
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import FilledHeaderFooter, Metadata
from briefgen.types.page import Master
from briefgen.types.prose import NoteMark, Prose, Text, plain
from briefgen.types.role import Role

AT = Origin("s")
METADATA = Metadata("T", "A", "S", (), "en", datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))

# A page of 220 pt holds twelve paragraphs of one line: 12 × 12 pt, and 11 × 6 pt between them.


def pages(
    formatter: BlockFormatter, marks: dict[int, int], notes: tuple[Prose, ...], count: int = 14
) -> list[int]:
    """Return the page of each of many headings; `marks` says which paragraph cites which note."""
    blocks: list[Heading | Paragraph] = []
    for number in range(count):
        cited = (NoteMark(marks[number], "s"),) if number in marks else ()
        blocks.append(Paragraph(Role.BODY, (Text("So"), *cited), AT))
    section = BriefSection("s", "main", None, tuple(blocks))
    content = Content(METADATA, (section,), FilledHeaderFooter({}, ""), notes)
    return [begin.page for begin in lay_out_word(content, formatter, Master()).begins]


ONE = (plain("A source"),)


def test_without_notes_a_page_is_filled(formatter: BlockFormatter) -> None:
    assert pages(formatter, {}, ()) == [1] * 12 + [2] * 2


def test_a_note_and_the_rule_above_it_take_their_room_from_the_page(
    formatter: BlockFormatter,
) -> None:
    """The note has 12 pt, the rule 6.2 pt: more than one line, less than two."""
    assert pages(formatter, {0: 1}, ONE) == [1] * 11 + [2] * 3


def test_a_note_that_is_cited_again_takes_no_room_again(formatter: BlockFormatter) -> None:
    assert pages(formatter, {0: 1, 5: 1, 13: 1}, ONE) == pages(formatter, {0: 1}, ONE)


def test_a_note_that_no_room_is_left_for_takes_its_line_along(formatter: BlockFormatter) -> None:
    assert pages(formatter, {11: 1}, ONE) == [1] * 11 + [2] * 3


LINE = "A source with a title that goes on and on, on and on, on and on and on. "


def test_notes_of_several_lines_take_several(formatter: BlockFormatter) -> None:
    """Three lines and the rule have 42.2 pt: two paragraphs less."""
    assert pages(formatter, {0: 1}, (plain(LINE * 3),)) == [1] * 10 + [2] * 4


def test_what_the_head_cites_takes_room_from_the_first_page(formatter: BlockFormatter) -> None:
    head = Paragraph(Role.BODY, (Text("So"), NoteMark(1, "s")), AT)
    body = tuple(Paragraph(Role.BODY, plain("So"), AT) for _ in range(12))

    def on_first_page(notes: tuple[Prose, ...]) -> int:
        sections = (
            BriefSection("h", "head", None, (head,)),
            BriefSection("s", "main", None, body),
        )
        content = Content(METADATA, sections, FilledHeaderFooter({}, ""), notes)
        begins = lay_out_word(content, formatter, Master()).begins
        return sum(begin.page == 1 for begin in begins)

    assert on_first_page((plain(LINE * 3),)) < on_first_page(()) - 1
