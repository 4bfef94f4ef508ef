"""A picture as it was read: decoded, looked at and written anew."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG file of plain RGB, without transparency and metadata, and its size."""

    width_px: int
    height_px: int
    data: bytes = field(repr=False)
