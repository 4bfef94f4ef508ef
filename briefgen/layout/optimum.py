"""Lines of a whole paragraph chosen together, for an even rag.

After Knuth and Plass, Breaking paragraphs into lines (1981): the breaks of a paragraph are those
with the least demerits in all, found by dynamic programming. Here the number of lines comes first
and is that of first fit, so that a paragraph takes the height that was measured, and Word's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

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
    lines: list[Line] = []
    start = 0
    for end in _Breaks(widths, visible, hyphens, (first_mpt, room_mpt)).chosen():
        lines.append(joined([part for unit in whole[start:end] for part in unit]))
        start = end
    return lines


class _Breaks:
    """The breaks of one paragraph: numbers of units after which a line may end."""

    def __init__(
        self, widths: list[int], visible: list[int], hyphens: list[bool], rooms: tuple[int, int]
    ) -> None:
        self.before = list(accumulate(widths, initial=0))
        self.visible = visible
        self.hyphens = hyphens
        self.rooms = rooms
        self.count = len(widths)

    def used(self, start: int, end: int) -> int:
        """Return the width of a line of the units from `start` to `end`."""
        return self.before[end - 1] - self.before[start] + self.visible[end - 1]

    def room(self, start: int) -> int:
        return self.rooms[1 if start else 0]

    def possible(self) -> list[list[int]]:
        """Return where each line can end if there are to be as few as there can be.

        First fit says how few lines lead up to a unit, and from the end backwards, how few follow.
        """
        least, start, lines = [0], 0, 1
        for end in range(1, self.count + 1):
            if self.used(start, end) > self.room(start):
                start, lines = end - 1, lines + 1
            least.append(lines)
        ends: list[list[int]] = [[] for _ in range(lines)]
        ends[-1].append(self.count)
        end, more = self.count, 1
        for start in range(self.count - 1, 0, -1):
            if self.used(start, end) > self.rooms[1]:
                end, more = start + 1, more + 1
            if least[start] + more == lines:
                ends[least[start] - 1].insert(0, start)
        return ends

    def chosen(self) -> list[int]:
        """Return where the lines end that have the least demerits in all."""
        best, starts = {0: 0}, dict[int, int]()
        begins = [0]
        for ends in self.possible():
            for end in ends:
                found: tuple[int, int] | None = None
                for start in reversed(begins):
                    spare = self.room(start) - self.used(start, end)
                    if spare < 0:
                        break
                    demerits = best[start] + self._demerits(spare, start, end)
                    if found is None or demerits < found[0]:
                        found = demerits, start
                assert found is not None
                best[end], starts[end] = found
            begins = ends
        chosen = [self.count]
        while starts[chosen[-1]]:
            chosen.append(starts[chosen[-1]])
        return chosen[::-1]

    def _demerits(self, spare: int, start: int, end: int) -> int:
        room = self.room(start)
        if end == self.count:
            return SHORT_LAST_DEMERITS if (room - spare) * SHORT_LAST < room else 0
        return (spare * 1000 // room) ** 2 + (HYPHEN_DEMERITS if self.hyphens[end - 1] else 0)
