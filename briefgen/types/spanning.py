"""Which blocks go over all columns of a page, where there are several."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.types.block import Block, Chart, Contents, Heading, KeyFigures, Table, Timeline


def spanning(blocks: Sequence[Block]) -> tuple[bool, ...]:
    """Return which of blocks do: tables, figures, contents, strips, wide charts, their headings.

    A table of few columns does, too: LibreOffice sets rows out of order where it levels columns
    that hold a table, or a table of contents. Figures stand side by side, and are a table in Word.
    """
    found: list[bool] = []
    for block in reversed(blocks):
        follows = isinstance(block, Heading) and bool(found) and found[-1]
        spans = isinstance(block, Table | KeyFigures | Contents)
        spans = spans or (isinstance(block, Timeline) and block.strip)
        found.append(follows or spans or (isinstance(block, Chart) and block.wide))
    return tuple(reversed(found))
