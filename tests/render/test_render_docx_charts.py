"""Native charts: over a workbook inside, in the theme's colours, with alternative text."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace
from samples.brief import BESIDE, WIDE, content, section
from samples.charted import charted, fact, in_group, projected, ranged, reader_of
from samples.word import WP, W, audit, lines, parts, template, text, tree

from briefgen.compose.charts import chart, charts
from briefgen.load.page_style import read_page_style
from briefgen.load.word.template import read_word_template
from briefgen.render.docx import render_docx
from briefgen.render.docx.chart_axes import in_language
from briefgen.types.block import Chart, Origin
from briefgen.types.page import Master
from briefgen.types.plot import QUIET, paler

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHARTS = [
    replace(entry.blocks[0], number=number)
    for number, entry in enumerate(charts(charted(), (), reader_of(charted()), Origin("x")), 1)
    if isinstance(entry.blocks[0], Chart)
]
PART = "word/charts/chart1.xml"
BOOK = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"


def written(*blocks: Chart, master: Master = WIDE, frame: str = "main") -> bytes:
    word = template()
    brief = content(section("charts", *blocks, frame=frame, heading="Charts"))
    return render_docx(brief, word, read_page_style(word), master)


def drawn(*values: tuple[str, float], **rest: str) -> etree._Element:
    block = replace(chart(fact(*values, **rest), reader_of(charted()), Origin("x")), number=1)
    return tree(written(block), PART)


def values(root: etree._Element, path: str) -> list[str | None]:
    return [one.get("val") for one in root.iterfind(f".//{C}{path.replace('/', f'/{C}')}")]


def cells(book: bytes) -> list[list[str]]:
    """Return the rows of the only sheet of a workbook."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        strings = [
            "".join(str(part) for part in one.itertext())
            for one in etree.fromstring(archive.read("xl/sharedStrings.xml")).iter(f"{S}si")
        ]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [
        [
            strings[int(one.findtext(f"{S}v") or 0)]
            if one.get("t") == "s"
            else one.findtext(f"{S}v") or ""
            for one in row.iter(f"{S}c")
        ]
        for row in sheet.iter(f"{S}row")
    ]


def test_a_chart_stands_below_its_caption_in_a_style_that_does_not_cut_it_off() -> None:
    data = written(*CHARTS)
    styles = ("ChartTitle", "Caption", "Picture", "Credit")
    found = [line for line in lines(data) if line.startswith(styles)]
    assert found == [
        "ChartTitle | Passengers",
        "Caption | Alder ferry, both directions, 2016 to 2020",
        "Picture | ",
        "Credit | Figure\u00a01. 2020: slightly over 412,000.",
        "ChartTitle | Yearly result: from −1.2 (2017) to 0.3 (2020)",
        "Caption | € million, Alder ferry, 2017 to 2020",
        "Picture | ",
        "Credit | Figure\u00a02. ",
        "ChartTitle | Water level: lowest 1.2 (August\u00a02020), highest 3.3 (January\u00a02020)",
        "Caption | Metres, landing stage, July 2019 to December 2020",
        "Picture | ",
        "Credit | Figure\u00a03. Source: article, paragraph\u00a04.",
    ]
    caption = next(p for p in tree(data).iter(W + "p") if text(p).startswith("Figure\u00a01"))
    assert [one.text for one in caption.iter(W + "instrText")] == [r" SEQ Figure \* ARABIC "]


def test_drawings_have_alternative_text_a_name_and_a_number_of_their_own() -> None:
    found = [*tree(written(*CHARTS)).iter(WP + "docPr")]
    assert [one.get("descr") for one in found] == [block.alt for block in CHARTS]
    assert [one.get("name") for one in found] == ["Figure 1", "Figure 2", "Figure 3"]
    assert len({one.get("id") for one in found}) == 3


def test_the_drawing_takes_the_room_that_the_pdf_gives_it() -> None:
    (extent, *_) = tree(written(*CHARTS)).iter(WP + "extent")
    page_style = read_page_style(template())
    width = page_style.page_width_pt - page_style.margin_left_pt - page_style.margin_right_pt
    assert int(extent.get("cx", 0)) == pytest.approx(width * 12_700, abs=12_700)
    assert int(extent.get("cy", 0)) == round(CHARTS[0].plot.height_pt(width, 8.5, 11) * 12_700)


def test_the_workbook_holds_what_the_chart_shows() -> None:
    held = parts(written(*CHARTS))
    assert cells(held[BOOK]) == [
        ["Passengers, Alder ferry, both directions, 2016 to 2020"],
        *(["2016", "248000"], ["2017", "265500"], ["2018", "301000"]),
        *(["2019", "366200"], ["2020", "412000"]),
    ]
    root = etree.fromstring(held[PART])
    shown = [[one.text for one in cache.iter(C + "v")] for cache in root.iter(C + "ser")]
    assert shown == [
        [
            "Passengers, Alder ferry, both directions, 2016 to 2020",
            *("2016", "2017", "2018", "2019", "2020"),
            *("248000", "265500", "301000", "366200", "412000"),
        ]
    ]
    assert [one.text for one in root.iter(C + "f")] == [
        "Sheet1!$B$1",
        "Sheet1!$A$2:$A$6",
        "Sheet1!$B$2:$B$6",
    ]


def test_a_line_stands_on_dates_so_that_time_is_true() -> None:
    level = written(CHARTS[2])
    rows = cells(parts(level)[BOOK])
    assert rows[1] == ["43661", "1.6"]
    root = tree(level, PART)
    assert values(root, "dateAx/baseTimeUnit") == ["days"]
    assert values(root, "dateAx/majorTimeUnit") == ["months"]
    (axis,) = root.iter(C + "dateAx")
    (number_format,) = axis.iter(C + "numFmt")
    assert number_format.get("formatCode") == "[$-809]mmm yyyy"
    assert values(root, "dLbl/idx") == ["0", "6", "13", "17"]
    aside = [label.find(f"{C}layout") is not None for label in root.iter(C + "dLbl")]
    assert aside == [True, False, False, False], "the first would stand on the values of the axis"


def test_a_year_that_no_spreadsheet_knows_stays_a_word() -> None:
    root = drawn(*((str(1850 + 10 * number), number) for number in range(10)))
    assert [*root.iter(C + "dateAx")] == []
    assert len([*root.iter(C + "catAx")]) == 1


@pytest.mark.parametrize(
    ("dates", "kind", "places"),
    [
        (("2015", "2016", "2019"), "barChart", ["0", "1", "4"]),
        (("2015/16", "2016/17", "2029/30"), "lineChart", ["0", "1", "14"]),
    ],
)
def test_a_step_of_time_without_a_value_is_an_empty_category(
    dates: tuple[str, ...], kind: str, places: list[str]
) -> None:
    root = drawn(*((date, number + 1) for number, date in enumerate(dates)))
    assert len([*root.iter(C + kind)]) == 1
    for cache in ("strCache", "numCache"):
        (held,) = [each for each in root.iter(C + cache) if len(each) > 2]
        assert [point.get("idx") for point in held.iter(C + "pt")] == places
        count = held.find(C + "ptCount")
        assert count is not None
        assert int(count.get("val", "")) == int(places[-1]) + 1
    assert values(root, "dLbl/idx") == places


@pytest.mark.parametrize(
    ("language", "code"), [("en-GB", "809"), ("fr", "40C"), ("fr-FR", "40C"), ("tlh", "")]
)
def test_months_have_the_names_of_the_brief_s_language(language: str, code: str) -> None:
    wanted = f"[$-{code}]mmm yyyy" if code else "mmm yyyy"
    assert in_language("mmm yyyy", language) == wanted


def test_bars_start_at_zero_and_each_prints_its_value() -> None:
    root = drawn(("2018", 96), ("2019", 104), unit="%")
    ends = [float(values(root, f"valAx/scaling/{end}")[0] or "") for end in ("min", "max")]
    assert ends == [0, 120]
    assert values(root, "barDir") == ["col"]
    formats = {one.get("formatCode") for one in root.iterfind(f".//{C}dLbl/{C}numFmt")}
    assert formats == {'#,##0;"−"#,##0'}


def test_the_bar_that_the_chart_is_about_has_the_accent_and_the_others_a_tint() -> None:
    root = tree(written(*CHARTS), PART)
    accent = read_page_style(template()).accent
    (others,) = root.findall(f".//{C}ser/{C}spPr/{A}solidFill/{A}srgbClr")
    (stressed,) = root.findall(f".//{C}ser/{C}dPt/{C}spPr/{A}solidFill/{A}srgbClr")
    assert (stressed.get("val"), others.get("val")) == (
        accent[1:].upper(),
        paler(accent, QUIET)[1:].upper(),
    )
    assert values(root, "ser/dPt/idx") == [str(CHARTS[0].plot.stressed)] == ["4"]


def test_a_chart_may_stand_in_the_side_column() -> None:
    data = written(CHARTS[0], master=BESIDE, frame="side")
    drawing = next(tree(data).iter(W + "drawing"))
    paragraph = next(drawing.iterancestors(W + "p"))
    assert paragraph.find(f"{W}pPr/{W}framePr") is not None
    assert int(next(drawing.iter(WP + "extent")).get("cx", 0)) == 156 * 12_700


def test_the_same_charts_are_the_same_bytes_without_a_clock() -> None:
    data = written(*CHARTS)
    assert data == written(*CHARTS)
    with zipfile.ZipFile(io.BytesIO(parts(data)[BOOK])) as archive:
        core = archive.read("docProps/core.xml").decode()
        app = archive.read("docProps/app.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(r"<(\w+:\w+)[ >]", core)[1:] == ["dc:title"]
    assert "Company" not in app


def test_validators_guards_and_libreoffice_accept_it(tmp_path: Path) -> None:
    path = tmp_path / "charts.docx"
    held = [(str(2000 + n), n) for n in range(12)]
    ranges = [projected(2, *held[:4]), projected(9, *held)]
    ranges += [ranged(*((str(2000 + n), n, n - 1, n + 2) for n in range(m))) for m in (3, 12)]
    more = [chart(one, reader_of(charted()), Origin("x")) for one in ranges]
    for count in (4, 12):
        facts = in_group(*(dict(held[:count]) for _ in range(3)), projected=3)
        named = {one.id: one for one in facts}
        reader = replace(reader_of(charted()), facts=named)
        more.append(chart(facts[0], reader, Origin("x")))
    path.write_bytes(written(*CHARTS, *(replace(one, number=n) for n, one in enumerate(more, 4))))
    # With its eye for safety it names every link: this brief has one, and may have it.
    assert audit(path) == ["External relationship target: https://example.org/a?b=1&c=2"]
    assert read_word_template(path).name == "charts"
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
    for kind in ("docx", "pdf"):
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", tmp_path / "again", path],
            check=True,
            capture_output=True,
            timeout=120,
        )
    again = parts((tmp_path / "again" / "charts.docx").read_bytes())
    assert len([name for name in again if name.startswith("word/charts/chart")]) == 9
    shown = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "again" / "charts.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for printed in ("248,000", "slightly over 412,000", "−0.25", "Jul 2019"):
        assert printed in shown.replace("\u00a0", " ")
