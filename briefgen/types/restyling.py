"""What a Word template holds around a brief, with every style of it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, assert_never, cast

from msgspec.structs import replace

from briefgen.types.header_footer import (
    Break,
    Conditional,
    DrawnGroup,
    Floating,
    HeaderFooter,
    HeaderFooterCell,
    HeaderFooterInline,
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
    HeaderFooterText,
    Held,
    Lettering,
    Loop,
    Member,
    Shape,
    Tab,
)
from briefgen.types.page_style import TextStyle


def restyled(held: HeaderFooter, change: Callable[[TextStyle], TextStyle]) -> HeaderFooter:
    """Return the same with every style changed."""

    def part(own: HeaderFooterPart) -> HeaderFooterPart:
        return HeaderFooterPart(tuple(_restyled(block, change) for block in own.blocks))

    return held.of_parts(part, part)


Piece = Held | HeaderFooterCell | HeaderFooterInline | Member
"""A block, or what one is made of."""

Restyled = TypeVar("Restyled", bound=Piece)


def _restyled(held: Restyled, change: Callable[[TextStyle], TextStyle]) -> Restyled:
    """Return a block, or what a block is made of, with every style changed."""
    one: Piece = held  # a type variable is not narrowed by a match
    changed: object = held
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
