"""Runs of text into lines of a width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from briefgen.layout.breaks import segments
from briefgen.types.font import Face

EM = 1000
"""Advance widths are thousandths of the size, so width times size in points is in mpt."""

_NOT_IN_FACE = 500.0
"""Width of a character without a glyph. The writer refuses it; the measure only has to be sane."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of text is printed, and in which language it is divided.

    `element` is an index into the block's elements.
    """

    face: Face
    size_pt: float
    colour: str
    element: int | None
    rise_mpt: int = 0
    tracking_pt: float = 0.0
    underlined: bool = False
    language: str = ""


class Piece(NamedTuple):
    """Text in one ink, with its advance width."""

    text: str
    ink: Ink
    width_mpt: int


Line = tuple[Piece, ...]


class _Extent(NamedTuple):
    """Text as it is measured. `visible_mpt` is the width without the spaces at its end."""

    text: str
    advance: float
    width_mpt: int
    visible_mpt: int


Part = tuple[_Extent, Ink]
"""What no line may divide and no other ink interrupts: most often a word and its space."""


def _advance(face: Face, text: str) -> float:
    get = face.advances.get
    return sum([get(code, _NOT_IN_FACE) for code in map(ord, text)])


def _scaled_mpt(advance: float, length: int, size_pt: float, tracking_pt: float) -> int:
    return round(advance * size_pt + length * tracking_pt * EM)


@lru_cache(maxsize=20_000)
def _measured(text: str, face: Face, size_pt: float, tracking_pt: float) -> _Extent:
    """Measure a word, once: the same ones come again and again."""
    trimmed = text.rstrip(" ")
    advance, visible = _advance(face, text), _advance(face, trimmed)
    return _Extent(
        text,
        advance,
        _scaled_mpt(advance, len(text), size_pt, tracking_pt),
        _scaled_mpt(visible, len(trimmed), size_pt, tracking_pt),
    )


def measured(text: str, ink: Ink) -> Part:
    """Return text as a part of a unit."""
    return _measured(text, ink.face, ink.size_pt, ink.tracking_pt), ink


def width_mpt(text: str, ink: Ink) -> int:
    """Return the advance width of text, tracking included."""
    return _scaled_mpt(_advance(ink.face, text), len(text), ink.size_pt, ink.tracking_pt)


def visible_width_mpt(line: Line) -> int:
    """Return the width of a line without the spaces at its end."""
    if not line:
        return 0
    last = line[-1]
    trimmed = last.text.rstrip(" ")
    return sum(piece.width_mpt for piece in line[:-1]) + width_mpt(trimmed, last.ink)


def break_lines(
    text: Sequence[tuple[str, Ink]], first_width_mpt: int, width_mpt_: int
) -> list[Line]:
    """Break text into lines, each filled as far as it goes (first fit, as Word does).

    A word wider than the column is broken between characters: it is too long for any page of this
    look, and overlapping the next column would be worse. Time is linear in the text.
    """
    return [joined(line) for line in _filled(text, first_width_mpt, width_mpt_)]


def count_lines(
    text: Sequence[tuple[str, Ink]], first_width_mpt: int, width_mpt_: int
) -> list[Line]:
    """Return as many lines as first fit makes, all empty: enough for a height, and quick."""
    return [()] * len(_filled(text, first_width_mpt, width_mpt_))


def _filled(
    text: Sequence[tuple[str, Ink]], first_width_mpt: int, width_mpt_: int
) -> list[list[Part]]:
    lines: list[list[Part]] = []
    line: list[Part] = []
    used = 0
    room = first_width_mpt
    for unit in units(text):
        width, visible = extent_mpt(unit)
        if line and used + visible > room:
            lines.append(line)
            line, used, room = [], 0, width_mpt_
        if visible > room:
            *full, rest = _split(unit, room, width_mpt_)
            lines += full
            room = width_mpt_ if full else room
            line += rest
            used += extent_mpt(rest)[0]
        else:
            line += unit
            used += width
    if line:
        lines.append(line)
    return lines


def extent_mpt(unit: Sequence[Part]) -> tuple[int, int]:
    """Return the width of a unit, and without the spaces at its end."""
    if len(unit) == 1:
        extent = unit[0][0]
        return extent.width_mpt, extent.visible_mpt
    width = sum([extent.width_mpt for extent, _ in unit])
    last = unit[-1][0]
    return width, width - last.width_mpt + last.visible_mpt


def units(text: Sequence[tuple[str, Ink]]) -> Iterator[list[Part]]:
    """Yield what no line may divide, each as its parts."""
    runs = iter([(words, ink) for words, ink in text if words])
    start, end = 0, 0
    for segment in segments("".join([words for words, _ in text])):
        if start == end:
            words, ink = next(runs)
            end += len(words)
        start += len(segment)
        unit: list[Part] = []
        rest = segment
        while start > end:  # another run begins inside
            part, rest = rest[: end - start], rest[end - start :]
            unit.append((_measured(part, ink.face, ink.size_pt, ink.tracking_pt), ink))
            words, ink = next(runs)
            end += len(words)
        unit.append((_measured(rest, ink.face, ink.size_pt, ink.tracking_pt), ink))
        yield unit


def _split(unit: list[Part], room: int, width: int) -> list[list[Part]]:
    """Split a unit that is too wide between characters, an address after slashes where it has any.

    The last part may have room left.
    """
    lines: list[list[Part]] = [[]]
    used = 0
    for extent, ink in unit:
        for character in extent.text:
            one = _measured(character, ink.face, ink.size_pt, ink.tracking_pt)
            if lines[-1] and used + one.width_mpt > room and character != " ":
                rest = _after_slash(lines[-1])
                lines.append(rest)
                used, room = sum(held.width_mpt for held, _ in rest), width
            lines[-1].append((one, ink))
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


def joined(line: Sequence[Part]) -> Line:
    """Join neighbours in one ink, so that a line has few pieces."""
    pieces: list[Piece] = []
    for ink, parts in groupby(line, key=itemgetter(1)):
        extents = [extent for extent, _ in parts]
        text = "".join([extent.text for extent in extents])
        advance = sum([extent.advance for extent in extents])
        width = _scaled_mpt(advance, len(text), ink.size_pt, ink.tracking_pt)
        pieces.append(Piece(text, ink, width))
    return tuple(pieces)
