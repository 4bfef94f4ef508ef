"""Words of a template above and below their line, and marks of what is derived."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples.foreign import FOREIGN, p
from samples.word import W, parts

from briefgen.load.word.adopt import adopt
from briefgen.load.word.header_footer import read_header_footer
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.header_footer import HeaderFooterParagraph, HeaderFooterText


@pytest.mark.parametrize(
    ("said", "size", "rise"),
    [
        ('<w:vertAlign w:val="superscript"/>', 13.0, 6.8),
        ('<w:vertAlign w:val="subscript"/>', 13.0, -2.8),
        ('<w:position w:val="6"/>', 20.0, 3.0),
        ('<w:vertAlign w:val="baseline"/>', 20.0, 0.0),
    ],
)
def test_words_of_a_template_stand_above_or_below_their_line(
    said: str, size: float, rise: float
) -> None:
    xml = f'<w:p><w:r><w:rPr><w:sz w:val="40"/>{said}</w:rPr><w:t>2</w:t></w:r></w:p>'
    foreign = replace(
        FOREIGN["university"], body=p("{{ main }}"), headers_footers={"header-default": xml}
    )
    found, _ = read_header_footer(
        WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
    )
    (block,) = found.headers["default"].blocks
    assert isinstance(block, HeaderFooterParagraph)
    (words,) = block.parts
    assert isinstance(words, HeaderFooterText)
    assert words.style.size_pt == pytest.approx(size)
    assert words.style.rise_pt == pytest.approx(rise)


def test_the_marks_of_events_have_a_font_that_has_them() -> None:
    """A stand-in of a word processor is wider, and touches the text."""
    foreign = FOREIGN["university"]
    found, _ = adopt(WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package()))))
    numbering = found.package.document_part("numbering")
    assert numbering is not None
    levels = [
        one
        for one in numbering.iter(W + "lvl")
        if one.find(W + "lvlText").get(W + "val") in "●○"  # type: ignore[union-attr, operator]
    ]
    fonts = [one.find(f"{W}rPr/{W}rFonts").get(W + "ascii") for one in levels]  # type: ignore[union-attr]
    assert fonts == ["Arial", "Arial"]


def test_a_line_without_words_is_as_high_as_its_mark() -> None:
    xml = '<w:p><w:pPr><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr><w:r>{}</w:r></w:p>'
    found = []
    for said in ("<w:tab/>", "<w:t>words</w:t>"):
        foreign = replace(
            FOREIGN["university"],
            body=p("{{ main }}"),
            headers_footers={"header-default": xml.format(said)},
        )
        held, _ = read_header_footer(
            WordTemplate("foreign", "foreign.docx", Package(parts(foreign.package())))
        )
        (block,) = held.headers["default"].blocks
        assert isinstance(block, HeaderFooterParagraph)
        found.append(block.style.size_pt)
    assert found[0] == 2.0 < found[1]
