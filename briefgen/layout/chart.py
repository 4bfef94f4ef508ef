"""A chart laid out: title and caption, the plot drawn with plain marks, and a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from briefgen.layout.curve import FOOT_LEADINGS, axis_width, curve, dates, dot, grid
from briefgen.layout.grouped import grouped, lines, piled
from briefgen.layout.moving import panel_marks
from briefgen.layout.panels import columns, panels, rows_of_bars
from briefgen.layout.paragraph import breaker_of, kept_together, text_rows, with_panel
from briefgen.layout.plotting import Scale, Sheet, whisker
from briefgen.layout.runs import styled_runs
from briefgen.layout.setting import Setting, mpt
from briefgen.layout.units import EM
from briefgen.types.block import Chart
from briefgen.types.laid import Element, Mark
from briefgen.types.measure import BlockLayout, Row
from briefgen.types.plot import Plot
from briefgen.types.prose import Prose, Text, runs
from briefgen.types.role import Role


def set_chart(block: Chart, width: int, setting: Setting, *, drawn: bool = True) -> BlockLayout:
    """Set a chart to a width: title and caption above the plot, a note below it, all together.

    In the tags the caption is text, and the plot a figure that its alternative text stands for:
    all marks of the plot, words too, are the figure's. Unless it is `drawn`, it is only measured.
    """
    elements = [Element("Div", None), Element("Caption", 0, target=block.anchor)]
    below = mpt(setting.style(Role.CAPTION).space_after_pt)
    above = [
        *_words(block.title, Role.CHART_TITLE, width, setting, elements, 1, drawn=drawn),
        *_words(block.caption, Role.CAPTION, width, setting, elements, 1, drawn=drawn),
    ]
    above[-1] = replace(above[-1], height_mpt=above[-1].height_mpt + below)
    style = setting.style(Role.TABLE_TEXT)
    height = mpt(block.plot.height_pt(width / EM, style.size_pt, style.leading_pt))
    top = sum(row.height_mpt for row in above)
    figure = len(elements)
    elements.append(Element("Figure", 0, alt=block.alt, box_mpt=(0, top, width, top + height)))
    marks = plot_marks(block, Sheet(width, height, setting, figure)) if drawn else ()
    picture, credit = setting.style(Role.PICTURE), setting.style(Role.CREDIT)
    note = (Text(f"{block.label}\u00a0{block.number}. "), *block.note)
    rows = [
        *above,
        Row(height + mpt(max(picture.space_after_pt, credit.space_before_pt)), marks),
        *_words(note, Role.CREDIT, width, setting, elements, 0, drawn=drawn),
    ]
    return BlockLayout(
        role=Role.PICTURE,
        rows=kept_together(rows),
        elements=tuple(elements),
        space_before_mpt=mpt(setting.style(Role.CHART_TITLE).space_before_pt),
        space_after_mpt=mpt(credit.space_after_pt),
    )


def _words(
    prose: Prose,
    role: Role,
    width: int,
    setting: Setting,
    elements: list[Element],
    parent: int,
    *,
    drawn: bool,
) -> list[Row]:
    """Set a paragraph above or below the plot, with the rules of its style."""
    style = setting.style(role)
    elements.append(Element("P", parent))
    words = styled_runs(runs(prose), style, setting, elements)
    rows = text_rows(words, style, 0, width, breaker=breaker_of(drawn=drawn, even=True, whole=True))
    panel, rows = with_panel(rows, style, width)
    if panel and drawn:
        height = sum(row.height_mpt for row in rows)
        rows[0] = replace(rows[0], marks=(*panel_marks(panel, 0, 0, height), *rows[0].marks))
    return rows


def plot_marks(block: Chart, sheet: Sheet) -> tuple[Mark, ...]:
    """Return the marks of the plot, on a sheet of its size."""
    shape = block.plot.shape(sheet.width / EM, sheet.style.size_pt)
    match shape:
        case "line":
            return tuple(curve(block.plot, sheet))
        case "lines":
            return tuple(lines(block.plot, sheet))
        case "grouped":
            return tuple(grouped(block.plot, sheet))
        case "piled":
            return tuple(piled(block.plot, sheet))
        case "panels":
            return tuple(panels(block.plot, sheet))
        case "dots":
            return tuple(dots(block.plot, sheet))
        case "columns":
            return tuple(columns(block.plot, sheet))
        case "rows" | "stacked":
            return tuple(rows_of_bars(block.plot, sheet, stacked=shape == "stacked"))
        case _:
            assert_never(shape)


STRESSED_PT, AMID_PT = 3.6, 2.7
"""Radii of the dot that the chart is about, and of others that have intervals around them."""


def dots(plot: Plot, sheet: Sheet) -> Iterator[Mark]:
    """Draw dots amid their places: grid, dates, intervals, then each value where there is room."""
    axis = axis_width(plot.ticks, sheet)
    bottom = sheet.height - round(sheet.leading * FOOT_LEADINGS)
    height = Scale(plot.ticks[0].value, plot.ticks[-1].value, bottom, sheet.leading)
    shown = plot.printed(sheet.width / EM, sheet.style.size_pt)
    last = sheet.text_width(plot.values[-1].text, bold=True) + 2 * sheet.gap if shown else 0
    place = (sheet.width - axis) // plot.places
    if place // 2 < last:
        place = int((sheet.width - axis - last) / (plot.places - 1 / 2))
    middles = [axis + place * slot + place // 2 for slot in plot.slots]
    points = [(x, height.at(value.value)) for x, value in zip(middles, plot.values, strict=True)]
    yield from grid(plot.ticks, height, axis, sheet)
    yield from dates(plot, points, axis, sheet)
    for number, ((x, y), value) in enumerate(zip(points, plot.values, strict=True)):
        yield from whisker(value, x, height, sheet, sheet.accent)
        stressed = number == plot.stressed % len(points)
        yield dot(value, (x, y), STRESSED_PT if stressed else AMID_PT, sheet)
        if number in shown:
            words = sheet.text(value.text, x + 2 * sheet.gap, y - sheet.leading // 2, bold=True)
            yield sheet.halo(words)
            yield words
