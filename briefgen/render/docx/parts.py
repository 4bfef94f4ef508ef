"""The parts of a document over a package that was read already: those there, new ones, one file."""

from __future__ import annotations

import uuid
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
from lxml import etree

from briefgen.cache import kept
from briefgen.ooxml.build import w
from briefgen.ooxml.names import DATA_STORE, Element
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

_HEADERS_FOOTERS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)

_NEW = {
    RELATIONSHIP_TYPE.NUMBERING: ("numbering", CONTENT_TYPE.WML_NUMBERING),
    RELATIONSHIP_TYPE.SETTINGS: ("settings", CONTENT_TYPE.WML_SETTINGS),
    RELATIONSHIP_TYPE.STYLES: ("styles", CONTENT_TYPE.WML_STYLES),
}
"""Root element and content type of the parts that a document may lack."""


def part_of(document: Document, kind: str) -> Element:
    """Return a part of the document by the type of its relationship, or a new and empty one."""
    for relationship in document.part.rels.values():
        if relationship.reltype == kind and not relationship.is_external:
            part = relationship.target_part
            assert isinstance(part, XmlPart)
            return cast(Element, part.element)
    name, content_type = _NEW[kind]
    return add_part(document, name, kind, content_type, w(name))


def add_part(document: Document, name: str, kind: str, content_type: str, root: Element) -> Element:
    """Add a part with a root element, and return that element as the part holds it."""
    address = PackURI(f"/word/{name}.xml")
    part = XmlPart.load(address, content_type, etree.tostring(root), document.part.package)
    document.part.relate_to(part, kind)
    return cast(Element, part.element)


def headers_footers_of(document: Document) -> list[tuple[str, Element]]:
    """Return headers and footers by the name of their part."""
    return [
        (str(relationship.target_part.partname).lstrip("/"), relationship.target_part.element)
        for relationship in document.part.rels.values()
        if relationship.reltype in _HEADERS_FOOTERS
    ]


def add_data(document: Document, root: Element) -> str:
    """Add a custom XML part, with the properties without which Word drops it on saving.

    Its id is made of what it holds, so that the same data has the same one. Its name is returned.
    """
    package = document.part.package
    assert package is not None
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    item = Part(PackURI(f"/customXml/item{number}.xml"), CONTENT_TYPE.XML, data, package)
    name = str(uuid.uuid5(uuid.NAMESPACE_URL, data.decode())).upper()
    store = etree.Element(
        DATA_STORE + "datastoreItem",
        {DATA_STORE + "itemID": f"{{{name}}}"},
        nsmap={"ds": DATA_STORE[1:-1]},
    )
    references = etree.SubElement(store, DATA_STORE + "schemaRefs")
    namespace = etree.QName(root).namespace or ""
    etree.SubElement(references, DATA_STORE + "schemaRef", {DATA_STORE + "uri": namespace})
    properties = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        etree.tostring(store, xml_declaration=True, encoding="UTF-8", standalone=True),
        package,
    )
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    return str(item.partname)[1:]


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

    `own` is the name of the custom XML part that lists its points. It is given the digest of all
    other parts, by which the file is known for one that nobody has saved since.
    """
    package = document.part.package
    assert package is not None
    parts = {str(part.partname)[1:]: part for part in package.iter_parts()}
    types = {name: part.content_type for name, part in parts.items()}
    members: dict[str, bytes] = {
        CONTENT_TYPES: content_types(types),
        PACKAGE_RELATIONSHIPS: cast(bytes, package.rels.xml),
    }
    for name, part in parts.items():
        members[name] = part.blob
        if part.rels:
            members[relationships_name(name)] = cast(bytes, part.rels.xml)
    if own:
        root = parse(members[own])
        root.set("seal", seal(members, own))
        members[own] = written(root)
    return zipped(members)
