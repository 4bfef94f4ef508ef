"""A laid-out document into the bytes of a PDF that is PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache

from briefgen.render.pdf.drawing import Pen
from briefgen.render.pdf.extent import rectangle
from briefgen.render.pdf.file import ObjectFile
from briefgen.render.pdf.fonts import DocumentFont, document_fonts, embed
from briefgen.render.pdf.guard import guard, heading_findings
from briefgen.render.pdf.links import LinkArea, check_targets, link_areas
from briefgen.render.pdf.metadata import info, xmp
from briefgen.render.pdf.outline import add_outline
from briefgen.render.pdf.srgb import IDENTIFIER, srgb_profile
from briefgen.render.pdf.structure import MarkedContent, Structure, structure
from briefgen.render.pdf.syntax import Name, Reference, Value
from briefgen.render.pdf.targets import destinations, name_tree
from briefgen.render.pdf.tree import Annotation, add_tree
from briefgen.types.draft import Metadata
from briefgen.types.finding import RenderError
from briefgen.types.font import FontLibrary
from briefgen.types.laid import LaidOut, TextMark

_PRINT = 4
"""Annotation flag: print it with the page (ISO 19005-2, 6.3.2)."""


def render_pdf(laid_out: LaidOut, metadata: Metadata, fonts: FontLibrary) -> bytes:
    """Draw a laid-out document. The same input gives the same bytes, in any thread, on any day.

    Raises:
        RenderError: `glyph-missing`, `face-missing` or `heading-skipped`, all at once.
        Bug: the document is not whole; see `guard`.
    """
    guard(laid_out)
    own = structure(laid_out.elements, laid_out.pages)
    used = _fonts(laid_out, own, fonts)
    height = laid_out.height_mpt
    file = ObjectFile()
    catalog, tree = file.reserve(), file.reserve()
    pages = [file.reserve() for _ in laid_out.pages]
    places = destinations(own, pages, height, used)
    check_targets(own, places)
    areas = list(link_areas(own, used))
    annotations = _add_annotations(file, areas, len(pages), height)
    resources = file.add(
        {"Font": {font.resource: embed(file, font.subset) for font in used.values()}}
    )
    for number, (page, content) in enumerate(zip(pages, own.pages, strict=True)):
        own_links = [each.reference for each in annotations if each.page == number]
        file.fill(
            page,
            {
                "Type": Name("Page"),
                "Parent": tree,
                "MediaBox": [0, 0, laid_out.width_mpt / 1000, height / 1000],
                "Resources": resources,
                "Contents": file.add_stream(_draw(content, height, own, used)),
                "StructParents": number,
                "Tabs": Name("S"),
                **({"Annots": own_links} if own_links else {}),
            },
        )
    file.fill(tree, {"Type": Name("Pages"), "Kids": pages, "Count": len(pages)})
    outline = add_outline(file, laid_out.bookmarks, pages, height)
    file.fill(
        catalog,
        {
            "Type": Name("Catalog"),
            "Pages": tree,
            "StructTreeRoot": add_tree(file, own, pages, annotations, height),
            **({"Outlines": outline} if outline else {}),
            **({"Names": {"Dests": name_tree(places)}} if places else {}),
            **_conformance(file, metadata),
        },
    )
    return file.to_bytes(catalog, file.add(info(metadata)))


def _fonts(laid_out: LaidOut, own: Structure, library: FontLibrary) -> dict[str, DocumentFont]:
    findings = heading_findings([own.elements[index] for index in own.order])
    texts = (mark for page in laid_out.pages for mark in page.marks if isinstance(mark, TextMark))
    try:
        used = document_fonts(texts, library)
    except RenderError as error:
        findings = [*error.findings, *findings]
    if findings:
        raise RenderError(findings)
    return used


def _draw(
    content: tuple[MarkedContent, ...],
    height_mpt: int,
    own: Structure,
    fonts: Mapping[str, DocumentFont],
) -> bytes:
    """Return the content stream of a page: each sequence in its marks of begin and end."""
    pen = Pen(height_mpt, fonts)
    for sequence in content:
        if sequence.element is None:
            kind = "Pagination" if isinstance(sequence.marks[0], TextMark) else "Layout"
            pen.write(f"/Artifact <</Type /{kind}>> BDC")
        else:
            pen.write(f"/{own.elements[sequence.element].tag} <</MCID {sequence.mcid}>> BDC")
        for mark in sequence.marks:
            pen.draw(mark)
        pen.write("EMC")
    return pen.to_bytes()


def _add_annotations(
    file: ObjectFile, areas: list[LinkArea], first_key: int, height_mpt: int
) -> list[Annotation]:
    annotations = []
    for key, area in enumerate(areas, first_key):
        lead: dict[str, Value]
        if area.address.startswith("#"):
            lead = {"Dest": area.address[1:].encode()}
        else:
            lead = {"A": {"S": Name("URI"), "URI": _uri(area.address)}}
        reference = file.add(
            {
                "Type": Name("Annot"),
                "Subtype": Name("Link"),
                "Rect": rectangle(area.box, height_mpt),
                "Border": [0, 0, 0],
                "F": _PRINT,
                "Contents": area.contents,
                "StructParent": key,
                **lead,
            }
        )
        annotations.append(Annotation(area.link, area.page, reference, key))
    return annotations


def _uri(address: str) -> bytes:
    """Return an address in ASCII (12.6.4.7), anything else percent-encoded."""
    return "".join(
        character if character.isascii() else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in address
    ).encode("ascii")


@cache
def _profile() -> bytes:
    return zlib.compress(srgb_profile())


def _conformance(file: ObjectFile, metadata: Metadata) -> dict[str, Value]:
    """Return the catalog's entries that PDF/UA-1 and PDF/A-2a ask for."""
    profile: Reference = file.add_deflated(_profile(), {"N": 3})
    intent: Value = {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFA1"),
        "OutputConditionIdentifier": IDENTIFIER,
        "Info": IDENTIFIER,
        "DestOutputProfile": profile,
    }
    packet = file.add_stream(
        xmp(metadata), {"Type": Name("Metadata"), "Subtype": Name("XML")}, plain=True
    )
    return {
        "Lang": metadata.language,
        "MarkInfo": {"Marked": True},
        "ViewerPreferences": {"DisplayDocTitle": True},
        "PageLabels": {"Nums": [0, {"S": Name("D")}]},
        "Metadata": packet,
        "OutputIntents": [intent],
    }
