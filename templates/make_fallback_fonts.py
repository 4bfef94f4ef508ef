"""Make the fallback faces, `fonts/fallback/*.ttf.xz`, from the fonts that they are parts of.

    python templates/make_fallback_fonts.py FOLDER

FOLDER holds, anywhere below it, the font files of DejaVu 2.37 (DejaVuSans.ttf,
DejaVuSans-Bold.ttf, DejaVuSerif.ttf and DejaVuSerif-Bold.ttf) and the variable font of Noto Sans
2.015 (NotoSans[wdth,wght].ttf). Each face keeps the characters of `KEPT` that it has, without
hinting, kerning and ligatures, none of which a page uses. Noto Sans keeps only those that DejaVu
has not, and a face of DejaVu those that no later one draws alike: most arrows and dingbats are the
same in all of them. The same files give the same bytes.
"""

from __future__ import annotations

import io
import lzma
import sys
import unicodedata
from pathlib import Path

from fontTools.pens.recordingPen import (  # type: ignore[import-untyped]
    DecomposingRecordingPen,
)
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

TARGET = Path(__file__).parent / "fonts" / "fallback"

KEPT = (
    range(0x0020, 0x0590),  # Latin, phonetic letters, Greek, Cyrillic, Armenian
    range(0x10A0, 0x1100),  # Georgian
    range(0x1C80, 0x1CC0),  # Cyrillic C, Georgian capitals
    range(0x1D00, 0x2000),  # phonetic letters, Latin Additional, Greek Extended
    range(0x2000, 0x2100),  # spaces, punctuation, superscripts, currency signs
    range(0x2100, 0x2400),  # letter-like, fractions, Roman numerals, arrows, operators, technical
    range(0x2460, 0x2800),  # enclosed, boxes, blocks, shapes, symbols, dingbats, more arrows
    range(0x2900, 0x2C00),  # more arrows and operators
    range(0x2C60, 0x2C80),  # Latin C
    range(0x2D00, 0x2D30),  # Georgian Supplement
    range(0x2DE0, 0x2E80),  # Cyrillic A, more punctuation
    range(0xA640, 0xA6A0),  # Cyrillic B
    range(0xA700, 0xA800),  # tone letters, Latin D
    range(0xAB30, 0xAB70),  # Latin E
    range(0xFB00, 0xFB18),  # ligatures of Latin and Armenian
    range(0x0E3F, 0x0E40),  # the sign of the baht, in the block of a script that needs shaping
)
"""Blocks whose characters stand alone: no script from right to left, none that needs shaping."""

_NOT_KEPT = frozenset({"Cc", "Cf", "Co", "Cn", "Mn", "Mc", "Me"})
"""Categories that print nothing by themselves, or only over another character."""

DEJAVU = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif", "DejaVuSerif-Bold")
ORDERS = (
    ("DejaVuSerif-Bold", "DejaVuSans-Bold", "Carlito-Bold", "DejaVuSerif", "DejaVuSans"),
    ("DejaVuSans-Bold", "DejaVuSerif-Bold", "Carlito-Bold", "DejaVuSans", "DejaVuSerif"),
)
"""Who is asked for a bold character, with and without serifs; for a light one, the last two."""

NOTO = {"NotoSans-Regular": 400, "NotoSans-Bold": 700}
"""Names of the faces that are made of Noto Sans, and their weights."""


def kept() -> frozenset[int]:
    """Return the characters that a fallback face may hold."""
    return frozenset(
        code for block in KEPT for code in block if unicodedata.category(chr(code)) not in _NOT_KEPT
    )


def subset(font: TTFont, characters: frozenset[int]) -> TTFont:
    """Return a font with only those of the characters that it has."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["FFTM", "kern", "GDEF", "GPOS", "GSUB", "STAT", "MATH"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def drawn(font: TTFont) -> dict[int, object]:
    """Return the width and the outline of each character of a font."""
    glyphs = font.getGlyphSet()
    found: dict[int, object] = {}
    for code, name in font.getBestCmap().items():
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        found[code] = (glyphs[name].width, pen.value)
    return found


def without_doubles(outlines: dict[str, dict[int, object]]) -> dict[str, frozenset[int]]:
    """Return the characters that each face keeps: in every order, each is drawn as before."""
    left = {name: dict(one) for name, one in outlines.items()}
    orders = (*ORDERS, *(order[3:] for order in ORDERS))

    def drawn_in(order: tuple[str, ...], code: int) -> object:
        return next((left[name][code] for name in order if code in left[name]), None)

    for name in reversed(DEJAVU):
        for code, outline in outlines[name].items():
            before = [drawn_in(order, code) for order in orders]
            del left[name][code]
            if before != [drawn_in(order, code) for order in orders]:
                left[name][code] = outline
    return {name: frozenset(one) for name, one in left.items()}


def packed(font: TTFont, file: Path) -> None:
    """Write a font as a packed file."""
    data = io.BytesIO()
    font.save(data)
    file.with_name(f"{file.name}.ttf.xz").write_bytes(lzma.compress(data.getvalue(), preset=9))


def make(sources: Path, target: Path) -> None:
    """Write the fallback faces."""
    target.mkdir(parents=True, exist_ok=True)
    wanted = kept()
    outlines = {name: drawn(_opened(sources, f"{name}.ttf")) for name in DEJAVU}
    held = frozenset(code for one in outlines.values() for code in one)
    outlines["Carlito-Bold"] = drawn(_opened(TARGET.parent, "Carlito-Bold.ttf"))
    left = without_doubles(outlines)
    for name in DEJAVU:
        packed(subset(_opened(sources, f"{name}.ttf"), wanted & left[name]), target / name)
    for name, weight in NOTO.items():
        variable = _opened(sources, "NotoSans[[]wdth,wght].ttf")
        font = instantiateVariableFont(
            variable, {"wght": weight, "wdth": 100}, updateFontNames=True
        )
        packed(subset(font, wanted - held), target / name)


def _opened(sources: Path, pattern: str) -> TTFont:
    return TTFont(next(sources.rglob(pattern)), recalcTimestamp=False)


if __name__ == "__main__":
    make(Path(sys.argv[1]), TARGET)
