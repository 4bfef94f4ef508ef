"""Lists of a template, read for the numbers of headings and the marks of items."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.laid import FONTS_FOLDER
from samples.word import W, template

from briefgen.load.fonts import read_fonts
from briefgen.load.page_style import read_page_style
from briefgen.load.theme_word import unprinted_characters
from briefgen.load.word.colour_scheme import ColourScheme
from briefgen.load.word.list_level import level_of, read_lists
from briefgen.load.word.style import StyleSheet, read_style_sheet, resolve
from briefgen.types.page_style import (
    LEVELS,
    ListCounter,
    ListMark,
    MarkLetters,
    TextStyle,
    written,
)
from briefgen.types.role import Role

NAMESPACE = f'xmlns:w="{W[1:-1]}"'


def level(at: int, form: str, text: str, more: str = "", properties: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}<w:pPr>{properties}</w:pPr></w:lvl>'
    )


def numbering(levels: str, of_number: str = "", more: str = "") -> etree._Element:
    return etree.fromstring(
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        f"{more}"
        f'<w:num w:numId="5"><w:abstractNumId w:val="1"/>{of_number}</w:num></w:numbering>'
    )


def mark(root: etree._Element, said: str | None = None, style: str | None = None) -> ListMark:
    found = level_of(read_lists(root), "5", said, style).mark
    assert found
    return found


HEADINGS = level(0, "upperRoman", "%1.", '<w:suff w:val="space"/>') + level(
    1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>', '<w:ind w:left="720" w:hanging="360"/>'
)


def test_a_level_has_its_pattern_and_the_formats_above_it() -> None:
    first, second = mark(numbering(HEADINGS)), mark(numbering(HEADINGS), "1")
    assert (first.pattern, first.formats, first.suffix) == ("%1.", ("upperRoman",), "space")
    assert (second.level, second.formats) == (1, ("upperRoman", "decimal"))
    assert second.label([3, 2]) == "III.2"


def test_a_style_has_the_level_that_is_linked_to_it() -> None:
    assert mark(numbering(HEADINGS), None, "H2").level == 1
    assert mark(numbering(HEADINGS), "0", "H2").level == 1


def test_a_legal_list_counts_in_digits() -> None:
    legal = HEADINGS.replace("<w:pStyle", "<w:isLgl/><w:pStyle")
    assert mark(numbering(legal), "1").label([3, 2]) == "3.2"


def test_a_level_says_of_its_letters_what_is_its_own() -> None:
    said = '<w:rPr><w:b w:val="0"/><w:sz w:val="48"/></w:rPr>'
    letters = mark(numbering(level(0, "decimal", "%1", said))).letters
    assert letters == MarkLetters(size_pt=24, bold=False, italic=None)
    assert mark(numbering(HEADINGS)).letters == MarkLetters()


def test_what_a_list_overrides_goes_before() -> None:
    own = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>{level(0, "decimal", "§%1")}'
    assert ListCounter().label(mark(numbering(HEADINGS, own + "</w:lvlOverride>"))) == "§4"


def test_a_list_may_be_a_style_s() -> None:
    linked = (
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="L"/>{HEADINGS}</w:abstractNum>'
    )
    root = numbering('<w:numStyleLink w:val="L"/>', more=linked)
    assert mark(root).pattern == "%1."


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0d8", "Wingdings", "➢"),
        ("§", "Wingdings", "▪"),
        ("o", "Courier New", "○"),
        ("–", "Calibri", "–"),
        ("\uf123", "Wingdings 3", "•"),
    ],
)
def test_bullets_of_symbol_fonts_are_read(sign: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    assert mark(numbering(level(0, "bullet", sign, fonts))).pattern == shown


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (3, "decimalZero", "03"),
        (3, "none", ""),
        (3, "cardinalText", "3"),
    ],
)
def test_numbers_are_written_in_many_ways(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


def test_a_counter_begins_lower_levels_anew() -> None:
    first = ListMark("1", 0, "%1", ("decimal",), (1,))
    second = ListMark("1", 1, "%1.%2", ("decimal", "decimal"), (1, 3))
    counter = ListCounter()
    found = [counter.label(one) for one in (second, first, second, second, first, second)]
    assert found == ["1.3", "1", "1.3", "1.4", "2", "2.3"]
    assert len(second.widest) == 3
    assert LEVELS == 9


def styles(*inner: str) -> StyleSheet:
    held = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>'
        f'<w:basedOn w:val="{base}"/><w:pPr>{properties}</w:pPr></w:style>'
        for key, base, properties in (one.split("|") for one in inner)
    )
    root = etree.fromstring(f"<w:styles {NAMESPACE}>{held}</w:styles>")
    return read_style_sheet(root, numbering(HEADINGS), ColourScheme())


def resolved(sheet: StyleSheet, key: str) -> TextStyle:
    return resolve(sheet.ids[key], Role.HEADING_1, sheet, "")


def test_a_style_s_indent_is_that_of_its_level() -> None:
    number = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>'
    found = resolved(styles(f"A||{number}"), "A")
    assert (found.indent_left_pt, found.first_line_pt) == (36, -18)
    assert found.mark
    own = resolved(styles(f'A||{number}<w:ind w:left="100"/>'), "A")
    assert (own.indent_left_pt, own.first_line_pt) == (5, -18)


def test_the_indent_goes_with_the_number() -> None:
    number = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>'
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    found = resolved(styles(f'A||<w:ind w:right="40"/>{number}', f"B|A|{none}"), "B")
    assert (found.indent_left_pt, found.indent_right_pt, found.first_line_pt) == (0, 2, 0)
    assert found.mark is None


def test_what_no_font_has_of_numbers_of_headings_is_named_and_left_out() -> None:
    """A thesis template calls its chapters 第1章, and the PDF has no such font."""
    word = template()
    page_style = read_page_style(word)
    fonts, _ = read_fonts(FONTS_FOLDER, frozenset({"Calibri"}))
    assert unprinted_characters(word, fonts, page_style) == (frozenset(), ())
    mark = ListMark("list", 0, "第%1章", ("decimal",), (1,))
    heading = replace(page_style.styles[Role.HEADING_1], mark=mark)
    numbered = replace(page_style, styles={**page_style.styles, Role.HEADING_1: heading})
    unprinted, (finding,) = unprinted_characters(word, fonts, numbered)
    assert unprinted == {ord("第"), ord("章")}
    assert (finding.code, finding.path) == ("template-glyph-missing", ("numbering",))
