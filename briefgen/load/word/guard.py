"""Refuse what a Word template could smuggle into every brief that is made from it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from briefgen.load.word.field import field_findings
from briefgen.load.word.media import picture_findings
from briefgen.load.word.nesting import nesting_findings
from briefgen.load.word.skeleton import skeleton_findings
from briefgen.load.word.values import value_findings
from briefgen.ooxml.names import VML, WORDML, Element, R
from briefgen.ooxml.package import (
    CONTENT_TYPES,
    MAIN_PART,
    Package,
    relationships_name,
)
from briefgen.ooxml.reading import is_markup
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, shown

_LINKS = ("http://", "https://", "mailto:")
_ADDRESS = late_pattern(r"[A-Za-z][\w+.-]*:|//|.*\\")
"""What no part within the package is named by."""

_LINKING = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
"""Elements for which a link is followed only when somebody clicks."""

_RELATIONSHIPS = (R, "{http://purl.oclc.org/ooxml/officeDocument/relationships}")
_LINKED = frozenset({"src", "href", "althref"})

_KINDS = {
    "vbaProject": "word-macros",
    "wordVbaData": "word-macros",
    "keyMapCustomizations": "word-macros",
    "attachedToolbars": "word-macros",
    "aFChunk": "word-alt-chunk",
    "oleObject": "word-embedded-object",
    "control": "word-embedded-object",
    "activeXControlBinary": "word-embedded-object",
    "webextensiontaskpanes": "word-add-in",
    "webextension": "word-add-in",
    "extensibility": "word-add-in",
}
"""Last word of a relationship's type, and the code of what it brings in."""

_ELEMENTS = {
    "altChunk": "word-alt-chunk",
    "OLEObject": "word-embedded-object",
    "control": "word-embedded-object",
    "subDoc": "word-external-relationship",
    "mailMerge": "word-data-source",
    "entryMacro": "word-field-macro",
    "exitMacro": "word-field-macro",
    "saveThroughXslt": "word-transform",
}

_WORDS = {
    "word-macros": (
        "holds macros or keyboard commands",
        "save it in Word without macros (File, Save As, Word Document)",
    ),
    "word-alt-chunk": (
        "takes in another file (altChunk)",
        "open it in Word and save it anew (File, Save As), so that the text becomes its own",
    ),
    "word-embedded-object": (
        "holds an embedded object or control",
        "replace the object by a picture of it in Word (Home, Paste, Paste Special)",
    ),
    "word-external-relationship": (
        "fetches something from outside",
        "put the picture (Insert, Pictures) or text into the template itself in Word",
    ),
    "word-add-in": (
        "opens an add-in or changes the ribbon",
        "remove the add-in in Word under Insert, My Add-ins, and save it again",
    ),
    "word-field-macro": (
        "holds a form field that runs a macro",
        "clear Run macro on entry and on exit of the field in Word (Developer, Properties)",
    ),
    "word-transform": (
        "is saved through a transform (XSLT) that it names",
        "save it in Word as Word Document (.docx), without a transform",
    ),
    "word-data-source": (
        "is tied to a data source for mail merge",
        "make it a normal document under Mailings, Start Mail Merge, and save it again",
    ),
}

_MAIN_TYPES = (f"{WORDML}document.main+xml", f"{WORDML}template.main+xml")


def guard(package: Package, file: str) -> list[Finding]:
    """Return what is wrong with the parts of a template: what runs, fetches or includes.

    Macros, an attached template, relationships that lead outside other than links (http, https,
    mailto), altChunk, embedded objects and controls, add-ins, mail merge, pictures that are
    bombs or programs, fields that are not known to be harmless; then what is not there, what is
    called what it is not, and what stands where it cannot.
    """
    return (
        danger_findings(package, file)
        or list(dict.fromkeys(_lost_parts(package, file)))
        or list(dict.fromkeys(skeleton_findings(package, file)))
        or [
            finding
            for name in _texts(package)
            for finding in nesting_findings(package.root(name), name, file)
        ]
    )


def _texts(package: Package) -> list[str]:
    """Return the parts that are markup, without lists of parts."""
    return [
        name
        for name, data in package.items()
        if is_markup(name, data)
        and not name.lower().endswith(".rels")
        and name.lower() != CONTENT_TYPES.lower()
    ]


def danger_findings(package: Package, file: str) -> list[Finding]:
    """Return what runs, fetches or includes something, in any part of a package."""
    findings: list[Finding] = [*picture_findings(package, file)]
    for name in package:
        lower = name.lower()
        if lower.rsplit("/", 1)[-1].startswith("vba") or "/activex/" in lower:
            code = "word-macros" if "vba" in lower else "word-embedded-object"
            findings.append(_finding(code, name, file))
        if lower.endswith(".rels"):
            findings += _relationships(package.root(name), name, file)
        elif lower == CONTENT_TYPES.lower():
            findings += _content_types(package.root(name), name, file)
    for name in _texts(package):
        root = package.root(name)
        findings += _elements(root, name, file)
        findings += field_findings(root, name, file)
        findings += _misused_links(package, root, name, file)
        findings += value_findings(root, name, file)
    return list(dict.fromkeys(findings))


def _finding(code: str, part: str, file: str, detail: str = "") -> Finding:
    message, hint = _WORDS[code]
    return Finding(code, message + detail, hint, path=(part,), file=file)


def _content_types(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    for item in root.iter("{*}Override", "{*}Default"):
        kind = item.get("ContentType", "").lower()
        if "macroenabled" in kind or "vbaproject" in kind:
            yield _finding("word-macros", part, file)
        name = item.get("PartName", "").lstrip("/").lower()
        if name == MAIN_PART and kind not in _MAIN_TYPES and "macroenabled" not in kind:
            yield Finding(
                "word-no-document",
                f"calls {MAIN_PART} something other than a Word document",
                "save it in Word as .docx",
                path=(part,),
                file=file,
            )


def _lost_parts(package: Package, file: str) -> Iterator[Finding]:
    """Yield a finding for each part that is named and not there, or that must be there."""
    for source in package.sources():
        name = package.name(relationships_name(source))
        listed = package.relationships(source)
        for one in listed:
            if not one.external and not _ADDRESS.match(one.target) and one.part not in package:
                message = f"names a part that is not there: {shown(one.part)}"
                hint = "save the template anew in Word (File, Save As, Word Document)"
                yield Finding("word-part-missing", message, hint, path=(name,), file=file)
        if not source and not any(one.word == "officeDocument" for one in listed):
            message, hint = (
                f"does not say that {MAIN_PART} is the document",
                "save it anew in Word (File, Save As)",
            )
            yield Finding("word-no-document", message, hint, path=(name,), file=file)


def _relationships(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    for item in root.iter("{*}Relationship"):
        kind = posixpath.basename(item.get("Type", ""))
        target = item.get("Target", "")
        if kind in _KINDS:
            yield _finding(_KINDS[kind], part, file)
        if item.get("TargetMode", "").lower() != "external":
            if _ADDRESS.match(target):
                yield _finding("word-external-relationship", part, file, f' ("{target}")')
            continue
        if kind == "attachedTemplate":
            yield Finding(
                "word-attached-template",
                f'is attached to the template "{target}"',
                "choose Normal under Developer, Document Template, and save it again",
                path=(part,),
                file=file,
            )
        elif kind != "hyperlink":
            yield _finding("word-external-relationship", part, file, f' ({kind}: "{target}")')
        elif not target.lower().startswith(_LINKS):
            yield Finding(
                "word-link-scheme",
                f'links to "{target}"',
                "link to an http, https or mailto address",
                path=(part,),
                file=file,
            )


def _elements(root: etree._Element, part: str, file: str) -> Iterator[Finding]:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _ELEMENTS:
            yield _finding(_ELEMENTS[name], part, file)
        if str(element.tag).startswith(VML):
            for attribute in map(etree.QName, element.attrib):
                if attribute.localname in _LINKED:
                    yield _finding("word-external-relationship", part, file)


def _misused_links(package: Package, root: Element, part: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each element that would fetch what a relationship calls a link.

    LibreOffice fetches a linked picture whatever its relationship is called.
    """
    outside = {one.id: one.target for one in package.relationships(part) if one.external}
    if not outside:
        return
    for element in root.iter(etree.Element):
        for key, value in element.items():
            target = outside.get(str(value)) if str(key).startswith(_RELATIONSHIPS) else None
            if target is not None and etree.QName(element).localname not in _LINKING:
                detail = f' ("{target}")'
                yield _finding("word-external-relationship", part, file, detail)
