"""The skeleton of a Word package: what is there is listed, and is what it is called.

Word offers to repair what breaks these rules of the format; other programs fail in their own ways.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from briefgen.ooxml.names import OFFICE, PACKAGE, RELATIONSHIPS, TYPES, WORDML, W
from briefgen.ooxml.package import CONTENT_TYPES, Package, relationships_name
from briefgen.types.finding import Finding, shown

_CORE = f"{PACKAGE}relationships/metadata/core-properties"

_ROOTS: Mapping[str, tuple[str, str]] = {
    f"{OFFICE}styles": (f"{W}styles", f"{WORDML}styles+xml"),
    f"{OFFICE}numbering": (f"{W}numbering", f"{WORDML}numbering+xml"),
    f"{OFFICE}settings": (f"{W}settings", f"{WORDML}settings+xml"),
    f"{OFFICE}footnotes": (f"{W}footnotes", f"{WORDML}footnotes+xml"),
    f"{OFFICE}comments": (f"{W}comments", f"{WORDML}comments+xml"),
    f"{OFFICE}header": (f"{W}hdr", f"{WORDML}header+xml"),
    f"{OFFICE}footer": (f"{W}ftr", f"{WORDML}footer+xml"),
    _CORE: (
        f"{{{PACKAGE}metadata/core-properties}}coreProperties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
}
"""Kinds of relationship: the root element and the content type of what they lead to."""

PART_TYPES = {
    posixpath.basename(kind): called for kind, (_, called) in _ROOTS.items() if kind != _CORE
}
"""What parts are by the last word of their relationship, where a file does not say it."""

_MAIN_TYPES = (f"{WORDML}document.main+xml", f"{WORDML}template.main+xml")
_MAIN = f"{OFFICE}officeDocument"
_OWN_WORDS = {posixpath.basename(kind): kind for kind in (_MAIN, *_ROOTS) if kind != _CORE}
"""Kinds by their last word, by which some programs know them."""

_ONCE = {*_ROOTS, _MAIN} - {f"{OFFICE}header", f"{OFFICE}footer"}
"""Kinds that there may be one of (ISO/IEC 29500-1, 11.3)."""

_NEEDS = {
    f"{TYPES}Default": ("Extension", "ContentType"),
    f"{TYPES}Override": ("PartName", "ContentType"),
    f"{RELATIONSHIPS}Relationship": ("Id", "Type", "Target"),
}


def listing_findings(package: Package, file: str) -> list[Finding]:
    """Return what is wrong with the lists of content types and relationships themselves."""
    findings = [*_listing(package.root(CONTENT_TYPES), f"{TYPES}Types", CONTENT_TYPES, file)]
    for source in package.sources():
        name = package.name(relationships_name(source))
        findings += _listing(package.root(name), f"{RELATIONSHIPS}Relationships", name, file)
    return findings


def skeleton_findings(package: Package, file: str) -> list[Finding]:
    """Return what is wrong with parts that are called what they are not.

    See ISO/IEC 29500-2, 7 and 8. Every part is well-formed, and what is named is there.
    """
    if findings := [*_document(package, file)]:
        return findings
    if package.content_type(package.main) not in _MAIN_TYPES:
        message = f"does not call {package.main} a Word document"
        findings.append(_finding(CONTENT_TYPES, file, message))
    for source in package.sources():
        findings += _related(package, source, file)
    return findings


def _listing(root: etree._Element, wanted: str, part: str, file: str) -> Iterator[Finding]:
    """Yield what is wrong with a list of content types or of relationships."""
    entries = [entry for entry in root if isinstance(entry.tag, str)]
    if root.tag != wanted:
        yield _finding(part, file, "is no list of parts")
        return
    for entry in entries:
        needed = _NEEDS.get(str(entry.tag))
        if (
            needed is None
            or len(entry)
            or not str(entry.tag).startswith(wanted[: wanted.index("}") + 1])
        ):
            name = etree.QName(entry).localname
            yield _finding(part, file, f"lists something that is no part: {shown(name)}")
        elif lacking := [name for name in needed if not entry.get(name)]:
            yield _finding(part, file, f"lists a part without {' and '.join(lacking)}")
    for key, times in Counter(entry.get("Id") for entry in entries).items():
        if key is not None and times > 1:
            yield _finding(part, file, f"lists two parts under the Id {shown(key)}")


def _document(package: Package, file: str) -> Iterator[Finding]:
    root = package.root(package.main)
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        message, hint = "is no document with a body", "save it in Word as Word Document (.docx)"
        yield Finding("word-no-document", message, hint, path=(package.main,), file=file)


def _related(package: Package, source: str, file: str) -> Iterator[Finding]:
    """Yield a finding for each part of a list that is not what its relationship says."""
    name = package.name(relationships_name(source))
    kinds: Counter[str] = Counter()
    for one in package.relationships(source):
        if one.external:
            continue
        kinds[one.kind] += 1
        called, place = package.content_type(one.part), shown(one.part)
        if _OWN_WORDS.get(one.word, one.kind) != one.kind:
            message = f"calls {place} by a name of no use: {shown(one.kind)}"
            yield _finding(name, file, message)
        elif not called:
            yield _finding(CONTENT_TYPES, file, f"does not say what {place} is")
        elif one.kind in _ROOTS and (package.root(one.part).tag, called) != _ROOTS[one.kind]:
            yield _finding(name, file, f"calls {place} what it is not")
    for kind, times in kinds.items():
        if times > 1 and kind in _ONCE:
            reported = shown(posixpath.basename(kind))
            yield _finding(name, file, f"names {times} parts as {reported}; there may be one")


def _finding(part: str, file: str, message: str) -> Finding:
    return Finding(
        "word-package",
        message,
        "save the template anew in Word (File, Save As, Word Document)",
        (part,),
        file=file,
    )
