"""The header that layout sets is the header that Word shows, whatever a template makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from samples.brief import VALUES
from samples.foreign import FOREIGN
from samples.word import W, parts, text

from briefgen.compose.header_footer import LOOP_LIMIT, filled
from briefgen.load.word.header_footer import read_header_footer
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.render.docx.fields import fill
from briefgen.render.docx.page import close_up
from briefgen.sandbox.fields import Values
from briefgen.types.finding import TemplateError
from briefgen.types.header_footer import (
    PAGE,
    PAGES,
    HeaderFooter,
    HeaderFooterParagraph,
    HeaderFooterText,
    Tab,
)
from briefgen.types.page import FRAMES

LISTS = {
    "facts": ({"value": "395", "measure": "troops"}, {"value": "{{ kind }}", "measure": "<b>"}),
    "timeline": (),
    "sources": ({"title": "Wells", "address": ""},),
}
FOLIO = "{page} of {pages}"
HEADER = "word/header-default.xml"
ORGANISATION = replace(
    FOREIGN["institut"], body="<w:p><w:r><w:t>{{ main }}</w:t></w:r></w:p>", headers_footers={}
)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*runs: str) -> str:
    held = (one if one.startswith("<w:") else run(one) for one in runs)
    return f"<w:p>{''.join(held)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    reported = (f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(reported)}</w:tbl>"


def template(xml: str) -> WordTemplate:
    foreign = replace(ORGANISATION, headers_footers={HEADER[5:-4]: xml})
    return WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))


def of_pdf(xml: str, **values: str) -> list[str]:
    """Return the lines of a header as they are set, those of cells too."""
    read, _ = read_header_footer(template(xml))
    reported = filled(read, {**VALUES, **values}, FOLIO, LISTS, "foreign.docx")
    return lines_of(reported)


def lines_of(reported: HeaderFooter) -> list[str]:
    return [said(one) for one in reported.headers["default"].paragraphs]


def said(paragraph: HeaderFooterParagraph) -> str:
    reported = "".join(
        one.text if isinstance(one, HeaderFooterText) else "\t" if isinstance(one, Tab) else ""
        for one in paragraph.parts
    )
    return reported.replace(PAGES, "1").replace(PAGE, "1")


def of_word(xml: str, **values: str) -> list[str]:
    """Return the lines of a header as Word shows them."""
    namespaces = f'xmlns:w="{W[1:-1]}"'
    root = etree.fromstring(f"<w:hdr {namespaces}>{xml}</w:hdr>")
    frames = dict.fromkeys(FRAMES, "")
    given = Values({**VALUES, **frames, **values}, FOLIO, LISTS)
    assert [*fill(root, given, HEADER, "foreign.docx")] == []
    close_up(root)
    return [line for one in root.iter(W + "p") for line in text(one).split("\n")]


ROW = (p("{% for f in facts %}{{ f.value }}"), p("{{ f.measure }}"), p("x{% endfor %}"))
CASES = {
    "plain": p("Words"),
    "a field": p("{{ kind }}"),
    "a field split over runs": p(run("On {{ ti", "<w:b/>"), run("tle }}, now")),
    "empty and last": p("{{ series }}"),
    "empty and not last": p("{{ series }}") + p("Words") + p("{{ number }}"),
    "empty within words": p("a {{ series }} b"),
    "spaces at the end": p("a {{ series }} ") + p("{{ kind }}  "),
    "a tab at the end": p("{{ kind }}", "<w:r><w:tab/></w:r>", "{{ series }}"),
    "a tab": p("{{ kind }}", "<w:r><w:tab/></w:r>", "{{ position }}"),
    "a condition around runs": p("{% if kind %}", run("{{ kind }}", "<w:i/>"), "{% endif %}!"),
    "a loop within": p("{% for f in facts %}{{ f.measure }}; {% endfor %}end"),
    "a loop": p("{% for f in facts %}") + p("{{ f.value }}") + p("of {{ f.measure }}")
    + p("{% endfor %}") + p("end"),
    "a loop over nothing": p("{% for e in timeline %}") + p("{{ e.date }}") + p("{% endfor %}")
    + p("end"),
    "a condition": p("{% if series %}") + p("{{ series }}") + p("{% else %}") + p("{{ kind }}")
    + p("{% endif %}"),
    "a condition in a loop": p("{% for f in facts %}") + p("{% if f.value == '395' %}")
    + p("{{ f.measure }}") + p("{% endif %}") + p("{% endfor %}") + p("end"),
    "rows": table((p("{{ kind }}"), p("{{ series }}"))) + p("end"),
    "rows between tags": table((p("Head"),), (p("{% for f in facts %}"),), (p("{{ f.value }}"),),
                               (p("{% endfor %}"),)) + p("end"),
    "a row that repeats itself": table(ROW) + p("end"),
    "a row without tags to close": table((p("{% if kind %}") + p("{{ kind }}") + p("{% endif %}"),))
    + p("end"),
    "what closes a table": table((p("a"),))
    + '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>' + p("{{ kind }}"),
    "links and controls": p(f"<w:hyperlink>{run('{{ kind }}')}</w:hyperlink>", " and "),
    "a value that looks like a field": p("{% for f in facts %}") + p("{{ f.value }}")
    + p("{% endfor %}") + p("end"),
    "page numbers": p("{{ folio }}") + p("{{ kind }} {{ folio }}"),
    "a no-break hyphen": p("{{ kind }}", "<w:r><w:noBreakHyphen/></w:r>", "2"),
    "a no-break hyphen alone": p("{{ series }}", "<w:r><w:noBreakHyphen/></w:r>") + p("end"),
    "a break": p("{{ kind }}", "<w:r><w:br/></w:r>", "{{ title }}"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_both_print_the_same_lines(name: str) -> None:
    reported = of_pdf(CASES[name])
    assert reported == of_word(CASES[name])
    assert reported


@given(
    pieces=st.lists(
        st.sampled_from(
            [
                "{{ kind }}",
                "{{ series }}",
                " ",
                "word",
                "<w:r><w:tab/></w:r>",
                "<w:r><w:noBreakHyphen/></w:r>",
                "{{ folio }}",
                "{% if series %}a{% endif %}",
                run("{{ ti", "<w:b/>") + run("tle }}"),
            ]
        ),
        max_size=6,
    ),
    series=st.sampled_from(["", "Notes"]),
)
def test_so_do_any_words_and_fields(pieces: list[str], series: str) -> None:
    xml = p(*pieces) + p("end")
    assert of_pdf(xml, series=series) == of_word(xml, series=series)


def test_a_field_has_the_style_of_the_run_in_which_it_begins() -> None:
    xml = p(run("{{ ti", "<w:b/>"), run("tle }} and ", "<w:i/>"), run("on", "<w:caps/>"))
    read, _ = read_header_footer(template(xml))
    reported = filled(read, VALUES, FOLIO, LISTS, "foreign.docx")
    ((first, second),) = [one.parts for one in reported.headers["default"].paragraphs]
    assert isinstance(first, HeaderFooterText)
    assert isinstance(second, HeaderFooterText)
    assert (first.text, first.style.bold, first.style.italic) == (
        f"{VALUES['title']} and ",
        True,
        False,
    )
    assert (second.text, second.style.bold, second.style.caps) == ("on", False, True)


def test_a_text_box_goes_with_what_its_paragraph_s_condition_says() -> None:
    box = (
        '<w:r><w:drawing><wp:anchor><wp:extent cx="635000" cy="254000"/><a:graphic>'
        "<a:graphicData><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>"
        f"{p('{{ kind }}')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )
    read, _ = read_header_footer(template(p("{% if series %}", box, "{% endif %}") + p("end")))
    for series, shown in (("", 0), ("Notes", 1)):
        reported = filled(read, {**VALUES, "series": series}, FOLIO, LISTS, "foreign.docx")
        assert len([*reported.headers["default"].floating]) == shown


def test_a_loop_makes_no_more_than_a_document_can_have() -> None:
    read, _ = read_header_footer(
        template(p("{% for f in facts %}") + p("{{ f.value }}") + p("{% endfor %}"))
    )
    many = {**LISTS, "facts": LISTS["facts"][:1] * (LOOP_LIMIT + 1)}
    with pytest.raises(TemplateError) as caught:
        filled(read, VALUES, FOLIO, many, "foreign.docx")
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("word-field-unfilled", ("header-default",))


def test_the_same_values_give_the_same_header_and_others_another() -> None:
    """So it is set once, however often it is laid out."""
    read, _ = read_header_footer(template(p("{{ kind }}")))
    one, same = (filled(read, {**VALUES}, FOLIO, LISTS, "foreign.docx") for _ in range(2))
    assert one is same
    other = filled(read, {**VALUES, "kind": "Note"}, FOLIO, LISTS, "foreign.docx")
    assert [lines_of(one), lines_of(other)] == [["Policy brief"], ["Note"]]


@pytest.mark.parametrize(
    ("asks", "changes"),
    [
        ("{{ kind }}", set()),
        ("{% for fact in facts %}{{ fact.value }}{% endfor %}", {"facts"}),
        ("{% for fact in facts %}|{{ fact.value }}|{% endfor %}", {"facts"}),
        ("{% if series %}{{ kind }}{% endif %}", {"series"}),
        ("{% if series %}|{{ kind }}|{% endif %}", {"series"}),
        ("{{ folio }}", {"folio"}),
    ],
)
def test_a_header_is_filled_anew_where_what_it_asks_for_is_another(
    asks: str, changes: set[str]
) -> None:
    """What it asks for is its own; all else may be another in each brief."""
    read, _ = read_header_footer(template("".join(map(p, asks.split("|")))))
    before = filled(read, VALUES, FOLIO, LISTS, "foreign.docx")
    facts = ({"value": "7", "measure": "Others", "as_of": ""},)
    changed = {
        "facts": filled(read, VALUES, FOLIO, {**LISTS, "facts": facts}, "foreign.docx"),
        "series": filled(read, {**VALUES, "series": "Other"}, FOLIO, LISTS, "foreign.docx"),
        "folio": filled(read, VALUES, "", LISTS, "foreign.docx"),
    }
    assert {name for name, after in changed.items() if after is not before} == changes
