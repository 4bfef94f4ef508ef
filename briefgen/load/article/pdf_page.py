"""The words of one page of a PDF: where they stand, how they look, where they lead."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from briefgen.load.article.blocks import LOST, usable_address
from briefgen.load.article.pdf_lines import (
    HYPHENS,
    LINE_END,
    NOTE_SYMBOLS,
    RAISED,
    Word,
    with_scripts,
)
from briefgen.pattern import late_pattern

LINK_LIMIT = 2_000
"""Links of one page that are read."""

_STRAIGHT_DEGREES = 5
_BOLD_FROM = 600
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_EURO = late_pattern(r"\W*(e)\d")
_EURO_FACE = late_pattern(r"(?:^|[+-])fey[mb]")
"""Fonts of LaTeX whose letter e is the sign of the euro."""
_BOLD_NAME = late_pattern(r"bold|black|heavy|demi|(?:cm|sf|ec)bx\w*\d", re.IGNORECASE)
_ITALIC_NAME = late_pattern(r"ital|oblique|(?:cm|sf|ec)(?:ti|bxti|sl)\d", re.IGNORECASE)
"""Names of faces; those of LaTeX have letters for words."""
_SCRIPT = late_pattern(r"\d")
"""What may stand above or below the line within a word."""
_WITH_DIGITS = frozenset("0123456789,-\u2212\u2013")
_LEADING_MARK = late_pattern(rf"(?:\d{{1,3}}|[{NOTE_SYMBOLS}])(?=[^\W\d_]|[\"\u201c\u2018(])")
_TRAILING_MARK = late_pattern(rf"(?<=[^\W\d_]{{3}})[{NOTE_SYMBOLS}]+(?=[,;.:)]*$)")
"""Marks of notes that stand before the note's first word, and behind a word of the text."""

_ACCENT = late_pattern(
    r"(?:([\u00a8\u02c6\u02dc\u02c7\u00b8\u02d8\u02da])|(?<=[^\W\d_]{2})([\u00b4`]))([^\W\d_])"
)
_ACCENTS = dict(
    zip(
        "\u00a8\u02c6\u02dc\u02c7\u00b8\u02d8\u02da\u00b4`",
        "\u0308\u0302\u0303\u030c\u0327\u0306\u030a\u0301\u0300",
        strict=True,
    )
)
"""Accents that older fonts set as letters of their own, and those that stand on a letter."""
_LINE_ENDS = frozenset("\r\n")


def words_of(document: Any, raw: Any, number: int) -> list[Word]:
    """Return the words of a page in the order of its content, each with place and looks."""
    page = document[number]
    text = page.get_textpage()
    try:
        reader = _PageReader(raw, text, page.get_height(), tuple(_links(raw, document, page)))
        return with_scripts(reader.words())
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
                    yield from self._words(first, index - 1, "".join(letters))
                    letters = []
                if ends_line and letter == "\n":
                    yield LINE_END
                    ends_line = False
                continue
            if not letters:
                first = index
            if letter in HYPHENS and letters:
                yield from self._words(first, index - 1, "".join(letters) + "-")
                yield LINE_END
                letters = []
                continue
            letters.append(letter)
        if letters:
            yield from self._words(first, count - 1, "".join(letters))

    def _words(self, first: int, last: int, text: str) -> Iterator[Word]:
        """Yield a word, and before it the mark of a note that it begins with."""
        degrees = abs(self.raw.FPDFText_GetCharAngle(self.text, first)) * 57.3 % 360
        if _STRAIGHT_DEGREES < degrees < 360 - _STRAIGHT_DEGREES:
            return  # a watermark, or text at the side of a picture
        mark = _LEADING_MARK.match(text)
        if mark and (mark[0] in NOTE_SYMBOLS or self._is_raised(first, last)):
            yield self._word(first, first + mark.end() - 1, mark[0])
            first, text = first + mark.end(), text[mark.end() :]
        for start, end in self._sizes(first, text):
            part = text[start:end]
            if end == len(text):
                part = _TRAILING_MARK.sub("", part)
            if part:
                yield self._word(first + start, first + end - 1, _ACCENT.sub(_accented, part))

    def _sizes(self, first: int, text: str) -> Iterator[tuple[int, int]]:
        """Yield the parts of a word whose figures are smaller than the rest, and the rest."""
        if len(text) == 1 or not _SCRIPT.search(text):
            yield 0, len(text)
            return
        sizes = [self._place(first + place)[2] for place in range(len(text))]
        least = max(sizes) * RAISED
        small = [
            size < least and letter in _WITH_DIGITS
            for size, letter in zip(sizes, text, strict=True)
        ]
        start = 0
        for place in range(1, len(text) + 1):
            if place == len(text) or small[place] != small[start]:
                yield start, place
                start = place

    def _is_raised(self, index: int, beside: int) -> bool:
        """Whether a character is as small beside another as the mark of a note is."""
        return self._place(index)[2] < self._place(beside)[2] * RAISED

    def _word(self, first: int, last: int, text: str) -> Word:
        left, baseline, size = self._place(first)
        right = max(left, self._right(last))
        bold, italic, _ = self._looks(first)
        if (euro := _EURO.match(text)) and _EURO_FACE.search(self._looks(first + euro.start(1))[2]):
            text = f"{text[: euro.start(1)]}€{text[euro.end(1) :]}"
        x, y = (left + right) / 2, baseline + size / 3
        address = next(
            (
                one.address
                for one in self.links
                if one.left <= x <= one.right and one.bottom <= y <= one.top
            ),
            None,
        )
        return Word(
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

    def _looks(self, index: int) -> tuple[bool, bool, str]:
        flags, name = ctypes.c_int(0), ctypes.create_string_buffer(128)
        self.raw.FPDFText_GetFontInfo(self.text, index, name, 128, ctypes.byref(flags))
        face = name.value.decode("utf-8", "replace")
        weight = self.raw.FPDFText_GetFontWeight(self.text, index)
        bold = weight >= _BOLD_FROM or bool(flags.value & _FORCE_BOLD or _BOLD_NAME.search(face))
        return bold, bool(flags.value & _ITALIC or _ITALIC_NAME.search(face)), face


def _accented(found: re.Match[str]) -> str:
    """Return a letter with the accent that stands before it as a character of its own."""
    letter = {"\u0131": "i", "\u0237": "j"}.get(found[3], found[3])
    whole = unicodedata.normalize("NFC", letter + _ACCENTS[found[1] or found[2]])
    return whole if len(whole) == 1 else found[0]
