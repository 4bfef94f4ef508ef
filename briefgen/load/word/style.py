"""Styles of a Word template, resolved: defaults, then each style from the base to the one asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.colour_scheme import HIGHLIGHTS, ColourScheme, colour_of
from briefgen.load.word.list_level import Lists, level_of, read_lists
from briefgen.ooxml.names import W, attribute, child, is_on, points
from briefgen.types.page_style import Border, ListMark, TextStyle
from briefgen.types.role import Role

AUTOMATIC_LEADING = 1.22
"""Height of a line as a share of the size, where spacing is automatic and no face is known yet:
Calibri's own, 2,500 of 2,048 units. See `leading` for what the face says."""

_TOGGLES = frozenset(("keepNext", "keepLines", "contextualSpacing", "b", "i", "caps", "smallCaps"))
_SIDES = ("top", "left", "bottom", "right")
_ALIGN: Mapping[str, Literal["left", "right", "center", "justify"]] = {
    "right": "right",
    "end": "right",
    "center": "center",
    "both": "justify",
    "distribute": "justify",
}


class StyleSheet(Struct, frozen=True):
    """The styles, lists and theme of a template, ready to be resolved."""

    root: etree._Element
    styles: Mapping[tuple[str, str], etree._Element]
    ids: Mapping[str, etree._Element]
    lists: Lists
    colour_scheme: ColourScheme
    names: Mapping[str, str]

    def find(self, kind: str, name: str) -> etree._Element | None:
        """Return the style of a kind by its name, or what the template has for it.

        Capitals do not matter.
        """
        return self.styles.get((kind, self.names.get(name.lower(), name.lower())))


def read_style_sheet(
    styles: etree._Element,
    numbering: etree._Element | None,
    colour_scheme: ColourScheme,
    own: Mapping[str, str] | None = None,
) -> StyleSheet:
    """Index the styles of a template by kind and name, by id, and its list levels by number.

    `own` says what the template calls a style, both names in lower case.
    """
    by_name: dict[tuple[str, str], etree._Element] = {}
    by_id: dict[str, etree._Element] = {}
    for style in styles.iter(W + "style"):
        names = [attribute(child(style, "name"), "val") or ""]
        names += (attribute(child(style, "aliases"), "val") or "").split(",")
        for name in names:
            by_name.setdefault((style.get(W + "type", "paragraph"), name.strip().lower()), style)
        by_id.setdefault(style.get(W + "styleId", ""), style)
    return StyleSheet(styles, by_name, by_id, read_lists(numbering), colour_scheme, own or {})


def with_last(sheet: StyleSheet, numbering: etree._Element | None) -> StyleSheet:
    """Return a sheet to whose tree a style was added at the end, and perhaps a list."""
    style = sheet.root[-1]
    name = (attribute(child(style, "name"), "val") or "").lower()
    return replace(
        sheet,
        styles={(style.get(W + "type", "paragraph"), name): style, **sheet.styles},
        ids={style.get(W + "styleId", ""): style, **sheet.ids},
        lists=read_lists(numbering),
    )


def chain(style: etree._Element, sheet: StyleSheet) -> list[etree._Element]:
    """Return a style and what it is based on, the base first. A circle ends where it closes."""
    found: list[etree._Element] = []
    at: etree._Element | None = style
    while at is not None and at not in found:
        found.append(at)
        at = sheet.ids.get(attribute(child(at, "basedOn"), "val") or "")
    return found[::-1]


def list_of(style: etree._Element, sheet: StyleSheet) -> str | None:
    """Return the number of the list that a style is linked to, its own or an inherited one."""
    number = None
    for one in chain(style, sheet):
        number = attribute(child(one, "pPr", "numPr", "numId"), "val") or number
    return number if number in sheet.lists else None


def _by_name(properties: etree._Element) -> dict[str, etree._Element]:
    """Return what properties hold by local name, the first of each."""
    return {
        one.tag.removeprefix(W): one for one in reversed(properties) if isinstance(one.tag, str)
    }


class _Properties:
    """What has been said so far; what is said later goes before."""

    def __init__(self, colour_scheme: ColourScheme) -> None:
        self.colour_scheme = colour_scheme
        self.on: dict[str, bool] = {}
        self.family: str | None = None
        self.size_pt = 10.0  # 17.3.2.38
        self.colour: str | None = None
        self.mark_colour: str | None = None
        self.mark: ListMark | None = None
        self.number: str | None = None
        self.tracking_pt = 0.0
        self.spacing: dict[str, str] = {}
        self.indent: dict[str, float] = {}
        self.own_indent: dict[str, float] = {}
        """The indent without that of a list, which goes with the list."""
        self.align: Literal["left", "right", "center", "justify"] = "left"
        self.shading: str | None = None
        self.highlight: str | None = None
        self.borders: dict[str, Border | None] = {}

    def paragraph(
        self, properties: etree._Element | None, lists: Lists, style: str | None = None
    ) -> None:
        """Take in paragraph properties; a list's indent goes before the inherited one only.

        `style` is the id of the style that has them.
        """
        if properties is None:
            return
        by_name = _by_name(properties)
        self._toggles(by_name)
        if (spacing := by_name.get("spacing")) is not None:
            for key, value in spacing.items():
                self.spacing[etree.QName(key).localname] = str(value)
        if (numbered := by_name.get("numPr")) is not None:
            self.number = attribute(child(numbered, "numId"), "val") or self.number
            at = attribute(child(numbered, "ilvl"), "val")
            level = level_of(lists, self.number or "", at, style)
            self.indent = {**self.own_indent, **_indents(level.indent)}
            self.mark_colour = colour_of(level.colour, self.colour_scheme)
            self.mark = level.mark
        own = _indents(by_name.get("ind"))
        self.indent |= own
        self.own_indent |= own
        if (align := attribute(by_name.get("jc"), "val")) is not None:
            self.align = _ALIGN.get(align, "left")
        if (shading := by_name.get("shd")) is not None:
            self.shading = self._fill(shading)
        if (borders := by_name.get("pBdr")) is not None:
            self._borders(borders)

    def run(self, properties: etree._Element | None) -> None:
        """Take in run properties."""
        if properties is None:
            return
        by_name = _by_name(properties)
        self._toggles(by_name)
        fonts = by_name.get("rFonts")
        theme_font = attribute(fonts, "asciiTheme")
        family = self.colour_scheme.font(theme_font) if theme_font else attribute(fonts, "ascii")
        self.family = family or self.family
        size = points(attribute(by_name.get("sz"), "val"), 2)
        self.size_pt = size or self.size_pt
        if (colour := by_name.get("color")) is not None:
            self.colour = colour_of(colour, self.colour_scheme)
        if (line := attribute(by_name.get("u"), "val")) is not None:
            self.on["u"] = line != "none"
        self.highlight = self._behind(by_name)
        tracking = points(attribute(by_name.get("spacing"), "val"))
        self.tracking_pt = self.tracking_pt if tracking is None else tracking

    def _toggles(self, by_name: Mapping[str, etree._Element]) -> None:
        for name in _TOGGLES & by_name.keys():
            self.on[name] = is_on(by_name[name])

    def _behind(self, by_name: Mapping[str, etree._Element]) -> str | None:
        """Return the colour behind words; white is that of the page, as web pages paste it."""
        found = self.highlight
        if (shading := by_name.get("shd")) is not None:
            found = self._fill(shading)
        if (marked := attribute(by_name.get("highlight"), "val")) is not None:
            found = HIGHLIGHTS.get(marked)
        return None if found == "#ffffff" else found

    def _fill(self, shading: etree._Element) -> str | None:
        pattern = attribute(shading, "val")
        if pattern == "nil":
            return None
        if pattern == "solid":
            return colour_of(shading, self.colour_scheme, "color")
        return colour_of(shading, self.colour_scheme, "fill", "themeFill")

    def _borders(self, borders: etree._Element) -> None:
        for side in _SIDES:
            border = child(borders, side)
            if border is None and side in ("left", "right"):
                border = child(borders, {"left": "start", "right": "end"}[side])
            if border is None:
                continue
            self.borders[side] = border_of(border, self.colour_scheme, 0.0)

    def leading(self) -> tuple[float, float, float]:
        """Return the distance of two base lines, in lines of the face's own, and the least one.

        The distance is what it is where it is exact, and else what Calibri would make it.
        """
        line = self.spacing.get("line", "240")
        rule = self.spacing.get("lineRule", "auto")
        if rule == "exact" and (exact := points(line)):
            return exact, 0.0, 0.0
        if rule == "atLeast":
            least = points(line) or 0.0
            return max(least, AUTOMATIC_LEADING * self.size_pt), 1.0, least
        lines = 1.0 if rule == "exact" else points(line, 240) or 1.0
        return AUTOMATIC_LEADING * self.size_pt * lines, lines, 0.0


def border_of(
    border: etree._Element | None, colour_scheme: ColourScheme, usual_pt: float
) -> Border | None:
    """Return a rule as it is given, `usual_pt` wide where no width is; None for none.

    The width is that of each line, in eighths of a point (ECMA-376, 17.18.2): two and the gap
    between make a double rule three times as wide.
    """
    if border is None or (kind := attribute(border, "val")) in (None, "nil", "none"):
        return None
    width = points(attribute(border, "sz"), 8) or usual_pt
    lines = _lines_pt(kind or "", width)
    return Border(
        sum(lines) or width,
        colour_of(border, colour_scheme, "color") or "#000000",
        points(attribute(border, "space"), 1) or 0.0,
        lines,
        _DASHES_PT.get(kind or "", ()),
    )


_FINE_PT, _FIRM_PT = 0.75, 1.5
_DASHES_PT = {
    "dotted": (0.5, 1.0),
    "dashed": (8.0, 2.5),
    "dashSmallGap": (3.0, 1.0),
    "dotDash": (8.0, 2.5, 2.5, 2.5),
    "dotDotDash": (8.0, 2.5, 2.5, 2.5, 2.5, 2.5),
}
"""Lengths of line and gap, whatever the width, as LibreOffice draws them."""


def _lines_pt(kind: str, width: float) -> tuple[float, ...]:
    """Return the widths of lines and gaps of a rule of several lines, from the text outwards."""
    if kind in ("double", "triple"):
        return (width, width, width)
    compound = {
        "SmallGap": (_FINE_PT, _FINE_PT, width),
        "MediumGap": (width / 2, width / 2, width),
        "LargeGap": (_FINE_PT, width, _FIRM_PT),
    }
    for gap, lines in compound.items():
        if kind == f"thinThick{gap}":
            return lines
        if kind == f"thickThin{gap}":
            return lines[::-1]
        if kind == f"thinThickThin{gap}":
            return (*lines, *lines[-2::-1])
    return ()


def _indents(indent: etree._Element | None) -> dict[str, float]:
    """Return what an element says of indents; a hanging first line is below 0."""
    found: dict[str, float] = {}
    for name, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        if (value := points(attribute(indent, *names))) is not None:
            found[name] = value
    hanging, first = points(attribute(indent, "hanging")), points(attribute(indent, "firstLine"))
    if hanging is not None:
        found["first"] = -hanging
    elif first is not None:
        found["first"] = first
    return found


Direct = tuple[etree._Element | None, Iterable[etree._Element | None]]  # noqa: SLF001
"""Properties of one paragraph, and of a run in it with its character style."""


def resolve(
    style: etree._Element,
    role: Role,
    sheet: StyleSheet,
    family: str,
    direct: Direct = (None, ()),
    table: Sequence[etree._Element] = (),
) -> TextStyle:
    """Return a paragraph style as flat data; `family` stands where no font is named.

    `direct` is what one paragraph and a run in it say beside the style, `table` what the style of
    a table says below it. Toggle properties of one chain of paragraph styles override one another
    (17.7.3 combines them between kinds of styles only).
    """
    properties = _gathered(style, sheet, direct, table)
    leading, lines, least = properties.leading()
    on, spacing, indent = properties.on, properties.spacing, properties.indent
    borders = properties.borders
    return TextStyle(
        role=role,
        family=properties.family or family,
        size_pt=properties.size_pt,
        leading_pt=round(leading, 3),
        colour=properties.colour or "#000000",
        bold=on.get("b", False),
        italic=on.get("i", False),
        caps=on.get("caps", False),
        small_caps=on.get("smallCaps", False),
        underlined=on.get("u", False),
        tracking_pt=properties.tracking_pt,
        align=properties.align,
        space_before_pt=points(spacing.get("before")) or 0.0,
        space_after_pt=points(spacing.get("after")) or 0.0,
        contextual_spacing=on.get("contextualSpacing", False),
        indent_left_pt=indent.get("left", 0.0),
        indent_right_pt=indent.get("right", 0.0),
        first_line_pt=indent.get("first", 0.0),
        keep_with_next=on.get("keepNext", False),
        keep_lines=on.get("keepLines", False),
        shading=properties.shading,
        border_top=borders.get("top"),
        border_right=borders.get("right"),
        border_bottom=borders.get("bottom"),
        border_left=borders.get("left"),
        mark_colour=properties.mark_colour,
        mark=properties.mark,
        lines=lines,
        least_pt=least,
        highlight=properties.highlight,
    )


def _gathered(
    style: etree._Element, sheet: StyleSheet, direct: Direct, table: Sequence[etree._Element]
) -> _Properties:
    """Return the properties of a style, from the defaults of the document to what is direct."""
    properties = _Properties(sheet.colour_scheme)
    defaults = child(sheet.root, "docDefaults")
    properties.paragraph(child(defaults, "pPrDefault", "pPr"), {})
    properties.run(child(defaults, "rPrDefault", "rPr"))
    for part in table:
        properties.paragraph(child(part, "pPr"), {})
        properties.run(child(part, "rPr"))
    for one in chain(style, sheet):
        properties.paragraph(child(one, "pPr"), sheet.lists, one.get(W + "styleId"))
        properties.run(child(one, "rPr"))
    properties.paragraph(direct[0], sheet.lists)
    for run in direct[1]:
        properties.run(run)
    return properties
