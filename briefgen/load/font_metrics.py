"""What a font file says of itself, and widths: of built-in fonts, and of families not at hand."""

import io
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.font_file import FontFile, read_font_file
from briefgen.load.resources import resources_folder


class AdvanceColumns(Struct, frozen=True, array_like=True):
    """Runs of code points, two numbers each, and the width of each code point."""

    runs: list[int]
    widths: list[int]


def in_columns(advances: Mapping[int, int]) -> AdvanceColumns:
    """Return a table of widths by code point as columns."""
    runs: list[int] = []
    last = -1
    for code in sorted(advances):
        if runs and code == last + 1:
            runs[-1] += 1
        else:
            runs += (code - last, 1)
        last = code
    return AdvanceColumns(runs, [advances[code] for code in sorted(advances)])


def codes(columns: AdvanceColumns) -> Iterator[int]:
    """Yield the code points, in the order of their widths."""
    last = -1
    pairs = iter(columns.runs)
    for gap, count in zip(pairs, pairs, strict=True):
        first = last + gap
        last = first + count - 1
        yield from range(first, last + 1)


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
    metrics = _built_in().metrics.get(zlib.crc32(data))
    if metrics is None:
        return read_metrics(data)
    packed = msgspec.msgpack.decode(metrics, type=PackedMetrics)
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


WIDTHS_FILE = "widths.msgpack"
"""Beside the built-in fonts: a table for each family (`templates/make_width_tables.py`)."""

STYLES = ((False, False), (True, False), (False, True), (True, True))
"""Bold and italic, in the order of the faces of a table."""


class WidthTable(Struct, frozen=True, array_like=True):
    """Height of a line, and widths by code point in each of `STYLES`, in thousandths."""

    line_height: int
    faces: list[dict[int, int]]


class PackedTable(Struct, frozen=True, array_like=True):
    """A `WidthTable` as it is written."""

    line_height: int
    faces: list[AdvanceColumns]


NEARLY = {
    "segoe ui light": "segoe ui",
    "segoe ui semilight": "segoe ui",
    "segoe ui semibold": "segoe ui",
    "avant garde": "century gothic",
    "book antiqua": "palatino linotype",
    "palatino": "palatino linotype",
    "bookman": "bookman old style",
    "new century schoolbook": "century schoolbook",
    "courier": "courier new",
    "lucida console": "courier new",
}
"""Families that run about as wide as one whose widths are known."""


def width_table(family: str) -> WidthTable | None:
    """Return the widths of a family (in lower case), if they are known."""
    widths = _tables().get(NEARLY.get(family, family))
    if widths is None:
        return None
    packed = msgspec.msgpack.decode(widths, type=PackedTable)
    faces = [dict(zip(codes(face), face.widths, strict=True)) for face in packed.faces]
    return WidthTable(packed.line_height, faces)


@kept(1)
def _tables() -> dict[str, bytes]:
    file = resources_folder("fonts") / WIDTHS_FILE
    return msgspec.msgpack.decode(file.read_bytes(), type=dict[str, bytes])
