"""What a Word template holds around a brief, restyled; a theme upon its fonts."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeVar, assert_never, cast

from msgspec.structs import replace

from briefgen.types.font import FontLibrary
from briefgen.types.header_footer import (
    Break,
    Conditional,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterCell,
    HeaderFooterContent,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Lettering,
    Loop,
    Member,
    Shape,
    Tab,
)
from briefgen.types.page_style import PageStyle, TextStyle


def restyled(header_footer: HeaderFooter, change: Callable[[TextStyle], TextStyle]) -> HeaderFooter:
    """Return the same with every style changed."""

    def part(own: HeaderFooterPart) -> HeaderFooterPart:
        return HeaderFooterPart(tuple(_restyled(block, change) for block in own.blocks))

    return header_footer.of_parts(part, part)


Piece = HeaderFooterContent | HeaderFooterCell | HeaderFooterInline | Member
"""A block, or what one is made of."""

Restyled = TypeVar("Restyled", bound=Piece)


def _restyled(restyled_part: Restyled, change: Callable[[TextStyle], TextStyle]) -> Restyled:
    """Return a block, or what a block is made of, with every style changed."""
    one: Piece = restyled_part  # a type variable is not narrowed by a match
    changed: object = restyled_part
    match one:
        case HeaderFooterParagraph():
            parts = tuple(_restyled(part, change) for part in one.parts)
            changed = replace(one, style=change(one.style), parts=parts)
        case HeaderFooterText() | Lettering():
            changed = replace(one, style=change(one.style))
        case Floating() | Member():
            changed = replace(one, shown=_restyled(one.shown, change))
        case Shape():
            changed = replace(one, text=_restyled(one.text, change) if one.text else None)
        case DrawnGroup():
            changed = replace(one, members=tuple(_restyled(m, change) for m in one.members))
        case HeaderFooterPicture() | Tab() | Break():
            pass
        case HeaderFooterTable():
            changed = HeaderFooterTable(tuple(_restyled(row, change) for row in one.rows))
        case HeaderFooterRow():
            changed = replace(one, cells=tuple(_restyled(cell, change) for cell in one.cells))
        case HeaderFooterCell():
            paragraphs = tuple(_restyled(each, change) for each in one.paragraphs)
            changed = replace(one, paragraphs=paragraphs)
        case Loop():
            changed = replace(one, inner=tuple(_restyled(each, change) for each in one.inner))
        case Conditional():
            changed = replace(
                one,
                inner=tuple(_restyled(each, change) for each in one.inner),
                otherwise=tuple(_restyled(each, change) for each in one.otherwise),
            )
        case _:
            assert_never(one)
    return cast(Restyled, changed)


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
