"""Make `fonts/NotoSans-*.ttf`, which stand in for sans serifs of Word that are not at hand.

    python templates/make_stand_in_fonts.py FOLDER

FOLDER holds, anywhere below it, NotoSans-Regular.ttf, NotoSans-Bold.ttf, NotoSans-Italic.ttf and
NotoSans-BoldItalic.ttf of Noto Sans 2.004. Each keeps the letters of Latin, Greek and Cyrillic and
the signs beside them, without hinting, kerning and ligatures. The same files give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from make_fallback_fonts import kept, subset

TARGET = Path(__file__).parent / "fonts"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")

BLOCKS = (
    range(0x0020, 0x0250),  # Latin
    range(0x0370, 0x0530),  # Greek, Cyrillic
    range(0x1E00, 0x1F00),  # Latin Additional
    range(0x2000, 0x2210),  # punctuation, superscripts, currency signs, fractions, arrows
    range(0x2212, 0x2270),  # operators
    range(0xFB00, 0xFB07),  # ligatures
)


def make(sources: Path, target: Path) -> None:
    """Write the faces."""
    wanted = kept() & {code for block in BLOCKS for code in block}
    for face in FACES:
        name = f"NotoSans-{face}.ttf"
        font = TTFont(next(sources.rglob(name)), recalcTimestamp=False)
        subset(font, wanted).save(target / name)


if __name__ == "__main__":
    make(Path(sys.argv[1]), TARGET)
