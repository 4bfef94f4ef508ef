"""A brief as the writer of a format gets it: what is printed, where, and in what looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.render.glyphs import Placed, nowhere
from briefgen.types.brief import Content
from briefgen.types.font import FontLibrary
from briefgen.types.laid import LaidOut
from briefgen.types.page import Master
from briefgen.types.page_style import PageStyle

if TYPE_CHECKING:
    from briefgen.ooxml.package import WordTemplate


class Printed(Struct, frozen=True):
    """All that a writer may need. Most need little of it.

    `laid_out` are the pages of the PDF or, for a format with footnotes, of Word; `pages` is the
    number promised, and `foot_drop_pt` how much further than the main column the side column
    reaches on the last page of the PDF. A format that lays out pages of its own has the foot
    `foot_top_pt` below the top of the last one, if that is not None. `placed` says where the
    argument holds characters; `left_out` are some that the PDF goes without, as no font prints
    them.
    """

    content: Content
    laid_out: LaidOut
    page_style: PageStyle
    fonts: FontLibrary
    read_word: Callable[[], WordTemplate]
    master: Master
    table_label: str
    pages: int
    foot_drop_pt: float
    placed: Placed = nowhere
    left_out: frozenset[int] = frozenset()
    foot_top_pt: float | None = None

    @property
    def word(self) -> WordTemplate:
        """The Word template, which is read when a format asks for it."""
        return self.read_word()
