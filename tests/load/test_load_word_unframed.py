"""Page numbers that Word has put into frames of a header or footer stand in their line."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import W

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
