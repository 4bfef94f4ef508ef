"""Pictures without what they say of their makers: places, cameras, programs, comments.

Pixels and colour profile stay as they are, byte for byte. PNG chunks are those of ISO/IEC 15948,
JPEG segments those of ISO/IEC 10918-1 (ITU-T T.81), GIF blocks those of GIF89a, TIFF tags those of
TIFF 6.0 and of Exif 2.32. That a camera was held upright is said by a JPEG alone and never by a
package: Word shows the pixels as they lie.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from briefgen.ooxml.metafiles import emf_without_metadata, is_emf, is_wmf, wmf_without_metadata

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


_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP acTL fcTL fdAT"
    .split()
)  # fmt: skip
"""Chunks of which a picture is made. Texts, times and EXIF are none of them."""

_SCAN, _END, _JPEG_COMMENT, _ADOBE = 0xDA, 0xD9, 0xFE, 0xEE
_APPLICATIONS = range(0xE0, 0xF0)
_OPENINGS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", _ADOBE: b"Adobe"}
"""Segments of applications that say how pixels are read, by what they begin with."""

_MARK = 0xFF
_WITHIN_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})
"""What follows a mark within the data of a scan: a stuffed byte, or a restart."""


def without_metadata(data: bytes) -> bytes:
    """Return a picture without metadata, and a PNG, JPEG or GIF without what follows its end.

    Another file, or one that is not whole, is returned as it is.
    """
    cleaner = _cleaner(data)
    if cleaner is None:
        return data
    try:
        return cleaner(data)
    except (struct.error, IndexError, ValueError):
        return data


def _cleaner(data: bytes) -> Callable[[bytes], bytes] | None:
    for begins, cleaner in _CLEANERS.items():
        if data.startswith(begins):
            return cleaner
    if is_emf(data):
        return emf_without_metadata
    return wmf_without_metadata if is_wmf(data) else None


def _png(data: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while True:
        size, kind = struct.unpack_from(">L4s", data, at)
        end = at + 12 + size
        if end > len(data):
            return data
        if kind in _CHUNKS:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end


def _jpeg(data: bytes) -> bytes:
    kept, at = [_JPEG], len(_JPEG)
    while True:
        if data[at] != _MARK:
            return data
        kind = data[at + 1]
        if kind == _MARK:  # a fill byte
            at += 1
            continue
        if kind == _END:
            return b"".join([*kept, data[at : at + 2]])
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        opening = _OPENINGS.get(kind)
        if kind in _APPLICATIONS:
            is_kept = opening is not None and data.startswith(opening, at + 4)
        else:
            is_kept = kind != _JPEG_COMMENT
        if kind == _SCAN:
            end = _end_of_scan(data, end)
        if is_kept:
            kept.append(data[at:end])
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the mark stands that ends the data of a scan."""
    at = data.index(_MARK, at)
    while data[at + 1] in _WITHIN_SCAN:
        at = data.index(_MARK, at + 2)
    return at


_CLEANERS: dict[bytes, Callable[[bytes], bytes]] = {
    _PNG: _png,
    _JPEG: _jpeg,
    b"GIF8": gif_without_metadata,
    b"II*\0": tiff_without_metadata,
    b"MM\0*": tiff_without_metadata,
    b"BM": bmp_without_metadata,
}
"""By what a picture begins with."""
