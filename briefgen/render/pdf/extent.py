"""Where marks stand: left, top, right and bottom on their page, in thousandths of a point."""

from __future__ import annotations

from typing import assert_never

from briefgen.render.pdf.fonts import Fonts
from briefgen.types.laid import (
    CircleMark,
    ImageMark,
    LineMark,
    Mark,
    PathMark,
    RectangleMark,
    TextMark,
)

Box = tuple[int, int, int, int]


def extent(mark: Mark, fonts: Fonts) -> Box:
    """Return the box of a mark; that of text reaches from the ascent to the descent of its face.

    What is turned is an artifact, and its box that of before: no element asks for it.
    """
    match mark:
        case TextMark():
            metrics = fonts[mark.face].subset
            top = mark.baseline_mpt - round(metrics.ascent * mark.size_mpt / 1000)
            bottom = mark.baseline_mpt - round(metrics.descent * mark.size_mpt / 1000)
            return mark.x_mpt, top, mark.x_mpt + mark.width_mpt, bottom
        case RectangleMark() | ImageMark():
            return mark.x_mpt, mark.y_mpt, mark.x_mpt + mark.width_mpt, mark.y_mpt + mark.height_mpt
        case LineMark():
            xs, ys = sorted((mark.x1_mpt, mark.x2_mpt)), sorted((mark.y1_mpt, mark.y2_mpt))
            return xs[0], ys[0], xs[1], ys[1]
        case PathMark():
            across = [at for _, places in mark.steps for at in places[0::2]]
            down = [at for _, places in mark.steps for at in places[1::2]]
            return min(across), min(down), max(across), max(down)
        case CircleMark():
            x, y, radius = mark.x_mpt, mark.y_mpt, mark.radius_mpt
            return x - radius, y - radius, x + radius, y + radius
        case _:
            assert_never(mark)


def joined(one: Box, other: Box) -> Box:
    """Return the smallest box around both."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def rectangle(box: Box, height_mpt: int) -> tuple[float, float, float, float]:
    """Return a box as a PDF rectangle: left, bottom, right, top in points from the bottom left."""
    left, top, right, bottom = box
    return left / 1000, (height_mpt - bottom) / 1000, right / 1000, (height_mpt - top) / 1000
