"""The room that a page has: columns between masthead, head, foot and footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from briefgen.layout.columns import Column, space_between
from briefgen.layout.furniture import SetLine, height_mpt, set_running
from briefgen.layout.geometry import Geometry
from briefgen.layout.setting import Setting, mpt
from briefgen.types.draft import Furniture
from briefgen.types.galley import Galley


@dataclass(frozen=True)
class Room:
    """Pages of one geometry with one furniture; head and foot are still to be reckoned with."""

    geometry: Geometry
    setting: Setting
    furniture: Furniture

    def masthead(self, page: int, pages: int) -> tuple[SetLine, ...]:
        """Return the masthead of a page. A document of one page prints no page number."""
        return self._running(True, page, pages)

    def footer(self, page: int, pages: int) -> tuple[SetLine, ...]:
        """Return the footer of a page."""
        return self._running(False, page, pages)

    def _running(self, at_top: bool, page: int, pages: int) -> tuple[SetLine, ...]:
        lines = self.furniture.masthead if at_top else self.furniture.footer
        folio = self.furniture.folio.format(page=page, pages=pages) if pages != 1 else ""
        width, logo = self.geometry.text_mpt, self.furniture.logo
        return set_running(lines, page, folio, width, self.setting, logo)

    @cached_property
    def _mastheads_mpt(self) -> tuple[int, int]:
        return height_mpt(self.masthead(1, 2)), height_mpt(self.masthead(2, 2))

    @cached_property
    def footer_mpt(self) -> int:
        """Height of the footer, with a page number."""
        return height_mpt(self.footer(1, 2))

    def top_mpt(self, page: int) -> int:
        """Return where the text area of a page begins."""
        own = self._mastheads_mpt[0 if page == 1 else 1]
        above = mpt(self.setting.look.above_pt) if page == 1 else 0
        return max(self.geometry.top_mpt, self.geometry.header_mpt + own) + above

    @cached_property
    def bottom_mpt(self) -> int:
        """Where the text area of a page ends."""
        geometry = self.geometry
        below = geometry.height_mpt - geometry.footer_mpt - self.footer_mpt
        return min(geometry.bottom_mpt, below) - mpt(self.setting.look.below_pt)

    def column(self, frame: str, page: int, head_mpt: int, foot_mpt: int) -> Column:
        """Return a column of a page, under a head and over a foot of these heights."""
        geometry = self.geometry
        top = self.top_mpt(page) + head_mpt
        height = max(0, self.bottom_mpt - foot_mpt - top)
        if frame == "side":
            return Column(page, geometry.side_left_mpt, top, geometry.side_mpt, height)
        return Column(page, geometry.main_left_mpt, top, geometry.main_mpt, height)


def head_height_mpt(galleys: Sequence[Galley]) -> int:
    """Return the height of a head: its galleys one under another, with the space below the last."""
    height = sum(galley.height_mpt for galley in galleys)
    height += sum(space_between(above, below) for above, below in pairwise(galleys))
    return height + galleys[-1].space_after_mpt if galleys else 0


def foot_height_mpt(galleys: Sequence[Galley]) -> int:
    """Return the height of a foot: as a head's, with the space above the first."""
    return galleys[0].space_before_mpt + head_height_mpt(galleys) if galleys else 0
