"""A paragraph that somebody adds to a Word brief: of a point where it stands in or beside one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace
from samples.brief import WIDE, content, paragraph, section
from samples.word import W, packed, parts, template, text

from briefgen.load.page_style import read_page_style
from briefgen.load.word.edits import recover
from briefgen.render.docx import render_docx
from briefgen.types.block import Block, Heading, Origin, Paragraph
from briefgen.types.identity import ArgumentIdentity, WordEdits, text_digest
from briefgen.types.point import Form
from briefgen.types.prose import plain
from briefgen.types.role import Role

BODY = "word/document.xml"


def of(point: str, *texts: str) -> list[Block]:
    return [Paragraph(Role.BODY, plain(one), Origin("s", point, Form.SUMMARY)) for one in texts]


def head(words: str) -> Heading:
    return Heading(2, Role.HEADING_1, plain(words), Origin("s"))


def written(*blocks: Block) -> bytes:
    word, brief = template(), content()
    metadata = replace(brief.metadata, argument=ArgumentIdentity("wells", text_digest("all")))
    brief = replace(brief, sections=(section("s", *blocks),), metadata=metadata)
    return render_docx(brief, word, read_page_style(word), WIDE)


BRIEF = written(
    head("Above"),
    *of("a", "A1.", "A2."),
    *of("b", "B1."),
    head("Between"),
    *of("c", "C1."),
    paragraph("Imprint."),
)


def new(words: str = "New.") -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>{words}</w:t></w:r></w:p>')


def edited(change: Callable[[etree._Element], None], data: bytes = BRIEF) -> WordEdits:
    held = parts(data)
    body = etree.fromstring(held[BODY])
    change(body)
    held[BODY] = etree.tostring(body)
    return recover(packed(held))


def found(body: etree._Element, words: str) -> etree._Element:
    return next(one for one in body.iter(W + "p") if text(one) == words)


def below(words: str) -> Callable[[etree._Element], None]:
    return lambda body: found(body, words).addnext(new())


def above(words: str) -> Callable[[etree._Element], None]:
    return lambda body: found(body, words).addprevious(new())


def without(words: str) -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        one = found(body, words)
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)

    return change


def instead(words: str, *others: str) -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        one, parent = found(body, words), found(body, words).getparent()
        assert parent is not None
        for other in others:
            one.addprevious(new(other))
        parent.remove(one)

    return change


def both(*changes: Callable[[etree._Element], None]) -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        for each in changes:
            each(body)

    return change


def outcome(edits: WordEdits) -> tuple[dict[str, list[str]], Sequence[str], int]:
    """Return the new paragraphs by point, what else is new or changed, and how much is gone."""
    added = {
        one.point: texts
        for one in edits.points
        if (texts := [edit.text for edit in one.edits if not edit.number])
    }
    assert edits.outside is not None
    return added, edits.outside.paragraphs, edits.outside.gone


def test_what_nobody_touched_has_nothing_new() -> None:
    assert outcome(recover(BRIEF)) == ({}, (), 0)


@pytest.mark.parametrize(
    ("change", "point"),
    [
        (below("A1."), "a"),
        (above("A2."), "a"),
        (below("A2."), "a"),
        (above("B1."), "a"),
        (below("B1."), "b"),
        (below("C1."), "c"),
        (above("A1."), "a"),
        (above("C1."), "c"),
    ],
    ids=[
        "below its first paragraph",
        "above its last one",
        "between two points",
        "above the second of two points",
        "between a point and a heading",
        "between the last point and what follows",
        "between the first heading and the point under it",
        "between a heading and a point",
    ],
)
def test_a_paragraph_added_in_or_beside_a_point_is_an_edit_of_it(
    change: Callable[[etree._Element], None], point: str
) -> None:
    edits = edited(change)
    assert outcome(edits) == ({point: ["New."]}, (), 0)
    assert edits.in_state("edited") == (point,)


@pytest.mark.parametrize(
    ("change", "changed", "gone"),
    [
        (instead("Between", "New."), ("New.",), 1),
        (instead("Imprint.", "New."), ("New.",), 1),
        (instead("Above", "New."), ("New.",), 1),
        (instead("Between", "New.", "Newer."), ("New.", "Newer."), 1),
        (without("Between"), (), 1),
        (below("Imprint."), ("New.",), 0),
        (above("Above"), ("New.",), 0),
    ],
    ids=[
        "a heading changed",
        "the end changed",
        "the beginning changed",
        "a heading that became two",
        "a heading deleted",
        "below the end",
        "above the beginning",
    ],
)
def test_what_is_changed_outside_points_is_of_none(
    change: Callable[[etree._Element], None], changed: Sequence[str], gone: int
) -> None:
    edits = edited(change)
    assert outcome(edits) == ({}, changed, gone)
    assert edits.in_state("edited") == ()


def test_a_heading_that_was_moved_is_no_new_text_of_a_point() -> None:
    def move(body: etree._Element) -> None:
        found(body, "A1.").addnext(found(body, "Between"))

    assert outcome(edited(move)) == ({}, (), 0)


def test_what_is_new_where_a_point_was_deleted_is_of_the_one_above() -> None:
    edits = edited(both(below("B1."), without("B1.")))
    assert edits.in_state("gone") == ("b",)
    assert outcome(edits) == ({"a": ["New."]}, (), 0)


def test_where_points_changed_places_only_what_is_within_one_is_its_own() -> None:
    def move(body: etree._Element) -> None:
        found(body, "A1.").addprevious(found(body, "C1."))

    edits = edited(both(move, below("C1."), below("A1.")))
    assert outcome(edits) == ({"a": ["New."]}, ("New.",), 0)


def test_of_a_file_without_the_order_only_what_is_within_a_point_is_its_own() -> None:
    """As files of before say no more than what stood outside."""
    held = parts(BRIEF)
    (name,) = (one for one in held if one.startswith("customXml/item") and b"after" in held[one])
    root = etree.fromstring(held[name])
    for one in root.iter():
        one.attrib.pop("after", "")
    for one in root.iter("{*}point"):
        one.set("tag", f"{one.get('id')}/{one.get('form')}")
    held[name] = etree.tostring(root)
    edits = edited(both(below("A1."), below("A2.")), packed(held))
    assert outcome(edits) == ({"a": ["New."]}, ("New.",), 0)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 7), max_size=4))
def test_every_new_paragraph_is_told_once(places: list[int]) -> None:
    def change(body: etree._Element) -> None:
        written_ = ["Above", "A1.", "A2.", "B1.", "Between", "C1.", "Imprint."]
        for number, at in enumerate(places):
            one = new(f"New {number}.")
            if at < len(written_):
                found(body, written_[at]).addnext(one)
            else:
                found(body, written_[0]).addprevious(one)

    added, changed, gone = outcome(edited(change))
    told = sorted([*changed, *(words for texts in added.values() for words in texts)])
    assert told == [f"New {number}." for number in range(len(places))]
    assert gone == 0
