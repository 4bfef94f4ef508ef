"""A brief keeps off what it could not be read on, in both formats, by our copy of the template."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from samples.foreign import FOREIGN, p
from samples.stand_in import MALI
from samples.word import W, packed, parts

import briefgen
from briefgen.load.resources import resources_folder
from briefgen.load.word.background import clear_rows, is_dark
from briefgen.load.word.clearance import with_clear_pages
from briefgen.load.word.main_section import with_margins
from briefgen.load.word.page_drawings import put_behind
from briefgen.ooxml.names import WP, Element
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.header_footer import (
    Anchor,
    DrawnGroup,
    Floating,
    HeaderFooterPicture,
    Member,
)
from briefgen.types.laid import TextMark
from briefgen.types.picture import Picture

DARK, PALE = "1F3864", "F2F2F2"
PLACE = p("{{ main }}")


def band(top_pt: float, height_pt: float, colour: str, wrap: str = "None", number: int = 7) -> str:
    """Return a paragraph with a band across the page, so far from its top."""
    return (
        '<w:p><w:r><w:drawing><wp:anchor relativeHeight="1" behindDoc="1">'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top_pt * 12700)}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="9000000" cy="{round(height_pt * 12700)}"/>'
        f'<wp:wrap{wrap}/><wp:docPr id="{number}" name="Band"/><a:graphic><a:graphicData>'
        '<wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:solidFill><a:srgbClr '
        f'val="{colour}"/></a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def cleared(
    header: str, body: str = PLACE, kind: str = "default"
) -> tuple[WordTemplate, list[str]]:
    """Return a template on a page of 792 pt with margins of 85, 65, 72 and 65 pt, cleared."""
    foreign = replace(FOREIGN["university"], body=body, headers_footers={f"header-{kind}": header})
    template = WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
    found, findings = with_clear_pages(template)
    return found, [one.code for one in findings]


def margins(template: WordTemplate) -> tuple[float, float]:
    root = template.package.root("word/document.xml")
    (own,) = root.iter(W + "pgMar")
    return float(own.get(W + "top", "")) / 20, float(own.get(W + "bottom", "")) / 20


def before(template: WordTemplate) -> list[float]:
    """Return the space that paragraphs of the body have above, in points."""
    spacing: list[Element] = [*template.package.root("word/document.xml").iter(W + "spacing")]
    return [float(one.get(W + "before", "0")) / 20 for one in spacing]


def test_a_dark_band_on_each_page_moves_the_margin() -> None:
    found, codes = cleared(band(0, 150, DARK))
    assert margins(found) == (156, 72)
    assert codes == ["word-text-moved"]


def test_one_at_the_foot_moves_the_other_margin() -> None:
    found, _ = cleared(band(690, 102, DARK))
    assert margins(found) == (85, 792 - 690 + 6)


@pytest.mark.parametrize("header", [band(0, 150, PALE), band(0, 60, DARK), p("Words")])
def test_what_text_can_be_read_on_or_does_not_meet_stays(header: str) -> None:
    found, codes = cleared(header)
    assert (margins(found), codes) == ((85, 72), [])


def test_a_pale_area_of_a_header_is_behind_the_text_wherever_it_says_it_stands() -> None:
    front = band(60, 100, "FFFFFF").replace('behindDoc="1"', 'behindDoc="0"')
    assert cleared(front)[1] == []
    assert cleared(front.replace("FFFFFF", DARK))[1] != []
    assert cleared("", front + PLACE)[1] != []


def test_what_would_hang_below_the_page_stands_at_its_foot() -> None:
    by_paragraph = 'positionV relativeFrom="paragraph"'
    low = band(60, 100, DARK, "Square").replace('positionV relativeFrom="page"', by_paragraph)
    foreign = replace(FOREIGN["university"], body=PLACE, headers_footers={"footer-default": low})
    template = WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
    assert margins(with_clear_pages(template)[0])[1] == 106


@pytest.mark.parametrize(("top_pt", "height_pt", "bottom"), [
    (680, 1, 118), (724, 1, 74), (728, 1, 72), (600, 1, 72), (680, 30, 72),
])  # fmt: skip
def test_text_keeps_off_a_rule_at_the_foot_of_the_page(
    top_pt: int, height_pt: int, bottom: int
) -> None:
    assert margins(cleared(band(top_pt, height_pt, PALE))[0])[1] == bottom


def test_text_keeps_off_words_at_the_foot_of_the_page() -> None:
    words = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/>"
    for said, bottom in (("University", 118), (" ", 72)):
        box = band(680, 30, PALE).replace("<wps:bodyPr/>", words.format(p(said)))
        assert margins(cleared(box)[0])[1] == bottom


def test_what_asks_text_to_keep_off_is_kept_off() -> None:
    found, _ = cleared(band(0, 150, PALE, "Square"))
    assert margins(found) == (156, 72)


def test_what_is_drawn_on_the_first_page_moves_the_text_of_that_page() -> None:
    for body, header in ((band(0, 150, DARK) + PLACE, p("")), (PLACE, band(0, 150, DARK))):
        found, codes = cleared(header, body, "first" if header != p("") else "default")
        assert (margins(found), codes) == ((85, 72), ["word-text-moved"])
        assert 40 < sum(before(found)) < 75


def test_what_pushes_text_down_itself_does_not_do_so_twice() -> None:
    found, _ = cleared(p(""), band(0, 150, PALE, "TopAndBottom") + PLACE)
    assert 40 < sum(before(found)) < 75
    written = etree.tostring(found.package.root("word/document.xml")).decode()
    assert ("wrapNone" in written, "wrapTopAndBottom" in written) == (True, False)


def test_what_leaves_too_little_room_is_made_pale_instead() -> None:
    found, codes = cleared(band(0, 500, DARK))
    assert (margins(found), codes) == ((85, 72), ["word-drawing-faded"])
    written = etree.tostring(found.package.root("word/header-default.xml")).decode()
    assert "lumOff" in written


@pytest.mark.parametrize(("is_sample", "left"), [(True, 1), (False, 3)])
def test_what_covers_the_first_page_of_a_sample_goes(is_sample: bool, left: int) -> None:
    logo = band(10, 30, DARK, number=5)
    body = logo + band(0, 500, DARK, number=8) + band(450, 90, PALE, number=9) + PLACE
    foreign = replace(FOREIGN["university"], body=body)
    template = WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
    found, findings = with_clear_pages(template, is_sample=is_sample)
    assert len([*found.package.root("word/document.xml").iter("{*}anchor")]) == left
    faded = [one.code for one in findings if one.code == "word-drawing-faded"]
    assert bool(faded) is not is_sample


def column(left_pt: float, width_pt: float, height_pt: float) -> str:
    """Return a paragraph with a dark column from the top of the page."""
    drawn = band(0, height_pt, DARK).replace("9000000", str(round(width_pt * 12700)))
    across = '<wp:positionH relativeFrom="page"><wp:posOffset>'
    return drawn.replace(f"{across}0", f"{across}{round(left_pt * 12700)}")


@pytest.mark.parametrize(
    ("drawn", "sides"),
    [
        (column(0, 120, 792), (132, 65)),
        (column(512, 100, 792), (65, 112)),
        (column(0, 300, 792), (65, 65)),
        (column(0, 40, 792), (65, 65)),
    ],
)
def test_text_stands_beside_a_dark_column(drawn: str, sides: tuple[float, float]) -> None:
    found, _ = cleared(p("Words"), drawn + PLACE)
    (own,) = found.package.root("word/document.xml").iter(W + "pgMar")
    assert (float(own.get(W + "left", "")) / 20, float(own.get(W + "right", "")) / 20) == (
        pytest.approx(sides, abs=13)
    )


def test_a_template_without_drawings_is_the_same() -> None:
    foreign = replace(FOREIGN["university"], body=PLACE)
    template = WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
    assert with_clear_pages(template)[0] is template


def test_a_logo_on_white_hides_text_and_a_pale_one_does_not() -> None:
    def logo(colour: str) -> HeaderFooterPicture:
        image = Image.new("RGB", (100, 40), "white")
        image.paste(colour, (0, 0, 15, 40))
        stream = io.BytesIO()
        image.save(stream, "PNG")
        return HeaderFooterPicture(Picture(100, 40, stream.getvalue()), 100, 40)

    at = Anchor("page", 0), Anchor("page", 0)
    for colour, hides in (("navy", True), ("#eeeeee", False)):
        assert is_dark(Floating(logo(colour), *at, behind=True)) is hides
    group = DrawnGroup(200, 40, (Member(0, 0, logo("navy")),))
    assert is_dark(Floating(group, *at, behind=True))
    assert not is_dark(Floating(DrawnGroup(900, 400, group.members), *at, behind=True))


@pytest.mark.parametrize(("height_pt", "hides"), [(60, True), (300, False)])
def test_a_name_on_a_white_strip_hides_text(height_pt: float, *, hides: bool) -> None:
    image = Image.new("RGB", (100, 40), "white")
    image.paste("navy", (0, 0, 10, 12))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    picture = HeaderFooterPicture(Picture(100, 40, stream.getvalue()), 500, height_pt)
    floating = Floating(picture, Anchor("page", 0), Anchor("page", 0), behind=True)
    assert is_dark(floating) is hides


def stationery(*bands: tuple[int, int]) -> bytes:
    """Return a picture of a page, 306 wide and 396 high, with dark bands across it."""
    image = Image.new("RGB", (306, 396), "white")
    for top, bottom in bands:
        image.paste("navy", (20, top, 290, bottom))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def test_thin_letters_of_a_picture_of_a_page_are_seen() -> None:
    image = Image.new("RGB", (1224, 1584), "white")
    for at in range(100, 700, 12):
        image.paste("navy", (at, 150, at + 2, 170))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    start, _ = clear_rows(stream.getvalue(), None, (0.1, 0.9)) or (0, 0)
    assert start == pytest.approx(170 / 1584, abs=0.02)


def test_a_picture_of_a_page_is_clear_between_its_head_and_its_foot() -> None:
    start, end = clear_rows(stationery((0, 40), (360, 396)), None, (0.1, 0.9)) or (0, 0)
    assert start == pytest.approx(40 / 396, abs=0.02)
    assert end == pytest.approx(360 / 396, abs=0.02)
    assert clear_rows(stationery((0, 396)), None, (0.1, 0.9)) is None


def pictured(drawn: str) -> str:
    """Return a drawing as a picture."""
    return drawn.split("<a:graphicData>", maxsplit=1)[0] + (
        '<a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="Page"/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="page"/></pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def packed_with(data: bytes, part: str, body: str, header: str) -> dict[str, bytes]:
    """Return the parts of a template whose body or header has a picture."""
    foreign = replace(FOREIGN["university"], body=body, headers_footers={"header-default": header})
    package = parts(foreign.package())
    package["word/media/page.png"] = data
    relationship = (
        '<Relationship Id="page" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="media/page.png"/></Relationships>'
    )
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    name = f"word/_rels/{part}.xml.rels"
    own = package.get(name, f"{empty}</Relationships>".encode()).decode()
    package[name] = own.replace("</Relationships>", relationship).encode()
    types = package["[Content_Types].xml"].decode()
    png = '<Default Extension="png" ContentType="image/png"/>'
    package["[Content_Types].xml"] = types.replace("<Override", f"{png}<Override", 1).encode()
    return package


def test_a_pale_picture_amid_a_page_moves_no_text() -> None:
    header = pictured(band(150, 500, PALE).replace("9000000", "7772400"))
    package = packed_with(stationery(), "header-default", PLACE, header)
    found, findings = with_clear_pages(WordTemplate("foreign", "foreign.docx", Package(package)))
    assert (margins(found), findings) == ((85, 72), ())


@pytest.mark.parametrize(("left_pt", "behind"), [(5, ["0"]), (60, ["1"])])
def test_a_logo_beside_the_text_stays_in_front_of_the_band_it_stands_on(
    left_pt: float, behind: list[str]
) -> None:
    across = '<wp:positionH relativeFrom="page"><wp:posOffset>'
    logo = pictured(band(300, 60, DARK).replace("9000000", "508000"))
    logo = logo.replace(f"{across}0", f"{across}{round(left_pt * 12700)}")
    body = logo.replace('behindDoc="1"', 'behindDoc="0"') + PLACE
    package = packed_with(stationery(), "document", body, p(""))
    found, _ = with_clear_pages(WordTemplate("foreign", "foreign.docx", Package(package)))
    anchors = found.package.root("word/document.xml").iter("{*}anchor")
    assert [one.get("behindDoc") for one in anchors] == behind


@pytest.mark.parametrize(
    ("bands", "code"), [(((0, 70),), "word-text-moved"), (((0, 220),), "word-drawing-faded")]
)
def test_text_keeps_off_the_head_of_a_picture_of_a_page(
    bands: tuple[tuple[int, int], ...], code: str
) -> None:
    held = pictured(band(0, 792, DARK).replace("9000000", "7772400"))
    package = packed_with(stationery(*bands), "header-default", PLACE, held)
    found, findings = with_clear_pages(WordTemplate("foreign", "foreign.docx", Package(package)))
    assert [one.code for one in findings] == [code]
    if code == "word-text-moved":
        assert margins(found)[0] == pytest.approx(140 + 6, abs=9)


Margins = tuple[int, int, int, int]


def apart(words: str, body: str, around: Margins) -> WordTemplate:
    """Return a template with such margins in twips, and words in its header from 35 pt on."""
    foreign = replace(
        FOREIGN["university"],
        body=body,
        headers_footers={"header-default": words},
        margins=around,
        header=700,
    )
    return with_margins(WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package()))))


def test_text_stands_apart_from_the_words_of_a_header() -> None:
    close: Margins = (600, 1134, 1134, 1418)
    assert 35 + 8 < margins(apart(p("Final programme"), PLACE, close))[0] - 9 < 35 + 40
    assert margins(apart(p("One") + p(""), PLACE, close))[0] == 30


def test_a_page_without_margins_gets_some_and_its_drawings_stay() -> None:
    drawn = band(40, 20, PALE).replace('relativeFrom="page"', 'relativeFrom="column"', 1)
    found = apart("", drawn + PLACE, (0, 0, 0, 0))
    root = found.package.root("word/document.xml")
    (own,) = root.iter(W + "pgMar")
    assert {own.get(W + side) for side in ("left", "right", "top", "bottom")} == {"1134"}
    offsets = [int(one.text or 0) for one in root.iter("{*}posOffset")]
    assert offsets == [-round(56.7 * 12700), 40 * 12700]


def tops_pt(template: Path, length: str) -> list[float]:
    """Return where the brief's own words begin on each page."""
    brief = briefgen.build(briefgen.load(MALI), length=length, template=template)
    return [
        min(
            mark.baseline_mpt - mark.size_mpt
            for mark in page.marks
            if isinstance(mark, TextMark) and mark.element is not None
        )
        / 1000
        for page in brief._made.fitted.laid_out.pages
    ]


@pytest.mark.parametrize("name", ["standard", "parliament", "press"])
def test_a_copy_of_a_built_in_template_begins_where_that_does(name: str, tmp_path: Path) -> None:
    """Its masthead takes the room of what is filled, not of all that it could hold."""
    file = tmp_path / "own.docx"
    file.write_bytes((resources_folder("themes") / name / "template.docx").read_bytes())
    brief = briefgen.build(briefgen.load(MALI), template=name)
    built_in = min(
        mark.baseline_mpt - mark.size_mpt
        for mark in brief._made.fitted.laid_out.pages[0].marks
        if isinstance(mark, TextMark) and mark.element is not None
    )
    assert tops_pt(file, "one-page")[0] == pytest.approx(built_in / 1000, abs=1)


@pytest.mark.parametrize("first", ["", p("One line")])
def test_a_first_page_begins_below_its_own_header(first: str, tmp_path: Path) -> None:
    foreign, file = FOREIGN["university"], tmp_path / "foreign.docx"
    tall = {"header-first": first, "header-default": p("A line") * 9}
    file.write_bytes(replace(foreign, headers_footers=tall).package())
    first_pt, second_pt = tops_pt(file, "full")[:2]
    assert foreign.margins[0] / 20 - 3 <= first_pt < second_pt - 50


def test_a_header_that_no_page_has_takes_no_room(tmp_path: Path) -> None:
    file, line = tmp_path / "foreign.docx", p("A line")
    tops = []
    for odd in (line, line * 30):
        around = {"header-default": line, "header-even": odd, "footer-default": line}
        held = parts(replace(FOREIGN["university"], headers_footers=around).package())
        name = "word/settings.xml"
        held[name] = held[name].replace(b"<w:evenAndOddHeaders/>", b"")
        file.write_bytes(packed(held))
        tops.append(tops_pt(file, "full")[1])
    assert tops[0] == tops[1]  # even pages have none of their own


def test_what_reaches_over_a_brief_is_put_behind_it() -> None:
    xml = band(20, 40, PALE, number=7) + band(60, 40, PALE, number=8)
    foreign = replace(FOREIGN["university"], body=xml.replace('"1">', '"0">') + PLACE)
    template = WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
    root = template.package.copy("word/document.xml")
    behind = [one.get("behindDoc") for one in root.iter(WP + "anchor")]
    assert put_behind([*root[0]], {"8"})
    assert [behind, [one.get("behindDoc") for one in root.iter(WP + "anchor")]] == [
        ["0", "0"],
        ["0", "1"],
    ]
    assert not put_behind([*root[0]], {"8"})
