"""The room that a page has: columns between masthead, head, foot and footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from briefgen.layout.columns import Column, space_between
from briefgen.layout.furniture import SetLine, height_mpt, set_running
from briefgen.layout.geometry import Geometry
from briefgen.layout.letterhead import set_floating, set_own
from briefgen.layout.letterhead_line import Leaf
from briefgen.layout.setting import Setting, mpt
from briefgen.types.draft import Furniture
from briefgen.types.galley import Galley
from briefgen.types.laid import Mark
from briefgen.types.letterhead import Letterhead


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
        if own := self._own(pages):
            return set_own(own.on_page(page, header=at_top), self._leaf(own, page, pages))
        lines = self.furniture.masthead if at_top else self.furniture.footer
        folio = self.furniture.folio.format(page=page, pages=pages) if pages != 1 else ""
        width, logo = self.geometry.text_mpt, self.furniture.logo
        return set_running(lines, page, folio, width, self.setting, logo)

    def _own(self, pages: int) -> Letterhead | None:
        """Return a house's own text, where there is one, as many pages or a single one have it."""
        own = self.furniture.own
        return None if own is None else own[1 if pages == 1 else 0]

    def _leaf(self, own: Letterhead, page: int, pages: int) -> Leaf:
        width, logo = self.geometry.text_mpt, self.furniture.logo
        return Leaf(page, pages, width, own.width_pt, self.setting, logo)

    def own_above(self, pages: int) -> tuple[SetLine, ...]:
        """Return what a house's template holds above a brief, on its first page."""
        own = self._own(pages)
        return set_own(own.above, self._leaf(own, 1, pages)) if own else ()

    def own_below(self, pages: int) -> tuple[SetLine, ...]:
        """Return what a house's template holds below a brief, on its last page."""
        own = self._own(pages)
        return set_own(own.below, self._leaf(own, pages, pages)) if own else ()

    def floating(self, page: int, pages: int) -> tuple[Mark, ...]:
        """Return what of a house's own stands beside the text of a page."""
        own = self._own(pages)
        if own is None:
            return ()
        geometry = self.geometry
        foot = geometry.height_mpt - geometry.footer_mpt - self.footer_mpt
        parts = [
            (own.on_page(page, header=True), geometry.header_mpt),
            (own.on_page(page, header=False), foot),
            *([(own.above, self.top_mpt(1) - self.above_mpt)] if page == 1 else []),
            *([(own.below, self.bottom_mpt)] if page == pages else []),
        ]
        leaf = self._leaf(own, page, pages)
        return tuple(
            mark for part, top in parts for mark in set_floating(part, leaf, geometry, top)
        )

    @cached_property
    def above_mpt(self) -> int:
        """Height of what a house's template holds above a brief."""
        return max(mpt(self.setting.look.above_pt), height_mpt(self.own_above(2)))

    @cached_property
    def below_mpt(self) -> int:
        """Height of what it holds below."""
        return max(mpt(self.setting.look.below_pt), height_mpt(self.own_below(2)))

    @cached_property
    def _mastheads_mpt(self) -> tuple[int, int]:
        later = max(height_mpt(self.masthead(page, 3)) for page in (2, 3))
        return height_mpt(self.masthead(1, 3)), later

    @cached_property
    def footer_mpt(self) -> int:
        """Height of the footer, with a page number."""
        return max(height_mpt(self.footer(page, 3)) for page in (1, 2, 3))

    def top_mpt(self, page: int) -> int:
        """Return where the text area of a page begins."""
        own = self._mastheads_mpt[0 if page == 1 else 1]
        above = self.above_mpt if page == 1 else 0
        return max(self.geometry.top_mpt, self.geometry.header_mpt + own) + above

    @cached_property
    def bottom_mpt(self) -> int:
        """Where the text area of a page ends."""
        geometry = self.geometry
        below = geometry.height_mpt - geometry.footer_mpt - self.footer_mpt
        return min(geometry.bottom_mpt, below) - self.below_mpt

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
