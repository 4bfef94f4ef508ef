"""GIF, TIFF and BMP pictures without what they say of their makers.

GIF blocks are those of GIF89a, TIFF tags those of TIFF 6.0 and of Exif 2.32.
"""

from __future__ import annotations

import struct

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_TABLE = 0x80
"""The bit that says that a table of colours follows."""

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of a value by the type of a TIFF field."""

_PERSONAL = frozenset(
    {
        *(269, 270, 271, 272, 285, 305, 306, 315, 316, 337, 33432),  # names, programs, dates
        *(700, 33723, 34377, 37724, 50341),  # XMP, IPTC, Photoshop, PrintIM
        *(40091, 40092, 40093, 40094, 40095),  # Windows: title, comment, author, keywords, subject
        *(42016, 42032, 42033, 42037),  # Exif: unique id, owner, serial numbers
    }
)
_SUBFILES = frozenset({34665, 34853, 40965})
"""Exif, GPS, interoperability: whole directories of such tags."""

_MOST_FIELDS = 2_000
"""Fields of a file that are looked at, each of which may claim to fill all of it."""

_LINKED, _BMP_PROFILE, _V5_SIZE = b"KNIL", (126, 130), 124


def gif_without_metadata(data: bytes) -> bytes:
    """Return a GIF without comments, XMP and what follows its end.

    Raises:
        IndexError: a block that is cut off.
    """
    at = 13 + _table(data[10])
    kept = [data[:at]]
    while data[at] != _TRAILER:
        start = at
        if data[at] == _EXTENSION:
            label, name = data[at + 1], data[at + 3 : at + 14]
            at = _behind_blocks(data, at + 2)
            if label == _COMMENT or (label == _APPLICATION and name not in _LOOPS):
                continue
        elif data[at] == _IMAGE:
            at = _behind_blocks(data, at + 11 + _table(data[at + 9]))
        else:
            raise IndexError("no block of a GIF")
        kept.append(data[start:at])
    return b"".join([*kept, data[at : at + 1]])


def _table(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & _TABLE else 0


def _behind_blocks(data: bytes, at: int) -> int:
    while size := data[at]:
        at += size + 1
    return at + 1


def tiff_without_metadata(data: bytes) -> bytes:
    """Return a TIFF whose fields of makers, programs, places and dates hold zeros.

    Raises:
        struct.error: a directory that is cut off.
        ValueError: directories with more than `_MOST_FIELDS` fields.
    """
    cleared = bytearray(data)
    order = "<" if data.startswith(b"II") else ">"
    (first,) = struct.unpack_from(f"{order}L", cleared, 4)
    left, seen, fields = [(first, False)], {0}, 0
    while left:
        at, is_personal = left.pop()
        if at in seen:
            continue
        seen.add(at)
        (count,) = struct.unpack_from(f"{order}H", cleared, at)
        if (fields := fields + count) > _MOST_FIELDS:
            raise ValueError("more fields than a picture has")
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, number = struct.unpack_from(f"{order}HHL", cleared, entry)
            if tag in _SUBFILES:
                left.append((*struct.unpack_from(f"{order}L", cleared, entry + 8), True))
            elif is_personal or tag in _PERSONAL:
                _clear_field(cleared, entry, _SIZES.get(kind, 1) * number, order)
        if not is_personal:
            left.append((*struct.unpack_from(f"{order}L", cleared, at + 2 + 12 * count), False))
    return bytes(cleared)


def _clear_field(data: bytearray, entry: int, size: int, order: str) -> None:
    """Overwrite the value of a field, which stands within its entry where it is short."""
    at = entry + 8
    if size > 4:  # noqa: PLR2004 - bytes of an offset
        (at,) = struct.unpack_from(f"{order}L", data, at)
    end = min(at + size, len(data))
    if at < end:
        data[at:end] = bytes(end - at)


def bmp_without_metadata(data: bytes) -> bytes:
    """Return a BMP without the path of a colour profile that it links to (BITMAPV5HEADER).

    Raises:
        struct.error: a head that is cut off.
    """
    (head,) = struct.unpack_from("<L", data, 14)
    if head < _V5_SIZE or data[70:74] != _LINKED:
        return data
    cleared = bytearray(data)
    start, size = (struct.unpack_from("<L", data, at)[0] for at in _BMP_PROFILE)
    end = min(14 + start + size, len(cleared))
    if 14 + start < end:
        cleared[14 + start : end] = bytes(end - 14 - start)
    return bytes(cleared)
