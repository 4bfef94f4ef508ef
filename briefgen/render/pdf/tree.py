"""The structure tree as PDF objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.render.pdf.extent import rectangle
from briefgen.render.pdf.file import ObjectFile
from briefgen.render.pdf.structure import MarkedContent, Structure
from briefgen.render.pdf.syntax import Name, Reference, Value
from briefgen.render.pdf.targets import name_tree
from briefgen.types.laid import Element


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that a Link element holds. `key` is its number in the parent tree."""

    element: int
    page: int
    reference: Reference
    key: int


def add_tree(
    file: ObjectFile,
    structure: Structure,
    pages: list[Reference],
    annotations: list[Annotation],
    height_mpt: int,
) -> Reference:
    """Add the structure tree and return its root.

    Keys of the parent tree are the numbers of the pages and then those of the annotations.
    """
    root = file.reserve()
    references = {index: file.reserve() for index in structure.order}
    held: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        held.setdefault(annotation.element, []).append(annotation)
    identifiers: dict[str, Value] = {}
    for index, reference in references.items():
        element = structure.elements[index]
        entries: dict[str, Value] = {"Type": Name("StructElem"), "S": Name(element.tag)}
        entries["P"] = root if element.parent is None else references[element.parent]
        if identifier := element.target or (f"note-{index}" if element.tag == "Note" else None):
            entries["ID"] = identifier.encode()
            identifiers[identifier] = reference
        entries |= _texts(element)
        if attributes := _attributes(element, height_mpt):
            entries["A"] = attributes
        entries |= _kids(structure.kids[index], references, held.get(index, []), pages)
        file.fill(reference, entries)
    file.fill(
        root,
        {
            "Type": Name("StructTreeRoot"),
            "K": references[0],
            "ParentTree": _parent_tree(file, structure, references, annotations),
            "ParentTreeNextKey": len(pages) + len(annotations),
            **({"IDTree": name_tree(identifiers)} if identifiers else {}),
        },
    )
    return root


def _texts(element: Element) -> dict[str, Value]:
    texts = {"Alt": element.alt, "ActualText": element.actual_text, "Lang": element.language}
    return {key: text for key, text in texts.items() if text}


def _attributes(element: Element, height_mpt: int) -> Value:
    """Return the attributes of an element (14.8.5), None without any."""
    if element.box_mpt:
        return {
            "O": Name("Layout"),
            "Placement": Name("Block"),
            "BBox": rectangle(element.box_mpt, height_mpt),
        }
    if element.list_numbering:
        return {"O": Name("List"), "ListNumbering": Name(element.list_numbering)}
    table: dict[str, Value] = {}
    if element.scope:
        table["Scope"] = Name(element.scope)
    if element.column_span > 1:
        table["ColSpan"] = element.column_span
    if element.row_span > 1:
        table["RowSpan"] = element.row_span
    return {"O": Name("Table"), **table} if table else None


def _kids(
    kids: tuple[int | MarkedContent, ...],
    references: Mapping[int, Reference],
    annotations: list[Annotation],
    pages: list[Reference],
) -> dict[str, Value]:
    """Return `/K`, and `/Pg` as the page of the element's first content."""
    own = [kid.page for kid in kids if isinstance(kid, MarkedContent)]
    home = own[0] if own else None
    values: list[Value] = []
    for kid in kids:
        if isinstance(kid, int):
            values.append(references[kid])
        elif kid.page == home:
            values.append(kid.mcid)
        else:
            values.append({"Type": Name("MCR"), "Pg": pages[kid.page], "MCID": kid.mcid})
    values += [
        {"Type": Name("OBJR"), "Pg": pages[each.page], "Obj": each.reference}
        for each in annotations
    ]
    if not values:
        return {}
    return {"K": values, **({"Pg": pages[home]} if home is not None else {})}


def _parent_tree(
    file: ObjectFile,
    structure: Structure,
    references: Mapping[int, Reference],
    annotations: list[Annotation],
) -> Reference:
    """Add the number tree from marked content and annotations back to elements (14.7.4.4)."""
    numbers: list[Value] = []
    for page, sequences in enumerate(structure.pages):
        owners = [references[each.element] for each in sequences if each.element is not None]
        numbers += [page, file.add(owners)]
    for annotation in annotations:
        numbers += [annotation.key, references[annotation.element]]
    return file.add({"Nums": numbers})
