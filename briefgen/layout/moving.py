"""Marks moved from one place to another, or turned around one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Literal, assert_never

from msgspec.structs import replace

from briefgen.layout.setting import mpt
from briefgen.types.laid import (
    CircleMark,
    Element,
    ImageMark,
    LineMark,
    Mark,
    PathMark,
    RectangleMark,
    TextMark,
)
from briefgen.types.measure import Panel
from briefgen.types.page_style import Border

Steps = tuple[tuple[Literal["m", "l", "c", "h"], tuple[int, ...]], ...]


def moved(mark: Mark, x_mpt: int, y_mpt: int) -> Mark:
    """Return a mark moved to the right and down."""
    match mark:
        case TextMark():
            return _text(mark, x_mpt, y_mpt, mark.element)
        case LineMark():
            return replace(
                mark,
                x1_mpt=mark.x1_mpt + x_mpt,
                y1_mpt=mark.y1_mpt + y_mpt,
                x2_mpt=mark.x2_mpt + x_mpt,
                y2_mpt=mark.y2_mpt + y_mpt,
            )
        case PathMark():
            shading = mark.shading
            if shading is not None:
                x, y, to_x, to_y = shading.places
                places = (x + x_mpt, y + y_mpt, to_x + x_mpt, to_y + y_mpt)
                shading = replace(shading, places=places)
            return replace(mark, steps=moved_steps(mark.steps, x_mpt, y_mpt), shading=shading)
        case RectangleMark() | CircleMark() | ImageMark():
            return replace(mark, x_mpt=mark.x_mpt + x_mpt, y_mpt=mark.y_mpt + y_mpt)
        case _:
            assert_never(mark)


def moved_steps(steps: Steps, x_mpt: int, y_mpt: int) -> Steps:
    """Return the steps of a path moved to the right and down."""
    return tuple(
        (step, tuple(at + (y_mpt if number % 2 else x_mpt) for number, at in enumerate(places)))
        for step, places in steps
    )


def attached(elements: Iterable[Element], parent: int, base: int) -> list[Element]:
    """Return elements that count from `base`, their root under a parent."""
    return [
        _under(each, parent if each.parent is None else each.parent + base) for each in elements
    ]


def _under(element: Element, parent: int) -> Element:
    """Return an element under a parent: like text, there are too many for `replace`."""
    return Element(
        element.tag,
        parent,
        element.alt,
        element.actual_text,
        element.language,
        element.address,
        element.target,
        element.scope,
        element.column_span,
        element.row_span,
        element.list_numbering,
        element.page,
        element.box_mpt,
    )


def placed(mark: Mark, base: int, x_mpt: int, y_mpt: int) -> Mark:
    """Return a mark moved, its element counting from `base`."""
    if isinstance(mark, TextMark):
        element = None if mark.element is None else mark.element + base
        return _text(mark, x_mpt, y_mpt, element)
    return moved(owned(mark, base), x_mpt, y_mpt)


def _text(mark: TextMark, x_mpt: int, y_mpt: int, element: int | None) -> TextMark:
    """Return text moved. There is so much of it that `replace` would cost more than setting it."""
    return TextMark(
        mark.x_mpt + x_mpt,
        mark.baseline_mpt + y_mpt,
        mark.width_mpt,
        mark.text,
        mark.face,
        mark.size_mpt,
        mark.colour,
        element,
        mark.tracking_mpt,
        mark.turn_deg,
    )


def owned(mark: Mark, base: int | None) -> Mark:
    """Return a mark whose element counts from `base`; None makes it an artifact."""
    if mark.element is None:
        return mark
    element = None if base is None else mark.element + base
    if isinstance(mark, TextMark):
        return _text(mark, 0, 0, element)
    return replace(mark, element=element)


def panel_marks(panel: Panel, x: int, y: int, height: int) -> list[Mark]:
    """Return tint and rules of a panel, drawn below the text that follows. Rules stand inside."""
    left, right = x + panel.left_mpt, x + panel.right_mpt
    marks: list[Mark] = []
    if panel.fill:
        marks.append(RectangleMark(left, y, right - left, height, panel.fill))
    if panel.rule_top:
        at = y + mpt(panel.rule_top.width_pt) // 2
        marks += rule_marks((left, at, right, at), panel.rule_top, -1)
    if panel.rule_bottom:
        at = y + height - mpt(panel.rule_bottom.width_pt) // 2
        marks += rule_marks((left, at, right, at), panel.rule_bottom, 1)
    for rule, edge, outwards in ((panel.rule_left, left, -1), (panel.rule_right, right, 1)):
        if rule:
            at = edge - outwards * (mpt(rule.width_pt) // 2)
            marks += rule_marks((at, y - panel.joins_mpt, at, y + height), rule, outwards)
    return marks


def rule_marks(
    ends: tuple[int, int, int, int], rule: Border, outwards: int, *, joins: bool = False
) -> Iterator[Mark]:
    """Yield a rule along a line, upright or level.

    `outwards` is 1 where the text is at its left or above it, and else -1. Where it `joins` others
    like it in a frame, each of its lines ends at the outer edge of that of its neighbour.
    """
    x, y, to_x, to_y = ends
    dashes = tuple(map(mpt, rule.dashes_pt))
    at_pt = -rule.width_pt / 2
    for number, width_pt in enumerate((rule.lines_pt or (rule.width_pt,))[::outwards]):
        middle = mpt(at_pt + width_pt / 2)
        at_pt += width_pt
        if number % 2:
            continue  # a gap
        longer = outwards * middle + mpt(width_pt / 2) if joins else 0
        if x == to_x:
            start, end = (x + middle, y - longer), (x + middle, to_y + longer)
        else:
            start, end = (x - longer, y + middle), (to_x + longer, y + middle)
        if dashes:
            steps: Steps = (("m", start), ("l", end))
            yield PathMark(steps, None, rule.colour, mpt(width_pt), dashes_mpt=dashes)
        else:
            yield LineMark(*start, *end, rule.colour, mpt(width_pt))


def turned(mark: Mark, turn_deg: float, middle: tuple[int, int]) -> Mark:
    """Return a mark turned clockwise by an angle around a place."""
    if not turn_deg % 360:
        return mark
    match mark:
        case TextMark():
            x, y = _place(mark.x_mpt, mark.baseline_mpt, turn_deg, middle)
            turn = mark.turn_deg + turn_deg
            return replace(mark, x_mpt=x, baseline_mpt=y, turn_deg=turn)
        case RectangleMark():
            left, top = mark.x_mpt, mark.y_mpt
            right, bottom = left + mark.width_mpt, top + mark.height_mpt
            path = PathMark(
                steps=(
                    ("m", (left, top)),
                    ("l", (right, top)),
                    ("l", (right, bottom)),
                    ("l", (left, bottom)),
                    ("h", ()),
                ),
                fill=mark.fill,
                stroke=mark.stroke,
                line_mpt=mark.line_mpt,
                element=mark.element,
            )
            return turned(path, turn_deg, middle)
        case PathMark():
            steps = tuple((step, _places(at, turn_deg, middle)) for step, at in mark.steps)
            shading = mark.shading
            if shading is not None:
                x, y, to_x, to_y = shading.places
                ends = (*_place(x, y, turn_deg, middle), *_place(to_x, to_y, turn_deg, middle))
                shading = replace(shading, places=ends)
            return replace(mark, steps=steps, shading=shading)
        case LineMark():
            x1, y1 = _place(mark.x1_mpt, mark.y1_mpt, turn_deg, middle)
            x2, y2 = _place(mark.x2_mpt, mark.y2_mpt, turn_deg, middle)
            return replace(mark, x1_mpt=x1, y1_mpt=y1, x2_mpt=x2, y2_mpt=y2)
        case CircleMark():
            x, y = _place(mark.x_mpt, mark.y_mpt, turn_deg, middle)
            return replace(mark, x_mpt=x, y_mpt=y)
        case ImageMark():
            half = mark.width_mpt // 2, mark.height_mpt // 2
            x, y = _place(mark.x_mpt + half[0], mark.y_mpt + half[1], turn_deg, middle)
            turn = mark.turn_deg + turn_deg
            return replace(mark, x_mpt=x - half[0], y_mpt=y - half[1], turn_deg=turn)
        case _:
            assert_never(mark)


def _place(x: int, y: int, turn_deg: float, middle: tuple[int, int]) -> tuple[int, int]:
    turn = math.radians(turn_deg)
    across, down = x - middle[0], y - middle[1]
    return (
        middle[0] + round(across * math.cos(turn) - down * math.sin(turn)),
        middle[1] + round(across * math.sin(turn) + down * math.cos(turn)),
    )


def _places(places: tuple[int, ...], turn_deg: float, middle: tuple[int, int]) -> tuple[int, ...]:
    pairs = zip(places[0::2], places[1::2], strict=True)
    return tuple(one for pair in pairs for one in _place(*pair, turn_deg, middle))
