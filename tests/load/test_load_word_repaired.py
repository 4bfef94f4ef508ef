"""What other programs write against the schemas is brought in line, and means what it meant."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import W, changed, template

from briefgen.load.word.normal import normalised, repaired

MAC = "urn:schemas-microsoft-com:mac:vml"
NAMESPACES = f'xmlns:w="{W[1:-1]}" xmlns:mv="{MAC}"'


def after(xml: str) -> str:
    root = etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")
    assert repaired(root)
    assert not repaired(root)
    return etree.tostring(root).decode().replace(f" {NAMESPACES}", "")


def test_marks_of_lists_have_eight_digits() -> None:
    assert 'w:val="0000A990"' in after('<w:abstractNum><w:nsid w:val="A990"/></w:abstractNum>')


def test_what_word_for_mac_notes_for_itself_is_dropped() -> None:
    assert "complextextbox" not in after('<w:p mv:complextextbox="1"/>').replace(MAC, "")


def test_a_size_of_nothing_for_other_scripts_is_none() -> None:
    assert "szCs" not in after('<w:rPr><w:sz w:val="20"/><w:szCs w:val="0"/></w:rPr>')


def test_a_property_that_no_schema_knows_is_dropped() -> None:
    said = after('<w:rPr><w:b/><w:szC w:val="20"/><w:sz w:val="20"/></w:rPr>')
    assert said.count("<w:") == 4
    assert "szC" not in said


def test_properties_of_text_stand_in_order_and_once() -> None:
    said = after('<w:rPr><w:sz w:val="24"/><w:sz w:val="24"/><w:rFonts w:ascii="Arial"/></w:rPr>')
    assert said.index("rFonts") < said.index("<w:sz ")
    assert said.count("<w:sz ") == 1


def test_a_part_in_order_stays() -> None:
    assert not repaired(etree.fromstring(f"<w:body {NAMESPACES}><w:p><w:pPr/></w:p></w:body>"))


def test_a_rule_of_lines_without_a_height_leaves_the_inherited_one() -> None:
    said = after('<w:pPr><w:spacing w:after="60" w:lineRule="auto"/></w:pPr>')
    assert "lineRule" not in said
    assert 'w:after="60"' in said


@pytest.mark.parametrize(("rule", "said"), [("", "auto"), ("exact", "exact")])
def test_lines_of_the_defaults_say_by_which_rule_they_are_so_high(rule: str, said: str) -> None:
    own = f'w:line="278"{f" w:lineRule={rule!r}" if rule else ""}'
    xml = (
        "<w:docDefaults><w:pPrDefault><w:pPr>"
        f"<w:spacing {own}/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    root = etree.fromstring(f"<w:styles {NAMESPACES}>{xml}</w:styles>")
    assert repaired(root) is not bool(rule)
    (spacing,) = root.iter(W + "spacing")
    assert spacing.get(W + "lineRule") == said


def test_of_styles_with_one_id_the_first_stays() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="{}"/></w:style>'
    root = etree.fromstring(f"<w:styles {NAMESPACES}>{style.format(1)}{style.format(2)}</w:styles>")
    assert repaired(root)
    (left,) = root
    assert left[0].get(W + "val") == "1"


def test_sizes_and_widths_of_nothing_are_none_said_of_numbers_of_lists() -> None:
    sizes = '<w:rPr><w:b/><w:w w:val="0"/><w:sz w:val="0"/><w:szCs w:val="0"/></w:rPr>'
    root = etree.fromstring(f"<w:numbering {NAMESPACES}>{sizes}</w:numbering>")
    assert repaired(root)
    assert [one.tag for one in root[0]] == [W + "b"]
    assert after(sizes).count("<w:") == 5


def test_tabs_amid_letters_are_tabs_between_them() -> None:
    said = after("<w:r><w:rPr><w:b/></w:rPr><w:t>Page\t1\t</w:t><w:br/></w:r>")
    parts = [one.split(">")[0].split(" ")[0] for one in said.split("<w:")[5:]]
    assert "\t" not in said
    assert [one.rstrip("/") for one in parts] == ["t", "tab", "t", "tab", "t", "br"]


def test_ends_of_lines_amid_letters_are_spaces() -> None:
    text = "\n  Baggins\nShire\n"
    said = after(f"<w:r><w:t>{text}</w:t></w:r><w:r><w:t xml:space='preserve'>\n_</w:t></w:r>")
    assert [one.split("<")[0] for one in said.split(">") if one[:1].strip(" <")] == [
        "Baggins Shire"
    ]
    assert "> _<" in said


def test_a_list_that_hangs_below_0_has_its_first_line_indented() -> None:
    level = '<w:lvl><w:pPr><w:ind w:left="360" w:hanging="-180"/></w:pPr></w:lvl>'
    root = etree.fromstring(f"<w:numbering {NAMESPACES}>{level}</w:numbering>")
    assert repaired(root)
    (indent,) = root.iter(W + "ind")
    assert (indent.get(W + "firstLine"), indent.get(W + "hanging")) == ("180", None)


def test_headings_say_what_space_they_have_where_nothing_on_their_way_does() -> None:
    """LibreOffice gives them the space of its own headings otherwise."""
    added = (
        '<w:style w:type="paragraph" w:styleId="H8"><w:name w:val="heading 8"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H9"><w:name w:val="heading 9"/>'
        '<w:basedOn w:val="B"/><w:pPr><w:spacing w:after="60"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/></w:style></w:styles>'
    )
    data = changed("word/styles.xml", lambda xml: xml.replace("</w:styles>", added))
    styles = normalised(template(data).package).root("word/styles.xml")
    said = [dict(one.attrib) for one in styles[-3].iter(W + "spacing")]
    assert [list(one.values()) for one in said] == [["0", "0"]]
    assert [one.get(W + "before") for one in styles[-2].iter(W + "spacing")] == ["0"]
    assert [one.get(W + "after") for one in styles[-2].iter(W + "spacing")] == ["60"]
    assert not [*styles[-1].iter(W + "spacing")]
