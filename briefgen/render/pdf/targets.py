"""Named destinations: the places within the document that links lead to."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.render.pdf.extent import extent
from briefgen.render.pdf.fonts import DocumentFont
from briefgen.render.pdf.structure import Structure
from briefgen.render.pdf.syntax import Name, Reference, Value


def destination(page: Reference, x_mpt: int, y_mpt: int, height_mpt: int) -> Value:
    """Return a place on a page, at the magnification that the reader has (12.3.2.2)."""
    return [page, Name("XYZ"), x_mpt / 1000, (height_mpt - y_mpt) / 1000, None]


def destinations(
    structure: Structure,
    pages: list[Reference],
    height_mpt: int,
    fonts: Mapping[str, DocumentFont],
) -> dict[str, Value]:
    """Return the destination of each target: the top left corner of its element's first mark."""
    places: dict[str, Value] = {}
    for index in structure.order:
        target = structure.elements[index].target
        first = next(structure.content(index), None)
        if target and first:
            left, top, _, _ = extent(first.marks[0], fonts)
            places[target] = destination(pages[first.page], left, top, height_mpt)
    return places


def name_tree(names: Mapping[str, Value]) -> Value:
    """Return a name tree of one node, its keys in the order of their bytes (7.9.6)."""
    encoded = sorted((key.encode(), value) for key, value in names.items())
    return {"Names": [part for pair in encoded for part in pair]}
