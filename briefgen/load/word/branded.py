"""A built-in Word template in the colours and fonts of a brand.

Styles name colours and fonts of the theme (ISO/IEC 29500-1, 20.1.6), so that it is there that they
change, for both formats. What stands beside such a name, for readers without a theme, follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec.structs import replace

from briefgen.load.word.colour_scheme import ColourScheme, read_colour_scheme
from briefgen.load.word.legibility import set_property
from briefgen.ooxml.build import w
from briefgen.ooxml.names import A, Element, W, child, value
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.brand import Brand, BrandFonts
from briefgen.types.colour import mixed, readable
from briefgen.types.role import Role

PALE = 0.925
"""Share of white in the ground of boxes."""

_PALER, _PALEST = 0.2, 0.5
"""Shares of white in the tints of the accent that a Word user finds beside it."""

_PARTS = ("styles", "numbering")


def branded(template: WordTemplate, brand: Brand) -> WordTemplate:
    """Return a template in the colours and fonts that a brand gives; the rest is the template's."""
    package = template.package
    name = package.related(package.main, "theme")
    if not name:
        return template
    theme = package.copy(name)
    _set_colours(theme, _palette(brand))
    _set_fonts(theme, brand.fonts)
    changed = {name: theme}
    scheme = read_colour_scheme(theme, package.document_part("settings"))
    for part in _styled(package):
        changed[part] = package.copy(part)
        for element in changed[part].iter(etree.Element):
            _follow(element, scheme)
    _set_families(changed[package.related(package.main, "styles")], brand.fonts)
    return replace(template, package=package.replaced(changed))


def _palette(brand: Brand) -> Mapping[str, str]:
    """Return the theme colours that follow from those of a brand, by their names there."""
    found: dict[str, str] = {}
    if accent := brand.accent:
        found |= {
            "lt2": mixed(accent, PALE),
            "accent1": accent,
            "accent2": accent,
            "accent3": readable(mixed(accent, _PALER)),
            "accent4": mixed(accent, _PALEST),
            "hlink": accent,
        }
    if brand.second:
        found["accent2"] = brand.second
    return found


def _set_colours(theme: Element, palette: Mapping[str, str]) -> None:
    for scheme in theme.iter(A + "clrScheme"):
        for slot in scheme:
            if colour := palette.get(etree.QName(slot).localname):
                slot[:] = [etree.Element(A + "srgbClr", val=colour[1:].upper())]


def _set_fonts(theme: Element, fonts: BrandFonts) -> None:
    for kind, family in (("major", fonts.headings), ("minor", fonts.body)):
        latin = theme.find(f".//{A}{kind}Font/{A}latin")
        if family and latin is not None:
            latin.set("typeface", family)


def _styled(package: Package) -> Iterator[str]:
    """Yield the parts whose text and styles name colours of the theme."""
    for word in _PARTS:
        if name := package.related(package.main, word):
            yield name
    yield from (name for name, _ in package.stories())


def _follow(element: Element, scheme: ColourScheme) -> None:
    """Write beside a theme's colour what it is now."""
    plain = "val" if element.tag == W + "color" else "color"
    for themed, beside in (("themeColor", plain), ("themeFill", "fill")):
        name = element.get(W + themed)
        if name and (colour := scheme.colour(name)):
            element.set(W + beside, colour[1:].upper())


_OF_TEXT = frozenset({Role.BODY})
_OF_HEADINGS = frozenset({Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.KEY_FIGURE})
"""Roles that are set in the one font or the other, whichever the theme has there."""


def _set_families(styles: Element, fonts: BrandFonts) -> None:
    """Set text in the theme's font of text, and headings in that of titles, where they are given.

    A theme may have both in one.
    """
    kinds = {role.value.lower(): "minor" for role in _OF_TEXT if fonts.body}
    kinds |= {role.value.lower(): "major" for role in _OF_HEADINGS if fonts.headings}
    for style in styles.iter(W + "style"):
        if kind := kinds.get(value(child(style, "name")).lower()):
            names = (("asciiTheme", "HAnsi"), ("hAnsiTheme", "HAnsi"))
            more = (("eastAsiaTheme", "EastAsia"), ("cstheme", "Bidi"))
            named = {key: kind + script for key, script in (*names, *more)}
            set_property(style, "rPr", w("rFonts", **named))
