"""What a metafile draws on, and with: pixels, seen through until drawn on; colours; bitmaps."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Literal

from PIL import Image, ImageChops, ImageDraw

from briefgen.load.images import png_of
from briefgen.ooxml.metafiles import bitmap_file
from briefgen.types.finding import LoadError

Place = tuple[float, float]
Colour = tuple[int, int, int]
Mode = Literal["copy", "darker", "lighter"]

_PER_POINT = 300 / 72
"""Pixels of a finished picture to a point: what print shows."""

_FINER = 3
"""How much finer it is drawn, so that edges are smooth."""

_MOST = 12_000_000
"""Pixels that are drawn at most; a larger picture is drawn less finely."""

_FAR = 10.0

_NO_TURNS = 128
"""Stands in a mask of windings for those that lie in no polygon, so that none is below 0."""


class Unknown(Exception):
    """A metafile draws something that is not drawn here."""


class Canvas:
    """Pixels for a picture of a size in points. Places are shares of its width and height."""

    def __init__(self, size_pt: tuple[float, float]) -> None:
        width, height = (max(one, 1.0) * _PER_POINT * _FINER for one in size_pt)
        less = min(1.0, (_MOST / (width * height)) ** 0.5)
        self.size = max(_FINER, round(width * less)), max(_FINER, round(height * less))
        self._image = Image.new("RGBA", self.size, (255, 255, 255, 0))
        self.clip: Image.Image | None = None

    def fill(self, polygons: Sequence[Sequence[Place]], colour: Colour, *, winding: bool) -> None:
        """Fill polygons: what an odd number of them holds, or else all that they wind around."""
        box = self._box(place for one in polygons for place in one)
        if box:
            self._paint(_mask(self._pixels(polygons), box, winding=winding), box, colour)

    def stroke(self, lines: Sequence[Sequence[Place]], colour: Colour, width: float) -> None:
        """Draw lines of a width, which is a share of that of the picture."""
        pixels = max(1, round(width * self.size[0]))
        box = self._box((place for one in lines for place in one), pixels)
        if not box:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        draw = ImageDraw.Draw(mask)
        for one in self._pixels(lines):
            at = [(x - box[0], y - box[1]) for x, y in one]
            if len(at) > 1:
                draw.line(at, 255, pixels, "curve" if pixels > _FINER else None)
        self._paint(mask, box, colour)

    def restrict(self, polygons: Sequence[Sequence[Place]], *, winding: bool) -> None:
        """Let nothing be drawn any more outside polygons."""
        whole = (0, 0, *self.size)
        mask = _mask(self._pixels(polygons), whole, winding=winding)
        self.clip = ImageChops.multiply(mask, self.clip) if self.clip else mask

    def place(self, bitmap: Image.Image, corners: tuple[Place, Place], mode: Mode = "copy") -> None:
        """Draw a bitmap between two corners: over what is there, or where it is darker or lighter.

        Where nothing is there yet, the paper is white.
        """
        box = self._box(corners)
        (left, top), (right, bottom) = self._pixels([corners])[0]
        size = max(1, round(abs(right - left))), max(1, round(abs(bottom - top)))
        if not box or size[0] * size[1] > _MOST:
            return
        shown = bitmap.convert("RGB").resize(size)
        if right < left:
            shown = shown.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        if bottom < top:
            shown = shown.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        sheet = Image.new("RGBA", self.size, (255, 255, 255, 0))
        sheet.paste(shown, (round(min(left, right)), round(min(top, bottom))))
        mask = sheet.getchannel("A")
        if mode != "copy":
            paper = Image.new("RGBA", self.size, "white")
            paper.alpha_composite(self._image)
            ground = "white" if mode == "darker" else "black"
            mixed = (ImageChops.darker if mode == "darker" else ImageChops.lighter)(paper, sheet)
            seen = ImageChops.difference(sheet.convert("RGB"), Image.new("RGB", self.size, ground))
            mask = ImageChops.multiply(mask, _any(seen))
            sheet = Image.merge("RGBA", (*mixed.split()[:3], mask.point(lambda on: 255 * (on > 0))))
        self._image.paste(sheet, (0, 0), self._clipped(mask, (0, 0, *self.size)))

    def png(self) -> bytes:
        """Return what was drawn, with smooth edges, as a PNG file."""
        stream = io.BytesIO()
        premultiplied = self._image.convert("RGBa").reduce(_FINER)
        premultiplied.convert("RGBA").save(stream, "PNG")
        return stream.getvalue()

    def _paint(self, mask: Image.Image, box: tuple[int, int, int, int], colour: Colour) -> None:
        self._image.paste((*colour, 255), box, self._clipped(mask, box))

    def _clipped(self, mask: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
        return ImageChops.multiply(mask, self.clip.crop(box)) if self.clip else mask

    def _pixels(self, lines: Sequence[Sequence[Place]]) -> list[list[Place]]:
        width, height = self.size
        return [[(_near(x) * width, _near(y) * height) for x, y in one] for one in lines]

    def _box(self, places: Iterable[Place], around: int = 1) -> tuple[int, int, int, int] | None:
        """Return the pixels around places, as far as there are any."""
        return _around(self._pixels([[*places]])[0], self.size, around)


def _any(image: Image.Image) -> Image.Image:
    """Return where any channel of an image is above 0, as a mask."""
    red, green, blue = image.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([0, *([255] * 255)])


def _around(
    places: Sequence[Place], size: tuple[int, int], more: int = 1
) -> tuple[int, int, int, int] | None:
    """Return the pixels around places, as far as an image of a size has them."""
    if not places:
        return None
    xs, ys = zip(*places, strict=True)
    left, top = (max(0, int(min(one)) - more) for one in (xs, ys))
    right, bottom = (
        min(most, int(max(one)) + 1 + more) for one, most in zip((xs, ys), size, strict=True)
    )
    return (left, top, right, bottom) if left < right and top < bottom else None


def _near(share: float) -> float:
    """Return a place that is not farther off than ten pictures: no number is too large to draw."""
    return share if -_FAR < share < _FAR else _FAR if share > 0 else -_FAR


def _mask(
    polygons: Sequence[Sequence[Place]], box: tuple[int, int, int, int], *, winding: bool
) -> Image.Image:
    """Return what polygons fill within a box, as a mask."""
    size = box[2] - box[0], box[3] - box[1]
    counts = Image.new("L", size, _NO_TURNS)
    for one in polygons:
        at = [(x - box[0], y - box[1]) for x, y in one]
        if len(at) < 3:  # noqa: PLR2004 - no fewer hold anything
            continue
        part = _around(at, size)
        if not part:
            continue
        within = Image.new("L", (part[2] - part[0], part[3] - part[1]))
        ImageDraw.Draw(within).polygon([(x - part[0], y - part[1]) for x, y in at], 1)
        add = ImageChops.add if not winding or _area(at) > 0 else ImageChops.subtract
        counts.paste(add(counts.crop(part), within), part)
    if winding:
        return counts.point([255 * (count != _NO_TURNS) for count in range(256)])
    return counts.point([255 * (count % 2) for count in range(256)])


def _area(places: Sequence[Place]) -> float:
    """Return twice the area of a polygon, below 0 if it turns the other way."""
    following = [*places[1:], places[0]]
    return sum(
        x * other_y - other_x * y
        for (x, y), (other_x, other_y) in zip(places, following, strict=True)
    )


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
