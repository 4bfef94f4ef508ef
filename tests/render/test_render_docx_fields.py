"""Fields of the template's own text: read over split runs, filled, and gone where empty."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from samples.brief import BESIDE, VALUES, WIDE, content, furnished
from samples.word import W, changed, lines, template, text, tree

from briefgen.load.page_style import read_page_style
from briefgen.ooxml.build import w
from briefgen.render.docx import render_docx
from briefgen.render.docx.fields import fill
from briefgen.render.docx.page import close_up
from briefgen.sandbox.fields import Values
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.page import Master, SideColumn


def paragraph(xml: str) -> etree._Element:
    """Return a header with one paragraph of these runs."""
    return etree.fromstring(f'<w:hdr xmlns:w="{W[1:-1]}"><w:p>{xml}</w:p></w:hdr>')


def run(words: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{words}</w:t></w:r>'


def filled(header: etree._Element, folio: str = "", **values: str) -> list[Finding]:
    return [*fill(header, Values({**VALUES, **values}, folio), "word/header1.xml", "x.docx")]


def runs(header: etree._Element) -> list[tuple[str, str]]:
    """Return text and formatting of the runs."""
    reported = []
    for one in header.iter(W + "r"):
        properties = one.find(W + "rPr")
        kinds = () if properties is None else (str(p.tag).removeprefix(W) for p in properties)
        reported.append((text(one), " ".join(kinds)))
    return reported


def test_a_field_may_be_split_over_runs() -> None:
    header = paragraph(
        run("On {{ ti", "<w:b/>") + "<w:proofErr w:type='spellStart'/>" + run("tle }}, now")
    )
    assert filled(header) == []
    assert text(header) == "On Water & wells, now"


def test_a_field_has_the_formatting_of_the_run_in_which_it_begins() -> None:
    header = paragraph(
        run("{{ ti", "<w:b/>")
        + run("tle }", "<w:i/>")
        + run("} and ", "<w:u/>")
        + run("on", "<w:caps/>")
    )
    filled(header)
    assert runs(header) == [("Water & wells and ", "b"), ("on", "caps")]


def test_formatting_outside_fields_is_kept() -> None:
    header = paragraph(run("A ", "<w:b/>") + run("{{ kind }}", "<w:i/>") + run(" B", "<w:u/>"))
    filled(header)
    assert runs(header) == [("A ", "b"), ("Policy brief", "i"), (" B", "u")]


def test_a_tab_stays_and_one_at_the_end_goes() -> None:
    header = paragraph(run("{{ kind }}") + "<w:r><w:tab/></w:r>" + run("{{ position }}"))
    filled(header)
    assert text(header) == "Policy brief\tInformation as of 15 May 2019"
    header = paragraph(run("{{ kind }}") + "<w:r><w:tab/></w:r>" + run("{{ series }}"))
    filled(header)
    assert text(header) == "Policy brief"


def test_a_condition_takes_its_separator_with_it() -> None:
    words = "{% if series %}{{ series }} · {% endif %}{{ kind }}"
    header = paragraph(run(words))
    filled(header)
    assert text(header) == "Policy brief"
    header = paragraph(run(words))
    filled(header, series="Notes")
    assert text(header) == "Notes · Policy brief"


def test_a_condition_may_stand_around_other_runs() -> None:
    header = paragraph(
        run("{% if series %}") + run("{{ series }}", "<w:b/>") + run("{% endif %}end")
    )
    filled(header, series="Notes")
    assert runs(header) == [("Notes", "b"), ("end", "")]


def test_a_paragraph_whose_fields_are_empty_is_removed() -> None:
    header = paragraph(run("{{ series }} {{ number }}"))
    header.append(w("p", w("r")))
    filled(header)
    assert len(header) == 1


def test_the_last_paragraph_of_a_header_stays_though_empty() -> None:
    header = paragraph("<w:pPr><w:jc w:val='right'/></w:pPr>" + run("{{ series }}"))
    filled(header)
    assert len(header) == 1
    assert [str(child.tag).removeprefix(W) for child in header[0]] == ["pPr"]


def test_a_picture_keeps_its_paragraph() -> None:
    header = paragraph("<w:r><w:drawing/></w:r>" + run("{{ series }}"))
    header.append(w("p", w("r")))
    filled(header)
    assert len(header) == 2
    assert next(header.iter(W + "drawing"), None) is not None


def test_fields_in_links_and_content_controls_are_filled() -> None:
    header = paragraph(
        f"<w:hyperlink>{run('{{ ki')}{run('nd }}')}</w:hyperlink>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('{{ title }}')}</w:sdtContent></w:sdt>"
    )
    filled(header)
    assert text(header) == "Policy briefWater & wells"
    assert next(header.iter(W + "hyperlink"), None) is not None
    assert next(header.iter(W + "sdtPr"), None) is not None


def test_the_folio_is_made_of_page_fields() -> None:
    header = paragraph(run("{{ folio }}", "<w:b/>"))
    filled(header, folio="Page {page} of {pages}")
    reported = etree.tostring(header).decode()
    assert re.findall("<w:instrText[^>]*>([^<]*)", reported) == [" PAGE ", " NUMPAGES "]
    assert text(header) == "Page 1 of 1"
    kinds = [one.get(W + "fldCharType") for one in header.iter(W + "fldChar")]
    assert kinds == ["begin", "separate", "end"] * 2
    assert {kind for _, kind in runs(header)} == {"b"}


def test_no_folio_where_there_is_no_pattern() -> None:
    header = paragraph(run("{{ kind }}{% if folio %} · {{ folio }}{% endif %}"))
    filled(header)
    assert text(header) == "Policy brief"


@pytest.mark.parametrize(
    "words",
    [
        "{{ serie }}",
        "{{ title",
        "{% if title %}",
        "{{ title.__class__ }}",
        "{{ cycler }}",
        "{{ 'a' * 5 }}",
        "{{ title|replace('a', 'b') }}",
        "{% for c in title %}{{ c }}{% endfor %}",
        "{% set x = 1 %}{{ x }}",
        "{{ title() }}",
        "{% include 'x' %}",
    ],
)
def test_what_cannot_or_must_not_be_filled(words: str) -> None:
    header = paragraph(run(words))
    (finding,) = filled(header)
    assert finding.code == "word-field-unfilled"
    assert finding.path == ("header 1",)
    assert words in finding.message
    assert "position" in finding.hint


def test_values_are_text_and_nothing_else() -> None:
    header = paragraph(run("{{ title }}"))
    filled(header, title="<w:b/> {{ kind }} & {% if %}")
    assert text(header) == "<w:b/> {{ kind }} & {% if %}"


@settings(max_examples=60)
@given(st.data())
def test_wherever_a_field_is_split_it_is_filled_fixed_selection(data: st.DataObject) -> None:
    words = "a {{ title }} b{% if series %} · {{ series }}{% endif %} c"
    cuts = sorted(data.draw(st.sets(st.integers(1, len(words) - 1), max_size=8)))
    pieces = [words[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    header = paragraph("".join(run(piece, "<w:b/>") for piece in pieces))
    assert filled(header, series="Notes") == []
    assert text(header) == "a Water & wells b · Notes c"


def built(pages: int | None = None, **values: str) -> bytes:
    word = template()
    brief = furnished(content(), **values)
    return render_docx(brief, word, read_page_style(word), BESIDE, pages=pages)


def test_the_built_in_header_and_footer_of_a_bare_brief() -> None:
    """What the information is as of stands on a page once: in the masthead, without a date."""
    data = built(pages=1)
    assert lines(data, "word/header1.xml") == [
        "Masthead | Policy brief",
        "IssueDate | Information as of 15 May 2019",
        "BelowMasthead | ",
    ]
    assert lines(data, "word/footer1.xml") == ["AfterTable | "]


def test_the_built_in_header_and_footer_of_a_full_one() -> None:
    data = built(
        organisation="Foreign",
        series="Notes",
        number="7",
        edition_date="1 June 2019",
        status="Draft",
        classification="Official",
        version="Version 2",
        topic="Water",
        reader="For the council",
    )
    assert lines(data, "word/header1.xml") == [
        "Masthead | Foreign",
        "Topic | Water",
        "Reader | For the council",
        "Issue | Notes 7",
        "IssueDate | 1 June 2019 · Version 2",
        "Marking | Official · Draft",
        "BelowMasthead | ",
    ]
    head = ["Header | Water & wells", "Header | Foreign · Official · Draft"]
    assert lines(data, "word/header2.xml")[:2] == head
    assert lines(data, "word/footer2.xml")[1] == "Footer | Page 1 of 1"


def test_a_paragraph_that_only_ends_a_table_goes_where_another_one_ends_it() -> None:
    ended = "<w:tbl/><w:p><w:pPr><w:pStyle w:val='AfterTable'/></w:pPr></w:p>"

    def kept(xml: str) -> list[str]:
        header = etree.fromstring(f'<w:hdr xmlns:w="{W[1:-1]}">{xml}</w:hdr>')
        close_up(header)
        return [one.tag.removeprefix(W) for one in header]

    assert kept(f"{ended}<w:p/>") == ["tbl", "p"]
    assert kept(ended) == ["tbl", "p"]
    assert kept(f"{ended}{ended}") == ["tbl", "p", "tbl", "p"]
    assert kept(f"{ended.replace('AfterTable', 'Header')}<w:p/>") == ["tbl", "p", "p"]
    filled_in = ended.replace("</w:pPr>", "</w:pPr><w:r><w:t>7</w:t></w:r>")
    assert kept(f"{filled_in}<w:p/>") == ["tbl", "p", "p"]


def test_tabs_of_a_organisation_template_follow_the_margins_and_reach_over_the_side_column() -> (
    None
):
    def tabbed(xml: str) -> str:
        start = xml.index("<w:tbl>")
        return (
            xml[:start]
            + '<w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="9866"/>'
            '</w:tabs><w:jc w:val="left"/></w:pPr>'
            + run("{{ position }}")
            + "<w:r><w:tab/></w:r>"
            + run("{{ folio }}")
            + "</w:p></w:ftr>"
        )

    word = template(changed("word/footer1.xml", tabbed))
    page_style = read_page_style(word)
    footer = tree(render_docx(content(), word, page_style, BESIDE), "word/footer1.xml")
    width = footer[0].find(f"{W}tblPr/{W}tblW")  # a cell, for LibreOffice's sake
    assert width is not None
    assert width.get(W + "w") == "9866"
    assert 'w:pos="9866"' in etree.tostring(footer[0]).decode()
    left = Master(side=SideColumn(width_pt=156, gap_pt=20, at="left"))
    footer = tree(render_docx(content(), word, page_style, left), "word/footer1.xml")
    assert '<w:ind w:left="-3520"/><w:jc' in etree.tostring(footer[0][0]).decode()
    narrow = WIDE.model_copy(update={"margin_right_pt": 151.0})
    footer = tree(render_docx(content(), word, page_style, narrow), "word/footer1.xml")
    assert 'w:pos="7866"' in etree.tostring(footer).decode()


def test_an_unknown_field_is_named_with_its_part() -> None:
    data = changed("word/header2.xml", lambda xml: xml.replace("{{ short_title }}", "{{ titel }}"))
    word = template(data)
    with pytest.raises(TemplateError) as caught:
        render_docx(content(), word, read_page_style(word), WIDE)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("word-field-unfilled", ("header 2, table 1, row 1",))
    assert "titel" in finding.message
