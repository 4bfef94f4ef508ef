"""The theme of a Word template: which colours and fonts its names stand for."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from briefgen.ooxml.names import A, W, attribute
from briefgen.pattern import late_pattern

_ALIASES = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedhyperlink": "folHlink",
}
"""Colours as text names them, and as the theme does, unless the settings map them otherwise."""

_MAPPED = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}

_RGB = late_pattern("[0-9A-Fa-f]{6}")
"""A colour as it is written; what is not written so, such as `windowText` alone, is none."""


HIGHLIGHTS = {
    "black": "#000000",
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGray": "#808080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "green": "#00ff00",
    "lightGray": "#c0c0c0",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "yellow": "#ffff00",
}
"""What words are marked with by name (17.18.40); white and none show the page."""


_NOBODY_S_ACCENTS = frozenset({"#4F81BD", "#5B9BD5", "#4472C4", "#156082", "#18A303"})
"""First accents of the themes that Word and LibreOffice give each new document: nobody chose them
for a template, which may show them nowhere."""

_NOBODY_S_FONTS = frozenset({
    ("Cambria", "Calibri"), ("Calibri Light", "Calibri"), ("Aptos Display", "Aptos"),
})  # fmt: skip
"""Fonts of headings and text in them."""


class ColourScheme(Struct, frozen=True):
    """Colours (`#rrggbb`) and latin fonts by the theme's own names."""

    colours: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)

    def colour(self, name: str) -> str | None:
        """Return a colour by the name that text uses for it, such as `text1` or `accent2`."""
        key = self.mapping.get(_MAPPED.get(name, name), name).lower()
        return self.colours.get(_ALIASES.get(key, key))

    @property
    def chosen_accent(self) -> str | None:
        """The first accent colour, unless it is that of a theme which nobody chose."""
        accent = self.colour("accent1")
        return None if accent is None or accent.upper() in _NOBODY_S_ACCENTS else accent

    @property
    def chosen_heading_font(self) -> str | None:
        """The font of headings, unless it is that of a theme which nobody chose."""
        own = self.fonts.get("major")
        pair = (own, self.fonts.get("minor"))
        return None if pair in _NOBODY_S_FONTS and self.chosen_accent is None else own

    def font(self, name: str) -> str | None:
        """Return the family that a theme font such as `minorHAnsi` or `minorBidi` stands for."""
        kind = "major" if name.startswith("major") else "minor"
        return (name.endswith("Bidi") and self.fonts.get(f"{kind}Bidi")) or self.fonts.get(kind)


def read_colour_scheme(
    colour_scheme: etree._Element | None, settings: etree._Element | None
) -> ColourScheme:
    """Return the theme of a template; an empty one where it has none."""
    if colour_scheme is None:
        return ColourScheme()
    colours: dict[str, str] = {}
    for scheme in colour_scheme.iter(A + "clrScheme"):
        for slot in scheme:
            for value in slot:
                rgb = value.get("lastClr") or value.get("val") or ""
                if _RGB.fullmatch(rgb):
                    colours[etree.QName(slot).localname] = f"#{rgb.lower()}"
        break
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = colour_scheme.find(f".//{A}{kind}Font/{A}latin")
        if latin is not None and latin.get("typeface"):
            fonts[kind] = latin.get("typeface", "")
        if bidi := _bidi(colour_scheme.find(f".//{A}{kind}Font")):
            fonts[f"{kind}Bidi"] = bidi
    mapping = settings.find(W + "clrSchemeMapping") if settings is not None else None
    names = {} if mapping is None else {etree.QName(k).localname: v for k, v in mapping.items()}
    return ColourScheme(colours, fonts, {str(k): str(v) for k, v in names.items()})


def _bidi(fonts: etree._Element | None) -> str | None:
    """Return the family of a theme for complex scripts: its own, or that for Arabic."""
    if fonts is None:
        return None
    own, arabic = fonts.find(A + "cs"), fonts.find(f"{A}font[@script='Arab']")
    return next(
        (one.get("typeface") for one in (own, arabic) if one is not None and one.get("typeface")),
        None,
    )


def colour_of(
    element: etree._Element | None,
    colour_scheme: ColourScheme,
    plain: str = "val",
    themed: str = "theme",
) -> str | None:
    """Return the colour that an element names, `#rrggbb`, or None for none and `auto`.

    `plain` is the attribute with the value; `themed` is how those that name a theme colour start:
    `themeColor`, `themeTint` and `themeShade`, or `themeFill`, `themeFillTint`, `themeFillShade`.
    The theme's colour goes before the plain value (ISO/IEC 29500-1, 17.3.2.6).
    """
    name = attribute(element, "themeColor" if themed == "theme" else themed)
    if name and name != "none" and (colour := colour_scheme.colour(name)):
        tint, shade = attribute(element, themed + "Tint"), attribute(element, themed + "Shade")
        return _shifted(colour, tint, shade)
    value = attribute(element, plain)
    if value is None or value.lower() == "auto" or len(value) != len("rrggbb"):
        return None
    return f"#{value.lower()}"


def _shifted(colour: str, tint: str | None, shade: str | None) -> str:
    """Lighten or darken a colour as Word does: by its luminance (17.18.40)."""
    if not tint and not shade:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if tint:
        share = int(tint, 16) / 255
        light = light * share + 1 - share
    if shade:
        light *= int(shade, 16) / 255
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
