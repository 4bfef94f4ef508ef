"""Names of files made of what rows say: safe, unique, and asked for by columns that there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.batch.each_row import BYTES, fields, filled, unique
from briefgen.types.finding import LoadError


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Ynys Môn", "Ynys-Môn"),
        ("Kingston upon Hull North & Cottingham", "Kingston-upon-Hull-North-Cottingham"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x\\y", "C-x-y"),
        ("a/b\x00c\n", "a-b-c"),
        ("北京", "北京"),
        ("...", "brief"),
        ("", "brief"),
        ("CON", "brief-CON"),
        ("nul.txt", "brief-nul.txt"),
        ("console", "console"),
        ("é" * 200, "é" * (BYTES // 2)),
    ],
)
def test_what_a_row_says_becomes_a_name_that_every_system_takes(value: str, name: str) -> None:
    assert filled("{c}", {"c": value}) == name


def test_a_pattern_keeps_its_own_words_and_runs_nothing() -> None:
    values = {"c": "{d}", "d": "x"}
    assert filled("brief {c}-{d}", values) == "brief-d-x"


@given(st.text(), st.text())
def test_a_name_is_one_step_of_a_path_in_its_folder(one: str, other: str) -> None:
    name = filled("{a}{b}", {"a": one, "b": other})
    assert name
    assert name == name.strip(".-")
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert len(name.encode()) <= BYTES + len("brief-")


def test_names_that_are_one_on_some_system_get_numbers() -> None:
    found = unique(["a", "A", "é", "e\u0301", "a-2", "b"])
    assert found == ["a", "A-3", "é", "e\u0301-2", "a-2", "b"]


@given(st.lists(st.sampled_from(["a", "A", "a-2", "a-3", "b", "ß", "SS"]), max_size=12))
def test_no_two_files_have_one_name(names: list[str]) -> None:
    found = unique(names)
    assert len({name.casefold() for name in found}) == len(names)
    assert all(new.startswith(old) for new, old in zip(found, names, strict=True))


def test_fields_are_those_of_the_pattern_in_their_order() -> None:
    assert fields("{b}-{a}-{b}", ["a", "b", "c"]) == ("b", "a")


@pytest.mark.parametrize(
    ("pattern", "hint"),
    [
        ("{constituancy}", "did you mean {constituency}?"),
        ("{0.__class__}", "there are {constituency}, {row}"),
        ("{constituency", "put the name of a column between a pair of braces: {constituency}"),
    ],
)
def test_a_name_asks_for_columns_only(pattern: str, hint: str) -> None:
    with pytest.raises(LoadError) as caught:
        fields(pattern, ["constituency", "row"])
    (finding,) = caught.value.findings
    assert (finding.code, finding.hint, finding.where) == (
        "name-field",
        hint,
        f'the name "{pattern}"',
    )
