"""The outline: bookmarks to a document's headings (ISO 32000-1, 12.3.3), and what links lead to.

Links: one annotation for each line that a link stands on (ISO 32000-1, 12.5.6.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.drawing import number
from briefgen.render.pdf.extent import Box, extent, joined
from briefgen.render.pdf.fonts import Fonts
from briefgen.render.pdf.objects import Entries, array, name, text_string
from briefgen.render.pdf.structure import MarkedContent, Structure
from briefgen.types.finding import Bug
from briefgen.types.laid import Bookmark, TextMark

_GAP = 1.0
"""Widest gap within one annotation, in sizes of the text: what is further off is another column."""


class LinkArea(Struct, frozen=True):
    """A stretch of a line that leads somewhere. `link` is the index of its Link element."""

    link: int
    page: int
    box: Box
    address: str
    contents: str


def link_areas(structure: Structure, fonts: Fonts) -> Iterator[LinkArea]:
    """Yield the areas of all links, in reading order.

    `contents`, which assistive technology reads for the annotation (ISO 14289-1, 7.18.5), is the
    alternative text of the link or, without one, its own text.
    """
    for index in structure.order:
        element = structure.elements[index]
        if element.tag != "Link":
            continue
        assert element.address
        content = tuple(structure.content(index))
        contents = element.alt or text_of(content) or element.address
        for page, box in _lines(content, fonts):
            yield LinkArea(index, page, box, element.address, contents)


def text_of(content: tuple[MarkedContent, ...]) -> str:
    """Return the text of marked content, as it is drawn."""
    marks = (mark for sequence in content for mark in sequence.marks)
    return "".join(mark.text for mark in marks if isinstance(mark, TextMark)).strip()


def _lines(content: tuple[MarkedContent, ...], fonts: Fonts) -> Iterator[tuple[int, Box]]:
    """Join the boxes of marks that stand side by side."""
    line: tuple[int, Box] | None = None
    for sequence in content:
        for mark in sequence.marks:
            box = extent(mark, fonts)
            if line and line[0] == sequence.page and _side_by_side(line[1], box):
                line = (sequence.page, joined(line[1], box))
                continue
            if line:
                yield line
            line = (sequence.page, box)
    if line:
        yield line


def _side_by_side(one: Box, other: Box) -> bool:
    size = other[3] - other[1]
    on_one_line = max(one[1], other[1]) < min(one[3], other[3])
    return on_one_line and -size * _GAP <= other[0] - one[2] <= size * _GAP


# Targets: the places within the document that links and bookmarks lead to.


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


def add_outline(canvas: TaggedCanvas, bookmarks: Sequence[Bookmark], height_mpt: int) -> None:
    """Add bookmarks to a canvas whose pages are all finished, all of them open."""
    if not bookmarks:
        return
    root = Entries({"Type": name("Outlines")})
    pages = [canvas.written(page) for page in canvas.pages]
    items = [Entries(_item(each, pages, height_mpt)) for each in bookmarks]
    references = [canvas.written(canvas.refer(item)) for item in items]
    above = parents([bookmark.level for bookmark in bookmarks])
    below: Counter[int | None] = Counter()
    for kid in reversed(range(len(above))):  # they follow what they stand under
        below[above[kid]] += 1 + below[kid]
    kin: dict[int | None, list[int]] = {}
    for kid, parent in enumerate(above):
        kin.setdefault(parent, []).append(kid)
    for parent, kids in kin.items():
        holder = root if parent is None else items[parent]
        holder["First"], holder["Last"] = references[kids[0]], references[kids[-1]]
        holder["Count"] = b"%d" % below[parent]
        for kid in kids:
            items[kid]["Parent"] = canvas.written(canvas.refer(holder))
        for before, after in pairwise(kids):
            items[before]["Next"], items[after]["Prev"] = references[after], references[before]
    canvas.setCatalogEntry("Outlines", root)


def _item(bookmark: Bookmark, pages: Sequence[bytes], height_mpt: int) -> dict[str, object]:
    top = number(height_mpt - bookmark.y_mpt).encode("ascii")
    place = array([pages[bookmark.page - 1], b"/XYZ", b"0", top, b"null"])
    return {"Title": text_string(bookmark.title), "Dest": place}


def parents(levels: Sequence[int]) -> list[int | None]:
    """Return what each bookmark stands under: the last one of a lower level, None at the top."""
    path: list[int] = []
    found: list[int | None] = []
    for index, level in enumerate(levels):
        while path and levels[path[-1]] >= level:
            path.pop()
        found.append(path[-1] if path else None)
        path.append(index)
    return found
