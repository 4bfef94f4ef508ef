"""Targets: the places within the document that links and bookmarks lead to."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from briefgen.render.pdf.extent import extent
from briefgen.render.pdf.fonts import Fonts
from briefgen.render.pdf.structure import Structure
from briefgen.types.finding import Bug


class LinkTarget(Struct, frozen=True):
    """A place on a page, which is counted from 0."""

    page: int
    x_mpt: int
    y_mpt: int


def targets(structure: Structure, fonts: Fonts) -> dict[str, LinkTarget]:
    """Return the place of each target: the top left corner of its element's first mark.

    Raises:
        Bug: a link leads to an element that is not there or has no mark.
    """
    places: dict[str, LinkTarget] = {}
    for index in structure.order:
        target = structure.elements[index].target
        first = next(structure.content(index), None)
        if target and first:
            left, top, _, _ = extent(first.marks[0], fonts)
            places[target] = LinkTarget(first.page, left, top)
    _check_links(structure, places)
    return places


def _check_links(structure: Structure, places: Mapping[str, LinkTarget]) -> None:
    for index in structure.order:
        address = structure.elements[index].address or ""
        if address.startswith("#") and address[1:] not in places:
            raise Bug(f'a link leads to "{address}", which stands on no page')
