"""The skeleton of a Word package: what is there is listed, and is what it is called.

Word offers to repair what breaks these rules of the format; other programs fail in their own ways.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from briefgen.load.tree import shown
from briefgen.load.word.ooxml import W, parse
from briefgen.load.word.package import MAIN_PART
from briefgen.types.finding import Finding

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_CT, _REL = (f"{{{_PACKAGE}{name}}}" for name in ("content-types", "relationships"))
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = f"{_PACKAGE}relationships/metadata/core-properties"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."

_ROOTS: Mapping[str, tuple[str, str]] = {
    f"{_OFFICE}styles": (f"{W}styles", f"{_WORDML}styles+xml"),
    f"{_OFFICE}numbering": (f"{W}numbering", f"{_WORDML}numbering+xml"),
    f"{_OFFICE}settings": (f"{W}settings", f"{_WORDML}settings+xml"),
    f"{_OFFICE}footnotes": (f"{W}footnotes", f"{_WORDML}footnotes+xml"),
    f"{_OFFICE}comments": (f"{W}comments", f"{_WORDML}comments+xml"),
    f"{_OFFICE}header": (f"{W}hdr", f"{_WORDML}header+xml"),
    f"{_OFFICE}footer": (f"{W}ftr", f"{_WORDML}footer+xml"),
    _CORE: (
        f"{{{_PACKAGE}metadata/core-properties}}coreProperties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
}
"""Kinds of relationship: the root element and the content type of what they lead to."""

_MAIN_TYPES = (f"{_WORDML}document.main+xml", f"{_WORDML}template.main+xml")
_MAIN = f"{_OFFICE}officeDocument"
_OWN_WORDS = {posixpath.basename(kind): kind for kind in (_MAIN, *_ROOTS) if kind != _CORE}
"""Kinds by their last word, by which some programs know them."""

_ONCE = {*_ROOTS, _MAIN} - {f"{_OFFICE}header", f"{_OFFICE}footer"}
"""Kinds that there may be one of (ISO/IEC 29500-1, 11.3)."""

_NEEDS = {
    f"{_CT}Default": ("Extension", "ContentType"),
    f"{_CT}Override": ("PartName", "ContentType"),
    f"{_REL}Relationship": ("Id", "Type", "Target"),
}


def skeleton_findings(parts: Mapping[str, bytes], file: str) -> list[Finding]:
    """Return what is wrong with the lists of parts, or with parts that they call what they are not.

    See ISO/IEC 29500-2, 7 and 8. Every part is well-formed, and what is named is there.
    """
    listings = [name for name in parts if name.endswith(".rels")]
    findings = [*_listing(parse(parts[_TYPES]), f"{_CT}Types", _TYPES, file)]
    for name in listings:
        findings += _listing(parse(parts[name]), f"{_REL}Relationships", name, file)
    if findings:
        return findings
    findings += _document(parse(parts[MAIN_PART]), file)
    types = _types_of(parts)
    if types.get(MAIN_PART) not in _MAIN_TYPES:
        findings.append(_finding(_TYPES, file, f"does not call {MAIN_PART} a Word document"))
    for name in listings:
        findings += _related(parts, name, types, file)
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


def _document(root: etree._Element, file: str) -> Iterator[Finding]:
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        message = "is no document with a body, or is one of Strict Open XML"
        hint = "save it in Word as Word Document (.docx), not as Strict Open XML"
        yield Finding("word-no-document", message, hint, path=(MAIN_PART,), file=file)


def _types_of(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content type of each part that has one (ISO/IEC 29500-2, 7.2.3)."""
    root = parse(parts[_TYPES])
    own = {item.get("PartName", "").lower(): item for item in root.findall(f"{_CT}Override")}
    usual = {item.get("Extension", "").lower(): item for item in root.findall(f"{_CT}Default")}
    found = {}
    for name in parts:
        suffix = posixpath.splitext(name)[1].lstrip(".").lower()
        item = own.get(f"/{name}".lower(), usual.get(suffix))
        if item is not None:
            found[name] = item.get("ContentType", "")
    return found


def _related(
    parts: Mapping[str, bytes], name: str, types: Mapping[str, str], file: str
) -> Iterator[Finding]:
    """Yield a finding for each part of a list that is not what its relationship says."""
    folder = posixpath.dirname(posixpath.dirname(name))
    kinds: Counter[str] = Counter()
    for item in parse(parts[name]):
        if not isinstance(item.tag, str) or item.get("TargetMode") == "External":
            continue
        kind, target = item.get("Type", ""), item.get("Target", "")
        place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kinds[kind] += 1
        if _OWN_WORDS.get(posixpath.basename(kind), kind) != kind:
            yield _finding(name, file, f"calls {shown(place)} by a name of no use: {shown(kind)}")
        elif place not in types:
            yield _finding(_TYPES, file, f"does not say what {shown(place)} is")
        elif kind in _ROOTS and (types[place], parse(parts[place]).tag) != _ROOTS[kind][::-1]:
            yield _finding(name, file, f"calls {shown(place)} what it is not")
    for kind, times in kinds.items():
        if times > 1 and kind in _ONCE:
            told = shown(posixpath.basename(kind))
            yield _finding(name, file, f"names {times} parts as {told}; there may be one")


def _finding(part: str, file: str, message: str) -> Finding:
    return Finding("word-package", message, "save the template anew in Word", (part,), file=file)
