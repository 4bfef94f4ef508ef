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
    """Return the caption and the paragraph that holds the chart."""
    drawn = writer_context.drawings.chart(block, place.width_pt)
    return [
        write_caption(
            block.caption, block.label, block.number, block.anchor, place, writer_context
        ),
        writer_context.paragraph(Role.PICTURE, [drawn], place),
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
