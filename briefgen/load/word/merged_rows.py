"""Cells of a table that reach over several rows (ISO/IEC 29500-1, 17.4.84)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.ooxml.names import Element, attribute, child


def is_continued(cell: Element) -> bool:
    """Whether a cell is the part of one that begins in a row above, and shows nothing itself."""
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and (attribute(merged, "val") or "continue") == "continue"


def begins_merged(cell: Element) -> bool:
    """Whether a cell may reach over rows below."""
    return child(cell, "tcPr", "vMerge") is not None and not is_continued(cell)


def rows_below(rows: Iterable[Sequence[Element]]) -> dict[Element, int]:
    """Return over how many rows below each cell of a table reaches that reaches over any."""
    found: dict[Element, int] = {}
    open_at: dict[int, Element] = {}
    for cells in rows:
        column, still = 0, {}
        for cell in cells:
            if begins_merged(cell):
                still[column] = cell
            elif is_continued(cell) and column in open_at:
                still[column] = open_at[column]
                found[still[column]] = found.get(still[column], 0) + 1
            column += int(attribute(child(cell, "tcPr", "gridSpan"), "val") or 1)
        open_at = still
    return found
