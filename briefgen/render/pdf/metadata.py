"""What a file says of itself: the information dictionary and, saying the same, XMP.

Dates are the document's own, so the same document gives the same bytes on any day. PDF/A and
PDF/UA need neither dates nor an author (ISO 19005-2, 6.6.3 asks only that both places agree).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from html import escape

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


def _simple(key: str, text: str) -> str:
    return f"<{key}>{escape(text, quote=False)}</{key}>" if text else ""


def _array(key: str, kind: str, items: Iterable[str]) -> str:
    entries = "".join(f"<rdf:li>{escape(item, quote=False)}</rdf:li>" for item in items if item)
    return f"<{key}><rdf:{kind}>{entries}</rdf:{kind}></{key}>" if entries else ""


def _language_alternative(key: str, text: str) -> str:
    if not text:
        return ""
    entry = f'<rdf:li xml:lang="x-default">{escape(text, quote=False)}</rdf:li>'
    return f"<{key}><rdf:Alt>{entry}</rdf:Alt></{key}>"
