"""PDF objects as bytes: another reader gets back what was written."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import read_object

from briefgen.render.pdf.syntax import Name, Reference, Value, name, number, points, serialise


def read(value: Value) -> object:
    return read_object(io.BytesIO(serialise(value).encode("ascii") + b" "), None)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_read_back(text: str) -> None:
    assert read(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_name_is_read_back(text: str) -> None:
    assert read(Name(text)) == f"/{text}"


@given(st.integers(-10_000_000, 10_000_000))
def test_points_are_exact(mpt: int) -> None:
    assert Decimal(points(mpt)) * 1000 == mpt


@given(st.floats(-1e9, 1e9))
def test_numbers_have_no_exponent_and_three_decimals(value: float) -> None:
    text = number(value)
    assert set(text) <= set("-.0123456789")
    assert text != "-0"
    assert abs(float(text) - value) <= 0.0005 + abs(value) * 1e-12


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (7, "7"),
        (0.5, "0.5"),
        (-0.0001, "0"),
        (Reference(3), "3 0 R"),
        (b"\x00\xff", "<00FF>"),
        ("a (b) \\", r"(a \(b\) \\)"),
        ("é", "<FEFF00E9>"),
        ([1, Name("XYZ"), None], "[1 /XYZ null]"),
        ({"Type": Name("Page"), "Kids": []}, "<</Type /Page /Kids []>>"),
    ],
)
def test_each_kind_of_object_is_written_as_the_standard_says(value: Value, written: str) -> None:
    assert serialise(value) == written


def test_a_name_escapes_what_would_end_it() -> None:
    assert name("a b/c#(é)") == "/a#20b#2Fc#23#28#C3#A9#29"
