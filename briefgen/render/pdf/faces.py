"""TrueType faces: parsed once in a process, cut down to what a document prints.

ReportLab subsets the font file, whose long tables are read here: it reads them number by number,
which takes a fortieth of a first brief. A subset depends on its face and characters alone.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from unicodedata import category

from msgspec import Struct
from reportlab.pdfbase.ttfonts import TTFontFile

from briefgen.cache import kept
from briefgen.types.characters import LENT
from briefgen.types.font import Face

_BYTE_ORDER = 0xFEFF
_NO_TEXT = frozenset({"Cc", "Co"})
_SYMBOLIC, _NONSYMBOLIC = 1 << 2, 1 << 5

_WINDOWS, _UNICODE, _VARIATIONS = 3, 0, 5
"""Platforms of a table of characters, and the encoding of one that maps none by itself."""

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class Subset(Struct, frozen=True):
    """The glyphs of one face for some characters. Widths are thousandths of the size.

    The character identifier of `characters[n]` is n + 1; `glyphs[n]` is its glyph in `program`, a
    deflated TrueType file of `length` bytes. Characters that share a glyph keep their own
    identifiers, so that each is extracted as what it is. `digest` tells the subset from any other.
    """

    name: str
    digest: str
    characters: tuple[int, ...]
    glyphs: tuple[int, ...]
    widths: tuple[float, ...]
    program: bytes
    length: int
    flags: int
    box: tuple[float, ...]
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    stem: float


class TrueTypeFace:
    """A parsed font file."""

    def __init__(self, data: bytes) -> None:
        self._font = _read(data)
        self._lend()
        self._lock = Lock()

    def _lend(self) -> None:
        """Print what a face lacks by the glyph of another character that looks the same."""
        glyphs = self._font.charToGlyph
        for character, lender in LENT.items():
            if character not in glyphs and lender in glyphs:
                glyphs[character] = glyphs[lender]

    def lacks(self, characters: frozenset[int]) -> frozenset[int]:
        """Return the characters that cannot be printed and read out again.

        They have no glyph, or only the one for missing characters, or they are no text whatever
        the face maps them to: controls, private use and U+FEFF (ISO 19005-2, 6.2.11.7).
        """
        glyph = self._font.charToGlyph.get
        return frozenset(
            character
            for character in characters
            if not glyph(character)
            or character == _BYTE_ORDER
            or category(chr(character)) in _NO_TEXT
        )

    def subset(self, characters: tuple[int, ...]) -> Subset:
        """Return the face with the glyphs of these characters only, in their order."""
        font = self._font
        glyphs: dict[int, int] = {}
        ones = []
        for character in characters:
            glyph = font.charToGlyph[character]
            if glyph not in glyphs:
                glyphs[glyph] = len(glyphs) + 1
                ones.append(character)
        with self._lock:  # ReportLab reads the file through a cursor that it keeps in the font
            program = font.makeSubset(ones)
        digest = hashlib.sha256(program + repr(characters).encode())
        return Subset(
            name=f"{_tag(digest.digest())}+{font.name.decode('ascii')}",
            digest=digest.hexdigest(),
            characters=characters,
            glyphs=tuple(glyphs[font.charToGlyph[character]] for character in characters),
            widths=tuple(self._width(font.charToGlyph[character]) for character in characters),
            program=zlib.compress(program),
            length=len(program),
            flags=font.flags & ~_NONSYMBOLIC | _SYMBOLIC,
            box=tuple(font.bbox),
            ascent=font.ascent,
            descent=font.descent,
            cap_height=font.capHeight,
            italic_angle=font.italicAngle,
            stem=font.stemV,
        )

    def _width(self, glyph: int) -> float:
        font = self._font
        (glyphs,) = struct.unpack_from(">H", _table(font, "hhea"), 34)
        width: float = font.hmetrics[glyph][0]
        return width if glyph >= glyphs else width * (1000 / font.unitsPerEm)


def _read(data: bytes) -> TTFontFile:
    """Return a font as ReportLab reads it, but for the widths of characters."""
    try:
        font = TTFontFile(io.BytesIO(data), charInfo=0)
        font.charToGlyph = _glyphs_by_character(_table(font, "cmap"))
        font.hmetrics = _advances(font)
        font.glyphPos = _places_of_glyphs(font)
    except (struct.error, IndexError, NotImplementedError):
        return TTFontFile(io.BytesIO(data))
    return font


def _glyphs_by_character(table: bytes) -> dict[int, int]:
    """Return the glyph of each character (ISO/IEC 14496-22, 5.2.1.3), as ReportLab chooses them.

    Raises:
        NotImplementedError: a table of a format that is seldom used.
    """
    (count,) = struct.unpack_from(">H", table, 2)
    subtables = (struct.unpack_from(">HHL", table, 4 + 8 * at) for at in range(count))
    chosen = [
        place
        for platform, encoding, place in subtables
        if platform == _WINDOWS or (platform == _UNICODE and encoding != _VARIATIONS)
    ]
    found: dict[int, int] = {}
    match chosen and struct.unpack_from(">H", table, chosen[-1])[0]:
        case 4:
            for characters, glyphs in _segments(table, chosen[-1]):
                found.update(zip(characters, glyphs, strict=True))
        case 12:
            (groups,) = struct.unpack_from(">L", table, chosen[-1] + 12)
            for first, last, glyph in struct.iter_unpack(
                ">LLL", table[chosen[-1] + 16 : chosen[-1] + 16 + 12 * groups]
            ):
                found.update(
                    zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True)
                )
        case _:
            raise NotImplementedError
    if _SPACE in found:
        found[_NO_BREAK_SPACE] = found[_SPACE]
    elif _NO_BREAK_SPACE in found:
        found[_SPACE] = found[_NO_BREAK_SPACE]
    return found


def _segments(table: bytes, at: int) -> Iterator[tuple[range, Iterable[int]]]:
    """Yield ranges of characters and their glyphs, of a table of format 4."""
    _, length, _, doubled = struct.unpack_from(">4H", table, at)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", table, at + 14)
    starts = struct.unpack_from(f">{count}H", table, at + 16 + 2 * count)
    shifts = struct.unpack_from(f">{count}h", table, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", table, offsets_at)
    for number, (first, last, shift, offset) in enumerate(
        zip(starts, ends, shifts, offsets, strict=True)
    ):
        characters = range(first, last + 1)
        if not offset:
            yield characters, ((character + shift) & 0xFFFF for character in characters)
            continue
        place = offsets_at + 2 * number + offset
        held = max(0, min(len(characters), (at + length - place + 1) // 2))
        listed = struct.unpack_from(f">{held}H", table, place)
        glyphs = [glyph and (glyph + shift) & 0xFFFF for glyph in listed]
        yield characters, glyphs + [0] * (len(characters) - held)


def _table(font: TTFontFile, tag: str) -> bytes:
    table: bytes = font.get_table(tag)  # type: ignore[no-untyped-call]
    return table


def _advances(font: TTFontFile) -> list[tuple[float, int]]:
    """Return width and left bearing of each glyph: in units, but in thousandths of a repeated one.

    ReportLab has them so, and writes them so.
    """
    (count,) = struct.unpack_from(">H", _table(font, "hhea"), 34)
    table = _table(font, "hmtx")
    numbers = struct.unpack_from(f">{2 * count}H", table)
    repeated = numbers[-2] * (1000 / font.unitsPerEm)
    bearings = struct.unpack_from(f">{font.numGlyphs - count}H", table, 4 * count)
    pairs: list[tuple[float, int]] = list(zip(numbers[::2], numbers[1::2], strict=True))
    return pairs + [(repeated, bearing) for bearing in bearings]


def _places_of_glyphs(font: TTFontFile) -> Sequence[int]:
    (is_long,) = struct.unpack_from(">h", _table(font, "head"), 50)
    form = f">{font.numGlyphs + 1}{'L' if is_long else 'H'}"
    places = struct.unpack_from(form, _table(font, "loca"))
    return places if is_long else [2 * place for place in places]


@kept(64)
def read_face(face: Face) -> TrueTypeFace:
    """Return the parsed file of a face, once in a process."""
    return TrueTypeFace(face.data)


def _tag(digest: bytes) -> str:
    """Return six capitals that distinguish this subset from others (ISO 32000-1, 9.6.4)."""
    number = int.from_bytes(digest[:8])
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)
