"""What a point is worth to an audience."""

from __future__ import annotations

from briefgen.types.argument import Argument, Part
from briefgen.types.point import Forms, Point
from briefgen.types.profile import Audience
from briefgen.types.selection import Ranked, Selection

LEAST_PRIORITY = 5


def select(argument: Argument, audience: Audience) -> Selection:
    """Rank the points of every part that has a weight for this audience.

    A point is worth the weight of its part times the square of its priority counted from the
    bottom (25 for priority 1, 1 for priority 5), so that one that must not be missed outweighs
    several that may; a form of it is worth that times what the audience gives for such a form. Points keep the argument's order, which is the article's. Wording that a point has
    for this audience replaces its own; facts stay the same facts.
    """
    parts: dict[Part, tuple[Ranked, ...]] = {}
    for part, weight in audience.weights.items():
        ranked = [
            _ranked(point, part, weight * _rank(point), audience) for point in argument.points(part)
        ]
        if weight:
            parts[part] = tuple(ranked)
    return Selection(parts)


def _ranked(point: Point, part: Part, value: int, audience: Audience) -> Ranked:
    values = {form: value * worth for form, worth in audience.forms.items()}
    return Ranked(_worded(point, audience.name), part, value, values)


def _rank(point: Point) -> int:
    return (LEAST_PRIORITY + 1 - point.priority) ** 2


def _worded(point: Point, audience: str) -> Point:
    wording = point.wording.get(audience)
    if wording is None:
        return point
    forms = Forms(
        headline=wording.headline or point.forms.headline,
        summary=wording.summary or point.forms.summary,
        detail=wording.detail or point.forms.detail,
    )
    return point.model_copy(update={"forms": forms})
