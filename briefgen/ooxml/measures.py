"""Measures as Office Open XML writes them, and points, in which briefgen counts."""

from __future__ import annotations

import math

EMU_PER_POINT = 12_700
"""English Metric Units, in which DrawingML counts (ISO/IEC 29500-1, 20.1.2.1)."""

_SCALE = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def points(value: str | None, unit: float = 20) -> float | None:
    """Return a measure in points, None for none; a bare number counts `unit` to the point.

    Word writes whole twentieths of a point (ST_TwipsMeasure, 22.9.2.14), half points for sizes of
    type and eighths for rules. Other software writes `12pt`, `2cm` (ST_UniversalMeasure,
    22.9.2.15) or `1440.0000000000002`.
    """
    if value is None:
        return None
    value = value.strip()
    try:
        if value[-2:] in _SCALE:
            number = float(value[:-2]) * _SCALE[value[-2:]]
        else:
            number = float(value) / unit
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def twips(points: float) -> int:
    """Return points as twentieths of a point, which Word counts in."""
    return round(points * 20)


def emu(points: float) -> int:
    """Return points in English Metric Units."""
    return round(points * EMU_PER_POINT)
