"""The selection: what an audience wants of an argument, and how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.types.argument import Part
from briefgen.types.point import Form, Point
from briefgen.types.profile import Audience

LEAST_PRIORITY = 5


def importance(priority: int) -> int:
    """Return how much a priority counts: 25 for priority 1, 1 for priority 5.

    Square, so that what must not be missed outweighs several that may.
    """
    return (LEAST_PRIORITY + 1 - priority) ** 2


@dataclass(frozen=True, slots=True)
class Ranked:
    """A point, in this audience's wording, with what it is worth to this audience.

    `value` ranks the point; `form_values` say what each of its forms is worth when it is printed.
    """

    point: Point
    part: Part
    value: int
    form_values: Mapping[Form, int]


@dataclass(frozen=True, slots=True)
class Selection:
    """The points of each part that the audience wants, in the order of the argument."""

    audience: Audience
    parts: Mapping[Part, tuple[Ranked, ...]]
