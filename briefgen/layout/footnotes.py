"""The pages of a Word file, where sources are footnotes: what its table of contents names.

Columns are filled as everywhere else, but for the room that footnotes take on the page on which
each is first cited. What a word processor does besides, such as dividing a note between two pages,
is not foreseen, so that a page may be off by one until the field is refreshed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.layout.columns import Column
from briefgen.layout.compositor import Compositor
from briefgen.layout.pages import Document, Piece
from briefgen.layout.room import head_height_mpt
from briefgen.layout.setting import mpt
from briefgen.types.block import Origin, Paragraph
from briefgen.types.brief import Content
from briefgen.types.galley import Galley, Row
from briefgen.types.laid import LaidOut, TextMark
from briefgen.types.page import Master
from briefgen.types.prose import Prose
from briefgen.types.role import Role

SEPARATOR_PT = 6.2
"""Room for the rule above the notes of a page, with the white space around it, in LibreOffice."""

_NOTE = "#note-"


def lay_out_word(content: Content, compositor: Compositor, master: Master) -> LaidOut:
    """Lay content out with its footnotes, on as many pages as it takes."""
    if not content.footnotes:
        return Document(content, compositor, master).laid_out(None)
    return _NotedDocument(content, compositor, master).laid_out(None)


class _NotedDocument(Document):
    """A document whose rows are higher by the notes that each is the first to cite."""

    def __init__(self, content: Content, compositor: Compositor, master: Master) -> None:
        super().__init__(content, compositor, master)
        width = self.room.geometry.main_mpt
        self._notes = [_height(note, compositor, width) for note in content.footnotes]
        self._left = {*range(1, len(self._notes) + 1)}
        for frame in ("head", "main"):
            self.frames[frame] = [self._noted(piece) for piece in self.frames[frame]]
        self.head_mpt = head_height_mpt([piece.galley for piece in self.frames["head"]])

    def _noted(self, piece: Piece) -> Piece:
        galley = piece.galley
        rows = tuple(self._with_notes(row, galley) for row in galley.rows)
        return replace(piece, galley=replace(galley, rows=rows))

    def _with_notes(self, row: Row, galley: Galley) -> Row:
        new = {*_cited(row, galley)} & self._left
        self._left -= new
        notes_mpt = sum(self._notes[number - 1] for number in new)
        return replace(row, height_mpt=row.height_mpt + notes_mpt)

    def _column(self, frame: str, page: int, last: int) -> Column:
        """Return a column less the rule above its notes, but for the space after the last one."""
        column = super()._column(frame, page, last)
        after_pt = self.compositor.setting.style(Role.SOURCE).space_after_pt
        rule_mpt = mpt(max(0, SEPARATOR_PT - after_pt))
        return replace(column, height_mpt=max(0, column.height_mpt - rule_mpt))


def _height(note: Prose, compositor: Compositor, width_mpt: int) -> int:
    """Return the height of a note in the style of sources, with the space after it."""
    block = Paragraph(Role.SOURCE, note, Origin("notes"), "number")
    galley = compositor.set(block, width_mpt, "1.", drawn=False)
    return galley.height_mpt + galley.space_after_mpt


def _cited(row: Row, galley: Galley) -> Iterator[int]:
    """Yield the numbers of the notes that a row cites."""
    for mark in row.marks:
        if isinstance(mark, TextMark) and mark.element is not None:
            address = galley.elements[mark.element].address or ""
            if address.startswith(_NOTE):
                yield int(address.removeprefix(_NOTE))
