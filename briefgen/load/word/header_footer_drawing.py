"""Pictures and text boxes of a house's own text, as far as a PDF can print them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.images import picture_of
from briefgen.load.word.header_footer_groups import grouped
from briefgen.ooxml.measures import EMU_PER_POINT
from briefgen.ooxml.names import MC, WP, WPS, A, R, W
from briefgen.types.finding import LoadError
from briefgen.types.header_footer import (
    Anchor,
    Floating,
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterPicture,
    TextBox,
)
from briefgen.types.picture import Picture

_INSETS_EMU = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440}

_ORIGINS: dict[str, Literal["page", "margin", "paragraph"]] = {
    "margin": "margin",
    "column": "margin",
    "character": "margin",
    "text": "margin",
    "paragraph": "paragraph",
    "line": "paragraph",
}
_SIDES: dict[str, Literal["start", "center", "end"]] = {
    "center": "center",
    "right": "end",
    "outside": "end",
    "bottom": "end",
}


class Drawings(Struct):
    """Reads what is drawn in one part.

    `text_within` returns the paragraphs of an element, given what holds it in words; `left_out`
    takes what no PDF can have.
    """

    files: Mapping[str, bytes]
    text_within: Callable[[etree._Element, str], tuple[HeaderFooterParagraph, ...]]
    left_out: list[str]

    def shown(self, element: etree._Element) -> Iterator[HeaderFooterPicture | Floating]:
        """Yield the pictures of a drawing that stand in their line, and what floats."""
        choice = element.find(MC + "Choice") if element.tag == MC + "AlternateContent" else element
        drawings = [] if choice is None else [*choice.iter(WP + "inline", WP + "anchor")]
        for drawing in drawings:
            shown = self._box(drawing) or self._picture(drawing)
            if shown is None:
                continue
            if drawing.tag == WP + "anchor":
                across = _anchor(drawing.find(WP + "positionH"))
                down = _anchor(drawing.find(WP + "positionV"))
                yield Floating(shown, across, down)
            elif isinstance(shown, HeaderFooterPicture):
                yield shown
            else:
                self.left_out.append("a text box that stands in a line")
        if not drawings:
            self.left_out.append("a drawing")

    def _box(self, drawing: etree._Element) -> TextBox | None:
        """Return a text box, whose rules and tint are left out."""
        held, extent = next(drawing.iter(W + "txbxContent"), None), drawing.find(WP + "extent")
        if held is None or extent is None:
            return None
        text = self.text_within(held, "a text box")
        insets = next(drawing.iter(WPS + "bodyPr"), None)
        left, top, right = (
            int((insets.get(side) if insets is not None else None) or usual) / EMU_PER_POINT
            for side, usual in _INSETS_EMU.items()
        )
        width, height = _size_pt(extent)
        return TextBox(width, height, top, HeaderFooterCell(left, width - right, grouped(text)))

    def _picture(self, drawing: etree._Element) -> HeaderFooterPicture | None:
        blips = [*drawing.iter(A + "blip")]
        extent = drawing.find(WP + "extent")
        if len(blips) != 1 or extent is None:
            self.left_out.append("a drawing")
        elif any(one.attrib for one in drawing.iter(A + "srcRect")):
            self.left_out.append("a picture that is cut")
        else:
            size_pt = _size_pt(extent)
            try:
                picture = _decoded(self.files.get(blips[0].get(R + "embed", ""), b""), size_pt)
            except LoadError:
                self.left_out.append("a picture that is no PNG or JPEG")
            else:
                return HeaderFooterPicture(picture, *size_pt)
        return None


def _size_pt(extent: etree._Element) -> tuple[float, float]:
    return int(extent.get("cx", "0")) / EMU_PER_POINT, int(extent.get("cy", "0")) / EMU_PER_POINT


@kept(8)
def _decoded(data: bytes, size_pt: tuple[float, float]) -> Picture:
    return picture_of(data, "", size_pt)


def _anchor(position: etree._Element | None) -> Anchor:
    """Return where something floating stands in one direction."""
    if position is None:
        return Anchor("page", 0.0)
    origin = _ORIGINS.get(position.get("relativeFrom", "page"), "page")
    if align := position.findtext(WP + "align"):
        return Anchor(origin, 0.0, _SIDES.get(align, "start"))
    return Anchor(origin, int(position.findtext(WP + "posOffset") or 0) / EMU_PER_POINT)
