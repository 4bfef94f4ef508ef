"""What a metafile draws with: pens, brushes, measures and paths, as Windows keeps them."""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence

from msgspec import Struct
from PIL import Image

from briefgen.load.word.metafile_canvas import Canvas, Colour, Mode, Place, Unknown

Matrix = tuple[float, float, float, float, float, float]

PLACES = 60_000
"""Places of all paths of a picture at most; another is not drawn."""

_STEPS = 10
"""Lines that stand for a curve."""

_WEIGHTS = [
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    for t in (step / _STEPS for step in range(1, _STEPS + 1))
]
"""What each of the four places of a curve counts at the end of each line."""

_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)


class Pen(Struct, frozen=True):
    """What lines are drawn with; a width of 0 is a hairline."""

    colour: Colour
    width: float = 0.0


class Brush(Struct, frozen=True):
    """What areas are filled with."""

    colour: Colour


Tool = Pen | Brush | None
"""What is selected; None for a font, a palette, a pen or brush that draws nothing."""

NO_PEN, NO_BRUSH = "no pen", "no brush"
GdiObject = Tool | str

STOCK: dict[int, GdiObject] = {
    **dict(enumerate(Brush((grey, grey, grey)) for grey in (255, 192, 128, 64, 0))),
    5: NO_BRUSH,
    6: Pen(_WHITE),
    7: Pen(_BLACK),
    8: NO_PEN,
}
"""Pens and brushes that need not be made, by number ([MS-EMF], 2.1.31)."""


class State(Struct):
    """What SAVEDC keeps and RESTOREDC brings back; extents count where it is `stretched`."""

    pen: Pen | None = Pen(_BLACK)
    brush: Brush | None = Brush(_WHITE)
    winding: bool = False
    stretched: bool = True
    origin: Place = (0.0, 0.0)
    extent: Place = (1.0, 1.0)
    target_origin: Place = (0.0, 0.0)
    target_extent: Place = (1.0, 1.0)
    world: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    clip: Image.Image | None = None


class Device:
    """Draws on a canvas what records ask for; `frame` is what of the device the picture shows."""

    def __init__(self, canvas: Canvas, frame: tuple[float, float, float, float]) -> None:
        self.canvas, self.frame = canvas, frame
        self.state = State()
        self.at: Place = (0.0, 0.0)
        self.drew = False
        self._saved: list[State] = []
        self._path: list[list[Place]] | None = None
        self._is_open = False
        self._places = 0
        self._tools: dict[int, GdiObject] = {}

    def save(self) -> None:
        """Keep the state."""
        if len(self._saved) > 1_000:  # noqa: PLR2004 - none nests so deep
            raise Unknown
        self.state.clip = self.canvas.clip
        self._saved.append(copy.copy(self.state))

    def restore(self) -> None:
        """Bring back the state that was kept last."""
        if self._saved:
            self.state = self._saved.pop()
            self.canvas.clip = self.state.clip

    def make(self, number: int | None, tool: GdiObject) -> None:
        """Keep a pen or brush by a number, or by the first that is free."""
        if number is None:
            number = next(one for one in range(len(self._tools) + 1) if one not in self._tools)
        self._tools[number] = tool

    def delete(self, number: int) -> None:
        """Let a number be free."""
        self._tools.pop(number, None)

    def select(self, number: int, *, stock: bool = False) -> None:
        """Draw with a pen or brush from now on."""
        match STOCK.get(number) if stock else self._tools.get(number):
            case Pen() as pen:
                self.state.pen = pen
            case Brush() as brush:
                self.state.brush = brush
            case "no pen":
                self.state.pen = None
            case "no brush":
                self.state.brush = None

    def move(self, to: Place) -> None:
        """Begin a line somewhere."""
        self.at, self._is_open = to, False

    def line(self, to: Sequence[Place]) -> None:
        """Draw lines on through places."""
        self._on([self.placed(place) for place in (self.at, *to)], to[-1])

    def curve(self, to: Sequence[Place]) -> None:
        """Draw curves (Bézier) on through three places each."""
        begin = self.placed(self.at)
        shared = [begin]
        places = [self.placed(place) for place in to]
        for first, second, end in zip(places[::3], places[1::3], places[2::3], strict=False):
            for a, b, c, d in _WEIGHTS:
                x = a * begin[0] + b * first[0] + c * second[0] + d * end[0]
                y = a * begin[1] + b * first[1] + c * second[1] + d * end[1]
                shared.append((x, y))
            begin = end
        self._on(shared, to[-1])

    def polygons(self, polygons: Sequence[Sequence[Place]]) -> None:
        """Draw polygons, filled together."""
        lines = [[self.placed(place) for place in [*one, one[0]]] for one in polygons if one]
        self._count(lines)
        if self._path is not None:
            self._path.extend(lines)
        else:
            self._draw(lines, filled=True, stroked=True)

    def lines(self, each_line: Sequence[Sequence[Place]]) -> None:
        """Draw lines that are not filled."""
        lines = [[self.placed(place) for place in one] for one in each_line if one]
        self._count(lines)
        if self._path is not None:
            self._path.extend(lines)
        else:
            self._draw(lines, filled=False, stroked=True)

    def ellipse(self, corner: Place, other: Place) -> None:
        """Draw an ellipse within a box."""
        (left, top), (right, bottom) = corner, other
        across, down = (right - left) / 2, (bottom - top) / 2
        angles = (2 * math.pi * step / (6 * _STEPS) for step in range(6 * _STEPS))
        self.polygons(
            [[(left + across * (1 + math.cos(a)), top + down * (1 + math.sin(a))) for a in angles]]
        )

    def rectangle(self, corner: Place, other: Place) -> None:
        """Draw a rectangle."""
        self.polygons([_rectangle(corner, other)])

    def flood(self, corner: Place, other: Place, colour: Colour | None = None) -> None:
        """Fill a rectangle without its line, by the brush or a colour."""
        brush = Brush(colour) if colour else self.state.brush
        if brush:
            lines = [[self.placed(place) for place in _rectangle(corner, other)]]
            self.canvas.fill(lines, brush.colour, winding=False)
            self.drew = True

    def bitmap(self, image: Image.Image, corner: Place, other: Place, mode: Mode = "copy") -> None:
        """Draw a bitmap between two corners."""
        self.canvas.place(image, (self.placed(corner), self.placed(other)), mode)
        self.drew = True

    def begin_path(self) -> None:
        """Gather lines, and draw none until the path is drawn."""
        self._path, self._is_open = [], False

    def close_figure(self) -> None:
        """Close the line that was drawn last."""
        if self._path:
            self._path[-1].append(self._path[-1][0])
        self._is_open = False

    def draw_path(self, *, filled: bool, stroked: bool) -> None:
        """Draw the path that was gathered, and forget it."""
        self._draw(self._path or [], filled=filled, stroked=stroked)
        self._path = None

    def clip_path(self) -> None:
        """Let nothing be drawn any more outside the path that was gathered."""
        self.canvas.restrict(self._path or [], winding=self.state.winding)
        self._path = None

    def clip_rectangle(self, corner: Place, other: Place) -> None:
        """Let nothing be drawn any more outside a rectangle."""
        lines = [[self.placed(place) for place in _rectangle(corner, other)]]
        self.canvas.restrict(lines, winding=True)

    def clip_device(self, corner: Place, other: Place, *, anew: bool) -> None:
        """Let nothing be drawn any more outside a rectangle of the device, or of it anew."""
        if anew:
            self.canvas.clip = None
        lines = [[self._shared(place) for place in _rectangle(corner, other)]]
        self.canvas.restrict(lines, winding=True)

    def placed(self, place: Place) -> Place:
        """Return a place as shares of the picture."""
        state = self.state
        (x, y), (a, b, c, d, e, f) = place, state.world
        x, y = x * a + y * c + e, x * b + y * d + f
        across, down = (
            (target / (own or 1.0) if state.stretched else 1.0)
            for target, own in zip(state.target_extent, state.extent, strict=True)
        )
        return self._shared(
            (
                (x - state.origin[0]) * across + state.target_origin[0],
                (y - state.origin[1]) * down + state.target_origin[1],
            )
        )

    def _shared(self, place: Place) -> Place:
        """Return a place of the device as shares of the picture."""
        left, top, right, bottom = self.frame
        return (place[0] - left) / ((right - left) or 1.0), (place[1] - top) / (
            (bottom - top) or 1.0
        )

    def _on(self, lines: list[Place], end: Place) -> None:
        """Draw on through shares of the picture, to a place."""
        self._count([lines])
        self.at = end
        if self._path is None:
            self._draw([lines], filled=False, stroked=True)
        elif self._is_open and self._path:
            self._path[-1].extend(lines[1:])
        else:
            self._path.append(lines)
            self._is_open = True

    def _draw(self, lines: Sequence[Sequence[Place]], *, filled: bool, stroked: bool) -> None:
        state = self.state
        if filled and state.brush:
            self.canvas.fill(lines, state.brush.colour, winding=state.winding)
            self.drew = True
        if stroked and state.pen:
            begin, end = self.placed((0, 0)), self.placed((state.pen.width, 0))
            self.canvas.stroke(lines, state.pen.colour, math.hypot(end[0] - begin[0]))
            self.drew = True

    def _count(self, lines: Sequence[Sequence[Place]]) -> None:
        self._places += sum(map(len, lines))
        if self._places > PLACES:
            raise Unknown


def _rectangle(corner: Place, other: Place) -> list[Place]:
    (left, top), (right, bottom) = corner, other
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
