"""Styles that a template lacks, made from those that it has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.word.colour_scheme import colour_of
from briefgen.load.word.sheet import new_list
from briefgen.load.word.style import StyleSheet, list_of, resolve
from briefgen.ooxml.build import Value, w
from briefgen.ooxml.names import W, attribute, child, is_default, twips
from briefgen.types.page_style import TextStyle
from briefgen.types.role import Role

NORMAL = "Normal"

ListKind = Literal["bullet", "bullet 2", "number", "number 2", "event"]


class Recipe(Struct, frozen=True):
    """How a style is made: from which, its size as a share of that one's, and what it changes.

    Space is in sizes of the text, and so are indents: `hanging` of items, from where the text of
    the source begins if it is `within` that, and `indent` of both sides. `level` is the outline
    level, 9 for none. `major` asks for the theme's font of headings, and `accent` for its first
    accent colour, darkened as Word does: both only of a theme that a template shows or somebody
    chose. One that is `listed` stands in the list of its source. `sized_by` names another style
    that sizes are shares of.
    """

    source: str
    share: float = 1.0
    before: float | None = None
    after: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    keep_next: bool | None = None
    keep_lines: bool = True
    hanging: float | None = None
    within: bool = False
    indent: float | None = None
    level: int | None = None
    items: ListKind | None = None
    listed: bool = False
    major: bool = False
    accent: bool = False
    sized_by: str | None = None


_BODY, _HEADING = Role.BODY.value, Role.HEADING_1.value
_SMALL = 0.85

RECIPES = {
    Role.HEADING_1: Recipe(NORMAL, 1.3, before=0.9, after=0.3, bold=True, keep_next=True, level=0,
                           major=True, accent=True),
    Role.BODY: Recipe(NORMAL, after=0.5, keep_lines=False),
    Role.HEADING_2: Recipe(_HEADING, 0.85, keep_next=True, level=1),
    Role.TITLE: Recipe(_HEADING, 1.5, before=0, after=0.3, keep_next=True, level=9),
    Role.TITLE_LONG: Recipe(Role.TITLE.value, keep_next=True, level=9),
    Role.SUBTITLE: Recipe(_BODY, 1.15, after=0.3, keep_next=True),
    Role.BYLINE: Recipe(_BODY, 0.9, after=0.7),
    Role.BOTTOM_LINE: Recipe(_BODY, before=0.4, after=0.7, bold=True),
    Role.BULLET: Recipe(_BODY, after=0.25, hanging=1.1, keep_lines=False, items="bullet"),
    Role.NUMBER: Recipe(_BODY, after=0.25, hanging=1.6, keep_lines=False, items="number"),
    Role.BULLET_2: Recipe(Role.BULLET.value, hanging=1.1, within=True, keep_lines=False,
                          items="bullet 2"),
    Role.NUMBER_2: Recipe(Role.NUMBER.value, hanging=1.6, within=True, keep_lines=False,
                          items="number 2"),
    Role.ACTION: Recipe(Role.NUMBER.value, keep_lines=False, listed=True),
    Role.ACTION_TERMS: Recipe(_BODY, _SMALL, before=0, after=0.4, keep_next=False),
    Role.IN_BRIEF_HEADING: Recipe(_BODY, 1.1, before=0.3, after=0.2, bold=True, keep_next=True,
                                  level=0),
    Role.IN_BRIEF: Recipe(_BODY, 1.05, after=0.25, hanging=1.6, items="number"),
    Role.QUOTE: Recipe(_BODY, after=0.4, indent=1.6, keep_lines=False),
    Role.CALLOUT: Recipe(_BODY, before=0.4, after=0.5, indent=1.0),
    Role.PULL_QUOTE: Recipe(_BODY, 1.35, before=0.6, after=0.1, italic=True, keep_next=True,
                            indent=1.0, accent=True),
    Role.PULL_QUOTE_SOURCE: Recipe(_BODY, _SMALL, before=0, after=0.8, indent=1.2),
    Role.SIDE_HEADING: Recipe(_HEADING, 0.85, keep_next=True, level=0),
    Role.SIDE_TEXT: Recipe(_BODY, 0.9, before=0, after=0.4),
    Role.KEY_FIGURE: Recipe(_HEADING, 1.25, before=0.25, after=0, keep_next=True, level=9),
    Role.LEAD_FIGURE: Recipe(Role.KEY_FIGURE.value, keep_next=True, level=9),
    Role.LEAD_LABEL: Recipe(_BODY, 1.15, before=0, after=0, bold=True),
    Role.KEY_FIGURE_LABEL: Recipe(_BODY, _SMALL, before=0, after=0.4),
    Role.STAT_FIGURE: Recipe(Role.KEY_FIGURE.value, 2.2, before=0, after=0, bold=True,
                             keep_next=True, level=9, sized_by=_BODY),
    Role.STAT_LABEL: Recipe(Role.KEY_FIGURE_LABEL.value, before=0, after=0),
    Role.STAT_DATE: Recipe(Role.STAT_LABEL.value, before=0, after=1.0),
    Role.EVENT: Recipe(_BODY, _SMALL, before=0, after=0.3, hanging=1.1, items="event"),
    Role.CAPTION: Recipe(_BODY, _SMALL, before=0.8, after=0.4, keep_next=True),
    Role.CHART_TITLE: Recipe(_BODY, 1.1, before=0.8, after=0, bold=True, keep_next=True),
    Role.TABLE_TEXT: Recipe(_BODY, _SMALL, before=0, after=0),
    Role.TABLE_HEADER: Recipe(Role.TABLE_TEXT.value, bold=True),
    Role.TABLE_DATE: Recipe(Role.TABLE_HEADER.value),
    Role.TABLE_CLAIM: Recipe(Role.TABLE_TEXT.value),
    Role.SOURCE: Recipe(_BODY, _SMALL, after=0.2, hanging=2.2),
    Role.HEADER: Recipe(_BODY, 0.8, before=0, after=0),
    Role.FOOTER: Recipe(_BODY, 0.8, before=0, after=0),
    Role.FOOT: Recipe(_BODY, 0.8, before=0.5, after=0.2),
    Role.MASTHEAD: Recipe(Role.HEADER.value, bold=True),
}  # fmt: skip
"""Recipes in such an order that what a style is made from comes before it. The first heading is
about what Word's latent style is (based on Normal, larger, in the theme's heading font and
accent), which a file holds only once it was used."""

OTHERWISE = Recipe(_BODY, _SMALL, after=0.2)
"""How a style is made for which there is no recipe of its own."""

_RAGGED = frozenset(RECIPES) - {
    Role.BODY, Role.BOTTOM_LINE, Role.BULLET, Role.NUMBER, Role.BULLET_2, Role.NUMBER_2, Role.QUOTE,
}  # fmt: skip
"""Roles made here that are never justified, nor a figure centred over a label that is not."""

_UNDER_TITLE = (Role.SUBTITLE, Role.BYLINE)

_NARROW = frozenset({
    Role.SIDE_HEADING, Role.SIDE_TEXT, Role.KEY_FIGURE, Role.KEY_FIGURE_LABEL, Role.STAT_FIGURE,
    Role.STAT_LABEL, Role.STAT_DATE, Role.EVENT, Role.TABLE_TEXT,
})  # fmt: skip
"""Roles of narrow columns and cells, which have no room for the indents of running text."""

_STORED = {
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "Caption": "caption",
    "Header": "header",
    "Footer": "footer",
    "TOC 1": "toc 1",
    "TOC 2": "toc 2",
    **{
        name: name
        for name in ("Normal", "Title", "Subtitle", "Body Text", "List Bullet", "List Number",
                     "List Bullet 2", "List Number 2", "Quote", "Strong", "Emphasis", "Hyperlink")
    },
}  # fmt: skip
"""How Word stores the names of styles that it knows itself."""


def derive(role: Role, recipe: Recipe, sheet: StyleSheet, numbering: etree._Element) -> None:
    """Add the style of a role to a style sheet's tree, and its list to the numbering part."""
    base = _base(recipe.source, sheet)
    assert base is not None
    family = sheet.colour_scheme.font("minor") or ""
    made_of = resolve(base, role, sheet, family)
    sized_by = made_of if recipe.sized_by is None else _resolved(recipe.sized_by, role, sheet)
    size_pt = max(7.0, round(sized_by.size_pt * recipe.share * 2) / 2)
    after = _below_pt(role, made_of, sheet, size_pt) / size_pt or recipe.after
    around = replace(recipe, after=after)
    inner = [*_spacing(around, made_of.leading_pt, made_of.size_pt, size_pt, made_of.lines)]
    is_listed = list_of(base, sheet) is not None
    begins_pt = made_of.indent_left_pt if recipe.within or _goes_with(role, is_listed) else 0.0
    left_pt = begins_pt + (recipe.hanging or 0) * size_pt
    flush = {"right": 0} if role in _NARROW and made_of.indent_right_pt else {}
    if recipe.hanging is not None:
        hanging = twips(recipe.hanging * size_pt)
        inner.append(w("ind", left=twips(left_pt), **flush, hanging=hanging))
    elif role in _NARROW and not is_listed and (flush or made_of.indent_left_pt):
        inner.append(w("ind", left=0, **flush, firstLine=0))
    elif recipe.indent is None and _is_indented(role, made_of) and not is_listed:
        inner.append(w("ind", firstLine=0))  # that of a list goes with it, below
    elif recipe.indent is not None:
        sides = {
            side: twips(own + recipe.indent * size_pt)
            for side, own in (("left", made_of.indent_left_pt), ("right", made_of.indent_right_pt))
        }
        inner.append(w("ind", **sides))
    inner += _aligned(role, made_of, sheet)
    if recipe.level is not None:
        inner.append(w("outlineLvl", val=recipe.level))
    first: list[etree._Element] = []
    if recipe.keep_next is not None:
        first.append(w("keepNext", val=int(recipe.keep_next)))
    if recipe.keep_lines:
        first.append(w("keepLines"))
    name = role.value
    if recipe.items is not None:
        number = new_list(numbering, recipe.items, left_pt, (recipe.hanging or 0) * size_pt)
        first.append(w("numPr", w("numId", val=number)))
    elif is_listed and not recipe.listed:
        first.append(w("numPr", w("numId", val=0)))
        if recipe.hanging is None and recipe.indent is None:
            spaced = sum(one.tag == W + "spacing" for one in inner)
            inner.insert(spaced, w("ind", left=0, firstLine=0))  # the number's, which is gone
    first += _unframed(role, made_of)
    is_of_theme = made_of.family == family
    is_major = recipe.major and is_of_theme and sheet.colour_scheme.chosen_heading_font
    text = _fonts("major") if is_major else []
    text += [w(mark, val=int(on)) for on, marks in ((recipe.bold, ("b", "bCs")),
             (recipe.italic, ("i", "iCs"))) if on is not None for mark in marks]  # fmt: skip
    if recipe.accent:
        text += _accent(sheet)
    text += [w("sz", val=round(size_pt * 2)), w("szCs", val=round(size_pt * 2))]
    add_style(
        sheet.root,
        "paragraph",
        name,
        base.get(W + "styleId"),
        w("pPr", *first, *inner),
        w("rPr", *text),
    )


def _below_pt(role: Role, made_of: TextStyle, sheet: StyleSheet, size_pt: float) -> float:
    """Return the space below a heading of the side column that only its text had above it."""
    if role is not Role.SIDE_HEADING or made_of.space_after_pt or _base("Body Text", sheet) is None:
        return 0.0
    return min(0.35 * size_pt, _resolved("Body Text", Role.BODY, sheet).space_before_pt)


def _resolved(name: str, role: Role, sheet: StyleSheet) -> TextStyle:
    style = _base(name, sheet)
    assert style is not None
    return resolve(style, role, sheet, sheet.colour_scheme.font("minor") or "")


def _goes_with(role: Role, is_listed: bool) -> bool:
    """Whether items of a role stand where an indented text stands that they are among."""
    return role in (Role.BULLET, Role.NUMBER) and not is_listed


def _is_indented(role: Role, made_of: TextStyle) -> bool:
    """Whether the first line of a role would be indented as that of running text is."""
    return bool(made_of.first_line_pt) and role is not Role.BODY


def _unframed(role: Role, made_of: TextStyle) -> Iterator[etree._Element]:
    """Yield what takes rules and bands off a role of the side column.

    LibreOffice draws no rules of paragraphs in a text frame, and a figure on a band is none that
    the PDF has.
    """
    sides = ("top", "left", "bottom", "right")
    ruled = any(getattr(made_of, f"border_{side}") is not None for side in sides)
    if role in _NARROW - {Role.TABLE_TEXT} and ruled:
        yield w("pBdr", *(w(side, val="nil") for side in sides))
    if role in (Role.KEY_FIGURE, Role.STAT_FIGURE) and made_of.shading:
        yield w("shd", val="clear", color="auto", fill="auto")


def _aligned(role: Role, made_of: TextStyle, sheet: StyleSheet) -> list[etree._Element]:
    """Return the alignment of a role where its source's would not do.

    In narrow columns justified words stand far apart, and a figure stands over its label, a heading
    over its list. What stands under a title that is centred or at the right goes with it.
    """
    title = sheet.find("paragraph", Role.TITLE.value) if role in _UNDER_TITLE else None
    if title is not None:
        align = resolve(title, Role.TITLE, sheet, "").align
        if align in ("center", "right"):
            return [w("jc", val=align)]
    centred = role in (Role.KEY_FIGURE, Role.SIDE_HEADING) and made_of.align != "left"
    if role in _RAGGED and (centred or made_of.align == "justify"):
        return [w("jc", val="left")]
    return []


def heading_recipe(sheet: StyleSheet) -> Recipe:
    """Return how the first heading is made: from another heading of the template's if there is one.

    That is a style at the first level of the outline under a name of its own, or the highest of
    the headings below the first. Else it is made from the default style.
    """
    latent = RECIPES[Role.HEADING_1]
    for style in sheet.root.iter(W + "style"):
        level = attribute(child(style, "pPr", "outlineLvl"), "val")
        name = attribute(child(style, "name"), "val") or ""
        titles = {Role.TITLE.value.lower(), Role.SIDE_HEADING.value.lower()}
        titles = {sheet.names.get(one, one) for one in titles}
        if level == "0" and name and name.lower() not in titles:
            return Recipe(name, keep_next=True, level=0)
    for name in (Role.HEADING_2.value, "Heading 3"):
        if sheet.find("paragraph", name) is not None:
            return replace(latent, source=name, share=1.15, bold=None, major=False, accent=False)
    return latent


def derive_normal(sheet: StyleSheet) -> None:
    """Add the style of paragraphs that name none, which then says nothing beside the defaults."""
    add_style(sheet.root, "paragraph", NORMAL, None)
    sheet.root[-1].set(W + "default", "1")


def _fonts(kind: str) -> list[etree._Element]:
    theme = {
        "asciiTheme": f"{kind}HAnsi",
        "hAnsiTheme": f"{kind}HAnsi",
        "eastAsiaTheme": f"{kind}EastAsia",
        "cstheme": f"{kind}Bidi",  # in lower case (ISO/IEC 29500-1, 17.3.2.26)
    }
    return [w("rFonts", **theme)]  # fmt: skip


def _accent(sheet: StyleSheet) -> list[etree._Element]:
    if sheet.colour_scheme.chosen_accent is None:
        return []
    said = w("color", val="auto", themeColor="accent1", themeShade="BF")
    if (colour := colour_of(said, sheet.colour_scheme)) is None:
        return []
    said.set(W + "val", colour[1:].upper())
    return [said]


def _spacing(
    recipe: Recipe, leading_pt: float, old_pt: float, size_pt: float, lines: float
) -> list[etree._Element]:
    """Return the space around paragraphs, and exact lines that follow the size."""
    said: dict[str, Value] = {}
    for name, share in (("before", recipe.before), ("after", recipe.after)):
        if share is not None:
            said[name] = twips(share * size_pt)
    if not lines and size_pt != old_pt:
        said["line"], said["lineRule"] = twips(leading_pt * size_pt / old_pt), "exact"
    return [w("spacing", **said)] if said else []


def derive_other(kind: str, name: str, sheet: StyleSheet) -> None:
    """Add a character or table style that the Word writer needs."""
    if kind == "table":
        line: dict[str, Value] = {"val": "single", "sz": 4, "space": 0, "color": "BFBFBF"}
        sides = (("top", 50), ("left", 80), ("bottom", 50), ("right", 80))
        cells = w("tblCellMar", *(w(side, w=at, type="dxa") for side, at in sides))
        borders = w("tblBorders", w("bottom", **line), w("insideH", **line))
        add_style(sheet.root, kind, name, _default(sheet, kind), w("tblPr", borders, cells))
        return
    properties = {
        "Strong": ("b", "bCs"),
        "Emphasis": ("i", "iCs"),
        "Hyperlink": (),
        "Note Mark": (),
    }[name]
    said = [w(one) for one in properties]
    if name == "Hyperlink":
        said += [w("color", val="0563C1", themeColor="hyperlink"), w("u", val="single")]
    elif name == "Note Mark":
        said.append(w("vertAlign", val="superscript"))
    add_style(sheet.root, kind, name, _default(sheet, kind), w("rPr", *said))


def _base(name: str, sheet: StyleSheet) -> etree._Element | None:
    if name != NORMAL:
        return sheet.find("paragraph", name)
    return next(
        (
            style
            for style in sheet.root.iter(W + "style")
            if is_default(style) and style.get(W + "type", "paragraph") == "paragraph"
        ),
        sheet.find("paragraph", NORMAL),
    )


def has_normal(sheet: StyleSheet) -> bool:
    """Whether there is a style that paragraphs have which name none."""
    return _base(NORMAL, sheet) is not None


def _default(sheet: StyleSheet, kind: str) -> str | None:
    return next(
        (
            style.get(W + "styleId")
            for style in sheet.root.iter(W + "style")
            if is_default(style) and style.get(W + "type") == kind
        ),
        None,
    )


def add_style(
    root: etree._Element,
    kind: str,
    name: str,
    base: str | None,
    *properties: etree._Element,
) -> None:
    """Add a style of a name that is free, under an id that is free."""
    taken = {style.get(W + "styleId", "").lower() for style in root.iter(W + "style")}
    wanted = name.replace(" ", "")
    free = next(
        made
        for number in range(len(taken) + 1)
        if (made := wanted + (str(number) if number else "")).lower() not in taken
    )
    style = w("style", w("name", val=_STORED.get(name, name)), type=kind, styleId=free)
    if name not in _STORED:
        style.set(W + "customStyle", "1")
    if base is not None:
        style.append(w("basedOn", val=base))
    style.append(w("uiPriority", val=40))
    style.append(w("qFormat"))
    style.extend([one for one in properties if len(one)])
    root.append(style)
