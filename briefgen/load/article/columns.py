"""The order in which the lines of a page are read, by the gutters between its columns.

Most files hold their text in the order of reading, and keep it. Some hold it row by row across
the columns, as scanned pages and text with its layout kept do: there, the columns are found by
the white space that runs down the page, and each is read to its end before the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median

from msgspec import Struct

from briefgen.load.article.pdf_lines import SAME_LINE, Line, Word

GAP = 0.9
"""Share of the size by which words of two columns are at least apart."""

GUTTER_PT, LEAST_LINES = 6.0, 6
"""The least width of a gutter, and the fewest lines of a column."""

WIDEST_PT = 5_000
"""The width of a page from which on no columns are looked for: text that is not wrapped."""

CROSSED = 0.75
"""How many lines may cross a gutter, as a share of those beside it: titles, wide tables."""

FULL, LEAST_WORDS, GOES_ON = 0.6, 3, 0.35
"""What makes a column of text, not one of a table: how far its lines fill it, how many words they
have, and how many of them begin within a sentence."""

MIXED = 2.5
"""Lines of a column that follow one another, on average, where columns are read one by one."""


class _Run(Struct, frozen=True):
    """Words of a line without a wide gap between them."""

    words: tuple[Word, ...]
    left: float
    right: float


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page column by column, if they are held row by row across columns.

    A line that crosses a gutter is read between what stands above and below it. Time is linear in
    the words, and in the width of the page.
    """
    runs = [run for line in lines for run in _runs(line)]
    gutters = _gutters(runs)
    if not gutters:
        return list(lines)
    parts = [(part, at) for line in lines for part, at in _split(line, gutters)]
    places = [at for part, at in parts if at is not None and len(part.words) >= LEAST_WORDS]
    changes = sum(1 for before, after in pairwise(places) if before != after)
    if changes * MIXED < len(places):
        return list(lines)
    return list(_by_columns(parts))


def _by_columns(parts: Sequence[tuple[Line, int | None]]) -> Iterator[Line]:
    """Yield columns from left to right, between the lines that cross them."""
    band: list[tuple[Line, int]] = []
    for line, at in sorted(parts, key=lambda part: part[0].baseline):
        if at is not None:
            band.append((line, at))
            continue
        yield from _columns(band)
        band = []
        yield line
    yield from _columns(band)


def _columns(band: list[tuple[Line, int]]) -> Iterator[Line]:
    yield from (line for line, _ in sorted(band, key=lambda part: part[1]))


def _runs(line: Line) -> Iterator[_Run]:
    """Yield the words of a line, parted where the gap between two is wide.

    Rows of two columns may stand at different heights, and yet be held as one line.
    """
    row: list[Word] = []
    for word in line.words:
        if row and abs(word.baseline - row[0].baseline) > max(row[0].size, word.size) * SAME_LINE:
            yield from _parted(row)
            row = []
        row.append(word)
    yield from _parted(row)


def _parted(row: list[Word]) -> Iterator[_Run]:
    pending: list[Word] = []
    for word in sorted(row, key=lambda word: word.left):
        if pending and word.left - pending[-1].right >= word.size * GAP:
            yield _run(pending)
            pending = []
        pending.append(word)
    yield _run(pending)


def _run(words: list[Word]) -> _Run:
    return _Run(tuple(words), words[0].left, max(word.right for word in words))


def _gutters(runs: Sequence[_Run]) -> list[float]:
    """Return the middles of the gutters of a page whose columns all hold running text."""
    if len(runs) < 2 * LEAST_LINES:
        return []
    start, end = min(run.left for run in runs), max(run.right for run in runs)
    if end - start > WIDEST_PT:
        return []
    covered = _coverage(runs, start, end)
    gutters: list[float] = []
    for left, right in _stretches(covered):
        middle = start + (left + right) / 2
        beside = (
            sum(1 for run in runs if run.right <= start + left + 1),
            sum(1 for run in runs if run.left >= start + right - 1),
        )
        if min(beside) >= LEAST_LINES and covered[int((left + right) / 2)] <= CROSSED * min(beside):
            gutters.append(middle)
    columns = pairwise([start - 1, *gutters, end + 1])
    return gutters if gutters and all(_is_text(runs, *edges) for edges in columns) else []


def _coverage(runs: Sequence[_Run], start: float, end: float) -> list[int]:
    """Return how many runs cover each point of the page's width."""
    steps = [0] * (int(end - start) + 2)
    for run in runs:
        steps[int(run.left - start)] += 1
        steps[int(run.right - start) + 1] -= 1
    return list(accumulate(steps))


def _stretches(covered: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where fewer runs stand than on both sides: valleys, as wide as a gutter is."""
    usual = median(covered)
    low = [count <= usual / 2 for count in covered]
    opened: int | None = None
    for place, is_low in enumerate([*low, False]):
        if is_low and opened is None:
            opened = place
        elif not is_low and opened is not None:
            if opened > 0 and place < len(covered):
                floor = min(covered[opened:place])
                flat = [at for at in range(opened, place) if covered[at] <= floor + usual * 0.05]
                if len(flat) >= GUTTER_PT:
                    yield flat[0], flat[-1] + 1
            opened = None


def _is_text(runs: Sequence[_Run], left: float, right: float) -> bool:
    """Whether most of what stands between two gutters is running text, and no cells of a table."""
    column = [run for run in runs if left <= run.left and run.right <= right]
    full = [run for run in column if run.right - run.left >= (right - left) * FULL]
    goes_on = sum(
        1 for run in full if (letter := run.words[0].text[0]).isalpha() and not letter.isupper()
    )
    return (
        len(full) >= LEAST_LINES
        and len(full) * 2 >= sum(1 for run in column if len(run.words) >= LEAST_WORDS)
        and goes_on >= len(full) * GOES_ON
    )


def _split(line: Line, gutters: Sequence[float]) -> Iterator[tuple[Line, int | None]]:
    """Yield a line's parts with the number of their column; None for what crosses a gutter."""
    pending: list[Word] = []
    at: int | None = None
    for run in _runs(line):
        column = _column(run, gutters)
        is_below = pending and run.left < pending[-1].left
        if pending and (column is None or column != at or is_below):
            yield Line(tuple(pending), line.page), at
            pending = []
        pending += run.words
        at = column
    yield Line(tuple(pending), line.page), at


def _column(run: _Run, gutters: Sequence[float]) -> int | None:
    first = sum(1 for gutter in gutters if gutter <= run.left)
    last = sum(1 for gutter in gutters if gutter < run.right)
    return first if first == last else None
