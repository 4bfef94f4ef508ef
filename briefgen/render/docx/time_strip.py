"""Events across a page in Word: a table of a bar that is true to time, and a cell for each."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefgen.ooxml.build import w
from briefgen.ooxml.names import Element, twips
from briefgen.render.docx.figures import write_timeline
from briefgen.render.docx.frames import FramePosition, moved_out
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.types.block import FIGURE_GAP_PT, Timeline
from briefgen.types.plot import paler
from briefgen.types.prose import Run, runs
from briefgen.types.role import Role
from briefgen.types.time_bar import (
    BAR_PT,
    BELOW_LEADERS_PT,
    BETWEEN,
    LEADERS_PT,
    MARK_PT,
    Leader,
    Moment,
    Stretch,
    leaders,
    time_bar,
)

_BORDER = 6
"""Eighths of a point around what is planned."""

_LINE, _COLOUR = 4, "8A9199"
"""Eighths of a point of a leader, and its colour."""


def write_strip(
    block: Timeline, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return a table of the events, or items where they do not fit side by side, as in the PDF.

    Its first row is the bar, a cell for each stretch of time; the next ones have the leaders as
    borders of empty cells; the last has the events as text, which can be edited like any other.
    Cells join columns of the table's grid.
    """
    columns = block.columns(place.width_pt, writer_context.style(Role.STAT_LABEL).size_pt)
    if columns == 1:
        return write_timeline(block, place, writer_context)
    width, gap = twips(place.width_pt), twips(FIGURE_GAP_PT)
    step = (width + gap) // columns
    bar = time_bar(block.moments, width, twips(MARK_PT))
    ends = [number * step for number in range(1, columns)] + [width]
    found = leaders(bar.middles, [number * step for number in range(columns)])
    turns = {place for one in found for place in (one.begin, one.end)}
    edges = sorted({0, *ends, *turns, *(one.end for one in bar.stretches)})
    accent = writer_context.page_style.accent
    cells = [_stretch(one, edges, accent) for one in bar.stretches]
    events = [
        _event(moment, (number * step, end), edges, gap if end < width else 0, writer_context)
        for number, (moment, end) in enumerate(zip(block.moments, ends, strict=True))
    ]
    height = w("trHeight", val=twips(BAR_PT), hRule="exact")
    properties = w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        *moved_out(place),
        w("tblLayout", type="fixed"),
        w(
            "tblCellMar",
            *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")),
        ),
        w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1,
          noVBand=1),
    )  # fmt: skip
    grid = w("tblGrid", *(w("gridCol", w=b - a) for a, b in itertools.pairwise(edges)))
    return [
        w(
            "tbl",
            properties,
            grid,
            w("tr", w("trPr", w("cantSplit"), height), *cells),
            *_leader_rows(found, edges),
            w("tr", w("trPr", w("cantSplit")), *events),
        )
    ]


def _cell(start: int, end: int, edges: list[int], *more: Element) -> list[Element]:
    """Return the properties of a cell from one edge to another, in the order of the schema."""
    span = bisect_left(edges, end) - bisect_left(edges, start)
    joined = [w("gridSpan", val=span)] if span > 1 else []
    return [w("tcW", w=end - start, type="dxa"), *joined, *more]


def _stretch(one: Stretch, edges: list[int], accent: str) -> Element:
    fills = {"between": BETWEEN[1:], "range": paler(accent)[1:], "event": accent[1:]}
    look = [w("shd", val="clear", color="auto", fill=fills.get(one.kind, "FFFFFF"))]
    if one.kind == "planned":
        sides = (
            w(side, val="single", sz=_BORDER, space=0, color=accent[1:])
            for side in ("top", "left", "bottom", "right")
        )
        look.insert(0, w("tcBorders", *sides))
    return w("tc", w("tcPr", *_cell(one.start, one.end, edges, *look)), _empty(twips(BAR_PT)))


def _empty(height: int) -> Element:
    """Return a paragraph that says nothing, of a row that stays with the next one.

    A bar without its events says nothing.
    """
    line = w("spacing", before=0, after=0, line=height, lineRule="exact")
    return w("p", w("pPr", w("keepNext"), line))


def _leader_rows(found: Sequence[Leader], edges: list[int]) -> Iterator[Element]:
    """Yield a row for each level, at the foot of which leaders turn, and one that leads to events.

    A leader is borders: at the left of a cell where it goes down, below cells where it goes along.
    """
    rows = 2 + max(one.level for one in found)
    height = twips(LEADERS_PT - BELOW_LEADERS_PT) // rows
    for row in range(rows):
        down = {one.begin if one.level >= row else one.end for one in found}
        across = [one.across for one in found if one.level == row]
        cells: list[Element] = []
        for start, end in itertools.pairwise(edges):
            below = any(left <= start and end <= right for left, right in across)
            sides = [
                side for side, is_there in (("left", start in down), ("bottom", below)) if is_there
            ]
            lines = [w(one, val="single", sz=_LINE, space=0, color=_COLOUR) for one in sides]
            borders = [w("tcBorders", *lines)] if lines else []
            properties = w("tcPr", *_cell(start, end, edges, *borders))
            cells.append(w("tc", properties, _empty(height)))
        exact = w("trHeight", val=height, hRule="exact")
        yield w("tr", w("trPr", w("cantSplit"), exact), *cells)


def _event(
    moment: Moment,
    reach: tuple[int, int],
    edges: list[int],
    gap: int,
    writer_context: WriterContext,
) -> Element:
    margins = [w("top", w=twips(BELOW_LEADERS_PT), type="dxa")]
    if gap:
        margins.append(w("right", w=gap, type="dxa"))
    inside, role = FramePosition(0), Role.STAT_LABEL
    below_pt = writer_context.style(Role.STAT_DATE).space_after_pt
    texts = ((Run(moment.when, bold=True),), tuple(runs(moment.prose)))
    paragraphs = [
        writer_context.paragraph(
            role,
            writer_context.text(text, role),
            inside,
            keep_next=not number,
            space_before_pt=0,
            space_after_pt=below_pt if number else 0,
        )
        for number, text in enumerate(texts)
    ]
    return w("tc", w("tcPr", *_cell(*reach, edges, w("tcMar", *margins))), *paragraphs)
