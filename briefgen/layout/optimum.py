"""Lines of a whole paragraph chosen together, for an even rag.

After Knuth and Plass, Breaking paragraphs into lines (1981): the breaks of a paragraph are those
with the least demerits in all, found by dynamic programming. Here the number of lines comes first
and is that of first fit, so that a paragraph takes the height that was measured, and Word's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from briefgen.layout.breaks import divisions
from briefgen.layout.lines import Line, Widths, break_lines, joined, joined_units
from briefgen.layout.units import (
    Extent,
    Part,
    StyledText,
    Unit,
    extent_of,
    hyphen_of,
    measured,
    units,
)
from briefgen.types.characters import SOFT_HYPHEN

SHORT_LAST = 5
"""A last line shorter than its room divided by this looks like a slip."""

LEAST_LAST_MPT = 34_000
"""A last line shorter than this, 12 mm, is a word left over: rather a line that lacks a word."""

SHORT_LAST_DEMERITS, LEFT_OVER_DEMERITS = 8_000, 90_000
HYPHEN_DEMERITS, COMPOUND_DEMERITS = 20_000, 80_000
"""A line that ends within a compound of several hyphens, out-of-area, is worse than after one."""

DIVISION_DEMERITS = 50_000
"""Against the square of a line's spare room in thousandths: 200 thousandths weigh 40,000."""

LENGTHENED = ((LEAST_LAST_MPT, 120), (LEAST_LAST_MPT * 2 // 3, 160))
"""How long a last line is made, as long as no line above is left emptier than this, in thousandths:
a line that lacks a long word looks like a slip itself."""

MOST_LINES_SAVED = 2
"""Where dividing words would save more lines than this, the lines would have to be set wide."""

RAGGED = 200
"""Words are divided only where some line would stay emptier than this, in thousandths."""


def optimum_lines(
    text: Sequence[StyledText], first_mpt: int, room_mpt: int, *, divides: bool = True
) -> list[Line]:
    """Break text into as few lines as first fit, as even as that number allows.

    Where it `divides`, words of a ragged text are, as its language allows.

    A text with a word that is wider than its line is set first fit. Time is linear in the text:
    a line can only begin as far back as a line is long.
    """
    whole: list[_Divisible] = [(unit, _own_hyphen(unit)) for unit in units(text)]
    rooms = first_mpt, room_mpt
    breaks = _breaks(whole, rooms)
    if not whole or breaks.widths.widest_mpt > min(rooms):
        return break_lines(text, first_mpt, room_mpt)
    ends = breaks.chosen()
    if divides and breaks.worst(ends) > RAGGED:
        divided = [part for unit in whole for part in _divided(unit)]
        if len(divided) > len(whole):
            finer = _breaks(divided, rooms)
            if len(ends) - finer.fewest <= MOST_LINES_SAVED:
                whole, ends = divided, finer.chosen(len(ends))
    return [_line(whole[start:end], last=end == len(whole)) for start, end in pairwise([0, *ends])]


_Divisible = tuple[Unit, Part | None]
"""What no line may divide, and the hyphen that is printed where a line ends after it."""


def _own_hyphen(unit: Unit) -> Part | None:
    return hyphen_of(unit[-1]) if unit[-1][0].text[-1:] == SOFT_HYPHEN else None


def _extent(unit: _Divisible) -> Extent:
    """Return how far a unit reaches; where a line ends after it, with its hyphen."""
    parts, hyphen = unit
    extent = extent_of(parts)
    if hyphen is None or _own_hyphen(parts):
        return extent
    return extent._replace(visible_mpt=extent_of((*parts, hyphen)).visible_mpt)


def _end_demerits(unit: _Divisible) -> int:
    """Return what a line that ends after it costs: more for a word in two than for a compound."""
    parts, hyphen = unit
    if hyphen:
        return DIVISION_DEMERITS
    return HYPHEN_DEMERITS if parts[-1][0].text[-1] in "-\u2010–" else 0


def _divided(unit: _Divisible) -> list[_Divisible]:
    """Divide a word where its language allows. The hyphen is no text, so it belongs to nothing."""
    parts, hyphen = unit
    if len(parts) > 1 or hyphen:
        return [unit]
    ((extent, run_style),) = parts
    cuts = divisions(extent.text, run_style.language) if run_style.language else ()
    if not cuts:
        return [unit]
    hyphen = hyphen_of(parts[-1])
    pieces = [extent.text[a:b] for a, b in pairwise((0, *cuts, len(extent.text)))]
    found: list[_Divisible] = [((measured(piece, run_style),), hyphen) for piece in pieces[:-1]]
    return [*found, ((measured(pieces[-1], run_style),), None)]


def _line(found: Sequence[_Divisible], *, last: bool) -> Line:
    line = joined_units([unit for unit, _ in found])
    _, hyphen = found[-1]
    return (*line, *joined((hyphen,))) if hyphen and not last else line


def _breaks(found: Sequence[_Divisible], rooms: tuple[int, int]) -> _Breaks:
    widths = Widths([_extent(unit) for unit in found])
    demerits = [_end_demerits(unit) for unit in found]
    hyphened = [own == HYPHEN_DEMERITS for own in demerits]
    for at, (before, after) in enumerate(pairwise(hyphened)):
        if before and after:
            demerits[at] = demerits[at + 1] = COMPOUND_DEMERITS
    return _Breaks(widths, demerits, rooms)


def _last_demerits(width: int, room: int, least_mpt: int) -> int:
    """Return what a last line of a width costs. One in a room for little more is as it must be."""
    if width < least_mpt <= room // 2:
        return LEFT_OVER_DEMERITS
    return SHORT_LAST_DEMERITS if least_mpt and width * SHORT_LAST < room else 0


class _Breaks:
    """The breaks of one paragraph: numbers of units after which a line may end."""

    def __init__(self, widths: Widths, demerits: list[int], rooms: tuple[int, int]) -> None:
        self.widths = widths
        self.demerits = demerits
        self.rooms = rooms
        self.count = len(demerits)

    def spare(self, start: int, end: int) -> int:
        """Return the room left in a line of the units from `start` to `end`, in thousandths."""
        room = self.rooms[1 if start else 0]
        used = self.widths.reach[end - 1] - self.widths.before[start]
        return (room - used) * 1000 // room

    @cached_property
    def _ends(self) -> list[int]:
        return self.widths.first_fit(*self.rooms)

    @property
    def fewest(self) -> int:
        """How few lines there can be."""
        return len(self._ends)

    def _possible(self, lines: int) -> Iterator[range]:
        """Yield where each of so many lines can end.

        As far as first fit goes, and no sooner than what follows can be held by the lines left.
        """
        latest = [*self._ends, *[self.count] * (lines - self.fewest)]
        earliest = self._earliest(lines)
        for line in range(lines - 1):
            first = max(earliest[line], line + 1)
            yield range(first, min(latest[line], self.count - (lines - 1 - line)) + 1)
        yield range(self.count, self.count + 1)

    def _earliest(self, lines: int) -> list[int]:
        """Return the least units after which each line may end, filled from the last one back."""
        reach, before = self.widths.reach, self.widths.before
        found = [self.count]
        for _ in range(lines - 1):
            end = found[-1]
            wanted = reach[end - 1] - self.rooms[1] if end else 0
            found.append(bisect_left(before, wanted, 0, max(end, 1)))
        return found[::-1]

    def chosen(self, lines: int | None = None) -> list[int]:
        """Return where so many lines end that have the least demerits in all.

        A last line is lengthened as long as no line above it becomes too short for that.
        """
        for least_mpt, most in LENGTHENED:
            found = self._least(lines, least_mpt)
            if self._shortest(found) <= most:
                return found
        plain = self._least(lines, 0)
        return plain if self._shortest(plain) < self._shortest(found) else found

    def _shortest(self, ends: list[int]) -> int:
        """Return the spare room of the emptiest line but the last, in thousandths."""
        lines = list(pairwise([0, *ends]))[:-1]
        return max((self.spare(start, end) for start, end in lines), default=0)

    def _least(self, lines: int | None, least_last_mpt: int) -> list[int]:
        """Return where lines end, the last one of a width where that can be."""
        reach, before = self.widths.reach, self.widths.before
        begins = [(0, 0)]
        room = self.rooms[0]
        trail: list[dict[int, int]] = []
        for ends in self._possible(lines or self.fewest):
            reached: list[tuple[int, int]] = []
            begun: dict[int, int] = {}
            for end in ends:
                least, at = -1, 0
                own = self.demerits[end - 1]
                for start, cost in begins:  # the last one first: its line is the emptiest
                    if start >= end:
                        continue
                    spare = room - reach[end - 1] + before[start]
                    if spare < 0:
                        break
                    if end < self.count:
                        demerits = cost + (spare * 1000 // room) ** 2 + own
                    else:
                        demerits = cost + _last_demerits(room - spare, room, least_last_mpt)
                    if least < 0 or demerits < least:
                        least, at = demerits, start
                if least >= 0:
                    reached.append((end, least))
                    begun[end] = at
            begins, room = reached[::-1], self.rooms[1]
            trail.append(begun)
        found = [self.count]
        for begun in reversed(trail[1:]):
            found.append(begun[found[-1]])
        return found[::-1]

    def worst(self, ends: list[int]) -> int:
        """Return the spare room of the emptiest line but the last, in thousandths.

        Where first fit leaves a word over, the line above that is emptied on purpose.
        """
        start = self._ends[-2] if self.fewest > 1 else 0
        emptied = self.widths.reach[-1] - self.widths.before[start] < LEAST_LAST_MPT
        lines = list(pairwise([0, *ends]))[: -2 if emptied else -1]
        return max((self.spare(a, b) for a, b in lines), default=0)
