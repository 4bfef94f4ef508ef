"""What a template's own text draws by DrawingML (ISO/IEC 29500-1, 20): pictures, shapes, groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.colour_scheme import ColourScheme
from briefgen.load.word.drawing_colour import (
    Paint,
    drawn_paint,
    gradient_paint,
    middle_paint,
    painted,
    pattern_paint,
)
from briefgen.load.word.forms import OPEN, free_form, named_form, rectangle, text_margins
from briefgen.load.word.header_footer_groups import grouped
from briefgen.load.word.mirrored import mirrored, mirrored_form
from briefgen.load.word.text_frames import height_of_text, text_edges
from briefgen.load.word.treated_picture import treated, treatment_of
from briefgen.ooxml.names import EMU_PER_POINT, MC, PIC, WP, WPG, WPS, A, R, W, points
from briefgen.types.finding import LoadError
from briefgen.types.header_footer import (
    Anchor,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterPicture,
    Member,
    Origin,
    Shape,
)
from briefgen.types.picture import Form, Outline

INSETS_PT = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
"""What a shape keeps between its edges and its text, unless it says otherwise (21.1.2.1.1)."""

_ANGLE = 60_000
"""What DrawingML counts to a degree (20.1.10.3)."""

_THINNEST_PT = 0.75
_SPECK_PT = 2.0
"""A form that is smaller on both sides is what somebody drew amiss: screens show none of it."""

_LINES_PT = (0.0, 0.5, 1.0, 1.5)
"""Lines of a theme by number, as Office's own themes have them."""

_DASHES: dict[str, tuple[int, ...]] = {
    "dot": (1, 1),
    "sysDot": (1, 1),
    "dash": (4, 3),
    "sysDash": (3, 1),
    "lgDash": (8, 3),
}
_DASHES |= {"dashDot": (4, 3, 1, 3), "lgDashDot": (8, 3, 1, 3), "sysDashDot": (3, 1, 1, 1)}

_ORIGINS: dict[str, Origin] = {
    "page": "page",
    "margin": "margin",
    "column": "column",
    "character": "column",
    "paragraph": "paragraph",
    "line": "paragraph",
    **dict.fromkeys(("leftMargin", "insideMargin", "topMargin"), "margin-before"),
    **dict.fromkeys(("rightMargin", "outsideMargin", "bottomMargin"), "margin-after"),
}
_SIDES: dict[str, Literal["start", "center", "end"]] = {
    "center": "center",
    "right": "end",
    "outside": "end",
    "bottom": "end",
}
_EMPTY = 0.75
"""A box that fits itself to its text is lower where the text takes no more than this of it."""

_ALIGNED: dict[str, Literal["top", "center", "bottom"]] = {"ctr": "center", "b": "bottom"}
_TURNED = {"vert": 90.0, "eaVert": 90.0, "vert270": -90.0}

TextWithin = Callable[[etree._Element, str], tuple[HeaderFooterParagraph, ...]]  # noqa: SLF001
"""Returns the paragraphs of an element, given what holds it in words."""


class Drawings(Struct):
    """Reads what is drawn in one part; `left_out` takes what no PDF can have."""

    files: Mapping[str, bytes]
    scheme: ColourScheme
    text_within: TextWithin
    left_out: list[str]

    def shown(self, drawing: etree._Element) -> Iterator[Drawn | Floating]:
        """Yield what a `w:drawing` shows: in its line, or floating."""
        for one in drawing.iterchildren(WP + "inline", WP + "anchor"):
            extent, data = one.find(WP + "extent"), one.find(f"{A}graphic/{A}graphicData")
            if extent is None or data is None:
                continue
            name = _name(one)
            if one.tag == WP + "anchor" and _is_hidden(one):
                continue
            for graphic in data:
                shown = self._drawn(graphic, size_pt(extent), name)
                if shown is not None:
                    yield _floating(one, shown) if one.tag == WP + "anchor" else shown

    def _drawn(self, graphic: etree._Element, size: tuple[float, float], name: str) -> Drawn | None:
        """Return a picture, shape or group at a size."""
        if graphic.tag == PIC + "pic":
            return self._picture(graphic, size, name)
        if graphic.tag == WPS + "wsp":
            return self._shape(graphic, size, name)
        if graphic.tag in (WPG + "wgp", WPG + "grpSp"):
            return self._group(graphic, size, name)
        if graphic.tag == MC + "AlternateContent":
            chosen = graphic.find(f"{MC}Choice/*")
            return None if chosen is None else self._drawn(chosen, size, name)
        kinds = {"relIds": "SmartArt", "chart": "a chart", "wpc": "a drawing canvas"}
        kind = kinds.get(etree.QName(graphic).localname, "a drawing")
        self.left_out.append(f"{kind}{name and f' “{name}”'}")
        return None

    def _group(
        self, group: etree._Element, size: tuple[float, float], name: str
    ) -> DrawnGroup | None:
        """Return a group at a size, its members in its own measures."""
        frame = group.find(f"{WPG}grpSpPr/{A}xfrm")
        inner = None if frame is None else _frame(frame, "chOff", "chExt")
        x, y, *measures = inner or (0.0, 0.0, *size)
        scale = [own / one if one else 1.0 for own, one in zip(size, measures, strict=True)]
        members: list[Member] = []
        for one in group:
            properties = one.find(PIC + "spPr")
            for tag in (WPS + "spPr", WPG + "grpSpPr"):
                properties = one.find(tag) if properties is None else properties
            own = None if properties is None else properties.find(A + "xfrm")
            if own is None:
                continue
            left, top, width, height = _frame(own, "off", "ext")
            shown = self._drawn(one, (width * scale[0], height * scale[1]), name)
            if shown is not None:
                members.append(Member((left - x) * scale[0], (top - y) * scale[1], shown))
        if not members:
            return None
        drawn = DrawnGroup(*size, tuple(members), _turn(frame))
        return mirrored(drawn, across=_flag(frame, "flipH"), down=_flag(frame, "flipV"))

    def _picture(
        self, picture: etree._Element, size: tuple[float, float], name: str
    ) -> HeaderFooterPicture | None:
        blip, frame = next(picture.iter(A + "blip"), None), picture.find(f"{PIC}spPr/{A}xfrm")
        if blip is None:
            return None
        data = self.files.get(blip.get(R + "embed", ""), b"")
        treatment = replace(
            treatment_of(picture, blip, self.scheme),
            mirrored=_flag(frame, "flipH"),
            upside_down=_flag(frame, "flipV"),
        )
        try:
            return HeaderFooterPicture(treated(data, size, treatment), *size, _turn(frame))
        except LoadError:
            self.left_out.append(f"{picture_kind(data)}{name and f' “{name}”'}")
            return None

    def _shape(
        self, shape: etree._Element, size: tuple[float, float], name: str
    ) -> Shape | HeaderFooterPicture | None:
        properties, frame = shape.find(WPS + "spPr"), shape.find(f"{WPS}spPr/{A}xfrm")
        if properties is None:
            return None
        filled = properties.find(A + "blipFill")
        if filled is not None and (blip := filled.find(A + "blip")) is not None:
            data = self.files.get(blip.get(R + "embed", ""), b"")
            try:
                picture = treated(data, size, treatment_of(filled, blip, self.scheme))
            except LoadError:
                self.left_out.append(f"{picture_kind(data)}{name and f' “{name}”'}")
            else:
                return HeaderFooterPicture(picture, *size, _turn(frame))
        body = shape.find(WPS + "bodyPr")
        content = shape.find(f"{WPS}txbx/{W}txbxContent")
        warp = None if body is None else body.find(A + "prstTxWarp")
        if warp is not None and content is not None and warp.get("prst") != "textNoShape":
            self.left_out.append(f"the bent letters of WordArt{name and f' “{name}”'}")
        preset = properties.find(A + "prstGeom")
        kind = "" if preset is None else preset.get("prst") or ""
        margins = zip(INSETS_PT, text_margins(kind, *size, _adjustments(preset)), strict=True)
        insets = {key: _inset(body, key, INSETS_PT[key]) + own_pt for key, own_pt in margins}
        turned = _TURNED.get("" if body is None else body.get("vert") or "", 0.0)
        across = size[1] if turned else size[0]
        edges = insets["lIns"], across - insets["rIns"]
        wraps = body is None or body.get("wrap") != "none"
        said = () if content is None else grouped(self.text_within(content, "a text box"))
        if said and not turned and body is not None and body.find(A + "spAutoFit") is not None:
            # What Word has written may be the height that it gives each new box, and far too much.
            own = insets["tIns"] + height_of_text(said, edges[1] - edges[0]) + insets["bIns"]
            size = (size[0], own) if _EMPTY * size[1] > own > insets["bIns"] * 2 else size
        form = self._form(shape, properties, size, name)
        text = (
            None
            if content is None
            else HeaderFooterCell(
                *text_edges(said, edges, wraps=wraps),
                said,
                _ALIGNED.get("" if body is None else body.get("anchor") or "", "top"),
            )
        )
        return Shape(*size, form, text, insets["tIns"], insets["bIns"], _turn(frame), turned)

    def _form(
        self,
        shape: etree._Element,
        properties: etree._Element,
        size: tuple[float, float],
        name: str,
    ) -> Form | None:
        """Return the form of a shape, if anything of it is seen."""
        if max(size) < _SPECK_PT:
            return None
        preset, free = properties.find(A + "prstGeom"), properties.find(A + "custGeom")
        kind = "rect" if preset is None else preset.get("prst") or "rect"
        fill = None if kind in OPEN else self._fill(shape, properties)
        outline = self._outline(shape, properties)
        if fill is None and outline is None:
            return None
        path = (
            free_form(free, *size)
            if free is not None
            else named_form(kind, *size, _adjustments(preset))
        )
        if path is None:
            self.left_out.append(f"the form “{kind}” of a shape{name and f' “{name}”'}")
            path = rectangle(*size)
        frame = properties.find(A + "xfrm")
        sides = {"across": _flag(frame, "flipH"), "down": _flag(frame, "flipV")}
        return mirrored_form(painted(path, fill, outline), *size, **sides)

    def _fill(self, shape: etree._Element, properties: etree._Element) -> Paint | None:
        for one in properties:
            kind = etree.QName(one).localname
            if kind == "noFill":
                return None
            if kind == "solidFill":
                return drawn_paint(one, self.scheme)
            if kind == "gradFill":
                return gradient_paint(one, self.scheme)
            if kind == "pattFill":
                return pattern_paint(one, self.scheme)
        reference = shape.find(f"{WPS}style/{A}fillRef")
        if reference is None or reference.get("idx") in (None, "0"):
            return None
        return drawn_paint(reference, self.scheme)

    def _outline(self, shape: etree._Element, properties: etree._Element) -> Outline | None:
        said = properties.find(A + "ln")
        reference = shape.find(f"{WPS}style/{A}lnRef")
        number = 0 if reference is None else round(points(reference.get("idx"), 1) or 0)
        width = _LINES_PT[min(number, 3)]
        paint = drawn_paint(reference, self.scheme) if number else None
        dashes: tuple[float, ...] = ()
        if said is not None:
            if said.find(A + "noFill") is not None:
                return None
            width = emu_pt(said.get("w")) or width or _THINNEST_PT
            paint = drawn_paint(said.find(A + "solidFill"), self.scheme) or paint
            shade = said.find(A + "gradFill")
            middle = None if shade is None else middle_paint(shade, self.scheme)
            paint = middle or paint
            dash = said.find(A + "prstDash")
            kind = "" if dash is None else dash.get("val") or ""
            dashes = tuple(one * width for one in _DASHES.get(kind, ()))
        return Outline(width, paint.colour, dashes) if paint and width else None


def picture_kind(data: bytes) -> str:
    """Return in words what a picture is that no PDF can have."""
    if data[40:44] == b" EMF":
        return "an EMF picture"
    if data.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00")):
        return "a WMF picture"
    what = "is no PNG, JPEG, GIF or BMP" if data else "is not there"
    return f"a picture that {what}"


def _name(drawing: etree._Element) -> str:
    """Return what a drawing is called: by its description, or else by its name."""
    properties = drawing.find(WP + "docPr")
    if properties is None:
        return ""
    said = properties.get("descr") or properties.get("title") or properties.get("name") or ""
    return said.split("\n")[0][:60]


def _is_hidden(drawing: etree._Element) -> bool:
    properties = drawing.find(WP + "docPr")
    return properties is not None and properties.get("hidden") in ("1", "true")


def size_pt(extent: etree._Element) -> tuple[float, float]:
    """Return width and height as an extent says them."""
    return emu_pt(extent.get("cx")), emu_pt(extent.get("cy"))


def emu_pt(said: str | None) -> float:
    """Return a measure of DrawingML in points; none is 0."""
    return points(said, EMU_PER_POINT) or 0.0


def _frame(frame: etree._Element, offset: str, extent: str) -> tuple[float, float, float, float]:
    place, size = frame.find(A + offset), frame.find(A + extent)
    x, y = (0.0, 0.0) if place is None else (emu_pt(place.get("x")), emu_pt(place.get("y")))
    own = (0.0, 0.0) if size is None else size_pt(size)
    return x, y, *own


def _turn(frame: etree._Element | None) -> float:
    return 0.0 if frame is None else points(frame.get("rot"), _ANGLE) or 0.0


def _flag(frame: etree._Element | None, name: str) -> bool:
    return frame is not None and frame.get(name) in ("1", "true")


def _inset(body: etree._Element | None, name: str, usual: float) -> float:
    said = None if body is None else body.get(name)
    return usual if said is None else emu_pt(said)


def _adjustments(preset: etree._Element | None) -> dict[str, float]:
    """Return the adjustments of a form, by name."""
    found: dict[str, float] = {}
    for guide in () if preset is None else preset.iter(A + "gd"):
        formula = (guide.get("fmla") or "").split()
        if len(formula) == 2 and formula[1].lstrip("-").isdigit():  # noqa: PLR2004
            found[guide.get("name", "")] = float(formula[1])
    return found


def _floating(drawing: etree._Element, shown: Drawn) -> Floating:
    """Return what is drawn with its place, and how text keeps off it."""
    wraps = [one for one in drawing if etree.QName(one).localname.startswith("wrap")]
    apart = None
    if wraps and wraps[0].tag != WP + "wrapNone":
        sides = (emu_pt(drawing.get("dist" + side)) for side in "LTRB")
        apart = (next(sides), next(sides), next(sides), next(sides))
    in_cell = drawing.get("layoutInCell") in ("1", "true") and _is_in_cell(drawing)
    return Floating(
        shown,
        _anchor(next(drawing.iter(WP + "positionH"), None), "column" if in_cell else None),
        _anchor(next(drawing.iter(WP + "positionV"), None), "paragraph" if in_cell else None),
        round(points(drawing.get("relativeHeight"), 1) or 0.0),
        apart,
        drawing.get("behindDoc") in ("1", "true"),
        number_of(drawing),
    )


def number_of(drawing: etree._Element) -> str:
    """Return what a template knows a drawing by; nothing where it has no number."""
    properties = drawing.find(WP + "docPr")
    return "" if properties is None else properties.get("id") or ""


def _is_in_cell(drawing: etree._Element) -> bool:
    """Whether a drawing is anchored in a cell, and not in a text box."""
    holders = (one.tag for one in drawing.iterancestors(W + "tc", W + "txbxContent"))
    return next(holders, None) == W + "tc"


def _anchor(position: etree._Element | None, in_cell: Origin | None) -> Anchor:
    """Return where something floating stands in one direction.

    What is laid out in its cell (20.4.2.3) counts from there where it says the page or its margins.
    """
    if position is None:
        return Anchor("page", 0.0)
    origin = _ORIGINS.get(position.get("relativeFrom", "page"), "page")
    if in_cell and origin in ("page", "margin"):
        origin = in_cell
    offset, share = 0.0, 0.0
    for said in position.iter():
        kind = etree.QName(said).localname if isinstance(said.tag, str) else ""
        if kind == "align":
            return Anchor(origin, 0.0, _SIDES.get(said.text or "", "start"))
        if kind == "posOffset":
            offset = emu_pt(said.text)
        elif kind.startswith("pctPos") and said.getparent() is position:
            share = points(said.text, 100_000) or 0.0
    return Anchor(origin, offset, None, share)
