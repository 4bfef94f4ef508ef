"""The structure tree as PDF objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFText,
)

from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.extent import rectangle
from briefgen.render.pdf.objects import Written, array, dictionary, name, name_tree, text_string
from briefgen.render.pdf.structure import MarkedContent, Structure
from briefgen.types.laid import Element


class Annotation(Struct, frozen=True):
    """An annotation that a Link element holds. `key` is its number in the parent tree."""

    element: int
    page: int
    reference: PDFObjectReference
    key: int


def add_tree(
    canvas: TaggedCanvas, structure: Structure, annotations: Sequence[Annotation], height_mpt: int
) -> None:
    """Add the structure tree to a canvas whose pages are all finished.

    Keys of the parent tree are the numbers of the pages and then those of the annotations.
    """
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    canvas.setCatalogEntry("StructTreeRoot", root)
    writer = _Tree(canvas, structure, canvas.refer(root), height_mpt)
    for annotation in annotations:
        writer.held.setdefault(annotation.element, []).append(annotation)
    for index in structure.order:
        writer.fill(index)
    root["K"] = writer.references[0]
    root["ParentTree"] = writer.parent_tree(annotations)
    root["ParentTreeNextKey"] = len(structure.pages) + len(annotations)
    if writer.identifiers:
        root["IDTree"] = name_tree(writer.identifiers)


class _Tree:
    """Elements as objects, each with the reference that the others know it by."""

    def __init__(
        self,
        canvas: TaggedCanvas,
        structure: Structure,
        root: PDFObjectReference,
        height_mpt: int,
    ) -> None:
        self.canvas = canvas
        self.structure = structure
        self.root = canvas.written(root)
        self.height_mpt = height_mpt
        self.held: dict[int, list[Annotation]] = {}
        self.identifiers: dict[str, bytes] = {}
        self.pages = [canvas.written(page) for page in canvas.pages]
        self.objects = {index: Written() for index in structure.order}
        self.references = {
            index: canvas.written(canvas.refer(each)) for index, each in self.objects.items()
        }

    def fill(self, index: int) -> None:
        """Write an element, its entries in the order of their names."""
        element = self.structure.elements[index]
        own: list[tuple[bytes, bytes]] = []
        if attributes := _attributes(element, self.height_mpt):
            own.append((b"/A", self.canvas.written(PDFDictionary(attributes))))
        for key, text in ((b"/ActualText", element.actual_text), (b"/Alt", element.alt)):
            if text:
                own.append((key, self.canvas.written(text_string(text))))
        if identifier := element.target or (f"note-{index}" if element.tag == "Note" else None):
            own.append((b"/ID", self.canvas.written(PDFText(identifier))))
            self.identifiers[identifier] = self.references[index]
        kids = self.structure.kids[index]
        home = next((kid.page for kid in kids if not isinstance(kid, int)), None)
        if values := [*(self._kid(kid, home) for kid in kids), *self._annotations(index)]:
            own.append((b"/K", array(values)))
        if element.language:
            own.append((b"/Lang", self.canvas.written(text_string(element.language))))
        own.append(
            (b"/P", self.root if element.parent is None else self.references[element.parent])
        )
        if home is not None:
            own.append((b"/Pg", self.pages[home]))
        own += ((b"/S", name(element.tag)), (b"/Type", b"/StructElem"))
        self.objects[index].data = dictionary(own)

    def _annotations(self, index: int) -> Iterator[bytes]:
        """Yield references to the annotations that an element holds (14.7.4.3)."""
        for annotation in self.held.get(index, ()):
            page, written = self.pages[annotation.page], self.canvas.written(annotation.reference)
            yield dictionary([(b"/Obj", written), (b"/Pg", page), (b"/Type", b"/OBJR")])

    def _kid(self, kid: int | MarkedContent, home: int | None) -> bytes:
        """Return what stands for a kid; content on another page than `/Pg` says so itself."""
        if isinstance(kid, int):
            return self.references[kid]
        number = b"%d" % kid.mcid if kid.mcid is not None else b"null"
        if kid.page == home:
            return number
        return dictionary([(b"/MCID", number), (b"/Pg", self.pages[kid.page]), (b"/Type", b"/MCR")])

    def parent_tree(self, annotations: Sequence[Annotation]) -> PDFObjectReference:
        """Add the number tree from marked content and annotations to elements (14.7.4.4)."""
        numbers: list[object] = []
        for page, sequences in enumerate(self.structure.pages):
            owners = [
                self.references[each.element] for each in sequences if each.element is not None
            ]
            numbers += [page, self.canvas.refer(PDFArray(owners))]
        for annotation in annotations:
            numbers += [annotation.key, self.references[annotation.element]]
        return self.canvas.refer(PDFDictionary({"Nums": PDFArray(numbers)}))


def _attributes(element: Element, height_mpt: int) -> Mapping[str, object]:
    """Return the attributes of an element (14.8.5), which may be none."""
    if element.box_mpt:
        box = PDFArray(rectangle(element.box_mpt, height_mpt))
        return {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box}
    if element.list_numbering:
        return {"O": PDFName("List"), "ListNumbering": PDFName(element.list_numbering)}
    table: dict[str, object] = {}
    if element.scope:
        table["Scope"] = PDFName(element.scope)
    if element.column_span > 1:
        table["ColSpan"] = element.column_span
    if element.row_span > 1:
        table["RowSpan"] = element.row_span
    return {"O": PDFName("Table"), **table} if table else {}
