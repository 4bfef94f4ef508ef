"""Whether the tables of a font can be followed: none leads out of the file or multiplies it."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator, Mapping

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
