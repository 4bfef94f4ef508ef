"""Small figures above and below the line of a PDF: marks of notes, powers, formulas, fractions.

PDFium gives each as a word of its own, often on a line of its own. Marks of notes are left out; the
others are part of a word or a number, which would be another one without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefgen.load.article.blocks import raised_text
from briefgen.load.article.pdf_lines import LINE_END, RAISED, Word
from briefgen.pattern import late_pattern

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
