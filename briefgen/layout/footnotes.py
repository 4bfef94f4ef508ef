"""Footnotes as a word processor sets them: at the foot of the page on which each is first cited.

The PDF lists its sources at the end. But Word's pages must be known where Word has footnotes, as
the table of contents names them; so a row that cites is as much higher as its notes are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefgen.layout.compositor import Compositor
from briefgen.layout.setting import mpt
from briefgen.types.block import Origin, Paragraph
from briefgen.types.galley import Galley, Row
from briefgen.types.prose import Prose
from briefgen.types.role import Role

SEPARATOR_PT = 6.2
"""Room for the rule above the notes of a page, with the white space around it, in LibreOffice."""

_NOTE = "#note-"


@dataclass
class Footnotes:
    """The notes of one document, each to be set under the row that cites it first."""

    heights_mpt: Sequence[int]
    after_mpt: int
    left: set[int] = field(init=False)
    rows: set[int] = field(default_factory=set)
    """The rows that bear notes, by their identity."""

    def __post_init__(self) -> None:
        self.left = set(range(1, len(self.heights_mpt) + 1))

    def under(self, galley: Galley) -> Galley:
        """Return a galley with its rows higher by their notes. To be asked in reading order."""
        rows = [self._under(row, galley) for row in galley.rows]
        body = _body_rows(galley)
        for number in range(len(rows) - body + 1, len(rows) - 2):
            # a word processor divides a table between rows that a span joins
            rows[number] = self._as_noted(rows[number], replace(rows[number], break_after=True))
        return replace(galley, rows=tuple(rows))

    def _as_noted(self, row: Row, instead: Row) -> Row:
        if id(row) in self.rows:
            self.rows.add(id(instead))
        return instead

    def _under(self, row: Row, galley: Galley) -> Row:
        new = [number for number in _cited(row, galley) if number in self.left]
        if not new:
            return row
        self.left.difference_update(new)
        higher = replace(
            row, height_mpt=row.height_mpt + sum(self.heights_mpt[number - 1] for number in new)
        )
        self.rows.add(id(higher))
        return higher

    def separator_mpt(self) -> int:
        """Return the room for the rule above the notes of a page.

        The space after the last note, which every note was given, falls outside the page.
        """
        return mpt(SEPARATOR_PT) - self.after_mpt

    def bears(self, rows: Sequence[Row]) -> bool:
        """Whether there are notes under any of some rows."""
        return any(id(row) in self.rows for row in rows)


def _body_rows(galley: Galley) -> int:
    """Return how many rows of a table stand below its header."""
    elements = galley.elements
    return sum(
        one.tag == "TR" and one.parent is not None and elements[one.parent].tag == "TBody"
        for one in elements
    )


def _cited(row: Row, galley: Galley) -> Iterator[int]:
    """Yield the numbers of the notes that a row cites, each once, in their order."""
    found: dict[int, None] = {}
    for mark in row.marks:
        if mark.element is not None:
            address = galley.elements[mark.element].address or ""
            if address.startswith(_NOTE):
                found[int(address.removeprefix(_NOTE))] = None
    yield from found


def set_footnotes(entries: Sequence[Prose], compositor: Compositor, width: int) -> Footnotes:
    """Return the notes of a document, set to a width in the style of sources."""
    heights = []
    for number, prose in enumerate(entries, 1):
        block = Paragraph(Role.SOURCE, prose, Origin("notes"), "number")
        galley = compositor.set(block, width, f"{number}.", drawn=False)
        heights.append(galley.height_mpt + galley.space_after_mpt)
    return Footnotes(heights, mpt(compositor.setting.style(Role.SOURCE).space_after_pt))
