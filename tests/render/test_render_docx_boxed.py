"""Lines with tabs at head and foot reach over the side column in LibreOffice, too."""

from __future__ import annotations

from lxml import etree
from samples.word import template

from briefgen.load.page_style import read_page_style
from briefgen.ooxml.names import WP, Element, W
from briefgen.render.docx.frames import box_tabbed, divide
from briefgen.types.page import Master, SideColumn

TABBED = "<w:p><w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r></w:p>"
PLAIN = "<w:p><w:pPr><w:tabs><w:tab w:pos='90'/></w:tabs></w:pPr><w:r><w:t>3</w:t></w:r></w:p>"
DRAWN = TABBED.replace("<w:t>1</w:t>", "<w:drawing><wp:inline/></w:drawing>")
FLOATING = DRAWN.replace("inline", "anchor")
TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def boxed(held: str, *, side: bool = True) -> list[str]:
    """Return what a footer holds: paragraphs by the number of their runs, tables by lines."""
    names = f'xmlns:w="{W[1:-1]}" xmlns:wp="{WP[1:-1]}"'
    root: Element = etree.fromstring(f"<w:ftr {names}>{held}</w:ftr>")
    master = Master(side=SideColumn(width_pt=156, gap_pt=20)) if side else Master()
    box_tabbed(root, divide(read_page_style(template()), master))
    counted = {"p": "r", "tbl": "p"}
    return [
        f"{name}{sum(1 for _ in one.iter(W + counted[name]))}"
        for one in root
        for name in [one.tag.removeprefix(W)]
    ]


def test_lines_with_tabs_stand_in_a_cell_as_wide_as_the_page() -> None:
    assert boxed(TABBED * 2 + PLAIN) == ["tbl2", "p1"]
    assert boxed(PLAIN + TABBED) == ["p1", "tbl1", "p0"]
    assert boxed(DRAWN) == ["tbl1", "p0"]
    assert boxed(PLAIN + TABBED + TABLE) == ["p1", "tbl1", "p0", "tbl1"]


def test_what_needs_no_cell_has_none() -> None:
    assert boxed(PLAIN) == ["p1"]
    assert boxed(TABBED, side=False) == ["p1"]
    assert boxed(FLOATING) == ["p1"]
    assert boxed(TABLE + TABBED) == ["tbl1", "p1"]
