"""What tables hold and how that is set, and how wide figures are at most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from briefgen.types.role import Role

TableKind = Literal["plain", "dates", "claims"]
"""What a table holds, by which its first column is set: so that tables of one brief differ."""

OPENING = {
    "dates": Role.TABLE_DATE,
    "claims": Role.TABLE_CLAIM,
}

SPINE_PT, SPINE_GAP_PT = 0.75, 8.0
"""Width of the line that dates stand at in place of rules, and white space beside it."""

STRETCH_MARGIN_PT = 24.0
"""White space between the values of a stretch of time and the dates of the one beside it."""

SPINE_PADDING_PT = 1.5
"""White space above and below the text of a row of dates, which no rule parts."""

YEAR_GAP_PT = 2.5
"""More white space above the first date of a year, where several of a year are one group."""

NARROW_PT = 240
"""Up to this width key figures stand one under another."""

STRIP_GAP_PT = 18
"""White space between figures of a strip, so that two stand over a column of text."""

LEAD_GAP_PT, MOST_LEAD = 8.0, 0.55
"""White space between a value and what it counts beside it, and the share of a width that it may
take with that."""

LEAST_STAT_PT = 90
"""A column of a strip of figures is no narrower: its label could not be read."""

MOST_COLUMNS = 4
VALUE_EM = 0.52
"""Mean width of a character of a value, in its sizes."""
LEAST_DIVIDED, LEAST_PART = 12, 4
"""Rows from which on a table may go on over a page, and of these on either page at least."""

MOST_DATES = 24
"""So many dates may be kept on one page: a course of events is looked over as a whole."""

MOST_KEPT = {"plain": 0.5, "dates": 0.6, "claims": 0.5}
"""Share of the page's height up to which rows are kept together: a row may hold a page of text."""


def is_kept_whole(rows: int, kind: TableKind, continued: str) -> bool:
    """Whether no page may end within a table: of few rows, or dates that never say `continued`."""
    return rows < LEAST_DIVIDED or (kind == "dates" and not continued)


def stays_with_next(number: int, goes_on: Sequence[bool], *, whole: bool) -> bool:
    """Whether no page may end below a row of the body, by its number from 0.

    Of each row it is known whether it `goes_on` with the year of the one above.
    """
    rows = len(goes_on)
    if number >= rows - 1:
        return False
    at_either_end = number < LEAST_PART - 1 or number >= rows - LEAST_PART
    return whole or at_either_end or goes_on[number + 1]


def year_gaps_pt(goes_on: Sequence[bool]) -> list[float]:
    """Return the white space above each row, of which some go on with the year above them."""
    return [
        YEAR_GAP_PT if row and any(goes_on) and not own else 0.0 for row, own in enumerate(goes_on)
    ]


MOST_BESIDE = 0.6
"""Share of a table's width that all columns but the widest one take at most, as wide as their
text."""


def column_edges(width: int, shares: Sequence[int], natural: Sequence[int]) -> list[int]:
    """Return where columns begin and end in a width, in its unit.

    `natural` is how wide the text of each is on one line, if that is known: a table is no wider
    than its text, and in one that is, the widest column takes what the others leave.
    """
    widths = [*natural]
    if widths and sum(widths) > width:
        widest = max(range(len(widths)), key=widths.__getitem__)
        others = sum(widths) - widths[widest]
        widths[widest] = width - others
        if others > MOST_BESIDE * width:
            widths = []
    if widths:
        return [0, *accumulate(widths)]
    total, done, edges = sum(shares), 0, [0]
    for share in shares:
        done += share
        edges.append(width * done // total)
    return edges


_NARROW, _WIDE = frozenset(" .,:;'’!\u00a0\u202f"), frozenset("mwMW%‰@—")


def margin_pt(column: int, each: int) -> float | None:
    """Return the white space before a column that opens a stretch of time beside another.

    `each` is how many columns a stretch has; None where the usual space will do.
    """
    return STRETCH_MARGIN_PT if column and column % each == 0 else None


def most_ems(value: str) -> float:
    """Return how wide a value is at most, in its sizes, in the bold of the usual text fonts.

    Columns of a strip are so narrow that a mean is not enough: "US$405m" is wider than seven
    digits.
    """
    return sum(
        0.3 if one in _NARROW else 0.95 if one in _WIDE else 0.72 if one.isupper() else 0.56
        for one in value
    )


def lead_pt(value: str, size_pt: float, width_pt: float) -> float | None:
    """Return the width of a value with what it counts beside it; None where that has no room."""
    taken = size_pt * most_ems(value) + LEAD_GAP_PT
    return taken if taken <= MOST_LEAD * width_pt else None


def strip_columns(values: Sequence[str], width_pt: float, size_pt: float) -> int:
    """Return how many values stand side by side: all, or fewer where one would not fit."""
    for columns in range(min(MOST_COLUMNS, len(values)), 1, -1):
        column_pt = (width_pt - STRIP_GAP_PT * (columns - 1)) / columns
        widest = max(size_pt * most_ems(value) for value in values)
        if max(widest, LEAST_STAT_PT) <= column_pt:
            rows = -(-len(values) // columns)
            return -(-len(values) // rows)
    return 1
