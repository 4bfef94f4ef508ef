"""Parts of the document: those that are there, and new ones."""

from __future__ import annotations

import uuid
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

from briefgen.ooxml.build import w
from briefgen.ooxml.names import DATA_STORE, Element

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
