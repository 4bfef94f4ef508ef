"""Metafiles of Windows, which a PDF cannot hold, as the pictures that they draw."""

from __future__ import annotations

import struct

from briefgen.load.word.metafile_canvas import Unknown
from briefgen.load.word.metafile_emf import draw_emf
from briefgen.load.word.metafile_wmf import draw_wmf
from briefgen.ooxml.metafiles import is_emf, is_wmf

_DAMAGED = (struct.error, ValueError, OverflowError, IndexError)


def drawn_metafile(data: bytes, size_pt: tuple[float, float]) -> bytes | None:
    """Return what a metafile draws at a size, as a PNG file that is seen through elsewhere.

    None for what is no metafile, is damaged, or draws more than areas, lines and bitmaps: text is
    not drawn, and a picture without a part of it would be wrong.
    """
    draw = draw_emf if is_emf(data) else draw_wmf if is_wmf(data) else None
    try:
        return draw(data, size_pt) if draw else None
    except (Unknown, *_DAMAGED):
        return None
