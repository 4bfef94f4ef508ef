"""Captions, whose numbers are fields that count: so Word can list tables and figures."""

from __future__ import annotations

from briefgen.ooxml.build import field_runs, text_content, w
from briefgen.ooxml.names import Element
from briefgen.render.docx.frames import FramePosition
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.render.docx.references import bookmark_name
from briefgen.types.prose import Prose, runs
from briefgen.types.role import Role


def write_caption(
    caption: Prose,
    label: str,
    number: int | None,
    anchor: str,
    place: FramePosition,
    writer_context: WriterContext,
    role: Role = Role.CAPTION,
) -> Element:
    """Return a caption; its number is printed as it is, until Word counts anew.

    That of a chart is the note below it. A bookmark around word and number, which no line parts,
    is what text points to.
    """
    content: list[Element] = []
    if number is not None:
        mark = next(writer_context.numbers)
        content.append(w("bookmarkStart", id=mark, name=bookmark_name(anchor)))
        content.append(w("r", *text_content(f"{label}\u00a0")))
        # Of runs, not `w:fldSimple`: python-docx does not see what that shows.
        counted = field_runs(f" SEQ {label} \\* ARABIC ", str(number))
        content += (w("r", *run) for run in counted)
        content.append(w("bookmarkEnd", id=mark))
        content.append(w("r", *text_content(". ")))
    content += writer_context.text(runs(caption), role)
    return writer_context.paragraph(role, content, place, keep_next=role is Role.CAPTION)
