"""What a metafile holds besides lines: colours, and bitmaps within it."""

from __future__ import annotations

import io

from PIL import Image

from briefgen.load.images import png_of
from briefgen.load.word.metafile_canvas import Colour
from briefgen.load.word.metafile_device import Unknown
from briefgen.ooxml.metafiles import bitmap_file
from briefgen.types.finding import LoadError


def colour_of(number: int) -> Colour:
    """Return a colour by its number (COLORREF): red is the last of its bytes."""
    return number & 255, number >> 8 & 255, number >> 16 & 255


def opened(bitmap: bytes) -> Image.Image:
    """Return a bitmap without the head of a file.

    Raises:
        Unknown: it is damaged, too large, or of a kind that is not read.
    """
    file = bitmap_file(bitmap)
    if file is None:
        raise Unknown
    try:
        return Image.open(io.BytesIO(png_of(file)), formats=("PNG",))
    except LoadError as error:
        raise Unknown from error
