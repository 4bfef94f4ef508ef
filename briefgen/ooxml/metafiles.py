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
    held = bytearray(data)
    letters, at = struct.unpack_from("<LL", held, _DESCRIPTION_AT)
    _clear(held, at, at + 2 * letters)
    at = 0
    while at < len(held):
        kind, size = struct.unpack_from("<LL", held, at)
        if kind == _COMMENT and size > _COMMENT_HEAD:
            if held[at + 12 : at + 16] == _EMF_PLUS:
                _clear_plus(held, at + _COMMENT_HEAD, at + size)
            else:
                _clear(held, at + _COMMENT_HEAD - 4, at + size)
        if kind == _END_OF_FILE or size < 8:  # noqa: PLR2004 - no record is shorter than its head
            break
        at += size
    return bytes(held)


def _clear_plus(held: bytearray, at: int, end: int) -> None:
    while at + _PLUS_HEAD <= end:
        kind, _, size = struct.unpack_from("<HHL", held, at)
        if kind == _PLUS_COMMENT:
            _clear(held, at + _PLUS_HEAD, at + size)
        if size < _PLUS_HEAD:
            return
        at += size


def wmf_without_metadata(data: bytes) -> bytes:
    """Return a Windows metafile without comments, which hold what programs want to know again.

    Raises:
        struct.error: a record that is cut off.
    """
    held = bytearray(data)
    at = first_record(data)
    while at + 6 <= len(held):
        words, function = struct.unpack_from("<LH", held, at)
        if function == _ESCAPE and struct.unpack_from("<H", held, at + 6)[0] == _ESCAPE_COMMENT:
            _clear(held, at + _ESCAPE_HEAD, at + 2 * words)
        if words < 3:  # noqa: PLR2004 - no record is shorter than its head, and zero ends the file
            break
        at += 2 * words
    return bytes(held)


def _clear(held: bytearray, start: int, end: int) -> None:
    """Overwrite a stretch with zeros, as far as there is one."""
    end = min(end, len(held))
    if start < end:
        held[start:end] = bytes(end - start)
