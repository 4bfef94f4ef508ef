"""Marks as PDF operators (ISO 32000-1, 8 and 9), shapes as ReportLab writes them.

Its own methods take ten times as long for text, of which a page has a hundred stretches: each
makes an object, measures what was measured, and says again what was said before.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec.structs import replace
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import (
    PDFAxialShading,
    PDFExponentialFunction,
    PDFObject,
    PDFRadialShading,
    PDFShading,
    PDFStitchingFunction,
)
from reportlab.pdfgen.pathobject import PDFPathObject

from briefgen.cache import kept
from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.fonts import Fonts
from briefgen.types.laid import (
    CircleMark,
    ImageMark,
    LineMark,
    Mark,
    PathMark,
    RectangleMark,
    Shading,
    TextMark,
)

_PAINTED = {(False, False): "n", (False, True): "f*", (True, False): "S", (True, True): "B*"}
"""How a path is painted: stroked or not, filled or not."""


class PagePainter:
    """Draws the marks of one page and remembers the settings that they leave on the canvas.

    Places come in thousandths of a point from the top left and go out in points from the bottom
    left.
    """

    def __init__(self, canvas: TaggedCanvas, height_mpt: int, fonts: Fonts) -> None:
        self._canvas = canvas
        self._height_mpt = height_mpt
        self._fonts = fonts
        self._settings: dict[str, object] = {"tracking": 0, "stretch": 100.0}

    def draw(self, mark: Mark) -> None:
        """Draw a mark."""
        match mark:
            case TextMark():
                self._text(mark)
            case RectangleMark():
                self._set_colours(mark)
                bottom = self._y(mark.y_mpt + mark.height_mpt)
                width, height = number(mark.width_mpt), number(mark.height_mpt)
                painted = _PAINTED[bool(mark.stroke), bool(mark.fill)]
                self._write(f"n {number(mark.x_mpt)} {bottom} {width} {height} re {painted}")
            case LineMark():
                self._set_stroke(mark.colour, mark.line_mpt)
                start = f"{number(mark.x1_mpt)} {self._y(mark.y1_mpt)}"
                end = f"{number(mark.x2_mpt)} {self._y(mark.y2_mpt)}"
                self._write(f"n {start} m {end} l S")
            case CircleMark():
                self._set_colours(mark)
                place = mark.x_mpt, self._height_mpt - mark.y_mpt
                for part in circle(*place, mark.radius_mpt):
                    self._write(part)
                self._write(_PAINTED[bool(mark.stroke), bool(mark.fill)])
            case PathMark():
                self._path(mark)
            case ImageMark():
                self._canvas.picture(mark, self._height_mpt - mark.y_mpt - mark.height_mpt)
            case _:
                assert_never(mark)

    def _text(self, mark: TextMark) -> None:
        font = self._fonts[mark.face]
        set_now = ""
        chosen = f"{self._canvas.font_name(font.fontName)} {number(mark.size_mpt)} Tf "
        if self._changes("font", chosen):
            set_now += chosen
        if self._changes("fill", mark.colour):
            set_now += f"{_rgb(mark.colour)} rg "
        stretch = font.stretch_percent(mark.text)
        if self._changes("stretch", stretch):
            set_now += f"{fp_str(stretch)} Tz "
        tracking = round(mark.tracking_mpt * 100 / stretch)  # it is stretched, too (9.3.2)
        if self._changes("tracking", tracking):
            set_now += f"{number(tracking)} Tc "
        place = f"{number(mark.x_mpt)} {self._y(mark.baseline_mpt)}"
        if mark.turn_deg:
            turn = math.radians(-mark.turn_deg)
            across, up = math.cos(turn), math.sin(turn)
            place = f"{fp_str(across, up, -up, across)} {place} Tm"
        else:
            place += " Td"
        self._write(f"BT {set_now}{place} ({font.formatForPdf(mark.text)}) Tj ET")

    def _path(self, mark: PathMark) -> None:
        """Draw a path by settings of its own, which end with it."""
        if mark.shading is not None:
            clip = [*self._steps(mark), "W* n"]
            self._canvas.seen_through(mark.opacity, clip, self._shading(mark.shading))
            mark = replace(mark, fill=None, shading=None)
            if not mark.stroke:
                return
        operators = [f"{_rgb(mark.fill)} rg"] if mark.fill else []
        if mark.stroke:
            operators += [f"{_rgb(mark.stroke)} RG", f"{number(mark.line_mpt)} w"]
        if mark.dashes_mpt:
            operators.append(f"[{' '.join(number(one) for one in mark.dashes_mpt)}] 0 d")
        operators += self._steps(mark)
        operators.append(_PAINTED[bool(mark.stroke), bool(mark.fill)])
        self._canvas.seen_through(mark.opacity, operators)

    def _steps(self, mark: PathMark) -> Iterator[str]:
        for step, places in mark.steps:
            written = (self._y(at) if index % 2 else number(at) for index, at in enumerate(places))
            yield f"{' '.join(written)} {step}"

    def _shading(self, shading: Shading) -> PDFShading:
        """Return colours that go over into one another, along a line or in circles."""
        stops = [(at, _shares(colour)) for at, colour in shading.stops]
        x, y, to_x, to_y = (one / 1000 for one in shading.places)
        height = self._height_mpt / 1000
        said = {"ColorSpace": "DeviceRGB", "Extend": "[true true]", "Function": _between(stops)}
        if shading.radial:
            radius = math.dist((x, y), (to_x, to_y))
            return PDFRadialShading(x, height - y, 0.0, x, height - y, radius, **said)
        return PDFAxialShading(x, height - y, to_x, height - to_y, **said)

    def _set_colours(self, mark: RectangleMark | CircleMark) -> None:
        if mark.fill and self._changes("fill", mark.fill):
            self._write(f"{_rgb(mark.fill)} rg")
        if mark.stroke:
            self._set_stroke(mark.stroke, mark.line_mpt)

    def _set_stroke(self, colour: str, line_mpt: int) -> None:
        if self._changes("stroke", colour):
            self._write(f"{_rgb(colour)} RG")
        if self._changes("line", line_mpt):
            self._write(f"{number(line_mpt)} w")

    def _changes(self, setting: str, value: object) -> bool:
        """Note a setting; say whether it is another one than before."""
        changed = self._settings.get(setting) != value
        self._settings[setting] = value
        return changed

    def _write(self, operators: str) -> None:
        self._canvas.addLiteral(operators)

    def _y(self, y_mpt: int) -> str:
        return number(self._height_mpt - y_mpt)


@kept(20_000)
def number(mpt: int) -> str:
    """Return thousandths of a point in points, as ReportLab writes a number."""
    written: str = fp_str(mpt / 1000)
    return written


@kept(1024)
def circle(x_mpt: int, y_mpt: int, radius_mpt: int) -> tuple[str, ...]:
    """Return the path of a circle around a place, measured from the bottom left, in its parts."""
    x, y, radius = x_mpt / 1000, y_mpt / 1000, radius_mpt / 1000
    left, bottom, right, top = x - radius, y - radius, x + radius, y + radius
    code: list[str] = []
    PDFPathObject(code=code).ellipse(left, bottom, right - left, top - bottom)
    return tuple(code)


def _between(stops: Sequence[tuple[float, tuple[float, ...]]]) -> PDFObject:
    """Return the function of the colours between stops, of which the first and last are ends."""
    parts = [
        PDFExponentialFunction(N=1, C0=start, C1=end)
        for (_, start), (_, end) in itertools.pairwise(stops)
    ]
    if len(parts) == 1:
        return parts[0]
    bounds = [at for at, _ in stops[1:-1]]
    return PDFStitchingFunction(parts, bounds, [0.0, 1.0] * len(parts), Domain="[0.0 1.0]")


@kept(256)
def _rgb(colour: str) -> str:
    """Return `#rrggbb` as three numbers from 0 to 1."""
    written: str = fp_str(*_shares(colour))
    return written


def _shares(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
