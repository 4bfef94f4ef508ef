"""What a template draws, as marks at its place: shapes with their text, pictures, watermarks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.header_footer_line import Leaf, image_mark, paragraph_rows
from briefgen.layout.lines import LinePiece
from briefgen.layout.moving import moved, panel_marks, rule_marks, turned
from briefgen.layout.paragraph import line_marks, with_panel
from briefgen.layout.setting import ColumnGeometry, mpt
from briefgen.layout.units import RunStyle, width_mpt
from briefgen.types.finding import Bug
from briefgen.types.header_footer import (
    Anchor,
    Drawn,
    DrawnGroup,
    Floating,
    HeaderFooterCell,
    HeaderFooterParagraph,
    HeaderFooterPicture,
    Lettering,
    PageBorders,
    Rules,
    Shape,
)
from briefgen.types.laid import LineMark, Mark, PathMark, Shading
from briefgen.types.measure import Row
from briefgen.types.picture import Gradient

_CAPITAL = 0.72
"""Height of a capital as a share of the size: letters drawn as high as their box are capitals."""


Box = tuple[int, int, int, int, int, int]
"""Width and height of a page, and left, top, right and bottom of what stands on it."""


class Anchored(Struct, frozen=True):
    """Something floating, and the edges of the column or cell that it is anchored in.

    `down_mpt` is how far below the top of its row the paragraph of a cell begins.
    """

    floating: Floating
    left_mpt: int
    right_mpt: int
    down_mpt: int = 0


def anchored(paragraph: object, left: int, right: int) -> Iterator[Anchored]:
    """Yield what floats beside the text of a paragraph."""
    if isinstance(paragraph, HeaderFooterParagraph):
        for part in paragraph.parts:
            if isinstance(part, Floating):
                yield Anchored(part, left, right)


def floating_marks(
    drawings: Sequence[tuple[Anchored, int]], leaf: Leaf, geometry: ColumnGeometry
) -> Iterator[Mark]:
    """Yield the marks of what floats, the lowest layer first; each with the top of its line."""
    for one, top in sorted(drawings, key=lambda each: each[0].floating.layer):
        x, y = place_mpt(one, top, geometry)
        if y >= geometry.height_mpt:
            continue  # below the page, where nobody has seen it
        yield from drawn_marks(one.floating.shown, x, y, leaf)


def place_mpt(one: Anchored, top: int, geometry: ColumnGeometry) -> tuple[int, int]:
    """Return the top left corner of what floats on its page."""
    left = geometry.left_mpt
    across = {
        "page": (0, geometry.width_mpt),
        "margin": (left, geometry.right_mpt),
        "column": (left + one.left_mpt, left + one.right_mpt),
        "paragraph": (left + one.left_mpt, left + one.right_mpt),
        "margin-before": (0, left),
        "margin-after": (geometry.right_mpt, geometry.width_mpt),
    }
    down = {
        "page": (0, geometry.height_mpt),
        "margin": (geometry.top_mpt, geometry.bottom_mpt),
        "column": (top, geometry.bottom_mpt),
        "paragraph": (top, geometry.bottom_mpt),
        "margin-before": (0, geometry.top_mpt),
        "margin-after": (geometry.bottom_mpt, geometry.height_mpt),
    }
    shown, height = one.floating.shown, mpt(one.floating.shown.height_pt)
    y = _placed(one.floating.down, height, down)
    if one.floating.down.origin in ("column", "paragraph"):
        y = _within_page(y, height, geometry.height_mpt, wraps=one.floating.apart_pt is not None)
    return _placed(one.floating.across, mpt(shown.width_pt), across), y


def _within_page(y: int, height: int, page: int, *, wraps: bool) -> int:
    """Return where what hangs on a line stands on its page.

    Word processors hang nothing that wraps over an edge of the page, and nothing else with its
    greater part below the page.
    """
    if wraps and height <= page:
        return min(max(y, 0), page - height)
    return page - height if y < page < y + height // 2 else y


def _placed(anchor: Anchor, size: int, edges: dict[str, tuple[int, int]]) -> int:
    start, end = edges[anchor.origin]
    if anchor.align is None:
        return start + mpt(anchor.offset_pt) + round((end - start) * anchor.share)
    spare = end - start - size
    return start + {"start": 0, "center": spare // 2, "end": spare}[anchor.align]


def drawn_marks(shown: Drawn, x: int, y: int, leaf: Leaf) -> list[Mark]:
    """Return the marks of what is drawn, its top left corner at a place."""
    match shown:
        case HeaderFooterPicture():
            return [image_mark(shown, x, y)]
        case Shape():
            marks = [*_form_marks(shown), *_text_marks(shown, leaf)]
        case Lettering():
            marks = _letter_marks(shown, leaf)
        case DrawnGroup():
            marks = [
                mark
                for one in shown.members
                for mark in drawn_marks(one.shown, mpt(one.x_pt), mpt(one.y_pt), leaf)
            ]
        case _:
            assert_never(shown)
    middle = mpt(shown.width_pt) // 2, mpt(shown.height_pt) // 2
    return [moved(turned(mark, shown.turn_deg, middle), x, y) for mark in marks]


def _form_marks(shape: Shape) -> list[Mark]:
    form = shape.form
    if form is None:
        return []
    line = form.outline
    return [
        PathMark(
            steps=tuple((step, tuple(mpt(at) for at in places)) for step, places in form.path),
            fill=form.fill,
            stroke=line.colour if line else None,
            line_mpt=mpt(line.width_pt) if line else 0,
            opacity=form.opacity,
            dashes_mpt=tuple(mpt(one) for one in line.dashes_pt) if line else (),
            shading=_shading(form.gradient, shape.width_pt, shape.height_pt),
        )
    ]


def _shading(gradient: Gradient | None, width_pt: float, height_pt: float) -> Shading | None:
    """Return the colours of a gradient across a box: the first and last reach its corners."""
    if gradient is None:
        return None
    x, y = width_pt / 2, height_pt / 2
    if gradient.radial:
        places = x, y, width_pt, height_pt
    else:
        turn = math.radians(gradient.angle_deg)
        half = x * abs(math.cos(turn)) + y * abs(math.sin(turn))
        across, down = half * math.cos(turn), half * math.sin(turn)
        places = x - across, y - down, x + across, y + down
    start_x, start_y, end_x, end_y = map(mpt, places)
    return Shading(gradient.stops, (start_x, start_y, end_x, end_y), gradient.radial)


def _text_marks(shape: Shape, leaf: Leaf) -> list[Mark]:
    """Return the text of a shape, which stands above, amid or below in it."""
    cell = shape.text
    if cell is None:
        return []
    lines = set_cell(cell, leaf, mpt(cell.left_pt), mpt(cell.right_pt))
    width, height = mpt(shape.width_pt), mpt(shape.height_pt)
    across, down = (height, width) if shape.text_turn_deg else (width, height)
    top = mpt(shape.top_pt)
    spare = max(0, down - top - mpt(shape.bottom_pt) - lines.height_mpt)
    top += {"top": 0, "center": spare // 2, "bottom": spare}[cell.align]
    # A rule that a box has no room for is not seen; its words are, whatever a stand-in measures.
    marks = [
        mark
        for one in lines.marks
        for mark in [moved(one, 0, top)]
        if not isinstance(mark, LineMark) or max(mark.y1_mpt, mark.y2_mpt) <= down
    ]
    if not shape.text_turn_deg:
        return marks
    middle = across // 2, down // 2
    return [
        moved(
            turned(mark, shape.text_turn_deg, middle), (width - across) // 2, (height - down) // 2
        )
        for mark in marks
    ]


def _letter_marks(lettering: Lettering, leaf: Leaf) -> list[Mark]:
    """Return words as large as their box allows, in its middle."""
    face = leaf.setting.face(lettering.style)
    colour, text = lettering.style.colour, lettering.text
    width, height = mpt(lettering.width_pt), mpt(lettering.height_pt)
    one = width_mpt(text, RunStyle(face, 1.0, colour, None))
    size_pt = min(width / max(1, one), lettering.height_pt / _CAPITAL)
    run_style = RunStyle(face, size_pt, colour, None)
    own = width_mpt(text, run_style)
    baseline = (height + mpt(size_pt * _CAPITAL)) // 2
    return [*line_marks((LinePiece(text, run_style, own),), (width - own) // 2, baseline)]


def ruled(rules: Rules, box: tuple[int, int, int, int], *, joins: bool = False) -> Iterator[Mark]:
    """Yield the rules at left, top, right and bottom of a box, whose lines may join at corners."""
    left, top, right, bottom = box
    ends = (
        (left, top, left, bottom),
        (left, top, right, top),
        (right, top, right, bottom),
        (left, bottom, right, bottom),
    )
    for rule, end, outwards in zip(rules, ends, (-1, -1, 1, 1), strict=True):
        if rule is not None:
            yield from rule_marks(end, rule, outwards, joins=joins)


def border_marks(borders: PageBorders | None, page: int, room: Box) -> Iterator[Mark]:
    """Yield the rules around a page; `room` is its size, and the box that its text takes.

    From its edge they are as far as their outer edges are.
    """
    wanted = (
        borders is not None
        and {
            "all": True,
            "first": page == 1,
            "not-first": page > 1,
        }[borders.pages]
    )
    if borders is None or not wanted:
        return
    width, height, left, top, right, bottom = room
    away = [mpt(one.distance_pt) if one else 0 for one in borders.rules]
    if borders.from_page:
        half = [mpt(one.width_pt) // 2 if one else 0 for one in borders.rules]
        away = [sum(one) for one in zip(away, half, strict=True)]
        box = (away[0], away[1], width - away[2], height - away[3])
    else:
        box = (left - away[0], top - away[1], right + away[2], bottom + away[3])
    joins = len({one and (one.width_pt, one.lines_pt) for one in borders.rules}) == 1
    yield from ruled(borders.rules, box, joins=joins)


def set_cell(cell: HeaderFooterCell, leaf: Leaf, left: int, right: int) -> Row:
    """Set the paragraphs of a cell or text box between two edges."""
    rows: list[Row] = []
    after = 0
    for number, (paragraph, joins) in enumerate(bordered(cell.paragraphs)):
        if not isinstance(paragraph, HeaderFooterParagraph):
            raise Bug(f"{type(paragraph).__name__} was not filled before layout")
        before = mpt(paragraph.style.space_before_pt)
        gap = max(after, before) if number else before
        rows.append(Row(gap, ()))
        rows.append(_with_rules(paragraph, leaf, (left, right), gap if joins else 0))
        after = mpt(paragraph.style.space_after_pt)
    return stacked([*rows, Row(after, ())])


def bordered(blocks: Sequence[object]) -> Iterator[tuple[object, bool]]:
    """Yield blocks, of which paragraphs with the same borders share them (17.3.1.24).

    Each comes with whether it is of the same box as the one above.
    """
    for number, block in enumerate(blocks):
        if not isinstance(block, HeaderFooterParagraph) or not any(_borders(block)):
            yield block, False
            continue
        style, around = block.style, (number - 1, number + 1)
        above, below = (
            0 <= at < len(blocks) and _borders(blocks[at]) == _borders(block) for at in around
        )
        style = replace(style, border_top=None) if above else style
        style = replace(style, border_bottom=None) if below else style
        yield replace(block, style=style), above


def _borders(block: object) -> tuple[object, ...]:
    if not isinstance(block, HeaderFooterParagraph):
        return ()
    style = block.style
    rules = style.border_top, style.border_right, style.border_bottom, style.border_left
    return (*rules, style.indent_left_pt, style.indent_right_pt) if any(rules) else ()


def _with_rules(
    paragraph: HeaderFooterParagraph, leaf: Leaf, edges: tuple[int, int], joins_mpt: int
) -> Row:
    """Set a paragraph of a cell, with its tint and rules."""
    left, right = edges
    panel, rows = with_panel(
        list(paragraph_rows(paragraph, leaf, left, right, drawn_marks)),
        paragraph.style,
        right - left,
    )
    row = stacked(rows)
    if panel is None:
        return row
    panel = replace(panel, joins_mpt=joins_mpt)
    return replace(row, marks=(*panel_marks(panel, left, 0, row.height_mpt), *row.marks))


def stacked(rows: Sequence[Row]) -> Row:
    """Return rows one under another as a single one."""
    marks: list[Mark] = []
    y = 0
    for row in rows:
        marks += [moved(mark, 0, y) for mark in row.marks]
        y += row.height_mpt
    return Row(y, tuple(marks))
