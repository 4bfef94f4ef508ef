"""A theme upon its fonts: automatic line spacing."""

from __future__ import annotations

import math

from msgspec.structs import replace

from briefgen.types.font import FontLibrary
from briefgen.types.page_style import PageStyle, TextStyle

_TWIP = 0.05


def on_fonts(page_style: PageStyle, fonts: FontLibrary) -> PageStyle:
    """Return a theme whose automatic lines are as high as its fonts make them."""
    styles = {role: on_font(style, fonts) for role, style in page_style.styles.items()}
    return page_style if styles == page_style.styles else replace(page_style, styles=styles)


def on_font(style: TextStyle, fonts: FontLibrary) -> TextStyle:
    """Return one style so: see `on_fonts`."""
    face = fonts.face(style.family, style.bold, style.italic)
    face = face or fonts.face(style.family, False, False)
    if not style.lines or not face or not face.line_height:
        return style
    leading_pt = line_height_pt(face.line_height, style.size_pt, style.lines)
    return replace(style, leading_pt=round(max(leading_pt, style.least_pt), 3))


def line_height_pt(thousandths: float, size_pt: float, lines: float = 1) -> float:
    """Return the height of a line, or of so many, as LibreOffice reckons it.

    It rounds to twentieths of a point, and takes a spacing in whole hundredths of that, rounded
    down. What the last twentieth of a large size is, where it rounds ascent, descent and gap
    apart, no sum can say.
    """
    natural = math.floor(thousandths * size_pt / 1000 / _TWIP + 0.5 + 1e-6)
    return natural * round(lines * 100) // 100 * _TWIP
