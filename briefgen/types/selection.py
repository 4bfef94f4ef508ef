"""The selection: what an audience wants of an argument, and how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.types.argument import Part
from briefgen.types.point import Point


@dataclass(frozen=True, slots=True)
class Ranked:
    """A point, in this audience's wording, with what it is worth to this audience."""

    point: Point
    part: Part
    value: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The points of each part that the audience wants, most valuable first."""

    parts: Mapping[Part, tuple[Ranked, ...]]
