"""A laid-out document into the bytes of a PDF that is PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import Destination

from briefgen.render.glyphs import Placed, in_printing_faces, nowhere
from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.composite_font import registered
from briefgen.render.pdf.conformance import declare, info
from briefgen.render.pdf.drawing import PagePainter
from briefgen.render.pdf.extent import rectangle
from briefgen.render.pdf.fonts import Fonts, document_fonts
from briefgen.render.pdf.guard import guard, heading_findings
from briefgen.render.pdf.objects import name_tree
from briefgen.render.pdf.outline import add_outline, link_areas, targets
from briefgen.render.pdf.structure import MarkedContent, Structure, structure
from briefgen.render.pdf.tree import Annotation, add_tree
from briefgen.types.draft import Metadata
from briefgen.types.finding import RenderError
from briefgen.types.font import FontLibrary
from briefgen.types.laid import LaidOut, TextMark


def render_pdf(
    laid_out: LaidOut, metadata: Metadata, fonts: FontLibrary, placed: Placed = nowhere
) -> bytes:
    """Draw a laid-out document. The same input gives the same bytes, in any thread, on any day.

    `placed` says where its argument holds characters that no font has.

    Raises:
        RenderError: `glyph-missing`, `face-missing` or `heading-skipped`, all at once.
        Bug: the document is not whole; see `guard`.
    """
    guard(laid_out)
    own = structure(laid_out.elements, in_printing_faces(laid_out, fonts).pages)
    used = _fonts(laid_out, own, fonts, placed)
    size_pt = (laid_out.width_mpt / 1000, laid_out.height_mpt / 1000)
    with registered(used.values()):
        canvas = TaggedCanvas(size_pt, metadata.language, info(metadata))
        declare(canvas, metadata)
        places = _Places(laid_out, own, used)
        annotations: list[Annotation] = []
        for number, content in enumerate(own.pages):
            _draw(canvas, content, laid_out.height_mpt, own, used)
            places.mark(canvas, number)
            annotations += places.link(canvas, number)
            canvas.showPage()
        places.name(canvas)
        add_outline(canvas, laid_out.bookmarks, laid_out.height_mpt)
        add_tree(canvas, own, annotations, laid_out.height_mpt)
        return canvas.to_bytes()


def _fonts(laid_out: LaidOut, own: Structure, library: FontLibrary, placed: Placed) -> Fonts:
    findings = heading_findings([own.elements[index] for index in own.order])
    texts = (mark for page in laid_out.pages for mark in page.marks if isinstance(mark, TextMark))
    try:
        used = document_fonts(texts, library, placed)
    except RenderError as error:
        findings = [*error.findings, *findings]
    if findings:
        raise RenderError(findings)
    return used


def _draw(
    canvas: TaggedCanvas,
    content: tuple[MarkedContent, ...],
    height_mpt: int,
    own: Structure,
    fonts: Fonts,
) -> None:
    """Draw the content of a page, each sequence between its marks of begin and end."""
    painter = PagePainter(canvas, height_mpt, fonts)
    for sequence in content:
        if sequence.element is None:
            kind = "Pagination" if isinstance(sequence.marks[0], TextMark) else "Layout"
            canvas.begin("Artifact", f"/Type /{kind}")
        else:
            canvas.begin(own.elements[sequence.element].tag, f"/MCID {sequence.mcid}")
        for mark in sequence.marks:
            painter.draw(mark)
        canvas.end()


class _Places:
    """Where a document's links stand and lead. It lives for one document."""

    def __init__(self, laid_out: LaidOut, own: Structure, fonts: Fonts) -> None:
        self.height_mpt = laid_out.height_mpt
        self.targets = targets(own, fonts)
        self.areas = list(enumerate(link_areas(own, fonts), len(laid_out.pages)))
        self.destinations: dict[str, Destination] = {}

    def mark(self, canvas: TaggedCanvas, page: int) -> None:
        """Mark the places on the canvas's page that links lead to."""
        for name, place in self.targets.items():
            if place.page == page:
                top = (self.height_mpt - place.y_mpt) / 1000
                self.destinations[name] = canvas.bookmarkPage(
                    name, "XYZ", left=place.x_mpt / 1000, top=top
                )

    def link(self, canvas: TaggedCanvas, page: int) -> Iterator[Annotation]:
        """Add the links of the canvas's page and yield their annotations."""
        for key, area in self.areas:
            if area.page == page:
                box = rectangle(area.box, self.height_mpt)
                reference = canvas.link(key, box, _ascii(area.address), area.contents)
                yield Annotation(area.link, page, reference, key)

    def name(self, canvas: TaggedCanvas) -> None:
        """Add the names of places, which have all been marked."""
        if self.destinations:
            canvas.setCatalogEntry("Names", {"Dests": name_tree(self.destinations)})


def _ascii(address: str) -> str:
    """Return an address in ASCII (ISO 32000-1, 12.6.4.7), all else percent-encoded."""
    if address.startswith("#"):
        return address
    return "".join(
        character if character.isascii() else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in address
    )
