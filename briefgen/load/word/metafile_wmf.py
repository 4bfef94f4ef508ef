"""The records of a Windows metafile ([MS-WMF], 2.3) as what a device draws."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial

from briefgen.load.word.metafile_canvas import Canvas, Place, Unknown, colour_of, opened
from briefgen.load.word.metafile_device import NO_BRUSH, NO_PEN, Brush, Device, Pen
from briefgen.ooxml.metafiles import first_record

Read = Callable[[Device, bytes], None]

_HEAD = 6
_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_NULL_PEN, _NULL_BRUSH, _STYLE = 5, 1, 0xF
_COPY, _NOTHING, _PATTERN = 0x00CC0020, 0x00AA0029, 0x00F00021
_WITHOUT_PIXELS = 18
"""Bytes of a transfer of pixels that has none: operation, a word, its rectangle."""

_SILENT = frozenset(
    {0x0035, 0x0102, 0x0103, 0x0104, 0x0107, 0x012C, 0x012E, 0x0201, 0x0209, 0x0231, 0x0234, 0x0626}
)
"""Records that draw nothing by themselves: modes, colours of text, palettes, comments."""


def draw_wmf(data: bytes, size_pt: tuple[float, float]) -> bytes | None:
    """Return what a Windows metafile draws, as a PNG file; None where it draws nothing.

    Raises:
        Unknown: it draws text, or something else that is not drawn here.
        struct.error: a record that is cut off.
    """
    device = Device(Canvas(size_pt), (0.0, 0.0, 1.0, 1.0))
    if data.startswith(_PLACEABLE):
        left, top, right, bottom = struct.unpack_from("<4h", data, 6)
        device.state.origin, device.state.extent = (left, top), (right - left, bottom - top)
    at = first_record(data)
    while at + _HEAD <= len(data):
        words, function = struct.unpack_from("<LH", data, at)
        if not function or 2 * words < _HEAD:
            break
        if function in _READ:
            _READ[function](device, data[at + _HEAD : at + 2 * words])
        elif function not in _SILENT:
            raise Unknown
        at += 2 * words
    return device.canvas.png() if device.drew else None


def _shorts(record: bytes, count: int, at: int = 0) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}h", record, at)


def _place(record: bytes) -> Place:
    y, x = _shorts(record, 2)
    return x, y


def _box(device: Device, record: bytes, draw: str) -> None:
    bottom, right, top, left = _shorts(record, 4)
    getattr(device, draw)((left, top), (right, bottom))


def _pairs(record: bytes, at: int, count: int) -> list[Place]:
    numbers = _shorts(record, 2 * count, at)
    return [*zip(numbers[::2], numbers[1::2], strict=True)]


def _line(device: Device, record: bytes, draw: str) -> None:
    (count,) = struct.unpack_from("<H", record)
    getattr(device, draw)([_pairs(record, 2, count)])


def _polygons(device: Device, record: bytes) -> None:
    (number,) = struct.unpack_from("<H", record)
    counts = struct.unpack_from(f"<{number}H", record, 2)
    found, at = [], 2 + 2 * number
    for count in counts:
        found.append(_pairs(record, at, count))
        at += 4 * count
    device.polygons(found)


def _pen(device: Device, record: bytes) -> None:
    style, width, _, colour = struct.unpack_from("<HhhL", record)
    device.make(None, NO_PEN if style & _STYLE == _NULL_PEN else Pen(colour_of(colour), width))


def _brush(device: Device, record: bytes) -> None:
    style, colour = struct.unpack_from("<HL", record)
    device.make(None, NO_BRUSH if style == _NULL_BRUSH else Brush(colour_of(colour)))


def _block(device: Device, record: bytes) -> None:
    """Fill a rectangle: what a transfer of pixels does that has none."""
    (operation,) = struct.unpack_from("<L", record)
    if operation == _NOTHING:
        return
    if operation != _PATTERN or len(record) != _WITHOUT_PIXELS:
        raise Unknown
    height, width, top, left = _shorts(record, 4, 10)
    device.flood((left, top), (left + width, top + height))


def _bitmap(device: Device, record: bytes, at: int) -> None:
    """Draw a bitmap that begins at a byte, right behind its rectangle on the device."""
    (operation,) = struct.unpack_from("<L", record)
    if operation == _NOTHING:
        return
    if operation != _COPY:
        raise Unknown
    height, width, top, left = _shorts(record, 4, at - 8)
    device.bitmap(opened(record[at:]), (left, top), (left + width, top + height))


def _restore(device: Device, record: bytes) -> None:
    for _ in range(max(1, min(1_000, -_shorts(record, 1)[0]))):
        device.restore()


def _measure(device: Device, record: bytes, name: str) -> None:
    setattr(device.state, name, _place(record))


def _fill_mode(device: Device, record: bytes) -> None:
    device.state.winding = _shorts(record, 1)[0] == 2  # noqa: PLR2004 - WINDING


_READ: dict[int, Read] = {
    0x001E: lambda device, _: device.save(),
    0x00F7: lambda device, _: device.make(None, None),
    0x0106: _fill_mode,
    0x0127: _restore,
    0x012D: lambda device, record: device.select(_shorts(record, 1)[0]),
    0x01F0: lambda device, record: device.delete(_shorts(record, 1)[0]),
    0x020B: partial(_measure, name="origin"),
    0x020C: partial(_measure, name="extent"),
    0x0213: lambda device, record: device.line([_place(record)]),
    0x0214: lambda device, record: device.move(_place(record)),
    0x02FA: _pen,
    0x02FB: lambda device, _: device.make(None, None),
    0x02FC: _brush,
    0x0324: partial(_line, draw="polygons"),
    0x0325: partial(_line, draw="lines"),
    0x0416: partial(_box, draw="clip_rectangle"),
    0x0418: partial(_box, draw="ellipse"),
    0x041B: partial(_box, draw="rectangle"),
    0x0538: _polygons,
    0x06FF: lambda device, _: device.make(None, None),
    0x0940: _block,
    0x0B41: partial(_bitmap, at=20),
    0x0F43: partial(_bitmap, at=22),
}
