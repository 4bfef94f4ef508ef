"""White space at the end of a cell of a header is a line of its height."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import W, template

from briefgen.load.word.explicit_places import close_cells
from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.sheet import sheet_of
from briefgen.ooxml.names import Element

STYLES = HeaderFooterStyles(sheet_of(template()))


def story(spacing: str, kind: str = "hdr", words: str = "a") -> Element:
    cell = f"<w:tc><w:p/><w:p><w:pPr>{spacing}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p/>"
    return etree.fromstring(f'<w:{kind} xmlns:w="{W[1:-1]}">{table}</w:{kind}>')


def spacings(root: Element) -> list[dict[str, str]]:
    paragraphs = [one.find(f"{W}pPr/{W}spacing") for one in root.iter(W + "p")]
    return [
        {} if one is None else {str(key).removeprefix(W): str(one.get(key)) for key in one.keys()}  # noqa: SIM118
        for one in paragraphs
    ]


@pytest.mark.parametrize("kind", ["hdr", "ftr"])
def test_space_after_the_last_paragraph_becomes_a_line(kind: str) -> None:
    root = story('<w:spacing w:before="40" w:after="200" w:afterLines="5"/>', kind)
    assert close_cells(root, STYLES)
    _, last, line, _ = spacings(root)
    assert last == {"before": "40", "after": "0"}
    assert line == {"before": "0", "after": "0", "line": "200", "lineRule": "exact"}


@pytest.mark.parametrize(
    ("spacing", "kind", "words"),
    [
        ('<w:spacing w:after="0"/>', "hdr", "a"),
        ('<w:spacing w:after="200"/>', "body", "a"),
        ('<w:spacing w:after="200"/>', "hdr", "{{ logo }}"),
    ],
    ids=["no space", "the body, where LibreOffice counts it once", "a field, which may go"],
)
def test_others_stay_as_they_are(spacing: str, kind: str, words: str) -> None:
    root = story(spacing, kind, words)
    before = etree.tostring(root)
    assert not close_cells(root, STYLES)
    assert etree.tostring(root) == before
