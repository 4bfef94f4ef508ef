"""What a template's own text draws by VML (ISO/IEC 29500-4, 19), as Word did before 2010.

Watermarks of words still are VML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.drawing_colour import blended, painted, vml_fill, vml_paint, vml_share
from briefgen.load.word.forms import Path, ellipse, line, rectangle, rounded
from briefgen.load.word.header_footer_drawing import TextWithin, picture_kind
from briefgen.load.word.header_footer_groups import grouped
from briefgen.load.word.mirrored import mirrored_form
from briefgen.load.word.text_frames import text_edges
from briefgen.load.word.treated_picture import Treatment, treated
from briefgen.load.word.vml_path import vml_path
from briefgen.ooxml.names import VML, R, W, points
from briefgen.types.finding import LoadError
from briefgen.types.header_footer import (
    Anchor,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooterCell,
    HeaderFooterPicture,
    Lettering,
    Member,
    Origin,
    Shape,
)
from briefgen.types.page_style import TextStyle
from briefgen.types.picture import Form, Outline

_ORIGINS: dict[str, Origin] = {
    "page": "page",
    "margin": "margin",
    "text": "column",
    "char": "column",
    "line": "paragraph",
    **dict.fromkeys(("left-margin-area", "inner-margin-area", "top-margin-area"), "margin-before"),
    **dict.fromkeys(
        ("right-margin-area", "outer-margin-area", "bottom-margin-area"), "margin-after"
    ),
}
_SIDES: dict[str, Literal["start", "center", "end"]] = {
    "left": "start",
    "top": "start",
    "inside": "start",
    "center": "center",
    "right": "end",
    "bottom": "end",
    "outside": "end",
}
_INSET_PT = (7.2, 3.6, 7.2, 3.6)
_PLAIN_LETTERS = ("136", "")
"""The kind of WordArt that stands straight: watermarks have it."""

_STRAIGHT = ("20", "32")
_FORMS = ("rect", "roundrect", "oval", "line", "shape", "group", "polyline", "image")
SHAPES = tuple(VML + name for name in _FORMS)
"""The elements that are drawn."""

_FULL = 65_536
_LINE_PT = 0.75


class VmlDrawings(Struct):
    """Reads what is drawn in one part; `left_out` takes what no PDF can have."""

    files: Mapping[str, bytes]
    text_within: TextWithin
    left_out: list[str]

    def shown(self, holder: etree._Element, style: TextStyle) -> Iterator[Drawn | Floating]:
        """Yield what a `w:pict` shows, in its line or floating; `style` is that of its text."""
        for one in holder:
            if etree.QName(one).localname not in _FORMS or one.tag[0:1] != "{":
                continue
            said = _style(one)
            if said.get("visibility") == "hidden":
                continue
            shown = self._drawn(one, said, (1.0, 1.0), style)
            if shown is None:
                continue
            floats = said.get("position") == "absolute" or one.tag == VML + "line"
            yield _floating(one, said, shown) if floats else shown

    def _drawn(
        self,
        element: etree._Element,
        said: Mapping[str, str],
        scale: tuple[float, float],
        style: TextStyle,
    ) -> Drawn | None:
        size = _size(element, said, scale)
        name = element.get("alt") or ""
        turn = _degrees(said.get("rotation"))
        if element.tag == VML + "group":
            return self._group(element, size, turn, style)
        if (data := element.find(VML + "imagedata")) is not None:
            return self._picture(data, size, turn, name)
        letters = element.find(VML + "textpath")
        if letters is not None and (letters.get("string") or "").strip():
            return self._letters(element, letters, size, turn, style)
        return self._shape(element, said, size, turn)

    def _group(
        self, group: etree._Element, size: tuple[float, float], turn: float, style: TextStyle
    ) -> DrawnGroup | None:
        own = _pair(group.get("coordsize"), (1000.0, 1000.0))
        start = _pair(group.get("coordorigin"), (0.0, 0.0))
        scale = (size[0] / (own[0] or 1), size[1] / (own[1] or 1))
        members: list[Member] = []
        for one in group:
            if etree.QName(one).localname not in _FORMS:
                continue
            said = _style(one)
            shown = self._drawn(one, said, scale, style)
            left, top = _place(one, said)
            if shown is not None:
                x, y = (left - start[0]) * scale[0], (top - start[1]) * scale[1]
                members.append(Member(x, y, shown))
        return DrawnGroup(*size, tuple(members), turn) if members else None

    def _picture(
        self, data: etree._Element, size: tuple[float, float], turn: float, name: str
    ) -> HeaderFooterPicture | None:
        file = self.files.get(data.get(R + "id", ""), b"")
        crop = tuple(
            _fraction(data.get("crop" + side)) for side in ("left", "top", "right", "bottom")
        )
        gain, black = data.get("gain"), data.get("blacklevel")
        treatment = Treatment(
            (crop[0], crop[1], crop[2], crop[3]),
            brightness=2 * _fraction(black),
            contrast=_fraction(gain) - 1 if gain else 0.0,
            grey=data.get("grayscale") in ("t", "true"),
        )
        try:
            return HeaderFooterPicture(treated(file, size, treatment), *size, turn)
        except LoadError:
            self.left_out.append(f"{picture_kind(file)}{name and f' “{name}”'}")
            return None

    def _letters(
        self,
        element: etree._Element,
        letters: etree._Element,
        size: tuple[float, float],
        turn: float,
        style: TextStyle,
    ) -> Lettering:
        """Return words drawn as large as their box: those of a watermark."""
        words = letters.get("string") or ""
        if _kind(element) not in _PLAIN_LETTERS:
            self.left_out.append(f"the bent letters of WordArt “{words}”")
        fill = element.find(VML + "fill")
        opacity = None if fill is None else fill.get("opacity")
        paint = vml_paint(_said(element, fill, "fillcolor"), opacity, "#c0c0c0")
        own = _declarations(letters.get("style") or "")
        family = own.get("font-family", "").strip("\"' ").replace("&quot;", "")
        style = replace(
            style,
            family=family or style.family,
            colour=blended(paint.colour, paint.opacity),
            bold=own.get("font-weight") == "bold",
            italic=own.get("font-style") == "italic",
            caps=False,
            small_caps=False,
            tracking_pt=0.0,
        )
        return Lettering(*size, words, style, turn)

    def _shape(
        self,
        element: etree._Element,
        said: Mapping[str, str],
        size: tuple[float, float],
        turn: float,
    ) -> Shape | None:
        box = element.find(VML + "textbox")
        content = None if box is None else box.find(W + "txbxContent")
        form = self._form(element, said, size)
        if form is None and content is None:
            return None
        insets = _insets(None if box is None else box.get("inset"))
        layout = _declarations("" if box is None else box.get("style") or "")
        turned = 0.0
        if layout.get("layout-flow", "").startswith("vertical"):
            turned = -90.0 if layout.get("mso-layout-flow-alt") == "bottom-to-top" else 90.0
        across, wraps = size[1 if turned else 0], said.get("mso-wrap-style") != "none"
        middle: Literal["top", "center", "bottom"] = "top"
        if (placed := said.get("v-text-anchor", "top")) in ("middle", "bottom"):
            middle = "center" if placed == "middle" else "bottom"
        words = () if content is None else grouped(self.text_within(content, "a text box"))
        text = (
            None
            if content is None
            else HeaderFooterCell(
                *text_edges(words, (insets[0], across - insets[2]), wraps=wraps),
                words,
                middle,
            )
        )
        return Shape(*size, form, text, insets[1], insets[3], turn, turned)

    def _form(
        self, element: etree._Element, said: Mapping[str, str], size: tuple[float, float]
    ) -> Form | None:
        path = self._path(element, size)
        if path is None:
            return None
        flip = said.get("flip", "")
        fill, stroke = element.find(VML + "fill"), element.find(VML + "stroke")
        straight = element.tag == VML + "line" or _kind(element) in _STRAIGHT
        filled = not straight and _is_on(element.get("filled"), fill)
        stroked = _is_on(element.get("stroked"), stroke)
        opacity = None if fill is None else fill.get("opacity")
        colour = _said(element, fill, "fillcolor")
        paint = vml_fill(fill, vml_paint(colour, opacity, "#ffffff")) if filled else None
        outline = None
        if stroked:
            own, weight = (_said(element, stroke, f"stroke{what}") for what in ("color", "weight"))
            width = _length(weight) if weight else _LINE_PT
            outline = Outline(width, vml_paint(own, None, "#000000").colour) if width else None
        if paint is None and outline is None:
            return None
        form = painted(path, paint, outline)
        return mirrored_form(form, *size, across="x" in flip, down="y" in flip)

    def _path(self, element: etree._Element, size: tuple[float, float]) -> Path | None:
        kind = etree.QName(element).localname
        if kind == "oval":
            return ellipse(*size)
        if kind == "roundrect":
            radius = min(size) * (_fraction(element.get("arcsize")) or 0.2)
            return rounded(*size, radius, radius)
        if kind == "line":
            return _line_path(element)
        if kind == "shape":
            number = _kind(element)
            if number in _STRAIGHT:
                return line(*size)
            if number in ("1", "202", "75"):
                return rectangle(*size)
            path = element.get("path") or _of_kind(element, "path")
            own = _pair(
                element.get("coordsize") or _of_kind(element, "coordsize"), (1000.0, 1000.0)
            )
            start = _pair(
                element.get("coordorigin") or _of_kind(element, "coordorigin"), (0.0, 0.0)
            )
            found = vml_path(path, own, size, start) if path else rectangle(*size)
            if found is None:
                self.left_out.append("the form of a shape")
            return found or rectangle(*size)
        return rectangle(*size)


def _said(element: etree._Element, inner: etree._Element | None, name: str) -> str | None:
    """Return what a fill or stroke within a shape says, or else the shape itself."""
    own = None if inner is None else inner.get(name.replace("fill", "").replace("stroke", ""))
    return own or element.get(name)


def _kind(element: etree._Element) -> str:
    """Return the number of the kind of shape: `136` of `#_x0000_t136`."""
    found = re.search(r"_t(\d+)$", element.get("type") or "")
    return found[1] if found else ""


def _of_kind(element: etree._Element, name: str) -> str | None:
    wanted = (element.get("type") or "").lstrip("#")
    root = element.getroottree().getroot()
    for one in root.iter(VML + "shapetype"):
        if wanted and one.get("id") == wanted:
            return one.get(name)
    return None


def _style(element: etree._Element) -> dict[str, str]:
    return _declarations(element.get("style") or "")


def _declarations(style: str) -> dict[str, str]:
    """Return the declarations of a style, by name."""
    pairs = (one.partition(":") for one in style.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value}


def _length(said: str | None) -> float:
    """Return a length in points; a bare number counts pixels of which 96 make an inch."""
    return points((said or "").replace("px", ""), 96 / 72) or 0.0


def _bare(said: str | None) -> float:
    return points(said, 1) or 0.0


def _size(
    element: etree._Element, said: Mapping[str, str], scale: tuple[float, float]
) -> tuple[float, float]:
    if element.tag == VML + "line":
        start, end = _ends(element)
        return abs(end[0] - start[0]), abs(end[1] - start[1])
    if scale != (1.0, 1.0):
        return _bare(said.get("width")) * scale[0], _bare(said.get("height")) * scale[1]
    return _length(said.get("width")), _length(said.get("height"))


def _place(element: etree._Element, said: Mapping[str, str]) -> tuple[float, float]:
    if element.tag == VML + "line":
        start, end = _ends(element)
        return min(start[0], end[0]), min(start[1], end[1])
    return _bare(said.get("left")), _bare(said.get("top"))


def _ends(element: etree._Element) -> tuple[tuple[float, float], tuple[float, float]]:
    ends = []
    for name in ("from", "to"):
        parts = [*(element.get(name) or "0,0").split(","), "0"]
        ends.append((_length(parts[0]), _length(parts[1])))
    return ends[0], ends[1]


def _line_path(element: etree._Element) -> Path:
    (x1, y1), (x2, y2) = _ends(element)
    left, top = min(x1, x2), min(y1, y2)
    return (("m", (x1 - left, y1 - top)), ("l", (x2 - left, y2 - top)))


def _pair(said: str | None, usual: tuple[float, float]) -> tuple[float, float]:
    parts = (said or "").split(",")
    return (_bare(parts[0]), _bare(parts[1])) if len(parts) == 2 else usual  # noqa: PLR2004


def _fraction(said: str | None) -> float:
    return vml_share(said or "0") or 0.0


def _degrees(said: str | None) -> float:
    text = said or "0"
    try:
        return float(text[:-2]) / _FULL if text.endswith("fd") else float(text)
    except ValueError:
        return 0.0


def _is_on(said: str | None, element: etree._Element | None) -> bool:
    own = None if element is None else element.get("on")
    return (own or said or "t").lower() not in ("f", "false")


def _insets(said: str | None) -> tuple[float, float, float, float]:
    parts = [*(said or "").split(","), "", "", "", ""]
    own = [
        _length(one) if one.strip() else usual for one, usual in zip(parts, _INSET_PT, strict=False)
    ]
    return own[0], own[1], own[2], own[3]


def _floating(element: etree._Element, said: Mapping[str, str], shown: Drawn) -> Floating:
    layer = round(_bare(said.get("z-index")))
    wraps = [one for one in element if etree.QName(one).localname == "wrap"]
    apart = None
    if wraps and wraps[0].get("type") not in (None, "none"):
        sides = ("left", "top", "right", "bottom")
        own = [_length(said.get(f"mso-wrap-distance-{side}")) for side in sides]
        apart = (own[0], own[1], own[2], own[3])
    left, top = _length(said.get("margin-left")), _length(said.get("margin-top"))
    left, top = left or _length(said.get("left")), top or _length(said.get("top"))
    if element.tag == VML + "line":
        left, top = _place(element, said)
    across = _anchor(said, "horizontal", left, "column")
    down = _anchor(said, "vertical", top, "paragraph")
    return Floating(shown, across, down, layer, apart, layer < 0, element.get("id") or "")


def _anchor(said: Mapping[str, str], direction: str, offset: float, usual: Origin) -> Anchor:
    relative = said.get(f"mso-position-{direction}-relative", "")
    origin = _ORIGINS.get(relative, usual)
    if direction == "vertical" and origin == "column":
        origin = "paragraph"
    side = _SIDES.get(said.get(f"mso-position-{direction}", ""))
    return Anchor(origin, 0.0 if side else offset, side)
