"""Charts and pictures: a drawing in a line of its own, with caption or credit line."""

from __future__ import annotations

from briefgen.ooxml.names import Element
from briefgen.render.docx.captions import write_caption
from briefgen.render.docx.frames import Place
from briefgen.render.docx.paragraphs import Desk
from briefgen.types.block import Chart, Illustration
from briefgen.types.prose import plain, runs
from briefgen.types.role import Role


def write_chart(block: Chart, place: Place, desk: Desk) -> list[Element]:
    """Return the caption and the paragraph that holds the chart."""
    drawn = desk.drawings.chart(block, place.width_pt)
    return [
        write_caption(block.caption, block.label, block.number, block.anchor, place, desk),
        desk.paragraph(Role.PICTURE, [drawn], place),
    ]


def write_illustration(block: Illustration, place: Place, desk: Desk) -> list[Element]:
    """Return the paragraph that holds the picture, and the credit line if there is one."""
    drawn = desk.drawings.picture(
        block.picture, block.image, block.alt, block.size_pt(place.width_pt)
    )
    shown = desk.paragraph(Role.PICTURE, [drawn], place, keep_next=bool(block.credit))
    if not block.credit:
        return [shown]
    credit = desk.text(runs(plain(block.credit)), Role.CREDIT)
    return [shown, desk.paragraph(Role.CREDIT, credit, place)]
