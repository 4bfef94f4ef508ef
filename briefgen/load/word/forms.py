"""The forms of shapes as paths in a box: those with a name, and those drawn freely.

Names and adjustments are DrawingML's (ISO/IEC 29500-1, 20.1.9.18, presetShapeDefinitions).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from lxml import etree

from briefgen.ooxml.names import A
from briefgen.types.picture import Step

_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, as a share of its radius."""

_WHOLE = 100_000

Path = tuple[Step, ...]


def polygon(*places: tuple[float, float]) -> Path:
    """Return a closed path through places."""
    first, *rest = places
    return (("m", first), *(("l", one) for one in rest), ("h", ()))


def rectangle(width: float, height: float) -> Path:
    """Return the path of a rectangle."""
    return polygon((0, 0), (width, 0), (width, height), (0, height))


def ellipse(width: float, height: float) -> Path:
    """Return the path of an ellipse."""
    return rounded(width, height, width / 2, height / 2)


def rounded(width: float, height: float, across: float, down: float) -> Path:
    """Return the path of a rectangle whose corners are quarters of an ellipse."""
    x, y = across * (1 - _ROUND), down * (1 - _ROUND)
    return (
        ("m", (across, 0)),
        ("l", (width - across, 0)),
        ("c", (width - x, 0, width, y, width, down)),
        ("l", (width, height - down)),
        ("c", (width, height - y, width - x, height, width - across, height)),
        ("l", (across, height)),
        ("c", (x, height, 0, height - y, 0, height - down)),
        ("l", (0, down)),
        ("c", (0, y, x, 0, across, 0)),
        ("h", ()),
    )


def line(width: float, height: float) -> Path:
    """Return the path of a line from the top left to the bottom right."""
    return (("m", (0, 0)), ("l", (width, height)))


def _corners(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    radius = min(width, height) * min(0.5, adjust.get("adj", 16_667) / _WHOLE)
    return rounded(width, height, radius, radius)


def _parallelogram(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    slant = min(width, min(width, height) * adjust.get("adj", 25_000) / _WHOLE)
    return polygon((0, height), (slant, 0), (width, 0), (width - slant, height))


def _trapezoid(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    slant = min(width / 2, min(width, height) * adjust.get("adj", 25_000) / _WHOLE)
    return polygon((0, height), (slant, 0), (width - slant, 0), (width, height))


def _home_plate(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    point = min(width, min(width, height) * adjust.get("adj", 50_000) / _WHOLE)
    edge = width - point
    return polygon((0, 0), (edge, 0), (width, height / 2), (edge, height), (0, height))


def _chevron(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    point = min(width, min(width, height) * adjust.get("adj", 50_000) / _WHOLE)
    edge, middle = width - point, height / 2
    return polygon((0, 0), (edge, 0), (width, middle), (edge, height), (0, height), (point, middle))


def _triangle(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    top = width * adjust.get("adj", 50_000) / _WHOLE
    return polygon((0, height), (top, 0), (width, height))


def _snipped(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    cut = min(width, height) * min(50_000, adjust.get("adj", 16_667)) / _WHOLE
    return polygon((0, 0), (width - cut, 0), (width, cut), (width, height), (0, height))


def _regular(corners: int, start_deg: float) -> Callable[..., Path]:
    def path(width: float, height: float, _: Mapping[str, float]) -> Path:
        angles = [math.radians(start_deg + 360 * one / corners) for one in range(corners)]
        return polygon(
            *((width / 2 * (1 + math.cos(a)), height / 2 * (1 + math.sin(a))) for a in angles)
        )

    return path


def _arrow(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    """Return an arrow that points to the right."""
    shaft = height * adjust.get("adj1", 50_000) / _WHOLE / 2
    head = min(width, min(width, height) * adjust.get("adj2", 50_000) / _WHOLE)
    middle, neck = height / 2, width - head
    return polygon(
        (0, middle - shaft),
        (neck, middle - shaft),
        (neck, 0),
        (width, middle),
        (neck, height),
        (neck, middle + shaft),
        (0, middle + shaft),
    )


def _frame(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    rim = min(width, height) * adjust.get("adj1", 12_500) / _WHOLE
    inner = polygon(
        (rim, rim), (width - rim, rim), (width - rim, height - rim), (rim, height - rim)
    )
    return (*rectangle(width, height), *inner)


def _cut(width: float, height: float, _: Mapping[str, float]) -> Path:
    return polygon((0, 0), (width, height), (0, height))


def _turned(path: Callable[..., Path], *, upright: bool, back: bool) -> Callable[..., Path]:
    """Return a form that points to the right as one that points elsewhere."""

    def place(x: float, y: float, width: float, height: float) -> tuple[float, float]:
        x, y = (y, x) if upright else (x, y)
        return (x, height - y) if upright and back else (width - x if back else x, y)

    def turned(width: float, height: float, adjust: Mapping[str, float]) -> Path:
        steps = path(height, width, adjust) if upright else path(width, height, adjust)
        return polygon(*(place(*to, width, height) for _, to in steps if len(to) == 2))  # noqa: PLR2004

    return turned


def _star(
    points: int, inner: float, wider: float = 1.0, higher: float = 1.0
) -> Callable[..., Path]:
    def path(width: float, height: float, adjust: Mapping[str, float]) -> Path:
        share = min(1.0, adjust.get("adj", inner) / (_WHOLE / 2))
        across, down, middle = width / 2 * wider, height / 2 * higher, height / 2 * higher
        turns = [math.radians(180 * one / points - 90) for one in range(2 * points)]
        return polygon(
            *(
                (
                    width / 2 + across * math.cos(turn) * (share if number % 2 else 1),
                    middle + down * math.sin(turn) * (share if number % 2 else 1),
                )
                for number, turn in enumerate(turns)
            )
        )

    return path


def _moon(width: float, height: float, adjust: Mapping[str, float]) -> Path:
    """Return a crescent that is open to the right."""
    inner = width * min(87_500, adjust.get("adj", 50_000)) / _WHOLE
    middle = height / 2
    handle, thin = middle * _ROUND, (width - inner) * _ROUND
    return (
        ("m", (width, height)),
        ("c", (width * (1 - _ROUND), height, 0, middle + handle, 0, middle)),
        ("c", (0, middle - handle, width * (1 - _ROUND), 0, width, 0)),
        ("c", (width - thin, 0, inner, middle - handle, inner, middle)),
        ("c", (inner, middle + handle, width - thin, height, width, height)),
        ("h", ()),
    )


def _pill(width: float, height: float, _: Mapping[str, float]) -> Path:
    return rounded(width, height, min(width, height) / 2, min(width, height) / 2)


def _plain(path: Callable[[float, float], Path]) -> Callable[..., Path]:
    return lambda width, height, _: path(width, height)


_NAMED: dict[str, Callable[..., Path]] = {
    **dict.fromkeys(("rect", "flowChartProcess", "textBox", "plaque"), _plain(rectangle)),
    **dict.fromkeys(("ellipse", "flowChartConnector"), _plain(ellipse)),
    **dict.fromkeys(("line", "straightConnector1"), _plain(line)),
    **dict.fromkeys(("roundRect", "round2SameRect", "flowChartAlternateProcess"), _corners),
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "homePlate": _home_plate,
    "chevron": _chevron,
    "triangle": _triangle,
    "rtTriangle": _cut,
    "snip1Rect": _snipped,
    "diamond": _regular(4, -90),
    "pentagon": _regular(5, -90),
    "hexagon": _regular(6, 0),
    "octagon": _regular(8, 22.5),
    "rightArrow": _arrow,
    "leftArrow": _turned(_arrow, upright=False, back=True),
    "downArrow": _turned(_arrow, upright=True, back=False),
    "upArrow": _turned(_arrow, upright=True, back=True),
    "star4": _star(4, 12_500),
    "star5": _star(5, 19_098, 1.05146, 1.10557),
    "star6": _star(6, 28_868, 1.1547),
    "star8": _star(8, 37_500),
    "moon": _moon,
    "flowChartTerminator": _pill,
    "frame": _frame,
}
OPEN = frozenset({"line", "straightConnector1"})
"""Forms without an inside."""


def named_form(name: str, width: float, height: float, adjust: Mapping[str, float]) -> Path | None:
    """Return the path of a form with a name, if it is one of those that are known."""
    known = _NAMED.get(name)
    return known(width, height, adjust) if known else None


def text_margins(
    name: str, width: float, height: float, adjust: Mapping[str, float]
) -> tuple[float, float, float, float]:
    """Return how far text stands from the left, top, right and bottom of the box of a form.

    That is its rectangle of text, which the flat sides of most forms are as far as they reach.
    """
    if name == "triangle":
        left = width * adjust.get("adj", 50_000) / _WHOLE / 2
        return left, height / 2, width / 2 - left, 0.0
    if name == "rtTriangle":
        return width / 12, height * 7 / 12, width * 5 / 12, height / 12
    if name == "ellipse":
        aside, above = (side / 2 * (1 - math.sqrt(0.5)) for side in (width, height))
        return aside, above, aside, above
    return 0.0, 0.0, 0.0, 0.0


def free_form(geometry: etree._Element, width: float, height: float) -> Path | None:
    """Return the path of a form drawn freely (`a:custGeom`), if its places are plain numbers."""
    steps: list[Step] = []
    for path in geometry.iter(A + "path"):
        own = (float(path.get("w") or 0), float(path.get("h") or 0))
        across = width / own[0] if own[0] else 0.0
        down = height / own[1] if own[1] else 0.0
        if not across and not down:
            return None
        for step in path:
            kind = {"moveTo": "m", "lnTo": "l", "cubicBezTo": "c", "close": "h"}.get(
                etree.QName(step).localname
            )
            places: list[float] = []
            for place in step.iter(A + "pt"):
                try:
                    places += [float(place.get("x", "")) * across, float(place.get("y", "")) * down]
                except ValueError:
                    return None
            if kind is None and etree.QName(step).localname == "quadBezTo" and len(places) == 4:  # noqa: PLR2004
                kind, places = "c", _cubic(steps, places)
            if kind is None or (kind == "c" and len(places) != 6):  # noqa: PLR2004
                return None
            steps.append((kind, tuple(places)))  # type: ignore[arg-type]
    return tuple(steps) or None


def _cubic(steps: list[Step], places: list[float]) -> list[float]:
    """Return the handles and the end of a curve with one handle as those of one with two."""
    x, y = steps[-1][1][-2:] if steps and steps[-1][1] else (0.0, 0.0)
    handle_x, handle_y, end_x, end_y = places
    return [
        x + 2 / 3 * (handle_x - x),
        y + 2 / 3 * (handle_y - y),
        end_x + 2 / 3 * (handle_x - end_x),
        end_y + 2 / 3 * (handle_y - end_y),
        end_x,
        end_y,
    ]


def flipped(path: Path, width: float, height: float, *, across: bool, down: bool) -> Path:
    """Return a path mirrored in its box."""
    return tuple(
        (
            step,
            tuple(
                (height - at if down else at) if index % 2 else (width - at if across else at)
                for index, at in enumerate(places)
            ),
        )
        for step, places in path
    )
