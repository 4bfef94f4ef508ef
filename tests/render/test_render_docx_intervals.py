"""Intervals in Word are error bars over the workbook, projections a series or points apart."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import WIDE, content, section
from samples.charted import charted, projected, ranged, reader_of
from samples.word import parts, template, tree

from briefgen.compose.charts import chart
from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx
from briefgen.types.block import Origin
from briefgen.types.fact import Fact
from briefgen.types.plot import PALE, paler

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
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


def sheet_of(held: dict[str, bytes]) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(held[BOOK])) as archive:
        return [*etree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(f"{S}row")]


def test_the_workbook_holds_the_ends_and_counts_their_distances_itself() -> None:
    _, held = word(THREE)
    second = sheet_of(held)[2]
    assert [one.findtext(f"{S}v") for one in second][1:] == ["44.5", "41.2", "47.8", "3.3", "3.3"]
    assert [one.findtext(f"{S}f") for one in second][-2:] == ["B3-C3", "D3-B3"]


def test_a_line_has_its_projection_as_a_dashed_series_that_begins_where_it_ends() -> None:
    held = projected(9, *((str(2000 + n), 10 + n) for n in range(11)))
    root, files = word(held)
    measured, dashed = root.iter(f"{C}ser")
    assert [measured.find(f".//{A}prstDash"), dashed.findtext(f"{C}tx//{C}v")] == [
        None,
        "Projections",
    ]
    dash = dashed.find(f"{C}spPr/{A}ln/{A}prstDash")
    assert dash is not None
    assert dash.get("val") == "dash"
    places = [[one.get("idx") for one in each.iterfind(f"{C}val//{C}pt")]
              for each in (measured, dashed)]  # fmt: skip
    assert places == [[str(n) for n in range(9)], ["8", "9", "10"]]
    labels = [[one.get("val") for one in each.iterfind(f"{C}dLbls/{C}dLbl/{C}idx")]
              for each in (measured, dashed)]  # fmt: skip
    assert labels == [["0"], ["10"]]
    rows = sheet_of(files)
    assert [one.get("r") for one in rows[9]] == ["A10", "B10", "C10"]
    assert [one.get("r") for one in rows[10]] == ["A11", "C11"]


def test_intervals_of_a_projection_are_counted_from_its_own_column() -> None:
    held = ranged(*((str(2000 + n), 10 + n, 9 + n, 12 + n) for n in range(12)))
    last = held.series[-1].model_copy(update={"projected": True})
    root, files = word(held.model_copy(update={"series": (*held.series[:-1], last)}))
    bars = [len([*each.iterfind(f"{C}errBars/{C}plus//{C}pt")]) for each in root.iter(f"{C}ser")]
    assert bars == [11, 1]
    last_row = sheet_of(files)[12]
    assert [one.findtext(f"{S}f") for one in last_row][-2:] == ["C13-D13", "E13-C13"]


def test_projected_bars_are_pale_with_an_outline_and_projected_dots_pale() -> None:
    root, _ = word(projected(2, ("2018", 4), ("2019", 7), ("2020", 5), ("2021", 6)))
    outlined = [
        (fill.tag.removeprefix(A), fill.find(f".//{A}srgbClr").get("val"))  # type: ignore[union-attr]
        for one in root.iter(f"{C}dPt")
        if one.find(f"{C}spPr/{A}ln") is not None
        for fill in one.iterfind(f"{C}spPr/*")
        if fill.tag != f"{A}ln"
    ]
    accent = read_page_style(template()).accent
    pale = paler(accent, PALE)[1:].upper()
    assert outlined == [("solidFill", pale), ("solidFill", paler(accent)[1:].upper())]
    dots = ranged(("2019", 2, 1, 3), ("2020", 3, 2, 4))
    last = dots.series[1].model_copy(update={"projected": True})
    root, _ = word(dots.model_copy(update={"series": (dots.series[0], last)}))
    fills = [
        one.get("val") for one in root.iterfind(f".//{C}marker/{C}spPr/{A}solidFill/{A}srgbClr")
    ]
    assert fills == [accent[1:].upper(), paler(accent, PALE)[1:].upper()]
