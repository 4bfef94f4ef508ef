"""Which blocks go over all columns of a page, where there are several."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.types.block import Block, Chart, Contents, Heading, KeyFigures, Table, Timeline


def spanning(blocks: Sequence[Block], *, over_side: bool = False) -> tuple[bool, ...]:
    """Return which of blocks do: tables, figures, contents, strips, wide charts, their headings.

    Over a side column go only tables and charts that belong to no point, with their headings.

    A table of few columns does, too: LibreOffice sets rows out of order where it levels columns
    that hold a table, or a table of contents. Figures stand side by side, and are a table in Word.
    """
    found: list[bool] = []
    for block in reversed(blocks):
        follows = isinstance(block, Heading) and bool(found) and found[-1]
        found.append(follows or (_is_exhibit(block) if over_side else _spans(block)))
    return tuple(reversed(found))


def _spans(block: Block) -> bool:
    if isinstance(block, Table | KeyFigures | Contents):
        return True
    return _is_exhibit(block) or (isinstance(block, Timeline) and block.strip)


def _is_exhibit(block: Block) -> bool:
    """Whether a block is a table or a chart of the whole brief."""
    if isinstance(block, Table):
        return block.origin.point is None
    return isinstance(block, Chart) and block.wide
