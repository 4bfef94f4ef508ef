"""A document's objects into the bytes of a file (ISO 32000-1, 7.5).

ReportLab knows the objects, what refers to what, and how each is written. To put them one after
another it makes some five more for each, which for the structure of a page took a tenth of the
whole brief's time; here they are only joined.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.types.identity import pdf_seal

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""Four bytes over 127 say that the file is binary (ISO 19005-2, 6.1.2)."""

_FREE = b"0000000000 65535 f \n"
"""The entry of the object 0, which is none."""


class PdfFile(PDFDocument):
    """ReportLab's document, which writes itself."""

    Catalog: Any  # the types of ReportLab do not know everything

    def format(self) -> bytes:
        """Return header, objects, cross-reference table and trailer.

        Objects may add others while they are written.
        """
        objects: dict[str, Any] = self.idToObject
        catalog, info = self._written(self.Catalog), self._written(self.info)
        parts, offsets = [_HEADER], []
        length, number = len(_HEADER), 1
        while number in self.numberToId:
            body = objects[self.numberToId[number]].format(self)
            end = b"" if body.endswith(b"\n") else b"\n"
            parts.append(b"%d 0 obj\n%b%bendobj\n" % (number, body, end))
            offsets.append(length)
            length += len(parts[-1])
            number += 1
        parts += [b"xref\n0 %d\n" % number, _FREE]
        parts += [b"%010d 00000 n \n" % offset for offset in offsets]
        identifier = b"<%b>" % pdf_seal(b"".join(parts))
        entries = (identifier, identifier, info, catalog, number)
        parts.append(b"trailer\n<<\n/ID [%b %b] /Info %b /Root %b /Size %d\n>>\n" % entries)
        parts.append(b"startxref\n%d\n%%%%EOF\n" % length)
        return b"".join(parts)

    def _written(self, entry: Any) -> bytes:
        """Return the reference to an object as it is written."""
        reference: Any = self.Reference(entry)  # type: ignore[no-untyped-call]
        return bytes(reference.format(self))
