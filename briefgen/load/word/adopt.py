"""A user's own Word template: its styles under the names of the roles, what it lacks derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree
from msgspec.structs import replace

from briefgen.load.word.background import page_colour
from briefgen.load.word.derive import (
    NORMAL,
    OTHERWISE,
    RECIPES,
    ListKind,
    derive,
    derive_normal,
    derive_other,
    has_normal,
    heading_recipe,
)
from briefgen.load.word.heading_numbers import align_levels
from briefgen.load.word.legibility import PAGE, legible, set_property, used_styles
from briefgen.load.word.list_style import LISTED, lacks_list, set_in_font_of_text
from briefgen.load.word.sheet import OTHER_STYLES, WANTED, new_list, read_styles
from briefgen.load.word.style import StyleSheet, read_style_sheet, resolve, with_last
from briefgen.load.word.style_names import local_names
from briefgen.ooxml.build import w
from briefgen.ooxml.names import WORDML, Element, W, attribute, child, twips
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.finding import Finding, TemplateError, nearest
from briefgen.types.page_style import Closeness
from briefgen.types.role import Role

FOLLOWING = frozenset({Role.BULLET_2, Role.NUMBER_2, Role.QUOTE})
"""Styles that few templates have, and that follow from others in one way only: they are derived
without a word."""

STAND_INS = {Role.MARKING.value: Role.HEADER.value}
"""Styles that a template may lack, and what is taken in their place: only a line of its own header
would ask for them."""


def adopt(
    template: WordTemplate,
    own: Mapping[str, str] | None = None,
    closeness: Closeness = Closeness.OWN,
) -> tuple[WordTemplate, tuple[Finding, ...]]:
    """Return a template in which every style that a brief needs is there, and what was made up.

    A style is looked for under the name that `own` (a style map, by the names of roles)
    gives it, then under its English name, then under what it is called in other languages. What is
    not there is derived from what is, with one warning that names each; a template that has all is
    returned as it is.

    Raises:
        TemplateError: a style of the map that is not there.
    """
    package = template.package
    sheet = read_styles(package, {})
    names, findings = _names(sheet, own or {}, template.file)
    sheet = replace(sheet, names=names)
    missing = [
        wanted for wanted in WANTED if wanted[1] not in STAND_INS and sheet.find(*wanted) is None
    ]
    if findings:
        raise TemplateError(findings)
    styles, numbering = (_own_copy(package, word) for word in ("styles", "numbering"))
    _free_names(styles, missing)
    sheet = read_style_sheet(styles, numbering, sheet.colour_scheme, names)
    made = [*_derived(sheet, numbering, missing)]
    sheet = read_style_sheet(styles, numbering, sheet.colour_scheme, names)
    used = used_styles(package)
    moved = set_in_font_of_text(sheet, used)
    others, adjusted = legible(sheet, numbering, used, closeness, page_colour(package) or PAGE)
    adjusted = [*moved, *adjusted]
    turned = align_levels(
        read_style_sheet(styles, numbering, sheet.colour_scheme, {**names, **others}), numbering
    )
    said = [one for one in made if one[0] not in FOLLOWING]
    warnings = [*_warning(said, template.file), *_adjusted(adjusted, template.file)]
    if not missing and not warnings and not turned:
        return replace(template, styles=names), ()
    for word, root in (("styles", styles), ("numbering", numbering)):
        package = package.with_document_part(word, f"{WORDML}{word}+xml", root)
    adopted = replace(
        template,
        package=package,
        styles={**names, **others},
        derived=dict(made),
        adjusted=dict(adjusted),
    )
    return adopted, tuple(warnings)


def _own_copy(package: Package, word: str) -> Element:
    """Return styles or numbering that may be changed; empty ones where there are none."""
    root = package.document_part(word)
    return w(word) if root is None else deepcopy(root)


def _free_names(styles: Element, missing: list[tuple[str, str]]) -> None:
    """Rename styles of one kind that have the name of one of another kind which is to be added.

    A name is to be unique (17.7.4.9), and LibreOffice forgets the later; docx.js calls a paragraph
    style "Strong".
    """
    kinds = {name.lower(): kind for kind, name in missing}
    for style in styles.iterchildren(W + "style"):
        name, kind = child(style, "name"), style.get(W + "type", "paragraph")
        held = attribute(name, "val") or ""
        if name is not None and kinds.get(held.lower(), kind) != kind:
            name.set(W + "val", f"{held} ({kind})")


def _names(
    sheet: StyleSheet, own: Mapping[str, str], file: str
) -> tuple[dict[str, str], list[Finding]]:
    """Return what the template calls styles that it has under another name."""
    mapped = {name.lower(): style for name, style in own.items()}
    names: dict[str, str] = {}
    findings: list[Finding] = []
    for kind, name in WANTED:
        if (style := mapped.get(name.lower())) is not None:
            if sheet.find(kind, style) is None:
                findings.append(_unmapped(sheet, kind, name, style, file))
            names[name.lower()] = style.lower()
        elif sheet.find(kind, name) is None:
            for local in local_names(name):
                if sheet.find(kind, local) is not None:
                    names[name.lower()] = local.lower()
                    break
    for name, other in STAND_INS.items():
        if name.lower() not in names and sheet.find("paragraph", name) is None:
            names[name.lower()] = names.get(other.lower(), other.lower())
    return names, findings


def _unmapped(sheet: StyleSheet, kind: str, name: str, style: str, file: str) -> Finding:
    known = sorted(
        attribute(child(one, "name"), "val") or ""
        for one in sheet.root.iter(W + "style")
        if one.get(W + "type", "paragraph") == kind
    )
    near = nearest(style, [one.lower() for one in known])
    listed = f"there are: {', '.join(known)}"
    return Finding(
        "word-style-unmapped",
        f'has no {kind} style "{style}", which the style map names for "{name}"',
        f"did you mean {near}? {listed}" if near else listed,
        path=("word/styles.xml",),
        file=file,
    )


def _derived(
    sheet: StyleSheet, numbering: etree._Element, missing: list[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Add what is missing, and yield the name of each paragraph style with that of its source."""
    if not has_normal(sheet):
        derive_normal(sheet)
        yield NORMAL, "the defaults"
        sheet = with_last(sheet, numbering)
    order = [*RECIPES, *(role for role in Role if role not in RECIPES)]
    for role in order:
        if ("paragraph", role.value) not in missing:
            continue
        recipe = RECIPES.get(role, OTHERWISE)
        if role is Role.HEADING_1:
            recipe = heading_recipe(sheet)
        derive(role, recipe, sheet, numbering)
        yield role.value, recipe.source
        sheet = with_last(sheet, numbering)
    for role, items in LISTED.items():
        style = sheet.find("paragraph", role.value)
        if style is not None and lacks_list(style, items, sheet):
            _link_to_list(style, role, items, sheet, numbering)
            yield role.value, "its own, with a list"
    for kind, name in OTHER_STYLES:
        if (kind, name) in missing:
            derive_other(kind, name, sheet)


def _link_to_list(
    style: Element, role: Role, items: ListKind, sheet: StyleSheet, numbering: etree._Element
) -> None:
    """Give a list style a list of its kind, in which its text stands where it stood or further."""
    text = resolve(style, role, sheet, "")
    hanging = (RECIPES[role].hanging or 1.0) * text.size_pt
    left = max(text.indent_left_pt, hanging)
    number = new_list(numbering, items, left, hanging)
    set_property(style, "pPr", w("numPr", w("numId", val=number)))
    set_property(style, "pPr", w("ind", left=twips(left), hanging=twips(hanging)))


def _warning(made: list[tuple[str, str]], file: str) -> Iterator[Finding]:
    if not made:
        return
    listed = ", ".join(f"{name} from {source}" for name, source in made)
    yield Finding(
        "word-style-derived",
        f"lacks styles, which are made from others: {listed}",
        "add them in Word (Home, Styles, the arrow in the corner, New Style), or name your own in "
        "styles.yaml beside the template",
        ("word/styles.xml",),
        "warning",
        file,
    )


def _adjusted(adjusted: list[tuple[str, str]], file: str) -> Iterator[Finding]:
    if not adjusted:
        return
    alike: dict[str, list[str]] = {}
    for name, reason in adjusted:
        alike.setdefault(reason, []).append(name)
    listed = "; ".join(
        f"{', '.join(names)}{':' if len(names) > 1 else ''} {reason}"
        for reason, names in alike.items()
    )
    yield Finding(
        "word-style-adjusted",
        f"has styles that a brief is not printed in as they are: {listed}",
        "modify them in Word (Home, Styles, right click, Modify, Format), or name others in "
        "styles.yaml beside the template",
        ("word/styles.xml",),
        "warning",
        file,
    )
