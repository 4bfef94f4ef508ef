"""Advance widths of families that do not come along, measured once and carried as data.

With them, lines of the PDF break where those of Word do, though another font is drawn.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.advance_columns import AdvanceColumns, codes
from briefgen.load.resources import resources_folder

WIDTHS_FILE = "widths.msgpack"
"""Beside the built-in fonts: a table for each family (`templates/make_width_tables.py`)."""

STYLES = ((False, False), (True, False), (False, True), (True, True))
"""Bold and italic, in the order of the faces of a table."""


class WidthTable(Struct, frozen=True, array_like=True):
    """Height of a line, and widths by code point in each of `STYLES`, in thousandths."""

    line_height: int
    faces: list[dict[int, int]]


class PackedTable(Struct, frozen=True, array_like=True):
    """A `WidthTable` as it is written."""

    line_height: int
    faces: list[AdvanceColumns]


NEARLY = {
    "segoe ui light": "segoe ui",
    "segoe ui semilight": "segoe ui",
    "segoe ui semibold": "segoe ui",
    "avant garde": "century gothic",
    "book antiqua": "palatino linotype",
    "palatino": "palatino linotype",
    "bookman": "bookman old style",
    "new century schoolbook": "century schoolbook",
    "courier": "courier new",
    "lucida console": "courier new",
}
"""Families that run about as wide as one whose widths are known."""


def width_table(family: str) -> WidthTable | None:
    """Return the widths of a family (in lower case), if they are known."""
    held = _tables().get(NEARLY.get(family, family))
    if held is None:
        return None
    packed = msgspec.msgpack.decode(held, type=PackedTable)
    faces = [dict(zip(codes(face), face.widths, strict=True)) for face in packed.faces]
    return WidthTable(packed.line_height, faces)


@kept(1)
def _tables() -> dict[str, bytes]:
    file = resources_folder("fonts") / WIDTHS_FILE
    return msgspec.msgpack.decode(file.read_bytes(), type=dict[str, bytes])
