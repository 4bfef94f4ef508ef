"""Charts and pictures: a drawing in a line of its own, with caption or credit line."""

from __future__ import annotations

from briefgen.ooxml.names import Element
from briefgen.render.docx.captions import write_caption
from briefgen.render.docx.frames import FramePosition
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.types.block import Chart, Illustration
from briefgen.types.prose import plain, runs
from briefgen.types.role import Role


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
    credit = writer_context.text(runs(plain(block.credit)), Role.CREDIT)
    return [shown, writer_context.paragraph(Role.CREDIT, credit, place)]
