"""The table of contents: a field that Word can renew, with its entries and pages already in it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.ooxml.build import field_opening, field_runs, text_content, w
from briefgen.ooxml.names import Element, W
from briefgen.render.docx.frames import FramePosition
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.render.docx.references import bookmark_name
from briefgen.types.block import Contents, ContentsEntry
from briefgen.types.brief import Content

HEADING_STYLE = "TOC Heading"
"""Style of the heading over it, where a template has one: Word does not list such a heading."""


LISTED = "_Listed"
"""Bookmark from the first heading that contents of the argument list to the last."""


def bound_contents(body: Element, content: Content, numbers: Iterator[int]) -> None:
    """Let contents of the argument, where Word renews them, list what lies between their headings.

    Else Word would list every heading of the brief, tables and lists at its end included.
    """
    blocks = (block for section in content.sections for block in section.blocks)
    for block in blocks:
        if not (isinstance(block, Contents) and block.of_argument and block.entries):
            continue
        ends = [bookmark_name(block.entries[end].anchor) for end in (0, -1)]
        marks = {one.get(W + "name"): one for one in body.iter(W + "bookmarkStart")}
        if not all(name in marks for name in ends):
            return
        number = next(numbers)
        first, last = (marks[name] for name in ends)
        first.addprevious(w("bookmarkStart", id=number, name=LISTED))
        paragraph = last.getparent()
        assert paragraph is not None
        paragraph.append(w("bookmarkEnd", id=number))
        return


def write_contents(
    block: Contents, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return the entries as the result of one field, which Word renews when asked (F9).

    There is no content control around it, as Word's own has for its button above the list: other
    programs would not see the entries, and LibreOffice would break a text frame.
    """
    last = len(block.entries) - 1
    paragraphs = [
        _entry(entry, place, writer_context, keep_next=block.is_whole and at < last)
        for at, entry in enumerate(block.entries)
    ]
    if not paragraphs:
        return []
    first, final = paragraphs[0], paragraphs[-1]
    within = f"\\b {LISTED} " if block.of_argument else ""
    opening = field_opening(f' TOC \\o "1-{block.levels}" \\h \\z \\u {within}')
    for at, run in enumerate(opening, 1):
        first.insert(at, w("r", *run))
    final.append(w("r", w("fldChar", fldCharType="end")))
    return paragraphs


def _entry(
    entry: ContentsEntry, place: FramePosition, writer_context: WriterContext, *, keep_next: bool
) -> Element:
    name = bookmark_name(entry.anchor)
    content = [w("r", *text_content(entry.title))]
    if entry.page is not None:
        content += [
            w("r", w("tab")),
            *(w("r", *run) for run in field_runs(f" PAGEREF {name} \\h ", str(entry.page))),
        ]
    link = w("hyperlink", *content, anchor=name, history=1)
    right = place.width_pt - writer_context.style(entry.role).indent_right_pt
    return writer_context.paragraph(
        entry.role, [link], place, page_tab_pt=right, keep_next=keep_next
    )
