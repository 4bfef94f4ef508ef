"""Sources become footnotes only where a word processor gives them the numbers that they have."""

from __future__ import annotations

import datetime

from briefgen.fit.contents import with_contents
from briefgen.fit.footnotes import with_footnotes
from briefgen.fit.rewriting import deferred
from briefgen.types.block import Block, Cell, Contents, Heading, Origin, Paragraph, Table
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import FilledHeaderFooter, Metadata
from briefgen.types.prose import NoteMark, Strong, Text, plain
from briefgen.types.role import Role

AT = Origin("s")
METADATA = Metadata("T", "A", "S", (), "en", datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))


def citing(*numbers: int) -> Paragraph:
    return Paragraph(
        Role.BODY, (Text("So"), *(NoteMark(number, f"s{number}") for number in numbers)), AT
    )


def entry(number: int) -> Paragraph:
    return Paragraph(Role.SOURCE, plain(f"Source {number}"), AT, "number", f"note-{number}")


def section(key: str, *blocks: Block, frame: str = "main", heading: bool = True) -> BriefSection:
    head = Heading(2, Role.HEADING_1, plain(key), AT) if heading else None
    return BriefSection(key, frame, head, blocks)


def content(*sections: BriefSection) -> Content:
    return Content(METADATA, with_contents(sections), FilledHeaderFooter({}, ""))


SOURCES = section("Sources", entry(1), entry(2))


def keys(held: Content) -> list[str]:
    return [section.key for section in held.sections]


def test_what_is_cited_in_order_becomes_footnotes_and_the_list_goes() -> None:
    reported = with_footnotes(content(section("Why", citing(1), citing(2, 1)), SOURCES))
    assert reported.footnotes == (plain("Source 1"), plain("Source 2"))
    assert keys(reported) == ["Why"]


def test_a_run_of_marks_gives_each_of_its_notes_one_and_the_pdf_keeps_the_run() -> None:
    run = Paragraph(Role.BODY, (NoteMark(1, "s1"), NoteMark(3, "s3", "–", within=("s2",))), AT)
    listed = section("Sources", entry(1), entry(2), entry(3))
    held = content(section("Why", run), listed)
    (why,) = with_footnotes(held).sections
    assert [mark.number for mark in deferred(why.blocks[0]) if isinstance(mark, NoteMark)] == [
        1,
        2,
        3,
    ]
    assert with_footnotes(content(section("Why", run, citing(5)), listed)).footnotes == ()


def test_marks_count_wherever_they_stand() -> None:
    table = Table(
        plain("Figures"),
        (1,),
        (),
        ((Cell((NoteMark(1, "s1"),)),), (Cell((Strong((NoteMark(2, "s2"),)),)),)),
        AT,
        1,
    )
    assert with_footnotes(content(section("Why", table), SOURCES)).footnotes


def test_a_head_is_numbered_before_what_stands_below_it() -> None:
    head = section("Title", citing(1), frame="head", heading=False)
    assert with_footnotes(content(section("Why", citing(2)), head, SOURCES)).footnotes
    head = section("Title", citing(2), frame="head", heading=False)
    before = content(section("Why", citing(1)), head, SOURCES)
    assert with_footnotes(before) is before


def test_a_source_that_nothing_cites_keeps_the_list() -> None:
    before = content(section("Why", citing(1)), SOURCES)
    assert with_footnotes(before) is before


def test_a_side_column_keeps_the_list() -> None:
    before = content(section("Why", citing(1, 2)), section("Aside", frame="side"), SOURCES)
    assert with_footnotes(before) is before


def test_without_a_list_there_is_nothing_to_note() -> None:
    before = content(section("Why", citing(1, 2)))
    assert with_footnotes(before) is before


def test_the_contents_do_not_list_a_section_that_went() -> None:
    listing = section("Contents", Contents(1, AT))
    reported = with_footnotes(content(listing, section("Why", citing(1, 2)), SOURCES))
    (contents,) = reported.sections[0].blocks
    assert isinstance(contents, Contents)
    assert [one.title for one in contents.entries] == ["Why"]


def test_a_section_that_says_more_than_sources_stays_with_its_heading() -> None:
    more = section("Sources", Paragraph(Role.BODY, plain("More"), AT), entry(1), entry(2))
    listing = section("Contents", Contents(1, AT))
    reported = with_footnotes(content(listing, section("Why", citing(1, 2)), more))
    assert keys(reported) == ["Contents", "Why", "Sources"]
    assert len(reported.sections[-1].blocks) == 1
    (contents,) = reported.sections[0].blocks
    assert isinstance(contents, Contents)
    assert [one.title for one in contents.entries] == ["Why", "Sources"]
