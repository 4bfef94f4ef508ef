"""Attacks that are binary or large: each is made when it is tried, and never lies in a folder."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from samples.word import TEMPLATE, packed, parts

FONT = Path(__file__).parents[2] / "templates" / "fonts" / "Carlito-Regular.ttf"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def png(width: int, height: int, *chunks: bytes) -> bytes:
    """Return a grey PNG that says it has a size, with the chunks that it is given."""
    head = _chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + _chunk(b"IEND", b"")


def bomb(width: int, height: int) -> bytes:
    """Return a PNG that has all the pixels it says it has, in as few bytes as there can be."""
    return png(width, height, _chunk(b"IDAT", zlib.compress(bytes((width + 1) * height), 9)))


def _text_bomb() -> bytes:
    text = b"Comment\0\0" + zlib.compress(bytes(20_000_000), 9)
    return png(9, 9, _chunk(b"zTXt", text), _chunk(b"IDAT", zlib.compress(bytes(90))))


def _drawn(kind: str, size: tuple[int, int] = (90, 90)) -> bytes:
    stream = io.BytesIO()
    Image.radial_gradient("L").resize(size).convert("RGB").save(stream, kind)
    return stream.getvalue()


def _scans() -> bytes:
    data = _drawn("JPEG")
    at = data.index(b"\xff\xda")
    return data[:at] + data[at : at + 14] * 400 + data[at:]


PICTURES: dict[str, Callable[[], bytes]] = {
    "bomb by its head": lambda: png(50_000, 50_000),
    "bomb of 49 megapixels": lambda: bomb(7_000, 7_000),
    "bomb of text": _text_bomb,
    "nothing but a head": lambda: png(90, 90),
    "cut off": lambda: _drawn("PNG")[:300],
    "endless scans": _scans,
    "svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
    "gif": lambda: _drawn("GIF"),
    "tiff": lambda: _drawn("TIFF"),
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n",
    "metafile": lambda: b"\xd7\xcd\xc6\x9a" + bytes(60),
}


def _font_table(name: bytes, data: bytes) -> bytes:
    font = FONT.read_bytes()
    start = struct.unpack_from(">L", font, font.index(name, 12) + 8)[0]
    return font[:start] + data + font[start + len(data) :]


FONTS: dict[str, Callable[[], bytes]] = {
    "all characters at once": lambda: _font_table(
        b"cmap",
        struct.pack(">HHHHL", 0, 1, 3, 10, 12)
        + struct.pack(">HHLLLLLL", 12, 0, 28, 0, 1, 0, 0xFFFFFFFF, 1),
    ),
    "one outline for all": lambda: _font_table(
        b"loca", struct.pack(">LLLL", 0, 600_000, 0, 600_000)
    ),
    "licence of its own": lambda: _font_table(
        b"OS/2", FONT.read_bytes()[_at(b"OS/2") : _at(b"OS/2") + 8] + b"\0\2"
    ),
}


def _at(name: bytes) -> int:
    font = FONT.read_bytes()
    return int(struct.unpack_from(">L", font, font.index(name, 12) + 8)[0])


def _archive(
    change: Callable[[zipfile.ZipFile], None], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    stream = io.BytesIO(TEMPLATE.read_bytes())
    with zipfile.ZipFile(stream, "a", method) as archive:
        change(archive)
    return stream.getvalue()


def _added(name: str, data: bytes) -> Callable[[], bytes]:
    return lambda: packed({**parts(), name: data})


def _encrypted() -> bytes:
    data = bytearray(TEMPLATE.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


WORD: dict[str, Callable[[], bytes]] = {
    "zip bomb": lambda: _archive(lambda a: a.writestr("word/x.xml", bytes(30_000_000))),
    "many entries": lambda: packed({**parts(), **{f"x{n}": b"" for n in range(2_100)}}),
    "entry outside": _added("../../etc/cron.d/x", b"x"),
    "entry with a drive": _added("C:/x", b"x"),
    "entry twice": lambda: packed({**parts(), "WORD/Document.XML": b"<x/>"}),
    "entry that steers the terminal": _added("word/\x1b[2J.xml", b"<x/>"),
    "another compression": lambda: _archive(lambda a: a.writestr("x", b"x"), zipfile.ZIP_LZMA),
    "encrypted": _encrypted,
    "old document": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rich text": lambda: b"{\\rtf1\\ansi{\\field{\\*\\fldinst DDEAUTO x}}}",
    "cut off": lambda: TEMPLATE.read_bytes()[:-300],
    "macros": _added("word/vbaProject.bin", b"x"),
    "activex": _added("word/activeX/activeX1.bin", b"x"),
    "picture bomb": _added("word/media/x.png", png(50_000, 50_000)),
    "picture without pixels": _added("word/media/x.png", png(90, 90)),
    "markup called a picture": _added("word/media/x.png", b"<!DOCTYPE x><x/>"),
}


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _endless(file: Path) -> None:
    file.symlink_to("/dev/zero")


def _circle(file: Path) -> None:
    file.symlink_to(file.name)


ARGUMENTS: dict[str, Callable[[Path], object]] = {
    "50 megabytes": lambda file: file.write_bytes(b"a: " + b"x" * 50_000_000),
    "too many values": lambda file: file.write_text("a: [" + "1," * 200_000 + "1]"),
    "many faults": lambda file: file.write_text("".join(f"x{n}: 1\n" for n in range(50_000))),
    "utf-16": lambda file: file.write_bytes("id: attack\n".encode("utf-16")),
    "bytes": lambda file: file.write_bytes(bytes(range(256))),
    "pipe": _pipe,
    "endless": _endless,
    "circle of links": _circle,
    "folder": lambda file: file.mkdir(),
}
