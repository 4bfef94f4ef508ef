"""Colours as `#rrggbb`: contrast, mixtures, and the nearest shade that can be read."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

from briefgen.pattern import late_pattern
from briefgen.types.finding import InputError, shown

WHITE = "#ffffff"

TEXT_CONTRAST = 4.5
"""Least contrast of text with its ground (WCAG 2.2, 1.4.3)."""

_LARGE_CONTRAST, _LARGE_PT, _LARGE_BOLD_PT = 3.0, 18.0, 14.0
"""That of large text, and the size from which text is large, and from which it is in bold."""

_LINEAR_TO = 0.04045
"""Share of a primary colour up to which sRGB is linear (IEC 61966-2-1)."""

_RGB = late_pattern("#[0-9a-f]{6}")

_STEPS = 200
"""Shades that are tried from a colour down to black: the next one looks the same."""


def _colour(given: str) -> str:
    colour = given.lower()
    if _RGB.fullmatch(colour):
        return colour
    hint = 'write # and six digits or letters from a to f, in quotes: "#0f4a5c"'
    raise InputError("colour", f"{shown(given)} is no colour", hint)


Colour = Annotated[str, AfterValidator(_colour)]
"""A colour as files give it: `"#0F4A5C"`, kept in small letters."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_contrast(size_pt: float, *, bold: bool) -> float:
    """Return the least contrast of text of a size with its ground (WCAG 2.2, 1.4.3)."""
    is_large = size_pt >= (_LARGE_BOLD_PT if bold else _LARGE_PT)
    return _LARGE_CONTRAST if is_large else TEXT_CONTRAST


def mixed(colour: str, share: float) -> str:
    """Return a colour of which a share is white: 0 is the colour itself, 1 is white."""
    return _written(part + (1 - part) * share for part in _parts(colour))


def darkened(colour: str, share: float) -> str:
    """Return a colour of the same hue with less light: 0 is the colour itself, 1 is black."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    return _written(colorsys.hls_to_rgb(hue, light * (1 - share), saturation))


def readable(colour: str, on: float = 1.0, least: float = TEXT_CONTRAST) -> str:
    """Return the colour, or the nearest darker one of its hue, that can be read on its own tint.

    `on` is the share of white in that tint: 1 is white itself.
    """
    shades = (darkened(colour, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in shades if contrast(one, mixed(one, on)) >= least)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(colour: str) -> float:
    linear = [
        one / 12.92 if one <= _LINEAR_TO else ((one + 0.055) / 1.055) ** 2.4
        for one in _parts(colour)
    ]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
