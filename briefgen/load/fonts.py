"""Read font faces: advance widths for the layout, files for the PDF writer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefgen.types.finding import Finding, TemplateError
from briefgen.types.font import Face, FontLibrary

METRIC_COMPATIBLE = {"calibri": "Carlito", "cambria": "Caladea"}
"""Families whose open counterparts have the same advance widths, so that lines break alike."""

NARROW_NO_BREAK_SPACE = 0x202F
"""French wants it inside guillemets. Where a face has none, its space stands in, as in the PDF."""

_SERIFS = (
    "serif",
    "times",
    "georgia",
    "garamond",
    "palatino",
    "book",
    "roman",
    "century",
    "minion",
)


def read_fonts(folder: Path, families: frozenset[str]) -> tuple[FontLibrary, tuple[Finding, ...]]:
    """Return the faces of the families that a look names, and a warning for each stand-in.

    A family is at hand if `folder` holds `Family-Regular.ttf` and, where there are any,
    `Family-Bold.ttf`, `Family-Italic.ttf` and `Family-BoldItalic.ttf` (TrueType outlines).
    Calibri and Cambria get their metric-compatible counterparts without a word; any other family
    that is missing gets the nearest of these, with a warning, as its lines will break elsewhere.

    Raises:
        TemplateError: a font file that cannot be read.
    """
    at_hand = {file.stem.rsplit("-", 1)[0].lower(): file for file in folder.glob("*-Regular.ttf")}
    substitutes: dict[str, str] = {}
    findings: list[Finding] = []
    faces: dict[tuple[str, bool, bool], Face] = {}
    for family in sorted(families):
        name = family.lower()
        if name not in at_hand:
            stand_in = METRIC_COMPATIBLE.get(name) or _nearest(name)
            substitutes[name] = stand_in
            if name not in METRIC_COMPATIBLE:
                findings.append(_substituted(family, stand_in))
            name = stand_in.lower()
        prefix = at_hand[name].stem.rsplit("-", 1)[0]
        for style, bold, italic in _STYLES:
            file = folder / f"{prefix}-{style}.ttf"
            if file.exists():
                faces[name, bold, italic] = _read_face(file, prefix, bold=bold, italic=italic)
    return FontLibrary(faces, substitutes), tuple(findings)


_STYLES = (
    ("Regular", False, False),
    ("Bold", True, False),
    ("Italic", False, True),
    ("BoldItalic", True, True),
)


def _nearest(family: str) -> str:
    sans = "sans" in family
    return "Caladea" if not sans and any(word in family for word in _SERIFS) else "Carlito"


def _substituted(family: str, stand_in: str) -> Finding:
    return Finding(
        "font-substituted",
        f'the font "{family}" is not at hand; {stand_in} stands in for it in the PDF',
        "choose Calibri or Cambria in the Word template, or accept other line breaks",
        severity="warning",
    )


@cache
def _read_face(file: Path, family: str, *, bold: bool, italic: bool) -> Face:
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile  # noqa: PLC0415

    try:
        font = TTFontFile(str(file))
    except (TTFError, OSError) as error:
        raise TemplateError(
            [Finding("font-unreadable", f"cannot be read as TrueType: {error}", file=str(file))]
        ) from error
    advances = dict(font.charWidths)
    if NARROW_NO_BREAK_SPACE not in advances and ord(" ") in advances:
        advances[NARROW_NO_BREAK_SPACE] = advances[ord(" ")]
    return Face(
        name=file.stem,
        family=family,
        bold=bold,
        italic=italic,
        file=str(file),
        advances=advances,
        ascent=float(font.ascent),
        descent=float(-font.descent),
    )
