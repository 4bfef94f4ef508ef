"""The table of contents: a field that Word can renew, with its entries and pages already in it."""

from __future__ import annotations

from briefgen.ooxml.build import field_opening, field_runs, text_content, w
from briefgen.ooxml.names import Element
from briefgen.render.docx.frames import FramePosition
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.render.docx.references import bookmark_name
from briefgen.types.block import Contents, ContentsEntry

HEADING_STYLE = "TOC Heading"
"""Style of the heading over it, where a template has one: Word does not list such a heading."""


def write_contents(
    block: Contents, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return the entries as the result of one field, which Word renews when asked (F9).

    There is no content control around it, as Word's own has for its button above the list: other
    programs would not see the entries, and LibreOffice would break a text frame.
    """
    paragraphs = [_entry(entry, place, writer_context) for entry in block.entries]
    if not paragraphs:
        return []
    first, last = paragraphs[0], paragraphs[-1]
    opening = field_opening(f' TOC \\o "1-{block.levels}" \\h \\z \\u ')
    for at, run in enumerate(opening, 1):
        first.insert(at, w("r", *run))
    last.append(w("r", w("fldChar", fldCharType="end")))
    return paragraphs


def _entry(entry: ContentsEntry, place: FramePosition, writer_context: WriterContext) -> Element:
    name = bookmark_name(entry.anchor)
    content = [w("r", *text_content(entry.title))]
    if entry.page is not None:
        content += [
            w("r", w("tab")),
            *(w("r", *run) for run in field_runs(f" PAGEREF {name} \\h ", str(entry.page))),
        ]
    link = w("hyperlink", *content, anchor=name, history=1)
    right = place.width_pt - writer_context.style(entry.role).indent_right_pt
    return writer_context.paragraph(entry.role, [link], place, page_tab_pt=right)
