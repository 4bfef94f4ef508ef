"""Pictures of a template as Word shows them: cropped, recoloured, mirrored, seen through.

Metafiles of Windows, which a PDF cannot hold, as the pictures that they draw.
"""

from __future__ import annotations

import io
import struct

from lxml import etree
from msgspec import Struct
from PIL import Image, ImageChops, ImageColor, ImageOps

from briefgen.cache import kept
from briefgen.load.images import picture_of, png_of
from briefgen.load.word.colour_scheme import ColourScheme
from briefgen.load.word.drawing_colour import drawn_paint
from briefgen.load.word.metafile_canvas import Unknown
from briefgen.load.word.metafile_emf import draw_emf
from briefgen.load.word.metafile_wmf import draw_wmf
from briefgen.ooxml.metafiles import bitmap_of, is_emf, is_wmf
from briefgen.ooxml.names import A
from briefgen.types.picture import Picture

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


_WHOLE = 100_000
_WASHOUT = (0.7, -0.7)
"""Brightness and contrast that Word writes for its washout."""

_WASHED_OUT = 0.5
"""Brightness that shows as Word and LibreOffice do: black becomes a pale grey, white stays."""


_ALIKE = 8
"""How far a part of a colour, of 255, may be from one that is cleared: pictures are scaled."""


_BITMAPS = (b"GIF8", b"BM")
"""How files of pixels begin that a PDF cannot hold as they are."""


class Treatment(Struct, frozen=True):
    """What is done to a picture before it is shown; shares of its size or of a whole.

    `crop` is what is cut off at left, top, right and bottom; below 0, how far the frame reaches
    over the picture. A colour that is `cleared` is seen through.
    """

    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    brightness: float = 0.0
    contrast: float = 0.0
    duotone: tuple[str, str] | None = None
    grey: bool = False
    opacity: float = 1.0
    mirrored: bool = False
    upside_down: bool = False
    cleared: str | None = None


def treatment_of(holder: etree._Element, blip: etree._Element, scheme: ColourScheme) -> Treatment:
    """Return what DrawingML asks to be done to a picture; `holder` says how it is cut."""
    crop = next(holder.iter(A + "srcRect"), None)
    cut = tuple(_share(crop, side) for side in "ltrb")
    light = blip.find(A + "lum")
    tones = [] if blip.find(A + "duotone") is None else [*blip.iterfind(f"{A}duotone/*")]
    paints = [drawn_paint(_held(one), scheme) for one in tones]
    pair = (paints[0].colour, paints[1].colour) if len(paints) == 2 and all(paints) else None  # type: ignore[union-attr] # noqa: PLR2004
    alpha = blip.find(A + "alphaModFix")
    return Treatment(
        crop=(cut[0], cut[1], cut[2], cut[3]),
        brightness=_share(light, "bright"),
        contrast=_share(light, "contrast"),
        duotone=pair,
        grey=blip.find(A + "grayscl") is not None,
        opacity=1.0 if alpha is None or alpha.get("amt") is None else _share(alpha, "amt"),
        cleared=_cleared(blip.find(A + "clrChange"), scheme),
    )


def _cleared(change: etree._Element | None, scheme: ColourScheme) -> str | None:
    """Return the colour of a picture that is seen through (20.1.8.16): Set Transparent Color."""
    before, after = (
        None if change is None else change.find(A + one) for one in ("clrFrom", "clrTo")
    )
    if before is None or after is None:
        return None
    paint, alpha = drawn_paint(before, scheme), next(after.iter(A + "alpha"), None)
    is_clear = alpha is not None and _share(alpha, "val") == 0
    return paint.colour if paint and is_clear else None


def _held(one: etree._Element) -> etree._Element:
    """Return a holder of one colour alone: `drawn_paint` reads children."""
    holder = etree.Element("held")
    holder.append(_copy(one))
    return holder


def _copy(one: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(one))


def _share(element: etree._Element | None, name: str) -> float:
    said = "" if element is None else element.get(name) or ""
    try:
        return float(said.rstrip("%")) / (100 if said.endswith("%") else _WHOLE)
    except ValueError:
        return 0.0


@kept(16)
def treated(data: bytes, size_pt: tuple[float, float], treatment: Treatment) -> Picture:
    """Return the picture of a file, treated, as fine as print needs at its size on the page.

    A metafile that is one bitmap is that bitmap, and any other is what it draws. Of a GIF it is the
    first picture, which is what is printed.

    Raises:
        LoadError: what is none of these, and no PNG, JPEG or BMP, or damaged; see `picture_of`.
    """
    left, top, right, bottom = treatment.crop
    seen = (max(0.05, 1 - left - right), max(0.05, 1 - top - bottom))
    whole_pt = (size_pt[0] / seen[0], size_pt[1] / seen[1])
    bitmap = data if data.startswith(_BITMAPS) else bitmap_of(data)
    drawn = png_of(bitmap) if bitmap else drawn_metafile(data, whole_pt)
    picture = picture_of(drawn or data, "", whole_pt, transparent=True)
    if treatment == Treatment():
        return picture
    with Image.open(io.BytesIO(picture.data), formats=("PNG", "JPEG")) as image:
        image.load()
        photograph = image.format == "JPEG"
        own = image.convert("RGB")
    shown = _recoloured(own, treatment)
    mask = _mask(picture.mask, own, treatment)
    box = _frame(shown.size, treatment.crop)
    shown = _cut(shown, box)
    mask = mask.crop(box) if mask else None
    for wanted, turn in (
        (treatment.mirrored, ImageOps.mirror),
        (treatment.upside_down, ImageOps.flip),
    ):
        if wanted:
            shown, mask = turn(shown), turn(mask) if mask else None
    written = _written(shown, "JPEG" if photograph else "PNG")
    covering = _written(mask, "PNG") if mask else None
    return Picture(shown.width, shown.height, written, picture.source_digest, covering)


def _mask(own: bytes | None, image: Image.Image, treatment: Treatment) -> Image.Image | None:
    """Return how far a picture covers what is beneath; outside of it, it does not at all."""
    if (
        own is None
        and treatment.opacity >= 1
        and min(treatment.crop) >= 0
        and not treatment.cleared
    ):
        return None
    mask = Image.new("L", image.size, 255)
    if own is not None:
        with Image.open(io.BytesIO(own), formats=("PNG",)) as opened:
            mask = opened.convert("L")
    if treatment.cleared:
        apart = ImageChops.difference(image, Image.new("RGB", image.size, treatment.cleared))
        red, green, blue = apart.split()
        furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        seen = furthest.point([0 if value <= _ALIKE else 255 for value in range(256)])
        mask = ImageChops.darker(mask, seen)
    return mask.point([round(value * min(1.0, treatment.opacity)) for value in range(256)])


def _frame(
    size: tuple[int, int], crop: tuple[float, float, float, float]
) -> tuple[int, int, int, int]:
    width, height = size
    left, top = round(width * crop[0]), round(height * crop[1])
    right, bottom = round(width * (1 - crop[2])), round(height * (1 - crop[3]))
    return left, top, max(left + 1, right), max(top + 1, bottom)


def _cut(image: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """Return what a frame shows of an image; where it reaches over it, in the colours of its edge.

    They are covered by the mask, but readers of PDF scale colours and mask apart: black beyond the
    edge would show as a line along it.
    """
    left, top, right, bottom = box
    width, height = image.size
    if left >= 0 and top >= 0 and right <= width and bottom <= height:
        return image.crop(box)
    inner = image.crop((max(0, left), max(0, top), min(width, right), min(height, bottom)))
    at = max(0, -left), max(0, -top)
    row = Image.new("RGB", (right - left, inner.height))
    row.paste(inner.crop((0, 0, 1, inner.height)).resize(row.size), (0, 0))
    row.paste(
        inner.crop((inner.width - 1, 0, inner.width, inner.height)).resize(row.size), (at[0], 0)
    )
    row.paste(inner, (at[0], 0))
    whole = row.crop((0, 0, row.width, 1)).resize((row.width, bottom - top))
    last = row.crop((0, row.height - 1, row.width, row.height))
    whole.paste(last.resize(whole.size), (0, at[1]))
    whole.paste(row, (0, at[1]))
    return whole


def _recoloured(image: Image.Image, treatment: Treatment) -> Image.Image:
    if treatment.grey:
        image = image.convert("L").convert("RGB")
    if treatment.duotone:
        dark, light = (ImageColor.getrgb(one) for one in treatment.duotone)
        # Each part of a colour by itself, as LibreOffice does; of greys it is the same either way.
        mixed = [
            round(from_ + (to - from_) * value / 255)
            for from_, to in zip(dark, light, strict=True)
            for value in range(256)
        ]
        image = image.point(mixed)
    if treatment.brightness or treatment.contrast:
        image = image.point([*(_lit(value, treatment) for value in range(256))] * 3)
    return image


def _lit(value: int, treatment: Treatment) -> int:
    """Return a part of a colour brighter or with more contrast, as Word does: linearly."""
    contrast = treatment.contrast
    slope = 1 + contrast if contrast <= 0 else 1 / max(0.001, 1 - contrast)
    washed_out = (round(treatment.brightness, 1), round(contrast, 1)) == _WASHOUT
    brightness = _WASHED_OUT if washed_out else treatment.brightness
    moved = (value / 255 - 0.5) * slope + 0.5 + brightness
    return round(min(1.0, max(0.0, moved)) * 255)


def _written(image: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    if kind == "JPEG":
        image.save(file, kind, quality=90, optimize=True)
    else:
        image.save(file, kind, optimize=True)
    return file.getvalue()
