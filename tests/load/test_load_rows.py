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
        ("a;b\n1;2;3\n", [("row-cells", 2)]),
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


@pytest.mark.parametrize(
    ("text", "cells", "decimal_comma"),
    [
        ("a,b\n1;2,3\n", {"a": "1;2", "b": "3"}, False),
        ("a;b\n1,5;2\n", {"a": "1,5", "b": "2"}, True),
        ("\ufeffa\tb\n1\t2\n", {"a": "1", "b": "2"}, True),
        ('"a, b";c\n1;2\n', {"a, b": "1", "c": "2"}, True),
        ("sep=;\na;b\n1;2\n", {"a": "1", "b": "2"}, True),
        ("a\n1;2\n", {"a": "1;2"}, False),
        ("a,b;c,d\n1,x;2,y\n", {"a": "1", "b;c": "x;2", "d": "y"}, False),
    ],
)
def test_what_separates_columns_is_seen_by_the_rows(
    tmp_path: Path, text: str, cells: dict[str, str], decimal_comma: bool
) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(text.encode())
    read = read_rows(path)
    assert ([row.cells for row in read.rows], read.decimal_comma) == ([cells], decimal_comma)


def test_a_row_has_the_number_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    found = rows(tmp_path, 'a,b\n"x\ny",2\n\n3,4\n')
    assert [(row.line, row.number) for row in found] == [(2, 2), (5, 4)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_a_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "rows.txt"
    mark = "" if encoding == "utf-16" else "\ufeff"
    path.write_bytes(f"{mark}a\tb\nMôn\t2\n".encode(encoding))
    assert [row.cells for row in read_rows(path).rows] == [{"a": "Môn", "b": "2"}]


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        ("a\nMôn\n".encode("cp1252"), "Windows-1252"),
        (b"a\n\x81\xff\n", "save it as UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word or Excel"),
        (b"%PDF-1.7\n\xff", "is a PDF"),
        (b"\xff\xfea\x00\x00\xd8", "UTF-16"),
    ],
)
def test_what_a_file_is_taken_for_is_true_of_it(tmp_path: Path, data: bytes, reported: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(data)
    with pytest.raises(LoadError) as caught:
        read_rows(path)
    assert caught.value.codes == ("file-encoding",)
    assert reported in str(caught.value)
    assert (reported == "Windows-1252") == ("1252" in str(caught.value))


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
