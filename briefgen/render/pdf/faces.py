"""TrueType faces: parsed once in a process, cut down to what a document prints.

ReportLab reads and subsets the font file. A subset depends on its face and characters alone.
"""

from __future__ import annotations

import hashlib
import io
import zlib
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
        self._font = TTFontFile(io.BytesIO(data))
        self._lend()
        self._lock = Lock()

    def _lend(self) -> None:
        """Print what a face lacks by the glyph of another character that looks the same."""
        glyphs, widths = self._font.charToGlyph, self._font.charWidths
        for character, lender in LENT.items():
            if character not in glyphs and lender in glyphs:
                glyphs[character] = glyphs[lender]
                widths[character] = widths[lender]

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
            widths=tuple(font.charWidths[character] for character in characters),
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
