"""What a file declares of itself: PDF/UA-1, PDF/A-2a, its colours, its title bar."""

from __future__ import annotations

import struct
import zlib

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from briefgen.cache import kept
from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.metadata import xmp
from briefgen.render.pdf.objects import DEFLATED, Stream
from briefgen.types.draft import Metadata

# The sRGB colour space as an ICC profile, made here so that its bytes never change.

IDENTIFIER = "sRGB IEC61966-2.1"

_D50 = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.7141)
_FROM_D65 = (1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""g, a, b, c, d: (aX + b)^g from d on, cX below."""

_MADE = (2000, 1, 1, 0, 0, 0)
_HEADER_BYTES = 128


@kept(1)
def srgb_profile() -> bytes:
    """Return the profile: 3 components, display device, relative colorimetric by matrix."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _xyz(_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(_FROM_D65),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = struct.pack(">L", len(tags)), b""
    start = _HEADER_BYTES + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for signature, body in tags.items():
        if body not in places:
            places[body] = start + len(data)
            data += body + b"\0" * (-len(body) % 4)
        table += struct.pack(">4sLL", signature, places[body], len(body))
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    head = struct.pack(
        ">L4s4s4s4s4s6H4s", size, b"", b"\x04\x20\0\0", b"mntr", b"RGB ", b"XYZ ", *_MADE, b"acsp"
    )
    # Platform, flags, device, attributes and intent stay zero; then the white point.
    return (head + b"\0" * 28 + _fixed(_D50)).ljust(_HEADER_BYTES, b"\0")


def _fixed(values: tuple[float, ...]) -> bytes:
    """Return s15Fixed16 numbers."""
    return struct.pack(f">{len(values)}l", *(round(value * 65536) for value in values))


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _text(text: str) -> bytes:
    """Return a multi-localised string with one entry, for en-US."""
    encoded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">LL4sLL", 1, 12, b"enUS", len(encoded), 28) + encoded


def declare(canvas: TaggedCanvas, metadata: Metadata) -> None:
    """Add the entries of the catalog that PDF/UA-1 and PDF/A-2a ask for, and page labels."""
    packet = xmp(metadata)
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    canvas.setCatalogEntry("Metadata", Stream(packet, entries, plain=True))
    canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
    canvas.setCatalogEntry("OutputIntents", [_output_intent()])
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.addPageLabel(0, style="ARABIC")


def _output_intent() -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(IDENTIFIER),
            "Info": PDFString(IDENTIFIER),
            "DestOutputProfile": Stream(_profile(), {"N": 3, "Filter": DEFLATED}),
        }
    )


@kept(1)
def _profile() -> bytes:
    return zlib.compress(srgb_profile())
