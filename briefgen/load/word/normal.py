"""A Word template as other programs write it, in the form that Word itself gives it.

Strict Open XML, measures that are not whole, no page, styles that are based on none that is there:
nothing of it changes what is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.load.word.values import whole_values
from briefgen.ooxml.build import is_known, put_in, put_in_order, removed, w
from briefgen.ooxml.names import WP, XML_SPACE, Element, W, attribute, child
from briefgen.ooxml.package import Package
from briefgen.ooxml.reading import transitional
from briefgen.pattern import late_pattern

_BLANKS, _LINE_END = late_pattern(r"[\t\n\r]"), late_pattern(r"[\n\r]+")
_BELOW_0 = late_pattern(r"-[1-9][0-9]{0,4}")
_LONG_NUMBERS = (W + "nsid", W + "tmpl")
_HEADINGS = late_pattern(r"(heading \d|title|subtitle)$")
_SHORT = late_pattern(r"[0-9A-Fa-f]{1,7}")
_TRACKED = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
"""What else properties of a run hold, where changes are tracked (17.13.5)."""

_UNKNOWN = "{urn:schemas-microsoft-com:mac:vml}"
"""Attributes that Word for Mac notes for itself, which no schema knows."""


def repaired(root: Element) -> bool:
    """Bring a part in line with the schemas, and say whether anything was not."""
    found = _lengthen_numbers(root) | _drop_unknown(root) | _drop_no_size(root)
    found |= _drop_rule_alone(root) | _drop_second_styles(root) | _part_at_tabs(root)
    found |= _turn_negative_hangs(root) | _say_rule_of_defaults(root)
    return _drop_misspelt(root) | put_in_order(root) | found


def _lengthen_numbers(root: Element) -> bool:
    """Write marks of lists with eight digits (ST_LongHexNumber, ISO/IEC 29500-1, 17.18.50)."""
    found = False
    for one in root.iter(*_LONG_NUMBERS):
        number = one.get(W + "val") or ""
        if _SHORT.fullmatch(number):
            one.set(W + "val", number.zfill(8))
            found = True
    return found


def _drop_unknown(root: Element) -> bool:
    unknown = [
        (one, name)
        for one in root.iter()
        if isinstance(one.tag, str)
        for name in one.attrib
        if str(name).startswith(_UNKNOWN)
    ]
    for one, name in unknown:
        del one.attrib[name]
    return bool(unknown)


def _drop_misspelt(root: Element) -> bool:
    """Drop properties of paragraphs and runs that no schema knows, such as `szC`."""
    found = [
        one
        for name in ("pPr", "rPr")
        for parent in root.iter(W + name)
        for one in parent
        if str(one.tag).startswith(W)
        and one.tag not in _TRACKED
        and not is_known(name, str(one.tag))
    ]
    for one in found:
        removed(one)
    return bool(found)


_NO_SIZES = (W + "sz", W + "szCs", W + "w")


def _drop_no_size(root: Element) -> bool:
    """Drop sizes of nothing, which some programs write where none is said.

    That is for complex scripts, and for numbers of lists.
    """
    names = _NO_SIZES if root.tag == W + "numbering" else (W + "szCs",)
    found = [one for one in root.iter(*names) if one.get(W + "val") == "0"]
    for one in found:
        removed(one)
    return bool(found)


def _shown(text: Element) -> str:
    """Return what a text shows: spaces around it count where they are to be preserved."""
    said = text.text or ""
    return said if text.get(XML_SPACE) == "preserve" else said.strip(" \n\r")


def _turn_negative_hangs(root: Element) -> bool:
    """Write a hanging indent below 0 of a list as that of the first line which it is."""
    found = False
    for one in root.iter(W + "ind") if root.tag == W + "numbering" else ():
        hanging = one.get(W + "hanging") or ""
        if _BELOW_0.fullmatch(hanging):
            del one.attrib[W + "hanging"]
            one.set(W + "firstLine", hanging[1:])
            found = True
    return found


def _part_at_tabs(root: Element) -> bool:
    """Write tabs that stand amid the letters of a run as Word does, which breaks its text there.

    Ends of lines amid them are spaces.
    """
    found = [(one, said) for one in root.iter(W + "t") if _BLANKS.search(said := _shown(one))]
    for one, said in found:
        parts = _LINE_END.sub(" ", said).split("\t")
        one.text = parts[0]
        one.set(XML_SPACE, "preserve")
        after: Element = one
        for part in parts[1:]:
            tab, text = w("tab"), w("t")
            text.text = part
            text.set(XML_SPACE, "preserve")
            after.addnext(tab)
            tab.addnext(text)
            after = text
    return bool(found)


def _drop_rule_alone(root: Element) -> bool:
    """Drop a rule of lines that says no height, beside which LibreOffice forgets the inherited one.

    Google Docs writes it to each heading.
    """
    found = False
    for one in root.iter(W + "spacing"):
        if one.get(W + "lineRule") == "auto" and one.get(W + "line") is None:
            del one.attrib[W + "lineRule"]
            found = True
    return found


def _say_rule_of_defaults(root: Element) -> bool:
    """Say that the lines of the defaults grow with their type, where they do not say by which rule.

    That is what no rule means (17.3.1.33); LibreOffice reads the number as a height there.
    """
    spacing = child(root, "docDefaults", "pPrDefault", "pPr", "spacing")
    if spacing is None or not attribute(spacing, "line") or attribute(spacing, "lineRule"):
        return False
    spacing.set(W + "lineRule", "auto")
    return True


def _drop_second_styles(root: Element) -> bool:
    """Drop styles of an id that another one has: which of them counts differs by program."""
    return _without_seconds(root, "style", "type", "styleId")


def _without_seconds(root: Element, name: str, *attributes: str) -> bool:
    """Drop children of a name whose attributes an earlier one has, and say whether any had."""
    known: set[tuple[str | None, ...]] = set()
    found = []
    for one in root.iterchildren(W + name):
        key = tuple(one.get(W + each) for each in attributes)
        if key in known:
            found.append(one)
        known.add(key)
    for one in found:
        root.remove(one)
    return bool(found)


_PAPER = {"w": 12_240, "h": 15_840}
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 720, "footer": 720}
"""Letter with margins of an inch, in twentieths of a point: what Word takes where a section says
nothing of its page (ISO/IEC 29500-1, 17.6.13, leaves it to the program)."""

_REFERENCES = {"paragraph": "pStyle", "character": "rStyle", "table": "tblStyle"}
"""What refers to a style of each kind."""

_ORDERED = ("styles", "numbering", "settings", "fontTable")
_MEASURED = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")


def normalised(package: Package) -> Package:
    """Return a package in Transitional names, with whole measures and a page."""
    package = transitional(package)
    related = package.relationships(package.main)
    names = {one.part for one in related if one.word in _MEASURED and one.part in package}
    changed: dict[str, bytes | Element] = {}
    renamed = _renamed(package.document_part("styles"))
    for name in (package.main, *sorted(names)):
        root = package.copy(name)
        if _rename(root, renamed):
            changed[name] = root
        measured = whole_values(root) | _whole_offsets(root)
        measured |= repaired(root)
        if (name == package.main and _with_page(root)) or _without_lost_bases(root) or measured:
            changed[name] = root
    for name in sorted(one.part for one in related if one.word in _ORDERED):
        root_of = changed.get(name)
        if name not in package or isinstance(root_of, bytes):
            continue
        root = package.copy(name) if root_of is None else root_of
        tidied = put_in_order(root) | _without_character_sets(root) | _without_second_lists(root)
        if tidied | _with_space_said(root):
            changed[name] = root
    return package.replaced(changed) if changed else package


def _without_character_sets(root: Element) -> bool:
    """Take away names of character sets, which say what the numbers beside them do (17.8.3.2)."""
    found = [one for one in root.iter(W + "charset") if one.get(W + "characterSet")]
    for one in found:
        del one.attrib[W + "characterSet"]
    return bool(found)


def _without_second_lists(numbering: Element) -> bool:
    """Take away definitions of lists under a number that an earlier one has (17.9.1)."""
    return _without_seconds(numbering, "abstractNum", "abstractNumId")


def _with_space_said(styles: Element) -> bool:
    """Say what space titles and headings have around them where no style on their way does.

    It is that of the defaults, or none; LibreOffice takes that of its own headings instead.
    """
    found = False
    by_id = {one.get(W + "styleId"): one for one in styles.iterchildren(W + "style")}
    usual = child(styles, "docDefaults", "pPrDefault", "pPr", "spacing")
    for style in by_id.values():
        name = (attribute(child(style, "name"), "val") or "").lower()
        if style.get(W + "type") != "paragraph" or not _HEADINGS.match(name):
            continue
        way = [one.attrib for one in _way(style, by_id)]
        said = {
            W + side: attribute(usual, side) or "0"
            for side in ("before", "after")
            if not any(str(key).startswith(W + side) for one in way for key in one)
        }
        if said:
            properties = child(style, "pPr")
            if properties is None:
                put_in(style, properties := w("pPr"))
            spacing = child(properties, "spacing")
            if spacing is None:
                put_in(properties, spacing := w("spacing"))
            for key, value in said.items():
                spacing.set(key, value)
            found = True
    return found


def _way(style: Element | None, by_id: Mapping[str | None, Element]) -> Iterator[Element]:
    """Yield what a style and those that it is based on say of space."""
    passed: set[str | None] = set()
    while style is not None and (key := style.get(W + "styleId")) not in passed:
        passed.add(key)
        if (spacing := child(style, "pPr", "spacing")) is not None:
            yield spacing
        style = by_id.get(attribute(child(style, "basedOn"), "val"))


def _with_page(document: Element) -> bool:
    """Give the last section of a document a page, and say whether it had none."""
    body = document.find(W + "body")
    if body is None:
        return False
    section = body.find(W + "sectPr")
    if section is None:
        body.append(section := w("sectPr"))
    had = section.find(W + "pgSz"), section.find(W + "pgMar")
    if had[0] is None:
        put_in(section, w("pgSz", **_PAPER))
    if had[1] is None:
        put_in(section, w("pgMar", **_MARGINS, gutter=0))
    return None in had


def _renamed(styles: Element | None) -> dict[tuple[str, str], str]:
    """Return new ids for styles that share theirs with an earlier one of another kind, by kind.

    An id is to be unique (17.7.4.17); pandoc calls a paragraph style and a table style "Table".
    """
    kinds: dict[str, str] = {}
    renamed: dict[tuple[str, str], str] = {}
    styles_here = [] if styles is None else [*styles.iterchildren(W + "style")]
    taken = {style.get(W + "styleId", "") for style in styles_here}
    for style in styles_here:
        kind, key = style.get(W + "type", "paragraph"), style.get(W + "styleId", "")
        if kinds.setdefault(key, kind) != kind and (kind, key) not in renamed:
            candidates = (f"{key}-{kind}{number}" for number in range(1, len(taken) + 2))
            new = next(one for one in candidates if one not in taken)
            taken.add(new)
            renamed[kind, key] = new
    return renamed


def _rename(root: Element, renamed: Mapping[tuple[str, str], str]) -> bool:
    """Give styles their new ids, and what refers to them; say whether there was any."""
    if not renamed:
        return False
    named: list[tuple[str, Element, str]] = [
        (kind, one, W + "val") for kind, name in _REFERENCES.items() for one in root.iter(W + name)
    ]
    for style in root.iterchildren(W + "style"):
        kind = style.get(W + "type", "paragraph")
        named.append((kind, style, W + "styleId"))
        named += ((kind, one, W + "val") for one in style.iterchildren(W + "basedOn", W + "next"))
    found = False
    for kind, one, name in named:
        if new := renamed.get((kind, one.get(name, ""))):
            one.set(name, new)
            found = True
    return found


def _without_lost_bases(root: Element) -> bool:
    """Let styles refer to no style that is not there, as pandoc's table style does.

    Word reads one that is based on a missing style as based on none (ISO/IEC 29500-1, 17.7.4.3).
    """
    if root.tag != W + "styles":
        return False
    ids = {style.get(W + "styleId") for style in root.iterchildren(W + "style")}
    lost = [
        one
        for style in root.iterchildren(W + "style")
        for one in style.iterchildren(W + "basedOn", W + "next", W + "link")
        if attribute(one, "val") not in ids
    ]
    for one in lost:
        removed(one)
    return bool(lost)


def _whole_offsets(root: Element) -> bool:
    """Round the offsets of what floats, which are whole numbers (20.4.2.12)."""
    found = False
    for offset in root.iter(WP + "posOffset"):
        text = (offset.text or "").strip()
        if not text.lstrip("-").isdigit():
            offset.text = str(_rounded(text))
            found = True
    return found


def _rounded(text: str) -> int:
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return 0
