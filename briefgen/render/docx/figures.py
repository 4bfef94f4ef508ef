"""Key figures and time lines: paragraphs in a narrow column, figures side by side in a wide one."""

from __future__ import annotations

from briefgen.ooxml.build import text_content, w
from briefgen.ooxml.measures import twips
from briefgen.ooxml.names import Element
from briefgen.render.docx.frames import FramePosition, moved_out
from briefgen.render.docx.paragraphs import WriterContext
from briefgen.types.block import FIGURE_GAP_PT, KeyFigure, KeyFigures, Timeline
from briefgen.types.prose import Run, runs
from briefgen.types.role import Role

DATE_GAP = "\u2002"
"""Between the date of an event and what happened: an en space, of the width of two spaces."""


def write_timeline(
    timeline: Timeline, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return an item for each event: a dot from the list of the style, hollow if it is planned."""
    hollow = writer_context.lists.second_level(Role.EVENT)
    return [
        writer_context.paragraph(
            Role.EVENT,
            writer_context.text(
                (Run(moment.when, bold=True), Run(DATE_GAP), *runs(moment.prose)), Role.EVENT
            ),
            place,
            list_number=hollow if moment.planned else None,
            list_level=1,
        )
        for moment in timeline.moments
    ]


def write_key_figures(
    block: KeyFigures, place: FramePosition, writer_context: WriterContext
) -> list[Element]:
    """Return pairs of paragraphs, or a table without rules where the column is wide.

    Its rows hold as many figures as on the PDF page.
    """
    columns = block.columns(place.width_pt, writer_context.style(Role.KEY_FIGURE).size_pt)
    if columns == 1:
        return [p for figure in block.figures for p in _pair(figure, place, writer_context)]
    gap = twips(FIGURE_GAP_PT)
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
                )
                for column in range(columns)
            ),
        )
        for resources in shelves
    ]
    widths = [step] * (columns - 1) + [step - gap]
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
    return [w("tbl", properties, w("tblGrid", *(w("gridCol", w=at) for at in widths)), *rows)]


def _cell(figure: KeyFigure | None, width: int, gap: int, writer_context: WriterContext) -> Element:
    properties = [w("tcW", w=width, type="dxa")]
    if gap:
        properties.append(w("tcMar", w("right", w=gap, type="dxa")))
    inside = FramePosition(0)
    content = (
        _pair(figure, inside, writer_context)
        if figure
        else [writer_context.paragraph(Role.KEY_FIGURE_LABEL, (), inside)]
    )
    return w("tc", w("tcPr", *properties), *content)


def _pair(figure: KeyFigure, place: FramePosition, writer_context: WriterContext) -> list[Element]:
    content: list[Element] = []
    if figure.qualifier:
        style = writer_context.styles.id("Key Figure Qualifier", "character")
        properties = w("rPr", w("rStyle", val=style))
        content.append(w("r", properties, *text_content(f"{figure.qualifier} ")))
    content.append(w("r", *text_content(figure.value)))
    return [
        writer_context.paragraph(Role.KEY_FIGURE, content, place, keep_next=True),
        writer_context.paragraph(
            Role.KEY_FIGURE_LABEL,
            writer_context.text(runs(figure.label), Role.KEY_FIGURE_LABEL),
            place,
        ),
    ]
