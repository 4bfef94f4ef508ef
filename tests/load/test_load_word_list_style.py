"""Lists of a brief have the marks and letters that they should, whatever a template's are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from msgspec import structs
from samples.foreign import Foreign, p, style
from samples.word import W, template

from briefgen.load.page_style import read_page_style
from briefgen.load.word.adopt import adopt
from briefgen.ooxml.names import WORDML
from briefgen.types.page_style import TextStyle
from briefgen.types.role import Role

FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
BARE = Foreign(
    styles=style("Normal", "Normal"),
    body=p("{{ main }}"),
    font="Calibri",
    half_points=24,
    spacing='<w:spacing w:line="240" w:lineRule="auto"/>',
)


def adopted(*more: str, forms: tuple[str, ...] = ()) -> dict[Role, TextStyle]:
    """Return the styles of a template with lists of some formats, numbered from 1."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{"-" if form == "bullet" else "%1."}"/>'
        "</w:lvl></w:abstractNum>"
        for number, form in enumerate(forms, 1)
    ) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _ in enumerate(forms, 1)
    )
    own = template(replace(BARE, styles=BARE.styles + "".join(more)).package())
    root = etree.fromstring(f'<w:numbering xmlns:w="{W[1:-1]}">{lists}</w:numbering>')
    package = own.package.with_document_part("numbering", f"{WORDML}numbering+xml", root)
    return dict(read_page_style(adopt(structs.replace(own, package=package))[0]).styles)


def listed(name: str, number: int) -> str:
    of_list = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
    return style(name, name.replace(" ", ""), of_list, "", "Normal")


@pytest.mark.parametrize(
    ("forms", "bullet", "number"),
    [(("decimal", "bullet"), "•", "%1."), (("bullet", "upperRoman"), "-", "%1.")],
)
def test_bullets_are_bullets_and_numbers_are_numbers(
    forms: tuple[str, str], bullet: str, number: str
) -> None:
    styles = adopted(listed("List Bullet", 1), listed("List Number", 2), forms=forms)
    marks = [styles[role].mark for role in (Role.BULLET, Role.NUMBER)]
    assert [one and one.pattern for one in marks] == [bullet, number]
    kept = "upperRoman" if forms[0] == "bullet" else "decimal"
    assert [one and one.formats[0] for one in marks] == ["bullet", kept]


@pytest.mark.parametrize(
    ("own", "family", "size_pt"),
    [("", "Arial", 11), (FONT.format("Georgia"), "Georgia", 12)],
)
def test_a_list_that_names_no_font_has_that_of_the_text(
    own: str, family: str, size_pt: float
) -> None:
    text = style("Body Text", "B", "", f'{FONT.format("Arial")}<w:sz w:val="22"/>', "Normal")
    bullet = adopted(text, style("List Bullet", "L", "", own, "Normal"))[Role.BULLET]
    assert (bullet.family, bullet.size_pt) == (family, size_pt)
