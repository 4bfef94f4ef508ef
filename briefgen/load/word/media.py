"""Pictures inside a Word template: no bombs, none that is cut off, and no programs."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

from PIL import Image

from briefgen.load.images import PIXEL_LIMIT, whole_pictures_only
from briefgen.ooxml.package import Package
from briefgen.types.finding import Finding

PIXELS_OF_ALL = 4 * PIXEL_LIMIT
"""Pixels of all pictures of a template together."""

_DECODED = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}
_MEASURED = {b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF"}
_SVG = re.compile(rb"\s*(<[?!][^>]*>\s*)*<([\w.-]+:)?svg[\s/>]")
"""How an SVG begins: declarations, comments, then its element."""

_HEAD = 4_096
"""Bytes in which it does."""

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error)


def picture_findings(package: Package, file: str) -> Iterator[Finding]:
    """Yield a finding for each picture that must not stand in a brief.

    PNG and JPEG are decoded within bounds, others of pixels measured. SVG is refused: it can fetch,
    run and multiply. What is no picture of pixels (EMF, WMF) is not looked at.
    """
    left = PIXELS_OF_ALL
    for name, data in package.items():
        lower = name.lower()
        if lower.endswith((".svg", ".svgz")) or _is_svg(data):
            yield Finding(
                "word-svg",
                "is an SVG picture, which can fetch, run and multiply",
                "save it as PNG in Word (Save as Picture) and insert that instead",
                path=(name,),
                file=file,
            )
            continue
        kind = next((k for head, k in (_DECODED | _MEASURED).items() if data.startswith(head)), "")
        if not kind:
            continue
        try:
            with whole_pictures_only(), Image.open(io.BytesIO(data), formats=(kind,)) as image:
                pixels = image.width * image.height
                left -= pixels
                if pixels > PIXEL_LIMIT or left < 0:
                    yield _too_large(name, file, pixels)
                elif kind in _DECODED.values():
                    image.load()
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            yield _too_large(name, file, None)
        except _BROKEN:
            yield Finding(
                "word-picture-damaged",
                "is a picture that cannot be decoded",
                "insert it anew in Word, or save the template again",
                path=(name,),
                file=file,
            )


def _is_svg(data: bytes) -> bool:
    head = data[:_HEAD].replace(b"\0", b"")
    return bool(_SVG.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")))


def _too_large(part: str, file: str, pixels: int | None) -> Finding:
    size = "far too many" if pixels is None else f"{pixels / 1e6:.1f} million"
    return Finding(
        "word-picture-too-large",
        f"has {size} pixels; at most {PIXEL_LIMIT / 1e6:g} million are allowed in a picture, and "
        f"{PIXELS_OF_ALL / 1e6:g} million in all",
        "make it smaller in Word (Compress Pictures), and save it again",
        path=(part,),
        file=file,
    )
