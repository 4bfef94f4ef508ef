"""Resolve the theme: what a Word template says of type, colour, spacing and page, as flat data."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from briefgen.load.word.background import page_colour
from briefgen.load.word.colour_scheme import colour_of
from briefgen.load.word.sheet import OTHER_STYLES, sheet_of
from briefgen.load.word.style import StyleSheet, chain, list_of, resolve
from briefgen.ooxml.names import W, attribute, child, points
from briefgen.ooxml.package import MAIN_PART, WordTemplate
from briefgen.types.colour import TEXT_CONTRAST, WHITE, contrast, readable
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.page_style import EVENT_DATE, PageStyle, TextStyle
from briefgen.types.role import Role

SPARED: frozenset[Role] = frozenset()
"""Roles that a template may lack."""

_SEEN_CONTRAST = 3.0
"""Least contrast of dots and lines with the page (WCAG 2.2, 1.4.11)."""

LEAST_PT, MOST_PT = 7.2, 1584.0
"""Sides of a page in Word: a tenth of an inch, and 22 inches."""

_FALLBACK_FAMILY = "Times New Roman"
"""What Word sets text in where neither defaults nor styles name a font."""


def read_page_style(template: WordTemplate) -> PageStyle:
    """Return the theme of a Word template.

    Raises:
        TemplateError: styles that are missing, list styles without a list, a page that is too
            small or too large; all of them at once.
    """
    sheet = sheet_of(template)
    document = template.package.root(template.package.main)
    findings = [*_missing(sheet, template.file), *_unlisted(sheet, template.file)]
    section = document.find(f"{W}body/{W}sectPr")
    findings += _unprintable(section, template.file)
    if findings:
        raise TemplateError(findings)
    return replace(_look(template.name, sheet, section), page_colour=page_colour(template.package))


def _unprintable(section: etree._Element | None, file: str) -> list[Finding]:
    """Return a finding if the page is smaller or larger than Word can print."""
    size = child(section, "pgSz")
    sides_pt = [points(attribute(size, name)) for name in ("w", "h") if size is not None]
    if all(side is not None and LEAST_PT <= side <= MOST_PT for side in sides_pt):
        return []
    reported = " by ".join("nothing" if side is None else f"{side:g} pt" for side in sides_pt)
    message = f"has a page of {reported}; {LEAST_PT:g} to {MOST_PT:g} pt are possible"
    hint = "set the size of the paper under Layout in Word, and save it again"
    return [Finding("word-page-size", message, hint, path=(MAIN_PART,), file=file)]


def _missing(sheet: StyleSheet, file: str) -> list[Finding]:
    wanted = [("paragraph", role.value) for role in Role if role not in SPARED]
    return [
        Finding(
            "word-style-missing",
            f'has no {kind} style "{name}"',
            "copy the style from the built-in template (Organizer in Word), or make one of "
            "this name",
            path=("word/styles.xml",),
            file=file,
        )
        for kind, name in (*wanted, *OTHER_STYLES)
        if sheet.find(kind, name) is None
    ]


def _unlisted(sheet: StyleSheet, file: str) -> list[Finding]:
    """Return the list styles whose items would have neither bullet nor number."""
    return [
        Finding(
            "word-style-without-list",
            f'the style "{role}" is linked to no list',
            "link it in Word under Define New Multilevel List, More, Link level to style",
            path=("word/numbering.xml",),
            file=file,
        )
        for role in (Role.BULLET, Role.NUMBER)
        if (style := sheet.find("paragraph", role.value)) is not None
        and list_of(style, sheet) is None
    ]


def _accent(heading: TextStyle) -> str:
    """Return the colour of headings: that of their band, where their words are pale on it."""
    pale = contrast(heading.colour, WHITE) < TEXT_CONTRAST
    return heading.shading if heading.shading and pale else heading.colour


def _look(name: str, sheet: StyleSheet, section: etree._Element | None) -> PageStyle:
    size, margins = child(section, "pgSz"), child(section, "pgMar")

    def measure(element: etree._Element | None, key: str) -> float:
        return abs(points(attribute(element, key)) or 0.0)

    family = sheet.colour_scheme.font("minor") or _FALLBACK_FAMILY
    styles = {}
    for role in Role:
        style = sheet.find("paragraph", role.value)
        assert style is not None
        styles[role] = resolve(style, role, sheet, family)
    accent = sheet.colour_scheme.chosen_accent or _accent(styles[Role.HEADING_1])
    accent = readable(accent, least=_SEEN_CONTRAST)
    return PageStyle(
        name=name,
        page_width_pt=measure(size, "w"),
        page_height_pt=measure(size, "h"),
        margin_top_pt=measure(margins, "top"),
        margin_right_pt=measure(margins, "right"),
        margin_bottom_pt=measure(margins, "bottom"),
        margin_left_pt=measure(margins, "left") + measure(margins, "gutter"),
        header_distance_pt=measure(margins, "header"),
        footer_distance_pt=measure(margins, "footer"),
        accent=accent,
        link=_colour_of_style("Hyperlink", sheet) or accent,
        styles=styles,
        strong=_colour_of_style("Strong", sheet),
        emphasis=_colour_of_style("Emphasis", sheet),
        event_date=_colour_of_style(EVENT_DATE, sheet),
    )


def _colour_of_style(name: str, sheet: StyleSheet) -> str | None:
    """Return the colour that a character style gives text, if it gives one."""
    style = sheet.find("character", name)
    colour = None
    for one in chain(style, sheet) if style is not None else ():
        colour = colour_of(child(one, "rPr", "color"), sheet.colour_scheme) or colour
    return colour
