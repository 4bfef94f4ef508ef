"""How wide the columns of a table are, so that its rows take few lines and words stay whole.

Computed from characters, not from a font, as Word and PDF must agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.pattern import late_pattern

LINE = 84.0
"""Digits of a line of a table in small type, in the narrowest main column of the built-in themes.
Where there is more room, every column has more."""

_PADDING = 2.5
"""What the white space of a cell takes, in digits."""

_WORD = 20.0
"""A longer word may be parted, so a column need not be as wide as it is."""

_FEW = 8
"""So many characters of a cell stay on a line."""

_STEP = 2.0
"""How much width is given at a time."""

_NARROW, _WIDE = frozenset("fijlrtI.,;:'’!|()[] /-"), frozenset("mwMW@%—…")
_BOLD = 1.1
_PIECE = late_pattern(r"[^\s/–—-]+[/–—-]?")
"""What stands between places where a line may end."""


def column_shares(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the relative widths of the columns of a table, given the texts of its cells.

    Where a line holds every cell, columns are as wide as theirs. Else each has its longest word,
    and what is left goes, little by little, to where the rows are highest.
    """
    widths = [[_width(cell) * _BOLD for cell in head], *([*map(_width, row)] for row in rows)]
    longest = [max(column) + _PADDING for column in zip(*widths, strict=True)]
    if sum(longest) <= LINE:
        return _whole(longest)
    shares = _least(head, rows)
    for _ in range(int((LINE - sum(shares)) // _STEP)):
        shares[_highest(widths, shares)] += _STEP
    return _whole(shares)


def least_width(head: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    """Return the width that a table needs for its words to stay whole. There is that of `LINE`."""
    return sum(_least(head, rows))


def _least(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    words = [max(map(_longest_word, column)) for column in zip(head, *rows, strict=True)]
    heads = [_longest_word(cell) * _BOLD for cell in head]
    return [min(max(pair), _WORD) + _PADDING for pair in zip(words, heads, strict=True)]


def _highest(widths: Sequence[Sequence[float]], shares: Sequence[float]) -> int:
    """Return the column that makes rows lowest if it gets a little wider."""
    gains = [0.0] * len(shares)
    for row in widths:
        lines = [width / share for width, share in zip(row, shares, strict=True)]
        at = max(range(len(lines)), key=lines.__getitem__)
        if lines[at] > 1:
            gains[at] += lines[at] / shares[at]
    return max(range(len(gains)), key=gains.__getitem__)


def _whole(shares: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(10 * share) for share in shares)


def _width(text: str) -> float:
    """Return about how wide a text is, in digits."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.6
    if letter in _WIDE:
        return 1.7
    return 1.25 if letter.isupper() else 1.0


def _longest_word(text: str) -> float:
    """Return the width of the longest word. A few characters are one: 1.8 %."""
    if len(text) <= _FEW:
        return _width(text)
    return max((_width(piece) for piece in _PIECE.findall(text)), default=0.0)
