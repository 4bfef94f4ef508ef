"""A code that leads a reader of paper to the article, with its address in words."""

from __future__ import annotations

import io

from briefgen.cache import kept
from briefgen.types.block import Illustration, Origin
from briefgen.types.labels import Labels
from briefgen.types.picture import Picture
from briefgen.types.prose import Link, Text

SQUARE_PT = 1.2
"""Side of a square: 0.42 mm, which a telephone reads from a hand's breadth away."""

QUIET = 4
"""White squares around a code, without which it is not read (ISO/IEC 18004, 6.3.8)."""

SQUARE_PX = 8
"""Word is given so many pixels for a square: it blurs what it enlarges."""

NAME = "qr-code"


def qr_code(address: str, labels: Labels, at: Origin) -> Illustration:
    """Return the code of an address, with the address below it, as a link."""
    picture = _drawn(address)
    before, _, after = labels.full_text.partition("{address}")
    words = (Text(before), Link(address, (Text(address),)), Text(after))
    height_pt = SQUARE_PT * len(picture.squares)
    alt = labels.qr_code.format(address=address)
    return Illustration(
        NAME, picture, alt, tuple(one for one in words if one != Text("")), at, height_pt
    )


@kept(16)
def _drawn(address: str) -> Picture:
    """Return an address as a code, each square of it known."""
    import segno  # noqa: PLC0415 (few briefs have an address, and fewer are printed on paper)
    from PIL import Image  # noqa: PLC0415

    code = segno.make_qr(address, error="m", boost_error=False, encoding="utf-8")
    side = len(code.matrix) + 2 * QUIET
    white = (bytes(side),) * QUIET
    squares = (*white, *(bytes(QUIET) + bytes(row) + bytes(QUIET) for row in code.matrix), *white)
    grey = bytes(0 if dark else 255 for row in squares for dark in row)
    image = Image.frombytes("L", (side, side), grey)
    size = side * SQUARE_PX, side * SQUARE_PX
    stream = io.BytesIO()
    image.resize(size, Image.Resampling.NEAREST).convert("RGB").save(stream, "PNG")
    return Picture(*size, stream.getvalue(), squares=squares)
