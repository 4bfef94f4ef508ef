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
    assert [one for one in range(rows) if not stays_with_next(one, rows, whole=whole)] == may_end
