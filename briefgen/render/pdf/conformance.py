"""What a file says of itself: PDF/UA-1, PDF/A-2a, its colours; information dictionary and XMP."""

from __future__ import annotations

import datetime
import struct
import zlib
from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from briefgen.cache import kept
from briefgen.render.pdf.canvas import TaggedCanvas
from briefgen.render.pdf.objects import DEFLATED, Stream
from briefgen.types.draft import Metadata

PRODUCER = "briefgen"

_PDFUA_SCHEMA = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A knows no PDF/UA, so a file that is both describes the property (ISO 19005-2, 6.6.2.3)."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


def info(metadata: Metadata) -> dict[str, str]:
    """Return the document information dictionary (ISO 32000-1, 14.3.3)."""
    made = _pdf_date(metadata.created) if metadata.created else ""
    texts = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": made,
        "ModDate": made,
    }
    return {key: text for key, text in texts.items() if text}


def xmp(metadata: Metadata) -> bytes:
    """Return the XMP packet, which names PDF/A-2a and PDF/UA-1 (ISO 19005-2, 6.6)."""
    made = _utc(metadata.created).isoformat(timespec="seconds") if metadata.created else ""
    lines = [
        _language_alternative("dc:title", metadata.title),
        _array("dc:creator", "Seq", [metadata.author]),
        _language_alternative("dc:description", metadata.subject),
        _array("dc:subject", "Bag", metadata.keywords),
        _array("dc:publisher", "Bag", [metadata.publisher]),
        _array("dc:language", "Bag", [metadata.language]),
        _simple("dc:format", "application/pdf"),
        _simple("pdf:Keywords", ", ".join(metadata.keywords)),
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", PRODUCER),
        _simple("xmp:CreateDate", made),
        _simple("xmp:ModifyDate", made),
        _simple("pdfaid:part", "2"),
        _simple("pdfaid:conformance", "A"),
        _simple("pdfuaid:part", "1"),
        _PDFUA_SCHEMA,
    ]
    namespaces = "\n".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    body = "\n".join(line for line in lines if line)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""\n{namespaces}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _utc(moment: datetime.datetime) -> datetime.datetime:
    """Take a moment without a zone for UTC: the zone of the machine must not decide."""
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def _pdf_date(moment: datetime.datetime) -> str:
    """Return a date as PDF writes it: `D:20190515120000+00'00'` (7.9.4)."""
    text = _utc(moment).strftime("%Y%m%d%H%M%S%z")
    return f"D:{text[:-2]}'{text[-2:]}'"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _simple(key: str, text: str) -> str:
    return f"<{key}>{_escaped(text)}</{key}>" if text else ""


def _array(key: str, kind: str, items: Iterable[str]) -> str:
    entries = "".join(f"<rdf:li>{_escaped(item)}</rdf:li>" for item in items if item)
    return f"<{key}><rdf:{kind}>{entries}</rdf:{kind}></{key}>" if entries else ""


def _language_alternative(key: str, text: str) -> str:
    if not text:
        return ""
    entry = f'<rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li>'
    return f"<{key}><rdf:Alt>{entry}</rdf:Alt></{key}>"


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
