"""Runs of text into lines of a width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.layout.breaks import segments
from briefgen.types.font import Face

EM = 1000
"""Advance widths are thousandths of the size, so width times size in points is in mpt."""

_NOT_IN_FACE = 500.0
"""Width of a character without a glyph. The writer refuses it; the measure only has to be sane."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of text is printed. `element` is an index into the block's elements."""

    face: Face
    size_pt: float
    colour: str
    element: int | None
    rise_mpt: int = 0
    tracking_pt: float = 0.0
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one ink, with its advance width."""

    text: str
    ink: Ink
    width_mpt: int


Line = tuple[Piece, ...]


@lru_cache(maxsize=50_000)
def _advance(face: Face, text: str) -> float:
    advances = face.advances
    return sum(advances.get(ord(character), _NOT_IN_FACE) for character in text)


def width_mpt(text: str, ink: Ink) -> int:
    """Return the advance width of text, tracking included."""
    return round(_advance(ink.face, text) * ink.size_pt + len(text) * ink.tracking_pt * EM)


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
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0
    room = first_width_mpt
    for unit in units(text):
        visible = visible_width_mpt(tuple(unit))
        if line and used + visible > room:
            lines.append(joined(line))
            line, used, room = [], 0, width_mpt_
        rest = unit
        if visible > room:
            *full, rest = _split(unit, room, width_mpt_)
            lines.extend(joined(part) for part in full)
            room = width_mpt_ if full else room
        line.extend(rest)
        used += sum(piece.width_mpt for piece in rest)
    if line:
        lines.append(joined(line))
    return lines


def units(text: Sequence[tuple[str, Ink]]) -> Iterator[list[Piece]]:
    """Yield what no line may divide, each as its pieces, spaces at its end."""
    whole = "".join(words for words, _ in text)
    bounds: list[tuple[int, Ink]] = []
    end = 0
    for words, ink in text:
        end += len(words)
        bounds.append((end, ink))
    start, run = 0, 0
    for segment in segments(whole):
        stop = start + len(segment)
        unit: list[Piece] = []
        while start < stop:
            while bounds[run][0] <= start:
                run += 1
            cut = min(stop, bounds[run][0])
            ink = bounds[run][1]
            part = whole[start:cut]
            unit.append(Piece(part, ink, width_mpt(part, ink)))
            start = cut
        yield unit


def _split(unit: list[Piece], room: int, width: int) -> list[list[Piece]]:
    """Split a unit that is too wide between characters. The last part may have room left."""
    parts: list[list[Piece]] = [[]]
    used = 0
    for piece in unit:
        for character in piece.text:
            advance = width_mpt(character, piece.ink)
            if parts[-1] and used + advance > room and character != " ":
                parts.append([])
                used, room = 0, width
            parts[-1].append(Piece(character, piece.ink, advance))
            used += advance
    return parts


def joined(line: Sequence[Piece]) -> Line:
    """Join neighbours in one ink, so that a line has few pieces."""
    joined: list[Piece] = []
    for piece in line:
        if joined and joined[-1].ink == piece.ink:
            text = joined[-1].text + piece.text
            joined[-1] = Piece(text, piece.ink, width_mpt(text, piece.ink))
        else:
            joined.append(piece)
    return tuple(joined)
