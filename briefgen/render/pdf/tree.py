"""The structure tree as PDF objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFText,
)

from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.extent import rectangle
from briefgen.render.pdf.objects import Entries, array, name, name_tree, text_string
from briefgen.render.pdf.structure import MarkedContent, Structure
from briefgen.types.laid import Element


@dataclass(frozen=True, slots=True)
class Annotation:
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
        self.objects = {index: Entries() for index in structure.order}
        self.references = {
            index: canvas.written(canvas.refer(each)) for index, each in self.objects.items()
        }

    def fill(self, index: int) -> None:
        """Give an element its entries."""
        element, entries = self.structure.elements[index], self.objects[index].dict
        entries["Type"] = name("StructElem")
        entries["S"] = name(element.tag)
        entries["P"] = self.root if element.parent is None else self.references[element.parent]
        if identifier := element.target or (f"note-{index}" if element.tag == "Note" else None):
            entries["ID"] = PDFText(identifier)
            self.identifiers[identifier] = self.references[index]
        if element.alt:
            entries["Alt"] = text_string(element.alt)
        if element.actual_text:
            entries["ActualText"] = text_string(element.actual_text)
        if element.language:
            entries["Lang"] = text_string(element.language)
        if attributes := _attributes(element, self.height_mpt):
            entries["A"] = PDFDictionary(attributes)
        self._fill_kids(index, entries)

    def _fill_kids(self, index: int, entries: dict[str, object]) -> None:
        """Add `/K`, and `/Pg` as the page of the element's first content."""
        kids = self.structure.kids[index]
        home = next((kid.page for kid in kids if not isinstance(kid, int)), None)
        values = [self._kid(kid, home) for kid in kids]
        for annotation in self.held.get(index, ()):
            page, held = self.pages[annotation.page], self.canvas.written(annotation.reference)
            reference = {"Type": name("OBJR"), "Pg": page, "Obj": held}
            values.append(self.canvas.written(Entries(reference)))
        if values:
            entries["K"] = array(values)
        if home is not None:
            entries["Pg"] = self.pages[home]

    def _kid(self, kid: int | MarkedContent, home: int | None) -> bytes:
        if isinstance(kid, int):
            return self.references[kid]
        if kid.page == home:
            return str(kid.mcid).encode("ascii")
        page = self.pages[kid.page]
        mcid = str(kid.mcid).encode("ascii")
        return self.canvas.written(Entries({"Type": name("MCR"), "Pg": page, "MCID": mcid}))

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
