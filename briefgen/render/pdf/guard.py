"""What a laid-out document must hold before it is drawn: faults of ours, and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.pattern import late_pattern
from briefgen.types.finding import Bug, Finding
from briefgen.types.laid import Element, ImageMark, LaidOut

STANDARD_TAGS = frozenset(
    {
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "NonStruct", "P"),
        *("TOC", "TOCI", "Index", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note"),
        *("Reference", "BibEntry", "Code", "Link", "Figure", "Formula"),
    }
)
"""The standard structure types (ISO 32000-1, 14.8.4) that can stand without a role map."""

_ADDRESS = late_pattern(r"https?://\S+|mailto:[^\s@]+@[^\s@]+|#\S+")
_COLOUR = late_pattern(r"#[0-9A-Fa-f]{6}")


def guard(laid_out: LaidOut) -> None:
    """Check that elements form one tree and that marks and elements are whole.

    Raises:
        Bug: each of these is for the stages before to get right; every fault found is named.
    """
    faults = [*_tree_faults(laid_out.elements), *_mark_faults(laid_out)]
    for index, element in enumerate(laid_out.elements):
        faults += [
            f"element {index} ({element.tag}) {fault}"
            for fault in _element_faults(element, len(laid_out.pages))
        ]
    if not laid_out.pages:
        faults.append("there is no page")
    faults += [
        f'bookmark "{bookmark.title}" is on page {bookmark.page}, which is not there'
        for bookmark in laid_out.bookmarks
        if not 1 <= bookmark.page <= len(laid_out.pages)
    ]
    if faults:
        raise Bug("; ".join(faults))


def heading_findings(elements: Sequence[Element]) -> list[Finding]:
    """Return a finding for each heading that skips a level (ISO 14289-1, 7.4.2)."""
    findings = []
    last = 0
    for element in elements:
        if not re.fullmatch("H[1-6]", element.tag):
            continue
        level = int(element.tag[1])
        if level > last + 1:
            after = f"one of level {last}" if last else "none"
            findings.append(
                Finding(
                    "heading-skipped",
                    f"a heading of level {level} follows {after}",
                    f"make it a heading of level {last + 1} in the content template",
                )
            )
        last = level
    return findings


def _tree_faults(elements: Sequence[Element]) -> Iterator[str]:
    if not elements or elements[0].tag != "Document":
        yield "the first element is not the Document"
    targets: set[str] = set()
    for index, element in enumerate(elements):
        if element.parent is None and index:
            yield f"element {index} ({element.tag}) has no parent"
        if element.parent is not None and not 0 <= element.parent < index:
            yield f"element {index} ({element.tag}) stands before its parent {element.parent}"
        if index and element.tag == "Document":
            yield f"element {index} is a second Document"
        if element.target in targets:
            yield f'two elements have the target "{element.target}"'
        targets |= {element.target} if element.target else set()


def _element_faults(element: Element, pages: int) -> Iterator[str]:
    if element.tag not in STANDARD_TAGS:
        yield "has no standard tag"
    if element.tag == "Figure" and not (element.alt or element.actual_text):
        yield "has no alternative text"
    if element.tag == "Figure" and element.box_mpt is None:
        yield "has no box"
    if element.page is not None and not 1 <= element.page <= pages:
        yield f"is on page {element.page}, which is not there"
    if element.tag == "TH" and element.scope is None:
        yield "has no scope"
    if (element.tag == "Link") != (element.address is not None):
        yield "is a link without an address" if element.tag == "Link" else "has an address"
    if element.address is not None and not _ADDRESS.fullmatch(element.address):
        yield f'leads to "{element.address}", which is no http, https or mailto address'
    if element.column_span < 1 or element.row_span < 1:
        yield "spans nothing"


def _mark_faults(laid_out: LaidOut) -> Iterator[str]:
    for number, page in enumerate(laid_out.pages, 1):
        for mark in page.marks:
            if mark.element is not None and not 0 <= mark.element < len(laid_out.elements):
                yield f"a mark on page {number} belongs to no element: {mark.element}"
            elif mark.element is not None and isinstance(mark, ImageMark):
                tag = laid_out.elements[mark.element].tag
                if tag != "Figure":
                    yield f"a picture on page {number} belongs to a {tag}, not to a Figure"
            for part in ("colour", "fill", "stroke"):
                colour = getattr(mark, part, None)
                if colour is not None and not _COLOUR.fullmatch(colour):
                    yield f'a mark on page {number} has the colour "{colour}"'
