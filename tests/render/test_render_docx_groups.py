"""Several series in Word: a series each over its column, under a legend that names each once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import WIDE, content, section
from samples.charted import charted, in_group, reader_of
from samples.word import template, tree

from briefgen.compose.charts import chart
from briefgen.load.page_style import read_page_style
from briefgen.render.docx import render_docx
from briefgen.types.block import Origin

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def word(
    *series: Mapping[str, float],
    projected: int = 99,
    around: float | None = None,
    manner: str = "group",
) -> etree._Element:
    facts = in_group(*series, projected=projected, around=around, drawn_in=manner)
    reader = replace(reader_of(charted()), facts={one.id: one for one in facts})
    block = replace(chart(facts[0], reader, Origin("x")), number=1)
    held = template()
    brief = content(section("charts", block, frame="main", heading="Charts"))
    return tree(render_docx(brief, held, read_page_style(held), WIDE), "word/charts/chart1.xml")


def references(root: etree._Element, part: str) -> list[str | None]:
    return [each.findtext(f"{C}{part}//{C}f") for each in root.iter(f"{C}ser")]


def test_bars_in_groups_are_series_over_columns_of_one_sheet() -> None:
    root = word({"2018": 4, "2019": 7, "2020": 5}, {"2018": 2, "2020": 6}, projected=2)
    assert [one.get("val") for one in root.iter(f"{C}grouping")] == ["clustered"]
    assert references(root, "tx") == ["Sheet1!$B$1", "Sheet1!$C$1"]
    assert references(root, "val") == ["Sheet1!$B$2:$B$4", "Sheet1!$C$2:$C$4"]
    _, other = root.iter(f"{C}ser")
    assert other.findtext(f"{C}tx//{C}v") == "Pumps of the north"
    assert [one.get("idx") for one in other.iterfind(f"{C}val//{C}pt")] == ["0", "2"]
    first, _ = root.iter(f"{C}ser")
    assert [one.get("val") for one in first.iterfind(f"{C}dPt/{C}idx")] == ["2"]
    assert len(list(root.iter(f"{C}legend"))) == 1


@pytest.mark.parametrize(("projected", "left_out"), [(99, []), (8, ["1", "3"])])
def test_lines_have_symbols_and_their_projections_no_name_in_the_legend(
    projected: int, left_out: list[str]
) -> None:
    many = [{str(2000 + n): n * times for n in range(10)} for times in (1, 2)]
    root = word(*many, projected=projected)
    symbols = [one.get("val") for one in root.iterfind(f".//{C}ser/{C}marker/{C}symbol")]
    assert [*dict.fromkeys(symbols)] == ["circle", "square"]
    found = [one.get("val") for one in root.iterfind(f".//{C}legendEntry/{C}idx")]
    assert found == left_out
    dashed = [one.find(f"{C}spPr//{A}prstDash") is not None for one in root.iter(f"{C}ser")]
    assert dashed == ([False, False] if projected == 99 else [False, True, False, True])


YEARS = ({"2018": 4, "2019": 7, "2020": 5}, {"2018": 2, "2019": 3, "2020": 6})


@pytest.mark.parametrize("count", [3, 12])
def test_each_series_of_a_group_has_error_bars_over_columns_of_its_own(count: int) -> None:
    held = [{str(2000 + n): n * times + 3 for n in range(count)} for times in (1, 2)]
    root = word(*held, around=1)
    assert len(list(root.iter(f"{C}errBars"))) == 2
    places = [each.findtext(f"{C}errBars/{C}plus//{C}f") for each in root.iter(f"{C}ser")]
    last = count + 1
    assert places == [f"Sheet1!$G$2:$G${last}", f"Sheet1!$K$2:$K${last}"]
    # Only a line may say which way its error bars go.
    assert len(list(root.iter(f"{C}errDir"))) == (2 if count > 8 else 0)


def test_parts_of_a_whole_are_one_stack_with_values_within() -> None:
    root = word(*YEARS, manner="stack")
    assert [one.get("val") for one in root.iter(f"{C}grouping")] == ["stacked"]
    assert [one.get("val") for one in root.iter(f"{C}overlap")] == ["100"]
    assert {one.get("val") for one in root.iter(f"{C}dLblPos")} == {"ctr"}
    inks = [one.find(f".//{C}dLbl//{A}srgbClr") for one in root.iter(f"{C}ser")]
    assert [one is not None and one.get("val") == "FFFFFF" for one in inks] == [True, False]


def test_panels_are_one_series_over_dates_with_the_names_of_panels_below() -> None:
    root = word(*YEARS, manner="panels")
    assert references(root, "cat") == ["Sheet1!$A$2:$B$8"]
    assert references(root, "val") == ["Sheet1!$C$2:$C$8"]
    dates, names = root.iter(f"{C}lvl")
    assert [one.get("idx") for one in dates] == ["0", "1", "2", "4", "5", "6"]
    assert [(one.get("idx"), one.findtext(f"{C}v")) for one in names] == [
        ("0", "Wells of the north"),
        ("4", "Pumps of the north"),
    ]
    assert [one.get("val") for one in root.iter(f"{C}noMultiLvlLbl")] == ["0"]
    assert not list(root.iter(f"{C}legend"))


def test_what_is_projected_in_panels_is_a_dashed_series_that_goes_on_in_each() -> None:
    many = [{str(2000 + n): n * times for n in range(10)} for times in (1, 2)]
    measured, dashed = word(*many, projected=8, manner="panels").iter(f"{C}ser")
    assert dashed.find(f"{C}spPr//{A}prstDash") is not None
    held = [one.get("idx") for one in dashed.iterfind(f"{C}val//{C}pt")]
    assert held == ["7", "8", "9", "19", "20", "21"]
    assert len([*measured.iterfind(f"{C}val//{C}pt")]) == 16
