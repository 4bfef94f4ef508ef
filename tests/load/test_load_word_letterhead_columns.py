"""A letterhead in columns of a sample's text is a table of a brief's, which has no such columns."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.foreign import NAMESPACES, p
from samples.word import W

from briefgen.load.word.letterhead_columns import set_columns_as_table
from briefgen.ooxml.names import Element

LOGO = "<w:p><w:r><w:drawing/></w:r></w:p>"
BREAK = '<w:r><w:br w:type="column"/></w:r>'
COLUMNS = '<w:cols w:num="2"><w:col w:w="2000" w:space="1000"/><w:col w:w="7000"/></w:cols>'


def section(flow: str, *, kind: str = "continuous") -> str:
    return f'<w:sectPr><w:type w:val="{kind}"/><w:pgMar w:left="280"/>{flow}</w:sectPr>'


def ends(inside: str) -> str:
    return f"<w:p><w:pPr>{inside}</w:pPr></w:p>"


def set_as_table(head: str, following: str = "") -> Element:
    rest = f"{p('Dear reader')}{section('', kind=following or 'continuous')}"
    body = etree.fromstring(f"<w:body {NAMESPACES}>{head}{ends(section(COLUMNS))}{rest}</w:body>")
    set_columns_as_table(body)
    return body


def words(holder: Element) -> str:
    return "".join(one.text or "" for one in holder.iter(f"{W}t"))


def name(said: str) -> str:
    return p(said).replace("<w:r>", f"{BREAK}<w:r>", 1)


def test_columns_of_a_letterhead_are_cells() -> None:
    body = set_as_table(LOGO + p("") + name("Town of Wells") + p("Treasury"))
    table, text, last = body
    cells = [words(cell) for cell in table.iter(f"{W}tc")]
    assert cells == ["", "Town of WellsTreasury"]
    assert [one.get(f"{W}w") for one in table.iter(f"{W}gridCol")] == ["2500", "7500"]
    assert len([*table.iter(f"{W}drawing")]) == 1
    assert words(text) == "Dear reader"
    assert [one.tag for one in body.iter(f"{W}sectPr")] == [last.tag]
    assert not [*body.iter(f"{W}br")]


@pytest.mark.parametrize(
    ("head", "following"),
    [
        (p("A") + name("Town of Wells"), ""),
        (LOGO + p("Town of Wells"), ""),
        (LOGO + name("Town of Wells " * 30), ""),
        (LOGO + name("Town of Wells"), "nextPage"),
    ],
    ids=["no picture", "no break", "text", "a cover"],
)
def test_other_columns_stay(head: str, following: str) -> None:
    assert set_as_table(head, following).find(f"{W}tbl") is None
