"""Lines of an exact height where a font is not at hand, so that none that stands in moves pages.

A word processor without the font takes another, whose automatic lines may be a sixth higher. In the
copy that a brief is made of, roles in such fonts have lines as high as the font's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy

from msgspec.structs import replace

from briefgen.load.word.colour_scheme import ColourScheme
from briefgen.load.word.derive import add_style
from briefgen.load.word.legibility import set_spacing, used_styles
from briefgen.load.word.sheet import sheet_of
from briefgen.load.word.style import StyleSheet, read_style_sheet
from briefgen.ooxml.names import WORDML, Element, W, attribute, child
from briefgen.ooxml.package import WordTemplate
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.role import Role

_OF_PICTURES = frozenset({Role.PICTURE, Role.HEADER, Role.FOOTER, Role.MASTHEAD, Role.MARKING})
"""Roles that hold a picture in their line, which exact lines would cut, or may hold one."""

TWIPS = 20


def with_exact_lines(
    template: WordTemplate, page_style: PageStyle, guessed: Collection[str]
) -> tuple[WordTemplate, PageStyle]:
    """Return a template and its styles with exact lines in fonts that are `guessed`.

    A style that the template's own text has, or that other styles are based on, stays as it is;
    one based on it stands for the role.
    """
    wanted = {
        role: style
        for role, style in page_style.styles.items()
        if style.lines and style.family.lower() in guessed and role not in _OF_PICTURES
    }
    if not wanted:
        return template, page_style
    package = template.package
    root = deepcopy(sheet_of(template).root)
    names = dict(template.styles)
    sheet = read_style_sheet(root, None, ColourScheme(), names)
    kept = used_styles(package) | _bases(root, sheet, wanted)
    for role, style in wanted.items():
        sheet = read_style_sheet(root, None, sheet.colour_scheme, names)
        found = sheet.find("paragraph", role.value)
        assert found is not None
        if found.get(W + "styleId", "") in kept:
            own = f"{role.value} in Brief"
            add_style(root, "paragraph", own, found.get(W + "styleId"))
            found = root[-1]
            names[role.value.lower()] = own.lower()
        set_spacing(found, {"line": _twips(style), "lineRule": "exact"})
    package = package.with_document_part("styles", f"{WORDML}styles+xml", root)
    styles = {**page_style.styles, **{role: _exact(style) for role, style in wanted.items()}}
    return replace(template, package=package, styles=names), replace(page_style, styles=styles)


def _bases(root: Element, sheet: StyleSheet, wanted: Iterable[Role]) -> frozenset[str]:
    """Return the ids of the styles that others are based on than those of these roles."""
    own = [sheet.find("paragraph", role.value) for role in wanted]
    based = (
        attribute(child(one, "basedOn"), "val")
        for one in root.iter(W + "style")
        if not any(one is each for each in own)
    )
    return frozenset(one for one in based if one)


def _twips(style: TextStyle) -> int:
    return round(style.leading_pt * TWIPS)


def _exact(style: TextStyle) -> TextStyle:
    return replace(style, leading_pt=_twips(style) / TWIPS, lines=0.0, least_pt=0.0)
