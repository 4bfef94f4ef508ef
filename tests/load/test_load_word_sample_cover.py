"""A brief has no cover: its first page has around it what the other pages of a sample have."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import WP, R, W

from briefgen.load.word.bound_fields import without_dates
from briefgen.load.word.sample import empty, without_letterhead
from briefgen.load.word.sample_around import Around, AroundMain
from briefgen.load.word.sample_distance import keep_places
from briefgen.ooxml.package import Package

NAMESPACES = f'xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BAND = '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="3C8890"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
LOGO = "<w:p><w:r><w:drawing/></w:r></w:p>"


def says(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def emptied(first: str, header: str, footer: str, body: str = says("Report")) -> etree._Element:
    """Return the body of a sample with a cover, without its words."""
    kinds = {"h1": ("header", "first"), "h": ("header", "default"), "f": ("footer", "default")}
    references = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{key}"/>' for key, (part, kind) in kinds.items()
    )
    related = "".join(
        f'<Relationship Id="{key}" Type="{TYPE}/{part}" Target="{key}.xml"/>'
        for key, (part, _) in kinds.items()
    )
    relationships = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    section = f'<w:sectPr>{references}<w:pgNumType w:start="0"/><w:titlePg/></w:sectPr>'
    held = {
        "_rels/.rels": f'{relationships}relationships"><Relationship Id="d" '
        f'Type="{TYPE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{relationships}relationships">{related}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body>"
        "</w:document>",
        "word/h1.xml": f"<w:hdr {NAMESPACES}>{first}</w:hdr>",
        "word/h.xml": f"<w:hdr {NAMESPACES}>{header}</w:hdr>",
        "word/f.xml": f"<w:ftr {NAMESPACES}>{footer}</w:ftr>",
    }
    package = Package({name: text.encode() for name, text in held.items()})
    root = package.root(package.main)[0]
    empty(root, AroundMain(package))
    return root


@pytest.mark.parametrize(
    ("first", "header", "footer", "differs"),
    [
        ("", BAND, "", False),
        ("", "", LOGO, False),
        ("", "", says("Lakes | Confidential"), False),
        ("", says("University of Lakes"), "", False),
        ("", says("Short title"), says("3"), True),
        (says("Lakes"), "", LOGO, True),
    ],
)
def test_the_first_page_has_the_mark_of_the_house(
    first: str, header: str, footer: str, *, differs: bool
) -> None:
    assert (emptied(first, header, footer).find(f"{W}sectPr/{W}titlePg") is not None) is differs


def test_a_name_in_the_body_is_mark_enough() -> None:
    letter = says("Lakes Ltd") + says("www.lakes.org") + says("Dear reader,")
    root = emptied("", says("University of Lakes"), "", letter)
    assert root.find(f"{W}sectPr/{W}titlePg") is not None


def test_pages_are_counted_from_one_without_a_cover() -> None:
    number = emptied("", BAND, "").find(f"{W}sectPr/{W}pgNumType")
    assert number is not None
    assert f"{W}start" not in number.attrib


def test_a_section_that_is_alone_begins_on_no_odd_page() -> None:
    root = emptied("", BAND, "", says("Report"))
    (section,) = root.iter(f"{W}sectPr")
    etree.SubElement(section, f"{W}type").set(f"{W}val", "oddPage")
    empty(root)
    assert not [*root.iter(f"{W}type")]


def test_the_look_of_a_sample_is_none_of_its_letterhead() -> None:
    name, text = says("Lakes Ltd"), says("We met and found that little was done. " * 10)
    letter = etree.fromstring(
        f"<w:body {NAMESPACES}>{name}{says('www.lakes.org')}{says('Dear reader,')}{text}{name}"
        "</w:body>"
    )
    said = [one.text or "" for one in without_letterhead(letter).iter(f"{W}t")]
    assert [one[:4] for one in said] == ["Dear", "We m"]
    alone = etree.fromstring(f"<w:body {NAMESPACES}>{name}{says('www.lakes.org')}</w:body>")
    assert without_letterhead(alone) is alone


def test_a_date_that_somebody_chose_for_the_sample_goes() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    held = control.format("<w:date/>", says("22 May 2014")) + control.format("", says("Lakes"))
    root = etree.fromstring(f"<w:hdr {NAMESPACES}>{held}</w:hdr>")
    without_dates(root)
    assert "".join(one.text or "" for one in root.iter(f"{W}t")) == "Lakes"


EMU = 12_700


def seal(height: int, words: str = "") -> str:
    extent = f'<wp:extent cx="{100 * EMU}" cy="{height * EMU}"/>'
    drawing = f'<w:drawing><wp:inline xmlns:wp="{WP[1:-1]}">{extent}</wp:inline></w:drawing>'
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{drawing}<w:t>{words}</w:t></w:r></w:p>'


PAGE_ENDS = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


TITLE = says("Report").replace("<w:r>", '<w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r>')


@pytest.mark.parametrize(
    ("cover", "header", "heights"),
    [
        (TITLE + seal(60) + PAGE_ENDS, "", [60]),
        (TITLE + seal(120) + PAGE_ENDS, "", [72]),
        (f"<w:tbl><w:tr><w:tc>{TITLE}{seal(60)}</w:tc></w:tr></w:tbl>" + PAGE_ENDS, "", [60]),
        (TITLE + seal(60) + PAGE_ENDS, LOGO, []),
        (TITLE + seal(60, "Chart 1") + PAGE_ENDS, "", []),
        (TITLE + seal(300) + PAGE_ENDS, "", []),
        (TITLE + seal(60), "", []),
        (TITLE + says("word " * 200) + seal(60) + PAGE_ENDS, "", []),
    ],
)
def test_the_only_logo_stays_that_stands_on_a_cover(
    cover: str, header: str, heights: list[int]
) -> None:
    root = emptied("", header, "", cover + says("Text"))
    found = [one.get("cy") for one in root.iter(f"{WP}extent")]
    assert found == [str(one * EMU) for one in heights]
    assert (root.find(f".//{W}jc") is not None) is bool(heights)
    assert "".join(one.text or "" for one in root.iter(f"{W}t")) == "{{ main }}"


HUNG = (
    '<w:p><w:r><w:drawing><wp:anchor><wp:positionV relativeFrom="paragraph">'
    f"<wp:posOffset>{-120 * EMU}</wp:posOffset></wp:positionV></wp:anchor></w:drawing></w:r></w:p>"
)
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"


def section(key: str, header: int) -> str:
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="h{key}"/>'
        f'<w:footerReference w:type="default" r:id="f{key}"/><w:pgMar w:header="{header}"/>'
        "</w:sectPr>"
    )


def sample(frame: str = "{}") -> etree._Element:
    """Return the body of a report whose cover, in a frame, has its header 160 pt down."""
    cover = frame.format(f"<w:p><w:pPr>{section('1', 3200)}</w:pPr></w:p>")
    body = f"{cover}{says('Report')}{section('2', 600)}"
    return etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>")


class Cover(Around, frozen=True):
    """Headers and footers of which the cover's header draws, and its footer says something."""

    def draws(self, key: str, *, or_says: bool = False) -> bool:
        return key == "h1" or (or_says and key == "f1")


@pytest.mark.parametrize("frame", ["{}", CONTROL])
def test_the_first_page_has_logo_and_words_of_a_cover_in_a_control_too(frame: str) -> None:
    body = sample(frame)
    empty(body, Cover())
    first = [one.get(f"{R}id") for one in body[-1] if one.get(f"{W}type") == "first"]
    assert sorted(map(str, first)) == ["f1", "h1"]


@pytest.mark.parametrize(("key", "at"), [("h1", 10), ("h2", -120)])
def test_a_logo_that_hangs_on_a_cover_s_header_stays_where_it_was(key: str, at: int) -> None:
    body = sample()
    empty(body, Cover())
    header = etree.fromstring(f"<w:hdr {NAMESPACES} xmlns:wp='{WP[1:-1]}'>{HUNG}</w:hdr>")
    keep_places(header, key, sample(), body)
    assert header.findtext(f".//{WP}posOffset") == str(at * EMU)
