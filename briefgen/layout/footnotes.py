"""The pages of a Word file, where sources are footnotes: what its table of contents names.

Columns are filled as everywhere else; the lines of a footnote take their room below the line that
cites it first, and may go over to the next page. What a word processor does besides is not
foreseen, so that a page may be off by one until the field is refreshed.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.layout.block_formatter import BlockFormatter
from briefgen.layout.columns import Column
from briefgen.layout.pages import PageSequence
from briefgen.layout.room import stack_height_mpt
from briefgen.layout.setting import mpt
from briefgen.layout.side_column import PageItem
from briefgen.types.block import Origin, Paragraph
from briefgen.types.brief import Content
from briefgen.types.laid import LaidOut, TextMark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.page import Master
from briefgen.types.prose import Prose
from briefgen.types.role import Role

SEPARATOR_PT = 6.2
"""Room for the rule above the notes of a page, with the white space around it, in LibreOffice."""

_NOTE = "#note-"


def lay_out_word(content: Content, formatter: BlockFormatter, master: Master) -> LaidOut:
    """Lay content out with its footnotes, on as many pages as it takes."""
    return _WordDocument(content, formatter, master).laid_out()


class _WordDocument(PageSequence):
    """A document with the lines of each note below the row that cites it first."""

    def __init__(self, content: Content, formatter: BlockFormatter, master: Master) -> None:
        super().__init__(content, formatter, master)
        geometry = self.room.geometry
        width = geometry.text_mpt if geometry.columns > 1 else geometry.main_mpt
        self._notes = [_lines(note, formatter, width) for note in content.footnotes]
        self._left = {*range(1, len(self._notes) + 1)}
        for frame in ("head", "main"):
            columns = self._columns(frame)
            self.frames[frame] = [self._noted(piece, columns) for piece in self.frames[frame]]
        self.head_mpt = stack_height_mpt([piece.block_layout for piece in self.frames["head"]])

    def _noted(self, piece: PageItem, columns: int) -> PageItem:
        """Return a block with its notes, which take their height of all columns of the page."""
        block_layout = _divided(piece.block_layout)
        times = 1 if block_layout.spans else columns
        rows: list[Row] = []
        for number, row in enumerate(block_layout.rows, 1):
            new = sorted({*_cited(row, block_layout)} & self._left)
            self._left -= {*new}
            ends = row.break_after or number == len(block_layout.rows)
            lines = [_times(line, times) for note in new for line in self._notes[note - 1]]
            rows.append(replace(row, break_after=row.break_after and not lines))
            rows += [replace(line, break_after=line.break_after and ends) for line in lines]
        return replace(piece, block_layout=replace(block_layout, rows=tuple(rows)))

    def _column(self, frame: str, page: int, last: int, number: int = 0) -> Column:
        """Return a column less the rule above its notes, but for the space after the last one."""
        column = super()._column(frame, page, last, number)
        after_pt = self.formatter.setting.style(Role.SOURCE).space_after_pt
        rule_mpt = mpt(max(0, SEPARATOR_PT - after_pt)) if self._notes else 0
        return replace(column, height_mpt=max(0, column.height_mpt - rule_mpt))


def _divided(block_layout: BlockLayout) -> BlockLayout:
    """Return a table as word processors divide it: between rows that a span joins, too."""
    elements = block_layout.elements
    body = sum(
        one.tag == "TR" and one.parent is not None and elements[one.parent].tag == "TBody"
        for one in elements
    )
    first = len(block_layout.rows) - body + 1
    rows = tuple(
        replace(row, break_after=True) if first <= number < len(block_layout.rows) - 1 else row
        for number, row in enumerate(block_layout.rows)
    )
    return replace(block_layout, rows=rows) if body else block_layout


def _times(line: Row, times: int) -> Row:
    return replace(line, height_mpt=times * line.height_mpt)


def _lines(note: Prose, formatter: BlockFormatter, width_mpt: int) -> tuple[Row, ...]:
    """Return the lines of a note in the style of sources, the space after it within the last."""
    block = Paragraph(Role.SOURCE, note, Origin("notes"), "number")
    block_layout = formatter.set(block, width_mpt, "1.", drawn=False)
    last = len(block_layout.rows) - 1
    return tuple(
        Row(
            row.height_mpt + (block_layout.space_after_mpt if number == last else 0),
            (),
            break_after=number > 0 or last == 0,
        )
        for number, row in enumerate(block_layout.rows)
    )


def _cited(row: Row, block_layout: BlockLayout) -> Iterator[int]:
    """Yield the numbers of the notes that a row cites."""
    for mark in row.marks:
        if isinstance(mark, TextMark) and mark.element is not None:
            address = block_layout.elements[mark.element].address or ""
            if address.startswith(_NOTE):
                yield int(address.removeprefix(_NOTE))
