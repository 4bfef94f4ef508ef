"""The structure tree: which elements there are, and what of the pages belongs to each.

Marks claim their elements in reading order. An element that nothing claims is dropped, except
for rows and cells: without its empty cells a table would not be regular (ISO 14289-1, 7.5).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from briefgen.types.laid import Element, LaidOut, LaidPage, Mark, TextMark


class MarkedContent(Struct, frozen=True):
    """A marked-content sequence: neighbouring marks of one element, or an artifact, on a page.

    `mcid` is its number on the page, None for an artifact.
    """

    element: int | None
    page: int
    mcid: int | None
    marks: tuple[Mark, ...]


Kid = int | MarkedContent
"""What stands in an element: the index of a child element, or marked content of its own."""


class Structure(Struct, frozen=True, dict=True):
    """The elements that are written, each with its kids in reading order."""

    elements: tuple[Element, ...]
    kids: tuple[tuple[Kid, ...], ...]
    pages: tuple[tuple[MarkedContent, ...], ...]

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The elements that are written, depth first: the order in which they are read."""
        found: list[int] = []
        waiting = [0]
        while waiting:
            index = waiting.pop()
            found.append(index)
            waiting += [kid for kid in reversed(self.kids[index]) if isinstance(kid, int)]
        return tuple(found)

    def content(self, index: int) -> Iterator[MarkedContent]:
        """Yield the marked content of an element and of all below it."""
        for kid in self.kids[index]:
            if isinstance(kid, int):
                yield from self.content(kid)
            else:
                yield kid


def structure(elements: tuple[Element, ...], pages: Sequence[LaidPage]) -> Structure:
    """Group the marks of each page into sequences and hang them into the tree of elements."""
    kids: list[list[Kid]] = [[] for _ in elements]
    attached = {0}
    grouped = tuple(tuple(_sequences(number, page)) for number, page in enumerate(pages))

    def attach(index: int) -> None:
        parent = elements[index].parent
        if index not in attached and parent is not None:
            attached.add(index)
            attach(parent)
            kids[parent].append(index)

    for sequences in grouped:
        for sequence in sequences:
            if sequence.element is not None:
                attach(sequence.element)
                kids[sequence.element].append(sequence)
    for index, element in enumerate(elements):
        if element.tag in _OF_TABLES and element.parent in attached:
            attach(index)
    return Structure(elements, tuple(map(_in_order, kids)), grouped)


def _sequences(page: int, laid: LaidPage) -> Iterator[MarkedContent]:
    mcid = 0
    run: list[Mark] = []
    for mark in (*laid.marks, None):
        if run and (mark is None or _kind(mark) != _kind(run[0])):
            element = run[0].element
            yield MarkedContent(element, page, None if element is None else mcid, tuple(run))
            mcid += element is not None
            run = []
        if mark is not None:
            run.append(mark)


def _kind(mark: Mark) -> object:
    """Artifacts of text and of lines stay apart: they are of different types."""
    return type(mark).__name__ == "TextMark" if mark.element is None else (mark.element,)


def _in_order(kids: list[Kid]) -> tuple[Kid, ...]:
    """Put child elements into the order in which they were given.

    A page may be drawn column by column; siblings stand in reading order all the same.
    """
    children = iter(sorted(kid for kid in kids if isinstance(kid, int)))
    return tuple(next(children) if isinstance(kid, int) else kid for kid in kids)


# The structure tree as text, for reading and comparing: what a screen reader is given.


def structure_text(laid_out: LaidOut) -> str:
    r"""Return the tree that `render_pdf` writes: an element a line, its text below it in quotes.

        Document lang=en-GB
          H1
            "Why China went"
          P
            "The mission, "
            Link -> https://example.org/
              "founded in 2013"
            ", is the deadliest."

    Text that runs on over lines, columns or pages is one string. Artifacts are not in the tree.
    """
    own = structure(laid_out.elements, laid_out.pages)
    return "\n".join(_lines(own, 0, "")) + "\n"


def _lines(own: Structure, index: int, indent: str) -> Iterator[str]:
    yield indent + _title(own.elements[index])
    inner = indent + "  "
    text = ""
    for kid in (*own.kids[index], None):
        if kid is None or isinstance(kid, int):
            if text:
                yield inner + json.dumps(text, ensure_ascii=False)
            text = ""
        if isinstance(kid, int):
            yield from _lines(own, kid, inner)
        elif kid is not None:
            text += "".join(mark.text for mark in kid.marks if isinstance(mark, TextMark))


def _title(element: Element) -> str:
    notes = {
        "lang": element.language,
        "alt": element.alt and json.dumps(element.alt, ensure_ascii=False),
        "actual": element.actual_text and json.dumps(element.actual_text, ensure_ascii=False),
        "numbering": element.list_numbering,
        "scope": element.scope,
        "columns": element.column_span if element.column_span > 1 else None,
        "rows": element.row_span if element.row_span > 1 else None,
        "id": element.target,
    }
    parts = [element.tag, *(f"{key}={value}" for key, value in notes.items() if value)]
    if element.address:
        parts += ["->", element.address]
    return " ".join(parts)


_OF_TABLES = frozenset({"TR", "TH", "TD"})
