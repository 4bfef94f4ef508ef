"""Rows of a CSV file: read with their lines, or refused with them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.load.rows import Row, read_rows
from briefgen.types.finding import LoadError


def rows(folder: Path, text: str) -> tuple[Row, ...]:
    path = folder / "rows.csv"
    path.write_bytes(text.encode())
    return read_rows(path).rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [(2, {"a": "1", "b": "2"})]),
        ("\ufeffa,b\r\n1,2\r\n", [(2, {"a": "1", "b": "2"})]),
        ("a,b\n\n , \n1,2", [(4, {"a": "1", "b": "2"})]),
        (
            'a,b\n"x\ny", 2 \n3,"4,""5"""\n',
            [(2, {"a": "x\ny", "b": "2"}), (4, {"a": "3", "b": '4,"5"'})],
        ),
    ],
)
def test_each_row_has_its_cells_and_the_line_it_begins_on(
    tmp_path: Path, text: str, expected: list[tuple[int, dict[str, str]]]
) -> None:
    assert [(row.line, row.cells) for row in rows(tmp_path, text)] == expected


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("a,b\n", [("rows-missing", None)]),
        (" , \n", [("rows-missing", None)]),
        ("a,b\n1\n2,3,4\n", [("row-cells", 2), ("row-cells", 3)]),
        ("a,,a\n1,2,3\n", [("column-unnamed", 1), ("column-twice", 1)]),
        ("a;b\n1;2\n", [("csv-separator", 1)]),
        ("a;b\n1,5;2\n", [("csv-separator", 1)]),
        ('a,b\n"1,2\n', [("csv-syntax", 2)]),
        ('a,b\n1,2\n"3"x,4\n', [("csv-syntax", 3)]),
        ("a,b\n1,\x00\n", [("control-character", 2)]),
        ("", [("file-empty", None)]),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(
    tmp_path: Path, text: str, findings: list[tuple[str, int | None]]
) -> None:
    with pytest.raises(LoadError) as caught:
        rows(tmp_path, text)
    assert [(each.code, each.line) for each in caught.value.findings] == findings
    assert all(each.file == str(tmp_path / "rows.csv") for each in caught.value.findings)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes("a\nMôn\n".encode("latin-1"))
    with pytest.raises(LoadError) as caught:
        read_rows(path)
    assert caught.value.codes == ("file-encoding",)


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_a_spreadsheet_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[str]]
) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([["one", "two"], *table])
    found = rows(tmp_path_factory.mktemp("csv"), written.getvalue())
    assert [list(row.cells.values()) for row in found] == table
