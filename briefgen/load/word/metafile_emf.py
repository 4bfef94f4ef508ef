"""The records of an enhanced metafile ([MS-EMF], 2.3) as what a device draws."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial

from briefgen.load.word.metafile_canvas import Canvas, Mode, Place, Unknown, colour_of, opened
from briefgen.load.word.metafile_device import (
    NO_BRUSH,
    NO_PEN,
    PLACES,
    Brush,
    Device,
    GdiObject,
    Matrix,
    Pen,
)

Numbers = tuple[int, ...]
Read = Callable[[Device, bytes], None]

_HEAD = 8
_COMMENT, _END = 70, 14
_EMF_PLUS, _PLUS_HEADER, _DUAL = b"EMF+", 0x4001, 1

_STOCK = 0x8000_0000
"""Numbers from here on are of pens and brushes that need not be made."""

_NULL_PEN, _NULL_BRUSH, _STYLE = 5, 1, 0xF
_ALL_PLAIN, _ISOTROPIC, _ANISOTROPIC = 1, 7, 8

_COPY, _PATTERN, _BLACKNESS, _WHITENESS, _NOTHING = (
    *(0x00CC0020, 0x00F00021, 0x00000042, 0x00FF0062, 0x00AA0029),
)
_MODES: dict[int, Mode] = {_COPY: "copy", 0x008800C6: "darker", 0x00EE0086: "lighter"}
"""What is done with pixels of bitmaps: a picture with a shape of its own is a mask that makes them
white, and the picture in what it makes darker."""

_REGION_AND, _REGION_COPY = 1, 5

_SILENT = frozenset({1, 13, 14, 16, 18, 20, 21, 22, 23, 24, 25, 48, 49, 50, 51, 52, 57, 58, 70, 98})
"""Records that draw nothing by themselves: modes, colours of text, palettes, comments."""


def draw_emf(data: bytes, size_pt: tuple[float, float]) -> bytes | None:
    """Return what an enhanced metafile draws, as a PNG file; None where it draws nothing.

    Raises:
        Unknown: it draws text, or something else that is not drawn here.
        struct.error: a record that is cut off.
    """
    device_px, device_mm = struct.unpack_from("<2l", data, 72), struct.unpack_from("<2l", data, 80)
    bounds = struct.unpack_from("<4l", data, 24)
    scale = [px / (mm * 100 or 1) for px, mm in zip(device_px, device_mm, strict=True)]
    left, top, right, bottom = (one * scale[at % 2] for at, one in enumerate(bounds))
    device = Device(Canvas(size_pt), (left, top, right, bottom))
    device.state.stretched = False  # as long as no mode of mapping says otherwise
    at = 0
    while at + _HEAD <= len(data):
        kind, size = struct.unpack_from("<LL", data, at)
        if size < _HEAD or kind == _END:
            break
        record = data[at + _HEAD : at + size]
        if kind == _COMMENT:
            _look_at_comment(record)
        elif kind in _READ:
            _READ[kind](device, record)
        elif kind not in _SILENT:
            raise Unknown
        at += size
    return device.canvas.png() if device.drew else None


def _look_at_comment(record: bytes) -> None:
    """Refuse what says all of it in EMF+ alone, whose other records are then but a part."""
    if record[4:8] == _EMF_PLUS:
        kind, flags = struct.unpack_from("<HH", record, 8)
        if kind == _PLUS_HEADER and not flags & _DUAL:
            raise Unknown


def _longs(record: bytes, count: int, at: int = 0) -> Numbers:
    return struct.unpack_from(f"<{count}l", record, at)


def _pairs(record: bytes, at: int, count: int, letter: str) -> list[Place]:
    """Return places, whose numbers are long (`l`) or short (`h`)."""
    if count > PLACES:
        raise Unknown
    numbers = struct.unpack_from(f"<{2 * count}{letter}", record, at)
    return [*zip(numbers[::2], numbers[1::2], strict=True)]


def _places(record: bytes, letter: str) -> list[Place]:
    """Return the places of a record of one line: bounds, count, places."""
    (count,) = struct.unpack_from("<L", record, 16)
    return _pairs(record, 20, count, letter)


def _many(record: bytes, letter: str) -> list[list[Place]]:
    """Return the places of a record of several lines: bounds, counts, places."""
    lines, total = struct.unpack_from("<LL", record, 16)
    if lines > PLACES:
        raise Unknown
    counts = struct.unpack_from(f"<{lines}L", record, 24)
    places = _pairs(record, 24 + 4 * lines, total, letter)
    found, at = [], 0
    for count in counts:
        found.append(places[at : at + count])
        at += count
    return found


def _begin_curve(device: Device, record: bytes, letter: str) -> None:
    first, *others = _places(record, letter)
    device.move(first)
    device.curve(others)


def _on(device: Device, record: bytes, letter: str, draw: str) -> None:
    getattr(device, draw)(_places(record, letter))


def _one(device: Device, record: bytes, letter: str, draw: str) -> None:
    getattr(device, draw)([_places(record, letter)])


def _several(device: Device, record: bytes, letter: str, draw: str) -> None:
    getattr(device, draw)(_many(record, letter))


def _pen(device: Device, record: bytes) -> None:
    number, style, width, _, colour = struct.unpack_from("<LLllL", record)
    _make_pen(device, number, style, width, colour)


def _long_pen(device: Device, record: bytes) -> None:
    (number,), (style, width, _, colour) = _longs(record, 1), struct.unpack_from("<4L", record, 20)
    _make_pen(device, number, style, width, colour)


def _make_pen(device: Device, number: int, style: int, width: int, colour: int) -> None:
    pen: GdiObject = NO_PEN if style & _STYLE == _NULL_PEN else Pen(colour_of(colour), abs(width))
    device.make(number, pen)


def _brush(device: Device, record: bytes) -> None:
    number, style, colour = struct.unpack_from("<3L", record)
    device.make(number, NO_BRUSH if style == _NULL_BRUSH else Brush(colour_of(colour)))


def _select(device: Device, record: bytes) -> None:
    (number,) = struct.unpack_from("<L", record)
    device.select(number & ~_STOCK, stock=number >= _STOCK)


def _measure(device: Device, record: bytes, name: str) -> None:
    setattr(device.state, name, _longs(record, 2))


def _map_mode(device: Device, record: bytes) -> None:
    (mode,) = _longs(record, 1)
    if mode not in (_ALL_PLAIN, _ISOTROPIC, _ANISOTROPIC):
        raise Unknown
    device.state.stretched = mode != _ALL_PLAIN


def _world(device: Device, record: bytes) -> None:
    device.state.world = struct.unpack_from("<6f", record)


def _change_world(device: Device, record: bytes) -> None:
    own, (mode,) = struct.unpack_from("<6f", record), struct.unpack_from("<L", record, 24)
    plain: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    world = device.state.world
    chosen = {1: plain, 2: _product(own, world), 3: _product(world, own), 4: own}
    device.state.world = chosen.get(mode, world)


def _product(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        *((e * p + f * r + t, e * q + f * s + u)),
    )


def _region(device: Device, record: bytes) -> None:
    size, mode = struct.unpack_from("<LL", record)
    if not size:
        device.canvas.clip = None
    elif mode in (_REGION_AND, _REGION_COPY):
        left, top, right, bottom = _longs(record, 4, 24)
        device.clip_device((left, top), (right, bottom), anew=mode == _REGION_COPY)
    else:
        raise Unknown


def _block(device: Device, record: bytes) -> None:
    """Fill a rectangle: what a transfer of pixels does that has none."""
    left, top, width, height, operation = struct.unpack_from("<4lL", record, 16)
    (pixels,) = struct.unpack_from("<L", record, 80)
    if operation == _NOTHING:
        return
    flat = {_PATTERN: None, _BLACKNESS: (0, 0, 0), _WHITENESS: (255, 255, 255)}
    if pixels or operation not in flat:
        raise Unknown
    device.flood((left, top), (left + width, top + height), flat[operation])


def _bitmap(device: Device, record: bytes) -> None:
    left, top, _, _, _, _, at, head, bits, length = struct.unpack_from("<10l", record, 16)
    _, operation, width, height = struct.unpack_from("<LLll", record, 56)
    if operation not in _MODES:
        raise Unknown
    begin = at - _HEAD
    bitmap = record[begin : begin + head] + record[bits - _HEAD : bits - _HEAD + length]
    device.bitmap(opened(bitmap), (left, top), (left + width, top + height), _MODES[operation])


def _text(_: Device, record: bytes) -> None:
    """Refuse letters; of spaces nothing is seen, which Office writes for empty paragraphs."""
    count, at = struct.unpack_from("<2L", record, 36)
    begin = at - _HEAD
    if record[begin : begin + 2 * count].decode("utf-16-le", "replace").strip():
        raise Unknown


def _box(device: Device, record: bytes, draw: str) -> None:
    left, top, right, bottom = _longs(record, 4)
    getattr(device, draw)((left, top), (right, bottom))


def _restore(device: Device, record: bytes) -> None:
    for _ in range(max(1, min(1_000, -_longs(record, 1)[0]))):
        device.restore()


def _fill_mode(device: Device, record: bytes) -> None:
    device.state.winding = _longs(record, 1)[0] == 2  # noqa: PLR2004 - WINDING


_READ: dict[int, Read] = {
    9: partial(_measure, name="extent"),
    10: partial(_measure, name="origin"),
    11: partial(_measure, name="target_extent"),
    12: partial(_measure, name="target_origin"),
    17: _map_mode,
    19: _fill_mode,
    27: lambda device, record: device.move(_pairs(record, 0, 1, "l")[0]),
    30: partial(_box, draw="clip_rectangle"),
    33: lambda device, _: device.save(),
    34: _restore,
    35: _world,
    36: _change_world,
    37: _select,
    38: _pen,
    39: _brush,
    40: lambda device, record: device.delete(_longs(record, 1)[0]),
    42: partial(_box, draw="ellipse"),
    43: partial(_box, draw="rectangle"),
    54: lambda device, record: device.line(_pairs(record, 0, 1, "l")),
    59: lambda device, _: device.begin_path(),
    60: lambda _device, _: None,
    61: lambda device, _: device.close_figure(),
    62: lambda device, _: device.draw_path(filled=True, stroked=False),
    63: lambda device, _: device.draw_path(filled=True, stroked=True),
    64: lambda device, _: device.draw_path(filled=False, stroked=True),
    67: lambda device, _: device.clip_path(),
    68: lambda device, _: device.draw_path(filled=False, stroked=False),
    75: _region,
    76: _block,
    81: _bitmap,
    82: lambda device, record: device.make(_longs(record, 1)[0], None),
    84: _text,
    95: _long_pen,
}
for _offset, _letter in ((0, "l"), (83, "h")):
    _READ |= {
        2 + _offset: partial(_begin_curve, letter=_letter),
        3 + _offset: partial(_one, letter=_letter, draw="polygons"),
        4 + _offset: partial(_one, letter=_letter, draw="lines"),
        5 + _offset: partial(_on, letter=_letter, draw="curve"),
        6 + _offset: partial(_on, letter=_letter, draw="line"),
        7 + _offset: partial(_several, letter=_letter, draw="lines"),
        8 + _offset: partial(_several, letter=_letter, draw="polygons"),
    }
