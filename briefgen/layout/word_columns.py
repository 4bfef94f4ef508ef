"""The main column as LibreOffice fills it: with footnotes, and with its own ways of moving text.

What `columns.py` tells holds for any word processor. LibreOffice 7.4 does this besides:

- A footnote takes room from the page of the line that cites it first, or goes over to the next.
- What its first guess put on a later page is moved back. A heading comes back with what it belongs
  to; but if the lines of that fit only without the space above them, neither comes.
- A heading that the first guess put at the end of a page is left there alone, when what it belongs
  to cannot come back to it.

Word does neither of the last two. So it is told where they would happen, and the document says of
the one that a paragraph is not divided, of the other that a heading begins a page: then both agree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefgen.layout.columns import Column, Flow, Placed, space_between
from briefgen.layout.first_guess import FirstGuess, Frame, Grid
from briefgen.layout.footnotes import Foot, Footnotes
from briefgen.types.galley import Galley, Row


@dataclass(frozen=True, slots=True)
class WordFlow:
    """A flow, the galleys that must begin a page, and those whose lines must stay together."""

    flow: Flow
    turned: frozenset[int]
    whole: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Page:
    """How far a page is used, and its foot."""

    used: int
    foot: Foot


def word_flow(
    galleys: Sequence[Galley],
    frames: Sequence[Sequence[Frame]],
    column: Callable[[int], Column],
    guess: FirstGuess,
    notes: Footnotes,
    foot: Foot,
    gap_mpt: int = 0,
) -> WordFlow:
    """Stack galleys in columns, the n-th of which is `column(n)`; `frames` are those of each.

    `guess` has dealt out what stands above; `foot` is that of the first page, as it is already;
    `gap_mpt` is the space that the first galley keeps from what stands above.
    """
    return _Stack(galleys, frames, column, guess, notes, foot, gap_mpt).filled()


def divided(galley: Galley) -> Galley:
    """Return a table as word processors divide it: between rows that a span joins, too."""
    elements = galley.elements
    body = sum(
        one.tag == "TR" and one.parent is not None and elements[one.parent].tag == "TBody"
        for one in elements
    )
    rows = list(galley.rows)
    for number in range(len(rows) - body + 1, len(rows) - 1):
        rows[number] = replace(rows[number], break_after=True)
    return replace(galley, rows=tuple(rows))


class _Stack:
    """The state of one flow: which column, how far it is used. It lives for one call.

    `owned` is the page of the first guess that this page is, whatever has moved since.
    """

    def __init__(
        self,
        galleys: Sequence[Galley],
        frames: Sequence[Sequence[Frame]],
        column: Callable[[int], Column],
        guess: FirstGuess,
        notes: Footnotes,
        foot: Foot,
        gap_mpt: int,
    ) -> None:
        self.galleys = galleys
        self.frames = frames
        self.column_at = column
        self.column = column(0)
        self.guess = guess
        self.notes = notes
        self.gap_mpt = gap_mpt
        self.page = _Page(0, foot)
        self.owned = 1
        self.guessed: dict[int, tuple[int, ...]] = {}
        self.uses: list[int] = []
        self.placed: list[Placed] = []
        self.too_high: list[int] = []
        self.turned: set[int] = set()
        self.whole: set[int] = set()

    def filled(self) -> WordFlow:
        start = 0
        while start < len(self.galleys):
            end = start
            while self.galleys[end].keep_with_next and end + 1 < len(self.galleys):
                end += 1
            if not self._stays(start, end):
                self._next_column(start)
            if not self._holds(start, end, self.page):
                end = start
            for number in range(start, end + 1):
                self._place(number)
            start = end + 1
        self.uses.append(self.page.used)
        flow = Flow(tuple(self.placed), tuple(self.uses), tuple(self.too_high))
        return WordFlow(flow, frozenset(self.turned), frozenset(self.whole))

    def _stays(self, start: int, end: int) -> bool:
        """Whether a chain stands on this page; where it goes for no good reason, have it told."""
        before = replace(self.guess)
        self._deal(start, end)
        if not self.page.used:
            return True
        holds = self._holds(start, end, self.page)
        back = self._comes_back(start, end)
        if back == start:
            if holds and self._refused(start, end, self.page):
                self.whole.add(end)
                return False
            return holds
        if self._left_alone(start, end + 1 if back is None else back, end):
            self._turn(start, end, before)
            return False
        return holds

    def _turn(self, start: int, end: int, before: FirstGuess) -> None:
        """Let a chain begin a page, and have the first guess do so, too."""
        self.turned.add(start)
        self.guess = before
        self.guess.turn()
        for number in range(start, end + 1):
            self.guessed.pop(number, None)
        self._deal(start, end)

    def _deal(self, start: int, end: int) -> None:
        for number in range(start, end + 1):
            if number not in self.guessed:
                self.guessed[number] = self.guess.deal(self.frames[number])

    def _comes_back(self, start: int, end: int) -> int | None:
        """Return the first of a chain that the first guess put on a later page.

        For the last of the chain that may be what stands below its own caption.
        """
        for number in range(start, end + 1):
            pages = self.guessed[number] if self._is_bound(number) else self.guessed[number][:1]
            if any(page > self.owned for page in pages):
                return number
        return None

    def _is_bound(self, number: int) -> bool:
        """Whether a galley is a caption or picture with what must stand below it."""
        rows = self.galleys[number].rows
        _, *below = self.frames[number]
        if len(below) != 1:
            return False
        return isinstance(below[0], Grid) or not any(row.break_after for row in rows[:-1])

    def _left_alone(self, start: int, back: int, end: int) -> bool:
        """Whether the head of a chain is left on this page, when what it belongs to is not.

        So it is if that cannot come back, or has gone because of a note of its own: for then the
        room that the note leaves seems to be enough.
        """
        page = self.page
        for number in range(start, min(back, end)):
            count, page = self._walk(self.galleys[number].rows, self._gap(number, page), page)
            if count < len(self.galleys[number].rows):
                return False
        if back > end:
            return not self._holds(end, end, page, noted=False) and self._bears(end, page)
        return self._refused(back, end, page) or not self._holds(back, end, page, noted=False)

    def _bears(self, number: int, page: _Page) -> bool:
        """Whether a page has room for a line of a galley with a note of its own."""
        used, foot = page.used + self._gap(number, page), page.foot
        for row in self.galleys[number].rows:
            used += row.height_mpt
            room = self.column.height_mpt - used
            after = self.notes.set(foot, self.notes.under(row), room)
            if after is None or after.used_mpt > room:
                return False
            if after.used_mpt > foot.used_mpt:
                return True
        return False

    def _refused(self, start: int, end: int, page: _Page) -> bool:
        """Whether the last of a chain fits but for the space above it."""
        if start == end or len(self.frames[end]) != 1 or self.frames[end][0] is not None:
            return False
        for number in range(start, end):
            height = self.galleys[number].height_mpt
            page = replace(page, used=page.used + self._gap(number, page) + height)
        room = self.column.height_mpt - page.foot.used_mpt - page.used
        height = self.galleys[end].height_mpt
        return height <= room < height + self._gap(end, page)

    def _gap(self, number: int, page: _Page) -> int:
        """Return the space above a galley: none at the top of a page, unless it was turned to."""
        if not page.used and number == 0:
            return 0 if self.uses else self.gap_mpt
        if not page.used:
            return self.galleys[number].space_before_mpt if number in self.turned else 0
        return space_between(self.galleys[number - 1], self.galleys[number])

    def _holds(self, start: int, end: int, page: _Page, *, noted: bool = True) -> bool:
        """Whether a page has room for a chain: all but its last, and that one's first part."""
        count = 0
        for number in range(start, end + 1):
            rows = self.galleys[number].rows
            count, page = self._walk(rows, self._gap(number, page), page, noted=noted)
            if number < end and count < len(rows):
                return False
        return count > 0

    def _walk(
        self, rows: Sequence[Row], above: int, page: _Page, *, noted: bool = True
    ) -> tuple[int, _Page]:
        """Return how many rows a page holds, up to where it may end, and the page with them."""
        used, foot = page.used + above, page.foot
        held = 0, page
        for count, row in enumerate(rows, 1):
            used += row.height_mpt
            room = self.column.height_mpt - used
            after = self.notes.set(foot, self.notes.under(row), room) if noted else foot
            if after is None or after.used_mpt > room:
                break
            foot = after
            if row.break_after or count == len(rows):
                held = count, _Page(used, foot)
        return held

    def _place(self, number: int) -> None:
        galley = self.galleys[number]
        rows = galley.rows
        while rows:
            first = len(rows) == len(galley.rows)
            gap = self._gap(number, self.page) if first else 0
            repeated = () if first else galley.repeat
            above = gap + sum(row.height_mpt for row in repeated)
            count, page = self._walk(rows, above, self.page)
            if not count and self.page != _Page(0, Foot()):
                self._next_column(number)
                continue
            if not count:
                self.too_high.append(number)
                count = next((n for n, row in enumerate(rows, 1) if row.break_after), len(rows))
                page = _Page(above + sum(row.height_mpt for row in rows[:count]), Foot())
            y = self.column.y_mpt + self.page.used + gap
            at = self.column
            self.placed.append(Placed(number, at.page, at.x_mpt, y, rows[:count], repeated))
            self.page = page
            rows = rows[count:]
            if rows:
                self._next_column(number)

    def _next_column(self, first: int) -> None:
        """Go to the next page, which a galley begins or goes on."""
        self.uses.append(self.page.used)
        self.column = self.column_at(len(self.uses))
        self.page = _Page(0, self.notes.over(self.page.foot))
        self.owned = max(self.owned + 1, self.guessed[first][0])
