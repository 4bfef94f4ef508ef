"""Facts of an argument in a table beside it: CSV or a workbook, and anybody's."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

import briefgen
from briefgen.load.argument import read_argument, read_argument_in_part
from briefgen.options import BuildOptions
from briefgen.pipeline import inputs
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding
from briefgen.types.value import Range

FRONT = """---
title: Night buses carry shift workers
article: {title: Night buses, authors: [Ada Example], date: 2024-03-01}
facts: facts.csv
---
Each night, [#riders] people ride [3 lines]{#lines of="night lines"}.

# Sources
- January count {#count at="paragraph 2"}
"""
TABLE = """id,figure,of,scope,date,key,by
riders,"about 1,200 riders",riders a night,all lines,2024-01,1,count
months,12 to 18 months,time to train a driver,,,,
share,1 in 5,share of drivers,,,,
"""


def read(folder: Path, table: str | None = TABLE, front: str = FRONT) -> Argument:
    if table is not None:
        (folder / "facts.csv").write_text(table, "utf-8")
    (folder / "buses.md").write_text(front, "utf-8")
    return read_argument(folder / "buses.md")


def findings(folder: Path, table: str | None = TABLE, front: str = FRONT) -> list[Finding]:
    if table is not None:
        (folder / "facts.csv").write_text(table, "utf-8")
    (folder / "buses.md").write_text(front, "utf-8")
    _, found, _ = read_argument_in_part(folder / "buses.md")
    assert all(one.hint for one in found)
    return found


def test_figures_are_read_as_in_prose_and_join_those_that_are_marked_there(tmp_path: Path) -> None:
    argument = read(tmp_path)
    riders, months, share, lines = argument.facts
    assert (riders.value, riders.qualifier, riders.unit) == (Decimal(1200), "about", "riders")
    assert (riders.scope, riders.as_of, riders.priority) == ("all lines", "2024-01", 1)
    assert (riders.sources, riders.locator) == (("count",), "paragraph 2")
    assert months.value == Range(Decimal(12), Decimal(18))
    assert (str(share.value), share.unit, share.scope) == ("1 in 5", "", None)
    assert lines.id == "lines"
    assert "about 1,200 people ride three lines" in briefgen.build(argument).text


def test_yaml_and_json_name_a_table_too(tmp_path: Path) -> None:
    expected = read(tmp_path).facts[:3]
    data = {
        "id": "a",
        "title": "Buses",
        "article": {"title": "B", "authors": ["Ada"], "date": "2024"},
        "thesis": {"id": "t", "priority": 1, "forms": {"headline": "They run"}},
        "facts": "facts.csv",
        "sources": [{"id": "count", "status": "unresolved", "title": "c"}],
    }
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    found = read_argument(tmp_path / "a.json").facts
    assert [fact.id for fact in found] == [fact.id for fact in expected]


def test_a_workbook_has_its_numbers_as_they_are_shown(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "facts.xlsx") as book:
        sheet, tenths = book.add_worksheet(), book.add_format({"num_format": "0.0"})
        sheet.write_row(0, 0, ["id", "value", "unit", "of"])
        sheet.write_row(1, 0, ["riders", 4, "%", "share of riders"])
        sheet.write_number(1, 1, 4, tenths)
    argument = read(tmp_path, None, FRONT.replace("facts.csv", "facts.xlsx"))
    assert str(argument.facts[0].value) == "4.0"


def test_a_comma_is_the_decimal_sign_where_it_does_not_separate(tmp_path: Path) -> None:
    argument = read(tmp_path, "id;value;unit;of\nriders;1,5;%;share\n")
    assert argument.facts[0].value == Decimal("1.5")


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "line"),
    [
        ('"about 1,200 riders"', "$405", "quantity-ambiguous", ("facts", 0, "figure"), 2),
        ("1 in 5", "many", "quantity-unread", ("facts", 2, "figure"), 4),
        ("1 in 5", "", "row-without-figure", (), 4),
        ("2024-01", "2024-99", "not-a-date", ("facts", 0, "as_of"), 2),
        ("share,", "Share,", "not-an-id", ("facts", 2, "id"), 4),
        ("of,scope", "off,scope", "unknown-column", (), 1),
        ("of,scope", "of,measure", "column-twice", (), 1),
        ("months,12", "riders,12", "fact-twice", ("facts", 1, "figure"), 3),
        ("share of drivers,,,,", "share of drivers,,,", "row-cells", (), 4),
        ("riders a night", "a\x00b", "control-character", (), 2),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_field(
    tmp_path: Path, old: str, new: str, code: str, path: tuple[str | int, ...], line: int
) -> None:
    assert old in TABLE
    found = findings(tmp_path, TABLE.replace(old, new, 1))
    told = [(one.code, one.path, one.line, one.file) for one in found]
    assert (code, path, line, str(tmp_path / "facts.csv")) in told


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../facts.csv", "fact-table-outside"),
        ("/etc/passwd.csv", "fact-table-outside"),
        ("link.csv", "fact-table-outside"),
        ("facts.txt", "fact-table-name"),
        ("https://example.org/facts.csv", "file-missing"),
        ("none.csv", "file-missing"),
        ("folder.csv", "file-is-folder"),
        ("book.xlsx", "workbook-unsound"),
        ("long.csv", "fact-table-long"),
    ],
)
def test_a_table_lies_beside_its_argument_and_is_one(tmp_path: Path, name: str, code: str) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (tmp_path / "facts.csv").write_text(TABLE, "utf-8")
    (here / "link.csv").symlink_to(tmp_path / "facts.csv")
    (here / "folder.csv").mkdir()
    (here / "book.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (here / "long.csv").write_text("id,value\n" + "a,1\n" * 2_001, "utf-8")
    found = findings(here, TABLE, FRONT.replace("facts: facts.csv", f"facts: {name}"))
    assert code in {one.code for one in found}


def test_a_table_is_a_file_that_the_brief_is_made_of(tmp_path: Path) -> None:
    argument = read(tmp_path)
    assert str(tmp_path / "facts.csv") in inputs(argument, BuildOptions())


def test_checks_of_a_fact_name_its_row(tmp_path: Path) -> None:
    (finding,) = [one for one in briefgen.check(read(tmp_path)) if one.code == "unused-fact"][:1]
    assert (finding.file, finding.line) == (str(tmp_path / "facts.csv"), 3)
