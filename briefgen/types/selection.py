"""The selection: the points that an audience gets, with the value of each; pins and exclusions."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Literal

from msgspec import Struct, field

from briefgen.types.argument import Part
from briefgen.types.point import Form, Point
from briefgen.types.profile import Audience

LEAST_PRIORITY = 5


def importance(priority: int) -> int:
    """Return how much a priority counts: 25 for priority 1, 1 for priority 5.

    Square, so that what must not be missed outweighs several that may.
    """
    return (LEAST_PRIORITY + 1 - priority) ** 2


class Ranked(Struct, frozen=True):
    """A point, in this audience's wording, with its value to this audience.

    `value` ranks the point; `form_values` are the values of its forms when printed.
    """

    point: Point
    part: Part
    value: int
    form_values: Mapping[Form, int]


class Selection(Struct, frozen=True):
    """The points of each part that have a weight for the audience, in the order of the argument.

    `excluded` are the ids of those that no table or list may name.
    """

    audience: Audience
    parts: Mapping[Part, tuple[Ranked, ...]]
    excluded: AbstractSet[str] = frozenset()

    @property
    def named(self) -> tuple[Ranked, ...]:
        """The points that tables and lists may name."""
        every = (one for points in self.parts.values() for one in points)
        return tuple(one for one in every if one.point.id not in self.excluded)


Pin = Form | Literal["any"]
"""The form in which something is printed, or "any": whichever serves best."""


class Overrides(Struct, frozen=True):
    """What the author has decided, by the id of a point or the name of a supplement.

    Nothing is both pinned and excluded.
    """

    pinned: Mapping[str, Pin] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()

    def __contains__(self, subject: str) -> bool:
        return subject in self.pinned or subject in self.excluded


FREE = Overrides()
"""Nothing is pinned, nothing excluded."""
