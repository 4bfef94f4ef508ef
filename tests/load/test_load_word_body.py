"""The body of a Word template: what marks the place of a brief, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from msgspec import structs
from samples.foreign import FOREIGN, NAMESPACES, control, p, table, text_box
from samples.word import W, template

from briefgen.load.word.body import with_places
from briefgen.load.word.letterhead import letterhead
from briefgen.load.word.sample import empty
from briefgen.load.word.sample_around import AroundMain
from briefgen.load.word.template import read_word_template
from briefgen.ooxml.names import WP
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.ooxml.text import own_text
from briefgen.types.finding import Finding

ORGANISATION = FOREIGN["ministere"]
BOOKMARK = '<w:p><w:bookmarkStart w:id="5" w:name="Main"/>{}<w:bookmarkEnd w:id="5"/></w:p>'
WORDS = "<w:r><w:t>Write here</w:t></w:r>"


def emptied(held: WordTemplate) -> WordTemplate:
    """Return a template without the words of its body, as cleaning leaves it."""
    root = held.package.copy(held.package.main)
    body = root.find(W + "body")
    assert body is not None
    empty(body)
    return structs.replace(held, package=held.package.replaced({held.package.main: root}))


def told(body: str, *, replace_body: bool = False) -> tuple[list[str], tuple[Finding, ...]]:
    """Return what the paragraphs and tables of a body say, and the findings."""
    held = template(replace(ORGANISATION, body=body).package())
    placed, findings = with_places(emptied(held) if replace_body else held)
    root = placed.package.root(placed.package.main).find(W + "body")
    assert root is not None
    return [
        " | ".join(own_text(each) for each in one.iter(W + "p"))
        for one in root
        if one.tag in (W + "p", W + "tbl")
    ], findings


@pytest.mark.parametrize(
    "mark",
    [
        p("{{ main }}"),
        p("{{ Ma|in }}."),
        p(" {{MAIN}} "),
        control("main"),
        control("Main"),
        control("briefgen:main"),
        BOOKMARK.format(""),
        BOOKMARK.format(WORDS),
    ],
)
def test_marks_of_the_main_place_are_equal(mark: str) -> None:
    assert told(p("Above") + mark + p("Below")) == (["Above", "{{ main }}", "Below"], ())


def test_a_bookmark_in_a_paragraph_with_other_words_stands_for_a_place_below_it() -> None:
    body = BOOKMARK.format("").replace("<w:p>", "<w:p><w:r><w:t>Dear all</w:t></w:r>")
    assert told(body) == (["Dear all", "{{ main }}"], ())


@pytest.mark.parametrize("body", ["", p("") + p(""), p("") + "<w:p><w:r><w:t> </w:t></w:r></w:p>"])
def test_an_empty_body_needs_no_mark(body: str) -> None:
    said, findings = told(body)
    assert said[-1] == "{{ main }}"
    assert findings == ()


def test_a_line_where_somebody_last_wrote_is_as_empty_as_others() -> None:
    assert told(BOOKMARK.format("").replace("Main", "_GoBack")) == (["{{ main }}"], ())


def test_a_line_that_libreoffice_left_empty_is_none_of_the_template_s_text() -> None:
    assert told("<w:p><w:pPr/><w:r><w:rPr/></w:r></w:p>") == (["{{ main }}"], ())


def test_prompts_in_a_box_that_stays_of_a_sample_ask_for_the_brief_s(tmp_path: Path) -> None:
    file = tmp_path / "sample.docx"
    body = text_box(p("Title here")) + p("Dear reader, we met in May.")
    file.write_bytes(replace(ORGANISATION, body=body).package())
    package = read_word_template(file, replace_body=True).package
    (box, *_) = package.root(package.main).iter(W + "txbxContent")
    assert "".join(one.text or "" for one in box.iter(W + "t")) == "{{ short_title }}"


@pytest.mark.parametrize(("rows", "style", "left"), [(2, "Grid", 1), (1, "Grid", 2), (2, "", 2)])
def test_an_empty_grid_that_shows_a_style_goes_from_an_empty_body(
    rows: int, style: str, left: int
) -> None:
    row = f"<w:tr>{2 * '<w:tc><w:p/></w:tc>'}</w:tr>"
    said_style = f'<w:tblStyle w:val="{style}"/>' if style else ""
    body = f"<w:tbl><w:tblPr>{said_style}</w:tblPr>{rows * row}</w:tbl>" + p("")
    said, findings = told(body)
    assert (said[-1], len(said), findings) == ("{{ main }}", left, ())


def test_a_body_with_nothing_but_a_drawing_has_its_place_below_it() -> None:
    said, findings = told(text_box(p("Ministry of Wells")) + p(""))
    assert said[-1] == "{{ main }}"
    assert len(said) == 2
    assert findings == ()


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        (p("Dear reader, it is so."), "word-place-missing", "5 words"),
        (p("{{ main }}") + p("{{ Main }}"), "word-place-twice", '"main" twice'),
        (p("Text: {{ main }} and so on"), "word-place-not-alone", "Text: {{ main }}"),
        (text_box(p("{{ main }}")), "word-place-in-box", "text box"),
        (control("briefgen:mian") + p("{{ main }}"), "word-place-unknown", '"mian"'),
    ],
)
def test_what_is_wrong_with_places_is_named(body: str, code: str, message: str) -> None:
    _, findings = told(body)
    assert code in {finding.code for finding in findings}
    assert any(message in finding.message for finding in findings)


def test_a_body_with_words_and_no_place_is_told_of_the_option() -> None:
    (finding,) = told(p("Dear reader"))[1]
    assert "--replace-body" in finding.hint
    assert "{{ main }}" in finding.hint


def test_a_sample_document_keeps_what_floats_on_its_first_page() -> None:
    box = text_box(p("Ministry of Wells"))
    said, findings = told(p("Dear reader") + box + p("Yours"), replace_body=True)
    assert said[-1] == "{{ main }}"
    assert not re.search("Dear|Yours", " ".join(said))
    held = template(replace(ORGANISATION, body=p("Dear") + box).package())
    root = with_places(emptied(held))[0].package.root("word/document.xml")
    assert "Ministry of Wells" in "".join(one.text or "" for one in root.iter(W + "t"))
    assert findings == ()


def anchored(width_pt: int, height_pt: int, left_pt: int, top_pt: int, behind: int = 1) -> str:
    """Write a paragraph on which a drawing hangs, so far from the text and the paragraph."""
    box = text_box(p("Band"), height_pt=height_pt).replace('behindDoc="0"', f'behindDoc="{behind}"')
    across, down = re.findall("<wp:position[HV].*?</wp:position[HV]>", box)
    box = box.replace("<w:t>Band</w:t>", "").replace(str(200 * 12700), str(width_pt * 12700))
    for old, name, origin, at in (
        (across, "positionH", "column", left_pt),
        (down, "positionV", "paragraph", top_pt),
    ):
        offset = f"<wp:posOffset>{at * 12700}</wp:posOffset>"
        box = box.replace(old, f'<wp:{name} relativeFrom="{origin}">{offset}</wp:{name}>')
    return box


@pytest.mark.parametrize(
    ("drawn", "stays"),
    [
        (anchored(612, 100, -65, -85), True),
        (anchored(50, 700, -60, -80), True),
        (anchored(60, 30, 0, -60), True),
        (anchored(120, 100, 100, 300), False),
        (anchored(120, 100, 100, 300, behind=0), False),
    ],
)
def test_what_hangs_on_a_letter_stays_where_it_is_of_the_page(drawn: str, stays: bool) -> None:
    held = template(replace(ORGANISATION, body=p("Dear reader") + drawn + p("Yours")).package())
    root = with_places(emptied(held))[0].package.root("word/document.xml")
    placed = [one.get("relativeFrom") for one in root.iter("{*}positionH", "{*}positionV")]
    assert placed == (["page", "page"] if stays else [])
    assert [*root.iter("{*}Fallback")] == []


@pytest.mark.parametrize(("fill", "stays"), [("", 0), ("bg1", 0), ("accent1", 1)])
def test_a_wide_line_of_a_letter_goes_and_a_band_with_words_stays(fill: str, stays: int) -> None:
    line = anchored(560, 40, -10, 20, behind=0)
    ground = f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    line = line.replace("</wps:spPr>", f"{ground}</wps:spPr>")
    held = template(replace(ORGANISATION, body=p("Dear reader") + line + p("Yours")).package())
    root = with_places(emptied(held))[0].package.root("word/document.xml")
    assert len([*root.iter("{*}anchor")]) == stays


@pytest.mark.parametrize(("relative", "left"), [("page", "0pt"), ("text", "20pt")])
def test_so_does_an_older_drawing(relative: str, left: str) -> None:
    style = (
        f"position:absolute;margin-left:{left};margin-top:-80pt;width:40pt;height:60pt;z-index:-5;"
        f"mso-position-horizontal-relative:{relative}"
    )
    body = p("To:") + f'<w:p><w:r><w:pict><v:rect style="{style}"/></w:pict></w:r></w:p>'
    root = with_places(emptied(template(replace(ORGANISATION, body=body).package())))[
        0
    ].package.root("word/document.xml")
    (shape,) = root.iter("{*}rect")
    assert "mso-position-vertical-relative:page" in (shape.get("style") or "")


def test_a_sample_document_keeps_the_section_with_most_text_and_what_it_inherits() -> None:
    first, second = '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="16838" w:h="11906"/>'
    foreign = replace(ORGANISATION, body=p("Cover") + p("A long report. " * 20) + p("@"))
    held = template(foreign.package())
    root = held.package.copy(held.package.main)
    body = root.find(W + "body")
    assert body is not None
    section = body.find(W + "sectPr")
    assert section is not None
    assert first in foreign._document()
    inner = [*body.iter(W + "p")][-1].find(W + "pPr")
    assert inner is not None
    inner.append(section)
    appendix = template(replace(ORGANISATION, page=(16838, 11906)).package())
    assert second in replace(ORGANISATION, page=(16838, 11906))._document()
    last = appendix.package.copy(appendix.package.main).find(f"{W}body/{W}sectPr")
    assert last is not None
    body.append(last)
    held = structs.replace(held, package=held.package.replaced({held.package.main: root}))
    kept = with_places(emptied(held))[0].package.root("word/document.xml")
    (size,) = kept.iterfind(f"{W}body/{W}sectPr/{W}pgSz")
    assert size.get(W + "w") == "11906"
    assert len(kept.findall(f"{W}body/{W}sectPr/{W}headerReference")) == 1


def test_a_place_in_a_table_divides_it_and_nothing_beside_it_is_lost() -> None:
    rows = (p("Top"), p("")), (p("{{ main }}"), p("Contact")), (p("Foot"), p(""))
    body = table((3000, 3000), *rows)
    said, (warning,) = told(body)
    assert said == ["Top | ", "{{ main }}", "Contact", "Foot | "]
    assert (warning.code, warning.severity) == ("word-place-in-table", "warning")


def test_a_place_in_a_table_within_a_table_is_taken_out_of_both() -> None:
    inner = table((2000,), (p("In"),), (p("{{ main }}"),))
    said, (warning,) = told(table((4000,), (p("Out"),), (inner + p(""),)))
    assert said == ["Out", "In", "{{ main }}"]
    assert warning.code == "word-place-in-table"


LOGO = '<w:r><w:pict><v:rect style="width:90pt;height:40pt" fillcolor="navy"/></w:pict></w:r>'
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1143000" cy="508000"/><a:graphic><a:graphicData>'
    "<pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
RULE = '<w:r><w:pict><v:rect style="width:420pt;height:2pt" fillcolor="navy"/></w:pict></w:r>'


def beside(drawing: str, words: str) -> str:
    return f"<w:p>{drawing}<w:r><w:t>{words}</w:t></w:r></w:p>"


def test_a_sample_document_keeps_the_letterhead_in_its_body() -> None:
    name, street = beside(LOGO, "Ministry of Wells"), p("1 Well Street")
    said, findings = told(
        name + street + beside(RULE, "") + p("Dear reader") + p("Yours"), replace_body=True
    )
    assert said == ["Ministry of Wells", "1 Well Street", "", "{{ main }}"]
    assert findings == ()


def test_a_picture_beside_what_is_to_be_filled_in_is_a_logo_without_these_words() -> None:
    held = template(replace(ORGANISATION, body=beside(PICTURE, "To:") + p("Dear reader")).package())
    body = held.package.root(held.package.main).find(W + "body")
    assert body is not None
    (logo,) = letterhead(body, 842.0)
    assert [one.tag for one in logo.iter(WP + "inline", W + "t")] == [WP + "inline"]


@pytest.mark.parametrize("words", ["{{ recipient }}", "[Date]", "To:", "$name"])
def test_a_letterhead_ends_where_something_is_to_be_filled_in(words: str) -> None:
    said, _ = told(
        beside(LOGO, "Ministry of Wells") + p(words) + beside(RULE, "Dear"), replace_body=True
    )
    assert said == ["Ministry of Wells", "{{ main }}"]
    beside_shape, _ = told(beside(LOGO, words) + p("Dear reader"), replace_body=True)
    assert beside_shape == ["{{ main }}"]
    form = table((3000, 3000), (p("Name:"), p("Ada")), (p("Date:"), p("1 May")))
    asked, _ = told(beside(LOGO, "Ministry") + form + beside(RULE, ""), replace_body=True)
    assert asked == ["Ministry", "{{ main }}"]
    greeted, _ = told(beside(LOGO, "Hello!") + p("Dear reader"), replace_body=True)
    assert greeted == ["{{ main }}"]


def test_centred_lines_that_begin_beside_a_logo_are_the_office_s_name() -> None:
    anchor = '<wp:anchor><wp:extent cx="900000" cy="900000"/></wp:anchor>'
    logo = f"<w:r><w:drawing>{anchor}</w:drawing></w:r>"
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    lines = [f"<w:p>{centred}{logo}<w:r><w:t>Republic</w:t></w:r></w:p>"]
    lines += [
        f"<w:p>{centred}<w:r><w:t>{one}</w:t></w:r></w:p>" for one in ("Department", "Campus")
    ]
    said, _ = told("".join(lines) + p("") + lines[1] + p("Dear reader"), replace_body=True)
    assert said[:3] == ["Republic", "Department", "Campus"]
    assert [one for one in said[3:] if one] == ["{{ main }}"]
    aside = lines[0] + p("Department")
    assert "Department" not in told(aside + p("Dear reader"), replace_body=True)[0]


@pytest.mark.parametrize(
    ("address", "kept"), [("Mail: a@b.org", ["Wells Ltd", "Mail: a@b.org", ""]), ("By Ada", [""])]
)
def test_a_name_beside_a_logo_may_have_the_style_of_a_title(address: str, kept: list[str]) -> None:
    """It is the office's where an address follows; else a picture hangs on a title."""
    anchor = '<wp:anchor><wp:extent cx="900000" cy="900000"/><pic:pic/></wp:anchor>'
    heading = '<w:pPr><w:pStyle w:val="Heading1"/><w:jc w:val="center"/></w:pPr>'
    name = f"<w:r><w:drawing>{anchor}</w:drawing></w:r><w:r><w:t>Wells Ltd</w:t></w:r>"
    body = f"<w:p>{heading}{name}</w:p>{p(address)}{beside(RULE, '')}{p('Dear reader')}"
    assert told(body, replace_body=True)[0] == [*kept, "{{ main }}"]


def test_names_in_quotation_marks_are_no_fields() -> None:
    named, _ = told(beside(LOGO, "Centre «Two Wells»") + p("Dear"), replace_body=True)
    assert named == ["Centre «Two Wells»", "{{ main }}"]
    assert told(beside(LOGO, "Dear «Name»") + p("x"), replace_body=True)[0] == ["{{ main }}"]


def test_words_before_a_figure_are_no_letterhead() -> None:
    figure = LOGO.replace("height:40pt", "height:300pt")
    for body in (
        p("A long report. " * 21) + beside(LOGO, ""),
        beside(figure, "Figure 1"),
        p("Dear reader") + p("Yours"),
    ):
        assert told(body, replace_body=True)[0] == ["{{ main }}"]


def test_a_letter_written_in_boxes_is_a_sample() -> None:
    letter = text_box(p("The wells are dry. " * 10), top_pt=400, height_pt=90)
    name = text_box(p("Ministry of Wells"), number=2)
    (finding,) = told(name + letter)[1]
    assert finding.code == "word-place-missing"
    said, findings = told(name + letter, replace_body=True)
    assert "Ministry of Wells" in said[0]
    assert "dry" not in said[0]
    assert findings == ()
    assert told(name)[1] == ()


def test_the_section_of_a_brief_has_one_column_from_left_to_right() -> None:
    held = template(replace(ORGANISATION, body=p("{{ main }}")).package())
    root = held.package.copy(held.package.main)
    section = root.find(f"{W}body/{W}sectPr")
    assert section is not None
    section.append(etree.Element(W + "cols", {W + "num": "2"}))
    section.append(etree.Element(W + "bidi"))
    held = structs.replace(held, package=held.package.replaced({held.package.main: root}))
    placed, (warning,) = with_places(held)
    assert (warning.code, warning.severity) == ("word-columns", "warning")
    kept = placed.package.root(placed.package.main).find(f"{W}body/{W}sectPr")
    assert kept is not None
    assert not {W + "cols", W + "bidi"} & {one.tag for one in kept}


TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="i" Type="{0}/image" Target="media/{1}"/>'
    '<Relationship Id="h" Type="{0}/header" Target="header1.xml"/></Relationships>'
)


@pytest.mark.parametrize(("in_header", "kept"), [("a.png", 0), ("b.png", 1)])
def test_a_logo_that_the_first_page_s_header_has_too_is_there_once(
    in_header: str, kept: int
) -> None:
    logo = beside(PICTURE.replace("<pic:pic/>", '<pic:pic><a:blip r:embed="i"/></pic:pic>'), "")
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    held = {
        "_rels/.rels": RELATED.format(TYPE, "none")
        .replace("/header", "/officeDocument")
        .replace("header1", "word/document"),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{logo}{p('Dear')}{section}"
        "</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{logo}</w:hdr>",
        "word/_rels/document.xml.rels": RELATED.format(TYPE, "a.png"),
        "word/_rels/header1.xml.rels": RELATED.format(TYPE, in_header),
        **{f"word/media/{name}": name for name in ("a.png", "b.png")},
    }
    package = Package({name: text.encode() for name, text in held.items()})
    body = package.root(package.main)[0]
    empty(body, AroundMain(package))
    assert len([*body.iter(WP + "inline")]) == kept


def test_a_name_in_the_style_of_a_title_stands_apart_from_the_brief_s_title() -> None:
    logo = '<w:drawing><wp:inline><wp:extent cx="571500" cy="571500"/></wp:inline></w:drawing>'
    first = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r>{logo}</w:r></w:p>'
    body = first + p("University of Lakes", "Title") + p("Report", "Heading1")
    said = told(body, replace_body=True)[0]
    assert said == ["", "University of Lakes", "", "{{ main }}"]
