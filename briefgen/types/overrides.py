"""Pins and exclusions: what is printed or left out regardless of its value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from briefgen.types.point import Form

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
