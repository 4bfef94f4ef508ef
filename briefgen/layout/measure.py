"""The measure that fit is given: the page that will be printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from briefgen.layout.block_formatter import BlockFormatter
from briefgen.layout.geometry import divide
from briefgen.layout.pages import lay_out
from briefgen.layout.room import Room, stack_height_mpt
from briefgen.types.block import Block
from briefgen.types.block_layout import BlockLayout
from briefgen.types.brief import Content
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.laid import LaidOut
from briefgen.types.measure import RESERVE_MPT, TemplateRoom
from briefgen.types.page import Master
from briefgen.types.role import Role

RESERVE_LINES = 40
"""One line more is held back for so many, where the font of running text is not at hand."""

_RUNNING_TEXT = (Role.BODY, Role.BULLET, Role.SIDE_TEXT)


class WidthSetter(Struct, frozen=True):
    """Sets blocks to a width, without marks. It depends on no brief."""

    formatter: BlockFormatter
    width_mpt: int

    def block_layouts(self, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        """Set blocks that stand under one another."""
        return self.formatter.set_all(blocks, self.width_mpt, drawn=False)


class PageMeasure(Struct, frozen=True, dict=True):
    """Measures with the compositor, master, header and footer that the pages are printed with.

    `own_file` is the user's Word template, if it is one.
    """

    formatter: BlockFormatter
    master: Master
    header_footer: FilledHeaderFooter
    own_file: str = ""

    def setter(self, frame: str) -> WidthSetter:
        """Return what sets blocks to the width of a frame."""
        width_mpt = self._room.geometry.width_of_mpt(self.flows_as(frame))
        return WidthSetter(self.formatter, width_mpt)

    def column_heights_mpt(
        self, head: Sequence[BlockLayout], foot: Sequence[BlockLayout], pages: int
    ) -> tuple[int, ...]:
        """Return the height of main and side columns on each page that the brief has.

        Pages that a template's own text has before it are none of its own.
        """
        above, below = stack_height_mpt(head), stack_height_mpt(foot)
        first = self._room.first
        found = tuple(
            self._room.column(
                "main", page, above if page == first else 0, below if page == pages else 0
            ).height_mpt
            for page in range(first, pages + 1)
        )
        return found or (0,)

    def flows_as(self, frame: str) -> str:
        """Return the frame that sections of a frame flow in."""
        return "main" if frame == "side" and not self.master.side else frame

    def reserve_mpt(self, pages: int) -> int:
        """Return one line of text, and one for each 40 where Word sets text in a font not at hand.

        Its widths are then published ones at best, and a word processor without it takes another.
        """
        setting = self.formatter.setting
        families = {setting.style(role).family.lower() for role in _RUNNING_TEXT}
        if families.isdisjoint(setting.fonts.guessed):
            return RESERVE_MPT
        return RESERVE_MPT + max(self.column_heights_mpt((), (), pages)) // RESERVE_LINES

    def template_room(self) -> TemplateRoom | None:
        """Return what a user's own Word template takes of the pages, and what it leaves."""
        if not self.own_file:
            return None
        room, style = self._room, self.formatter.setting.style(Role.BODY)
        top = max(room.own_top_mpt(1), room.own_top_mpt(2))
        return TemplateRoom(
            self.own_file,
            room.first,
            room.above_mpt,
            room.below_mpt,
            room.geometry.text_mpt,
            room.bottom_mpt + room.below_mpt - top,
            style.size_pt,
            style.leading_pt,
            self.formatter.setting.style(Role.TITLE).size_pt,
            self.formatter.setting.style(Role.HEADING_1).size_pt,
        )

    def lay_out(self, content: Content, pages: int | None) -> LaidOut:
        """Lay content out."""
        return lay_out(content, self.formatter, self.master, pages)

    @cached_property
    def _room(self) -> Room:
        setting = self.formatter.setting
        return Room(divide(setting.page_style, self.master), setting, self.header_footer)
