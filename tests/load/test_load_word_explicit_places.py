"""Tables and tabs that leave their place to the program stand where the template has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.word import W, packed, parts

from briefgen.load.word.explicit_places import with_explicit_places
from briefgen.load.word.header_footer import text_width_pt
from briefgen.load.word.template import read_word_template
from briefgen.ooxml.names import Element

DOCUMENT = "word/document.xml"


def placed(xml: str, tmp_path: Path, mode: str = "15") -> tuple[Element, float]:
    """Return the document with something more in its body, and the width of its text in twips.

    `mode` is the version of Word that it is laid out for.
    """
    held = parts()
    settings = held["word/settings.xml"]
    assert b'compatibilityMode" w:uri="' in settings
    held["word/settings.xml"] = settings.replace(b'w:val="15"', f'w:val="{mode}"'.encode())
    held[DOCUMENT] = held[DOCUMENT].replace(b"<w:sectPr>", xml.encode() + b"<w:sectPr>")
    (tmp_path / "foreign.docx").write_bytes(packed(held))
    template = with_explicit_places(read_word_template(tmp_path / "foreign.docx"))
    root = template.package.root(DOCUMENT)
    return root, text_width_pt(next(root.iter(W + "sectPr"))) * 20


def table(properties: str, columns: tuple[int, ...] = (1000, 3000)) -> str:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns)
    cell = '<w:tc><w:tcPr><w:tcW w:w="1250" w:type="pct"/></w:tcPr><w:p/></w:tc>'
    rows = f"<w:tr>{cell * len(columns)}</w:tr>"
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    )


def measures(root: Element, name: str) -> list[tuple[int, str | None]]:
    return [(int(one.get(W + "w") or 0), one.get(W + "type")) for one in root.iter(W + name)]


@pytest.mark.parametrize("told", ["2500", "50%"])
def test_a_share_of_the_text_becomes_a_width(told: str, tmp_path: Path) -> None:
    root, text = placed(table(f'<w:tblW w:w="{told}" w:type="pct"/>'), tmp_path)
    assert measures(root, "tblW")[-1] == (round(text / 2), "dxa")
    assert measures(root, "tcW")[-2:] == [
        (round(text / 8), "dxa"),
        (round(text * 3 / 8), "dxa"),
    ]


@pytest.mark.parametrize(("align", "share"), [("center", 0.5), ("right", 1), ("end", 1)])
def test_an_aligned_table_is_indented(align: str, share: float, tmp_path: Path) -> None:
    root, text = placed(table(f'<w:tblW w:w="0" w:type="auto"/><w:jc w:val="{align}"/>'), tmp_path)
    assert measures(root, "tblW")[-1] == (4000, "dxa")
    assert measures(root, "tblInd") == [(round((text - 4000) * share), "dxa")]
    assert next(root.iter(W + "tbl")).find(f"{W}tblPr/{W}jc") is None


@pytest.mark.parametrize(
    ("placed_at", "indent"),
    [
        ('w:horzAnchor="margin" w:tblpX="300" w:tblpY="-19"', 300),
        ('w:horzAnchor="page" w:tblpX="300" w:vertAnchor="page" w:tblpY="900"', -720),
        ('w:horzAnchor="margin" w:tblpXSpec="right"', 1.0),
        ('w:horzAnchor="margin" w:tblpXSpec="center"', 0.5),
    ],
)
def test_a_table_that_floats_stands_in_the_text_where_it_stood(
    placed_at: str, indent: float, tmp_path: Path
) -> None:
    width = '<w:tblOverlap w:val="never"/><w:tblW w:w="4000" w:type="dxa"/>'
    root, text = placed(table(f"<w:tblpPr {placed_at}/>{width}"), tmp_path)
    assert not [*root.iter(W + "tblpPr", W + "tblOverlap")]
    free = text - 4000
    wanted = round(free * indent) if isinstance(indent, float) else indent
    assert measures(root, "tblInd") == [(wanted, "dxa")]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:tblW w:w="4000" w:type="dxa"/>',
        '<w:tblpPr w:vertAnchor="page" w:tblpX="1" w:tblpY="14000"/>'
        '<w:tblW w:w="4000" w:type="dxa"/>',
    ],
)
def test_a_table_with_a_place_of_its_own_keeps_it(properties: str, tmp_path: Path) -> None:
    root, _ = placed(table(properties), tmp_path)
    assert measures(root, "tblW")[-1][0] in (4000, 5000)
    assert not [*root.iter(W + "tblInd")]


def tab(kind: str, align: str = "right", to: str = "margin") -> str:
    said = "" if kind == "tab" else f' w:alignment="{align}" w:relativeTo="{to}" w:leader="none"'
    return f"<w:r><w:{kind}{said}/><w:t>end</w:t></w:r>"


def stops(root: Element) -> list[tuple[str, int]]:
    held = root.iterfind(f".//{W}tabs/{W}tab")
    return [(one.get(W + "val", ""), int(one.get(W + "pos", 0))) for one in held]


def test_tabs_to_margins_become_stops_and_others_of_the_style_go(tmp_path: Path) -> None:
    own = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="500"/></w:tabs></w:pPr>'
    root, text = placed(f"<w:p>{own}{tab('ptab', 'center')}{tab('ptab')}</w:p>", tmp_path)
    assert not [*root.iter(W + "ptab")]
    assert stops(root) == [("clear", 500), ("center", round(text / 2)), ("right", round(text))]


def test_one_within_indents_goes_by_them(tmp_path: Path) -> None:
    own = '<w:pPr><w:ind w:left="400" w:right="600"/></w:pPr>'
    root, text = placed(f"<w:p>{own}{tab('ptab', to='indent')}</w:p>", tmp_path)
    assert stops(root) == [("right", round(text - 600))]


def test_one_beside_plain_tabs_stays(tmp_path: Path) -> None:
    root, _ = placed(f"<w:p>{tab('tab')}{tab('ptab')}</w:p>", tmp_path)
    assert len([*root.iter(W + "ptab")]) == 1
    assert stops(root) == []


def test_rows_of_a_table_that_is_indented_say_no_place_of_their_own(tmp_path: Path) -> None:
    aligned = table('<w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/>')
    rows = aligned.replace("<w:tr>", '<w:tr><w:trPr><w:jc w:val="center"/></w:trPr>')
    root, _ = placed(rows, tmp_path)
    assert next(root.iter(W + "tbl")).find(f"{W}tr/{W}trPr/{W}jc") is None


def test_an_aligned_table_of_an_older_version_stands_at_its_place(tmp_path: Path) -> None:
    """Word and LibreOffice set an indented one out by the margin of its cells."""
    margin = '<w:tblCellMar><w:left w:w="80" w:type="dxa"/></w:tblCellMar>'
    aligned = table(f'<w:tblW w:w="0" w:type="auto"/><w:jc w:val="right"/>{margin}')
    root, text = placed(aligned, tmp_path, mode="14")
    assert measures(root, "tblInd") == [(round(text - 4000) + 80, "dxa")]


def test_a_centred_line_with_tabs_to_its_margins_begins_at_the_left(tmp_path: Path) -> None:
    own = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    root, _ = placed(f"<w:p>{own}{tab('ptab', 'center')}{tab('ptab')}</w:p>", tmp_path)
    assert [one.get(W + "val") for one in root.iter(W + "jc")][-1] == "left"
