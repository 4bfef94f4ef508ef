"""How high headers, footers and a template's own text are, about, before they are set."""

from __future__ import annotations

from briefgen.types.header_footer import (
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterPicture,
    HeaderFooterRow,
    HeaderFooterTable,
)


def height_pt(part: HeaderFooterPart | None) -> float:
    """Return about how high a part is; what loops and conditions hold is not counted."""
    return 0.0 if part is None else sum(map(_block_height, part.blocks))


def _block_height(block: object) -> float:
    if isinstance(block, HeaderFooterParagraph):
        style = block.style
        own = [one.height_pt for one in block.parts if isinstance(one, HeaderFooterPicture)]
        return style.space_before_pt + max([style.leading_pt, *own]) + style.space_after_pt
    if isinstance(block, HeaderFooterTable):
        rows = [one for one in block.rows if isinstance(one, HeaderFooterRow)]
        return sum(
            max([one.least_pt, *(sum(map(_block_height, cell.paragraphs)) for cell in one.cells)])
            for one in rows
        )
    return 0.0


def empty_pt(part: HeaderFooterPart) -> float:
    """Return how high the empty lines are that a part begins with."""
    held = [not is_empty(one) for one in part.blocks]
    first = held.index(True) if any(held) else 0
    return height_pt(HeaderFooterPart(part.blocks[:first]))


def is_empty(block: object) -> bool:
    """Whether a block is a paragraph without words and pictures in its lines."""
    if not isinstance(block, HeaderFooterParagraph) or block.source or block.text.strip():
        return False
    return not any(isinstance(one, HeaderFooterPicture) for one in block.parts)
