"""Bounds on what the streams of a PDF unpack to, looked at before PDFium opens the file.

PDFium unpacks a stream as a whole. Streams are found by their keyword (ISO 32000-1, 7.3.8) and
unpacked bit by bit, and thrown away; what is not packed by Flate cannot grow so much.
"""

from __future__ import annotations

import re
import zlib

from briefgen.types.finding import Finding, LoadError

STREAM_LIMIT = 100_000_000
"""Bytes that one stream may unpack to."""

PICTURE_LIMIT = 400_000_000
"""Bytes that a stream may unpack to which says that it is a picture: a page at 600 dots an inch is
one of 104 million. PDFium unpacks pictures only where it draws them, and so does nothing here."""

TOTAL_LIMIT = 600_000_000
"""Bytes that all other streams may unpack to."""

PICTURES_LIMIT = 2_400_000_000
"""Bytes that all pictures may unpack to."""

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = rb"[^\]]{0,200}(?:/FlateDecode|/Fl\b)"
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY = 1_000
"""Bytes before a stream in which its dictionary says what it is."""
_TWICE = re.compile(rb"/Filter\s*\[" + _FLATE * 2)
_CHUNK = 1 << 20
_ZLIB = 0x78


def reject_bombs(data: bytes, file: str) -> None:
    """Look at every stream of a PDF.

    Raises:
        LoadError: `pdf-inflates`: a stream, or all together, would unpack to more than the limits,
            or is packed twice.
    """
    if _TWICE.search(data):
        raise _refused(file, "holds a stream that is packed twice")
    total = pictures = 0
    for found in _STREAM.finditer(data):
        if data[found.end() : found.end() + 1] != bytes([_ZLIB]):
            continue
        dictionary = data[max(0, found.start() - _DICTIONARY) : found.start()]
        if _PICTURE.search(dictionary, dictionary.rfind(b" obj") + 1):
            pictures += _unpacked(data, found.end(), file, PICTURE_LIMIT)
        else:
            total += _unpacked(data, found.end(), file, STREAM_LIMIT)
        if total > TOTAL_LIMIT or pictures > PICTURES_LIMIT:
            most = TOTAL_LIMIT if total > TOTAL_LIMIT else PICTURES_LIMIT
            message = f"unpacks to more than {most} bytes; the limit is that for the file"
            raise _refused(file, message)


def _unpacked(data: bytes, start: int, file: str, most: int) -> int:
    """Return how many bytes a stream unpacks to; one that is damaged, up to the damage."""
    unpacker = zlib.decompressobj()
    size, place, rest = 0, start, b""
    while not unpacker.eof:
        packed = rest or data[place : place + _CHUNK]
        if not packed:
            break
        if not rest:
            place += len(packed)
        try:
            size += len(unpacker.decompress(packed, _CHUNK))
        except zlib.error:
            break
        rest = unpacker.unconsumed_tail
        if size > most:
            raise _refused(file, f"holds a stream that unpacks to more than {most} bytes")
    return size


def _refused(file: str, message: str) -> LoadError:
    hint = "print it to a PDF anew, with smaller pictures"
    return LoadError([Finding("pdf-inflates", message, hint, file=file)])
