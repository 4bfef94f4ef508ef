"""Streams, text strings and name trees, by means of ReportLab's objects."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from functools import lru_cache
from operator import itemgetter

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFText,
    PDFZCompress,
)
from reportlab.pdfbase.pdfdoc import format as format_object

_END = b"endstream\n"

_ENTRIES_A_LINE = 6


class Stream(PDFStream):
    """A stream object, deflated unless it is to be `plain` or its entries name a filter.

    ReportLab writes `endstream` right behind the data; here an end of line that is no part of them
    stands between (ISO 19005-2, 6.1.7.1). It is both carriage return and line feed: where data
    happen to end in a return, a feed alone would make the two look like one end of line.
    """

    def __init__(
        self, data: bytes, entries: Mapping[str, object] | None = None, *, plain: bool = False
    ) -> None:
        filters = None if plain else [PDFZCompress]
        super().__init__(PDFDictionary(dict(entries or {})), data, filters)

    def format(self, document: object) -> bytes:
        """Return the bytes of the stream, as ReportLab asks of each of its objects."""
        return super().format(document).removesuffix(_END) + b"\r\n" + _END


def deflated(data: bytes, entries: Mapping[str, object] | None = None) -> Stream:
    """Return a stream of data that are deflated already."""
    return Stream(data, {**(entries or {}), "Filter": PDFName("FlateDecode")})


@lru_cache(maxsize=256)
def name(text: str) -> bytes:
    """Return a name as it is written."""
    written: bytes = PDFName(text).encode("ascii")
    return written


class Entries(PDFDictionary):
    """A dictionary that is written as ReportLab writes it, its names encoded once in a process.

    A page has a hundred structure elements, all with the same names.
    """

    def format(self, document: object, IND: bytes = b"\n ") -> bytes:  # noqa: N803 (ReportLab's)
        """Return the bytes of the dictionary, as ReportLab asks of each of its objects."""
        parts = [
            name(key) + b" " + (value if type(value) is bytes else format_object(value, document))
            for key, value in sorted(self.dict.items())
        ]
        for at in reversed(range(_ENTRIES_A_LINE, len(parts), _ENTRIES_A_LINE)):
            parts.insert(at, IND)
        return b"<<\n" + b" ".join(parts) + b"\n>>"


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
