"""The table of contents lists what is printed; its pages come last and move nothing."""

from __future__ import annotations

import datetime
from typing import Literal

import pytest

from briefgen.fit.charge import charge
from briefgen.fit.contents import possible_entries, unless_short, with_pages
from briefgen.fit.resolve import resolve
from briefgen.types.argument import Part
from briefgen.types.block import Block, Contents, Heading, Origin, Paragraph
from briefgen.types.brief import Content
from briefgen.types.draft import Choice, Draft, DraftSection, FilledHeaderFooter, Metadata, Variant
from briefgen.types.laid import Bookmark, LaidOut
from briefgen.types.point import Form
from briefgen.types.prose import plain, text_of
from briefgen.types.role import Role

AT = Origin("s")
ONE, TWO = Contents(1, AT), Contents(2, AT)


def body(text: str) -> Paragraph:
    return Paragraph(Role.BODY, plain(text), AT)


def under(text: str) -> Choice:
    """A point with a heading of its own."""
    head = Heading(3, Role.HEADING_2, plain(text), AT)
    return Choice(text, Part.RISKS, (Variant(Form.SUMMARY, (head, body("…")), 1),))


def section(
    heading: str, *items: Block | Choice, level: int = 2, frame: str = "main"
) -> DraftSection:
    head = Heading(level, Role.HEADING_1, plain(heading), AT)  # type: ignore[arg-type]
    return DraftSection(heading, frame, head, items)


def draft(*sections: DraftSection) -> Draft:
    created = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    return Draft(Metadata("T", "A", "S", (), "en", created), sections, FilledHeaderFooter({}, ""))


BRIEF = (
    section("Title", body("By A"), level=1),
    section("Why", under("First"), under("Second")),
    section("Empty", under("Third")),
)


def printed(contents: Contents, *chosen: int | None) -> Content:
    return resolve(draft(section("Contents", contents), *BRIEF), chosen)


def entries(content: Content) -> list[tuple[int, str, int | None]]:
    return [
        (entry.level, entry.title, entry.page)
        for held in content.sections
        for block in held.blocks
        if isinstance(block, Contents)
        for entry in block.entries
    ]


def test_sections_are_listed_but_for_the_title_and_the_contents_themselves() -> None:
    assert entries(printed(ONE, 0, 0, 0)) == [(1, "Why", None), (1, "Empty", None)]


def test_two_levels_list_points_too() -> None:
    assert entries(printed(TWO, 0, None, 0)) == [
        (1, "Why", None),
        (2, "First", None),
        (1, "Empty", None),
        (2, "Third", None),
    ]


def test_a_section_that_is_not_printed_is_not_listed() -> None:
    assert entries(printed(ONE, 0, 0, None)) == [(1, "Why", None)]


def test_without_a_heading_there_are_no_contents() -> None:
    content = resolve(draft(section("Contents", ONE), BRIEF[0]), ())
    assert [held.key for held in content.sections] == ["Title"]


def test_listed_headings_have_the_anchors_that_the_entries_lead_to() -> None:
    content = printed(ONE, 0, 0, 0)
    headings = {
        held.heading.anchor for held in content.sections if held.heading and held.heading.anchor
    }
    (listed,) = (block for block in content.sections[0].blocks if isinstance(block, Contents))
    assert headings == {entry.anchor for entry in listed.entries}


def test_without_contents_no_heading_has_an_anchor() -> None:
    content = resolve(draft(*BRIEF), (0, 0, 0))
    assert all(held.heading.anchor is None for held in content.sections if held.heading)
    assert with_pages(content, laid_out()) is content


def laid_out(*pages: int) -> LaidOut:
    marks = tuple(Bookmark(2, "", page, 0) for page in pages)
    return LaidOut(0, 0, (), (), marks, ())


def test_pages_are_those_of_the_outline_in_reading_order() -> None:
    content = with_pages(printed(TWO, 0, None, 0), laid_out(1, 1, 2, 3, 4, 5))
    assert entries(content) == [
        (1, "Why", 2),
        (2, "First", 3),
        (1, "Empty", 4),
        (2, "Third", 5),
    ]


def test_a_few_pages_go_without_contents_and_their_anchors() -> None:
    content = printed(Contents(1, AT, least_pages=6), 0, 0, 0)
    assert unless_short(content, 6) is content
    short = unless_short(content, 5)
    assert [held.key for held in short.sections] == ["Title", "Why", "Empty"]
    assert all(held.heading.anchor is None for held in short.sections if held.heading)


def test_a_section_that_holds_more_than_its_contents_stays() -> None:
    sections = (section("Contents", body("Read on."), Contents(2, AT, least_pages=3)), *BRIEF)
    content = unless_short(resolve(draft(*sections), (0, 0, 0)), 2)
    assert [held.key for held in content.sections] == ["Contents", "Title", "Why", "Empty"]
    assert content.sections[0].blocks == (body("Read on."),)


@pytest.mark.parametrize("contents", [ONE, TWO])
def test_contents_are_charged_every_heading_that_may_be_printed(contents: Contents) -> None:
    held = draft(section("Contents", contents), *BRIEF)
    (charged,) = charge(held).blocks((contents,))
    assert isinstance(charged, Contents)
    assert len(charged.entries) >= len(entries(resolve(held, (0, 0, 0))))


HEADLESS = DraftSection("Headless", "main", None, (body("Bare"), under("Fourth")))
WHOLE = (*BRIEF, HEADLESS)


@pytest.mark.parametrize("levels", [1, 2])
def test_without_its_contents_a_brief_is_as_if_it_had_had_none(levels: Literal[1, 2]) -> None:
    contents = section("Contents", Contents(levels, AT, least_pages=6))
    with_them = resolve(draft(contents, *WHOLE), (0, 0, 0, 0))
    assert unless_short(with_them, 5) == resolve(draft(*WHOLE), (0, 0, 0, 0))
    assert unless_short(with_them, 6) is with_them


def test_where_other_contents_stay_the_headings_keep_their_anchors() -> None:
    few, always = (Contents(2, AT, least_pages=least) for least in (6, 0))
    both = (section("Few", few), section("Always", always), *WHOLE)
    only = (section("Always", always), *WHOLE)
    short = unless_short(resolve(draft(*both), (0, 0, 0, 0)), 5)
    assert short == resolve(draft(*only), (0, 0, 0, 0))


def anchors(content: Content) -> list[tuple[str, str | None]]:
    """Return every heading, in reading order, and the place that it is."""
    return [
        (text_of(block.prose), block.anchor)
        for held in content.sections
        for block in (held.heading, *held.blocks)
        if isinstance(block, Heading)
    ]


@pytest.mark.parametrize(
    ("contents", "places"),
    [
        (ONE, ["Why", "Empty"]),
        (TWO, ["Why", "First", "Second", "Empty", "Third", "Fourth"]),
    ],
)
def test_only_what_is_listed_has_an_anchor_numbered_in_reading_order(
    contents: Contents, places: list[str]
) -> None:
    content = resolve(draft(section("Contents", contents), *WHOLE), (0, 0, 0, 0))
    listed = [(title, anchor) for title, anchor in anchors(content) if anchor]
    assert listed == [(title, f"heading-{n}") for n, title in enumerate(places, 1)]
    (block,) = (block for block in content.sections[0].blocks if isinstance(block, Contents))
    assert [(entry.title, entry.anchor) for entry in block.entries] == listed


def test_every_entry_that_is_printed_has_been_charged() -> None:
    held = draft(section("Contents", TWO), *WHOLE)
    (charged,) = charge(held).blocks((TWO,))
    assert isinstance(charged, Contents)
    possible = {(entry.level, entry.title) for entry in charged.entries}
    printed = entries(resolve(held, (0, 0, 0, 0)))
    assert possible >= {(level, title) for level, title, _ in printed}


def test_contents_of_the_argument_list_what_comes_after_them_and_tells_points() -> None:
    point = Origin("s", point="first")
    told = Paragraph(Role.BODY, plain("…"), point)
    first = Choice("first", Part.RISKS, (Variant(Form.SUMMARY, (told,), 1),))
    sections = (
        section("In brief", first),
        section("Contents", Contents(1, AT, of_argument=True)),
        section("Why", first),
        section("Sources", body("A table.")),
    )
    assert [title for _, title, _ in entries(resolve(draft(*sections), (0, 0)))] == ["Why"]


def test_contents_of_the_argument_list_no_section_of_a_side_column() -> None:
    """Such a section stands on whatever page has room, so its number would be out of order."""
    told = Paragraph(Role.BODY, plain("…"), Origin("s", point="first"))
    first = Choice("first", Part.RISKS, (Variant(Form.SUMMARY, (told,), 1),))
    held = draft(
        section("Contents", Contents(1, AT, of_argument=True)),
        section("Why", first),
        section("Aside", first, frame="side"),
    )
    assert entries(resolve(held, (0, 0))) == [(1, "Why", None)]
    assert [entry.title for entry in possible_entries(held)] == ["Why"]
