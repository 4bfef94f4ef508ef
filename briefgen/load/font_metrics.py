"""What a font file says of itself, and its widths; of the built-in ones, read in advance."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.advance_columns import AdvanceColumns, codes
from briefgen.load.font_file import FontFile, read_font_file
from briefgen.load.resources import resources_folder

METRICS_FILE = "metrics.msgpack"
"""Beside the built-in fonts, what is read of them (`templates/make_font_metrics.py`). To read all
of their tables takes 70 ms, a fifth of the first brief of a process."""


class FontMetrics(Struct, frozen=True, array_like=True):
    """Widths by code point, and heights, in thousandths of the size."""

    ascent: float
    descent: float
    advances: dict[int, float]


class PackedMetrics(Struct, frozen=True, array_like=True):
    """`FontMetrics` as they are written: widths in units, of which an em has so many."""

    ascent: float
    descent: float
    units_per_em: int
    advances: AdvanceColumns


class BuiltInFonts(Struct, frozen=True):
    """The built-in fonts as they were read: by the name of a file, and by its checksum.

    `files` holds the size of a file in bytes and what `FontFile` has besides its path. Metrics are
    still as they are written.
    """

    files: dict[str, tuple[int, tuple[str, bool, bool, float, int, bool, str]]]
    metrics: dict[int, msgspec.Raw]


def described(file: Path) -> FontFile | None:
    """Return what a font file says of itself, or None if it is no font that can be read."""
    if file.parent == resources_folder("fonts"):
        size, rest = _built_in().files.get(file.name, (None, None))
        if rest and file.stat().st_size == size:
            return FontFile(file, *rest)
    return read_font_file(file)


def font_metrics(data: bytes) -> FontMetrics:
    """Return the metrics of a TrueType file.

    Raises:
        Exception: ReportLab's, of many kinds, for a file that it cannot read.
    """
    held = _built_in().metrics.get(zlib.crc32(data))
    if held is None:
        return read_metrics(data)
    packed = msgspec.msgpack.decode(held, type=PackedMetrics)
    widths = (units * 1000.0 / packed.units_per_em for units in packed.advances.widths)
    advances = dict(zip(codes(packed.advances), widths, strict=True))
    return FontMetrics(packed.ascent, packed.descent, advances)


def read_metrics(data: bytes) -> FontMetrics:
    """Return the metrics as they are read from the tables of a font."""
    from reportlab.pdfbase.ttfonts import TTFontFile  # noqa: PLC0415 - not for built-in fonts

    font = TTFontFile(io.BytesIO(data))
    return FontMetrics(float(font.ascent), float(-font.descent), dict(font.charWidths))


@kept(1)
def _built_in() -> BuiltInFonts:
    file = resources_folder("fonts") / METRICS_FILE
    return msgspec.msgpack.decode(file.read_bytes(), type=BuiltInFonts)
