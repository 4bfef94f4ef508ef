"""Make `fonts/metrics.msgpack`, the widths of the built-in fonts, read in advance.

    python templates/make_font_metrics.py

Run it after a built-in font has changed; a test says so where it was forgotten.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec

from briefgen.load.font_file import read_font_file
from briefgen.load.font_metrics import METRICS_FILE, BuiltInFonts, read_metrics

FONTS = Path(__file__).parent / "fonts"


def packed() -> bytes:
    """Return what the built-in faces of text say of themselves, and their metrics."""
    files, metrics = {}, {}
    for file in sorted(FONTS.glob("*.ttf")):
        font, data = read_font_file(file), file.read_bytes()
        assert font
        _, *rest = msgspec.structs.astuple(font)
        files[file.name] = (len(data), tuple(rest))
        metrics[zlib.crc32(data)] = msgspec.Raw(msgspec.msgpack.encode(read_metrics(data)))
    return msgspec.msgpack.encode(BuiltInFonts(files, metrics))


if __name__ == "__main__":
    (FONTS / METRICS_FILE).write_bytes(packed())
