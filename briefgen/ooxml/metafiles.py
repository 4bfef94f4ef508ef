"""Vector pictures of Windows without what they say of their makers: titles, programs, comments.

What goes is overwritten with zeros, so that no size and no place in the file changes. EMF records
are those of [MS-EMF], EMF+ those of [MS-EMFPLUS], WMF those of [MS-WMF].
"""

from __future__ import annotations

import struct

_EMF_SIGNATURE = b" EMF"
_SIGNATURE_AT, _DESCRIPTION_AT = 40, 60
_COMMENT, _END_OF_FILE = 70, 14
_COMMENT_HEAD = 16
"""Bytes of a comment before what it holds: type, size, size of its data, and whose it is."""

_EMF_PLUS = b"EMF+"
_PLUS_COMMENT, _PLUS_HEAD = 0x4003, 12

_PLACEABLE, _PLACEABLE_SIZE = b"\xd7\xcd\xc6\x9a", 22
_WMF_HEAD, _ESCAPE, _ESCAPE_COMMENT = 18, 0x0626, 0x000F
_WMF_BEGINS = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_ESCAPE_HEAD = 10
"""Bytes of an escape before what it holds: size, function, which escape, and size of its data."""


def is_emf(data: bytes) -> bool:
    """Whether bytes are an enhanced metafile."""
    return data.startswith(b"\x01\0\0\0") and data[_SIGNATURE_AT:].startswith(_EMF_SIGNATURE)


def is_wmf(data: bytes) -> bool:
    """Whether bytes are a Windows metafile, placeable or not."""
    return data.startswith((_PLACEABLE, *_WMF_BEGINS))


def first_record(data: bytes) -> int:
    """Return where the first record of a Windows metafile begins."""
    return (_PLACEABLE_SIZE if data.startswith(_PLACEABLE) else 0) + _WMF_HEAD


def emf_without_metadata(data: bytes) -> bytes:
    """Return an enhanced metafile without its description and without comments of programs.

    Raises:
        struct.error: a record that is cut off.
    """
    cleared = bytearray(data)
    letters, at = struct.unpack_from("<LL", cleared, _DESCRIPTION_AT)
    _clear(cleared, at, at + 2 * letters)
    at = 0
    while at < len(cleared):
        kind, size = struct.unpack_from("<LL", cleared, at)
        if kind == _COMMENT and size > _COMMENT_HEAD:
            if cleared[at + 12 : at + 16] == _EMF_PLUS:
                _clear_plus(cleared, at + _COMMENT_HEAD, at + size)
            else:
                _clear(cleared, at + _COMMENT_HEAD - 4, at + size)
        if kind == _END_OF_FILE or size < 8:  # noqa: PLR2004 - no record is shorter than its head
            break
        at += size
    return bytes(cleared)


def _clear_plus(data: bytearray, at: int, end: int) -> None:
    while at + _PLUS_HEAD <= end:
        kind, _, size = struct.unpack_from("<HHL", data, at)
        if kind == _PLUS_COMMENT:
            _clear(data, at + _PLUS_HEAD, at + size)
        if size < _PLUS_HEAD:
            return
        at += size


def wmf_without_metadata(data: bytes) -> bytes:
    """Return a Windows metafile without comments, which hold what programs want to know again.

    Raises:
        struct.error: a record that is cut off.
    """
    cleared = bytearray(data)
    at = first_record(data)
    while at + 6 <= len(cleared):
        words, function = struct.unpack_from("<LH", cleared, at)
        if function == _ESCAPE and struct.unpack_from("<H", cleared, at + 6)[0] == _ESCAPE_COMMENT:
            _clear(cleared, at + _ESCAPE_HEAD, at + 2 * words)
        if words < 3:  # noqa: PLR2004 - no record is shorter than its head, and zero ends the file
            break
        at += 2 * words
    return bytes(cleared)


def _clear(data: bytearray, start: int, end: int) -> None:
    """Overwrite a stretch with zeros, as far as there is one."""
    end = min(end, len(data))
    if start < end:
        data[start:end] = bytes(end - start)


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

_FEW_COLOURS, _DEPTHS = 8, (1, 4, 8, 16, 24, 32)


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
    return bitmap_file(found[0]) if len(found) == 1 else None


def bitmap_file(bitmap: bytes) -> bytes | None:
    """Return a bitmap with the head that makes it a file, if it is one of the plain kinds."""
    size, _, _, _, depth, compression, *_, colours, _ = _INFO.unpack_from(bitmap)
    if size != _INFO.size or compression or depth not in _DEPTHS:
        return None
    count = (colours or 1 << depth) if depth <= _FEW_COLOURS else colours
    begins = 14 + size + 4 * count
    return struct.pack("<2sLHHL", b"BM", 14 + len(bitmap), 0, 0, begins) + bitmap
