"""Headers and footers around the body of a sample document: what they draw and name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefgen.load.word.derive import has_normal
from briefgen.load.word.header_footer_style import HeaderFooterStyles
from briefgen.load.word.letterhead_text import is_marked, is_of_address, names_institution
from briefgen.load.word.sheet import read_styles
from briefgen.ooxml.names import EMU_PER_POINT, VML, WP, A, Element, R, W, attribute, child, points
from briefgen.ooxml.package import Package
from briefgen.ooxml.text import own_text

_OF_THE_PAPER = ("", "auto", "ffffff")


class Around(Struct, frozen=True):
    """Headers and footers around a body, by what it refers to them by; here there are none."""

    @property
    def styles(self) -> HeaderFooterStyles | None:
        """The styles of the document, where they are known."""
        return None

    def draws(self, key: str, *, or_says: bool = False) -> bool:  # noqa: ARG002
        """Whether one draws something, or has words if that is asked."""
        return False

    def names_house(self, key: str) -> bool:  # noqa: ARG002
        """Whether a line of one names an institution, or says what its papers are marked by."""
        return False

    def pictures_pt(self, key: str) -> float:  # noqa: ARG002
        """Return how high the highest picture of one is that floats."""
        return 0.0

    def repeats(self, key: str, blocks: Iterable[Element]) -> bool:  # noqa: ARG002
        """Whether one has all pictures of blocks, if these have any."""
        return False


class AroundMain(Around, frozen=True):
    """Those around the main part of a package."""

    package: Package

    @property
    def styles(self) -> HeaderFooterStyles | None:
        """The styles of the document, if it has one for its text."""
        sheet = read_styles(self.package, {})
        return HeaderFooterStyles(sheet) if has_normal(sheet) else None

    def draws(self, key: str, *, or_says: bool = False) -> bool:
        """Whether one draws something, or has words if that is asked."""
        root = self._root(key)
        if root is None:
            return False
        says = or_says and any((one.text or "").strip() for one in root.iter(W + "t"))
        is_drawn = next(root.iter(W + "drawing", W + "pict"), None) is not None
        return says or is_drawn or any(map(_is_band, root.iter(W + "tcPr")))

    def names_house(self, key: str) -> bool:
        """Whether a line of one names an institution, or says what its papers are marked by."""
        root = self._root(key)
        lines = () if root is None else map(own_text, root.iter(W + "p"))
        return any(names_institution(one) or is_of_address(one) or is_marked(one) for one in lines)

    def pictures_pt(self, key: str) -> float:
        """Return how high the highest picture of one is that floats."""
        root = self._root(key)
        drawn = () if root is None else root.iter(WP + "anchor")
        extents = (
            one.find(WP + "extent") for one in drawn if next(one.iter(A + "blip"), None) is not None
        )
        heights = (
            points(one.get("cy"), EMU_PER_POINT) or 0.0 for one in extents if one is not None
        )
        return max(heights, default=0.0)

    def repeats(self, key: str, blocks: Iterable[Element]) -> bool:
        """Whether one has all pictures of blocks, if these have any."""
        root, main = self._root(key), self.package.main
        own = {one for each in blocks for one in self._pictures(each, main)}
        if root is None or not own:
            return False
        return own <= {*self._pictures(root, self.package.targets(main)[key])}

    def _root(self, key: str) -> Element | None:
        parts = self.package.targets(self.package.main)
        return self.package.root(parts[key]) if key in parts else None

    def _pictures(self, holder: Element, part: str) -> Iterator[bytes]:
        files = self.package.targets(part)
        for one in holder.iter(A + "blip", VML + "imagedata"):
            name = files.get(one.get(R + "embed") or one.get(R + "id") or "")
            if name is not None:
                yield self.package[name]


def _is_band(cell: Element) -> bool:
    """Whether a cell of a table has a ground of its own."""
    return (attribute(child(cell, "shd"), "fill") or "").lower() not in _OF_THE_PAPER
