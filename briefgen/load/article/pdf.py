"""An article as PDF: the text that it shows, page by page, read by PDFium.

PDFium is built without JavaScript and XFA (`pypdfium2`'s own build): nothing in the file runs, and
nothing that it names is fetched. It comes with the extra `pdf`.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from briefgen.load.article.blocks import CHARACTER_LIMIT, LOST, Metadata, ReadFile, usable_address
from briefgen.load.article.pdf_guard import reject_bombs
from briefgen.load.article.pdf_lines import HYPHENS, RAISED, Line, Word, lines_of
from briefgen.load.article.pdf_paragraphs import blocks_of
from briefgen.types.finding import Finding, LoadError

PAGE_LIMIT = 1_500
"""Pages that are read."""

EXTRA = "pdf"
"""The optional dependencies of briefgen that PDFs are read with."""

LINK_LIMIT = 2_000
"""Links of one page that are read."""

_STRAIGHT_DEGREES = 5
_BOLD_FROM = 600
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|oblique", re.IGNORECASE)
_GLUED_MARK = re.compile(r"\D(\d{1,3}(?:,\d{1,3})*)$")
"""Digits at the end of a word, which are the mark of a note where they are smaller."""

_LINE_ENDS = frozenset("\r\n")


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
            words = _words(document, pdfium.raw, number)
        except pdfium.PdfiumError:
            words = []  # a damaged page, which is reported as one without text
        characters += sum(len(word.text) for word in words)
        if characters > CHARACTER_LIMIT:
            message = f"has more than {CHARACTER_LIMIT} characters; at most so many are read"
            raise _refused(file, "article-too-long", message, "keep the pages of the article")
        pages.append(lines_of(words, number + 1))
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
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (ctypes.c_ushort * max(1, length))()
    raw.FPDFCatalog_GetLanguage(document, buffer, length)
    language = bytes(buffer).decode("utf-16-le", "replace").strip("\0 ")
    return Metadata(
        title=said.get("Title", "").strip() or None,
        authors=tuple(filter(None, authors)),
        language=language or None,
    )


def _words(document: Any, raw: Any, number: int) -> list[Word]:
    """Return the words of a page in the order of its content, each with place and looks."""
    page = document[number]
    text = page.get_textpage()
    try:
        reader = _PageReader(raw, text, page.get_height(), tuple(_links(raw, document, page)))
        return list(reader.words())
    finally:
        text.close()
        page.close()


class _LinkedArea(Struct, frozen=True):
    left: float
    bottom: float
    right: float
    top: float
    address: str


def _links(raw: Any, document: Any, page: Any) -> Iterator[_LinkedArea]:
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    for number in range(LINK_LIMIT):
        if not raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            return
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        address = usable_address(buffer.value.decode("utf-8", "replace"))
        area = raw.FS_RECTF()
        if raw.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
            low, high = sorted((area.bottom, area.top))
            yield _LinkedArea(area.left, low, area.right, high, address or f"{LOST}{number}")


class _PageReader(Struct, frozen=True):
    """Reads the characters of one page."""

    raw: Any
    text: Any
    height: float
    links: Sequence[_LinkedArea]

    def words(self) -> Iterator[Word]:
        count = self.raw.FPDFText_CountChars(self.text)
        first, ends_line = 0, False
        letters: list[str] = []
        for index in range(count):
            code = self.raw.FPDFText_GetUnicode(self.text, index)
            letter = chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"  # noqa: PLR2004
            if letter.isspace():
                ends_line = ends_line or letter in _LINE_ENDS
                if letters:
                    yield from self._word(first, index - 1, "".join(letters))
                    letters = []
                if ends_line and letter == "\n":
                    yield LINE_END
                    ends_line = False
                continue
            if not letters:
                first = index
            if letter in HYPHENS and letters:
                yield from self._word(first, index - 1, "".join(letters) + "-")
                yield LINE_END
                letters = []
                continue
            letters.append(letter)
        if letters:
            yield from self._word(first, count - 1, "".join(letters))

    def _word(self, first: int, last: int, text: str) -> Iterator[Word]:
        degrees = abs(self.raw.FPDFText_GetCharAngle(self.text, first)) * 57.3 % 360
        if _STRAIGHT_DEGREES < degrees < 360 - _STRAIGHT_DEGREES:
            return  # a watermark, or text at the side of a picture
        left, baseline, size = self._place(first)
        right = max(left, self._right(last))
        if len(text) > 1 and (mark := _GLUED_MARK.search(text)):
            _, _, last_size = self._place(last)
            text = text[: mark.start(1)] if last_size < size * RAISED else text
        bold, italic = self._looks(first)
        x, y = (left + right) / 2, baseline + size / 3
        address = next(
            (
                one.address
                for one in self.links
                if one.left <= x <= one.right and one.bottom <= y <= one.top
            ),
            None,
        )
        yield Word(
            text,
            left=left,
            right=right,
            baseline=self.height - baseline,
            size=size,
            bold=bold,
            italic=italic,
            address=address,
        )

    def _place(self, index: int) -> tuple[float, float, float]:
        """Return left edge and baseline of a character, and the size that it is drawn in."""
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), self.raw.FS_MATRIX()
        self.raw.FPDFText_GetCharOrigin(self.text, index, ctypes.byref(x), ctypes.byref(y))
        self.raw.FPDFText_GetMatrix(self.text, index, ctypes.byref(matrix))
        size = self.raw.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d)
        return x.value, y.value, size

    def _right(self, index: int) -> float:
        box = self.raw.FS_RECTF()
        self.raw.FPDFText_GetLooseCharBox(self.text, index, ctypes.byref(box))
        return float(box.right)

    def _looks(self, index: int) -> tuple[bool, bool]:
        flags, name = ctypes.c_int(0), ctypes.create_string_buffer(128)
        self.raw.FPDFText_GetFontInfo(self.text, index, name, 128, ctypes.byref(flags))
        face = name.value.decode("utf-8", "replace")
        weight = self.raw.FPDFText_GetFontWeight(self.text, index)
        bold = weight >= _BOLD_FROM or bool(flags.value & _FORCE_BOLD or _BOLD_NAME.search(face))
        return bold, bool(flags.value & _ITALIC or _ITALIC_NAME.search(face))


LINE_END = Word("\n", 0, 0, 0, 0)
"""Stands between the words of two lines, as PDFium sees them."""
