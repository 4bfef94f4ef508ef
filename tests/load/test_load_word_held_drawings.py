"""Drawings stay where the page of a template has them, whatever becomes of its margins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from samples.foreign import FOREIGN, NAMESPACES, p, text_box
from samples.word import W, parts

from briefgen.load.word.clearance import with_clear_pages
from briefgen.load.word.explicit_drawings import place_drawings
from briefgen.load.word.main_section import with_margins
from briefgen.ooxml.names import WP, Element
from briefgen.ooxml.package import Package, WordTemplate

EMU = 12700
SECTION = etree.fromstring(
    f'<w:sectPr {NAMESPACES}><w:pgSz w:w="12000" w:h="16000"/>'
    '<w:pgMar w:left="1000" w:top="1400" w:right="800" w:bottom="1200"/></w:sectPr>'
)
"""A page of 600 by 800 points with margins of 50, 70, 40 and 60."""


def anchored(across: str, down: str) -> Element:
    """Return a run with a drawing of 100 by 20 points, at a place in each direction."""
    return etree.fromstring(
        f"<w:hdr {NAMESPACES}><w:p><w:r><w:drawing><wp:anchor><wp:positionH {across}</wp:positionH>"
        f'<wp:positionV {down}</wp:positionV><wp:extent cx="{100 * EMU}" cy="{20 * EMU}"/>'
        "</wp:anchor></w:drawing></w:r></w:p></w:hdr>"
    )


def at(root: Element, axis: str) -> tuple[str | None, int]:
    (position,) = root.iter(f"{WP}position{axis}")
    return position.get("relativeFrom"), round(int(position.findtext(f"{WP}posOffset") or 0) / EMU)


def off(by: str, offset: int) -> str:
    return f'relativeFrom="{by}"><wp:posOffset>{offset * EMU}</wp:posOffset>'


def aligned(by: str, align: str) -> str:
    return f'relativeFrom="{by}"><wp:align>{align}</wp:align>'


@pytest.mark.parametrize(
    ("across", "down", "place"),
    [
        (off("leftMargin", 9), off("bottomMargin", -4), (9, 736)),
        (off("rightMargin", -30), off("topMargin", 11), (530, 11)),
        (aligned("rightMargin", "right"), aligned("topMargin", "center"), (500, 25)),
        (off("page", 7), off("margin", 6), (7, 76)),
        (off("page", 7), aligned("margin", "bottom"), (7, 720)),
    ],
)
def test_what_margins_place_is_placed_by_the_page(
    across: str, down: str, place: tuple[int, int]
) -> None:
    root = anchored(across, down)
    assert place_drawings(root, SECTION)
    assert [at(root, "H"), at(root, "V")] == [("page", one) for one in place]


def test_what_the_text_or_a_cell_places_stays_so() -> None:
    root = anchored(off("margin", 7), off("paragraph", 6))
    assert not place_drawings(root, SECTION)
    cell = anchored(off("leftMargin", 7), off("bottomMargin", 6))
    cell[0].tag = W + "tc"
    assert not place_drawings(cell, SECTION)


def test_a_drawing_in_the_old_form_is_placed_by_the_page() -> None:
    style = (
        "position:absolute;margin-left:3pt;margin-top:9pt;width:8pt;"
        "mso-position-horizontal-relative:right-margin-area;"
        "mso-position-vertical-relative:bottom-margin-area"
    )
    root = etree.fromstring(f'<w:hdr {NAMESPACES}><v:shape style="{style}"/></w:hdr>')
    assert place_drawings(root, SECTION)
    said = dict(part.split(":") for part in (root[0].get("style") or "").split(";"))
    assert (said["margin-left"], said["margin-top"]) == ("563pt", "749pt")
    assert said["mso-position-vertical-relative"] == "page"


@pytest.mark.parametrize(
    ("align", "more", "top"),
    [("center", "", "5pt"), ("bottom", "", "-60pt"), ("center", ";rotation:315", None)],
)
def test_a_ground_that_margins_centre_is_placed_by_the_page(
    align: str, more: str, top: str | None
) -> None:
    style = (
        f"position:absolute;margin-top:0;width:600pt;height:800pt;mso-position-vertical:{align};"
        f"mso-position-vertical-relative:margin{more}"
    )
    root = etree.fromstring(f'<w:hdr {NAMESPACES}><v:shape style="{style}"/></w:hdr>')
    assert place_drawings(root, SECTION) is (top is not None)
    said = dict(part.split(":") for part in (root[0].get("style") or "").split(";"))
    placed = (said["margin-top"], said["mso-position-vertical"])
    assert placed == (("0", align) if top is None else (top, "absolute"))


def template(body: str, header: str = "", top: int = 0) -> WordTemplate:
    foreign = replace(
        FOREIGN["university"],
        body=body + p("{{ main }}"),
        headers_footers={"header-default": header},
        margins=(top, 1134, 1134, 1134),
    )
    return WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))


def hanging(xml: str) -> str:
    """Return a drawing that hangs on its paragraph in place of the page."""
    return xml.replace('positionV relativeFrom="page"', 'positionV relativeFrom="paragraph"')


def test_boxes_with_words_stay_where_a_page_gets_margins() -> None:
    box = hanging(text_box(p("Date"), top_pt=100))
    root = with_margins(template(box)).package.root("word/document.xml")
    (position,) = root.iter(f"{WP}positionV")
    assert int(position.findtext(f"{WP}posOffset") or 0) / EMU == pytest.approx(100 - 56.7, abs=0.1)
    words = with_margins(template(p("Office") + box)).package.root("word/document.xml")
    (position,) = words.iter(f"{WP}positionV")
    assert int(position.findtext(f"{WP}posOffset") or 0) / EMU == pytest.approx(100, abs=0.1)


def test_text_is_moved_by_space_where_drawings_hang_on_the_text() -> None:
    logo = text_box(p("Ministry"), top_pt=60).replace("<wp:wrapNone/>", "<wp:wrapSquare/>")
    assert "wrapSquare" in logo

    def top(body: str) -> str | None:
        found, _ = with_clear_pages(template(body, logo, top=1400))
        (own,) = found.package.root("word/document.xml").iter(W + "pgMar")
        return own.get(W + "top")

    assert top("") != "1400"
    assert top(hanging(text_box(p("Office"), top_pt=5))) == "1400"


def test_a_table_of_a_letterhead_is_no_wider_than_the_text_of_a_page_that_gets_margins() -> None:
    foreign = replace(
        FOREIGN["university"],
        body='<w:tbl><w:tblPr><w:tblW w:w="11840" w:type="dxa"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="11840"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="11840" w:type="dxa"/>'
        '</w:tcPr><w:p><w:pPr><w:ind w:left="1000"/></w:pPr></w:p></w:tc></w:tr></w:tbl>'
        + p("{{ main }}"),
        margins=(1134, 200, 1134, 200),
    )
    package = Package(parts(foreign.package()))
    root = with_margins(WordTemplate("foreign", "foreign.docx", package)).package.root(
        "word/document.xml"
    )
    widths = {one.get(f"{W}w") for one in root.iter(f"{W}tblW", f"{W}gridCol", f"{W}tcW")}
    (indent,) = root.iter(f"{W}ind")
    size, margins = next(root.iter(f"{W}pgSz")), next(root.iter(f"{W}pgMar"))
    text = int(size.get(f"{W}w") or 0) - 2 * 1134
    assert margins.get(f"{W}left") == margins.get(f"{W}right") == "1134"
    assert widths == {str(text)}
    assert int(indent.get(f"{W}left") or 0) == pytest.approx(1000 * text / 11840, abs=1)
