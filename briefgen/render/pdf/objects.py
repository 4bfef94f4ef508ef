"""Streams, text strings and name trees, by means of ReportLab's objects."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterable, Mapping
from operator import itemgetter

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFString,
    PDFText,
)
from reportlab.pdfbase.pdfdoc import format as format_object

from briefgen.cache import kept

DEFLATED = b"[ /FlateDecode ]"
"""The filter of a stream, as ReportLab names it for what it deflates."""

_LEVEL = 4
"""How hard data are deflated: a page takes a third of the usual level's time, and a twentieth more
room."""


class Stream(PDFObject):
    """A stream object, deflated unless it is to be `plain` or its entries name a filter.

    ReportLab writes `endstream` right behind the data; here an end of line that is no part of them
    stands between (ISO 19005-2, 6.1.7.1). It is both carriage return and line feed: where data
    happen to end in a return, a feed alone would make the two look like one end of line.
    """

    __RefOnly__ = 1
    """ReportLab's mark of what must be an object of its own (ISO 32000-1, 7.3.8)."""

    def __init__(
        self, data: bytes, entries: Mapping[str, object] | None = None, *, plain: bool = False
    ) -> None:
        self.entries = dict(entries or {})
        if not plain and "Filter" not in self.entries:
            data = zlib.compress(data, _LEVEL)
            self.entries["Filter"] = DEFLATED
        self.data = data
        self.entries["Length"] = len(data)

    def format(self, document: object) -> bytes:
        """Return the bytes of the stream, as ReportLab asks of each of its objects."""
        written = Entries(self.entries).format(document)
        return written + b"\nstream\n" + self.data + b"\r\nendstream\n"


def deflated(data: bytes, entries: Mapping[str, object] | None = None) -> Stream:
    """Return a stream of data that are deflated already."""
    return Stream(data, {**(entries or {}), "Filter": name("FlateDecode")})


@kept(256)
def name(text: str) -> bytes:
    """Return a name as it is written."""
    written: bytes = PDFName(text).encode("ascii")
    return written


class Entries(PDFDictionary):
    """A dictionary whose names are encoded once in a process.

    Values that are bytes are written as they are.
    """

    def format(self, document: object, IND: bytes = b"\n ") -> bytes:  # noqa: ARG002, N803
        """Return the bytes of the dictionary, as ReportLab asks of each of its objects."""
        return dictionary(
            [
                (name(key), value if type(value) is bytes else format_object(value, document))
                for key, value in sorted(self.dict.items())
            ]
        )


class Written(PDFObject):
    """An object that is written before the file is: there are too many alike for `Entries`."""

    data = b""

    def format(self, document: object) -> bytes:  # noqa: ARG002
        """Return the bytes of the object, as ReportLab asks of each of its objects."""
        return self.data


def dictionary(entries: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return a dictionary of what is written already."""
    return b"<<\n" + b"\n".join([key + b" " + value for key, value in entries]) + b"\n>>"


def array(values: Iterable[bytes]) -> bytes:
    """Return an array of what is written already."""
    return b"[" + b" ".join(values) + b"]"


def text_string(text: str) -> PDFString:
    """Return a text string (ISO 32000-1, 7.9.2.2): UTF-16 unless it is printable ASCII.

    Left to itself, ReportLab takes the encoding of PDF wherever it can, with a soft hyphen that
    this encoding does not have, and with letters at the start that read as a byte-order mark.
    """
    if text.isascii() and text.isprintable():
        return PDFString(text)
    return PDFString(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), enc="raw")


def name_tree(names: Mapping[str, object]) -> PDFDictionary:
    """Return a name tree of one node, its keys in the order of their bytes (7.9.6)."""
    pairs = sorted(((key.encode(), value) for key, value in names.items()), key=itemgetter(0))
    flat = [part for key, value in pairs for part in (PDFText(key), value)]
    return PDFDictionary({"Names": PDFArray(flat)})
