"""The Word writer: a brief into the places of a Word template."""

from __future__ import annotations

import io
from itertools import count
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from lxml import etree

from briefgen.render.docx.archive import as_document, repeatable
from briefgen.render.docx.frames import Geometry, divide
from briefgen.render.docx.furniture import Values, fill
from briefgen.render.docx.lists import Lists
from briefgen.render.docx.page import (
    move_tabs,
    paper_text_width_pt,
    reach,
    set_margins,
    set_paper,
    widen_tables,
)
from briefgen.render.docx.paragraphs import Desk
from briefgen.render.docx.places import find_places, put
from briefgen.render.docx.properties import set_core_properties, set_language
from briefgen.render.docx.runs import Typist
from briefgen.render.docx.story import frame_of, write_story
from briefgen.render.docx.styles import Styles
from briefgen.render.docx.wordml import Element, W, w
from briefgen.types.block import Paragraph
from briefgen.types.brief import Content
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.look import Look
from briefgen.types.page import Master
from briefgen.types.word_template import WordTemplate

_FURNITURE = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def render_docx(
    content: Content,
    template: WordTemplate,
    look: Look,
    master: Master,
    *,
    table_label: str = "Table",
    pages: int | None = None,
) -> bytes:
    """Return a brief as a Word file: the template with the sections in its places.

    `table_label` is the word before a table's number. `pages` is the number of pages, if it is
    known: a document of one page prints no page number.

    Raises:
        TemplateError: a place that the brief needs is missing, or a field cannot be filled.
        RenderError: a table in the side column.
    """
    document = docx.Document(io.BytesIO(as_document(template.data)))
    geometry = divide(look, master)
    styles, numbering, settings = (
        _part(document, kind)
        for kind in (
            RELATIONSHIP_TYPE.STYLES,
            RELATIONSHIP_TYPE.NUMBERING,
            RELATIONSHIP_TYPE.SETTINGS,
        )
    )
    body = document.element.body
    places, findings = find_places(
        body, [frame_of(section, geometry) for section in content.sections], template.file
    )
    folio = "" if pages == 1 else content.furniture.folio
    findings += _fill_furniture(document, Values(content.furniture.values, folio), template.file)
    if findings:
        raise TemplateError(findings)
    desk = _desk(document, styles, numbering, look, content, table_label)
    put(write_story(content, geometry, desk), places, body)
    _dress(document, styles, geometry, look)
    set_language(styles, settings, content.metadata.language)
    set_core_properties(document.core_properties, content.metadata)
    held = io.BytesIO()
    document.save(held)
    return repeatable(held.getvalue())


def _part(document: Document, kind: str) -> Element:
    """Return a part of the document by the type of its relationship, or a new and empty one."""
    for relationship in document.part.rels.values():
        if relationship.reltype == kind and not relationship.is_external:
            part = relationship.target_part
            assert isinstance(part, XmlPart)
            return cast(Element, part.element)
    name = {
        RELATIONSHIP_TYPE.NUMBERING: ("numbering", CONTENT_TYPE.WML_NUMBERING),
        RELATIONSHIP_TYPE.SETTINGS: ("settings", CONTENT_TYPE.WML_SETTINGS),
        RELATIONSHIP_TYPE.STYLES: ("styles", CONTENT_TYPE.WML_STYLES),
    }[kind]
    part = XmlPart.load(
        PackURI(f"/word/{name[0]}.xml"),
        name[1],
        etree.tostring(w(name[0])),
        document.part.package,
    )
    document.part.relate_to(part, kind)
    return cast(Element, part.element)


def _furniture(document: Document) -> list[tuple[str, Element]]:
    """Return headers and footers by the name of their part."""
    return [
        (str(relationship.target_part.partname).lstrip("/"), relationship.target_part.element)
        for relationship in document.part.rels.values()
        if relationship.reltype in _FURNITURE
    ]


def _fill_furniture(document: Document, values: Values, file: str) -> list[Finding]:
    findings = [*fill(document.element.body, values, "word/document.xml", file)]
    for name, root in _furniture(document):
        findings += fill(root, values, name, file)
    return findings


def _desk(
    document: Document,
    styles_root: Element,
    numbering: Element,
    look: Look,
    content: Content,
    table_label: str,
) -> Desk:
    styles = Styles(styles_root)
    anchors = frozenset(
        block.anchor
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.anchor
    )

    def relate(address: str) -> str:
        return document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    taken = [
        int(mark.get(W + "id") or 0) for mark in document.element.body.iter(W + "bookmarkStart")
    ]
    return Desk(
        look=look,
        styles=styles,
        typist=Typist(styles, relate, anchors),
        lists=Lists(numbering, styles),
        table_label=table_label,
        numbers=count(max(taken, default=0) + 1),
    )


def _dress(document: Document, styles: Element, geometry: Geometry, look: Look) -> None:
    section = document.element.body.find(W + "sectPr")
    assert section is not None
    old = paper_text_width_pt(section)
    set_paper(section, look)
    set_margins(section, geometry, look)
    move_tabs(styles, old, geometry)
    for _, root in _furniture(document):
        move_tabs(root, old, geometry)
        widen_tables(root, old, geometry)
        reach(root, geometry, look)
