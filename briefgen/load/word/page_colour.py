"""The colour of the page of a Word template, on which all its text stands.

Word shows it where the settings say so, and LibreOffice and a PDF print it. Only one that text in
black can be read on is kept: on a dark one, Word turns text white that a brief has in colours.
"""

from __future__ import annotations

from briefgen.ooxml.build import removed
from briefgen.ooxml.names import Element, attribute, child, is_on
from briefgen.ooxml.package import Package
from briefgen.pattern import late_pattern
from briefgen.types.colour import TEXT_CONTRAST, WHITE, contrast

_RGB = late_pattern("[0-9A-Fa-f]{6}")
_BLACK = "#000000"


def page_colour(package: Package) -> str | None:
    """Return the colour of the page as `#rrggbb`, if it has one that Word shows."""
    ground = child(package.root(package.main), "background")
    shown = child(package.document_part("settings"), "displayBackgroundShape")
    if ground is None or shown is None or not is_on(shown):
        return None
    colour = _colour(ground)
    return None if colour == WHITE else colour


def clean_page_colour(document: Element) -> list[str]:
    """Leave a document a colour of its page that text can be read on, and say what goes."""
    ground = child(document, "background")
    if ground is None:
        return []
    colour = _colour(ground)
    if colour is None or contrast(colour, _BLACK) < TEXT_CONTRAST:
        removed(ground)
        return ["the colour of the page, on which text in black could not be read"]
    had_picture = len(ground) > 0
    del ground[:]
    return ["the picture on the ground of the page, whose colour stays"] if had_picture else []


def _colour(ground: Element) -> str | None:
    value = attribute(ground, "color") or ""
    return f"#{value.lower()}" if _RGB.fullmatch(value) else None
