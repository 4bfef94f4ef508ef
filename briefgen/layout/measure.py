"""The measure that fit is given: the page that will be printed.

Pages as a word processor has them that lacks fonts which are not at hand here, too.

It takes others for them, which may run wider and stand higher. What is counted has to hold then.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.layout.block_formatter import BlockFormatter
from briefgen.layout.pages import lay_out
from briefgen.layout.room import Room, stack_height_mpt
from briefgen.layout.setting import divide
from briefgen.types.block import Block
from briefgen.types.brief import Content
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.font import FontLibrary, on_font, restyled
from briefgen.types.laid import LaidOut
from briefgen.types.measure import BlockLayout, TemplateRoom
from briefgen.types.page import Master
from briefgen.types.role import Role


@kept(16)
def charging(formatter: BlockFormatter) -> BlockFormatter:
    """Return what sets blocks as high as they may become: itself, where every font is at hand."""
    setting = formatter.setting
    fonts = setting.fonts.charging()
    if fonts is setting.fonts:
        return formatter
    return BlockFormatter(replace(setting, fonts=fonts), formatter.table_label)


def with_widest_lines(header_footer: FilledHeaderFooter, fonts: FontLibrary) -> FilledHeaderFooter:
    """Return a header and footer whose automatic lines are as high as the `fonts` make them."""
    if not fonts.guessed:
        return header_footer
    several, single = (
        restyled(one, lambda style: on_font(style, fonts))
        for one in (header_footer.several, header_footer.single)
    )
    return replace(header_footer, several=several, single=single)


def lay_out_widest(
    content: Content, formatter: BlockFormatter, master: Master, pages: int
) -> LaidOut:
    """Lay content out so that no page has less than it can have wherever its fonts are missing."""
    wide = charging(formatter)
    header_footer = with_widest_lines(content.header_footer, wide.setting.fonts)
    return lay_out(replace(content, header_footer=header_footer), wide, master, pages)


class WidthSetter(Struct, frozen=True):
    """Sets blocks to a width, without marks. It depends on no brief."""

    formatter: BlockFormatter
    width_mpt: int
    wide_mpt: int | None = None
    over_side: bool = False

    def block_layouts(self, blocks: Sequence[Block]) -> tuple[BlockLayout, ...]:
        """Set blocks that stand under one another."""
        return self.formatter.set_all(
            blocks,
            self.width_mpt,
            drawn=False,
            wide_mpt=self.wide_mpt,
            over_side=self.over_side,
        )


class PageMeasure(Struct, frozen=True, dict=True):
    """Measures with the formatter, master, header and footer that the pages are printed with.

    `own_file` is the user's Word template, if it is one.
    """

    formatter: BlockFormatter
    master: Master
    header_footer: FilledHeaderFooter
    own_file: str = ""

    def setter(self, frame: str) -> WidthSetter:
        """Return what sets blocks to the width of a frame."""
        geometry, flows_as = self._room.geometry, self.flows_as(frame)
        return WidthSetter(
            charging(self.formatter),
            geometry.width_of_mpt(flows_as),
            geometry.wide_mpt if flows_as == "main" else None,
            geometry.over_side,
        )

    def column_heights_mpt(
        self, head: Sequence[BlockLayout], foot: Sequence[BlockLayout], pages: int
    ) -> tuple[int, ...]:
        """Return the height of main and side columns on each page that the brief has.

        Pages that a template's own text has before it are none of its own. Several columns of a
        page count as one that is as high as all of them: where the last one ends they are level,
        and what their breaks cost is held back.
        """
        above, below = stack_height_mpt(head), stack_height_mpt(foot)
        first = self._room.first
        above = 0 if self.master.cover else above
        found = tuple(
            self.columns
            * self._room.column(
                "main", page, above if page == first else 0, below if page == pages else 0
            ).height_mpt
            for page in range(first, pages + 1)
        )
        return found or (0,)

    @property
    def columns(self) -> int:
        """Number of columns that the main frame has on each page."""
        return self._room.geometry.columns

    @property
    def over_side(self) -> bool:
        """Whether tables go over a side column, which then ends above them."""
        return self._room.geometry.over_side

    def flows_as(self, frame: str) -> str:
        """Return the frame that sections of a frame flow in."""
        return "main" if frame == "side" and not self.master.side else frame

    @property
    def is_widened(self) -> bool:
        """Whether blocks are charged wider than they are drawn, for a font that is not at hand."""
        families = {
            style.family.lower() for style in self.formatter.setting.page_style.styles.values()
        }
        return not families.isdisjoint(self.formatter.setting.fonts.guessed)

    def template_room(self) -> TemplateRoom | None:
        """Return what a user's own Word template takes of the pages, and what it leaves."""
        if not self.own_file:
            return None
        room, style = self._room, self.formatter.setting.style(Role.BODY)
        top = max(room.own_top_mpt(1), room.own_top_mpt(2))
        return TemplateRoom(
            self.own_file,
            room.head_page,
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
        setting = charging(self.formatter).setting
        header_footer = with_widest_lines(self.header_footer, setting.fonts)
        geometry = divide(setting.page_style, self.master)
        return Room(geometry, setting, header_footer, cover=self.master.cover)
