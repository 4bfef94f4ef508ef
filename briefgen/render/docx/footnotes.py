"""Native footnotes: the part that holds their text, and what the settings say of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree
from msgspec.structs import replace

from briefgen.ooxml.build import put_in, w
from briefgen.ooxml.names import Element, W, twips
from briefgen.render.docx.frames import FramePosition
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.types.prose import Prose, runs
from briefgen.types.role import Role

SEPARATOR_PT = 6.2
"""Height of the line with the rule above footnotes: as much as LibreOffice gives it."""

STYLE = "footnote text"
"""Word's own style of footnotes."""

_INSIDE = FramePosition(0)


def first_id(document: Document) -> int:
    """Return the first free id of a footnote: 1, unless the template has some of its own."""
    part = _held(document)
    ids = [note.get(W + "id") or "" for note in etree.fromstring(part.blob)] if part else []
    return max((int(one) for one in ids if one.isdigit()), default=0) + 1


def write_footnotes(
    notes: Iterable[Prose], document: Document, settings: Element, writer_context: WriterContext
) -> None:
    """Write footnotes into their part, each opening with its number, in the style of sources.

    Where Word's own style of footnotes looks just so, it is that one: those that somebody adds
    have it too.
    """
    part = _opened(document)
    root = cast(Element, part.element)
    style = STYLE if writer_context.styles.is_based(STYLE, Role.SOURCE.value) else None

    def relate(address: str) -> str:
        return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    run_writer = replace(writer_context.run_writer, relate=relate)
    text_style = writer_context.style(Role.SOURCE)
    for number, prose in enumerate(notes, 1):
        text = run_writer.write(runs(prose), text_style)
        content = [writer_context.references.own(text_style), w("r", w("tab")), *text]
        paragraph = writer_context.paragraph(Role.SOURCE, content, _INSIDE, style=style)
        root.append(w("footnote", paragraph, id=writer_context.references.id_of(number)))
    _report(settings)


def _held(document: Document) -> Part | None:
    for relationship in document.part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return cast(Part, relationship.target_part)
    return None


def _opened(document: Document) -> XmlPart:
    """Return the part of footnotes: the template's own with what is in it, or a new one."""
    existing = _held(document)
    name = existing.partname if existing else PackURI("/word/footnotes.xml")
    data = existing.blob if existing else etree.tostring(_empty())
    part = cast(
        XmlPart,
        XmlPart.load(name, CONTENT_TYPE.WML_FOOTNOTES, data, document.part.package),
    )
    if existing:
        for key, one in existing.rels.items():
            target = one.target_ref if one.is_external else one.target_part
            part.load_rel(one.reltype, target, key, one.is_external)
        own = next(key for key, one in document.part.rels.items() if one.target_part is existing)
        del document.part.rels[own]
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def _empty() -> Element:
    """Return the root of footnotes with the rules above them, and nothing else."""
    height = twips(SEPARATOR_PT)
    return w(
        "footnotes",
        *(
            w(
                "footnote",
                w(
                    "p",
                    w("pPr", w("spacing", before=0, after=0, line=height, lineRule="exact")),
                    w("r", w(kind)),
                ),
                type=kind,
                id=number,
            )
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ),
    )


def _report(settings: Element) -> None:
    """Name the rules above footnotes in the settings."""
    if settings.find(W + "footnotePr") is not None:
        return
    put_in(settings, w("footnotePr", w("footnote", id=-1), w("footnote", id=0)))
