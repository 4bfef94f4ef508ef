"""An article as PDF: the text that it shows, page by page, read by PDFium within bounds.

PDFium is built without JavaScript and XFA (`pypdfium2`'s own build): nothing in the file runs, and
nothing that it names is fetched. It comes with the extra `pdf`. It unpacks a stream as a whole, so
streams are found before by their keyword (ISO 32000-1, 7.3.8) and unpacked bit by bit, and thrown
away; what is not packed by Flate cannot grow so much.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from typing import Any

from briefgen.load.article.blocks import CHARACTER_LIMIT, Metadata, ReadFile
from briefgen.load.article.columns import in_reading_order
from briefgen.load.article.pdf_lines import Line, lines_of
from briefgen.load.article.pdf_page import words_of
from briefgen.load.article.pdf_paragraphs import blocks_of
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, LoadError

STREAM_LIMIT = 100_000_000
"""Bytes that one stream may unpack to."""

PICTURE_LIMIT = 400_000_000
"""Bytes that a stream may unpack to which says that it is a picture: a page at 600 dots an inch is
one of 104 million. PDFium unpacks pictures only where it draws them, and so does nothing here."""

TOTAL_LIMIT = 600_000_000
"""Bytes that all other streams may unpack to."""

PICTURES_LIMIT = 2_400_000_000
"""Bytes that all pictures may unpack to."""

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = rb"[^\]]{0,200}(?:/FlateDecode|/Fl\b)"
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY = 1_000
"""Bytes before a stream in which its dictionary says what it is."""
_TWICE = re.compile(rb"/Filter\s*\[" + _FLATE * 2)
_CHUNK = 1 << 20
_ZLIB = 0x78


def reject_bombs(data: bytes, file: str) -> None:
    """Look at every stream of a PDF.

    Raises:
        LoadError: `pdf-inflates`: a stream, or all together, would unpack to more than the limits,
            or is packed twice.
    """
    if _TWICE.search(data):
        raise _unpacks_too_much(file, "holds a stream that is packed twice")
    total = pictures = 0
    for found in _STREAM.finditer(data):
        if data[found.end() : found.end() + 1] != bytes([_ZLIB]):
            continue
        dictionary = data[max(0, found.start() - _DICTIONARY) : found.start()]
        if _PICTURE.search(dictionary, dictionary.rfind(b" obj") + 1):
            pictures += _unpacked(data, found.end(), file, PICTURE_LIMIT)
        else:
            total += _unpacked(data, found.end(), file, STREAM_LIMIT)
        if total > TOTAL_LIMIT or pictures > PICTURES_LIMIT:
            most = TOTAL_LIMIT if total > TOTAL_LIMIT else PICTURES_LIMIT
            message = f"unpacks to more than {most} bytes; the limit is that for the file"
            raise _unpacks_too_much(file, message)


def _unpacked(data: bytes, start: int, file: str, most: int) -> int:
    """Return how many bytes a stream unpacks to; one that is damaged, up to the damage."""
    unpacker = zlib.decompressobj()
    size, place, rest = 0, start, b""
    while not unpacker.eof:
        packed = rest or data[place : place + _CHUNK]
        if not packed:
            break
        if not rest:
            place += len(packed)
        try:
            size += len(unpacker.decompress(packed, _CHUNK))
        except zlib.error:
            break
        rest = unpacker.unconsumed_tail
        if size > most:
            raise _unpacks_too_much(file, f"holds a stream that unpacks to more than {most} bytes")
    return size


def _unpacks_too_much(file: str, message: str) -> LoadError:
    hint = "print it to a PDF anew, with smaller pictures"
    return LoadError([Finding("pdf-inflates", message, hint, file=file)])


PAGE_LIMIT = 1_500
"""Pages that are read."""

EXTRA = "pdf"
"""The optional dependencies of briefgen that PDFs are read with."""

_NO_NAME = late_pattern(
    r"[\d@_/\\()<>]|^(?:anonymous|unknown|unspecified|user|admin\w*|owner|author)$", re.IGNORECASE
)
_NO_TITLE = late_pattern(
    r".*\.(?:docx?|pdf|tex|dvi|indd|odt|rtf)|microsoft word\b.*|untitled.*|document\s*\d*",
    re.IGNORECASE,
)
"""What programs write where a title was not given."""


def read_pdf(data: bytes, file: str) -> ReadFile:
    """Return the blocks of a PDF with their pages. Time is linear in its text.

    Raises:
        LoadError: the extra is not installed, no PDF that can be read, one with a password, too
            many pages or characters, streams that unpack to too much, pages that are pictures.
    """
    pdfium = _library(file)
    reject_bombs(data, file)
    raw = pdfium.raw
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            message = "is protected by a password"
            raise _refused(file, "pdf-encrypted", message, "save it without one") from error
        message = "is no PDF that can be read"
        raise _refused(file, "pdf-damaged", message, "save or export it anew") from error
    try:
        return _read(document, pdfium, file)
    finally:
        document.close()


def _library(file: str) -> Any:
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "is a PDF, and what reads it is not installed"
        hint = f'install it: pip install "briefgen[{EXTRA}]"'
        raise _refused(file, "extra-missing", message, hint) from error
    return pypdfium2


def _refused(file: str, code: str, message: str, hint: str) -> LoadError:
    return LoadError([Finding(code, message, hint, file=file)])


def _read(document: Any, pdfium: Any, file: str) -> ReadFile:
    count = len(document)
    if count > PAGE_LIMIT:
        message = f"has {count} pages; at most {PAGE_LIMIT} are read"
        raise _refused(file, "article-too-long", message, "keep the pages of the article")
    pages: list[list[Line]] = []
    characters = 0
    for number in range(count):
        try:
            words = words_of(document, pdfium.raw, number)
        except pdfium.PdfiumError:
            words = []  # a damaged page, which is reported as one without text
        characters += sum(len(word.text) for word in words)
        if characters > CHARACTER_LIMIT:
            message = f"has more than {CHARACTER_LIMIT} characters; at most so many are read"
            raise _refused(file, "article-too-long", message, "keep the pages of the article")
        pages.append(in_reading_order(lines_of(words, number + 1)))
    if not characters:
        message = "shows no text: its pages are pictures, or empty"
        raise _refused(file, "pdf-no-text", message, "run it through text recognition first")
    blank = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    remarks = (f"no text on page {', '.join(blank)}",) if blank else ()
    return ReadFile(tuple(blocks_of(pages)), _metadata(document, pdfium.raw), remarks)


def _metadata(document: Any, raw: Any) -> Metadata:
    """Return title and author; the date of the file is that of its making, so it is not taken."""
    said = document.get_metadata_dict(skip_empty=True)
    authors = re.split(r"\s*;\s*", said.get("Author", "").strip())
    title = said.get("Title", "").strip()
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (ctypes.c_ushort * max(1, length))()
    raw.FPDFCatalog_GetLanguage(document, buffer, length)
    language = bytes(buffer).decode("utf-16-le", "replace").strip("\0 ")
    return Metadata(
        title=None if _NO_TITLE.fullmatch(title) else title or None,
        authors=tuple(name for name in authors if name and not _NO_NAME.search(name)),
        language=language or None,
    )
