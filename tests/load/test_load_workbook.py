"""Rows of an .xlsx workbook: cells as the spreadsheet shows them, or what is wrong with them."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from briefgen.load.rows import read_rows
from briefgen.types.finding import LoadError

Fill = Callable[[Any, Any], Any]
SHEET = "xl/worksheets/sheet1.xml"


def made(folder: Path, fill: Fill) -> Path:
    path = folder / "rows.xlsx"
    book = Workbook(path)
    fill(book, book.add_worksheet())
    book.close()
    return path


def rewritten(path: Path, part: str, old: str, new: str) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def codes(path: Path) -> list[tuple[str, int | None]]:
    with pytest.raises(LoadError) as caught:
        read_rows(path)
    assert all(each.file == str(path) and each.hint for each in caught.value.findings)
    return [(each.code, each.line) for each in caught.value.findings]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("North", None, "North"),
        (" =", None, "="),
        (1234, None, "1234"),
        (0.1 + 0.2, None, "0.3"),
        (1.5, "0.00", "1.50"),
        (1234.5, "#,##0.00", "1234.50"),
        (4, '"€" 0.0', "4.0"),
        (4, "[$€-407] 0.0;[Red]-0.0", "4.0"),
        (2.345, "0.0", "2.3"),
        (0.05, "0.0%", "5.0%"),
        (1e-7, None, "0.0000001"),
        (datetime.date(2019, 5, 15), "d mmm yyyy", "2019-05-15"),
        (True, None, "true"),
    ],
)
def test_a_cell_is_what_the_spreadsheet_shows(
    tmp_path: Path, value: object, number_format: str | None, text: str
) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "a")
        written = book.add_format({"num_format": number_format}) if number_format else None
        sheet.write(1, 0, value, written)

    assert [row.cells for row in read_rows(made(tmp_path, fill)).rows] == [{"a": text}]


def test_rows_have_their_numbers_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        for row, cells in {0: ["place", "#f"], 2: ["North", 5], 4: ["South"]}.items():
            sheet.write_row(row, 0, cells)

    assert [(row.line, row.number, row.cells) for row in read_rows(made(tmp_path, fill)).rows] == [
        (3, 3, {"place": "North", "#f": "5"}),
        (5, 5, {"place": "South", "#f": ""}),
    ]


def test_the_first_sheet_that_is_seen_is_read(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        other = book.add_worksheet()
        other.write_column(0, 0, ["a", "seen"])
        other.activate()
        sheet.hide()
        sheet.write_column(0, 0, ["a", "hidden"])

    assert read_rows(made(tmp_path, fill)).rows[0].cells == {"a": "seen"}


def test_a_formula_is_what_was_computed_of_it_and_else_reported(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write(0, 0, "a")
        sheet.write_formula(1, 0, "=1+1", None, 2)

    path = made(tmp_path, fill)
    assert codes(path) == [("cell-not-computed", 2)]
    rewritten(path, "xl/workbook.xml", ' fullCalcOnLoad="1"', "")
    assert read_rows(path).rows[0].cells == {"a": "2"}
    rewritten(path, SHEET, "<v>2</v>", "")
    assert codes(path) == [("cell-not-computed", 2)]


def test_errors_in_cells_are_reported_all_at_once_with_their_cells(tmp_path: Path) -> None:
    path = made(tmp_path, lambda _, sheet: sheet.write_column(0, 0, ["a", 1, 1]))
    for cell in ("A2", "A3"):
        found, wrong = f'<c r="{cell}"><v>1</v>', f'<c r="{cell}" t="e"><v>#DIV/0!</v>'
        rewritten(path, SHEET, found, wrong)
    assert codes(path) == [("cell-error", 2), ("cell-error", 3)]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", "<sheets>", "<sheets>&x;"),
        ("xl/workbook.xml", 'r:id="rId1"', 'r:id="rId9"'),
        (SHEET, "<v>0</v>", "<v>99</v>"),
        (SHEET, "<v>0</v>", "<v>x</v>"),
        (SHEET, 'r="A1"', 'r="$1"'),
        (SHEET, "<worksheet", "<!DOCTYPE x><worksheet"),
    ],
)
def test_a_workbook_that_is_not_sound_is_refused(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    path = made(tmp_path, lambda _, sheet: sheet.write_column(0, 0, ["a", "b"]))
    assert codes(rewritten(path, part, old, new)) == [("workbook-unsound", None)]


def test_a_number_that_no_format_can_show_is_refused(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "a")
        sheet.write(1, 0, 1e30, book.add_format({"num_format": "0.00"}))

    assert codes(made(tmp_path, fill)) == [("workbook-unsound", None)]


@pytest.mark.parametrize("parts", [{"a.txt": b"a"}, {"xl/workbook.xml": b" " * 30_000_000}])
def test_another_archive_and_a_bomb_are_refused(tmp_path: Path, parts: dict[str, bytes]) -> None:
    path = tmp_path / "rows.xlsx"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(packed.getvalue())
    assert codes(path) == [("workbook-unsound", None)]
