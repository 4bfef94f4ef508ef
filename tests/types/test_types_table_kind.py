"""Rows of tables that stay on one page with the next."""

from __future__ import annotations

import pytest

from briefgen.types.table_kind import LEAST_DIVIDED, stays_with_next


@pytest.mark.parametrize(
    ("rows", "may_end"),
    [(1, [0]), (11, [10]), (12, [3, 4, 5, 6, 7, 11]), (14, [3, 4, 5, 6, 7, 8, 9, 13])],
)
def test_few_rows_are_one_piece_and_of_more_four_stay_together_at_either_end(
    rows: int, may_end: list[int]
) -> None:
    whole = rows < LEAST_DIVIDED
    apart = [False] * rows
    assert [one for one in range(rows) if not stays_with_next(one, apart, whole=whole)] == may_end


def test_no_page_ends_within_a_year() -> None:
    goes_on = [bool(number % 2) for number in range(14)]
    ends = [one for one in range(14) if not stays_with_next(one, goes_on, whole=False)]
    assert ends == [3, 5, 7, 9, 13]
