"""The selection: what an audience wants of an argument, and how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.types.argument import Part
from briefgen.types.point import Form, Point


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

    parts: Mapping[Part, tuple[Ranked, ...]]
