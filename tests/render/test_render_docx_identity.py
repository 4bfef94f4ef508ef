"""The identity of points: what is written of it, and what an edit leaves sound."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace
from samples.brief import BESIDE, TABLE, WIDE, content, paragraph, section
from samples.word import W, packed, parts, template, text, tree

from briefgen.load.page_style import read_page_style
from briefgen.load.word.edits import recover
from briefgen.ooxml.build import removed
from briefgen.render.docx import render_docx
from briefgen.types.block import Block, Cell, Heading, Origin, Paragraph, Table
from briefgen.types.finding import LoadError
from briefgen.types.identity import (
    BOOKMARK_LIMIT,
    ArgumentIdentity,
    OutsideText,
    TextIdentity,
    point_key,
    text_digest,
)
from briefgen.types.page import Master
from briefgen.types.point import Form
from briefgen.types.prose import NoteMark, Strong, Text, plain
from briefgen.types.role import Role


def of(point: str, *texts: str, form: Form = Form.SUMMARY, key: str = "s") -> list[Block]:
    """Return the paragraphs of a point."""
    return [Paragraph(Role.BODY, plain(one), Origin(key, point, form)) for one in texts]


def written(*blocks: Block, master: Master = WIDE, frame: str = "main") -> bytes:
    word = template()
    brief = content(section("s", *blocks, frame=frame))
    metadata = replace(brief.metadata, argument=ArgumentIdentity("wells", text_digest("all")))
    brief = replace(brief, metadata=metadata)
    return render_docx(brief, word, read_page_style(word), master)


def changed(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """Return a Word file as somebody left it who edited its body."""
    held = parts(data)
    body = etree.fromstring(held["word/document.xml"])
    change(body)
    held["word/document.xml"] = etree.tostring(body)
    return packed(held)


def found(body: etree._Element, words: str) -> etree._Element:
    return next(p for p in body.iter(W + "p") if words in text(p))


def states(data: bytes) -> dict[str, str]:
    return {one.point: one.state for one in recover(data).points}


# What is written


def held(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Return point, form and paragraphs of each run of a point, as they are read back."""
    return [(one.point, one.form.value, [*one.paragraphs]) for one in recover(data).points]


def test_each_run_of_a_point_s_paragraphs_is_told_by_its_own() -> None:
    data = written(*of("a", "One.", "Two."), paragraph("Nobody's."), *of("b", "Three."))
    assert held(data) == [("a", "summary", ["One.", "Two."]), ("b", "summary", ["Three."])]


def test_the_heading_of_a_point_is_of_it() -> None:
    head = Heading(3, Role.HEADING_2, plain("Head"), Origin("s", "a", Form.SUMMARY))
    assert held(written(head, *of("a", "One."))) == [("a", "summary", ["Head", "One."])]


def test_the_same_point_in_another_form_or_section_is_another_run() -> None:
    data = written(
        *of("a", "One."),
        *of("a", "Two.", form=Form.DETAIL),
        *of("a", "Three.", form=Form.DETAIL, key="t"),
    )
    assert held(data) == [
        ("a", "summary", ["One."]),
        ("a", "detail", ["Two."]),
        ("a", "detail", ["Three."]),
    ]
    assert [one.occurrence for one in recover(data).points] == [1, 1, 2]


def test_a_table_of_no_point_parts_a_run() -> None:
    data = written(*of("a", "One."), TABLE, *of("a", "Two."))
    assert held(data) == [("a", "summary", ["One."]), ("a", "summary", ["Two."])]


@pytest.mark.parametrize(("master", "frame"), [(WIDE, "main"), (BESIDE, "side")])
def test_nothing_stands_in_a_content_control(master: Master, frame: str) -> None:
    """Programs that read Word files by python-docx would not see it."""
    data = written(*of("a", "One.", "Two."), master=master, frame=frame)
    assert not [*tree(data).iter(W + "sdt")]
    document = docx.Document(io.BytesIO(data))
    assert {"One.", "Two."} <= {one.text for one in document.paragraphs}


def test_points_are_told_in_the_order_of_the_page() -> None:
    """The side column is written before the main one, whichever section comes first."""
    word = template()
    own = (
        section("t", *of("main", "One.", key="t")),
        section("top", *of("top", "Two.", key="top"), frame="head"),
        section("s", *of("side", "Three."), frame="side"),
    )
    metadata = replace(content().metadata, argument=ArgumentIdentity("wells", text_digest("all")))
    brief = replace(content(), sections=own, metadata=metadata)
    data = render_docx(brief, word, read_page_style(word), BESIDE)
    assert [point for point, _, _ in held(data)] == ["top", "side", "main"]


def test_numbers_and_names_are_unique() -> None:
    data = written(*of("a", "Same.", "Same."), *of("a", "Same.", key="t"))
    marks = [*tree(data).iter(W + "bookmarkStart")]
    for kind in ("name", "id"):
        assert len({one.get(W + kind) for one in marks}) == len(marks) == 4


points = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda x: len(x) <= 48)


@given(points, st.sampled_from(Form), st.integers(1, 99), st.integers(1, 999), st.text())
def test_names_keep_word_s_limits_and_say_what_they_stand_for(
    point: str, form: Form, occurrence: int, number: int, words: str
) -> None:
    mark = TextIdentity(point_key(point), form, occurrence, number, text_digest(words)[:12])
    assert re.fullmatch(r"_[a-z0-9_]+", mark.name)
    assert len(mark.name) <= BOOKMARK_LIMIT
    assert TextIdentity.read(mark.name) == TextIdentity.read(f"{mark.name}_Copy_1") == mark
    assert TextIdentity.read(f"x{mark.name}") is None


# What is read back


def test_what_nobody_touched_is_untouched() -> None:
    data = written(*of("a", "One.", "Two."))
    edits = recover(data)
    assert edits.argument == ArgumentIdentity("wells", text_digest("all"))
    (point,) = edits.points
    assert (point.point, point.form, point.state) == ("a", Form.SUMMARY, "untouched")
    assert point.paragraphs == ("One.", "Two.")


def test_note_numbers_are_no_text_of_a_point() -> None:
    prose = (Strong((Text("One"),)), NoteMark(1, "s1"), Text("."))
    data = written(Paragraph(Role.BODY, prose, Origin("s", "a", Form.SUMMARY)))
    (point,) = recover(data).points
    assert (point.state, point.paragraphs) == ("untouched", ("One.",))


def replaced(old: str, new: str) -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        (run,) = (one for one in body.iter(W + "t") if one.text == old)
        run.text = new

    return change


def deleted(words: str) -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        one = found(body, words)
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)

    return change


def added_below(words: str) -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        new = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>More.</w:t></w:r></w:p>')
        found(body, words).addnext(new)

    return change


def typed_at_the_end(words: str) -> Callable[[etree._Element], None]:
    """Word puts what is typed at the end of a paragraph behind the end of the bookmark."""

    def change(body: etree._Element) -> None:
        run = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t> More.</w:t></w:r>')
        found(body, words).append(run)

    return change


def tracked(kind: str, words: str) -> Callable[[etree._Element], None]:
    """Track the insertion or deletion of the run with these words."""

    def change(body: etree._Element) -> None:
        run = next(one for one in body.iter(W + "r") if text(one) == words)
        mark = etree.Element(W + kind, {W + "id": "9", W + "author": "x"})
        run.addprevious(mark)
        mark.append(run)
        if kind == "del":
            for one in run.iter(W + "t"):
                one.tag = W + "delText"

    return change


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (replaced("One.", "Won."), "edited"),
        (replaced("One.", " One. "), "untouched"),
        (replaced("One.", ""), "edited"),
        (deleted("Two."), "edited"),
        (added_below("Two."), "edited"),
        (typed_at_the_end("One."), "edited"),
        (tracked("ins", "One."), "untouched"),
        (tracked("del", "One."), "edited"),
        (replaced("Three.", "3."), "untouched"),
        (deleted("Three."), "untouched"),
    ],
)
def test_an_edit_is_seen_where_it_was_made_and_nowhere_else(
    change: Callable[[etree._Element], None], state: str
) -> None:
    data = written(*of("a", "One.", "Two."), *of("b", "Three."), *of("c", "Four."))
    after = states(changed(data, change))
    assert after["a"] == state
    assert after["c"] == "untouched"


def test_a_point_whose_paragraphs_were_deleted_is_gone() -> None:
    data = written(*of("a", "One.", "Two."), *of("b", "Three."))
    data = changed(changed(data, deleted("One.")), deleted("Two."))
    assert states(data) == {"a": "gone", "b": "untouched"}
    assert recover(data).in_state("gone") == ("a",)


def test_a_point_whose_words_were_deleted_is_gone_though_its_bookmark_is_left() -> None:
    assert states(changed(written(*of("a", "One.")), replaced("One.", ""))) == {"a": "gone"}


def without_bookmarks(*words: str) -> Callable[[etree._Element], None]:
    """Drop the bookmarks of the paragraphs with some words, or all of them, as some programs do."""

    def change(body: etree._Element) -> None:
        held = [found(body, one) for one in words] or [body]
        for element in [
            one for each in held for one in each.iter(W + "bookmarkStart", W + "bookmarkEnd")
        ]:
            removed(element)

    return change


@pytest.mark.parametrize("words", [(), ("One.",), ("Two.", "Four.")])
def test_what_has_lost_its_bookmark_is_found_again_by_its_text(words: tuple[str, ...]) -> None:
    data = written(
        *of("a", "One.", "Two."), paragraph("Nobody's."), *of("b", "Three."), *of("c", "Four.")
    )
    edits = recover(changed(data, without_bookmarks(*words)))
    assert {one.point: one.state for one in edits.points} == dict.fromkeys("abc", "untouched")
    assert [one.paragraphs for one in edits.points] == [("One.", "Two."), ("Three.",), ("Four.",)]
    assert edits.outside == OutsideText((), 0)


def test_what_was_edited_and_has_lost_its_bookmark_is_of_the_point_that_it_stands_in() -> None:
    data = written(*of("a", "One.", "Two.", "Three."), *of("b", "Four."))
    data = changed(changed(data, without_bookmarks("Two.")), replaced("Two.", "2."))
    (edited, _) = recover(data).points
    assert edited.state == "edited"
    assert "2." in edited.paragraphs
    assert states(data)["b"] == "untouched"


def test_what_is_gone_is_not_found_in_what_was_written_elsewhere_with_the_same_words() -> None:
    data = written(*of("a", "One."), *of("b", "Two."), paragraph("One."))
    assert states(changed(data, deleted("One."))) == {"a": "gone", "b": "untouched"}


def test_points_whose_paragraphs_were_joined_are_edited_both() -> None:
    def join(body: etree._Element) -> None:
        first, second = found(body, "One."), found(body, "Three.")
        for child in list(second):
            if child.tag != W + "pPr":
                first.append(child)

    assert states(changed(written(*of("a", "One."), *of("b", "Three.")), join)) == {
        "a": "edited",
        "b": "edited",
    }


def test_a_paragraph_that_was_divided_is_edited() -> None:
    def divide(body: etree._Element) -> None:
        one = found(body, "One two.")
        (run,) = one.iter(W + "r")
        (words,) = run.iter(W + "t")
        words.text = "One "
        end = one[-1]
        rest = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>two.</w:t></w:r></w:p>')
        rest.append(end)
        one.addnext(rest)

    data = changed(written(*of("a", "One two.")), divide)
    assert states(data) == {"a": "edited"}
    assert recover(data).points[0].paragraphs == ("One ", "two.")


def test_a_file_that_says_nothing_of_itself_is_refused() -> None:
    held = parts(written(*of("a", "One.")))
    bare = packed({name: data for name, data in held.items() if "customXml" not in name})
    with pytest.raises(LoadError) as caught:
        recover(bare, "x.docx")
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("word-no-identity", "x.docx")
    assert finding.hint


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(b'form="summary"', b'form="summery"'), (b'occurrence="1"', b'occurrence="x"')],
)
def test_custom_xml_that_somebody_changed_is_refused(right: bytes, wrong: bytes) -> None:
    held = parts(written(*of("a", "One.")))
    held["customXml/item1.xml"] = held["customXml/item1.xml"].replace(right, wrong)
    with pytest.raises(LoadError) as caught:
        recover(packed(held))
    assert caught.value.codes == ("word-identity-damaged",)


def test_the_custom_xml_part_is_one_that_word_keeps() -> None:
    held = parts(written(*of("a", "One.")))
    assert b"itemProps1.xml" in held["customXml/_rels/item1.xml.rels"]
    assert b"customXml/item1.xml" in held["word/_rels/document.xml.rels"]
    assert b'uri="urn:briefgen:identity:1"' in held["customXml/itemProps1.xml"]


# Blocks of a longer form


def blocks_of(point: str) -> list[Block]:
    """Return a list, a table with a caption and one without, and the text below, of one point."""
    at = Origin("s", point, Form.DETAIL)
    head, row = (Cell(plain("Region"), header=True),), (Cell(plain("North")),)
    return [
        Paragraph(Role.BULLET, plain("walls"), at, "bullet", begins=True),
        Paragraph(Role.BULLET_2, plain("of stone"), at, "bullet", level=2, begins=True),
        Paragraph(Role.BODY, plain("and paint"), at, "bullet", continues=True),
        Table(plain("Wells"), (1,), (head,), (row,), at, number=1),
        Table((), (1,), (head,), (row,), at),
        Paragraph(Role.QUOTE, plain("So be it."), at, begins=True),
    ]


def test_lists_and_tables_are_of_their_point() -> None:
    data = written(*blocks_of("a"))
    assert states(data) == {"a": "untouched"}
    (point,) = recover(data).points
    assert [one for one in point.paragraphs if one in ("North", "walls", "So be it.")] == [
        "walls",
        "North",
        "North",
        "So be it.",
    ]


@pytest.mark.parametrize("words", ["walls", "of stone", "and paint", "North", "So be it."])
def test_an_edit_of_an_item_or_a_cell_is_one_of_the_point(words: str) -> None:
    def edit(body: etree._Element) -> None:
        for run in found(body, words).iter(W + "t"):
            run.text = "edited"

    (point,) = recover(changed(written(*blocks_of("a")), edit)).points
    assert point.state == "edited"
    assert "edited" in point.paragraphs
    assert len(point.paragraphs) == len(recover(written(*blocks_of("a"))).points[0].paragraphs)
