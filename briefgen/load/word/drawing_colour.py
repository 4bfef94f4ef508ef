"""Colours of drawings: how DrawingML (ISO/IEC 29500-1, 20.1.2.3) and VML (29500-4, 19) say them."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace
from PIL import ImageColor

from briefgen.load.word.colour_scheme import ColourScheme
from briefgen.ooxml.names import A, points
from briefgen.pattern import late_pattern
from briefgen.types.picture import Form, Gradient, Outline, Step

_MIDDLE = 0.5
"""Half of a gradient."""

_ANGLE = 60_000
"""What DrawingML counts to a degree (20.1.10.3)."""

_WHOLE = 100_000
"""What DrawingML writes for a whole: thousandths of a hundredth."""

_OFFICE_VML = "{urn:schemas-microsoft-com:office:office}"

_FAR = 0.75
"""A focus beyond which a gradient of VML begins at its end; closer ones are about its middle."""

_OF_TEXT = {"tx1": "text1", "tx2": "text2", "bg1": "background1", "bg2": "background2"}
_RGB = late_pattern("#?[0-9A-Fa-f]{6}")


class Paint(Struct, frozen=True):
    """A colour, `#rrggbb`, and how far it covers what is beneath, from 0 to 1.

    It is the mean of a `gradient`, where there is one.
    """

    colour: str
    opacity: float = 1.0
    gradient: Gradient | None = None


def painted(path: tuple[Step, ...], paint: Paint | None, outline: Outline | None) -> Form:
    """Return a form of a path, filled or not."""
    if paint is None:
        return Form(path, None, 1.0, outline)
    return Form(path, paint.colour, paint.opacity, outline, paint.gradient)


def shaded(
    stops: Iterable[tuple[float, Paint]], angle_deg: float, *, radial: bool = False
) -> Paint | None:
    """Return the colours of a gradient as one: their mean, and how they lie."""
    known = sorted(stops, key=lambda one: one[0])
    if not known:
        return None
    if len({paint.opacity for _, paint in known}) > 1:
        known = [(at, Paint(blended(paint.colour, paint.opacity))) for at, paint in known]
    mean = mean_colour([paint for _, paint in known])
    colours = [(min(1.0, max(0.0, at)), paint.colour) for at, paint in known]
    if len({colour for _, colour in colours}) == 1:
        return mean
    ends = (0.0, colours[0][1]), (1.0, colours[-1][1])
    whole = [ends[0], *(one for one in colours if 0 < one[0] < 1), ends[1]]
    return replace(mean, gradient=Gradient(tuple(whole), angle_deg, radial))


def drawn_paint(
    holder: etree._Element | None, scheme: ColourScheme, inherited: Paint | None = None
) -> Paint | None:
    """Return the colour that an element of DrawingML holds; `inherited` stands for `phClr`."""
    for said in () if holder is None else holder:
        kind, value = etree.QName(said).localname, said.get("val") or ""
        colour: str | None = None
        if kind == "srgbClr":
            colour = _written(value)
        elif kind == "schemeClr" and value == "phClr":
            colour = inherited.colour if inherited else None
        elif kind == "schemeClr":
            colour = scheme.colour(_OF_TEXT.get(value, value))
        elif kind == "sysClr":
            colour = _written(said.get("lastClr") or "")
        elif kind == "prstClr":
            colour = _named(value)
        elif kind == "scrgbClr":
            shares = (_share(said.get(part)) for part in "rgb")
            colour = "#" + "".join(f"{round(min(1, max(0, one)) * 255):02x}" for one in shares)
        if colour:
            return _changed(colour, said)
    return None


def gradient_paint(fill: etree._Element, scheme: ColourScheme) -> Paint | None:
    """Return the paint of a gradient of DrawingML (20.1.8.33), rays as circles."""
    stops = ((_share(one.get("pos")), drawn_paint(one, scheme)) for one in fill.iter(A + "gs"))
    line = fill.find(A + "lin")
    angle = 0.0 if line is None else points(line.get("ang"), _ANGLE) or 0.0
    is_radial = fill.find(A + "path") is not None
    return shaded(((at, one) for at, one in stops if one), angle, radial=is_radial)


def middle_paint(fill: etree._Element, scheme: ColourScheme) -> Paint | None:
    """Return the colour half way along a gradient: what a line in it is drawn in."""
    said = ((_share(one.get("pos")), drawn_paint(one, scheme)) for one in fill.iter(A + "gs"))
    stops = sorted(((at, paint) for at, paint in said if paint), key=lambda one: one[0])
    before = [one for one in stops if one[0] <= _MIDDLE] or stops[:1]
    after = [one for one in stops if one[0] >= _MIDDLE] or stops[-1:]
    if not stops:
        return None
    (first, one), (last, other) = before[-1], after[0]
    share = (_MIDDLE - first) / (last - first) if last > first else 0.0
    ends = zip(ImageColor.getrgb(one.colour), ImageColor.getrgb(other.colour), strict=False)
    parts = (round(start + (end - start) * min(1.0, max(0.0, share))) for start, end in ends)
    opacity = one.opacity + (other.opacity - one.opacity) * share
    return Paint("#" + "".join(f"{part:02x}" for part in parts), opacity)


def vml_paint(said: str | None, opacity: str | None, usual: str) -> Paint:
    """Return a colour of VML, such as `#f00`, `silver` or `#4f81bd [3204]`, and its opacity."""
    word = (said or "").split("[")[0].strip()
    colour = _written(word) or (_named(word) if word else None) or usual
    share = vml_share(opacity) if opacity else None
    return Paint(colour, 1.0 if share is None else min(1.0, max(0.0, share)))


def vml_fill(fill: etree._Element | None, paint: Paint) -> Paint:
    """Return what fills a shape of VML: its paint, or that and a second one as a gradient.

    Such a gradient leads upwards, and turns against the clock by its angle; at a focus of a whole
    it begins at its end, and about the half it leads there and back.
    """
    kind = "" if fill is None else fill.get("type") or ""
    if fill is None or not kind.startswith("gradient"):
        return paint
    other = vml_paint(fill.get("color2"), fill.get(_OFFICE_VML + "opacity2"), "#ffffff")
    focus = vml_share(fill.get("focus") or "0") or 0.0
    stops = [(0.0, paint), (1.0, other)]
    if fill.get("colors"):
        said = (one.split(" ", 1) for one in (fill.get("colors") or "").split(";"))
        found = [(vml_share(one[0]), vml_paint(one[1], None, "#ffffff")) for one in said if one[1:]]
        stops = [(at, each) for at, each in found if at is not None] or stops
    if kind == "gradientRadial" or focus >= _FAR:
        stops = [(1 - at, each) for at, each in stops]
    elif abs(focus) > 1 - _FAR:
        inner, outer = (other, paint) if focus > 0 else (paint, other)
        stops = [(0.0, outer), (0.5, inner), (1.0, outer)]
    angle = points(fill.get("angle"), 1) or 0.0
    return shaded(stops, 270 - angle, radial=kind == "gradientRadial") or paint


def vml_share(said: str) -> float | None:
    """Return a share that is given as such, in 65,536ths (`f`) or in hundredths; else None."""
    try:
        return float(said.rstrip("f%")) / {"f": 65_536, "%": 100}.get(said[-1:], 1)
    except ValueError:
        return None


def blended(colour: str, opacity: float, beneath: str = "#ffffff") -> str:
    """Return the colour that is seen where one lets through what is beneath."""
    pairs = zip(_parts(colour), _parts(beneath), strict=True)
    return _rgb([own * opacity + other * (1 - opacity) for own, other in pairs])


def mean_colour(paints: list[Paint]) -> Paint:
    """Return the mean of colours, as a gradient seen from far."""
    parts = [_parts(one.colour) for one in paints]
    mean = [sum(each) / len(parts) for each in zip(*parts, strict=True)]
    return Paint(_rgb(mean), sum(one.opacity for one in paints) / len(paints))


_PATTERN_SHARES = {
    "lt": 0.25, "wd": 0.375, "nar": 0.5, "dk": 0.5, "sm": 0.5, "dot": 0.125, "dash": 0.25,
    "lg": 0.35, "horz": 0.25, "vert": 0.25, "upDiag": 0.25, "dnDiag": 0.25, "cross": 0.45,
    "diagCross": 0.45,
}  # fmt: skip
"""Share of its first colour in a pattern, by how its name begins (20.1.10.33)."""


def pattern_paint(pattern: etree._Element, scheme: ColourScheme) -> Paint | None:
    """Return what a pattern of two colours looks like where its lines and dots are not seen."""
    front, back = (drawn_paint(pattern.find(A + end), scheme) for end in ("fgClr", "bgClr"))
    if front is None or back is None:
        return front or back
    name = pattern.get("prst") or ""
    named = (share for begins, share in _PATTERN_SHARES.items() if name.startswith(begins))
    digits = name.removeprefix("pct")
    share = int(digits) / 100 if digits.isdigit() else next(named, 0.5)
    opacity = front.opacity * share + back.opacity * (1 - share)
    return Paint(blended(front.colour, share, back.colour), opacity)


def _changed(colour: str, said: etree._Element) -> Paint:
    """Return a colour with its changes made, in the order in which they are said."""
    opacity = 1.0
    for change in said:
        name, share = etree.QName(change).localname, _share(change.get("val"))
        if name == "alpha":
            opacity = share
            continue
        red, green, blue = _parts(colour)
        if name in ("lumMod", "lumOff", "satMod", "satOff"):
            hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
            if name.startswith("lum"):
                light = light * share if name == "lumMod" else light + share
            else:
                saturation = saturation * share if name == "satMod" else saturation + share
            changed = colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, max(0, saturation)))
            colour = _rgb([*changed])
        elif name in ("tint", "shade"):
            towards = 1.0 if name == "tint" else 0.0
            colour = _rgb([part * share + towards * (1 - share) for part in (red, green, blue)])
        elif name == "gray":
            colour = _rgb([0.299 * red + 0.587 * green + 0.114 * blue] * 3)
        elif name == "inv":
            colour = _rgb([1 - red, 1 - green, 1 - blue])
    return Paint(colour, opacity)


def _share(value: str | None) -> float:
    """Return a share of a whole, which is given in thousandths of a hundredth, or with a `%`."""
    try:
        return float((value or "0").rstrip("%")) / (100 if "%" in (value or "") else _WHOLE)
    except ValueError:
        return 0.0


def _written(value: str) -> str | None:
    if _RGB.fullmatch(value):
        return f"#{value.lstrip('#').lower()}"
    if re.fullmatch("#[0-9A-Fa-f]{3}", value):
        return "#" + "".join(2 * one for one in value[1:].lower())
    return None


def _named(name: str) -> str | None:
    """Return a colour by its name in CSS, which those of DrawingML shorten: `dkBlue`, `ltGray`."""
    full = name
    for short, long in (("dk", "dark"), ("lt", "light"), ("med", "medium")):
        if re.match(f"{short}[A-Z]", name):
            full = long + name[len(short) :]
    try:
        red, green, blue = ImageColor.getrgb(full.lower())[:3]
    except ValueError:
        return None
    return f"#{red:02x}{green:02x}{blue:02x}"


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _rgb(parts: list[float]) -> str:
    return "#" + "".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in parts)
