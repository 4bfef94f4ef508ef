"""The side column: sections beside their paragraphs, above and below what goes over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.layout.columns import Column, Flow, Placed, flow
from briefgen.types.block import Block, KeyFigures
from briefgen.types.block_prose import coverage_of
from briefgen.types.brief import BriefSection
from briefgen.types.draft import beside_section
from briefgen.types.measure import BlockLayout

if TYPE_CHECKING:
    from briefgen.layout.beside import Beside

MOST_BLANK, SPARE_MPT = 0.35, 30_000
"""How much of a side column may stay blank below its last section, as a share of its height, and
what is then left on the last page at least."""


class PageItem(Struct, frozen=True):
    """A block in its frame: where it comes from in the content, and its layout.

    `number` counts the blocks of the section; None stands for its heading.
    """

    section: int
    number: int | None
    block: Block
    block_layout: BlockLayout


class SideColumn(Struct, frozen=True):
    """What stands in a side column and in the main one; `column` is that of a page, from 0."""

    pieces: Sequence[PageItem]
    main: Sequence[PageItem]
    sections: Sequence[BriefSection]
    column: Callable[[int], Column]

    @property
    def _block_layouts(self) -> list[BlockLayout]:
        return [piece.block_layout for piece in self.pieces]

    @property
    def _of_sections(self) -> list[int]:
        return [piece.section for piece in self.pieces]

    def beside(self, main: Flow) -> Flow:
        """Return where all stands, beside the main column where any is to stand so."""
        over = [spot for spot in main.placed if self.main[spot.block_layout].block_layout.spans]
        wanted = any(self.sections[number].beside for number in self._of_sections)
        if not self.pieces or not (over or wanted):
            return self._undivided()
        from briefgen.layout.beside import flow_beside, flow_on  # noqa: PLC0415 - few pages have it

        pages = len(main.used_mpt)
        columns = [part for number in range(pages) for part in _parts(self.column(number), over)]
        first = self.column(0).page
        found = flow_beside(
            self._block_layouts, self._of_sections, self._wanted(main, columns), columns, first
        )
        if found or not over:
            return found or self._undivided()
        return flow_on(
            self._block_layouts, columns, lambda further: self.column(pages + further), first
        )

    def _wanted(self, main: Flow, columns: Sequence[Column]) -> Beside:
        """Return for sections where in the side column what they are of begins.

        A figure, or a note on one, stands beside the first paragraph of its points that prints it,
        or else beside the first of these points.
        """
        tops: dict[str, tuple[int, int]] = {}
        for spot in main.placed:
            item = self.main[spot.block_layout]
            block = item.block
            at = _level_with(spot, columns)
            if at is None:
                continue
            tops.setdefault(beside_section(self.sections[item.section].key), at)
            if not block.origin.point:
                continue
            tops.setdefault(block.origin.point, at)
            for fact in coverage_of((block,)).figures:
                tops.setdefault(f"#{fact}", at)
        found: dict[int, tuple[int, int]] = {}
        for piece in self.pieces:
            points = self.sections[piece.section].beside
            shown = piece.block.figures if points and isinstance(piece.block, KeyFigures) else ()
            exact = {one for one in points if one[0] == "#"}
            for keys in ({f"#{figure.fact}" for figure in shown}, exact, points):
                if shared := keys & tops.keys():
                    found.setdefault(piece.section, min(tops[key] for key in shared))
        return found

    def _undivided(self) -> Flow:
        """Return the side column with no section on two pages: its rest would have no heading.

        One that is divided begins on the next page, where that leaves little of a page blank and
        takes no room that is held back for Word.
        """
        block_layouts, sections, column = self._block_layouts, self._of_sections, self.column
        found = flow(block_layouts, column)
        breaks: set[int] = set()
        for section in dict.fromkeys(sections):
            first = sections.index(section)
            on = [spot.page for spot in found.placed if sections[spot.block_layout] == section]
            if not on or on[0] == on[-1]:
                continue
            moved = flow(block_layouts, column, {*breaks, first})
            at, end = on[0] - column(0).page, len(moved.used_mpt) - 1
            blank = column(at).height_mpt - moved.used_mpt[at]
            spare = column(end).height_mpt - moved.used_mpt[end]
            whole = {spot.page for spot in moved.placed if sections[spot.block_layout] == section}
            if (
                len(whole) == 1
                and len(moved.used_mpt) == len(found.used_mpt)
                and blank <= MOST_BLANK * column(at).height_mpt
                and spare >= SPARE_MPT
            ):
                found, breaks = moved, {*breaks, first}
        return found


def _parts(column: Column, over: Sequence[Placed]) -> list[Column]:
    """Return what is left of the side column of a page by what goes over it."""
    from briefgen.layout.beside import parts_beside  # noqa: PLC0415

    taken = [
        (spot.y_mpt, spot.y_mpt + sum(row.height_mpt for row in (*spot.repeated, *spot.rows)))
        for spot in over
        if spot.page == column.page
    ]
    return [*parts_beside(column, taken)]


def _level_with(spot: Placed, columns: Sequence[Column]) -> tuple[int, int] | None:
    """Return the part of the side column that a block stands beside, and how far down it."""
    for number in reversed(range(len(columns))):
        one = columns[number]
        if one.page == spot.page and one.y_mpt <= spot.y_mpt:
            return number, spot.y_mpt - one.y_mpt
    return None
