"""Links, targets, bookmarks and page labels."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.laid import FONTS, LAID, LEFT, METADATA, of_texts, text
from samples.tags import catalog, opened

from briefgen.render.pdf import render_pdf
from briefgen.types.laid import Bookmark, Element, LaidOut, LaidPage, TextMark


def link_annotations(laid_out: LaidOut, page: int = 0) -> list[Any]:
    reader = opened(render_pdf(laid_out, METADATA, FONTS))
    return [each.get_object() for each in reader.pages[page].get("/Annots", ())]


def linked(*marks: TextMark, address: str = "https://example.org") -> LaidOut:
    """Return a document whose marks are all one link."""
    elements = (Element("Document", None), Element("P", 0), Element("Link", 1, address=address))
    own = tuple(replace(mark, element=2) for mark in marks)
    return replace(of_texts(), elements=elements, pages=(LaidPage(own),))


def test_a_link_over_two_lines_has_two_link_annotations() -> None:
    first, second, _ = link_annotations(LAID)
    assert first["/A"]["/URI"] == second["/A"]["/URI"] == "https://example.org/a(b)?c=1"
    assert first["/Rect"][1] > second["/Rect"][1]
    assert {first["/StructParent"], second["/StructParent"]} == {2, 3}


def test_what_is_read_for_a_link_is_its_text_or_its_alternative() -> None:
    contents = [each["/Contents"] for each in link_annotations(LAID)]
    assert contents == ["founded in the year 2013", "founded in the year 2013", "Note 1"]


def test_every_annotation_is_printed_and_has_no_frame() -> None:
    for each in link_annotations(LAID):
        assert each["/F"] == 4
        assert list(each["/Border"]) == [0, 0, 0]


def test_an_annotation_covers_its_words() -> None:
    mark = text(LEFT, 100_000, "there", None)
    (annotation,) = link_annotations(linked(mark))
    left, bottom, right, top = (float(each) for each in annotation["/Rect"])
    base_line = 841.89 - 100
    assert left == 72
    assert right == pytest.approx(72 + mark.width_mpt / 1000)
    assert bottom < base_line < top
    assert top - bottom == pytest.approx(11, abs=0.5)


def test_pieces_side_by_side_are_one_area() -> None:
    one = text(LEFT, 100_000, "over ", None)
    other = text(LEFT + one.width_mpt, 97_000, "there", None, size_mpt=7_000)
    assert len(link_annotations(linked(one, other))) == 1


def test_pieces_in_two_columns_are_two_areas() -> None:
    one = text(LEFT, 100_000, "over ", None)
    other = text(LEFT + one.width_mpt + 30_000, 100_000, "there", None)
    assert len(link_annotations(linked(one, other))) == 2


def test_a_link_over_two_pages_has_an_annotation_on_each() -> None:
    both = linked(text(LEFT, 100_000, "over", None))
    both = replace(both, pages=both.pages * 2)
    assert [len(link_annotations(both, page)) for page in (0, 1)] == [1, 1]


def test_the_text_of_a_link_may_stand_in_a_span_of_it() -> None:
    mark = text(LEFT, 100_000, "là", None)
    elements = (*linked(mark).elements, Element("Span", 2, language="fr"))
    spanned = replace(
        linked(mark), elements=elements, pages=(LaidPage((replace(mark, element=3),)),)
    )
    (annotation,) = link_annotations(spanned)
    assert annotation["/Contents"] == "là"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/é?q=ü", "https://example.org/%C3%A9?q=%C3%BC"),
        ("https://example.org/%20(x)", "https://example.org/%20(x)"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_an_address_is_written_in_ascii(address: str, written: str) -> None:
    (annotation,) = link_annotations(linked(text(0, 50_000, "there", None), address=address))
    assert annotation["/A"]["/URI"] == written


def test_a_link_within_the_document_arrives_at_its_target() -> None:
    reader = opened(render_pdf(LAID, METADATA, FONTS))
    page: Any = reader.pages[0]
    assert page["/Annots"][-1].get_object()["/Dest"] == "note-1"
    places = reader.named_destinations
    assert list(places) == ["note-1", "top"]
    note: Any = places["note-1"]
    assert reader.get_destination_page_number(note) == 1
    assert float(note["/Left"]) == 72
    assert 841.89 - 420 < float(note["/Top"]) < 841.89 - 405


def test_bookmarks_nest_and_lead_to_their_pages() -> None:
    reader = opened(render_pdf(LAID, METADATA, FONTS))
    title, below = reader.outline
    assert isinstance(below, list)
    assert title["/Title"] == "Water & wells"  # type: ignore[call-overload]
    assert [each["/Title"] for each in below] == ["What it costs", "Notes – and sources"]  # type: ignore[call-overload]
    pages = [reader.get_destination_page_number(each) for each in below]  # type: ignore[arg-type]
    assert pages == [0, 1]
    assert catalog(reader)["/Outlines"]["/Count"] == 3  # type: ignore[index]


def test_a_level_that_is_skipped_in_the_outline_opens_no_gap() -> None:
    levels = (2, 4, 3, 1)
    bookmarks = tuple(Bookmark(level, f"level {level}", 1, 0) for level in levels)
    outline = opened(render_pdf(replace(LAID, bookmarks=bookmarks), METADATA, FONTS)).outline
    titles = [
        [inner["/Title"] for inner in each] if isinstance(each, list) else each["/Title"]  # type: ignore[call-overload]
        for each in outline
    ]
    assert titles == ["level 2", ["level 4", "level 3"], "level 1"]


def test_a_document_without_bookmarks_or_targets_has_neither_tree() -> None:
    entries = catalog(opened(render_pdf(of_texts(text(0, 9_000, "x", None)), METADATA, FONTS)))
    assert "/Outlines" not in entries
    assert "/Names" not in entries


def test_pages_are_labelled_from_one() -> None:
    assert opened(render_pdf(LAID, METADATA, FONTS)).page_labels == ["1", "2"]
