"""Intervals in Word: error bars over the workbook, which counts their distances."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import WIDE, content, section
from samples.charted import charted, ranged, reader_of
from samples.word import parts, template, tree

from briefgen.compose.charts import chart
from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx
from briefgen.types.block import Origin
from briefgen.types.fact import Fact

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BOOK = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"

THREE = ranged(("2018", 40, 37, 43), ("2019", 44.5, 41.2, 47.8), ("2020", 49, 46, 52), unit="%")
MANY = ranged(*((str(2000 + n), 10 + n, 9 + n, 12 + n) for n in range(12)))


def word(of: Fact) -> tuple[etree._Element, dict[str, bytes]]:
    held = template()
    block = replace(chart(of, reader_of(charted()), Origin("x")), number=1)
    brief = content(section("charts", block, frame="main", heading="Charts"))
    data = render_docx(brief, held, read_page_style(held), WIDE)
    return tree(data, "word/charts/chart1.xml"), parts(data)


@pytest.mark.parametrize(("of", "places"), [(THREE, 3), (MANY, 12)])
def test_in_word_they_are_error_bars_over_the_workbook(of: Fact, places: int) -> None:
    root, _ = word(of)
    (bars,) = root.iter(f"{C}errBars")
    assert [one.tag.removeprefix(C) for one in bars] == [
        *("errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "spPr"),
    ]
    for side, column in (("plus", "F"), ("minus", "E")):
        (held,) = bars.iterfind(f"{C}{side}/{C}numRef")
        assert held.findtext(f"{C}f") == f"Sheet1!${column}$2:${column}${places + 1}"
        assert len([*held.iter(f"{C}pt")]) == places
    siblings = [one.tag.removeprefix(C) for one in next(root.iter(f"{C}ser"))]
    assert siblings.index("dLbls") < siblings.index("errBars") < siblings.index("cat")


def test_the_workbook_holds_the_ends_and_counts_their_distances_itself() -> None:
    _, held = word(THREE)
    with zipfile.ZipFile(io.BytesIO(held[BOOK])) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    second = [*sheet.iter(f"{S}row")][2]
    assert [one.findtext(f"{S}v") for one in second][1:] == ["44.5", "41.2", "47.8", "3.3", "3.3"]
    assert [one.findtext(f"{S}f") for one in second][-2:] == ["B3-C3", "D3-B3"]
