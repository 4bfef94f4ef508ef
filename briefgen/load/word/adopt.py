"""A house's own Word template: its styles under the names of the roles, what it lacks derived."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from briefgen.load.fault import nearest
from briefgen.load.word.derive import OTHERWISE, RECIPES, derive, derive_other, has_normal
from briefgen.load.word.ooxml import W, attribute, child, parse
from briefgen.load.word.style import StyleSheet, read_style_sheet
from briefgen.load.word.style_names import local_names
from briefgen.load.word.theme import read_theme
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.role import Role
from briefgen.types.word_template import WordTemplate

OTHER_STYLES = (
    ("character", "Strong"),
    ("character", "Emphasis"),
    ("character", "Hyperlink"),
    ("character", "Note Mark"),
    ("character", "Key Figure Qualifier"),
    ("table", "Brief Table"),
)
"""Styles that the Word writer needs beside those of the roles."""

WANTED = (*(("paragraph", role.value) for role in Role), *OTHER_STYLES)

STAND_INS = {Role.MARKING.value: Role.HEADER.value}
"""Styles that a template may lack, and what is taken in their place: only a line of its own header
would ask for them."""

_RELATIONSHIPS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def adopt(
    template: WordTemplate, own: Mapping[str, str] | None = None
) -> tuple[WordTemplate, tuple[Finding, ...]]:
    """Return a template in which every style that a brief needs is there, and what was made up.

    A style is looked for under the name that `own` (a house's style map, by the names of roles)
    gives it, then under its English name, then under what it is called in other languages. What is
    not there is derived from what is, with one warning that names each; a template that has all is
    returned as it is.

    Raises:
        TemplateError: a style of the map that is not there, no first heading, no default style.
    """
    parts = _parts(template.data)
    related = _related(parts)
    sheet, numbering = _sheet(parts, related)
    styles = sheet.root
    names, findings = _names(sheet, own or {}, template.file)
    sheet = replace(sheet, names=names)
    missing = [
        wanted for wanted in WANTED if wanted[1] not in STAND_INS and sheet.find(*wanted) is None
    ]
    findings += _underivable(sheet, missing, template.file)
    if findings:
        raise TemplateError(findings)
    if not missing:
        return replace(template, styles=names), ()
    made = [*_derived(sheet, numbering, missing)]
    for kind, root in (("styles", styles), ("numbering", numbering)):
        _put(parts, related, kind, root)
    warning = _warning(made, template.file)
    adopted = replace(template, data=_packed(parts), styles=names)
    return adopted, (warning,) if warning else ()


def sheet_of(template: WordTemplate) -> StyleSheet:
    """Return the styles of a template."""
    parts = _parts(template.data)
    return replace(_sheet(parts, _related(parts))[0], names=template.styles)


def _sheet(
    parts: Mapping[str, bytes], related: Mapping[str, str]
) -> tuple[StyleSheet, etree._Element]:
    """Return the styles, and the numbering part that their lists stand in."""
    held = [related.get(kind, "") for kind in ("theme", "settings")]
    theme, settings = (parse(parts[name]) if name in parts else None for name in held)
    numbering = _root(parts, related, "numbering")
    styles = _root(parts, related, "styles")
    return read_style_sheet(styles, numbering, read_theme(theme, settings)), numbering


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one: archive.read(one) for one in archive.namelist() if not one.endswith("/")}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return stream.getvalue()


def _related(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the parts of the document by the last word of their relationship's type."""
    if _RELATIONSHIPS not in parts:
        return {}
    return {
        posixpath.basename(item.get("Type", "")): posixpath.normpath(
            posixpath.join("/word", item.get("Target", ""))
        ).lstrip("/")
        for item in parse(parts[_RELATIONSHIPS])
        if item.get("TargetMode") != "External"
    }


def _root(parts: Mapping[str, bytes], related: Mapping[str, str], kind: str) -> etree._Element:
    name = related.get(kind, "")
    return parse(parts[name]) if name in parts else etree.Element(W + kind, nsmap={"w": W[1:-1]})


def _put(
    parts: dict[str, bytes], related: Mapping[str, str], kind: str, root: etree._Element
) -> None:
    """Put a part back, or a new one in, with its content type and relationship."""
    name = related.get(kind, "")
    if name not in parts:
        name = f"word/{kind}.xml"
        types = parse(parts[_TYPES])
        tag = f"{{{_PACKAGE}/content-types}}Override"
        etree.SubElement(types, tag, PartName=f"/{name}", ContentType=f"{_WORDML}.{kind}+xml")
        parts[_TYPES] = _written(types)
        namespace = f"{_PACKAGE}/relationships"
        bare = f'<Relationships xmlns="{namespace}"/>'.encode()
        relations = parse(parts.get(_RELATIONSHIPS, bare))
        etree.SubElement(
            relations,
            f"{{{namespace}}}Relationship",
            Id=f"briefgen-{kind}",
            Type=f"{_OFFICE}/{kind}",
            Target=f"{kind}.xml",
        )
        parts[_RELATIONSHIPS] = _written(relations)
    parts[name] = _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


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


def _underivable(sheet: StyleSheet, missing: list[tuple[str, str]], file: str) -> Iterator[Finding]:
    path = ("word/styles.xml",)
    if ("paragraph", Role.HEADING_1.value) in missing:
        yield Finding(
            "word-style-missing",
            'has no paragraph style "Heading 1", which the headings of sections want',
            "add it in Word, or name the style that stands for it in styles.yaml beside the "
            "template: styles: {Heading 1: your style}",
            path,
            file=file,
        )
    if not has_normal(sheet):
        yield Finding(
            "word-style-missing",
            'has no default paragraph style ("Normal"), which the text wants',
            "open it in Word and save it anew",
            path,
            file=file,
        )


def _derived(
    sheet: StyleSheet, numbering: etree._Element, missing: list[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Add what is missing, and yield the name of each paragraph style with that of its source."""
    order = [*RECIPES, *(role for role in Role if role not in RECIPES)]
    for role in order:
        if ("paragraph", role.value) not in missing:
            continue
        recipe = RECIPES.get(role, OTHERWISE)
        derive(role, recipe, sheet, numbering)
        yield role.value, recipe.source
        sheet = read_style_sheet(sheet.root, numbering, sheet.theme, sheet.names)
    for kind, name in OTHER_STYLES:
        if (kind, name) in missing:
            derive_other(kind, name, sheet)


def _warning(made: list[tuple[str, str]], file: str) -> Finding | None:
    if not made:
        return None
    listed = ", ".join(f"{name} from {source}" for name, source in made)
    return Finding(
        "word-style-derived",
        f"lacks styles, which are made from others: {listed}",
        "add them in Word, or name your own in styles.yaml beside the template",
        ("word/styles.xml",),
        "warning",
        file,
    )
