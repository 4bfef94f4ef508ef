"""Charts and pictures, a drawing in a line of its own with its credit, and all captions."""

from __future__ import annotations

from briefgen.ooxml.build import field_runs, text_content, w
from briefgen.ooxml.names import Element
from briefgen.render.docx.frames import FramePosition
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.render.docx.references import bookmark_name
from briefgen.types.block import Chart, Illustration
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


def write_chart(block: Chart, place: FramePosition, writer_context: WriterContext) -> list[Element]:
    """Return title and caption, the paragraph that holds the chart, and the note below it."""
    drawn = writer_context.drawings.chart(block, place.width_pt)
    title, caption = (
        writer_context.text(runs(prose), role)
        for prose, role in ((block.title, Role.CHART_TITLE), (block.caption, Role.CAPTION))
    )
    note = block.note, block.label, block.number, block.anchor
    return [
        writer_context.paragraph(Role.CHART_TITLE, title, place, keep_next=True),
        writer_context.paragraph(Role.CAPTION, caption, place, keep_next=True, space_before_pt=0),
        writer_context.paragraph(Role.PICTURE, [drawn], place, keep_next=True),
        write_caption(*note, place, writer_context, Role.CREDIT),
    ]


def write_illustration(
    block: Illustration, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return the paragraph that holds the picture, and the credit line if there is one."""
    drawn = writer_context.drawings.picture(
        block.picture, block.image, block.alt, block.size_pt(place.width_pt)
    )
    shown = writer_context.paragraph(Role.PICTURE, [drawn], place, keep_next=bool(block.credit))
    if not block.credit:
        return [shown]
    credit = writer_context.text(runs(block.credit), Role.CREDIT)
    return [shown, writer_context.paragraph(Role.CREDIT, credit, place)]
