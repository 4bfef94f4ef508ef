"""The bitmap that a Windows metafile holds and nothing else: a logo that was pasted into Word.

WMF records are those of [MS-WMF].
"""

from __future__ import annotations

import struct

from briefgen.ooxml.metafiles import first_record, is_wmf

_HEAD = 6
"""Bytes of a record before what it holds: its size in words, and its function."""

_BITMAP_AT = {0x0940: 22, 0x0B41: 26, 0x0F43: 28}
"""Records that draw a bitmap (DIBBITBLT, DIBSTRETCHBLT, STRETCHDIB), and where it begins."""

_SILENT = frozenset(
    {0x0000, 0x001E, 0x0035, 0x00F7, 0x0102, 0x0103, 0x0104, 0x0106, 0x0107, 0x0127, 0x012D, 0x01F0}
    | {0x0201, 0x0209, 0x020B, 0x020C, 0x0234, 0x02FA, 0x02FC, 0x0416, 0x0626}
)
"""Records that draw nothing by themselves: modes, colours, pens, windows, comments."""

_COPY, _NOTHING = 0x00CC0020, 0x00AA0029
"""What drawing does with what is there: it replaces it, or leaves it."""

_INFO = struct.Struct("<LllHHLLllLL")
"""The head of a bitmap (BITMAPINFOHEADER)."""

_FEW_COLOURS, _DEPTHS = 8, (1, 4, 8, 24)


def bitmap_of(data: bytes) -> bytes | None:
    """Return as a BMP file the one bitmap that a metafile consists of; None for any other."""
    if not is_wmf(data):
        return None
    try:
        return _bitmap(data)
    except struct.error:
        return None


def _bitmap(data: bytes) -> bytes | None:
    found: list[bytes] = []
    at = first_record(data)
    while at + _HEAD <= len(data):
        words, function = struct.unpack_from("<LH", data, at)
        record = data[at : at + 2 * words]
        if function in _BITMAP_AT:
            (operation,) = struct.unpack_from("<L", record, _HEAD)
            if operation == _COPY:
                found.append(record[_BITMAP_AT[function] :])
            elif operation != _NOTHING:
                return None
        elif function not in _SILENT:
            return None
        if words * 2 < _HEAD or not function:
            break
        at += 2 * words
    return _file(found[0]) if len(found) == 1 else None


def _file(bitmap: bytes) -> bytes | None:
    """Return a bitmap with the head that makes it a file, if it is one of the plain kinds."""
    size, _, _, _, depth, compression, *_, colours, _ = _INFO.unpack_from(bitmap)
    if size != _INFO.size or compression or depth not in _DEPTHS:
        return None
    count = (colours or 1 << depth) if depth <= _FEW_COLOURS else colours
    begins = 14 + size + 4 * count
    return struct.pack("<2sLHHL", b"BM", 14 + len(bitmap), 0, 0, begins) + bitmap
