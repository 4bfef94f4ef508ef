"""A picture as it was read: decoded, looked at and written anew."""

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
