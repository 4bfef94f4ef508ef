"""A TrueType font with the characters of a Latin text and those that a document has, and no more.

What moves letters closer or joins them (GPOS, GSUB, kern) is left out: pages are measured by the
plain widths.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from math import ceil, floor

from briefgen.render.docx.stretched_outlines import stretched_outline

_KEPT = ("OS/2", "cvt ", "fpgm", "gasp", "head", "hhea", "hmtx", "maxp", "name", "prep")
_USUAL = (*range(0x20, 0x180), *range(0x2010, 0x2045), 0x20AC, 0x2122, 0x2212)
"""Latin letters, punctuation and signs that a writer is likely to add."""

_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
"""Flags of a part of a composite glyph (OpenType, `glyf`)."""

_BOX = 10
"""Bytes of a glyph's number of contours and its box, which its parts stand behind."""

_HINTS = frozenset({"cvt ", "fpgm", "prep"})
"""Tables of hints, which are of no use to outlines that are drawn wider."""

_LETTERS = tuple(map(ord, "etaoinshrdlucmfwypvbgk"))
_UNSEEN = 0.005
"""Share of its width by which no letter is seen to be wider."""

_SIDES = 36, 40
"""Where `head` says how far glyphs reach to the left and the right."""

_LONG_METRICS = 34
"""Where `hhea` says how many glyphs have a width of their own."""

_CHECKSUM = 0xB1B0AFBA
_LAST = 0xFFFF


def reduced_font(
    data: bytes, characters: Iterable[int], widths: Mapping[int, float] | None = None
) -> bytes:
    """Return a font of the same name and metrics with the usual characters and these.

    `widths`, in thousandths of the size, are others than its own: letters are drawn wider or
    narrower by the share that they make, as a PDF draws them, and stand amid their own.
    """
    from reportlab.pdfbase.ttfonts import TTFontFile  # noqa: PLC0415 - few documents need it

    font = TTFontFile(BytesIO(data), validate=False)
    glyph_of = {
        code: font.charToGlyph[code]
        for code in sorted({*_USUAL, *characters})
        if code < _LAST and code in font.charToGlyph
    }
    parts: dict[str, bytes] = {name: font.get_table(name) for name in font.table}  # type: ignore[no-untyped-call]
    outlines, starts = parts["glyf"], font.glyphPos
    wanted = _with_parts({0, *glyph_of.values()}, outlines, starts)
    share = 1.0 if widths is None else _share(font.charWidths, widths)
    glyphs, places = bytearray(), [0]
    for number in range(len(starts) - 1):
        if number in wanted:
            outline = outlines[starts[number] : starts[number + 1]]
            glyphs += outline if share == 1 else stretched_outline(outline, share)
            glyphs += b"\0" * (-len(glyphs) % 4)
        places.append(len(glyphs))
    kept = _KEPT if share == 1 else [name for name in _KEPT if name not in _HINTS]
    tables = {name: parts[name] for name in kept if name in parts}
    head = bytearray(tables["head"])
    head[8:12] = b"\0\0\0\0"
    head[50:52] = struct.pack(">h", 1)  # places in four bytes
    left, right = (struct.unpack_from(">h", head, at)[0] for at in _SIDES)
    for at, side in zip(_SIDES, (floor(left * share), ceil(right * share)), strict=True):
        struct.pack_into(">h", head, at, side)
    tables["head"] = bytes(head)
    tables["glyf"], tables["loca"] = bytes(glyphs), struct.pack(f">{len(places)}L", *places)
    if widths is not None:
        tables |= _metrics(tables, glyph_of, widths, share)
    tables["cmap"] = _character_map(glyph_of)
    tables["post"] = struct.pack(">L", 0x30000) + parts["post"][4:32]
    return _file_of(tables)


def _share(own: Mapping[int, float], widths: Mapping[int, float]) -> float:
    """Return how much wider than its own a font is to run, by its most common letters."""
    common = [code for code in _LETTERS if code in own and code in widths]
    natural = sum(own[code] for code in common)
    share = sum(widths[code] for code in common) / natural if natural else 1.0
    return share if abs(share - 1) > _UNSEEN else 1.0


def _metrics(
    tables: Mapping[str, bytes],
    glyph_of: Mapping[int, int],
    widths: Mapping[int, float],
    share: float,
) -> dict[str, bytes]:
    """Return `hmtx` with these widths, and `hhea` that counts them.

    A glyph begins where its bearing says, so half of what a letter gains beyond its share goes
    before it.
    """
    head, old = bytearray(tables["hhea"]), tables["hmtx"]
    per_em, count = (
        struct.unpack_from(">H", tables[name], at)[0] for name, at in (("head", 18), ("maxp", 4))
    )
    long = struct.unpack_from(">H", head, _LONG_METRICS)[0]
    own = [struct.unpack_from(">Hh", old, 4 * number) for number in range(long)]
    bearings = struct.unpack_from(f">{count - long}h", old, 4 * long)
    own += [(own[-1][0], bearing) for bearing in bearings]
    for code, number in glyph_of.items():
        if (wanted := widths.get(code)) is not None:
            width, bearing = own[number]
            whole = round(wanted * per_em / 1000)
            before = round(bearing * share + (whole - width * share) / 2)
            own[number] = whole, before
    head[_LONG_METRICS : _LONG_METRICS + 2] = struct.pack(">H", count)
    return {"hhea": bytes(head), "hmtx": b"".join(struct.pack(">Hh", *one) for one in own)}


def _with_parts(wanted: set[int], outlines: bytes, starts: list[int]) -> set[int]:
    """Return glyphs with those that they are composed of."""
    found: set[int] = set()
    left = list(wanted)
    while left:
        number = left.pop()
        if number in found:
            continue
        found.add(number)
        left += _parts(outlines[starts[number] : starts[number + 1]])
    return found


def _parts(outline: bytes) -> Iterator[int]:
    if len(outline) < _BOX or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = _BOX, _MORE
    while flags & _MORE:
        flags, number = struct.unpack_from(">HH", outline, at)
        yield number
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _character_map(glyph_of: dict[int, int]) -> bytes:
    """Return a `cmap` of format 4: runs of codes that are as far from their glyphs."""
    runs: list[list[int]] = []
    for code, glyph in glyph_of.items():
        if runs and runs[-1][1] == code - 1 and runs[-1][2] == glyph - code:
            runs[-1][1] = code
        else:
            runs.append([code, code, glyph - code])
    runs.append([_LAST, _LAST, 1])
    count = len(runs)
    power = 1 << (count.bit_length() - 1)
    heads = (count * 2, power * 2, power.bit_length() - 1, (count - power) * 2)
    ends, begins, steps = ([run[at] & _LAST for run in runs] for at in (1, 0, 2))
    shape = f">{count}H"
    body = struct.pack(">4H", *heads) + struct.pack(shape, *ends) + b"\0\0"
    body += struct.pack(shape, *begins) + struct.pack(shape, *steps) + b"\0\0" * count
    subtable = struct.pack(">3H", 4, len(body) + 6, 0) + body
    return struct.pack(">4HL", 0, 1, 3, 1, 12) + subtable


def _file_of(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">L4H", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    directory, content = b"", b""
    start = len(header) + 16 * count
    head = 0
    for name, table in sorted(tables.items()):
        if name == "head":
            head = start + len(content)
        entry = (name.encode(), _sum(table), start + len(content), len(table))
        directory += struct.pack(">4sLLL", *entry)
        content += table + b"\0" * (-len(table) % 4)
    whole = bytearray(header + directory + content)
    whole[head + 8 : head + 12] = struct.pack(">L", (_CHECKSUM - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
