"""Bookmarks: how deep each stands in the outline (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def depths(levels: Iterable[int]) -> Iterator[int]:
    """Yield the depth of each bookmark, from 0.

    It stands below the last one of a lower level, however many levels lie between: ReportLab takes
    no depth that skips one.
    """
    path: list[int] = []
    for level in levels:
        while path and path[-1] >= level:
            path.pop()
        yield len(path)
        path.append(level)
