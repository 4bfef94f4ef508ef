"""Masthead and running head of the built-in themes: who issues what, for whom, when.

Each is one table, so that a long name wraps within its end and the band stays one; a line that says
nothing is not printed. Its rows are the theme's own.
"""

from __future__ import annotations

from word_styles import paragraph, table_of, tag, twips
from word_theme import BandCell, BandRow, Bar, PageStyle

LOGO_SHARE = 0.25
"""Of the width of the text: a logo has it, and the cells beside it the rest."""

INSET = 10.0
"""White space at the ends of a band that has a ground."""

LOGO = BandCell(LOGO_SHARE, (("Picture", "{{ logo }}"),))


def masthead(page_style: PageStyle) -> str:
    """Write the header of the first page."""
    head = page_style.masthead
    first, *further = head.rows
    whole = _twips(page_style, 1)
    beside = (LOGO, *(cell.scaled(1 - LOGO_SHARE) for cell in first.beside_logo or first.cells))
    rows = (first.cells, beside, *(row.cells for row in further))
    grid = sorted({end for cells in rows for end in _ends(page_style, cells)})
    written = (
        _bar(page_style, head.bar, grid)
        + _told(grid, "{% if logo %}")
        + _row(page_style, first, beside, grid)
        + _told(grid, "{% else %}")
        + _row(page_style, first, first.cells, grid)
        + _told(grid, "{% endif %}")
        + "".join(_further(page_style, row, grid) for row in further)
        + _bar(page_style, head.closing, grid)
    )
    assert grid[-1] == whole
    widths = [end - begin for begin, end in zip([0, *grid], grid, strict=False)]
    return table_of(widths, written) + paragraph("Below Masthead", "")


def running_head(page_style: PageStyle) -> str:
    """Write the header of all further pages: the theme's own band or rules, in small."""
    head = page_style.header
    grid = sorted({end for row in head.rows for end in _ends(page_style, row.cells)})
    written = (
        _bar(page_style, head.bar, grid)
        + "".join(_row(page_style, row, row.cells, grid) for row in head.rows)
        + _bar(page_style, head.closing, grid)
    )
    widths = [end - begin for begin, end in zip([0, *grid], grid, strict=False)]
    return table_of(widths, written) + paragraph("After Table", "")


def _further(page_style: PageStyle, row: BandRow, grid: list[int]) -> str:
    """Write a row, between those that hold its condition."""
    written = _row(page_style, row, row.cells, grid)
    if not row.only_if:
        return written
    return _told(grid, f"{{% if {row.only_if} %}}") + written + _told(grid, "{% endif %}")


def _twips(page_style: PageStyle, share: float) -> int:
    return round(page_style.text_width * 20 * share)


def _ends(page_style: PageStyle, cells: tuple[BandCell, ...]) -> list[int]:
    """Return where each cell ends."""
    return [
        _twips(page_style, sum(cell.share for cell in cells[: number + 1]))
        for number in range(len(cells))
    ]


def _bar(page_style: PageStyle, bar: Bar | None, grid: list[int]) -> str:
    """Write a bar above or below a band."""
    if bar is None:
        return ""
    height = tag("trPr", tag("trHeight", val=twips(bar.height)))
    fill = _fill(bar.colour, page_style)
    return tag("tr", height + _cell((grid[-1], len(grid)), (("After Table", ""),), ground=fill))


def _told(grid: list[int], text: str) -> str:
    """Write a row that holds a condition, and is gone once that is told."""
    return tag("tr", _cell((grid[-1], len(grid)), (("Header", text),)))


def _row(page_style: PageStyle, row: BandRow, cells: tuple[BandCell, ...], grid: list[int]) -> str:
    """Write a row of a band. A logo has no ground, as it has its own."""
    written, begin = "", 0
    for cell, end in zip(cells, _ends(page_style, cells), strict=True):
        grounded = (cell.ground or row.ground) if cell is not LOGO else None
        written += _cell(
            (end - begin, sum(begin < edge <= end for edge in grid)),
            cell.lines,
            align=cell.align,
            align_at=row.align_at,
            ground=_fill(grounded, page_style) if grounded else "",
            inset=INSET if grounded else 0,
            above=row.inset_above,
        )
        begin = end
    return tag("tr", tag("trPr", tag("trHeight", val=twips(row.height))) + written)


def _fill(name: str, page_style: PageStyle) -> str:
    return tag("shd", val="clear", color="auto", fill=page_style.colour(name), themeFill=name)


def _cell(
    extent: tuple[int, int],
    lines: tuple[tuple[str, str], ...],
    *,
    align: str | None = None,
    align_at: str = "",
    ground: str = "",
    inset: float = 0,
    above: float = 0,
) -> str:
    """Write a cell of a width over so many columns; its parts in the order of the schema."""
    width, span = extent
    sides = (("top", above), ("left", inset), ("bottom", above), ("right", inset))
    margins = "".join(tag(side, w=twips(space), type="dxa") for side, space in sides)
    properties = (
        tag("tcW", w=width, type="dxa")
        + (tag("gridSpan", val=span) if span > 1 else "")
        + ground
        + (tag("tcMar", margins) if inset else "")
        + (tag("vAlign", val=align_at) if align_at else "")
    )
    return tag(
        "tc",
        tag("tcPr", properties) + "".join(paragraph(style, text, align) for style, text in lines),
    )
