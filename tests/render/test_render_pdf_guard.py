"""What the writer refuses: faults of ours as a bug, a skipped heading as a finding."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.laid import ELEMENTS, FONTS, LAID, METADATA, line, with_element, with_marks

from briefgen.render.pdf import render_pdf
from briefgen.render.pdf.guard import guard, heading_findings
from briefgen.types.finding import Bug, RenderError
from briefgen.types.laid import Bookmark, Element, LaidOut, RectangleMark


def index_of(tag: str) -> int:
    return next(n for n, element in enumerate(ELEMENTS) if element.tag == tag)


def added(element: Element) -> LaidOut:
    return replace(LAID, elements=(*ELEMENTS, element))


def test_a_whole_document_passes() -> None:
    guard(LAID)


@pytest.mark.parametrize(
    ("tag", "changes", "fault"),
    [
        ("Figure", {"alt": None}, "element 27 (Figure) has no alternative text"),
        ("Figure", {"alt": ""}, "element 27 (Figure) has no alternative text"),
        ("Figure", {"box_mpt": None}, "element 27 (Figure) has no box"),
        ("Figure", {"page": 3}, "element 27 (Figure) is on page 3, which is not there"),
        ("H1", {"tag": "Title"}, "element 2 (Title) has no standard tag"),
        ("TH", {"scope": None}, "element 18 (TH) has no scope"),
        ("TD", {"row_span": 0}, "element 21 (TD) spans nothing"),
        ("Link", {"address": None}, "element 4 (Link) is a link without an address"),
        ("Link", {"address": "file:///etc/passwd"}, 'leads to "file:///etc/passwd"'),
        ("Link", {"address": "javascript:alert(1)"}, 'leads to "javascript:alert(1)"'),
        ("Link", {"address": "https://a b"}, 'leads to "https://a b"'),
        ("P", {"address": "https://example.org"}, "element 3 (P) has an address"),
        ("P", {"parent": None}, "element 3 (P) has no parent"),
        ("P", {"parent": 5}, "element 3 (P) stands before its parent 5"),
        ("P", {"parent": 3}, "element 3 (P) stands before its parent 3"),
        ("P", {"parent": -1}, "element 3 (P) stands before its parent -1"),
        ("P", {"tag": "Document"}, "element 3 is a second Document"),
        ("P", {"target": "top"}, 'two elements have the target "top"'),
        ("Document", {"tag": "Part"}, "the first element is not the Document"),
    ],
)
def test_a_fault_of_an_element_is_a_bug(tag: str, changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(Bug) as caught:
        render_pdf(with_element(index_of(tag), **changes), METADATA, FONTS)
    assert fault in str(caught.value)


@pytest.mark.parametrize("index", [-1, len(ELEMENTS)])
def test_a_mark_of_no_element_is_a_bug(index: int) -> None:
    with pytest.raises(Bug, match=f"a mark on page 2 belongs to no element: {index}"):
        guard(with_marks(*line(500_000, ("lost", index))))


def test_a_colour_that_is_none_is_a_bug() -> None:
    with pytest.raises(Bug, match='a mark on page 2 has the colour "1 0 0"'):
        guard(with_marks(RectangleMark(0, 0, 1, 1, "1 0 0")))


def test_a_bookmark_to_a_missing_page_is_a_bug() -> None:
    with pytest.raises(Bug, match='bookmark "Lost" is on page 0'):
        guard(replace(LAID, bookmarks=(Bookmark(1, "Lost", 0, 0),)))


def test_a_document_without_pages_is_a_bug() -> None:
    with pytest.raises(Bug, match="there is no page"):
        guard(replace(LAID, pages=(), bookmarks=()))


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(Bug) as caught:
        guard(replace(with_element(index_of("Figure"), alt=None, box_mpt=None), bookmarks=()))
    assert str(caught.value).count(";") == 1


def test_a_link_that_arrives_nowhere_is_a_bug() -> None:
    with pytest.raises(Bug, match='a link leads to "#nowhere", which stands on no page'):
        render_pdf(with_element(index_of("Link"), address="#nowhere"), METADATA, FONTS)


def test_a_link_to_an_element_that_was_dropped_is_a_bug() -> None:
    lost = replace(ELEMENTS[30], target="lost")
    elements = [*ELEMENTS[:30], lost]
    elements[4] = replace(elements[4], address="#lost")
    with pytest.raises(Bug, match='"#lost"'):
        render_pdf(replace(LAID, elements=tuple(elements)), METADATA, FONTS)


def test_an_empty_link_is_dropped_with_its_annotation() -> None:
    empty = added(Element("Link", 3, address="https://example.org/empty"))
    assert render_pdf(empty, METADATA, FONTS) == render_pdf(LAID, METADATA, FONTS)


@pytest.mark.parametrize(
    ("tags", "messages"),
    [
        (["H1", "H2", "H3", "H2", "H1"], []),
        (["P", "H1", "P", "H2", "H3", "H4", "H5", "H6"], []),
        (["H2"], ["a heading of level 2 follows none"]),
        (["H1", "H3", "H4"], ["a heading of level 3 follows one of level 1"]),
        (
            ["H2", "H4"],
            ["a heading of level 2 follows none", "a heading of level 4 follows one of level 2"],
        ),
    ],
)
def test_headings_go_down_one_level_at_a_time(tags: list[str], messages: list[str]) -> None:
    findings = heading_findings([Element(tag, 0) for tag in tags])
    assert [finding.message for finding in findings] == messages
    assert {finding.code for finding in findings} <= {"heading-skipped"}


def test_a_skipped_heading_is_refused_together_with_a_missing_glyph() -> None:
    skipped = with_element(index_of("H2"), tag="H3")
    marks = line(500_000, ("中", 30))
    pages = (skipped.pages[0], replace(skipped.pages[1], marks=(*skipped.pages[1].marks, *marks)))
    with pytest.raises(RenderError) as caught:
        render_pdf(replace(skipped, pages=pages), METADATA, FONTS)
    assert caught.value.codes == ("glyph-missing", "heading-skipped")
