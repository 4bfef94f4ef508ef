"""Apart from what is late-bound, what is printed is what the draft said, down to its origin."""

from __future__ import annotations

from msgspec.structs import replace
from samples.ruler import HEADERS_FOOTERS, METADATA, draft, point, section

from briefgen.fit.resolve import resolve
from briefgen.types.block import (
    Block,
    Glossary,
    GlossaryEntry,
    Heading,
    Origin,
    Paragraph,
    SourceEntry,
    SourceList,
)
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import DraftSection
from briefgen.types.prose import (
    Acronym,
    Citation,
    Emphasis,
    Inline,
    NoteMark,
    Strong,
    Text,
    each_marked,
    plain,
    text_of,
)
from briefgen.types.reference import Cited
from briefgen.types.role import Role

AT = Origin("why", "war", template_line=3)
LISTED = Origin("sources", template_line=12)
SOURCES = SourceList(tuple(SourceEntry(f"s{n}", plain(f"Source {n}")) for n in (1, 2, 3)), LISTED)


def body(*prose: Inline) -> Paragraph:
    return Paragraph(Role.BODY, prose, AT)


def printed(*items: Block) -> tuple[Block, ...]:
    (held,) = resolve(draft(section("why", *items)), ()).sections
    return held.blocks


def test_sections_keep_key_frame_heading_and_blocks_and_the_whole_its_furniture() -> None:
    top = section("top", body(Text("a")), frame="side", heading="On top")
    below = section("below", point("war", 3, 1), body(Text("b")))
    assert resolve(draft(top, below), (1,)) == Content(
        METADATA,
        (
            BriefSection("top", "side", top.heading, (body(Text("a")),)),
            BriefSection(
                "below",
                "main",
                None,
                (Paragraph(Role.BODY, plain("1"), Origin("any")), body(Text("b"))),
            ),
        ),
        HEADERS_FOOTERS,
    )


def test_sources_become_a_numbered_list_to_which_note_marks_lead() -> None:
    cited = body(Citation((Cited("s3"),)))
    assert printed(cited, SOURCES)[1:] == tuple(
        Paragraph(Role.SOURCE, plain(text), LISTED, "number", f"note-{number}")
        for number, text in enumerate(("Source 3", "Source 1", "Source 2"), 1)
    )


def test_an_entry_of_the_list_belongs_to_the_template_and_to_no_point() -> None:
    of_a_point = replace(SOURCES, origin=Origin("sources", "war", template_line=12))
    entries = printed(body(Citation((Cited("s1"),))), of_a_point)[1:]
    assert {entry.origin for entry in entries} == {LISTED}


def test_marks_of_one_citation_stand_in_order_and_follow_one_another() -> None:
    marks = printed(
        body(Citation((Cited("s2"),)), Citation((Cited("s3"), Cited("s2", "p. 4")))), SOURCES
    )[0]
    assert marks == body(
        NoteMark(1, "s2"),
        NoteMark(1, "s2", locator="p. 4"),
        NoteMark(2, "s3", follows=","),
    )


def test_three_marks_in_a_row_and_more_are_a_run_of_which_the_ends_are_printed() -> None:
    cited = tuple(map(Cited, ("s3", "s1", "s2")))
    marks = printed(body(Text("So"), Citation(cited)), SOURCES)[0]
    last = NoteMark(3, "s2", follows="–", within=("s1",))
    assert marks == body(Text("So"), NoteMark(1, "s3"), last)
    assert text_of((NoteMark(1, "s3"), last)) == "[1][3]"
    assert each_marked(last) == [NoteMark(2, "s1", ","), NoteMark(3, "s2", ",")]
    with_place = (Cited("s1"), Cited("s2", "p. 4"), Cited("s3"))
    apart = [NoteMark(1, "s1"), NoteMark(2, "s2", ",", locator="p. 4"), NoteMark(3, "s3", ",")]
    assert printed(body(Citation(with_place)), SOURCES)[0] == body(*apart)


def test_marks_that_stand_alone_in_a_cell_say_so() -> None:
    marks = printed(body(Citation((Cited("s1"), Cited("s2")), alone=True)), SOURCES)[0]
    assert marks == body(NoteMark(1, "s1", alone=True), NoteMark(2, "s2", follows=", ", alone=True))


def test_a_mark_that_already_has_its_number_keeps_it() -> None:
    assert printed(body(NoteMark(7, "s1")), SOURCES)[0] == body(NoteMark(7, "s1"))


def test_terms_become_plain_paragraphs_of_the_glossary() -> None:
    terms = tuple(GlossaryEntry(term, plain(f"{term} is known")) for term in ("AU", "EU"))
    glossary = Glossary(terms, False, LISTED)
    (_, reported) = printed(body(Acronym("AU", "African Union")), glossary)
    assert reported == Paragraph(Role.SOURCE, plain("AU is known"), LISTED)


def test_a_section_that_lists_keeps_what_stands_around_its_list() -> None:
    before, after = body(Citation((Cited("s1"),))), body(Text("after"))
    listed = replace(SOURCES, cited=True)
    own = Heading(3, Role.HEADING_2, plain("Own"), AT)
    blocks = printed(before, own, listed, after)
    assert blocks[1] == own
    assert blocks[2:] == (
        Paragraph(Role.SOURCE, plain("Source 1"), LISTED, "number", "note-1"),
        after,
    )


def test_a_list_with_nothing_in_it_takes_its_heading_with_it() -> None:
    head = Heading(2, Role.HEADING_1, plain("Sources"), LISTED)
    only = DraftSection("sources", "main", head, (replace(SOURCES, cited=True),))
    content = resolve(draft(section("why", body(Text("a"))), only), ())
    assert [held.key for held in content.sections] == ["why"]


def test_a_paragraph_in_which_nothing_is_late_bound_is_the_draft_s_own() -> None:
    block = body(Text("a"), Strong((Emphasis((Text("b"),)),)))
    assert printed(block)[0] is block


def note(key: str) -> Paragraph:
    label = Strong((Text("Editor’s note."),))
    return Paragraph(Role.SIDE_TEXT, (label, Text(" "), Text(f"On {key}.")), AT, note=key)


def texts(sections: tuple[BriefSection, ...]) -> list[str]:
    return [text_of(block.prose) for one in sections for block in one.blocks
            if isinstance(block, Paragraph)]  # fmt: skip


def test_notes_that_follow_one_another_say_once_whose_they_are() -> None:
    told = section("why", body(Text("a")), note("b"), note("c"), body(Text("d")), note("e"))
    assert texts(resolve(draft(told), ()).sections) == [
        "a", "Editor’s note. On b.", "On c.", "d", "Editor’s note. On e.",
    ]  # fmt: skip


def test_notes_of_the_side_column_do_so_beside_one_point_without_a_figure_between() -> None:
    beside = [("b", {"war"}), ("c", {"war"}), ("d", {"war", "#cost"}), ("e", {"peace"})]
    notes = [
        replace(section("notes", note(key), frame="side"), beside=frozenset(points))
        for key, points in beside
    ]
    made = draft(section("why", body(Text("a"))), *notes)
    assert texts(resolve(made, ()).sections) == [
        "a", "Editor’s note. On b.", "On c.", "Editor’s note. On d.", "Editor’s note. On e.",
    ]  # fmt: skip
