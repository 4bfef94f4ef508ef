"""A house's own text around a brief, set into lines: artifacts, as all that runs from page to page.

Its headers and footers are what Word has, and so is what its body holds above and below a brief.
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.layout.furniture import SetLine, stacked
from briefgen.layout.geometry import Geometry
from briefgen.layout.letterhead_line import Leaf, image_mark, own_rows
from briefgen.layout.moving import moved
from briefgen.layout.paragraph import with_panel
from briefgen.layout.setting import mpt
from briefgen.types.galley import Row
from briefgen.types.laid import Mark, RectangleMark
from briefgen.types.letterhead import Anchor, OwnCell, OwnPart, OwnPicture, OwnRow


def set_own(part: OwnPart, leaf: Leaf) -> tuple[SetLine, ...]:
    """Return the lines of a part, one for each paragraph or row."""
    lines: list[SetLine] = []
    for block in part.blocks:
        if isinstance(block, OwnRow):
            lines.append(SetLine(_row(block, leaf), None, 0))
            continue
        above = lines[-1].space_after_mpt if lines else 0
        rows = list(own_rows(block, leaf, 0, leaf.width_mpt))
        panel, rows = with_panel(rows, block.style, leaf.width_mpt)
        if lines:
            larger = max(above, mpt(block.style.space_before_pt))
            lines[-1] = replace(lines[-1], space_after_mpt=larger)
        lines.append(SetLine(stacked(rows), panel, mpt(block.style.space_after_pt)))
    return tuple(lines)


def _row(row: OwnRow, leaf: Leaf) -> Row:
    """Set the cells of a row beside one another."""
    scale = leaf.width_mpt / mpt(leaf.own_pt) if row.whole and leaf.own_pt else 1.0
    edges = [(round(mpt(c.left_pt) * scale), round(mpt(c.right_pt) * scale)) for c in row.cells]
    cells = [_cell(cell, leaf, *edge) for cell, edge in zip(row.cells, edges, strict=True)]
    height = max([mpt(row.least_pt), *(cell.height_mpt for cell in cells)])
    marks: list[Mark] = []
    for cell, (left, right), held in zip(row.cells, edges, cells, strict=True):
        if cell.fill:
            marks.append(RectangleMark(left, 0, right - left, height, cell.fill))
        spare = height - held.height_mpt
        down = {"top": 0, "center": spare // 2, "bottom": spare}[cell.align]
        marks += [moved(mark, 0, down) for mark in held.marks]
    return Row(height, tuple(marks))


def _cell(cell: OwnCell, leaf: Leaf, left: int, right: int) -> Row:
    rows: list[Row] = []
    after = 0
    for number, paragraph in enumerate(cell.paragraphs):
        before = mpt(paragraph.style.space_before_pt)
        rows.append(Row(max(after, before) if number else before, ()))
        rows += own_rows(paragraph, leaf, left, right)
        after = mpt(paragraph.style.space_after_pt)
    return stacked([*rows, Row(after, ())])


def set_floating(
    part: OwnPart, leaf: Leaf, geometry: Geometry, paragraph_top_mpt: int
) -> tuple[Mark, ...]:
    """Return what stands beside the text of a part, at its place on the page."""
    text = (geometry.left_mpt, geometry.right_mpt)
    across = {"page": (0, geometry.width_mpt), "margin": text, "paragraph": text}
    down = {
        "page": (0, geometry.height_mpt),
        "margin": (geometry.top_mpt, geometry.bottom_mpt),
        "paragraph": (paragraph_top_mpt, geometry.bottom_mpt),
    }
    marks: list[Mark] = []
    for one in part.floating:
        x = _placed(one.across, mpt(one.shown.width_pt), across)
        y = _placed(one.down, mpt(one.shown.height_pt), down)
        if isinstance(one.shown, OwnPicture):
            marks.append(image_mark(one.shown, x, y))
            continue
        cell = one.shown.text
        held = _cell(cell, leaf, mpt(cell.left_pt), mpt(cell.right_pt))
        marks += [moved(mark, x, y + mpt(one.shown.top_pt)) for mark in held.marks]
    return tuple(marks)


def _placed(anchor: Anchor, size: int, edges: dict[str, tuple[int, int]]) -> int:
    start, end = edges[anchor.origin]
    if anchor.align is None:
        return start + mpt(anchor.offset_pt)
    spare = end - start - size
    return start + {"start": 0, "center": spare // 2, "end": spare}[anchor.align]
