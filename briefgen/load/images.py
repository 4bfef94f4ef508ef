"""Read pictures that may come from a stranger, those of an argument from its own folder only.

Pictures are decoded within bounds and written anew: as sRGB, upright, without transparency or
metadata, and no finer than print needs.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from PIL import Image, ImageCms, ImageFile, ImageFilter, ImageOps

from briefgen.cache import kept_with_files
from briefgen.load.text import read_bytes, within
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError
from briefgen.types.picture import Picture

FILE_LIMIT = 50_000_000
"""Bytes of a file as it lies on disk."""

PIXEL_LIMIT = 40_000_000
"""Pixels of a picture: 120 MB once decoded. Cameras and scanners stay below."""

SCAN_LIMIT = 100
"""Scans of a JPEG: each is decoded over all its pixels, and ten bytes are enough for one."""

DOTS_PER_INCH = 300
"""What print needs. Finer pictures are scaled down."""

_SPREAD_PX = 3
"""How far colours are spread below what is clear: scaling takes in no more."""

_ANY = [0, *([255] * 255)]
_KNOWN = [*([0] * 16), *([255] * 240)]
"""Where enough is seen of a colour that it is known: of less, rounding makes another."""

_JPEG_QUALITY = 90
_START_OF_SCAN = b"\xff\xda"
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)
"""What Pillow raises for a file that is cut off or makes no sense."""

_SETTING = Lock()

_SAVE_ANEW = "open it in a program for pictures and save it again"


def read_picture(file: str, root: Path, room_pt: tuple[float, float]) -> Picture:
    """Return a picture, scaled down where it is finer than print needs in a room on the page.

    `file` is relative to the folder `root` and leads nowhere outside, not by a link either. A PNG
    stays a PNG, a JPEG a JPEG. What is transparent becomes white.

    Raises:
        LoadError: `image-outside-root`, a file that cannot be read (see `read_bytes`),
            `image-format`, `image-too-many-pixels`, `image-too-many-scans` or `image-damaged`.
    """
    return picture_of(read_bytes(_inside(file, root), FILE_LIMIT, name=file), file, room_pt)


def picture_of(
    data: bytes, file: str, room_pt: tuple[float, float], *, transparent: bool = False
) -> Picture:
    """Return the picture that a file of this name holds: see `read_picture`.

    One that may be `transparent`, as those of a Word template are, keeps what lets through what is
    beneath, as its mask. Its colours are then the file's own numbers, as Word readers show them,
    which pass over profiles: a logo in CMYK is to be no other red in the PDF than in Word.
    """
    with whole_pictures_only():
        image = _opened(file, data)
        photograph = image.format != "PNG"
        largest_px = _pixels(room_pt)
        try:
            image.draft(None, (max(largest_px), max(largest_px)))
            image = ImageOps.exif_transpose(image)
            if transparent:
                image.info.pop("icc_profile", None)
            mask = _mask(image) if transparent else None
            image = _in_srgb(_spread(image.convert("RGBA")) if mask else image)
            image.thumbnail(largest_px, Image.Resampling.LANCZOS)
            if mask:
                mask = mask.resize(image.size, Image.Resampling.LANCZOS)
        except _BROKEN as error:
            raise _refused(file, "image-damaged", "cannot be decoded", _SAVE_ANEW) from error
    written = _written(image, photograph=photograph)
    covering = _written(mask, photograph=False) if mask else None
    return Picture(image.width, image.height, written, hashlib.sha256(data).hexdigest(), covering)


def _mask(image: Image.Image) -> Image.Image | None:
    """Return how far each pixel covers what is beneath; None where all of them do."""
    if not image.has_transparency_data:
        return None
    mask = image.convert("RGBA").getchannel("A")
    return None if mask.getextrema()[0] == 255 else mask  # noqa: PLR2004


def _spread(image: Image.Image) -> Image.Image:
    """Return the colours of an image, those beside what is clear spread into it.

    A colour under a clear pixel is never seen, and is mostly black; but readers of PDF scale
    colours and mask apart, so that it would show as a line around what is drawn.
    """
    around = image.convert("RGBa").filter(ImageFilter.BoxBlur(_SPREAD_PX)).convert("RGBA")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(around.convert("RGB"), mask=around.getchannel("A").point(_KNOWN))
    ground.paste(image.convert("RGB"), mask=image.getchannel("A").point(_ANY))
    return ground


@contextmanager
def whole_pictures_only() -> Iterator[None]:
    """Refuse pictures that are cut off, whatever another library of the process allows.

    Pillow asks a setting of the whole process; what another set is set again.
    """
    with _SETTING:
        allowed = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = allowed


def _inside(file: str, root: Path) -> Path:
    """Return the real path of a file, which lies in the real folder of the root."""
    path = within(file, root)
    if path is None:
        message = "lies outside the folder of the argument"
        raise _refused(file, "image-outside-root", message, "copy it into that folder")
    return path


def png_of(picture: bytes) -> bytes:
    """Return a BMP file, or the first picture of a GIF file, as PNG; what is clear stays clear.

    Raises:
        LoadError: as `picture_of` does.
    """
    with whole_pictures_only():
        image = _opened("", picture, ("BMP", "GIF"))
        stream = io.BytesIO()
        try:
            clear = image.has_transparency_data
            image.convert("RGBA" if clear else "RGB").save(stream, "PNG")
        except _BROKEN as error:
            raise _refused("", "image-damaged", "cannot be decoded", _SAVE_ANEW) from error
    return stream.getvalue()


def _opened(file: str, data: bytes, formats: tuple[str, ...] = ("PNG", "JPEG")) -> Image.Image:
    """Open a picture without decoding it; refuse what decoding could not bear."""
    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=formats)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(file, "far more than 40") from None
    except _BROKEN as error:
        message = "is not a PNG or JPEG picture"
        raise _refused(file, "image-format", message, "save it as PNG or JPEG") from error
    if image.width * image.height > PIXEL_LIMIT:
        raise _too_many_pixels(file, f"{image.width * image.height / 1e6:.1f}")
    if image.format == "JPEG" and (scans := data.count(_START_OF_SCAN)) > SCAN_LIMIT:
        message = f"is decoded in {scans} passes; at most {SCAN_LIMIT} are made"
        raise _refused(file, "image-too-many-scans", message, _SAVE_ANEW)
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return an image as opaque RGB in the colour space of the page."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey, which `convert` would cut off at 8
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif image.has_transparency_data:
        pane = image.convert("RGBA")
        image = Image.new("RGB", pane.size, "white")
        image.paste(pane, mask=pane)
    elif image.mode not in {"RGB", "L", "CMYK"}:
        image = image.convert("RGB")
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            page = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, own, page, outputMode="RGB")
        except (ImageCms.PyCMSError, *_BROKEN):
            converted = None  # a profile of other colours than the picture's says nothing
        image = converted or image
    return image.convert("RGB")


def _pixels(room_pt: tuple[float, float]) -> tuple[int, int]:
    width, height = (max(1, round(side * DOTS_PER_INCH / 72)) for side in room_pt)
    return width, height


def _written(image: Image.Image, *, photograph: bool) -> bytes:
    image.info.clear()  # Pillow would write comments and profiles that it read
    file = io.BytesIO()
    if photograph:
        image.save(file, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    else:
        image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _too_many_pixels(file: str, megapixels: str) -> LoadError:
    message = f"has {megapixels} megapixels; at most {PIXEL_LIMIT / 1e6:g} are read"
    return _refused(file, "image-too-many-pixels", message, "scale it down")


def _refused(file: str, code: str, message: str, hint: str) -> LoadError:
    return LoadError([Finding(code, message, hint, file=file)])


Room = tuple[float, float]
"""Width and height in points: what a picture can take on the page at most."""


def read_pictures(argument: Argument, room_pt: Room) -> dict[str, Picture]:
    """Return the pictures of an argument by their ids, as fine as print needs them in a room.

    Files are found from the folder of the argument's own file; of an argument built in Python,
    from the working folder.

    Raises:
        LoadError: every picture that cannot be read or that is refused; see `read_picture`.
    """
    root = Path(argument.places.file or "").parent
    found: dict[str, Picture] = {}
    findings: list[Finding] = []
    for number, image in enumerate(argument.images):
        try:
            found[image.id] = _read(image.file, root, room_pt)[0]
        except LoadError as error:
            path = ("images", number, "file")
            findings += [_placed(fault, argument, path) for fault in error.findings]
    if findings:
        raise LoadError(findings)
    return found


def _placed(fault: Finding, argument: Argument, path: tuple[str | int, ...]) -> Finding:
    """Return a fault of a picture's file as one of the argument that names it."""
    message = f'"{fault.file}" {fault.message}'
    places = argument.places
    return Finding(
        fault.code, message, fault.hint, path=path, file=places.file, line=places.line(path)
    )


@kept_with_files(32, lambda read: (read[1],))
def _read(file: str, root: Path, room_pt: Room) -> tuple[Picture, Path]:
    return read_picture(file, root, room_pt), root / file
