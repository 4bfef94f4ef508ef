"""Make `fonts/metrics.msgpack`, the widths of the built-in fonts, read in advance.

    python templates/make_font_metrics.py

Run it after a built-in font has changed; a test says so where it was forgotten.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from briefgen.load.font_file import read_font_file
from briefgen.load.font_metrics import (
    METRICS_FILE,
    BuiltInFonts,
    PackedMetrics,
    in_columns,
    read_metrics,
)

FONTS = Path(__file__).parent / "fonts"


def in_units(file: Path) -> PackedMetrics:
    """Return the metrics of a font with whole numbers as widths."""
    units_per_em = TTFont(file)["head"].unitsPerEm
    metrics = read_metrics(file.read_bytes())
    units = {code: round(one * units_per_em / 1000) for code, one in metrics.advances.items()}
    return PackedMetrics(metrics.ascent, metrics.descent, units_per_em, in_columns(units))


def packed() -> bytes:
    """Return what the built-in faces of text say of themselves, and their metrics."""
    files, metrics = {}, {}
    for file in sorted(FONTS.glob("*.ttf")):
        font, data = read_font_file(file), file.read_bytes()
        assert font
        _, *rest, _ = msgspec.structs.astuple(font)
        files[file.name] = (len(data), tuple(rest))
        metrics[zlib.crc32(data)] = msgspec.Raw(msgspec.msgpack.encode(in_units(file)))
    return msgspec.msgpack.encode(BuiltInFonts(files, metrics))


if __name__ == "__main__":
    (FONTS / METRICS_FILE).write_bytes(packed())
