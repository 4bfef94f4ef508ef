"""Advance widths and heights of a font file; those of the built-in ones are read in advance."""

from __future__ import annotations

import io
import zlib

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.resources import resources_folder

METRICS_FILE = "metrics.msgpack"
"""Beside the built-in fonts, what ReportLab reads of them (`templates/make_font_metrics.py`). To
read all of their tables takes 60 ms, a fifth of the first brief of a process."""


class FontMetrics(Struct, frozen=True, array_like=True):
    """Widths by code point, and heights, in thousandths of the size."""

    ascent: float
    descent: float
    advances: dict[int, float]


def font_metrics(data: bytes) -> FontMetrics:
    """Return the metrics of a TrueType file.

    Raises:
        Exception: ReportLab's, of many kinds, for a file that it cannot read.
    """
    held = _built_in().get(zlib.crc32(data))
    return msgspec.msgpack.decode(held, type=FontMetrics) if held else read_metrics(data)


def read_metrics(data: bytes) -> FontMetrics:
    """Return the metrics as they are read from the tables of a font."""
    from reportlab.pdfbase.ttfonts import TTFontFile  # noqa: PLC0415 - not for built-in fonts

    font = TTFontFile(io.BytesIO(data))
    return FontMetrics(float(font.ascent), float(-font.descent), dict(font.charWidths))


@kept(1)
def _built_in() -> dict[int, msgspec.Raw]:
    """Return what is known by the checksum of a file, each still as it is written."""
    file = resources_folder("fonts") / METRICS_FILE
    return msgspec.msgpack.decode(file.read_bytes(), type=dict[int, msgspec.Raw])
