"""Lines of a whole paragraph chosen together, for an even rag.

After Knuth and Plass, Breaking paragraphs into lines (1981): the breaks of a paragraph are those
with the least demerits in all, found by dynamic programming. Here the number of lines comes first
and is that of first fit, so that a paragraph takes the height that was measured, and Word's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise

from briefgen.layout.hyphenation import divisions
from briefgen.layout.lines import (
    Ink,
    Line,
    Part,
    break_lines,
    extent_mpt,
    joined,
    measured,
    units,
)

SHORT_LAST = 5
"""A last line shorter than its room divided by this looks like a slip."""

SHORT_LAST_DEMERITS = 40_000
HYPHEN_DEMERITS = 10_000
DIVISION_DEMERITS = 50_000
"""Against the square of a line's spare room in thousandths: 200 thousandths weigh 40,000."""

MOST_LINES_SAVED = 2
"""Where dividing words would save more lines than this, the lines would have to be set wide."""

RAGGED = 200
"""Words are divided only where some line would stay emptier than this, in thousandths."""


def optimum_lines(text: Sequence[tuple[str, Ink]], first_mpt: int, room_mpt: int) -> list[Line]:
    """Break text into as few lines as first fit, as even as that number allows.

    A text with a word that is wider than its line is set first fit. Time is linear in the text:
    a line can only begin as far back as a line is long.
    """
    whole: list[_Unit] = [(unit, None) for unit in units(text)]
    rooms = first_mpt, room_mpt
    breaks = _breaks(whole, rooms)
    if not whole or max(breaks.visible) > min(rooms):
        return break_lines(text, first_mpt, room_mpt)
    ends = breaks.chosen()
    if breaks.worst(ends) > RAGGED:
        divided = [part for unit in whole for part in _divided(unit)]
        finer = _breaks(divided, rooms)
        if len(divided) > len(whole) and len(ends) - finer.least[0][-1] <= MOST_LINES_SAVED:
            whole, ends = divided, finer.chosen(len(ends))
    return [_line(whole[start:end]) for start, end in pairwise([0, *ends])]


_Unit = tuple[Sequence[Part], Part | None]
"""What no line may divide, and the hyphen that is printed where a line ends after it."""


def _extent_mpt(unit: _Unit) -> tuple[int, int]:
    """Return the width of a unit, and its width where a line ends after it."""
    parts, hyphen = unit
    extent = extent_mpt(parts)
    return (extent[0], extent_mpt((*parts, hyphen))[1]) if hyphen else extent


def _end_demerits(unit: _Unit) -> int:
    """Return what a line that ends after it costs: more for a word in two than for a compound."""
    parts, hyphen = unit
    if hyphen:
        return DIVISION_DEMERITS
    return HYPHEN_DEMERITS if parts[-1][0].text[-1] in "-–/" else 0


def _divided(unit: _Unit) -> list[_Unit]:
    """Divide a word where its language allows. The hyphen is no text, so it belongs to nothing."""
    parts, _ = unit
    if len(parts) > 1:
        return [unit]
    ((extent, ink),) = parts
    cuts = divisions(extent.text, ink.language) if ink.language else ()
    if not cuts:
        return [unit]
    hyphen = measured("-", replace(ink, element=None, underlined=False))
    pieces = [extent.text[a:b] for a, b in pairwise((0, *cuts, len(extent.text)))]
    found: list[_Unit] = [((measured(piece, ink),), hyphen) for piece in pieces[:-1]]
    return [*found, ((measured(pieces[-1], ink),), None)]


def _line(units: Sequence[_Unit]) -> Line:
    line = joined([part for parts, _ in units for part in parts])
    _, hyphen = units[-1]
    return (*line, *joined((hyphen,))) if hyphen else line


def _breaks(units: list[_Unit], rooms: tuple[int, int]) -> _Breaks:
    extents = [_extent_mpt(unit) for unit in units]
    return _Breaks(
        [width for width, _ in extents],
        [visible for _, visible in extents],
        [_end_demerits(unit) for unit in units],
        rooms,
    )


class _Breaks:
    """The breaks of one paragraph: numbers of units after which a line may end."""

    def __init__(
        self, widths: list[int], visible: list[int], demerits: list[int], rooms: tuple[int, int]
    ) -> None:
        self.before = list(accumulate(widths, initial=0))
        self.visible = visible
        self.demerits = demerits
        self.rooms = rooms
        self.count = len(widths)

    def used(self, start: int, end: int) -> int:
        """Return the width of a line of the units from `start` to `end`."""
        return self.before[end - 1] - self.before[start] + self.visible[end - 1]

    def room(self, start: int) -> int:
        return self.rooms[1 if start else 0]

    @cached_property
    def least(self) -> tuple[list[int], list[int]]:
        """How few lines lead up to each unit, and how few follow it: first fit says both."""
        before, start, lines = [0], 0, 1
        for end in range(1, self.count + 1):
            if self.used(start, end) > self.room(start):
                start, lines = end - 1, lines + 1
            before.append(lines)
        after = [0] * (self.count + 1)
        end, lines = self.count, 1
        for start in range(self.count - 1, -1, -1):
            if self.used(start, end) > self.room(start):
                end, lines = start + 1, lines + 1
            after[start] = lines
        return before, after

    def _possible(self, lines: int) -> Iterator[list[int]]:
        """Yield where each of so many lines can end."""
        before, after = self.least
        low = 1
        for line in range(1, lines + 1):
            left = lines - line
            while low < self.count and after[low] > left:
                low += 1
            ends: list[int] = []
            for end in range(max(low, line), self.count - left + 1):
                if before[end] > line:
                    break
                ends.append(end)
            yield ends if left else [self.count]

    def chosen(self, lines: int | None = None) -> list[int]:
        """Return where so many lines end that have the least demerits in all."""
        best: dict[int, tuple[int, int]] = {0: (0, 0)}
        trail: list[dict[int, tuple[int, int]]] = []
        for ends in self._possible(lines or self.least[0][-1]):
            reached: dict[int, tuple[int, int]] = {}
            begins = list(reversed(best))
            for end in ends:
                found: tuple[int, int] | None = None
                for start in begins:
                    if start >= end:
                        continue
                    spare = self.room(start) - self.used(start, end)
                    if spare < 0:
                        break
                    demerits = best[start][0] + self._demerits(spare, start, end)
                    if found is None or demerits < found[0]:
                        found = demerits, start
                if found:
                    reached[end] = found
            best = reached
            trail.append(reached)
        chosen = [self.count]
        for reached in reversed(trail[1:]):
            chosen.append(reached[chosen[-1]][1])
        return chosen[::-1]

    def _demerits(self, spare: int, start: int, end: int) -> int:
        room = self.room(start)
        if end == self.count:
            return SHORT_LAST_DEMERITS if (room - spare) * SHORT_LAST < room else 0
        return (spare * 1000 // room) ** 2 + self.demerits[end - 1]

    def worst(self, ends: list[int]) -> int:
        """Return the spare room of the emptiest line but the last, in thousandths."""
        lines = list(pairwise([0, *ends]))[:-1]
        return max(
            ((self.room(a) - self.used(a, b)) * 1000 // self.room(a) for a, b in lines), default=0
        )
