"""Words on a page of a PDF, put together to lines. Places are in points from top and left."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from msgspec import Struct

from briefgen.load.article.blocks import Piece
from briefgen.pattern import late_pattern

SAME_LINE = 0.5
"""Share of the size by which the baselines of two words on a line may differ."""

RAISED = 0.8
"""A mark of a note is smaller than this share of the line's size."""

_MARK = late_pattern(r"\d{1,3}(?:,\d{1,3})*")
HYPHENS = "\u0002\ufffe\u00ad"
"""What PDFium gives for a hyphen at the end of a line that it takes for one within a word."""

NOTE_SYMBOLS = "\u2217\u2020\u2021\u00a7\u00b6\u21e4"
"""Marks of notes that are no digits, one of them as LaTeX's fonts name the asterisk."""


class Word(Struct, frozen=True):
    """Characters without a space between them, where they stand and how they look."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    address: str | None = None


LINE_END = Word("\n", 0, 0, 0, 0)
"""Stands between the words of two lines, as PDFium sees them."""


class Line(Struct, frozen=True):
    """A line of a page: its words from left to right."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        """Its words with spaces between them."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def size(self) -> float:
        """The size of the type of most of its words."""
        return median(word.size for word in self.words)

    @property
    def baseline(self) -> float:
        """How far below the top of the page it stands."""
        return median(word.baseline for word in self.words)

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        return all(word.bold for word in self.words)

    def pieces(self) -> list[Piece]:
        """Return its words as text with a space after each, the marks of notes left out."""
        size = self.size
        pieces = []
        for word in self.words:
            text = word.text
            if word.size < size * RAISED and _MARK.fullmatch(text) and len(self.words) > 1:
                continue
            pieces.append(Piece(text + " ", word.bold, word.italic, word.address))
        return pieces


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Return the lines of a page in the order of its content; a line feed ends one."""
    lines: list[list[Word]] = []
    opens = True
    for word in words:
        if word is LINE_END:
            opens = True
        elif lines and _on_line(lines[-1][-1], word, opens=opens):
            lines[-1].append(word)
            opens = False
        else:
            lines.append([word])
            opens = False
    return [Line(tuple(line), page) for line in lines]


def _on_line(last: Word, word: Word, *, opens: bool) -> bool:
    """Whether a word goes on with a line: beside the last word, and not far to its left."""
    apart = abs(last.baseline - word.baseline)
    if not opens:
        return apart < max(last.size, word.size)
    low, high = sorted((last.size, word.size))
    beside = high if low < high * RAISED else low  # a subscript, or a power
    return apart < beside * SAME_LINE and word.left >= last.left
