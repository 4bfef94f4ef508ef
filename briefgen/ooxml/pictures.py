"""Pictures without what they say of their makers: places, cameras, programs, comments.

Pixels and colour profile stay as they are, byte for byte. PNG chunks are those of ISO/IEC 15948,
JPEG segments those of ISO/IEC 10918-1 (ITU-T T.81). That a camera was held upright is said by a
JPEG alone and never by a package: Word shows the pixels as they lie.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from briefgen.ooxml.metafiles import emf_without_metadata, is_emf, is_wmf, wmf_without_metadata
from briefgen.ooxml.tagged_pictures import (
    bmp_without_metadata,
    gif_without_metadata,
    tiff_without_metadata,
)

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP acTL fcTL fdAT"
    .split()
)  # fmt: skip
"""Chunks of which a picture is made. Texts, times and EXIF are none of them."""

_SCAN, _END, _COMMENT, _ADOBE = 0xDA, 0xD9, 0xFE, 0xEE
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
            is_kept = kind != _COMMENT
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
