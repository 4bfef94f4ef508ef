"""Words on a page of a PDF, put together to lines, with small figures above and below these.

Places are in points from top and left. PDFium gives each small figure as a word of its own, often
on a line of its own. Marks of notes are left out; the others are part of a word or a number, which
would be another one without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from briefgen.load.article.blocks import Piece, raised_text
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


GAP, APART = 0.15, 0.8
"""Shares of the size by which what belongs to a word stands beside it, and above or below it."""

LOWER = 0.05
"""Share of the size from which on a figure stands below the line."""

_SMALL = late_pattern(r"[-\u2212\u2013+]?\d{1,3}(?:[,\u2013-]\d{1,3})*")
_BAR = late_pattern(r"[/\u2044]")
_BAR_SIGN = "\u2044"


def with_scripts(words: Iterable[Word]) -> list[Word]:
    """Return the words of a page with what stands above or below the line as part of its word."""
    made: list[Word] = []
    is_script = False
    given = list(words)
    for number, word in enumerate(given):
        if word is LINE_END:
            made.append(word)
            continue
        if _opens_fraction(word, given[number + 1 : number + 3]):
            made.append(word)
            is_script = False
            continue
        place = len(made) - 1 - (bool(made) and made[-1] is LINE_END)
        last = made[place] if place >= 0 and made[place] is not LINE_END else None
        whole = _together(last, word, is_script=is_script) if last else None
        if whole is None:
            made.append(word)
            is_script = False
        else:
            made[place:] = [whole]
            is_script = True
    return made


def _opens_fraction(word: Word, following: Sequence[Word]) -> bool:
    """Whether a small figure is followed by the bar of a fraction: it is no mark of a note."""
    after = next((one for one in following if one is not LINE_END), None)
    return (
        after is not None
        and bool(_BAR.match(after.text) and _SMALL.fullmatch(word.text))
        and word.size < after.size * RAISED
        and after.left - word.right < after.size * GAP
    )


def _together(last: Word, word: Word, *, is_script: bool) -> Word | None:
    """Return two words as one, if one of them is a figure above or below the line of the other."""
    size = max(last.size, word.size)
    gap, apart = word.left - last.right, abs(word.baseline - last.baseline)
    if not -size / 2 < gap < size * GAP or apart > size * APART:
        return None
    if last.size < word.size * RAISED and _SMALL.fullmatch(last.text):
        if not _BAR.match(word.text):
            return None
        return replace(word, text=last.text + _BAR_SIGN + word.text[1:], left=last.left)
    if word.size < last.size * RAISED and _SMALL.fullmatch(word.text):
        return _scripted(last, word)
    if is_script and word.size > last.size * RAISED and apart < size * LOWER:
        return replace(last, text=last.text + word.text, right=word.right)
    return None


def _scripted(last: Word, word: Word) -> Word | None:
    lower = word.baseline - last.baseline > last.size * LOWER
    if last.text.endswith(_BAR_SIGN) or lower:
        return replace(last, text=last.text + word.text, right=word.right)
    text = raised_text(word.text, last.text)
    return replace(last, text=last.text + text, right=word.right)
