"""Outlines of a TrueType font drawn wider or narrower, without the hints made for them."""

from __future__ import annotations

import struct

_ON_CURVE_AND_Y = 0x1 | 0x4 | 0x20 | 0x40
"""Flags of a point that say nothing of its x (OpenType, `glyf`)."""

_SHORT_X, _REPEATED, _SAME_OR_POSITIVE_X = 0x2, 0x8, 0x10
_WORDS, _PLACED, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x2, 0x8, 0x20, 0x40, 0x80
_HINTED = 0x100
_BOX = 10
_BYTE = 0xFF


def stretched_outline(outline: bytes, share: float) -> bytes:
    """Return an outline of `glyf` that is a share as wide as it was."""
    if len(outline) < _BOX:
        return outline
    contours, left, low, right, high = struct.unpack_from(">5h", outline)
    box = struct.pack(">5h", contours, round(left * share), low, round(right * share), high)
    return box + (_parts(outline, share) if contours < 0 else _points(outline, contours, share))


def _points(outline: bytes, contours: int, share: float) -> bytes:
    """Return what follows the box of a glyph of points, with their x at a share."""
    at = _BOX + 2 * contours
    ends = outline[_BOX:at]
    count = struct.unpack_from(">H", ends, len(ends) - 2)[0] + 1 if contours else 0
    at += 2 + struct.unpack_from(">H", outline, at)[0] if contours else 0
    flags: list[int] = []
    while len(flags) < count:
        flag = outline[at]
        repeats = outline[at + 1] if flag & _REPEATED else 0
        at += 2 if flag & _REPEATED else 1
        flags += [flag] * (repeats + 1)
    x = drawn = 0
    written, steps = bytearray(), bytearray()
    for flag in flags:
        if flag & _SHORT_X:
            x += outline[at] if flag & _SAME_OR_POSITIVE_X else -outline[at]
            at += 1
        elif not flag & _SAME_OR_POSITIVE_X:
            x += struct.unpack_from(">h", outline, at)[0]
            at += 2
        step = round(x * share) - drawn
        drawn += step
        kept = flag & _ON_CURVE_AND_Y
        if step == 0:
            written.append(kept | _SAME_OR_POSITIVE_X)
        elif abs(step) <= _BYTE:
            written.append(kept | _SHORT_X | (_SAME_OR_POSITIVE_X if step > 0 else 0))
            steps.append(abs(step))
        else:
            written.append(kept)
            steps += struct.pack(">h", step)
    return ends + b"\0\0" * (contours > 0) + bytes(written) + bytes(steps) + outline[at:]


def _parts(outline: bytes, share: float) -> bytes:
    """Return what follows the box of a glyph of glyphs, with the places of these at a share."""
    at, flags, written = _BOX, _MORE, bytearray()
    while flags & _MORE:
        flags, number = struct.unpack_from(">2H", outline, at)
        size = 4 if flags & _WORDS else 2
        form = ">2h" if flags & _WORDS else ">2b" if flags & _PLACED else ">2B"
        across, up = struct.unpack_from(form, outline, at + 4)
        at += 4 + size
        if flags & _PLACED:
            across, form = round(across * share), ">2h"
            flags |= _WORDS
        written += struct.pack(">2H", flags & ~_HINTED, number) + struct.pack(form, across, up)
        rest = 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        written += outline[at : at + rest]
        at += rest
    return bytes(written)
