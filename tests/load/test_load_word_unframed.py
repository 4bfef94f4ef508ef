"""Page numbers that Word has put into frames of a header or footer stand in their line."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import W

from briefgen.load.word.hidden import HidingStyles
from briefgen.load.word.text_cleaning import clean_text
from briefgen.load.word.unframed import unframe

NS = f'xmlns:w="{W[1:-1]}"'
NUMBER = "<w:r><w:t>7</w:t></w:r>"


def unframed(beside: str, align: str = "right", *, root: str = "hdr", number: str = NUMBER) -> str:
    frame = f'<w:framePr w:wrap="around" w:vAnchor="text" w:xAlign="{align}" w:y="1"/>'
    part = etree.fromstring(
        f"<w:{root} {NS}><w:p><w:pPr>{frame}</w:pPr>{number}</w:p>{beside}</w:{root}>"
    )
    unframe(part)
    etree.cleanup_namespaces(part)
    return "".join(etree.tostring(one).decode().replace(f" {NS}", "") for one in part)


@pytest.mark.parametrize(
    ("align", "wanted"), [("right", "right"), ("outside", "right"), ("center", "center")]
)
def test_beside_an_empty_paragraph_it_is_aligned(align: str, wanted: str) -> None:
    found = unframed('<w:p><w:pPr><w:ind w:right="360"/></w:pPr></w:p>', align)
    ind = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
    assert found == f'<w:p><w:pPr>{ind}<w:jc w:val="{wanted}"/></w:pPr>{NUMBER}</w:p>'


def test_beside_words_it_stands_behind_a_tab_to_its_edge() -> None:
    words = "<w:r><w:t>Ministry</w:t></w:r>"
    tab = '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>'
    assert unframed(f"<w:p>{words}</w:p>") == f"<w:p>{words}<w:r>{tab}</w:r>{NUMBER}</w:p>"


@pytest.mark.parametrize(
    ("beside", "given"),
    [
        ("", {}),
        ("<w:tbl/>", {}),
        ("<w:p/>", {"root": "document"}),
        ("<w:p/>", {"align": "odd"}),
        ("<w:p/>", {"number": "<w:r><w:drawing/></w:r>"}),
        ("<w:p><w:r><w:t>Ministry</w:t><w:tab/></w:r></w:p>", {}),
    ],
)
def test_what_is_no_number_beside_a_line_stays(beside: str, given: dict[str, str]) -> None:
    assert "framePr" in unframed(beside, **given)


@pytest.mark.parametrize(("fill", "colour"), [("#336699", "336699"), ("gray", "A0A0A0")])
def test_a_horizontal_rule_of_google_docs_is_a_border(fill: str, colour: str) -> None:
    """It is as wide as the text, whatever its own measures are."""
    shape = (
        '<w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        f'<v:rect style="width:0pt;height:1.5pt" o:hr="t" fillcolor="{fill}"/></w:pict>'
    )
    root = etree.fromstring(
        f'<w:ftr xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:pBdr><w:top w:val="none"/></w:pBdr></w:pPr>'
        f"<w:r>{shape}</w:r></w:p><w:p><w:r>{shape}<w:t>1</w:t></w:r></w:p></w:ftr>"
    )
    clean_text(root, {}, HidingStyles(default=False, styles={}, paragraph=""))
    (border,) = root.iter(W + "bottom")
    assert (border.get(W + "val"), border.get(W + "color")) == ("single", colour)
    assert len([*root.iter(W + "pict")]) == 1


def test_a_control_of_plain_text_in_a_line_leaves_what_it_says() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:dataBinding/><w:{}/></w:sdtPr><w:sdtContent><w:r><w:t>1.0</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )
    root = etree.fromstring(
        f"<w:ftr {NS}><w:p><w:r/>{control.format('text')}<w:r/>{control.format('date')}</w:p>"
        "</w:ftr>"
    )
    clean_text(root, {}, HidingStyles(default=False, styles={}, paragraph=""))
    assert [etree.QName(one).localname for one in root[0]] == ["r", "r", "r", "sdt"]


def test_a_horizontal_rule_may_stand_in_a_paragraph_that_says_nothing_of_itself() -> None:
    shape = (
        '<w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"><v:rect o:hr="t"/></w:pict>'
    )
    root = etree.fromstring(f'<w:ftr xmlns:w="{W[1:-1]}"><w:p><w:r>{shape}</w:r></w:p></w:ftr>')
    clean_text(root, {}, HidingStyles(default=False, styles={}, paragraph=""))
    assert len([*root.iterfind(f"{W}p/{W}pPr/{W}pBdr/{W}bottom")]) == 1
