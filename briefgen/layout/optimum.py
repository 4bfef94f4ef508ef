"""Lines of a whole paragraph chosen together, for an even rag.

After Knuth and Plass, Breaking paragraphs into lines (1981): the breaks of a paragraph are those
with the least demerits in all, found by dynamic programming. Here the number of lines comes first
and is that of first fit, so that a paragraph takes the height that was measured, and Word's.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.layout.lines import Ink, Line, break_lines, extent_mpt, joined, units

SHORT_LAST = 4
"""A last line shorter than its room divided by this looks like a slip."""

SHORT_LAST_DEMERITS = 90_000
HYPHEN_DEMERITS = 40_000
"""Against the square of a line's spare room in thousandths: 300 thousandths weigh 90,000."""


def optimum_lines(text: Sequence[tuple[str, Ink]], first_mpt: int, room_mpt: int) -> list[Line]:
    """Break text into as few lines as first fit, as even as that number allows.

    A text with a word that is wider than its line is set first fit. Time is linear in the text:
    a line can only begin as far back as a line is long.
    """
    whole = list(units(text))
    extents = [extent_mpt(unit) for unit in whole]
    widths, visible = [width for width, _ in extents], [seen for _, seen in extents]
    if not whole or max(visible) > min(first_mpt, room_mpt):
        return break_lines(text, first_mpt, room_mpt)
    hyphens = [unit[-1][0].text[-1] in "-–/" for unit in whole]  # a break after these reads worse
    starts = _starts(widths, visible, hyphens, (first_mpt, room_mpt))
    lines: list[Line] = []
    end = len(whole)
    while end:
        lines.append(joined([part for unit in whole[starts[end] : end] for part in unit]))
        end = starts[end]
    return lines[::-1]


def _starts(
    widths: list[int], visible: list[int], hyphens: list[bool], rooms: tuple[int, int]
) -> list[int]:
    """Return for each end of a line where the best line that ends there starts."""
    count = len(widths)
    best: list[tuple[int, int]] = [(0, 0)]
    starts = [0]
    for end in range(1, count + 1):
        found: tuple[int, int] | None = None
        start_found = end - 1
        before = 0
        for start in range(end - 1, -1, -1):
            room = rooms[0] if start == 0 else rooms[1]
            used = before + visible[end - 1]
            before += widths[start - 1] if start else 0
            if used > rooms[0] and used > rooms[1]:
                break
            if used > room:
                continue
            demerits = _demerits(room - used, room, last=end == count)
            if hyphens[end - 1] and end < count:
                demerits += HYPHEN_DEMERITS
            candidate = (best[start][0] + 1, best[start][1] + demerits)
            if found is None or candidate < found:
                found, start_found = candidate, start
        assert found is not None
        best.append(found)
        starts.append(start_found)
    return starts


def _demerits(spare: int, room: int, *, last: bool) -> int:
    if last:
        return SHORT_LAST_DEMERITS if (room - spare) * SHORT_LAST < room else 0
    return (spare * 1000 // room) ** 2
