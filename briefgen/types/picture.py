"""Pictures: read from a file, or drawn by a Word template."""

from typing import Literal

from msgspec import Struct


class Picture(Struct, frozen=True):
    """A PNG or JPEG file of plain RGB, without transparency and metadata, and its size.

    `source_digest` is the SHA-256 of the file that it was read from. `mask` is a PNG of grey, of
    the same size: how far each pixel covers what is beneath. Without one, all of it does. `squares`
    are the rows of dark (1) and light ones that a code is made of, which a PDF draws as such.
    """

    width_px: int
    height_px: int
    data: bytes
    source_digest: str = ""
    mask: bytes | None = None
    squares: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        """Name the picture without its bytes, which would fill screens."""
        return f"Picture({self.width_px} × {self.height_px} px, {len(self.data)} bytes)"


Step = tuple[Literal["m", "l", "c", "h"], tuple[float, ...]]
"""A step of a path: move, line, curve (Bézier) or close (ISO 32000-1, 8.5.2), and its places."""


class Outline(Struct, frozen=True):
    """The line around a shape. `dashes_pt` are lengths of line and gap; none for a solid one."""

    width_pt: float
    colour: str
    dashes_pt: tuple[float, ...] = ()


class Gradient(Struct, frozen=True):
    """Colours that go over into one another, each at a share of the way, from 0 to 1.

    The way leads across the box at an angle, clockwise from the right, or from its middle outwards.
    """

    stops: tuple[tuple[float, str], ...]
    angle_deg: float = 0.0
    radial: bool = False


class Form(Struct, frozen=True):
    """A form drawn in a box: its path from the box's top left, what fills it and its line.

    `opacity` is that of the fill, from 0 to 1; `fill` is the mean of a `gradient`.
    """

    path: tuple[Step, ...]
    fill: str | None = None
    opacity: float = 1.0
    outline: Outline | None = None
    gradient: Gradient | None = None
