"""Widths by character as two columns, a quarter of the size of a table of pairs.

Characters mostly follow one another, so they are written as runs: how far behind the last one a run
begins, and how many characters it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct


class AdvanceColumns(Struct, frozen=True, array_like=True):
    """Runs of code points, two numbers each, and the width of each code point."""

    runs: list[int]
    widths: list[int]


def in_columns(advances: Mapping[int, int]) -> AdvanceColumns:
    """Return a table of widths by code point as columns."""
    runs: list[int] = []
    last = -1
    for code in sorted(advances):
        if runs and code == last + 1:
            runs[-1] += 1
        else:
            runs += (code - last, 1)
        last = code
    return AdvanceColumns(runs, [advances[code] for code in sorted(advances)])


def codes(columns: AdvanceColumns) -> Iterator[int]:
    """Yield the code points, in the order of their widths."""
    last = -1
    pairs = iter(columns.runs)
    for gap, count in zip(pairs, pairs, strict=True):
        first = last + gap
        last = first + count - 1
        yield from range(first, last + 1)
