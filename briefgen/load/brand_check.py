"""What a brand makes of a page, and what is wrong with its colours and fonts there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from briefgen.load.brand import ReadBrand
from briefgen.load.word.sheet import sheet_of
from briefgen.ooxml.package import WordTemplate
from briefgen.types.brand import Brand
from briefgen.types.colour import TEXT_CONTRAST, WHITE, contrast, readable
from briefgen.types.finding import Finding
from briefgen.types.page_style import PageStyle
from briefgen.types.role import Role

_AROUND = frozenset({Role.MASTHEAD, Role.MARKING, Role.HEADER, Role.FOOTER, Role.HEADING_1})
"""Roles outside the argument's own text, or of plain words, which hold no links."""

_TINT = 0.88
"""Share of white in the darkest tint that a shade is proposed for: a theme's are paler."""


def branded_page(
    page_style: PageStyle, word: WordTemplate, brand: Brand, *, is_own: bool
) -> PageStyle:
    """Return a page on the brand's paper; of a user's own template, only what it has not itself.

    That is an accent for charts and rules, where no theme gives one.
    """
    if not is_own:
        return page_style.on(brand.paper) if brand.paper else page_style
    if brand.accent and sheet_of(word).colour_scheme.colour("accent1") is None:
        return replace(page_style, accent=brand.accent)
    return page_style


def contrast_findings(brand: ReadBrand, page_style: PageStyle) -> Iterator[Finding]:
    """Yield a fault for each colour of a brand that cannot be read where the theme prints it.

    Text has a contrast of 4.5 at least with what it stands on (WCAG 2.2, 1.4.3), whatever its size.
    """
    for key in ("accent", "second"):
        colour = getattr(brand.said, key)
        if colour is None:
            continue
        pale = {
            pair: set_so
            for pair, set_so in _pairs(colour, page_style).items()
            if contrast(*pair) < TEXT_CONTRAST
        }
        if not pale:
            continue
        text, ground = min(pale, key=lambda pair: contrast(*pair))
        roles = dict.fromkeys(role for set_so in pale.values() for role in set_so)
        shade = readable(colour, _TINT)
        yield brand.finding(
            "brand-contrast",
            f"makes text of {text} on {ground}, {_ratio(contrast(text, ground))}:1 in contrast; "
            f"{TEXT_CONTRAST}:1 at least ({', '.join(roles)})",
            f'"{shade}" can be read there; it is the same hue, darker',
            (key,),
        )


def _ratio(ratio: float) -> str:
    """Write a ratio rounded down, so that one that is too small never looks large enough."""
    return f"{int(ratio * 100) / 100:g}"


def _pairs(colour: str, page_style: PageStyle) -> dict[tuple[str, str], list[str]]:
    """Return text and ground that meet where one of them is a colour, with what is set so."""
    found: dict[tuple[str, str], list[str]] = {}
    for role, style in page_style.styles.items():
        ground = style.shading or WHITE
        if colour in (style.colour, ground):
            found.setdefault((style.colour, ground), []).append(role.value)
        if style.mark_colour == colour:
            found.setdefault((colour, ground), []).append(f"marks of {role.value}")
        if page_style.link == colour and role not in _AROUND:
            found.setdefault((colour, ground), []).append("links")
    return found


def named_by_brand(warnings: Iterable[Finding], brand: ReadBrand) -> tuple[Finding, ...]:
    """Return warnings about fonts; of those that a brand names, where it does."""
    return tuple(_placed(one, brand) for one in warnings)


def _placed(warning: Finding, brand: ReadBrand) -> Finding:
    for key in ("headings", "body"):
        family = getattr(brand.said.fonts, key)
        if family and warning.code == "font-substituted" and f'"{family}"' in warning.message:
            way = ("fonts", key)
            return dataclasses.replace(
                warning,
                hint="put its .ttf files into a folder beside this file, named by fonts.folder, or "
                "choose Arial, Calibri, Cambria or Times New Roman",
                path=way,
                file=brand.places.file,
                line=brand.places.line(way),
            )
    return warning
