"""Widths by character in two columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.load.font_metrics import AdvanceColumns, codes, in_columns


def test_characters_that_follow_one_another_are_one_run() -> None:
    columns = in_columns({0x43: 7, 0x41: 5, 0x42: 6, 0x100: 9})
    assert columns == AdvanceColumns(runs=[0x42, 3, 0xBD, 1], widths=[5, 6, 7, 9])


@given(st.dictionaries(st.integers(0, 0x10FFFF), st.integers(0, 5000)))
def test_a_table_comes_back(advances: dict[int, int]) -> None:
    columns = in_columns(advances)
    assert dict(zip(codes(columns), columns.widths, strict=True)) == advances
