"""What a longer text is read into: paragraphs, items, quotations, tables, and what is no block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

Kind = Literal["paragraph", "heading", "bullet", "number", "quotation"]
Align = Literal["left", "center", "right"]


class BlockText(Struct, frozen=True):
    """A paragraph of a text, the line on which it begins, and what it is part of.

    An item of a list has a `level`, 1 or 2; `begins` says that it is the first of its list, as of
    the first paragraph of a block quotation, and `number` by what a numbered list begins.
    `continues` marks a further paragraph of an item. The speaker of a block quotation is its last
    paragraph, with a dash before the name.
    """

    text: str
    line: int
    kind: Kind = "paragraph"
    level: Literal[1, 2] = 1
    begins: bool = False
    number: int = 1
    continues: bool = False


class CellText(NamedTuple):
    """What stands in a cell of a table, and the line on which it does."""

    text: str
    line: int


class TableText(Struct, frozen=True):
    """A table: its caption, how its columns are aligned, its header and its other rows."""

    line: int
    caption: CellText | None
    aligns: tuple[Align, ...]
    header: tuple[CellText, ...]
    rows: tuple[tuple[CellText, ...], ...]

    @property
    def cells(self) -> Iterator[CellText]:
        """All of its cells, row by row."""
        for row in (self.header, *self.rows):
            yield from row


TextBlock = BlockText | TableText


class Fault(NamedTuple):
    """Markup that is not printed as such: its kind, how it begins, and the line of the text."""

    kind: str
    text: str
    line: int


class ParsedText(Struct, frozen=True):
    """The blocks of a text, and what in it is no block of ours."""

    blocks: tuple[TextBlock, ...]
    faults: tuple[Fault, ...] = ()
