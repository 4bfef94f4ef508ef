"""The styles of a template, under the names by which a brief asks for them.

Read an organisation's style map: which of its styles stand for which roles.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from pydantic import Field

from briefgen.load.document import read_data, to_model
from briefgen.load.text import is_file, within
from briefgen.load.word.colour_scheme import read_colour_scheme
from briefgen.load.word.style import StyleSheet, read_style_sheet
from briefgen.ooxml.build import w
from briefgen.ooxml.names import W, attribute, child
from briefgen.ooxml.package import Package, WordTemplate
from briefgen.types.base import Frozen, Line
from briefgen.types.finding import Finding, LoadError, nearest
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
    part = w("styles") if styles is None else styles
    return read_style_sheet(part, numbering, read_colour_scheme(colour_scheme, settings), names)


_LEVELS = {
    "bullet": (("bullet", "•"),),
    "bullet 2": (("bullet", "–"),),
    "number": (("decimal", "%1."),),
    "number 2": (("lowerLetter", "%1."),),
    "event": (("bullet", "●"), ("bullet", "○")),
}
"""Number format and mark of each level. An event that is planned stands on the second one."""


_MARK_FONT = (
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/></w:rPr>'
)
"""What has the marks of events. Few fonts do, and a wider stand-in would touch the text."""


def new_list(numbering: etree._Element, kind: str, left_pt: float, hanging_pt: float) -> str:
    """Add a list of a kind and return its number; text stands `hanging_pt` from its mark."""
    abstract = _free(numbering, "abstractNum", "abstractNumId")
    number = _free(numbering, "num", "numId")
    left, hanging = round(left_pt * 20), round(hanging_pt * 20)
    font = _MARK_FONT if kind == "event" else ""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{font}</w:lvl>'
        for at, (form, mark) in enumerate(_LEVELS[kind])
    )
    multi = "multilevel" if len(_LEVELS[kind]) > 1 else "singleLevel"
    made = etree.fromstring(
        f'<w:x xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="{abstract}">'
        f'<w:multiLevelType w:val="{multi}"/>{levels}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num></w:x>'
    )
    definition, instance = made
    _after(numbering, definition, ("numPicBullet", "abstractNum"))
    _after(numbering, instance, ("numPicBullet", "abstractNum", "num"))
    return str(number)


def _free(numbering: etree._Element, name: str, key: str) -> int:
    taken = [one.get(W + key, "0") for one in numbering.findall(W + name)]
    return max((int(one) for one in taken if one.isdigit()), default=0) + 1


def _after(root: etree._Element, element: etree._Element, names: tuple[str, ...]) -> None:
    """Put an element after the last one of some names, or first."""
    places = [at for at, one in enumerate(root) if one.tag in [W + name for name in names]]
    root.insert(places[-1] + 1 if places else 0, element)


MAP_FILE = "styles.yaml"


class StyleMap(Frozen):
    """The style of the template for each role that has another name there."""

    styles: dict[str, Line] = Field(
        min_length=1,
        description="Name of a role, such as Bottom Line, and of the template's own style for it.",
    )


def map_file(template: Path) -> Path | None:
    """Return the style map of a template, if it has one."""
    return next((file for file in map_files(template) if is_file(file)), None)


def map_files(template: Path) -> tuple[Path, Path]:
    """Return where a template's style map may stand: `house.styles.yaml`, `styles.yaml` beside."""
    return template.with_suffix(f".{MAP_FILE}"), template.with_name(MAP_FILE)


def read_style_map(file: Path) -> Mapping[str, str]:
    """Return the style that stands for each role, by the role's name.

    Raises:
        LoadError: what is wrong with the file, a role that there is not, a link that leads
            elsewhere.
    """
    if within(file.name, file.parent) is None:
        message, hint = "leads out of the folder of the template", "put the file itself there"
        raise LoadError([Finding("styles-outside", message, hint, file=str(file))])
    data, places = read_data(file)
    styles = to_model(data, StyleMap, places).styles
    known = {name.lower(): name for _, name in WANTED}
    findings = []
    for name in styles:
        if name.lower() not in known:
            near = nearest(name, [*known])
            listed = f"there are: {', '.join(known.values())}"
            hint = f"did you mean {known[near]}? {listed}" if near else listed
            way = ("styles", name)
            message = f'"{name}" is no role of a brief'
            findings.append(
                Finding("style-role-unknown", message, hint, way, "error", str(file),
                        places.line(way))
            )  # fmt: skip
    if findings:
        raise LoadError(findings)
    return styles
