"""Text into lines of a width, each filled as far as it goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise
from operator import add, attrgetter, gt, itemgetter
from typing import NamedTuple

from briefgen.layout.units import (
    Extent,
    Part,
    RunStyle,
    StyledText,
    Unit,
    extent_of,
    extents,
    hyphen_of,
    measured,
    scaled_mpt,
    units,
    width_mpt,
)
from briefgen.types.characters import SOFT_HYPHEN, visible
from briefgen.types.laid import LineMark, RectangleMark


class LinePiece(NamedTuple):
    """Text in one style, with its advance width."""

    text: str
    run_style: RunStyle
    width_mpt: int


Line = tuple[LinePiece, ...]

_UNDERLINE_MPT = 400
_UNDERLINE_DROP = 140
"""How far below the base line a link is underlined: mpt for each point of its size."""

_ASCENT, _DEPTH = 930, 240
"""What is coloured behind words: mpt above and below the base line for each point of their size."""


def visible_width_mpt(line: Line) -> int:
    """Return the width of a line without the spaces at its end."""
    if not line:
        return 0
    last = line[-1]
    trimmed = last.text.rstrip(" ")
    return sum(piece.width_mpt for piece in line[:-1]) + width_mpt(trimmed, last.run_style)


def underline(piece: LinePiece, x_mpt: int, baseline: int) -> LineMark:
    """Return the rule under words; a link has one, so that colour alone does not tell it.

    Spaces alone have one, too: they are where something is to be written by hand.
    """
    own = visible_width_mpt((piece,)) if piece.text.strip(" ") else piece.width_mpt
    style = piece.run_style
    return rule_below((x_mpt, x_mpt + own), baseline, style.size_pt, style.colour)


def rule_below(ends: tuple[int, int], baseline: int, size_pt: float, colour: str) -> LineMark:
    """Return a rule as far below a base line as that of words of a size."""
    y = baseline + round(size_pt * _UNDERLINE_DROP)
    return LineMark(ends[0], y, ends[1], y, colour, _UNDERLINE_MPT)


def highlight(piece: LinePiece, x_mpt: int, baseline: int) -> RectangleMark:
    """Return what is coloured behind words."""
    size, width = piece.run_style.size_pt, visible_width_mpt((piece,))
    top, height = baseline - round(size * _ASCENT), round(size * (_ASCENT + _DEPTH))
    return RectangleMark(x_mpt, top, width, height, piece.run_style.behind)


_WIDTH, _VISIBLE = attrgetter("width_mpt"), attrgetter("visible_mpt")


class Widths:
    """How far the units of a text reach.

    `before` are their widths up to each unit, spaces included; `reach` those up to the end of
    each, without the spaces at that end. A line from `start` to `end` is `reach[end - 1] -
    before[start]` wide. Both grow, so that where a line ends can be searched for; but a unit that
    prints a hyphen where a line ends may reach further than the next one, so what is searched is
    `least_reach`, the least of the reaches from each unit on.
    """

    __slots__ = ("before", "least_reach", "reach", "widest_mpt")

    def __init__(self, found: Sequence[Extent]) -> None:
        seen: list[int] = [*map(_VISIBLE, found)]
        widths: list[int] = [*map(_WIDTH, found)]
        self.before: list[int] = [*accumulate(widths, initial=0)]
        self.reach: list[int] = [*map(add, self.before, seen)]
        self.widest_mpt = max(seen, default=0)
        self.least_reach = self.reach
        if any(map(gt, seen, widths)):
            self.least_reach = [*accumulate(reversed(self.reach), min)][::-1]

    def first_fit(self, first_mpt: int, room_mpt: int) -> list[int]:
        """Return after how many units each line ends. No unit may be wider than its line."""
        ends: list[int] = []
        end, count, room = 0, len(self.reach), first_mpt
        while end < count:
            end = bisect_right(self.least_reach, room + self.before[end], end + 1)
            ends.append(end)
            room = room_mpt
        return ends


def break_lines(text: Sequence[StyledText], first_mpt: int, room_mpt: int) -> list[Line]:
    """Break text into lines, each filled as far as it goes (first fit, as Word does).

    A word wider than the column is broken between characters: it is too long for any page of this
    look, and overlapping the next column would be worse. Time is linear in the text.
    """
    found = units(text)
    widths = Widths([extent_of(unit) for unit in found])
    if widths.widest_mpt > min(first_mpt, room_mpt):
        lines = _split(found, first_mpt, room_mpt)
    else:
        ends = widths.first_fit(first_mpt, room_mpt)
        lines = [_parts(found[start:end]) for start, end in pairwise([0, *ends])]
    return [joined(hyphenated(line)) for line in lines[:-1]] + [joined(lines[-1])] if lines else []


def hyphenated(line: list[Part]) -> list[Part]:
    """Return a line with a hyphen behind it, where it ends in a soft hyphen."""
    return [*line, hyphen_of(line[-1])] if line[-1][0].text.endswith(SOFT_HYPHEN) else line


def count_lines(text: Sequence[StyledText], first_mpt: int, room_mpt: int) -> list[Line]:
    """Return as many lines as first fit makes, all empty: enough for a height, and quick."""
    widths = Widths(extents(text))
    if widths.widest_mpt > min(first_mpt, room_mpt):
        return [()] * len(_split(units(text), first_mpt, room_mpt))
    return [()] * len(widths.first_fit(first_mpt, room_mpt))


def _split(found: Iterable[Unit], first_mpt: int, room_mpt: int) -> list[list[Part]]:
    """Break units into lines, those that are too wide between characters."""
    lines: list[list[Part]] = []
    line: list[Part] = []
    used = 0
    room = first_mpt
    for unit in found:
        extent = extent_of(unit)
        if line and used + extent.visible_mpt > room:
            lines.append(line)
            line, used, room = [], 0, room_mpt
        if extent.visible_mpt > room:
            *full, rest = _characters(unit, room, room_mpt)
            lines += full
            room = room_mpt if full else room
            line += rest
            used += extent_of(tuple(rest)).width_mpt
        else:
            line += unit
            used += extent.width_mpt
    if line:
        lines.append(line)
    return lines


def _characters(unit: Unit, room: int, width: int) -> list[list[Part]]:
    """Split a unit that is too wide between characters, an address after slashes where it has any.

    The last part may have room left.
    """
    lines: list[list[Part]] = [[]]
    used = 0
    for extent, run_style in unit:
        for character in extent.text:
            part = measured(character, run_style)
            one = part[0]
            if lines[-1] and used + one.visible_mpt > room and character != " ":
                rest = _after_slash(lines[-1])
                lines.append(rest)
                used, room = sum(piece.width_mpt for piece, _ in rest), width
            lines[-1].append(part)
            used += one.width_mpt
    return lines


def _after_slash(line: list[Part]) -> list[Part]:
    """Take from a line of characters what stands behind its last slash, and return it."""
    last = len(line) - 1
    slashes = (at for at in range(last - 1, 0, -1) if line[at][0].text == "/")
    at = next((at for at in slashes if line[at - 1][0].text not in "/:"), last)
    rest = line[at + 1 :]
    del line[at + 1 :]
    return rest


def _parts(found: Iterable[Unit]) -> list[Part]:
    return [part for unit in found for part in unit]


def joined_units(found: Iterable[Unit]) -> Line:
    """Join units into a line."""
    return joined(_parts(found))


def joined(line: Sequence[Part]) -> Line:
    """Join neighbours in one style, so that a line has few pieces."""
    pieces: list[LinePiece] = []
    for run_style, parts in groupby(line, key=itemgetter(1)):
        parts_of = [extent for extent, _ in parts]
        text = visible("".join([extent.text for extent in parts_of]))
        advance = sum([extent.advance for extent in parts_of])
        width = scaled_mpt(advance, len(text), run_style.size_pt, run_style.tracking_pt)
        pieces.append(LinePiece(text, run_style, width))
    return tuple(pieces)
