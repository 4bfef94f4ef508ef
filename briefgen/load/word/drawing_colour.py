"""Colours of drawings: how DrawingML (ISO/IEC 29500-1, 20.1.2.3) and VML (29500-4, 19) say them."""

from __future__ import annotations

import colorsys
import re

from lxml import etree
from msgspec import Struct
from PIL import ImageColor

from briefgen.load.word.colour_scheme import ColourScheme

_WHOLE = 100_000
"""What DrawingML writes for a whole: thousandths of a hundredth."""

_OF_TEXT = {"tx1": "text1", "tx2": "text2", "bg1": "background1", "bg2": "background2"}
_RGB = re.compile("#?[0-9A-Fa-f]{6}")


class Paint(Struct, frozen=True):
    """A colour, `#rrggbb`, and how far it covers what is beneath, from 0 to 1."""

    colour: str
    opacity: float = 1.0


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


def vml_paint(said: str | None, opacity: str | None, usual: str) -> Paint:
    """Return a colour of VML, such as `#f00`, `silver` or `#4f81bd [3204]`, and its opacity."""
    word = (said or "").split("[")[0].strip()
    colour = _written(word) or (_named(word) if word else None) or usual
    share = 1.0
    if opacity:
        number, unit = opacity.rstrip("f%"), opacity[-1]
        try:
            share = float(number) / {"f": 65_536, "%": 100}.get(unit, 1)
        except ValueError:
            share = 1.0
    return Paint(colour, min(1.0, max(0.0, share)))


def blended(colour: str, opacity: float, beneath: str = "#ffffff") -> str:
    """Return the colour that is seen where one lets through what is beneath."""
    pairs = zip(_parts(colour), _parts(beneath), strict=True)
    return _rgb([own * opacity + other * (1 - opacity) for own, other in pairs])


def mean_colour(paints: list[Paint]) -> Paint:
    """Return the mean of colours, as a gradient seen from far."""
    parts = [_parts(one.colour) for one in paints]
    mean = [sum(each) / len(parts) for each in zip(*parts, strict=True)]
    return Paint(_rgb(mean), sum(one.opacity for one in paints) / len(paints))


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
