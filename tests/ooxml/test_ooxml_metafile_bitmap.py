"""A metafile that is one bitmap, as programs paste a logo."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image

from briefgen.load.images import png_of
from briefgen.load.word.treated_picture import Treatment, treated
from briefgen.ooxml.metafiles import bitmap_of
from briefgen.types.finding import LoadError

COPY, LEAVE, INVERT = 0x00CC0020, 0x00AA0029, 0x00550009


def record(function: int, held: bytes = b"") -> bytes:
    return struct.pack("<LH", 3 + len(held) // 2, function) + held


def stretched(bitmap: bytes, operation: int = COPY) -> bytes:
    return record(0x0B41, struct.pack("<L8h", operation, 4, 4, 0, 0, 4, 4, 0, 0) + bitmap)


def wmf(*records: bytes) -> bytes:
    head = struct.pack("<HHHLHLH", 1, 9, 0x300, 30, 0, 12, 0)
    return head + b"".join(records) + record(0)


def dib(mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    image = Image.new("RGB", (4, 4), "white")
    image.paste("black", (0, 0, 4, 2))
    image.convert(mode).save(stream, "BMP")
    return stream.getvalue()[14:]


MODE, NO_SOURCE = record(0x0103, b"\x08\0"), record(0x0940, struct.pack("<L8h", LEAVE, *[0] * 8))
RECTANGLE = record(0x041B, struct.pack("<4h", 40, 30, 2, 1))


@pytest.mark.parametrize("mode", ["RGB", "P", "L", "1"])
def test_its_bitmap_is_printed(mode: str) -> None:
    picture = treated(wmf(MODE, stretched(dib(mode)), NO_SOURCE), (20, 20), Treatment())
    with Image.open(io.BytesIO(picture.data)) as shown:
        own = shown.convert("L")
        corners = [own.getpixel((0, y)) for y in (0, 3)]
    assert (own.size, corners) == ((4, 4), [0, 255])


@pytest.mark.parametrize(
    "metafile",
    [
        wmf(MODE),
        wmf(stretched(dib()), stretched(dib())),
        wmf(stretched(dib()), RECTANGLE),
        wmf(stretched(dib(), INVERT)),
        wmf(stretched(b"")),
        wmf(record(0x0B41)),
    ],
    ids=["none", "two", "a line besides", "inverts", "no head", "cut off"],
)
def test_any_other_is_none(metafile: bytes) -> None:
    assert bitmap_of(metafile) is None


def test_one_that_is_cut_off_is_refused() -> None:
    held = bitmap_of(wmf(stretched(dib()[:-8])))
    assert held is not None
    with pytest.raises(LoadError):
        png_of(held)
