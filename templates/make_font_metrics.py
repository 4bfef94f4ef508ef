"""Make `fonts/metrics.msgpack`, the widths of the built-in fonts, read in advance.

    python templates/make_font_metrics.py

Run it after a built-in font has changed; a test says so where it was forgotten.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec

from briefgen.load.font_metrics import METRICS_FILE, read_metrics

FONTS = Path(__file__).parent / "fonts"


def packed() -> bytes:
    """Return the metrics of the built-in faces of text, by the checksum of their files."""
    files = [file.read_bytes() for file in sorted(FONTS.glob("*.ttf"))]
    return msgspec.msgpack.encode({zlib.crc32(data): read_metrics(data) for data in files})


if __name__ == "__main__":
    (FONTS / METRICS_FILE).write_bytes(packed())
