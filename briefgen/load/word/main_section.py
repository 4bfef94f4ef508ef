"""The section of a Word template that a brief stands in: it sets columns of its own."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.ooxml.build import removed
from briefgen.ooxml.names import Element, W, attribute, child
from briefgen.types.finding import Finding

_ITS_OWN = ("cols", "bidi", "textDirection")
"""What a section says of the flow of its text (ISO/IEC 29500-1, 17.6)."""


def make_plain(place: Element, file: str) -> Iterator[Finding]:
    """Let the section of a place have one column, and lines from left to right, with a warning."""
    section = next((one for one in _sections(place)), None)
    if section is None:
        return
    columns = attribute(child(section, "cols"), "num") or "1"
    flows = [one for name in _ITS_OWN if (one := child(section, name)) is not None]
    for one in flows:
        removed(one)
    if columns.isdigit() and int(columns) > 1:
        yield Finding(
            "word-columns",
            f"sets its text in {columns} columns; a brief stands in columns of its own",
            "nothing needs to be done; to see the template as a brief has it, choose one column "
            "(Layout, Columns)",
            ("body",),
            "warning",
            file,
        )


def _sections(place: Element) -> Iterator[Element]:
    """Yield the ends of sections at or after a place."""
    at = place
    while (parent := at.getparent()) is not None and parent.tag != W + "body":
        at = parent
    for block in (at, *at.itersiblings()):
        section = block if block.tag == W + "sectPr" else child(block, "pPr", "sectPr")
        if section is not None:
            yield section
