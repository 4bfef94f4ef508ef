"""Pictures that fill a page: where text could be read on them, and where not.

A letterhead is often one picture of a whole page, with a logo at the top and an address at the
bottom. Text keeps off these, not off the picture.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

from PIL import Image

from briefgen.load.word.legibility import PAGE
from briefgen.types.colour import TEXT_CONTRAST, contrast

TEXT = "#404040"
"""A brief's text is as dark at least as this, where its template says nothing else."""

_ACROSS, _DOWN = 48, 96
"""Samples of a picture."""

_DARK_ROW = 0.03
"""Share of a row from which it hides text."""


def dark_share(data: bytes, mask: bytes | None) -> float:
    """Return the share of a picture, on a white page, on which text could not be read."""
    rows = _dark(data, mask, (_ACROSS, _ACROSS))
    return sum(map(sum, rows)) / (_ACROSS * _ACROSS)


def clear_rows(
    data: bytes, mask: bytes | None, across: tuple[float, float]
) -> tuple[float, float] | None:
    """Return where text can be read on a picture, from its top: the longest of such parts.

    `across` says where text may stand; all are shares of the picture's width and height.
    """
    rows = _dark(data, mask, (_ACROSS, _DOWN))
    left, right = (max(0, min(_ACROSS, round(share * _ACROSS))) for share in across)
    hidden = [sum(row[left:right]) >= _DARK_ROW * (right - left) for row in rows]
    found = max(_runs(hidden), key=lambda run: run[1] - run[0], default=None)
    return (found[0] / _DOWN, found[1] / _DOWN) if found else None


def _runs(hidden: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows that hide nothing."""
    begun: int | None = None
    for number, hides in enumerate([*hidden, True]):
        is_clear = not hides
        if is_clear and begun is None:
            begun = number
        elif not is_clear and begun is not None:
            yield begun, number
            begun = None


def _dark(data: bytes, mask: bytes | None, size: tuple[int, int]) -> list[list[bool]]:
    """Return which samples of a picture, row by row, are too dark for text."""
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        small = image.convert("RGB").resize(size)
    if mask is not None:
        with Image.open(io.BytesIO(mask), formats=("PNG",)) as held:
            page = Image.new("RGB", size, PAGE)
            small = Image.composite(small, page, held.convert("L").resize(size))
    pixels = [*zip(*(channel.tobytes() for channel in small.split()), strict=True)]
    hides = {one: _hides(one) for one in Counter(pixels)}
    width = size[0]
    return [[hides[one] for one in pixels[at : at + width]] for at in range(0, len(pixels), width)]


def _hides(pixel: tuple[int, ...]) -> bool:
    red, green, blue = pixel
    return contrast(TEXT, f"#{red:02x}{green:02x}{blue:02x}") < TEXT_CONTRAST
