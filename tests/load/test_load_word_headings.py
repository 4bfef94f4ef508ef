"""Title and headings of a template have more lines in a brief, and stand beside its text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from msgspec import structs
from samples.foreign import Foreign, p, spaced, style
from samples.word import W, template

from briefgen.load.page_style import read_page_style
from briefgen.load.word.adopt import adopt
from briefgen.ooxml.package import WordTemplate
from briefgen.types.page_style import Closeness, PageStyle, TextStyle
from briefgen.types.role import Role

NUMBERS = (
    f'<w:numbering xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="KEY"/>SUFFIX'
    '<w:lvlText w:val="%1"/><w:pPr>LEVEL</w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
NUMBER = '<w:numPr><w:numId w:val="1"/></w:numPr>'
TAB, SPACE = "", '<w:suff w:val="space"/>'


def foreign(*styles: str) -> Foreign:
    held = style("Normal", "Normal") + "".join(styles)
    return Foreign(styles=held, body=p("{{ main }}"), font="Arial", half_points=20, spacing="")


def heading(paragraph: str, letters: str = "<w:b/>") -> str:
    return style("heading 1", "H1", paragraph, letters, "Normal")


def title(paragraph: str, letters: str) -> str:
    return style("Title", "T", paragraph, letters, "Normal")


def adopted(held: Foreign, closeness: Closeness = Closeness.OWN) -> PageStyle:
    return read_page_style(adopt(template(held.package()), closeness=closeness)[0])


def numbered(key: str, level: str, suffix: str, *styles: str) -> WordTemplate:
    """Return a template one style of which is linked to a list."""
    held = template(foreign(*styles).package())
    part = NUMBERS.replace("KEY", key).replace("LEVEL", level).replace("SUFFIX", suffix)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    package = held.package.with_document_part("numbering", kind, etree.fromstring(part))
    return adopt(structs.replace(held, package=package))[0]


@pytest.mark.parametrize(
    ("level", "suffix", "indents"),
    [
        ("", TAB, (36, -36)),
        ('<w:tabs><w:tab w:val="num" w:pos="480"/></w:tabs>', TAB, (24, -24)),
        ('<w:ind w:left="432" w:hanging="432"/>', TAB, (21.6, -21.6)),
        ('<w:ind w:left="-709" w:firstLine="709"/>', SPACE, (0, 0)),
    ],
)
def test_the_second_line_of_a_heading_begins_below_its_words(
    level: str, suffix: str, indents: tuple[float, float]
) -> None:
    text = read_page_style(numbered("H1", level, suffix, heading(NUMBER))).styles[Role.HEADING_1]
    assert text.mark is not None
    assert (text.indent_left_pt, text.first_line_pt) == indents


@pytest.mark.parametrize(("pattern", "start"), [("%1.1", 1), ("%1", 4)])
def test_numbers_that_begin_amid_another_text_are_none_of_a_brief(
    pattern: str, start: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = NUMBERS.replace('lvlText w:val="%1"', f'lvlText w:val="{pattern}"')
    other = other.replace('start w:val="1"', f'start w:val="{start}"')
    monkeypatch.setitem(globals(), "NUMBERS", other)
    text = read_page_style(numbered("H1", "", TAB, heading(NUMBER))).styles[Role.HEADING_1]
    assert (text.mark, text.indent_left_pt) == (None, 0)


def test_a_title_has_no_number() -> None:
    found = numbered(
        "T", '<w:ind w:left="-709" w:firstLine="709"/>', SPACE, title(NUMBER, "<w:b/>")
    )
    for role in (Role.TITLE, Role.TITLE_LONG):
        text = read_page_style(found).styles[role]
        assert (text.mark, text.indent_left_pt, text.first_line_pt) == (None, 0, 0)


def test_a_level_stands_where_the_heading_does_that_it_is_linked_to() -> None:
    own = '<w:tabs><w:tab w:val="num" w:pos="432"/></w:tabs><w:ind w:left="432" w:hanging="432"/>'
    hanging = f'{NUMBER}<w:ind w:left="902" w:hanging="902"/>'
    root = numbered("H1", own, TAB, heading(hanging)).package.root("word/numbering.xml")
    properties = root.find(f".//{W}lvl[@{W}ilvl='0']/{W}pPr")
    assert properties is not None
    assert [one.tag for one in properties] == [f"{W}ind"]
    assert [properties[0].get(f"{W}{side}") for side in ("left", "hanging")] == ["902", "902"]


def look(*styles: str, closeness: Closeness = Closeness.OWN) -> tuple[TextStyle, TextStyle]:
    """Return title and first heading of a template."""
    found = adopted(foreign(*styles), closeness).styles
    return found[Role.TITLE], found[Role.HEADING_1]


def test_two_lines_of_a_heading_stand_no_further_apart_than_those_of_text() -> None:
    wide = spaced(line=360)
    shown, below = look(heading(wide), title(wide, '<w:b/><w:sz w:val="40"/>'))
    assert (shown.lines, below.lines) == (1, 1)
    assert (below.space_before_pt, below.space_after_pt) == (3, 3)
    text = style("Body Text", "B", wide, "", "Normal")
    assert look(heading(wide), text)[1].lines == 1.5


def test_a_heading_is_as_large_as_the_text() -> None:
    text = style("Body Text", "B", "", '<w:sz w:val="28"/>', "Normal")
    assert look(heading("", "<w:i/>"), text)[1].size_pt == 14


@pytest.mark.parametrize(("size", "letters", "bold"), [(28, "", True), (36, "", False)])
def test_a_title_is_not_weaker_than_headings(size: int, letters: str, bold: bool) -> None:
    large = '<w:b/><w:sz w:val="26"/>'
    shown, _ = look(heading("", large), title("", f'{letters}<w:sz w:val="{size}"/>'))
    assert shown.bold is bold


def test_a_title_made_from_a_heading_is_made_smaller_once() -> None:
    big = foreign(heading("", '<w:sz w:val="44"/>'), style("Title", "T", "", "", "H1"))
    found = adopted(replace(big, half_points=32), Closeness.TEXT).styles
    sizes = [found[one].size_pt for one in (Role.TITLE, Role.HEADING_1, Role.BODY)]
    assert sizes == [14, 13.5, 10]
    assert not found[Role.HEADING_1].bold
