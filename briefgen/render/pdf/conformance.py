"""What a file declares of itself: PDF/UA-1, PDF/A-2a, its colours, its title bar."""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from briefgen.cache import kept
from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.metadata import xmp
from briefgen.render.pdf.objects import DEFLATED, Stream
from briefgen.render.pdf.srgb import IDENTIFIER, srgb_profile
from briefgen.types.draft import Metadata


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
