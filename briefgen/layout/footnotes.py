"""Footnotes as a word processor sets them: at the foot of the page on which each is first cited.

The PDF lists its sources at the end. But Word's pages must be known where Word has footnotes, as
the table of contents names them. What is told here is what LibreOffice 7.4 was seen to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefgen.layout.compositor import Compositor
from briefgen.layout.setting import mpt
from briefgen.layout.table import PADDING_Y_PT
from briefgen.types.block import Origin, Paragraph
from briefgen.types.galley import Galley, Row
from briefgen.types.laid import TextMark
from briefgen.types.prose import Prose
from briefgen.types.role import Role

SEPARATOR_PT = 6.2
"""Room for the rule above the notes of a page, with the white space around it, in LibreOffice."""

ORPHANS = 2
"""Lines of a note that stay together at its beginning, where it goes on overleaf."""

_NOTE = "#note-"

Note = tuple[int, ...]
"""A note, or what of it is still to be set: the heights of its lines, in mpt."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A note that a row is the first to cite.

    In a table its line stands fast, whatever becomes of the note; `below_mpt` is what of the row
    stands below that line.
    """

    note: Note
    fast: bool = False
    below_mpt: int = 0


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a page: how high its notes are, and what of them goes over to the next."""

    used_mpt: int = 0
    carried: tuple[Note, ...] = ()


@dataclass
class Footnotes:
    """The notes of one document, each to be set below the row that cites it first.

    `after_mpt` is the space after each, `leading_mpt` that of lines in tables.
    """

    notes: Sequence[Note] = ()
    after_mpt: int = 0
    leading_mpt: int = 0
    _left: set[int] = field(init=False)
    _under: dict[int, tuple[Cited, ...]] = field(init=False, default_factory=dict)
    _kept: list[Row] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._left = set(range(1, len(self.notes) + 1))

    def marked(self, galley: Galley) -> Galley:
        """Return a galley whose rows are known with their notes. To be asked in reading order."""
        return replace(galley, rows=tuple(self._marked(row, galley) for row in galley.rows))

    def _marked(self, row: Row, galley: Galley) -> Row:
        new = {n: mark for n, mark in _cited(row, galley).items() if n in self._left}
        if not new:
            return row
        self._left.difference_update(new)
        own = replace(row)  # equal rows may be one object
        self._kept.append(own)
        table = galley.elements[0].tag == "Table"
        self._under[id(own)] = tuple(
            Cited(self.notes[n - 1], table, self._below(mark, row, galley) if table else 0)
            for n, mark in new.items()
        )
        return own

    def _below(self, cited: TextMark, row: Row, galley: Galley) -> int:
        """Return what of a row stands below the line of its cell that cites a note."""
        cell = galley.elements[cited.element or 0].parent
        lines = sorted(
            {
                mark.baseline_mpt
                for mark in row.marks
                if isinstance(mark, TextMark) and mark.element == cell
            }
        )
        above = sum(line < cited.baseline_mpt for line in lines)
        return row.height_mpt - mpt(PADDING_Y_PT) - (above + 1) * self.leading_mpt

    def under(self, row: Row) -> tuple[Cited, ...]:
        """Return the notes that a row is the first to cite."""
        return self._under.get(id(row), ())

    def over(self, foot: Foot) -> Foot:
        """Return the foot of the next page: what was carried over, below a rule of its own."""
        held = Foot()
        for note in foot.carried:
            held = Foot(held.used_mpt + self._above(held) + sum(note))
        return held

    def set(self, foot: Foot, cited: Sequence[Cited], room_mpt: int) -> Foot | None:
        """Return a foot with some more notes in the room below their row; None, if that must go.

        A row of text stays where a line of its note can stand; but the first note of a page must
        begin with two, unless it has only one. A note that cannot stand there as far as it must is
        carried over, and so are those that follow it.
        """
        for one in cited:
            note = one.note
            if foot.carried:
                foot = replace(foot, carried=(*foot.carried, note))
                continue
            room = room_mpt + one.below_mpt - foot.used_mpt - self._above(foot)
            count = _lines_in(note, room)
            if count < len(note) and (count < ORPHANS or len(note) <= ORPHANS):
                if not one.fast and not (count and foot.used_mpt):
                    return None
                count = count if one.fast and not foot.used_mpt else 0
            used = foot.used_mpt
            if count:
                used += self._above(foot) + sum(note[:count])
            foot = Foot(used, (note[count:],) if count < len(note) else ())
        return foot

    def _above(self, foot: Foot) -> int:
        """Return what stands above the next note of a page: a rule, or the space after a note."""
        return self.after_mpt if foot.used_mpt else mpt(SEPARATOR_PT)


def _lines_in(note: Note, room: int) -> int:
    """Return how many lines of a note have room."""
    count = 0
    for height in note:
        room -= height
        if room < 0:
            break
        count += 1
    return count


def _cited(row: Row, galley: Galley) -> dict[int, TextMark]:
    """Return the notes that a row cites, each where it does so first."""
    found: dict[int, TextMark] = {}
    for mark in row.marks:
        if isinstance(mark, TextMark) and mark.element is not None:
            address = galley.elements[mark.element].address or ""
            if address.startswith(_NOTE):
                found.setdefault(int(address.removeprefix(_NOTE)), mark)
    return found


def set_footnotes(entries: Sequence[Prose], compositor: Compositor, width: int) -> Footnotes:
    """Return the notes of a document, set to a width in the style of sources."""
    notes = []
    for number, prose in enumerate(entries, 1):
        block = Paragraph(Role.SOURCE, prose, Origin("notes"), "number")
        galley = compositor.set(block, width, f"{number}.", drawn=False)
        notes.append(tuple(row.height_mpt for row in galley.rows))
    after = mpt(compositor.setting.style(Role.SOURCE).space_after_pt)
    return Footnotes(notes, after, mpt(compositor.setting.style(Role.TABLE_TEXT).leading_pt))
