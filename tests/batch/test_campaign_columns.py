"""What columns set: facts by id, texts by path; all else is refused or free for names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from samples.small import SMALL

from briefgen.batch.columns import edits_of, in_row, targets
from briefgen.batch.order import packed
from briefgen.batch.worker import edited
from briefgen.load.rows import Row, Rows
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError
from briefgen.types.source_map import Path

ARGUMENT = Argument.model_validate(SMALL)


def found(*columns: str, named: tuple[str, ...] = ()) -> Mapping[str, Path]:
    return targets(Rows("rows.csv", columns, ()), ARGUMENT, named)


@pytest.mark.parametrize(
    ("column", "path"),
    [
        ("#years", ("facts", 0, "value")),
        ("#cost", ("facts", 1, "value")),
        ("title", ("title",)),
        ("issuer.contact", ("issuer", "contact")),
        ("edition.date", ("edition", "date")),
        ("rationales[1].forms.detail[0]", ("rationales", 1, "forms", "detail", 0)),
        (
            "rationales[1].wording.public.headline",
            ("rationales", 1, "wording", "public", "headline"),
        ),
    ],
)
def test_a_column_sets_a_fact_or_a_text(column: str, path: Path) -> None:
    assert found(column) == {column: path}


@pytest.mark.parametrize("column", ["constituency", "Constituency name", "MP", "2019", "a b.c"])
def test_another_column_is_free(column: str) -> None:
    assert found(column) == {}


@pytest.mark.parametrize(
    ("column", "code", "hint"),
    [
        ("#coast", "column-unknown", "did you mean #cost?"),
        ("#", "column-unknown", "give the id of a fact"),
        ("titel", "column-unknown", "did you mean title?"),
        ("risks[-1].forms.summary", "column-unknown", "count from 0"),
        ("rationales[x].forms.summary", "column-unknown", "count from 0"),
        ("rationales [0].forms.summary", "column-unknown", "count from 0"),
        ("rationales[99999999999].forms", "column-unknown", "count from 0"),
        ("rational[0].forms.summary", "column-unknown", "did you mean rationales?"),
        ("rationales[9].forms.summary", "column-unknown", "write the path"),
        ("rationales[0].forms.sumary", "column-unknown", "did you mean summary?"),
        ("title.x", "column-unknown", "write the path"),
        ("somewhere.else", "column-unknown", "give a path"),
        ("issuer", "column-not-text", "name a text in it"),
        ("timeline", "column-not-text", "name a text in it"),
        ("risks[0].priority", "column-not-text", "name a text in it"),
        ("facts[0].value", "column-not-text", "a fact's value is #id"),
    ],
)
def test_a_column_that_leads_nowhere_is_refused(column: str, code: str, hint: str) -> None:
    with pytest.raises(LoadError) as caught:
        found("title", column)
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == (code, "rows.csv")
    assert f'column "{column}"' in finding.message
    assert finding.hint.startswith(hint) or hint in finding.hint


def test_a_column_that_names_files_need_lead_nowhere() -> None:
    assert found("titel", named=("titel",)) == {}


SET: dict[str, Path] = {"#years": ("facts", 0, "value"), "title": ("title",)}


@pytest.mark.parametrize(
    ("cell", "value"), [("12", 12), ("-3", -3), ("+4", 4), ("2.50", 2.5), ("007", 7)]
)
def test_a_figure_is_a_number_in_digits(cell: str, value: float) -> None:
    edits, findings = edits_of(Row(2, {"#years": cell, "title": "New"}), SET, "rows.csv")
    assert edits == [(("facts", 0, "value"), value), (("title",), "New")]
    assert findings == []


@pytest.mark.parametrize(
    "cell", ["1,200", "1 200", "12 %", "1e5", "1_0", "nan", "٣", "1.", "9" * 41]
)
def test_a_figure_that_is_no_number_is_reported_with_line_and_column(cell: str) -> None:
    edits, findings = edits_of(Row(7, {"#years": cell, "title": ""}), SET, "rows.csv")
    assert edits == []
    ((code, line, file),) = [(each.code, each.line, each.file) for each in findings]
    assert (code, line, file) == ("cell-not-number", 7, "rows.csv")
    assert findings[0].message.startswith('row 7, column "#years": ')


def test_an_empty_text_and_an_equals_sign_leave_what_there_is() -> None:
    assert edits_of(Row(2, {"#years": "=", "title": ""}), SET, "rows.csv") == ([], [])


def test_an_empty_figure_is_reported_as_the_brief_would_print_another_row_s() -> None:
    edits, findings = edits_of(Row(9, {"#years": "", "title": ""}, 4), SET, "rows.csv")
    assert edits == []
    assert [(each.code, each.line, each.message) for each in findings] == [
        ("cell-empty", 9, 'row 4, column "#years": is empty')
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1,5", "1.5"), ("0,125", "0.125"), ("1234,50", "1234.50"), ("-2,0", "-2.0"), ("3", "3")],
)
def test_a_table_without_commas_between_its_columns_may_write_decimal_ones(
    cell: str, value: str
) -> None:
    row = Row(2, {"#years": cell, "title": ""})
    ((_, set_to),), findings = edits_of(row, SET, "rows.csv", decimal_comma=True)
    assert (str(set_to), findings) == (value, [])


def test_what_may_be_a_thousand_or_one_is_reported() -> None:
    row = Row(2, {"#years": "1,234", "title": ""})
    edits, (finding,) = edits_of(row, SET, "rows.csv", decimal_comma=True)
    assert edits == []
    assert finding.hint == "write 1234 or 1.234"


def test_a_percentage_may_say_so() -> None:
    row = Row(2, {"#years": "4.0 %", "title": ""})
    ((_, value),), findings = edits_of(row, SET, "rows.csv", percent={"#years"})
    assert (str(value), findings) == ("4.0", [])


def test_a_row_changes_a_copy_and_nothing_else() -> None:
    pickled_argument = packed(ARGUMENT)
    edits: Any = ((("facts", 0, "value"), 9), (("rationales", 1, "forms", "detail", 1), "New."))
    new = edited(pickled_argument, edits)
    assert new.facts[0].value == 9
    assert new.rationales[1].forms.detail == ("One paragraph.", "New.")
    assert edited(pickled_argument, ()) == ARGUMENT
    assert edited(pickled_argument, ((("title",), SMALL["title"]),)) == ARGUMENT


def test_a_finding_of_a_row_names_the_column_where_one_is_at_fault() -> None:
    findings = [
        Finding("a", "is wrong", "mend", ("title",)),
        Finding("b", "too", path=("risks", 0)),
    ]
    reported = list(in_row(findings, Row(7, {}), SET, "rows.csv"))
    assert [str(each).split("\n")[0] for each in reported] == [
        'rows.csv:7: title: row 7, column "title": is wrong',
        "rows.csv:7: risks[0]: row 7: too",
    ]
