"""Marks as operators of a content stream (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefgen.render.pdf.fonts import DocumentFont
from briefgen.render.pdf.syntax import points
from briefgen.types.laid import CircleMark, LineMark, Mark, RectangleMark, TextMark

_ARC = 0.5522847498
"""Length of the handles with which four Bézier curves draw a circle, in radii."""


class Pen:
    """Writes the operators of one page and remembers the graphics state that they leave.

    Places come in thousandths of a point from the top left and go out from the bottom left.
    """

    def __init__(self, height_mpt: int, fonts: Mapping[str, DocumentFont]) -> None:
        self._height_mpt = height_mpt
        self._fonts = fonts
        self._operators: list[str] = []
        self._state: dict[str, str] = {}
        self._in_text = False

    def write(self, operator: str) -> None:
        """Write an operator that stands outside a text object, such as `EMC`."""
        self._text_object(open_=False)
        self._operators.append(operator)

    def draw(self, mark: Mark) -> None:
        """Write what draws a mark."""
        match mark:
            case TextMark():
                self._text(mark)
            case RectangleMark():
                left, bottom = points(mark.x_mpt), self._y(mark.y_mpt + mark.height_mpt)
                path = f"{left} {bottom} {points(mark.width_mpt)} {points(mark.height_mpt)} re"
                self._paint(path, mark.fill, mark.stroke, mark.line_mpt)
            case LineMark():
                start = f"{points(mark.x1_mpt)} {self._y(mark.y1_mpt)}"
                end = f"{points(mark.x2_mpt)} {self._y(mark.y2_mpt)}"
                self._paint(f"{start} m {end} l", None, mark.colour, mark.line_mpt)
            case CircleMark():
                self._paint(self._circle(mark), mark.fill, mark.stroke, mark.line_mpt)

    def to_bytes(self) -> bytes:
        """Return the content stream."""
        self._text_object(open_=False)
        return "\n".join(self._operators).encode("ascii")

    def _text(self, mark: TextMark) -> None:
        font = self._fonts[mark.face]
        self._text_object(open_=True)
        self._set("Tf", f"/{font.resource} {points(mark.size_mpt)}")
        self._set("Tc", points(mark.tracking_mpt))
        self._set("rg", _rgb(mark.colour))
        codes = mark.text.translate(font.codes)
        place = f"1 0 0 1 {points(mark.x_mpt)} {self._y(mark.baseline_mpt)} Tm"
        self._operators.append(f"{place} <{codes}> Tj")

    def _paint(self, path: str, fill: str | None, stroke: str | None, line_mpt: int) -> None:
        self._text_object(open_=False)
        if fill:
            self._set("rg", _rgb(fill))
        if stroke:
            self._set("RG", _rgb(stroke))
            self._set("w", points(line_mpt))
        if fill or stroke:
            self._operators.append(f"{path} {'B' if fill and stroke else 'f' if fill else 'S'}")

    def _circle(self, mark: CircleMark) -> str:
        x, y, radius = mark.x_mpt, mark.y_mpt, mark.radius_mpt
        arm = round(radius * _ARC)

        def at(right: int, up: int) -> str:
            return f"{points(x + right)} {self._y(y - up)}"

        return (
            f"{at(radius, 0)} m "
            f"{at(radius, arm)} {at(arm, radius)} {at(0, radius)} c "
            f"{at(-arm, radius)} {at(-radius, arm)} {at(-radius, 0)} c "
            f"{at(-radius, -arm)} {at(-arm, -radius)} {at(0, -radius)} c "
            f"{at(arm, -radius)} {at(radius, -arm)} {at(radius, 0)} c h"
        )

    def _set(self, operator: str, operands: str) -> None:
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self._operators.append(f"{operands} {operator}")

    def _text_object(self, *, open_: bool) -> None:
        if open_ != self._in_text:
            self._in_text = open_
            self._operators.append("BT" if open_ else "ET")

    def _y(self, y_mpt: int) -> str:
        return points(self._height_mpt - y_mpt)


@lru_cache(maxsize=256)
def _rgb(colour: str) -> str:
    """Return `#rrggbb` as three numbers from 0 to 1."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return " ".join(f"{channel:.4f}".rstrip("0").rstrip(".") for channel in channels)
