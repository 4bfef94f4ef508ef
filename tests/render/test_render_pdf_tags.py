"""What belongs to which element, in the tree and in the finished file."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from samples.laid import FONTS, LAID, METADATA, line, of_texts, text
from samples.tags import catalog, opened, page_texts, tag_tree

from briefgen.render.pdf import render_pdf, structure_text
from briefgen.render.pdf.structure import structure
from briefgen.types.laid import Element, LaidOut, LaidPage

TREE = """\
Document lang=en-GB
  Sect
    H1 id=top
      "Water & wells"
    P
      "The mission was "
      Link -> https://example.org/a(b)?c=1
        "founded in the year 2013"
      " as they "
      Span lang=fr
        "disent à Paris"
      ", far-reaching in scope."
    L numbering=Disc
      LI
        Lbl
          "• "
        LBody
          "First of all"
          Link alt="Note 1" -> #note-1
            "1"
      LI
        Lbl
          "• "
        LBody
          "Second\u00a0of all"
  Sect
    H2
      "What it costs"
    Table
      TR
        TH scope=Column
          "Where "
        TH scope=Column columns=2
          "How much"
      TR
        TD rows=2
          "Gao "
        TD
          "12 "
        TD
          "about "
      TR
        TD
          "13 "
        TD
    Figure alt="Two bars and a dot"
      "2018"
    P
      "A paragraph that begins here and then goes on to a second page."
    Note id=note-1
      "A note, with its source."
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf(LAID, METADATA, FONTS)


def test_the_tree_holds_every_element_with_content_and_the_empty_cell() -> None:
    assert structure_text(LAID) == TREE


def test_the_finished_file_says_the_same_to_another_reader(pdf: bytes) -> None:
    assert tag_tree(pdf) == TREE


def test_words_at_the_end_of_a_line_stay_apart_for_a_reader_that_goes_by_place(pdf: bytes) -> None:
    words = opened(pdf).pages[0].extract_text().split()
    for pair in ("the year", "Paris, far-", "Water &"):
        first, second = pair.split()
        assert words[words.index(second) - 1] == first
    assert words[-1] == "1"


def test_furniture_is_in_no_element(pdf: bytes) -> None:
    reader = opened(pdf)
    assert page_texts(reader, 0)[None] == "Running head1"
    assert page_texts(reader, 1)[None] == "Running head2"


def test_a_paragraph_over_two_pages_is_one_element(pdf: bytes) -> None:
    (over,) = [
        each
        for each in _elements(pdf)
        if any(isinstance(kid, dict) and kid.get("/Type") == "/MCR" for kid in _kids(each))
    ]
    first, second = _kids(over)
    assert isinstance(first, int)
    second_page = opened(pdf).pages[1].indirect_reference
    assert second_page is not None
    assert second.raw_get("/Pg").idnum == second_page.idnum


def test_the_parent_tree_leads_from_each_sequence_to_its_element(pdf: bytes) -> None:
    root: Any = catalog(opened(pdf))["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(parents) == [*range(2 + 3)] == [*range(root["/ParentTreeNextKey"])]
    for page in (0, 1):
        for mcid, element in enumerate(parents[page].get_object()):
            kids = _kids(element.get_object())
            own = [kid for kid in kids if kid == mcid or _mcid(kid) == mcid]
            assert own, f"element {element} does not know sequence {mcid}"


def test_targets_and_notes_have_identifiers(pdf: bytes) -> None:
    root: Any = catalog(opened(pdf))["/StructTreeRoot"]
    names = root["/IDTree"]["/Names"]
    assert names[::2] == ["note-1", "top"]
    assert [each.get_object()["/S"] for each in names[1::2]] == ["/Note", "/H1"]


def test_a_note_without_a_target_gets_an_identifier_of_its_own() -> None:
    laid_out = of_texts(text(0, 20_000, "Small print", None))
    noted = replace(laid_out, elements=(laid_out.elements[0], Element("Note", 0)))
    root: Any = catalog(opened(render_pdf(noted, METADATA, FONTS)))["/StructTreeRoot"]
    assert root["/IDTree"]["/Names"][0] == "note-1"


def test_a_figure_says_where_it_stands(pdf: bytes) -> None:
    (figure,) = [each for each in _elements(pdf) if each["/S"] == "/Figure"]
    box = [float(each) for each in figure["/A"]["/BBox"]]
    assert box == [72.0, 441.89, 272.0, 541.89]
    assert figure["/A"]["/O"] == "/Layout"


def test_neighbouring_marks_of_an_element_share_one_sequence() -> None:
    own = structure(LAID.elements, LAID.pages)
    sizes = [len(each.marks) for each in own.pages[0] if each.element == 4]
    assert sizes == [2]
    numbers = [each.mcid for each in own.pages[0] if each.element is not None]
    assert numbers == [*range(len(numbers))]


def test_artifacts_of_text_are_pagination_and_of_lines_layout(pdf: bytes) -> None:
    contents = opened(pdf).pages[0].get_contents()
    assert contents is not None
    stream = contents.get_data()
    assert stream.count(b"/Artifact <</Type /Pagination>> BDC") == 2
    assert stream.count(b"/Artifact <</Type /Layout>> BDC") == 1
    assert stream.count(b"BDC") == stream.count(b"EMC")


def test_siblings_stand_as_given_even_if_drawn_in_another_order() -> None:
    elements = (
        Element("Document", None),
        Element("Sect", 0),
        Element("P", 1),
        Element("Sect", 0),
        Element("P", 3),
    )
    pages = (LaidPage((*line(100_000, ("beside", 4)), *line(100_000, ("main", 2)))),)
    laid_out = LaidOut(595_276, 841_890, pages, elements, (), ())
    text_ = structure_text(laid_out)
    assert text_.index("main") < text_.index("beside")
    assert tag_tree(render_pdf(laid_out, METADATA, FONTS)) == text_


def test_an_element_without_content_is_not_written() -> None:
    elements = (Element("Document", None), Element("Sect", 0), Element("P", 1), Element("P", 0))
    pages = (LaidPage(tuple(line(100_000, ("all", 3)))),)
    laid_out = LaidOut(595_276, 841_890, pages, elements, (), ())
    assert structure_text(laid_out) == 'Document\n  P\n    "all"\n'


def _elements(pdf: bytes) -> list[Any]:
    root: Any = catalog(opened(pdf))["/StructTreeRoot"]
    found, waiting = [], [root["/K"]]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [
            kid for kid in _kids(element) if isinstance(kid, dict) and kid["/Type"] == "/StructElem"
        ]
    return found


def _kids(element: Any) -> list[Any]:
    return [kid.get_object() for kid in element.get("/K", ())]


def _mcid(kid: Any) -> int | None:
    return kid.get("/MCID") if isinstance(kid, dict) else None
