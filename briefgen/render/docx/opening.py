"""python-docx's document over a package that was read already, and its parts as one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Root
from docx.package import Package as DocxPackage
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.image import ImagePart

from briefgen.cache import kept
from briefgen.ooxml.package import (
    CONTENT_TYPES,
    PACKAGE_RELATIONSHIPS,
    Package,
    Relationship,
    parse,
    relationships_name,
)
from briefgen.ooxml.writing import content_types, written, zipped
from briefgen.types.identity import seal

_TREES: Mapping[str, type[XmlPart]] = {
    CONTENT_TYPE.OPC_CORE_PROPERTIES: CorePropertiesPart,
    CONTENT_TYPE.WML_HEADER: HeaderPart,
    CONTENT_TYPE.WML_FOOTER: FooterPart,
    CONTENT_TYPE.WML_NUMBERING: XmlPart,
    CONTENT_TYPE.WML_SETTINGS: XmlPart,
    CONTENT_TYPE.WML_STYLES: XmlPart,
}
"""Parts that python-docx keeps as trees, by their content type."""


def open_document(package: Package) -> Document:
    """Return a document that may be changed, of the parts that a package's relationships reach."""
    opened = DocxPackage()
    trees = _trees(package)
    parts = {one.part: _part(package, one, trees, opened) for one in _reached(package)}
    for source in ("", *parts):
        holder = parts[source] if source else opened
        for one in package.relationships(source):
            target = one.target if one.external else parts[one.part]
            holder.load_rel(one.kind, target, one.id, one.external)
    opened.after_unmarshal()  # type: ignore[no-untyped-call]
    document: Document = opened.main_document_part.document
    return document


def _part(
    package: Package, reference: Relationship, trees: Mapping[str, Root], opened: DocxPackage
) -> Part:
    name, place = reference.part, PackURI(f"/{reference.part}")
    kind = package.content_type(name)
    if name == package.main:
        return DocumentPart(place, CONTENT_TYPE.WML_DOCUMENT_MAIN, deepcopy(trees[name]), opened)
    if name in trees:
        return _TREES[kind](place, kind, deepcopy(trees[name]), opened)
    if reference.kind == RELATIONSHIP_TYPE.IMAGE:
        return ImagePart(place, kind, package[name])
    return Part(place, kind, package[name], opened)


@kept(4)
def _trees(package: Package) -> dict[str, Root]:
    """Return the parts that are kept as trees: parsed once, and copied for each brief."""
    names = [one.part for one in _reached(package)]
    kept = [one for one in names if one == package.main or package.content_type(one) in _TREES]
    return {name: parse_xml(package[name]) for name in kept}


def _reached(package: Package) -> Iterator[Relationship]:
    """Yield what refers to each part that relationships lead to, from the package on."""
    seen: set[str] = set()
    left = [""]
    while left:
        for one in package.relationships(left.pop()):
            if one.part and one.part not in seen:
                seen.add(one.part)
                left.append(one.part)
                yield one


def file_of(document: Document, own: str = "") -> bytes:
    """Return a document as a Word file, packed once: the same content is the same bytes.

    `own` is the name of the custom XML part that tells its points. It is given the digest of all
    other parts, by which the file is known for one that nobody has saved since.
    """
    package = document.part.package
    assert package is not None
    parts = {str(part.partname)[1:]: part for part in package.iter_parts()}
    types = {name: part.content_type for name, part in parts.items()}
    held: dict[str, bytes] = {
        CONTENT_TYPES: content_types(types),
        PACKAGE_RELATIONSHIPS: cast(bytes, package.rels.xml),
    }
    for name, part in parts.items():
        held[name] = part.blob
        if part.rels:
            held[relationships_name(name)] = cast(bytes, part.rels.xml)
    if own:
        root = parse(held[own])
        root.set("seal", seal(held, own))
        held[own] = written(root)
    return zipped(held)
