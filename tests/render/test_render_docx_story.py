"""A brief in Word: real styles, lists, headings, links; nothing to repair by hand."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import AT, BESIDE, EVENTS, FIGURES, TABLE, WIDE, content, paragraph, section
from samples.word import R, W, changed, lines, style, template, text, tree

from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx
from briefgen.types.block import KeyFigures
from briefgen.types.brief import Content
from briefgen.types.finding import RenderError, TemplateError
from briefgen.types.page import Master, SideColumn
from briefgen.types.prose import Emphasis, NoteMark, Strong, plain
from briefgen.types.role import Role


def written(
    brief: Content | None = None, master: Master = WIDE, data: bytes | None = None
) -> bytes:
    """Return the sample brief as a Word file."""
    word = template(data)
    return render_docx(brief or content(), word, read_page_style(word), master)


def found(data: bytes, start: str) -> etree._Element:
    """Return the first paragraph whose text starts so."""
    return next(p for p in tree(data).iter(W + "p") if text(p).startswith(start))


def xml(element: etree._Element) -> str:
    """Return an element without its namespaces."""
    reported = etree.tostring(element).decode()
    for name, space in (("w", W), ("r", R)):
        reported = reported.replace(f' xmlns:{name}="{space[1:-1]}"', "")
    return reported


def test_the_whole_brief_as_text() -> None:
    assert lines(written()) == [
        "Title | Water & wells",
        "Byline | By A. Writer",
        "BottomLine | Wells pay.",
        "Heading1 | Why wells <now>",
        "BodyText | Wells pay well in seven years1, says the report on l’eau: “dig”",
        "ListBullet | One",
        "ListBullet | Two",
        "Heading2 | Steps",
        "ListNumber | First",
        "ListNumber | Second",
        "ListNumber | Anew",
        "SideHeading | Figures",
        "KeyFigure | 395",
        "KeyFigureLabel | troops, from May 2018",
        "KeyFigure | 16,400",
        "KeyFigureLabel | personnel (slightly over), March 2019",
        "SideHeading | Events",
        "Event | March 2012\u2002A coup",
        "Event | Mid-2019, planned\u2002Another one",
        "Source | A report, 2018",
        "Foot | Based on Water, 2020.",
    ]


def test_the_side_column_stands_before_the_main_one_in_one_text_frame() -> None:
    data = written(master=BESIDE)
    reported = lines(data)
    assert (
        reported.index("SideHeading | Figures") == reported.index("Heading1 | Why wells <now>") - 8
    )
    frames = [
        xml(frame) for p in tree(data).iter(W + "p") for frame in p.findall(f"{W}pPr/{W}framePr")
    ]
    assert len(frames) == 8
    assert set(frames) == {
        '<w:framePr w:w="3120" w:wrap="around" w:vAnchor="text" w:hAnchor="page" '
        'w:x="7766" w:y="1"/>'
    }


def test_the_side_column_stands_in_a_wide_margin_that_head_and_foot_reach_over() -> None:
    data = written(master=BESIDE)
    margins = tree(data).find(f"{W}body/{W}sectPr/{W}pgMar")
    assert margins is not None
    assert margins.get(W + "right") == str((51 + 156 + 20) * 20)
    reach = -(156 + 20) * 20
    for start in ("Water & wells", "By A. Writer", "Based on"):
        assert f'<w:ind w:right="{reach}"/>' in xml(found(data, start))
    assert f'<w:ind w:right="{reach + 165}"/>' in xml(found(data, "Wells pay."))
    assert "w:ind" not in xml(found(data, "Why wells"))


def test_a_side_column_at_the_left_stands_in_a_wide_left_margin() -> None:
    master = Master(side=SideColumn(width_pt=156, gap_pt=20, at="left"))
    table = section("figures", TABLE, frame="head")
    brief = content()
    data = written(replace(brief, sections=(table, *brief.sections)), master)
    margins = tree(data).find(f"{W}body/{W}sectPr/{W}pgMar")
    assert margins is not None
    assert margins.get(W + "left") == str((51 + 156 + 20) * 20)
    assert margins.get(W + "right") == str(51 * 20)
    assert 'w:x="1020"' in xml(found(data, "Figures"))
    reach = -(156 + 20) * 20
    for start in ("Water & wells", "By A. Writer", "Based on"):
        assert f'<w:ind w:left="{reach}"/>' in xml(found(data, start))
    assert f'<w:ind w:left="{reach + 240}"/>' in xml(found(data, "Wells pay."))
    assert "w:ind" not in xml(found(data, "Why wells"))
    indents = [
        indent.get(W + "w")
        for part in ("word/document.xml", "word/header1.xml", "word/footer2.xml")
        for indent in tree(data, part).iter(W + "tblInd")
    ]
    assert indents == [str(reach)] * 3


def test_main_and_side_column_start_level() -> None:
    data = written(master=BESIDE)
    assert '<w:spacing w:before="0"/>' in xml(found(data, "Why wells"))
    assert '<w:spacing w:before="0"/>' in xml(found(data, "Figures"))
    assert "w:spacing" not in xml(found(data, "Events"))


def test_the_margins_of_the_master_go_before_those_of_the_template() -> None:
    data = written(master=Master(margin_left_pt=90, margin_right_pt=100))
    margins = tree(data).find(f"{W}body/{W}sectPr/{W}pgMar")
    assert margins is not None
    assert (margins.get(W + "left"), margins.get(W + "right")) == ("1800", "2000")
    assert margins.get(W + "top") == "1140"
    table = next(tree(data, "word/header1.xml").iter(W + "tblW"))
    assert table.get(W + "w") == str(round((595.3 - 190) * 20))


def test_borders_are_left_out_of_the_text_frame() -> None:
    ruled = changed(
        "word/styles.xml",
        lambda styles: styles.replace(
            '<w:name w:val="Side Heading"/><w:basedOn w:val="Normal"/>',
            '<w:name w:val="Side Heading"/><w:basedOn w:val="BottomLine"/>',
        ),
    )
    heading = xml(found(written(master=BESIDE, data=ruled), "Figures"))
    assert '<w:pBdr><w:top w:val="nil"/>' in heading


def test_runs_have_character_styles_links_and_languages() -> None:
    reported = xml(found(written(), "Wells pay well"))
    assert (
        '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">pay</w:t>'
        in reported
    )
    assert '<w:rStyle w:val="Strong"/><w:i/><w:iCs/>' in reported
    assert (
        '<w:rPr><w:lang w:val="fr"/></w:rPr><w:t xml:space="preserve">l&#8217;eau</w:t>' in reported
    )
    assert '<w:t xml:space="preserve"> in seven years</w:t>' in reported


def test_a_link_is_a_hyperlink_with_a_relationship() -> None:
    data = written()
    (link,) = (one for one in tree(data).iter(W + "hyperlink") if one.get(R + "id") is not None)
    assert text(link) == "the report"
    assert '<w:rStyle w:val="Hyperlink"/>' in xml(link)
    targets = {
        one.get("Id"): (one.get("Target"), one.get("TargetMode"))
        for one in tree(data, "word/_rels/document.xml.rels")
    }
    assert targets[link.get(R + "id")] == ("https://example.org/a?b=1&c=2", "External")


def test_a_note_mark_asks_the_list_of_sources_for_its_number() -> None:
    data = written()
    reported = xml(found(data, "Wells pay well"))
    assert '<w:instrText xml:space="preserve"> REF _note_1 \\n \\h </w:instrText>' in reported
    assert '<w:rStyle w:val="NoteMark"/></w:rPr><w:t xml:space="preserve">1</w:t>' in reported
    entry = found(data, "A report")
    assert '<w:bookmarkStart w:id="1" w:name="_note_1"/>' in xml(entry)


def test_a_note_mark_without_an_entry_leads_nowhere() -> None:
    brief = content(section("x", paragraph((*plain("So"), NoteMark(9, "s9")))))
    assert "instrText" not in xml(found(written(brief), "So9"))


def test_bold_in_a_bold_style_stays_bold_and_italics_in_italics_turn_upright() -> None:
    brief = content(
        section("x", paragraph((Strong(plain("Loud")), Emphasis(plain("soft"))), Role.SIDE_HEADING))
    )
    reported = xml(found(written(brief), "Loud"))
    assert "Strong" not in reported
    assert '<w:rStyle w:val="Emphasis"/>' in reported


def test_each_numbered_list_starts_anew() -> None:
    data = written()
    assert "numPr" not in xml(found(data, "First"))
    assert "numPr" not in xml(found(data, "Second"))
    anew = found(data, "Anew").find(f"{W}pPr/{W}numPr/{W}numId")
    assert anew is not None
    (number,) = (
        one
        for one in tree(data, "word/numbering.xml").iter(W + "num")
        if one.get(W + "numId") == anew.get(W + "val")
    )
    assert '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>' in xml(number)


def test_sources_are_numbered_by_the_list_that_bears_their_name() -> None:
    assert '<w:numId w:val="3"/>' in xml(found(written(), "A report"))


def test_paragraphs_that_are_no_items_are_of_one_list_without_marks() -> None:
    plain = (paragraph("Plain", Role.BULLET), paragraph("Plain, too", Role.BULLET))
    data = written(content(section("x", *plain)))
    written_as = [found(data, one).find(f"{W}pPr/{W}numPr/{W}numId") for one in ("Plain", "Plain,")]
    (number,) = {one.get(W + "val") for one in written_as if one is not None}
    numbering = tree(data, "word/numbering.xml")
    of_list = numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId")
    assert of_list is not None
    found_list = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{of_list.get(W + 'val')}']")
    assert found_list is not None
    assert '<w:numFmt w:val="none"/>' in xml(found_list)


def test_an_item_of_another_style_takes_the_list_of_bullets() -> None:
    brief = content(section("x", paragraph("Small", Role.FOOT, item="bullet")))
    assert '<w:numId w:val="1"/>' in xml(found(written(brief), "Small"))


def test_a_planned_event_has_a_hollow_dot() -> None:
    data = written()
    assert "numPr" not in xml(found(data, "March 2012"))
    assert '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>' in xml(
        found(data, "Mid-2019")
    )


def test_key_figures_in_a_wide_column_stand_side_by_side_without_rules() -> None:
    data = written(content(section("keys", FIGURES, heading="Keys")))
    table = next(tree(data).iter(W + "tbl"))
    (row,) = table.iter(W + "tr")
    assert [[style(p) for p in cell.iter(W + "p")] for cell in row.iter(W + "tc")] == [
        ["KeyFigure", "KeyFigureLabel"]
    ] * 2
    assert next(table.iter(W + "tblBorders"), None) is None


def test_a_strip_of_figures_stands_under_rules_of_its_own_and_flush_above_text() -> None:
    strip = KeyFigures(tuple(replace(one, when="2019") for one in FIGURES.figures), AT, strip=True)
    head = section("keys", strip, frame="head")
    main = section("m", paragraph("Text"), heading="Below")
    data = written(replace(content(), sections=(head, main)))
    table = next(tree(data).iter(W + "tbl"))
    assert [[style(p) for p in cell.iter(W + "p")] for cell in table.iter(W + "tc")] == [
        ["StatFigure", "StatLabel", "StatDate"]
    ] * 2
    assert next(table.iter(W + "tblBorders"), None) is None
    assert 'w:before="0"' in xml(found(data, "Below"))


def test_what_a_figure_without_a_date_counts_is_not_kept_with_the_next_paragraph() -> None:
    """Its style keeps a label with the date below it; without one, it would take the text along."""
    strip = KeyFigures((FIGURES.figures[0],), AT, strip=True)
    data = written(content(section("m", strip, paragraph("Text"))))
    label = next(p for p in tree(data).iter(W + "p") if style(p) == "StatLabel")
    keeps = label.find(f"{W}pPr/{W}keepNext")
    assert keeps is not None
    assert keeps.get(W + "val") == "0"


def test_the_text_of_both_masters_is_the_same() -> None:
    """In a side column the first figure leads the others; in a strip they are alike."""
    beside = [line.replace("LeadFigure", "KeyFigure") for line in lines(written(master=BESIDE))]
    assert sorted(lines(written())) == sorted(beside)
    assert any(line.startswith("LeadFigure | ") for line in lines(written(master=BESIDE)))


def test_a_table_in_the_side_column_is_refused() -> None:
    with pytest.raises(RenderError) as caught:
        written(content(section("t", TABLE, frame="side")), BESIDE)
    assert caught.value.codes == ("word-table-in-side-column",)
    assert caught.value.findings[0].where == "t"


def test_a_place_that_is_missing_is_named() -> None:
    data = changed("word/document.xml", lambda xml_: xml_.replace("{{ main }}", "the end"))
    with pytest.raises(TemplateError) as caught:
        written(data=data)
    assert caught.value.codes == ("word-place-missing",)
    assert "{{ main }}" in caught.value.findings[0].hint
    assert caught.value.findings[0].path == ("body",)


def test_head_and_foot_stand_around_the_main_column_where_they_have_no_place() -> None:
    def main_alone(xml_: str) -> str:
        for frame in ("head", "side", "foot"):
            xml_ = xml_.replace(f"{{{{ {frame} }}}}", "")
        return xml_

    alone = lines(written(data=changed("word/document.xml", main_alone)))
    assert [line for line in alone if not line.endswith("| ")] == lines(written())


CONTROL = (
    '<w:sdt><w:sdtPr><w:{kind} w:val="{name}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here'
    "</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize("kind", ["tag", "alias"])
def test_a_content_control_may_be_a_place(kind: str) -> None:
    def controlled(xml_: str) -> str:
        start = xml_.index("<w:body>") + len("<w:body>")
        control = CONTROL.format(kind=kind, name="briefgen:main")
        return f"{xml_[:start]}{control}{xml_[xml_.index('<w:sectPr') :]}"

    assert lines(written(data=changed("word/document.xml", controlled))) == lines(written())


def test_a_place_that_no_section_flows_into_is_named() -> None:
    control = CONTROL.format(kind="tag", name="briefgen:mian")
    data = changed(
        "word/document.xml", lambda xml_: xml_.replace("<w:sectPr>", f"{control}<w:sectPr>")
    )
    with pytest.raises(TemplateError) as caught:
        written(data=data)
    assert caught.value.codes == ("word-place-unknown",)
    assert caught.value.findings[0].hint.startswith("did you mean main?")


def test_a_body_without_text_is_a_place_for_all() -> None:
    def emptied(xml_: str) -> str:
        start = xml_.index("<w:body>") + len("<w:body>")
        return f"{xml_[:start]}<w:p/><w:p/>{xml_[xml_.index('<w:sectPr') :]}"

    assert lines(written(data=changed("word/document.xml", emptied))) == lines(written())


def test_a_place_that_is_there_twice_is_named() -> None:
    data = changed("word/document.xml", lambda xml_: xml_.replace("{{ foot }}", "{{ main }}"))
    with pytest.raises(TemplateError) as caught:
        written(data=data)
    assert caught.value.codes == ("word-place-twice",)


CELL = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="5000"/>'
    '</w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>'
    "<w:p><w:r><w:t>{{ fo</w:t></w:r><w:r><w:t>ot }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def test_a_place_may_be_split_over_runs_and_stand_in_a_table() -> None:
    place = '<w:t xml:space="preserve">{{ foot }}</w:t>'
    data = changed(
        "word/document.xml",
        lambda xml_: xml_.replace(
            '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r>' + place + "</w:r></w:p>",
            CELL,
        ),
    )
    document = tree(written(master=BESIDE, data=data))
    (cell,) = document.iter(W + "tc")
    assert [text(p) for p in cell.iter(W + "p")] == ["Based on Water, 2020."]


def test_text_with_braces_is_text() -> None:
    brief = content(section("x", paragraph("{{ title }} {% if %} {{ main }}")))
    assert "BodyText | {{ title }} {% if %} {{ main }}" in lines(written(brief))


def test_nothing_of_the_places_is_left_and_no_paragraph_is_empty() -> None:
    for master in (WIDE, BESIDE):
        reported = lines(written(master=master))
        assert not any("{{" in line for line in reported)
        assert all(line.partition(" | ")[2] for line in reported)


def test_a_frame_of_any_width_takes_the_side_column() -> None:
    data = written(master=Master(side=SideColumn(width_pt=112, gap_pt=22)))
    frame = next(tree(data).iter(W + "framePr"))
    assert (frame.get(W + "w"), frame.get(W + "x")) == ("2240", str(round((595.3 - 163) * 20)))


def test_events_in_the_main_column_are_the_same_paragraphs() -> None:
    brief = content(section("x", EVENTS))
    assert lines(written(brief)).count("Event | March 2012\u2002A coup") == 2


def test_the_template_itself_is_left_alone() -> None:
    word = template()
    names = [name for name in word.package if name.endswith((".xml", ".rels"))]
    before = [etree.tostring(word.package.root(name)) for name in names]
    render_docx(content(), word, read_page_style(word), BESIDE)
    assert [etree.tostring(word.package.root(name)) for name in names] == before
