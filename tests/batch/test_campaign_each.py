"""One brief a row: what is set is printed, and nothing is written before every row is good."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

import briefgen
from briefgen.types.finding import CheckError, FitError, LoadError


def words(path: Path) -> str:
    return " ".join(PdfReader(io.BytesIO(path.read_bytes())).pages[0].extract_text().split())


def test_each_row_has_its_file_with_its_figures_and_texts(
    mali: briefgen.Argument, rows: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "out"
    results = briefgen.build_each(mali, rows, out, name="{constituency}", formats=["pdf"])
    assert [(result.path.name, result.line) for result in results] == [
        ("Ynys-Môn.pdf", 2),
        ("Hull-North.pdf", 3),
        ("York.pdf", 4),
        ("York-2.pdf", 5),
    ]
    assert "Mali as seen from Hull" in words(out / "Hull-North.pdf")
    for result, number in zip(results, range(2501, 2505), strict=True):
        assert result.error is None
        assert f"{number:,}" in words(result.path)


def test_names_report_several_lengths_and_audiences_apart(
    mali: briefgen.Argument, rows: Path, tmp_path: Path
) -> None:
    results = briefgen.build_each(
        mali,
        rows,
        tmp_path / "out",
        name="{audience}-{row}",
        lengths=["one-page", "full"],
        audiences=["public"],
        formats=["docx"],
    )
    names = [result.path.name for result in results]
    assert names[:3] == ["public-1-one-page.docx", "public-1-full.docx", "public-2-one-page.docx"]


BAD = """\
constituency,#un-abroad,title,rationales[0].forms.headline
York,many,,
Hull,1,,one two three four five six seven eight nine ten eleven twelve thirteen
Leeds,2,,
Bath,3,"A title[#unheard-of]",Headline with [#nobody]
"""


def test_all_bad_rows_are_reported_before_anything_is_written(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(BAD, encoding="utf-8")
    with pytest.raises(CheckError) as caught:
        briefgen.build_each(mali, path, tmp_path / "out")
    assert [(each.code, each.line) for each in caught.value.findings] == [("cell-not-number", 2)]
    path.write_text(BAD.replace("many", "4"), encoding="utf-8")
    for executor in (None, "processes"):
        with pytest.raises(CheckError) as caught:
            briefgen.build_each(mali, path, tmp_path / "out", executor=executor)
        reported = [(each.code, each.line) for each in caught.value.findings]
        assert ("headline-too-long", 3) in reported
        assert ("unknown-reference", 5) in reported
        assert {line for _, line in reported} == {3, 5}
        assert all('column "rationales[0]' in each.message for each in caught.value.findings)
    assert not (tmp_path / "out").exists()


def test_an_unknown_column_or_field_of_the_name_is_reported_first(
    mali: briefgen.Argument, rows: Path, tmp_path: Path
) -> None:
    with pytest.raises(LoadError) as caught:
        briefgen.build_each(mali, rows, tmp_path / "out", name="{constituancy}")
    assert caught.value.codes == ("name-field",)
    rows.write_text("titel\nx\n", encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        briefgen.build_each(mali, rows, tmp_path / "out")
    assert caught.value.codes == ("column-unknown",)


def test_rows_of_the_same_selection_print_the_same_points_or_fail(
    mali: briefgen.Argument, tmp_path: Path
) -> None:
    long = "What the mission costs is told at length and for every year of it. " * 12
    path = tmp_path / "rows.csv"
    shown = next(
        f"{decision.part}[{number}].forms.{decision.considered[decision.taken].form}"
        for decision in briefgen.build(mali).decisions
        if decision.part in ("rationales", "risks")
        and decision.taken is not None
        and decision.considered[decision.taken].form == "summary"
        for number, point in enumerate(mali.points(decision.part))
        if point.id == decision.subject
    )
    path.write_text(f"town,{shown}\nYork,Short.\nHull,{long}\nBath,\n", encoding="utf-8")
    own, same = (
        briefgen.build_each(
            mali, path, tmp_path / str(number), formats=["pdf"], same_selection=bool(number)
        )
        for number in range(2)
    )
    assert [result.error for result in own] == [None, None, None]
    york, hull, bath = same
    assert york.error is bath.error is None
    assert york.brief
    assert bath.brief
    left_out = [
        [each for each in brief.omitted if each.kind == "point"]
        for brief in (york.brief, bath.brief)
    ]
    assert left_out[0] == left_out[1] != []
    assert isinstance(hull.error, FitError)
    assert {*hull.error.codes} == {"selection-does-not-fit"}
    assert (hull.line, hull.path.exists()) == (3, False)


def test_only_rows_that_changed_are_checked_and_built_again(
    mali: briefgen.Argument, rows: Path, tmp_path: Path
) -> None:
    def build() -> tuple[list[tuple[int, int]], list[bool]]:
        checked: list[tuple[int, int]] = []
        results = briefgen.build_each(
            mali,
            rows,
            tmp_path / "out",
            name="{constituency}",
            formats=["pdf"],
            checked=lambda *counts: checked.append(counts),
        )
        return checked, [result.kept for result in results]

    assert build() == ([(4, 4)], [False] * 4)
    assert build() == ([], [True] * 4)
    rows.write_text(rows.read_text("utf-8").replace("2502", "2602"), encoding="utf-8")
    assert build() == ([(1, 1)], [True, False, True, True])
