"""Key figures and time lines: paragraphs in a narrow column, figures side by side in a wide one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefgen.ooxml.build import text_content, w
from briefgen.ooxml.names import Element, W, twips
from briefgen.render.docx.frames import FramePosition, moved_out
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.types.block import KeyFigure, KeyFigures, Timeline
from briefgen.types.page_style import EVENT_DATE
from briefgen.types.prose import Run, runs
from briefgen.types.role import Role
from briefgen.types.table_kind import lead_pt
from briefgen.types.time_bar import Moment

DATE_GAP = "\u2002"
"""Between the date of an event and what happened: an en space, of the width of two spaces."""


def write_timeline(
    timeline: Timeline, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return an item for each event: a dot from the list of the style, hollow if it is planned."""
    hollow = writer_context.lists.second_level(Role.EVENT)
    styles = writer_context.styles
    styled = styles.id(EVENT_DATE, "character") if styles.has(EVENT_DATE, "character") else ""
    return [
        writer_context.paragraph(
            Role.EVENT,
            [
                *_date(moment, styled, writer_context),
                *writer_context.text((Run(DATE_GAP), *runs(moment.prose)), Role.EVENT),
            ],
            place,
            list_number=hollow if moment.planned else None,
            list_level=1,
        )
        for moment in timeline.moments
    ]


def _date(moment: Moment, style: str, writer_context: WriterContext) -> list[Element]:
    """Return the date of an event in the style that a template has for it, or else in bold."""
    runs = writer_context.text((Run(moment.when, bold=moment.next or not style),), Role.EVENT)
    for run in runs if style else ():
        properties = run.find(f"{W}rPr")
        own = list(properties) if properties is not None else []
        if properties is not None:
            run.remove(properties)
        bold = (w("b"), w("bCs")) if moment.next else ()
        kept = (one for one in own if one.tag != f"{W}rStyle")
        run.insert(0, w("rPr", w("rStyle", val=style), *bold, *kept))
    return runs


def write_key_figures(
    block: KeyFigures, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return pairs of paragraphs, or a table without rules where the column is wide.

    Its rows hold as many figures as on the PDF page.
    """
    size_pt = writer_context.style(Role.LEAD_FIGURE).size_pt
    if block.beside and (at := lead_pt(block.figures[0].value, size_pt, place.width_pt)):
        return _beside(block.figures[0], at, place, writer_context)
    role = Role.STAT_FIGURE if block.strip else Role.KEY_FIGURE
    columns = block.columns(place.width_pt, writer_context.style(role).size_pt)
    written = _stat if block.strip else _pair
    if columns == 1:
        leads = not block.strip and block.leads(place.width_pt, size_pt)
        first = partial(_pair, role=Role.LEAD_FIGURE) if leads else written
        return [
            paragraph
            for number, figure in enumerate(block.figures)
            for paragraph in (written if number else first)(figure, place, writer_context)
        ]
    gap = twips(block.gap_pt)
    step = (twips(place.width_pt) + gap) // columns
    shelves = [
        block.figures[start : start + columns] for start in range(0, len(block.figures), columns)
    ]
    rows = [
        w(
            "tr",
            w("trPr", w("cantSplit")),
            *(
                _cell(
                    resources[column] if column < len(resources) else None,
                    step - (gap if column == columns - 1 else 0),
                    0 if column == columns - 1 else gap,
                    writer_context,
                    written,
                )
                for column in range(columns)
            ),
        )
        for resources in shelves
    ]
    widths = [step] * (columns - 1) + [step - gap]
    return [_table(widths, rows, place)]


def _table(widths: list[int], rows: list[Element], place: FramePosition) -> Element:
    """Return a table without rules or margins, of columns so wide."""
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        *moved_out(place),
        w("tblLayout", type="fixed"),
        w(
            "tblCellMar",
            *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")),
        ),
        w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1,
          noVBand=1),
    )  # fmt: skip
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=at) for at in widths)), *rows)


def _beside(
    figure: KeyFigure, label_pt: float, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return a figure with what it counts beside it, in two cells of one row."""
    inside = FramePosition(0)
    value, label = _pair(figure, inside, writer_context, Role.LEAD_FIGURE, Role.LEAD_LABEL)
    whole, first = twips(place.width_pt), twips(label_pt)
    widths = [first, whole - first]
    cells = (
        w("tc", w("tcPr", w("tcW", w=wide, type="dxa"), w("vAlign", val="center")), paragraph)
        for wide, paragraph in zip(widths, (value, label), strict=True)
    )
    return [_table(widths, [w("tr", w("trPr", w("cantSplit")), *cells)], place)]


Written = Callable[[KeyFigure, FramePosition, WriterContext], list[Element]]
"""How one figure is written in a place."""


def _cell(
    figure: KeyFigure | None,
    width: int,
    gap: int,
    writer_context: WriterContext,
    written: Written,
) -> Element:
    properties = [w("tcW", w=width, type="dxa")]
    if gap:
        properties.append(w("tcMar", w("right", w=gap, type="dxa")))
    inside = FramePosition(0)
    content = (
        written(figure, inside, writer_context)
        if figure
        else [writer_context.paragraph(Role.KEY_FIGURE_LABEL, (), inside)]
    )
    return w("tc", w("tcPr", *properties), *content)


def _pair(
    figure: KeyFigure,
    place: FramePosition,
    writer_context: WriterContext,
    role: Role = Role.KEY_FIGURE,
    label: Role = Role.KEY_FIGURE_LABEL,
) -> list[Element]:
    value = [w("r", *text_content(figure.value))]
    return [
        writer_context.paragraph(role, value, place, keep_next=True),
        writer_context.paragraph(
            label,
            writer_context.text(runs(figure.label), label),
            place,
        ),
    ]


def _stat(figure: KeyFigure, place: FramePosition, writer_context: WriterContext) -> list[Element]:
    """Return a figure of a strip: the value under the rule of its style, what it counts, when."""
    label = writer_context.text(runs(figure.label), Role.STAT_LABEL)
    content = [
        (Role.STAT_FIGURE, [w("r", *text_content(figure.value))]),
        (Role.STAT_LABEL, label),
        (Role.STAT_DATE, [w("r", *text_content(figure.when))] if figure.when else []),
    ]
    shown = [(role, text) for role, text in content if text]
    last, below_pt = shown[-1][0], writer_context.style(Role.STAT_DATE).space_after_pt
    return [
        writer_context.paragraph(
            role,
            text,
            place,
            keep_next=role is not last,
            space_after_pt=below_pt if role is last is not Role.STAT_DATE else None,
        )
        for role, text in shown
    ]
