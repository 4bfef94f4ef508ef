"""Charts and pictures: a drawing in a line of its own, below its caption."""

from __future__ import annotations

from briefgen.render.docx.captions import write_caption
from briefgen.render.docx.frames import Place
from briefgen.render.docx.paragraphs import Desk
from briefgen.render.docx.wordml import Element
from briefgen.types.block import Chart
from briefgen.types.role import Role


def write_chart(block: Chart, place: Place, desk: Desk) -> list[Element]:
    """Return the caption and the paragraph that holds the chart."""
    drawn = desk.drawings.chart(block, place.width_pt)
    return [
        write_caption(block.caption, block.label, block.number, place, desk),
        desk.paragraph(Role.PICTURE, [drawn], place),
    ]
