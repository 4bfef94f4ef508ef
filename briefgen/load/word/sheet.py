"""The styles of a template, under the names by which a brief asks for them."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.load.word.colour_scheme import read_colour_scheme
from briefgen.load.word.style import StyleSheet, read_style_sheet
from briefgen.ooxml.build import w
from briefgen.ooxml.names import attribute, child
from briefgen.ooxml.package import Package
from briefgen.ooxml.template import WordTemplate
from briefgen.types.role import Role

OTHER_STYLES = (
    ("character", "Strong"),
    ("character", "Emphasis"),
    ("character", "Hyperlink"),
    ("character", "Note Mark"),
    ("table", "Brief Table"),
)
"""Styles that the Word writer needs beside those of the roles."""

WANTED = (*(("paragraph", role.value) for role in Role), *OTHER_STYLES)


def style_names(template: WordTemplate) -> Mapping[str, str]:
    """Return what a template calls the styles of the roles, as it writes their names."""
    sheet = sheet_of(template)
    found = ((role.value, sheet.find("paragraph", role.value)) for role in Role)
    return {
        role: attribute(child(style, "name"), "val") or ""
        for role, style in found
        if style is not None
    }


def sheet_of(template: WordTemplate) -> StyleSheet:
    """Return the styles of a template, which are shared: see `Package.root`."""
    return read_styles(template.package, template.styles)


def read_styles(package: Package, names: Mapping[str, str]) -> StyleSheet:
    """Return the styles of a package; `names` says what it calls some of them."""
    styles, numbering, colour_scheme, settings = (
        package.document_part(word) for word in ("styles", "numbering", "theme", "settings")
    )
    held = w("styles") if styles is None else styles
    return read_style_sheet(held, numbering, read_colour_scheme(colour_scheme, settings), names)
