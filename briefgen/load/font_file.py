"""What a font file says of itself: family, style, heights, and whether it may be embedded."""

from __future__ import annotations

import itertools
import lzma
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.text import read_bytes
from briefgen.types.finding import Finding, LoadError

CHARACTER_LIMIT = 0x110000
"""Characters that one table of characters may map: those that Unicode has room for."""

SUBTABLE_LIMIT = 64
"""Tables of characters in a font. Common ones have three or four."""

_LONG_OFFSETS = 1

_UNICODE_PLATFORMS = (0, 3)
_LAST = 0xFFFF
"""Where the closing segment of a table of format 4 begins; it maps nothing."""


def fault_of(tables: Mapping[bytes, bytes]) -> str:
    """Return what is wrong with a TrueType font's tables, or nothing.

    Parsers follow ranges of characters and places of glyphs without a theme: a few bytes can name
    four thousand million characters, or one outline a thousand times (ISO/IEC 14496-22, 5.2.1.3
    and 5.3.3).

    Raises:
        struct.error: a table ends too soon.
        KeyError: a table is missing.
    """
    return _of_characters(tables[b"cmap"]) or _of_glyphs(tables)


def _of_characters(table: bytes) -> str:
    count = struct.unpack_from(">H", table, 2)[0]
    if count > SUBTABLE_LIMIT:
        return f"has {count} tables of characters; at most {SUBTABLE_LIMIT} are read"
    places = {struct.unpack_from(">4xL", table, 4 + 8 * at)[0] for at in range(count)}
    for place in sorted(places):
        mapped = 0
        for first, last in _ranges(table, place):
            mapped += max(0, last - first + 1)
            if mapped > CHARACTER_LIMIT:
                return f"maps more than {CHARACTER_LIMIT:,} characters"
    return ""


def character_ranges(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield first and last character of each range that a sound `cmap` maps to glyphs."""
    count = struct.unpack_from(">H", table, 2)[0]
    for at in range(count):
        platform, place = struct.unpack_from(">H2xL", table, 4 + 8 * at)
        if platform in _UNICODE_PLATFORMS:
            yield from (one for one in _ranges(table, place) if one[0] != _LAST)


def _ranges(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield first and last character of each range that a table of characters maps."""
    match struct.unpack_from(">H", table, at)[0]:
        case 4:
            segments = struct.unpack_from(">H", table, at + 6)[0] // 2
            ends = struct.unpack_from(f">{segments}H", table, at + 14)
            starts = struct.unpack_from(f">{segments}H", table, at + 16 + 2 * segments)
            yield from zip(starts, ends, strict=True)
        case 10:
            first, count = struct.unpack_from(">LL", table, at + 12)
            yield first, first + count - 1
        case 12 | 13:
            groups = struct.unpack_from(">L", table, at + 12)[0]
            for group in range(groups):
                yield struct.unpack_from(">LL", table, at + 16 + 12 * group)


def _of_glyphs(tables: Mapping[bytes, bytes]) -> str:
    if b"glyf" not in tables:
        return ""
    glyphs = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    is_long = struct.unpack_from(">h", tables[b"head"], 50)[0] == _LONG_OFFSETS
    places = struct.unpack_from(f">{glyphs + 1}{'L' if is_long else 'H'}", tables[b"loca"])
    if any(one > other for one, other in itertools.pairwise(places)):
        return "has outlines that overlap"
    if places[-1] * (1 if is_long else 2) > len(tables[b"glyf"]):
        return "has outlines beyond its end"
    return ""


SIZE_LIMIT = 60_000_000
"""Bytes of a font file."""

_RESTRICTED, _NO_SUBSET, _BITMAPS_ONLY = 0x2, 0x100, 0x200
"""Bits of `OS/2.fsType` (ISO/IEC 14496-22, 5.2.6.4.1) that a PDF with a part of the font breaks."""

_USE_TYPOGRAPHIC = 0x80
"""Bit of `OS/2.fsSelection`: the typographic heights go before those of `hhea`."""

_FAMILY, _WINDOWS, _ENGLISH = 1, 3, 0x409


class FontFile(Struct, frozen=True):
    """A font file as its tables describe it. `line_height` is in thousandths of the size.

    `fault` says why it cannot be read on, and is empty for a sound one. `data` are the bytes of one
    that stands within another file.
    """

    file: Path
    family: str
    bold: bool
    italic: bool
    line_height: float
    embedding: int
    is_truetype: bool
    fault: str
    data: bytes = b""


PACKED = ".xz"
"""What the file of a fallback face ends in besides: few briefs need one, and packed it is half as
large."""


def font_bytes(file: Path) -> bytes:
    """Return the bytes of a font file, of a packed one unpacked.

    Raises:
        LoadError: it cannot be read, or is larger than `SIZE_LIMIT`.
    """
    data = read_bytes(file, SIZE_LIMIT, name=str(file))
    return lzma.decompress(data) if file.suffix == PACKED else data


def read_font_file(file: Path) -> FontFile | None:
    """Return what a font file says of itself, or None if it is no font that can be read."""
    try:
        data = font_bytes(file)
    except LoadError:
        return None
    return font_of(data, file)


def font_of(
    data: bytes, file: Path, named: tuple[str, bool, bool] | None = None
) -> FontFile | None:
    """Return what a font says of itself, or None if it is none that can be read.

    `named` are its family, and whether it is bold and italic, of one within another file.
    """
    try:
        tables = _tables(data)
        units = struct.unpack_from(">H", tables[b"head"], 18)[0]
        style = struct.unpack_from(">H", tables[b"head"], 44)[0]
        family, bold, italic = named or (_family(tables[b"name"]), style & 1, style & 2)
        return FontFile(
            file=file,
            family=family,
            bold=bool(bold),
            italic=bool(italic),
            line_height=_line_height(tables) * 1000 / units,
            embedding=struct.unpack_from(">H", tables[b"OS/2"], 8)[0],
            is_truetype=b"glyf" in tables,
            fault=_fault(tables),
            data=data if named else b"",
        )
    except (KeyError, struct.error, ZeroDivisionError, UnicodeDecodeError):
        return None


def table_of(data: bytes, name: bytes) -> bytes:
    """Return a table of a font.

    Raises:
        KeyError: it has none of this name.
        struct.error: its list of tables ends too soon.
    """
    return _tables(data)[name]


@kept(16)
def characters_of(file: Path) -> frozenset[int]:
    """Return the characters that a built-in font maps: its table of characters, nothing else."""
    table = _tables(font_bytes(file))[b"cmap"]
    return frozenset(
        code for first, last in character_ranges(table) for code in range(first, last + 1)
    )


def font_findings(font: FontFile) -> list[Finding]:
    """Return why a font may not or cannot be set in a PDF."""
    findings = []

    def found(code: str, message: str, hint: str) -> None:
        findings.append(Finding(code, message, hint, file=str(font.file)))

    if font.fault:
        hint = "give another file of the family"
        found("font-damaged", f'the font "{font.family}" {font.fault}', hint)
    if not font.is_truetype:
        found(
            "font-outlines",
            f'the font "{font.family}" has no TrueType outlines',
            "give the .ttf of the family; an .otf with PostScript outlines cannot be set",
        )
    if font.embedding & (_RESTRICTED | _NO_SUBSET | _BITMAPS_ONLY):
        found(
            "font-embedding",
            f'the licence of the font "{font.family}" does not let a part of it be embedded '
            f"(fsType {font.embedding:#06x})",
            "choose another font in the Word template, or ask the foundry for a licence",
        )
    return findings


def _fault(tables: dict[bytes, bytes]) -> str:
    try:
        return fault_of(tables)
    except (KeyError, struct.error):
        return "lacks a table, or one ends too soon"


def _tables(data: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for at in range(count):
        name, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
        tables[name] = data[start : start + length]
    return tables


def _family(table: bytes) -> str:
    """Return the family that Word lists the font under, in English where it has such a name."""
    count, strings = struct.unpack_from(">HH", table, 2)
    found: dict[bool, str] = {}
    for at in range(count):
        platform, _, language, name, length, start = struct.unpack_from(">6H", table, 6 + 12 * at)
        if name == _FAMILY and platform == _WINDOWS:
            text = table[strings + start : strings + start + length].decode("utf-16-be")
            found.setdefault(language == _ENGLISH, text)
    return found.get(True) or found[False]


def _line_height(tables: dict[bytes, bytes]) -> int:
    """Return the height of a line in units of the font, as LibreOffice takes it.

    That of `hhea`, or the typographic one where the font asks for it, gap included; where both are
    empty, that of Windows.
    """
    above, below, gap = struct.unpack_from(">hhh", tables[b"hhea"], 4)
    height = int(above) - int(below) + int(gap)
    selection = struct.unpack_from(">H", tables[b"OS/2"], 62)[0]
    above, below, gap, top, bottom = struct.unpack_from(">hhhHH", tables[b"OS/2"], 68)
    if selection & _USE_TYPOGRAPHIC and (above or below):
        return int(above) - int(below) + int(gap)
    return height or int(top) + int(bottom)
