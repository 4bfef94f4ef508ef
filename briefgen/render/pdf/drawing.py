"""Marks drawn on a canvas of ReportLab's."""

from __future__ import annotations

from functools import lru_cache

from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.fonts import Fonts
from briefgen.types.laid import CircleMark, ImageMark, LineMark, Mark, RectangleMark, TextMark


class Pen:
    """Draws the marks of one page and remembers the settings that they leave on the canvas.

    Places come in thousandths of a point from the top left and go out in points from the bottom
    left.
    """

    def __init__(self, canvas: TaggedCanvas, height_mpt: int, fonts: Fonts) -> None:
        self._canvas = canvas
        self._height_mpt = height_mpt
        self._fonts = fonts
        self._settings: dict[str, object] = {"tracking": 0}

    def draw(self, mark: Mark) -> None:
        """Draw a mark."""
        canvas = self._canvas
        match mark:
            case TextMark():
                self._text(mark)
            case RectangleMark():
                self._set_colours(mark)
                bottom = self._y_pt(mark.y_mpt + mark.height_mpt)
                width, height = mark.width_mpt / 1000, mark.height_mpt / 1000
                canvas.rect(mark.x_mpt / 1000, bottom, width, height, **_painted(mark))
            case LineMark():
                self._set_stroke(mark.colour, mark.line_mpt)
                start, end = self._y_pt(mark.y1_mpt), self._y_pt(mark.y2_mpt)
                canvas.line(mark.x1_mpt / 1000, start, mark.x2_mpt / 1000, end)
            case CircleMark():
                self._set_colours(mark)
                centre, radius = self._y_pt(mark.y_mpt), mark.radius_mpt / 1000
                canvas.circle(mark.x_mpt / 1000, centre, radius, **_painted(mark))
            case ImageMark():
                bottom = self._y_pt(mark.y_mpt + mark.height_mpt)
                width, height = mark.width_mpt / 1000, mark.height_mpt / 1000
                canvas.picture(mark.data, mark.x_mpt / 1000, bottom, width, height)

    def _text(self, mark: TextMark) -> None:
        name = self._fonts[mark.face].fontName
        if self._changes("font", (name, mark.size_mpt)):
            self._canvas.setFont(name, mark.size_mpt / 1000, 0)
        if self._changes("fill", mark.colour):
            self._canvas.setFillColor(_rgb(mark.colour))
        text = self._canvas.beginText(mark.x_mpt / 1000, self._y_pt(mark.baseline_mpt))
        if self._changes("tracking", mark.tracking_mpt):
            text.setCharSpace(mark.tracking_mpt / 1000)
        text.textOut(mark.text)
        self._canvas.drawText(text)

    def _set_colours(self, mark: RectangleMark | CircleMark) -> None:
        if mark.fill and self._changes("fill", mark.fill):
            self._canvas.setFillColor(_rgb(mark.fill))
        if mark.stroke:
            self._set_stroke(mark.stroke, mark.line_mpt)

    def _set_stroke(self, colour: str, line_mpt: int) -> None:
        if self._changes("stroke", colour):
            self._canvas.setStrokeColor(_rgb(colour))
        if self._changes("line", line_mpt):
            self._canvas.setLineWidth(line_mpt / 1000)

    def _changes(self, setting: str, value: object) -> bool:
        """Note a setting; say whether it is another one than before."""
        changed = self._settings.get(setting) != value
        self._settings[setting] = value
        return changed

    def _y_pt(self, y_mpt: int) -> float:
        return (self._height_mpt - y_mpt) / 1000


def _painted(mark: RectangleMark | CircleMark) -> dict[str, bool]:
    return {"stroke": bool(mark.stroke), "fill": bool(mark.fill)}


@lru_cache(maxsize=256)
def _rgb(colour: str) -> tuple[float, float, float]:
    """Return `#rrggbb` as three numbers from 0 to 1.

    ReportLab is given no colour by name: what it does with text is evaluate it.
    """
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue
