"""Marks turned around a place: forms by their points, text and pictures by an angle."""

from __future__ import annotations

import math
from typing import assert_never

from msgspec.structs import replace

from briefgen.types.laid import (
    CircleMark,
    ImageMark,
    LineMark,
    Mark,
    PathMark,
    RectangleMark,
    TextMark,
)


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
            return replace(mark, steps=steps)
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
