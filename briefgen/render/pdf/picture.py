"""Pictures as image XObjects (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFName

from briefgen.render.pdf.objects import Stream
from briefgen.types.finding import Bug


def picture_stream(data: bytes, mask: object = None) -> Stream:
    """Return a PNG or JPEG file as an image: a JPEG as it is, of a PNG the pixels.

    `mask` is the reference of what says how far it covers what is beneath (11.6.5.3).

    Raises:
        Bug: another format, other colours than RGB or transparent ones. Whoever loads a picture
            decodes it and writes it anew.
    """
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.mode != "RGB" or picture.has_transparency_data:
            raise Bug(f"a picture has the colours {picture.mode}, or transparent ones")
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": picture.width,
            "Height": picture.height,
            "ColorSpace": PDFName("DeviceRGB"),
            "BitsPerComponent": 8,
            **({"SMask": mask} if mask else {}),
        }
        if picture.format == "JPEG":
            return Stream(data, {**entries, "Filter": PDFName("DCTDecode")})
        return Stream(picture.tobytes(), entries)


def mask_stream(data: bytes) -> Stream:
    """Return a PNG of grey as a soft mask: black lets through what is beneath."""
    with Image.open(io.BytesIO(data), formats=("PNG",)) as mask:
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": mask.width,
            "Height": mask.height,
            "ColorSpace": PDFName("DeviceGray"),
            "BitsPerComponent": 8,
        }
        return Stream(mask.convert("L").tobytes(), entries)
