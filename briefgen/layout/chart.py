"""A chart laid out: its caption, and below it the plot, drawn with plain marks."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from briefgen.layout.bars import columns, rows_of_bars
from briefgen.layout.caption import caption_rows
from briefgen.layout.curve import curve
from briefgen.layout.paragraph import breaker_of
from briefgen.layout.plotting import Sheet
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import EM
from briefgen.types.block import Chart
from briefgen.types.block_layout import BlockLayout, Row
from briefgen.types.laid import Element, Mark
from briefgen.types.role import Role


def set_chart(block: Chart, width: int, setting: Setting, *, drawn: bool = True) -> BlockLayout:
    """Set a chart to a width. Caption and plot stay together.

    In the tags the caption is text, and the plot a figure that its alternative text stands for:
    all marks of the plot, words too, are the figure's. Unless it is `drawn`, it is only measured.
    """
    elements = [Element("Div", None), Element("Caption", 0, target=block.anchor)]
    label = f"{block.label} {block.number}"
    breaker = breaker_of(drawn=drawn, even=True)
    caption = caption_rows(block.caption, label, width, setting, elements, breaker)
    style = setting.style(Role.TABLE_TEXT)
    height = mpt(block.plot.height_pt(width / EM, style.size_pt, style.leading_pt))
    top = sum(row.height_mpt for row in caption)
    figure = len(elements)
    elements.append(Element("Figure", 0, alt=block.alt, box_mpt=(0, top, width, top + height)))
    marks = plot_marks(block, Sheet(width, height, setting, figure)) if drawn else ()
    plot = Row(height, marks, break_after=True)
    return BlockLayout(
        role=Role.PICTURE,
        rows=(*(replace(row, break_after=False) for row in caption), plot),
        elements=tuple(elements),
        space_before_mpt=mpt(setting.style(Role.CAPTION).space_before_pt),
        space_after_mpt=mpt(setting.style(Role.PICTURE).space_after_pt),
    )


def plot_marks(block: Chart, sheet: Sheet) -> tuple[Mark, ...]:
    """Return the marks of the plot, on a sheet of its size."""
    shape = block.plot.shape(sheet.width / EM, sheet.style.size_pt)
    match shape:
        case "line":
            return tuple(curve(block.plot, sheet))
        case "columns":
            return tuple(columns(block.plot, sheet))
        case "rows" | "stacked":
            return tuple(rows_of_bars(block.plot, sheet, stacked=shape == "stacked"))
        case _:
            assert_never(shape)
