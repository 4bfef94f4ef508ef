"""One walk sees what is read of a Word file, and nothing else."""

from __future__ import annotations

import pytest
from lxml import etree

from briefgen.ooxml.names import MC, W
from briefgen.ooxml.text import Walk, characters, is_hidden, own_text

NAMES = f'xmlns:w="{W[1:-1]}" xmlns:mc="{MC[1:-1]}"'


def tree(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:p {NAMES}>{xml}</w:p>")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def said(xml: str) -> str:
    walk = Walk()
    found = [(characters(one), walk.prints) for one in walk.over(tree(xml))]
    return "".join(text for text, prints in found if text is not None and prints)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f"{run('a')}<w:ins>{run('b')}</w:ins><w:del>{run('c')}</w:del>", "ab"),
        (f"<w:moveFrom>{run('a')}</w:moveFrom><w:moveTo>{run('b')}</w:moveTo>", "b"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a"),
        (f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>", "ab"),
        (f"<w:r><w:txbxContent><w:p>{run('a')}</w:p></w:txbxContent></w:r>", "a"),
        (f"<mc:AlternateContent><mc:Choice>{run('a')}</mc:Choice><mc:Fallback>{run('b')}"
         "</mc:Fallback></mc:AlternateContent>", "a"),
        (f'<w:fldSimple w:instr=" DATE ">{run("a")}</w:fldSimple>', "a"),
        (f"{mark('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>{run('x')}"
         f"{mark('separate')}{run('a')}{mark('end')}{run('b')}", "ab"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:br/></w:r>", "a\t\n"),
    ],
)  # fmt: skip
def test_what_is_said(xml: str, text: str) -> None:
    assert said(xml) == text


def test_fields_are_known_where_the_walk_stands() -> None:
    inner = f"{mark('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{mark('separate')}"
    outer = f'<w:hyperlink><w:fldSimple w:instr=" ref x ">{inner}{run("1")}'
    walk = Walk()
    names = [
        [one.name for one in walk.fields]
        for element in walk.over(tree(f"{outer}{mark('end')}</w:fldSimple></w:hyperlink>"))
        if element.tag == W + "t"
    ]
    assert names == [["REF", "PAGE"]]
    assert walk.fields == []


def test_the_words_of_a_paragraph_are_those_of_no_text_box() -> None:
    box = f"<w:r><w:txbxContent><w:p>{run('b')}</w:p></w:txbxContent></w:r>"
    assert own_text(tree(f"{run('a')}{box}{run('c')}")) == "ac"


def test_a_run_is_hidden_by_its_own_properties() -> None:
    (shown, hidden, visible) = tree(
        '<w:r/><w:r><w:rPr><w:vanish/></w:rPr></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr></w:r>'
    )
    assert [is_hidden(one) for one in (shown, hidden, visible)] == [False, True, False]
